/* office_cell - what stands in the fields of masters: typed, stored, shown. */
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
#include "service/office/office.h"

/* ---- shown ----------------------------------------------------------------------------------- */

static void add_year(const char *stored, bool people, struct strbuf *out)
{
	char text[FISCAL_YEAR_TEXT];

	fiscal_year_format((int)strtol(stored, NULL, 10), text);
	strbuf_add_text(out, people ? text : stored);
}

/* Newlines are typed as semicolons. */
static void add_lines(const char *stored, struct strbuf *out)
{
	for (; *stored; stored++) {
		if (*stored == '\n')
			strbuf_add_text(out, "; ");
		else
			strbuf_add_char(out, *stored);
	}
}

void office_cell(const struct office_table *table, size_t field, const char *stored, bool people,
	struct strbuf *out)
{
	switch (table->fields[field].type) {
	case OFFICE_YEAR:
	case OFFICE_LAST_YEAR:
	case OFFICE_EVERY_YEAR:
		if (strcmp(stored, "0") != 0)
			add_year(stored, people, out);
		else if (people && table->fields[field].type == OFFICE_EVERY_YEAR)
			strbuf_add_text(out, _("every year"));
		break;
	case OFFICE_LINES:
		add_lines(stored, out);
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
		strbuf_add_text(out, strcmp(stored, "0") == 0 ? "" : stored);
		break;
	case OFFICE_TEXT:
	case OFFICE_CODE:
	case OFFICE_NUMBER:
	case OFFICE_DATE:
		strbuf_add_text(out, stored);
		break;
	}
}

/* ---- typed ----------------------------------------------------------------------------------- */

/* Each reads a text that is not empty. */

static bool read_year(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	int year;

	if (!fiscal_year_parse(text, &year, err))
		return false;
	*stored = arena_printf(arena, "%d", year);
	return true;
}

static bool read_date(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	struct date date;
	char iso[11];

	if (!date_parse(text, false, &date, err))
		return false;
	date_format(date, iso);
	*stored = arena_strdup(arena, iso);
	return true;
}

static bool read_count(const char *text, bool hours, struct arena *arena, const char **stored,
	struct error *err)
{
	int64_t value;

	if (!(hours ? effect_parse_hours(text, &value, err) : decimal_parse(text, 0, &value, err)))
		return false;
	if (value < 0)
		return error_set(err, ERROR_DATA, _("“%s” is negative; it must be 0 or more."), text);
	*stored = arena_printf(arena, "%lld", (long long)value);
	return true;
}

static bool read_flag(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	bool flag;

	if (!flag_parse(text, &flag))
		return error_set(err, ERROR_DATA, _("“%s” is neither yes nor no."), text);
	*stored = arena_strdup(arena, flag ? "1" : "0");
	return true;
}

static bool read_code(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	if (strpbrk(text, " ,/|;\t\n"))
		return error_set(err, ERROR_DATA,
			_("“%s” is no code: leave out blanks, commas, slashes and bars."), text);
	*stored = arena_strdup(arena, text);
	return true;
}

/* Semicolons, of either width, become newlines; blanks around them go. */
static const char *read_lines(const char *text, struct arena *arena)
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

static bool read_figure(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	int64_t value;

	if (!decimal_parse(text, INDICATOR_DECIMALS, &value, err))
		return false;
	*stored = arena_printf(arena, "%lld", (long long)value);
	return true;
}

static bool read_month(const char *text, struct arena *arena, const char **stored,
	struct error *err)
{
	int64_t month;

	if (!decimal_parse(text, 0, &month, err))
		return false;
	if (month < 1 || month > 12)
		return error_set(err, ERROR_DATA, _("“%s” is no month; it is 1 to 12."), text);
	*stored = arena_printf(arena, "%lld", (long long)month);
	return true;
}

static bool read_typed(enum office_type type, const char *text, struct arena *arena,
	const char **stored, struct error *err)
{
	switch (type) {
	case OFFICE_YEAR:
	case OFFICE_LAST_YEAR:
	case OFFICE_EVERY_YEAR:
		return read_year(text, arena, stored, err);
	case OFFICE_DATE:
		return read_date(text, arena, stored, err);
	case OFFICE_NUMBER:
		return read_count(text, false, arena, stored, err);
	case OFFICE_HOURS:
		return read_count(text, true, arena, stored, err);
	case OFFICE_FIGURE:
		return read_figure(text, arena, stored, err);
	case OFFICE_MONTH:
		return read_month(text, arena, stored, err);
	case OFFICE_FLAG:
		return read_flag(text, arena, stored, err);
	case OFFICE_CODE:
		return read_code(text, arena, stored, err);
	case OFFICE_LINES:
		*stored = read_lines(text, arena);
		return true;
	case OFFICE_TEXT:
		break;
	}
	*stored = arena_strdup(arena, text);
	return true;
}

/* What an empty field is stored as. */
static const char *nothing(enum office_type type)
{
	return type == OFFICE_TEXT || type == OFFICE_CODE || type == OFFICE_LINES ||
			type == OFFICE_DATE ?
		"" :
		"0";
}

enum { CHOICES_TOLD = 12 };

/* One of the choices, by id or by label. */
static bool choose(struct session *session, const struct office_field *field, const char *text,
	struct arena *arena, const char **stored, struct error *err)
{
	struct office_choices choices = {0};
	struct strbuf ids = {0};

	if (!field->choices(session, session->fiscal_year, &choices, err))
		return false;
	*stored = NULL;
	for (size_t i = 0; i < choices.items.count; i++) {
		const struct office_choice *choice = &choices.items.items[i];

		if (i < CHOICES_TOLD)
			strbuf_addf(&ids, "%s%s", i ? " " : "", choice->id);
		else if (i == CHOICES_TOLD)
			strbuf_add_text(&ids, " …");
		if (strcmp(choice->id, text) == 0 || strcmp(choice->label, text) == 0)
			*stored = arena_strdup(arena, choice->id);
	}
	if (!*stored)
		error_set(err, ERROR_DATA, _("“%s” is none of: %s"), text, strbuf_text(&ids));
	strbuf_free(&ids);
	vec_free(&choices.items);
	arena_free(&choices.arena);
	return *stored != NULL;
}

bool office_read(struct session *session, const struct office_table *table, size_t field,
	const char *typed, struct arena *arena, const char **stored, struct error *err)
{
	const struct office_field *info = &table->fields[field];
	struct error reason = {0};
	size_t length;
	const char *start = text_trim(typed, &length);
	const char *text = arena_strndup(arena, start, length);
	bool good = true;

	if (length == 0 && info->required)
		good = error_set(&reason, ERROR_DATA, _("please fill this in"));
	else if (length == 0)
		*stored = nothing(info->type);
	else if (info->choices && session)
		good = choose(session, info, text, arena, stored, &reason);
	else
		good = read_typed(info->type, text, arena, stored, &reason);
	return good || error_set(err, ERROR_DATA, "%s: %s", _(info->label), reason.message);
}
