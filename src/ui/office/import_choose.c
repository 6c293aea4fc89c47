/* import_choose - what is said of the columns and values of a file: chosen from lists, kept as rules of the mapping. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "service/project/choosing.h"
#include "ui/kit/w_choice.h"
#include "ui/office/import_page.h"

/* ---- the mapping of the page ------------------------------------------------------------------- */

static bool choose_begin(struct app *app, const struct page_values *values, struct mapping *mapping)
{
	struct error err = {0};

	*mapping = (struct mapping){0};
	return mapping_parse(values->texts[IMPORT_MAP], import_kind(values), mapping, &err) || app_error(app, &err);
}

/* Writes it, where it was changed, and frees it. Returns whether it was. */
static bool choose_end(const struct page_values *values, struct mapping *mapping, bool changed, struct strbuf *map)
{
	if (changed)
		mapping_write_all(mapping, import_kind(values), map);
	mapping_free(mapping);
	return changed;
}

/* ---- lists ------------------------------------------------------------------------------------- */

/* A field of the kind, or one of these. */
enum { CHOSEN_NOTHING = -100, CHOSEN_OUT = -1, CHOSEN_BY_ITSELF = -2 };

static int choose_field(struct app *app, enum sheet_kind kind, const char *title, bool of_heading, int initial)
{
	VEC(struct w_choice_entry) entries = {0};
	const size_t above = of_heading ? 2 : 0;
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	if (of_heading) {
		*vec_add(&entries) = (struct w_choice_entry){.label = _("(not read)")};
		*vec_add(&entries) = (struct w_choice_entry){.label = _("(by its heading)")};
	}
	for (size_t i = 0; i < count; i++)
		*vec_add(&entries) =
			(struct w_choice_entry){.label = _(columns[i].label), .reading = columns[i].variants};
	const int chosen = w_choice_run(app, title, entries.items, entries.count,
		initial >= 0 ? initial + (int)above : 0);

	vec_free(&entries);
	if (chosen < 0)
		return CHOSEN_NOTHING;
	return chosen < (int)above ? CHOSEN_OUT - chosen : chosen - (int)above;
}

/* What a field of a project can be; nothing for one that is typed. */
static bool choose_values(struct app *app, const char *id, struct choosing *values, struct error *err)
{
	struct session *const session = app->session;

	if (strcmp(id, "team") == 0 || strcmp(id, "team_code") == 0)
		return choosing_teams(session, session->fiscal_year, values, err);
	if (strncmp(id, "problem_type", strlen("problem_type")) == 0)
		choosing_catalogue(session, CATALOGUE_PROBLEM_TYPE, session->fiscal_year, values);
	if (strcmp(id, "tools") == 0 || strcmp(id, "primary_tool") == 0)
		choosing_catalogue(session, CATALOGUE_TOOL, session->fiscal_year, values);
	return true;
}

/* A value of a field, chosen or typed. Caller frees; NULL = given up. */
static char *choose_value(struct app *app, enum sheet_kind kind, int column, const char *question, const char *now)
{
	size_t count;
	const struct sheet_column *const field = &sheet_columns(kind, &count)[column];
	VEC(struct w_choice_entry) entries = {0};
	struct choosing values = {0};
	struct error err = {0};
	char *value = NULL;

	if (kind == SHEET_PROJECTS && !choose_values(app, field->id, &values, &err)) {
		app_error(app, &err);
		return NULL;
	}
	for (size_t i = 0; i < values.items.count; i++) {
		const struct choice_item *const item = &values.items.items[i];

		*vec_add(&entries) = (struct w_choice_entry){item->label, item->reading, item->hint};
	}
	if (entries.count) {
		const int chosen = w_choice_run(app, question, entries.items, entries.count, -1);

		value = chosen < 0 ? NULL : xstrdup(values.items.items[chosen].value);
	} else {
		value = app_ask(app, question, now);
	}
	vec_free(&entries);
	choosing_free(&values);
	return value;
}

/* ---- what is chosen ---------------------------------------------------------------------------- */

/* A rule beside headings: as what it is read. */
static bool choose_again(struct app *app, const struct page_values *values, struct mapping *mapping, size_t at,
	struct strbuf *map)
{
	struct mapping_rule *const rule = &mapping->rules.items[at];
	char *const value = choose_value(app, import_kind(values), rule->column,
		_("Read as what?"), rule->right ? rule->right : MAPPING_TITLE);
	const bool chosen = value && (*value || rule->act == MAPPING_VALUE);

