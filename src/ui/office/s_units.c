#include "config.h"

#include "ui/office/s_units.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "model/office/office_table.h"
#include "service/units/reorganising.h"
#include "ui/kit/paste_rows.h"
#include "ui/kit/s_page.h"
#include "ui/kit/w_choice.h"
#include "ui/kit/w_record.h"

static const struct unit_tree *units_page_tree_of(struct app *app)
{
	struct error err = {0};
	const struct unit_tree *tree =
		session_units(app->session, app->session->fiscal_year, &err);

	if (!tree)
		app_error(app, &err);
	return tree;
}

/* ---- differences ----------------------------------------------------------------------------- */

static bool units_page_make_diff(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	(void)values;
	return reorganising_diff(app->session, app->session->fiscal_year - 1,
		app->session->fiscal_year, table, err);
}

static const struct screen_act diff_acts[] = {
	PAGE_ACTS
};

static const struct page_ops diff_ops = {
	.title = N_("Changes of units"),
	.context = CONTEXT_ADMIN,
	.empty = N_("The units are those of the year before."),
	.make = units_page_make_diff,
	.acts = diff_acts,
};

/* ---- acts on the tree ------------------------------------------------------------------------ */

static bool units_page_make_tree(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	(void)values;
	return reorganising_tree(app->session, app->session->fiscal_year, table, err);
}

/* After an act: what is shown everywhere is read anew. */
static void units_page_done(struct app *app, struct screen *screen, bool stored,
	const struct error *err)
{
	if (!stored) {
		app_error(app, err);
		return;
	}
	app_changed(app);
	page_read(app, screen);
	app_message(app, _("Stored. Enter shows what has changed since last year; u takes it back."));
}

/* Another unit of one kind, chosen from a list; NULL when given up. The text is the tree's. */
static const char *units_page_choose_unit(struct app *app, const char *title, enum unit_kind kind,
	const char *but, bool with_none)
{
	const struct unit_tree *tree = units_page_tree_of(app);
	VEC(struct w_choice_entry) entries = {0};
	VEC(const char *) codes = {0};

	if (!tree)
		return NULL;
	if (with_none) {
		*vec_add(&entries) = (struct w_choice_entry){.label = _("nobody")};
		*vec_add(&codes) = "";
	}
	for (size_t i = 0; i < tree->nodes.count; i++) {
		const struct unit *unit = &tree->nodes.items[i].unit;

		if (unit->kind != kind || strcmp(unit->code, but) == 0)
			continue;
		*vec_add(&entries) = (struct w_choice_entry){
			.label = unit->name, .reading = unit_tree_found_by(tree, (int)i),
			.hint = unit->code};
		*vec_add(&codes) = unit->code;
	}
	const int chosen = w_choice_run(app, title, entries.items, entries.count, -1);
	const char *code = chosen < 0 ? NULL : codes.items[chosen];
	vec_free(&entries);
	vec_free(&codes);
	return code;
}

static const struct unit *units_page_unit_of_row(struct app *app, const struct screen *screen)
{
	const struct unit_tree *tree = units_page_tree_of(app);
	const int node = tree ? unit_tree_find(tree, page_text(screen, "code")) : -1;

	return node < 0 ? NULL : &tree->nodes.items[node].unit;
}

static void units_page_move_unit(struct app *app, struct screen *screen)
{
	const struct unit *unit = units_page_unit_of_row(app, screen);
	struct error err = {0};

	if (!unit || unit->kind <= UNIT_DEPARTMENT) {
		app_warn(app, _("Only sections and teams can be moved."));
		return;
	}
	const char *parent = units_page_choose_unit(app, _("Moves below"), unit->kind - 1,
		unit->parent_code, false);
	if (parent)
		units_page_done(app, screen,
			reorganising_move(app->session, app->session->fiscal_year,
				page_text(screen, "code"), parent, &err),
			&err);
}

static void units_page_close_unit(struct app *app, struct screen *screen)
{
	const struct unit *unit = units_page_unit_of_row(app, screen);
	char year[FISCAL_YEAR_TEXT];
	struct error err = {0};

	if (!unit)
		return;
	fiscal_year_format(app->session->fiscal_year, year);
	if (!app_confirm(app, _("Close “%s” and all below it from %s on?"), unit->name, year))
		return;
	const char *successor = units_page_choose_unit(app, _("Who takes over"), unit->kind,
		unit->code, true);
	if (!successor)
		return;
	const char *code = page_text(screen, "code");
	struct strbuf ended = {0};
	const bool done = reorganising_close(app->session, app->session->fiscal_year, &code, 1, successor,
		&ended, &err);
	units_page_done(app, screen, done, &err);
	if (done && ended.length)
		app_message(app, _("Ended with it: %s. u takes it back."), strbuf_text(&ended));
	strbuf_free(&ended);
}

