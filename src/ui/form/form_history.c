#include "config.h"

#include "ui/form/form_history.h"

#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "service/project/choosing.h"
#include "service/session/history_words.h"
#include "store/history_store.h"
#include "ui/form/private.h"

enum { COLUMN_AT, COLUMN_USER, COLUMN_TEXT };
static const struct w_column columns[] = {
	[COLUMN_AT] = {N_("When"), 16, 11, 0, TEXT_LEFT},
	[COLUMN_USER] = {N_("Who"), 12, 6, 0, TEXT_LEFT},
	[COLUMN_TEXT] = {N_("What"), 16, 4, 1, TEXT_LEFT},
};

static int64_t form_history_count(void *data)
{
	return (int64_t)((const struct form_history *)data)->rows.count;
}

static void form_history_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct history_row *shown = &((const struct form_history *)data)->rows.items[row];

	(void)role;
	strbuf_add_text(out, column == COLUMN_AT ? shown->at :
		column == COLUMN_USER ? shown->user : shown->text);
}

static const struct w_list_source source = {.count = form_history_count, .cell = form_history_cell};

void form_history_init(struct form_history *history)
{
	w_list_init(&history->list, &source, history, columns, sizeof columns / sizeof columns[0]);
	history->list.headings = true;
}

void form_history_forget(struct form_history *history)
{
	vec_free(&history->rows);
	arena_free(&history->arena);
	history->loaded = false;
}

void form_history_free(struct form_history *history)
{
	form_history_forget(history);
	w_list_free(&history->list);
}

/* --- in words ------------------------------------------------------------------------------ */

static const struct {
	const char *id, *label;
} acts[] = {
	{"add", N_("added")},
	{"edit", N_("edited")},
	{"move", N_("status changed")},
	{"import", N_("imported")},
	{"copy", N_("copied")},
	{"undo", N_("taken back")},
	{"redo", N_("done again")},
};

/* Columns of the database that are no fields of files, and those that only follow another one. */
static const struct {
	const char *column, *label; /* NULL = not shown */
} extra_columns[] = {
	{"section_code", NULL},
	{"department_code", NULL},
	{"version", NULL},
	{"exclusion", N_("Standard work")},
	{"exclusion_rule", NULL},
	{"kind", N_("Kind of line")},
	{"first_month", N_("First month")},
	{"direct_in_year", N_("Entered directly, in-year (minutes)")},
	{"direct_full_year", N_("Entered directly, full-year (minutes)")},
	{"direct_before_in_year", N_("Before, entered directly, in-year (minutes)")},
	{"direct_before_full_year", N_("Before, entered directly, full-year (minutes)")},
};

/* True when the column is one of those; *label is NULL for one not to be shown. */
static bool form_history_is_extra(const char *column, const char **label)
{
	for (size_t i = 0; i < sizeof extra_columns / sizeof extra_columns[0]; i++) {
		if (strcmp(extra_columns[i].column, column) != 0)
			continue;
		*label = extra_columns[i].label;
		return true;
	}
	return false;
}

/* The value as people read it, by way of the field table. */
static void form_history_add_value(const struct project *project, enum field field,
	const struct project_context *context, const char *value, struct strbuf *out)
{
	struct project scratch;
	size_t start = out->length;

	project_init(&scratch);
	scratch.fiscal_year = project->fiscal_year;
	if (value && project_field_set(&scratch, field, value, context, NULL))
		project_field_get(&scratch, project_fields[field].named, context, FIELD_HUMAN, out);
	if (value && out->length == start)
		strbuf_add_text(out, value);
	if (out->length == start)
		strbuf_add_text(out, _("(nothing)"));
	project_free(&scratch);
}

static void form_history_add_effect_value(const char *column, const char *value, struct strbuf *out)
{
	enum stage stage;
	enum period period;
	int64_t number;

	value = history_words_value("effect_line", column, value);
	if (!value || !*value)
		strbuf_add_text(out, _("(nothing)"));
	else if (strcmp(column, "stage") == 0 && effect_stage_parse(value, &stage))
		strbuf_add_text(out, effect_stage_label(stage));
	else if (strcmp(column, "period") == 0 && effect_period_parse(value, &period))
		strbuf_add_text(out, effect_period_label(period));
	else if (strstr(column, "er_minutes") && decimal_parse(value, 0, &number, NULL))
		decimal_add_grouped(out, number, 2, true); /* before_minutes, after_minutes */
	else
		strbuf_add_text(out, value);
}

/* --- reading ------------------------------------------------------------------------------- */

