/* office_cell - what stands in the fields of the office's tables: typed, stored, shown. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/indicator.h"
#include "model/quantity.h"
#include "service/office/office.h"

/* ---- shown ----------------------------------------------------------------------------------- */

void office_cell(const struct office_table *table, size_t field, const char *stored, bool people,
	struct strbuf *out)
{
	char year[FISCAL_YEAR_TEXT];

	switch (table->fields[field].type) {
	case OFFICE_YEAR:
	case OFFICE_LAST_YEAR:
	case OFFICE_EVERY_YEAR:
		if (strcmp(stored, "0") != 0) {
			fiscal_year_format((int)strtol(stored, NULL, 10), year);
			strbuf_add_text(out, people ? year : stored);
		} else if (people && table->fields[field].type == OFFICE_EVERY_YEAR)
			strbuf_add_text(out, _("every year"));
		break;
	case OFFICE_LINES:
		/* Newlines are typed as semicolons. */
		for (const char *at = stored; *at; at++) {
			if (*at == '\n')
				strbuf_add_text(out, "; ");
			else
				strbuf_add_char(out, *at);
		}
		break;
	case OFFICE_HOURS:
		effect_format_hours(strtoll(stored, NULL, 10), out);
		break;
	case OFFICE_FLAG:
		strbuf_add_text(out, people ? flag_label(strcmp(stored, "1") == 0) : stored);
		break;
	case OFFICE_FIGURE:
		decimal_add(out, strtoll(stored, NULL, 10), INDICATOR_DECIMALS, true);
		break;
	case OFFICE_MONTH:
	case OFFICE_POSITION:
		strbuf_add_text(out, strcmp(stored, "0") == 0 ? "" : stored);
		break;
	case OFFICE_TEXT:
	case OFFICE_CODE:
	case OFFICE_NUMBER:
	case OFFICE_DATE:
	case OFFICE_CHOICE:
	case OFFICE_ROW:
	case OFFICE_UNIT:
	case OFFICE_SECTION:
		strbuf_add_text(out, stored);
		break;
	}
}

void office_row_key(const struct office_table *table, const struct office_row *row,
	struct strbuf *out)
{
	for (size_t i = 0; i < table->keys; i++) {
		if (i > 0)
			strbuf_add_char(out, '/');
		office_cell(table, i, row->cells[i], false, out);
	}
}

/* ---- typed ----------------------------------------------------------------------------------- */

/* Each reads a text that is not empty. */

static bool cell_read_number(enum office_type type, const char *text, struct arena *arena,
	const char **stored, struct error *err)
{
	const int decimals = type == OFFICE_FIGURE ? INDICATOR_DECIMALS : 0;
	int64_t value;

	if (!(type == OFFICE_HOURS  ? effect_parse_hours(text, &value, err) :
		    type == OFFICE_NUMBER ? quantity_parse(text, QUANTITY_CASES, &value, err) :
					    decimal_parse(text, decimals, &value, err)))
		return false;
	if (type == OFFICE_MONTH && (value < 1 || value > 12))
		return error_set(err, ERROR_DATA, _("“%s” is no month; it is 1 to 12."), text);
	if (type != OFFICE_FIGURE && value < 0)
		return error_set(err, ERROR_DATA, _("“%s” is negative; it must be 0 or more."),
			text);
	*stored = arena_printf(arena, "%lld", (long long)value);
	return true;
}

/* One of a closed set, by id, label or another spelling. */
static bool cell_read_choice(const struct office_field *field, const char *text,
	struct arena *arena, const char **stored, struct error *err)
{
	const int chosen = choice_parse(field->choices, field->choice_count, text);
	struct strbuf ids = {0};

	if (chosen >= 0) {
		*stored = arena_strdup(arena, field->choices[chosen].id);
		return true;
	}
	for (size_t i = 0; i < field->choice_count; i++)
		strbuf_addf(&ids, "%s%s", i ? " " : "", field->choices[i].id);
	error_set(err, ERROR_DATA, _("“%s” is none of: %s"), text, strbuf_text(&ids));
	strbuf_free(&ids);
	return false;
}