/* ---- another name ---------------------------------------------------------------------------- */

enum { NAME_NAME, NAME_READING, NAME_FIELDS };

static bool units_page_take_name(struct app *app, const char *const *values, void *data, int *field,
	struct error *err)
{
	*field = -1;
	return reorganising_rename(app->session, app->session->fiscal_year, data,
		values[NAME_NAME], values[NAME_READING], err);
}

static void units_page_rename_unit(struct app *app, struct screen *screen)
{
	const struct unit *unit = units_page_unit_of_row(app, screen);
	char *code;

	if (!unit)
		return;
	code = xstrdup(unit->code);
	const struct w_record_field fields[NAME_FIELDS] = {
		[NAME_NAME] = {.id = "name", .label = _("New name from this fiscal year on"),
			.value = unit->name},
		[NAME_READING] = {.id = "reading", .label = _("Reading of the name"),
			.value = unit->reading ? unit->reading : ""},
	};
	const struct w_record record = {.title = unit_kind_label(unit->kind), .fields = fields,
		.field_count = NAME_FIELDS, .accept = units_page_take_name, .data = code};
	if (w_record_run(app, &record))
		units_page_done(app, screen, true, NULL);
	free(code);
}

/* ---- a new unit ------------------------------------------------------------------------------ */

struct addition {
	enum unit_kind kind;
	const char *parent_code;
};
enum { ADD_CODE, ADD_NAME, ADD_READING, ADD_FIELDS };

static bool units_page_accept(struct app *app, const char *const *values, void *data, int *field,
	struct error *err)
{
	const struct addition *addition = data;

	*field = -1;
	return reorganising_add(app->session, app->session->fiscal_year, addition->kind,
		values[ADD_CODE], values[ADD_NAME], values[ADD_READING], addition->parent_code, err);
}

/* Below the unit of the row; beside it where it is a team. */
static void units_page_add_unit(struct app *app, struct screen *screen)
{
	const struct unit *unit = units_page_unit_of_row(app, screen);
	const struct w_record_field fields[ADD_FIELDS] = {
		[ADD_CODE] = {.id = "code", .label = _("Unit code"), .value = ""},
		[ADD_NAME] = {.id = "name", .label = _("Unit name"), .value = ""},
		[ADD_READING] = {.id = "reading", .label = _("Reading of the name"), .value = ""},
	};

	if (!unit)
		return;
	const bool beside = unit->kind == UNIT_TEAM;
	char *parent = xstrdup(beside ? unit->parent_code : unit->code);
	struct addition addition = {beside ? UNIT_TEAM : unit->kind + 1, parent};
	const struct w_record record = {.title = unit_kind_label(addition.kind), .fields = fields,
		.field_count = ADD_FIELDS, .accept = units_page_accept, .data = &addition};
	if (w_record_run(app, &record))
		units_page_done(app, screen, true, NULL);
	free(parent);
}

static void units_page_show_diff(struct app *app, struct screen *screen)
{
	(void)screen;
	page_open(app, &diff_ops, NULL);
}

static bool units_page_paste(struct app *app, struct screen *screen, const char *text)
{
	enum sheet_kind kind;

	if (!sheet_kind_parse(office_units.id, &kind) || !paste_rows(app, kind, text, NULL, 0))
		return false;
	page_read(app, screen);
	return true;
}

static const struct screen_act units_acts[] = {
	{ACTION_OPEN, .act = units_page_show_diff},
	{ACTION_EDIT, .act = units_page_rename_unit, .offered = page_office_on_row},
	{ACTION_ADD_LINE, .act = units_page_add_unit, .offered = page_office_on_row},
	{ACTION_MOVE_UNIT, .act = units_page_move_unit, .offered = page_office_on_row},
	{ACTION_DELETE_LINE, .act = units_page_close_unit, .offered = page_office_on_row},
	PAGE_ACTS
};

static const struct page_ops ops = {
	.title = N_("Units"),
	.context = CONTEXT_ADMIN,
	.empty = N_("There are no teams yet. a adds a unit below the one of the cursor; a whole tree comes "
		    "from a file: uraniwa import units FILE."),
	.make = units_page_make_tree,
	.ordered = true,
	.paste = units_page_paste,
	.acts = units_acts,
};

bool units_place(struct app *app, const void *argument)
{
	(void)argument;
	return page_open(app, &ops, NULL);
}