struct reading {
	struct app *app;
	struct form *form;
	struct project_context context;
};

static void form_history_add_change(struct reading *reading, const struct history_entry *entry,
	bool effect, struct strbuf *out)
{
	const char *label = entry->field;
	const bool extra = form_history_is_extra(entry->field, &label);
	const int field = effect || extra ? -1 : project_field_by_column(entry->field);

	for (int i = 0; effect && i < EFFECT_FIELD_COUNT; i++) {
		if (strcmp(effect_fields[i].id, entry->field) == 0)
			label = _(effect_fields[i].label);
	}
	if (field >= 0)
		label = _(project_fields[project_fields[field].named].label);
	else if (extra)
		label = _(label);
	strbuf_addf(out, "%s: ", label);
	if (field >= 0) {
		form_history_add_value(&reading->form->project, (enum field)field, &reading->context,
			entry->before, out);
		strbuf_add_text(out, " → ");
		form_history_add_value(&reading->form->project, (enum field)field, &reading->context,
			entry->after, out);
	} else {
		form_history_add_effect_value(entry->field, entry->before, out);
		strbuf_add_text(out, " → ");
		form_history_add_effect_value(entry->field, entry->after, out);
	}
}

static void form_history_add_words(struct reading *reading, const struct history_entry *entry,
	struct strbuf *out)
{
	bool effect = strcmp(entry->entity, "effect_line") == 0;

	if (effect) {
		/* "Effect line 2 estimate" */
		const char *blank = strchr(entry->key, ' ');
		enum stage stage;

		strbuf_addf(out, _("Line %.*s"), (int)strcspn(entry->key, " "), entry->key);
		if (blank && effect_stage_parse(blank + 1, &stage))
			strbuf_addf(out, " %s", effect_stage_label(stage));
		strbuf_add_char(out, ' ');
	} else if (!*entry->field) {
		strbuf_add_text(out, _("Project"));
		strbuf_add_char(out, ' ');
	}
	if (*entry->field)
		form_history_add_change(reading, entry, effect, out);
	else if (*entry->before)
		strbuf_addf(out, _("deleted: %s"), entry->before);
	else
		strbuf_addf(out, _("added: %s"), entry->after);
}

static bool form_history_take(const struct history_entry *entry, void *data)
{
	struct reading *reading = data;
	struct strbuf text = {0};
	const char *label;

	if (form_history_is_extra(entry->field, &label) && !label)
		return true;
	form_history_add_words(reading, entry, &text);

	const char *act = entry->what;

	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++)
		if (strcmp(acts[i].id, entry->what) == 0)
			act = _(acts[i].label);
	strbuf_addf(&text, "  (%s", act);
	if (*entry->note)
		strbuf_addf(&text, ": %s", entry->note);
	strbuf_add_char(&text, ')');

	struct form_history *history = &reading->form->history;
	char *moment = arena_strdup(&history->arena, entry->at);

	if (strlen(moment) >= 16) { /* 2025-11-20T10:02:00 to the minute */
		moment[10] = ' ';
		moment[16] = '\0';
	}
	*vec_add(&history->rows) = (struct history_row){moment,
		arena_strdup(&history->arena, choosing_person_name(reading->app->session,
			entry->user)), arena_strdup(&history->arena, strbuf_text(&text))};

	strbuf_free(&text);
	return true;
}

/* --- on the screen ------------------------------------------------------------------------- */

bool form_history_action(struct form *form, enum action action)
{
	return w_list_action(&form->history.list, action);
}

void form_history_draw(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	enum { DETAIL_ROWS = 4, DETAIL_FROM = 12 };
	struct form_history *history = &form->history;
	int detail = area.rows >= DETAIL_FROM ? DETAIL_ROWS : 0;
	int64_t row;

	if (!history->loaded) {
		struct reading reading = {.app = app, .form = form};
		struct error err = {0};

		form_history_forget(history);
		history->loaded = true;
		if (form->project.id != 0 && form_context(app, form, &reading.context) &&
			!history_store_each(app->session->store, form->project.id, -1,
				form_history_take, &reading, &err))
			app_error(app, &err);
	}
	history->list.empty = _("Nothing has been stored yet.");
	w_list_draw(&history->list, canvas, area_part(area, 0, 0, area.rows - detail, -1),
		form->inside);
	row = w_list_cursor(&history->list);
	if (detail > 0 && row >= 0) {
		draw_wrapped(canvas, area_part(area, area.rows - detail + 1, 1, -1, -1), 0,
			history->rows.items[row].text, THEME_NORMAL);
	}
}