	if (chosen) {
		free(rule->right);
		rule->right = rule->act == MAPPING_CONSTANT && mapping_is_title(value) ? NULL : xstrdup(value);
	}
	free(value);
	return choose_end(values, mapping, chosen, map);
}

/* The rule of a heading, -1 for none. */
static int choose_rule_of(const struct mapping *mapping, const char *heading)
{
	for (size_t i = 0; i < mapping->rules.count; i++)
		if (mapping->rules.items[i].act == MAPPING_HEADING &&
			strcmp(mapping->rules.items[i].left, heading) == 0)
			return (int)i;
	return -1;
}

bool import_choose_column(struct app *app, const struct page_values *values, const char *heading, int64_t of_rule,
	struct strbuf *map)
{
	const enum sheet_kind kind = import_kind(values);
	struct mapping mapping;

	if (!choose_begin(app, values, &mapping))
		return false;
	if (of_rule >= 0)
		return choose_again(app, values, &mapping, (size_t)of_rule, map);

	const int now = mapping_find(&mapping, kind, heading), rule = choose_rule_of(&mapping, heading);
	char *const title = xasprintf(_("What does “%s” mean?"), heading);
	const int chosen = *heading ? choose_field(app, kind, title, true, now) : CHOSEN_NOTHING;
	const bool changed = chosen != CHOSEN_NOTHING && (chosen != CHOSEN_BY_ITSELF || rule >= 0);

	if (chosen == CHOSEN_BY_ITSELF && rule >= 0)
		mapping_remove(&mapping, (size_t)rule);
	else if (changed)
		mapping_put(&mapping, MAPPING_HEADING, chosen == CHOSEN_OUT ? HEADING_LEFT_OUT : chosen, heading,
			NULL);
	free(title);
	return choose_end(values, &mapping, changed, map);
}

bool import_choose_none(struct app *app, const struct page_values *values, const char *heading, int64_t of_rule,
	struct strbuf *map)
{
	struct mapping mapping;

	if (!choose_begin(app, values, &mapping))
		return false;
	const int rule = of_rule >= 0 ? (int)of_rule : choose_rule_of(&mapping, heading);

	if (rule >= 0)
		mapping_remove(&mapping, (size_t)rule);
	return choose_end(values, &mapping, rule >= 0, map);
}

bool import_choose_given(struct app *app, const struct page_values *values, struct strbuf *map)
{
	const enum sheet_kind kind = import_kind(values);
	const struct w_choice_entry when[] = {{.label = _("where it is empty")}, {.label = _("in every row")}};
	struct mapping mapping;

	if (!choose_begin(app, values, &mapping))
		return false;
	const int column = choose_field(app, kind, _("Say something of which field?"), false, -1);
	const int act = column < 0 ? -1 : w_choice_run(app, _("When?"), when, 2, 0);
	char *const value = act < 0 ? NULL : choose_value(app, kind, column, _("Read as what?"), NULL);
	const bool said = value && *value;

	if (said)
		mapping_put(&mapping, act == 0 ? MAPPING_DEFAULT : MAPPING_CONSTANT, column, "", value);
	free(value);
	return choose_end(values, &mapping, said, map);
}

bool import_choose_value(struct app *app, const struct page_values *values, const char *heading, const char *bad,
	struct strbuf *map)
{
	const enum sheet_kind kind = import_kind(values);
	struct mapping mapping;

	if (!choose_begin(app, values, &mapping))
		return false;
	/* a long heading is cut where a row is refused, and one of two lines is known by both */
	struct sheet_look look = {0};
	struct error none = {0};
	int column = mapping_find(&mapping, kind, heading);
	import_look(values, &look, &none);
	for (size_t i = 0; *heading && column < 0 && i < look.columns.count; i++)
		if (strncmp(look.columns.items[i].heading, heading, strlen(heading)) == 0)
			column = look.columns.items[i].column;
	sheet_look_free(&look);
	char *const title = xasprintf(_("Read “%s” as what?"), bad);
	char *const value = column >= 0 && *bad ? choose_value(app, kind, column, title, bad) : NULL;
	const bool said = value && strcmp(value, bad) != 0;

	if (said)
		mapping_put(&mapping, MAPPING_VALUE, column, bad, value);
	free(value);
	free(title);
	return choose_end(values, &mapping, said, map);
}