/* Semicolons, of either width, become newlines; blanks around them go. */
static const char *cell_read_lines(const char *text, struct arena *arena)
{
	struct strbuf lines = {0};

	while (*text) {
		const size_t part = strcspn(text, ";\n");
		const char *wide = strstr(text, "；");
		const size_t end = wide && (size_t)(wide - text) < part ? (size_t)(wide - text) : part;
		char *line = arena_strndup(arena, text, end);
		size_t length;
		const char *trimmed = text_trim(line, &length);

		if (length > 0 && lines.length > 0)
			strbuf_add_char(&lines, '\n');
		strbuf_add(&lines, trimmed, length);
		text += end;
		text += !*text ? 0 : *text == ';' || *text == '\n' ? 1 : strlen("；");
	}
	const char *stored = arena_strdup(arena, strbuf_text(&lines));
	strbuf_free(&lines);
	return stored;
}

static bool cell_read_typed(const struct office_field *field, const char *text, struct arena *arena,
	const char **stored, struct error *err)
{
	struct date date;
	char iso[11];
	bool flag;
	int year;

	switch (field->type) {
	case OFFICE_YEAR:
	case OFFICE_LAST_YEAR:
	case OFFICE_EVERY_YEAR:
		if (!fiscal_year_parse(text, &year, err))
			return false;
		*stored = arena_printf(arena, "%d", year);
		return true;
	case OFFICE_DATE:
		if (!date_parse(text, false, &date, err))
			return false;
		date_format(date, iso);
		*stored = arena_strdup(arena, iso);
		return true;
	case OFFICE_NUMBER:
	case OFFICE_POSITION:
	case OFFICE_HOURS:
	case OFFICE_FIGURE:
	case OFFICE_MONTH:
		return cell_read_number(field->type, text, arena, stored, err);
	case OFFICE_FLAG:
		if (!flag_parse(text, &flag))
			return error_set(err, ERROR_DATA, _("“%s” is neither yes nor no."), text);
		*stored = arena_strdup(arena, flag ? "1" : "0");
		return true;
	case OFFICE_CODE:
		if (!office_code_is_good(text))
			return error_set(err, ERROR_DATA,
				_("“%s” is no code: leave out blanks, control characters and , / | ; = \", and a dash in front."), text);
		break;
	case OFFICE_LINES:
		*stored = cell_read_lines(text, arena);
		return true;
	case OFFICE_CHOICE:
		return cell_read_choice(field, text, arena, stored, err);
	case OFFICE_TEXT:
	case OFFICE_ROW:
	case OFFICE_UNIT:
	case OFFICE_SECTION:
		break;
	}
	*stored = arena_strdup(arena, text);
	return true;
}

/* What an empty field is stored as. */
static const char *cell_of_nothing(enum office_type type)
{
	switch (type) {
	case OFFICE_NUMBER:
	case OFFICE_POSITION:
	case OFFICE_YEAR:
	case OFFICE_LAST_YEAR:
	case OFFICE_EVERY_YEAR:
	case OFFICE_HOURS:
	case OFFICE_FLAG:
	case OFFICE_FIGURE:
	case OFFICE_MONTH:
		return "0";
	case OFFICE_TEXT:
	case OFFICE_CODE:
	case OFFICE_LINES:
	case OFFICE_DATE:
	case OFFICE_CHOICE:
	case OFFICE_ROW:
	case OFFICE_UNIT:
	case OFFICE_SECTION:
		break;
	}
	return "";
}

bool office_cell_is(const struct office_table *table, size_t field, const char *stored,
	const char *typed)
{
	struct strbuf shown = {0};

	office_cell(table, field, stored, false, &shown);
	const bool same = strcmp(strbuf_text(&shown), typed) == 0;
	strbuf_free(&shown);
	return same;
}

bool office_read(const struct office_table *table, size_t field, const char *typed,
	struct arena *arena, const char **stored, struct error *err)
{
	const struct office_field *info = &table->fields[field];
	size_t length;
	const char *start = text_trim(typed, &length);

	if (length == 0 && info->required)
		return error_set(err, ERROR_DATA, _("please fill this in"));
	if (length > 0)
		return cell_read_typed(info, arena_strndup(arena, start, length), arena, stored, err);
	*stored = cell_of_nothing(info->type);
	return true;
}
