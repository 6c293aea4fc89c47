#include "config.h"

#include "ui/office/s_snapshots.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "rollup/named.h"
#include "service/project/registering.h"
#include "service/results/snapshots.h"
#include "ui/form/s_form.h"
#include "ui/kit/s_page.h"
#include "ui/kit/w_choice.h"

/* ---- what changed --------------------------------------------------------------------------- */

/* The values of the page: both names (the second NULL = now) and what of the total is asked for. */
enum { BEFORE, AFTER, SCOPE_CODE, SCOPE_NAME };
enum { STAGE, BASIS, SCOPE };
enum { SCOPE_ALL, SCOPE_DEPARTMENT, SCOPE_TYPE, SCOPE_TOOL };

static bool snapshots_page_make_diff(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	const char *code = values->texts[SCOPE_CODE];
	struct snapshot_scope scope = {
		.stage = (enum stage)values->numbers[STAGE],
		.basis = (enum basis)values->numbers[BASIS],
	};

	if (values->numbers[SCOPE] == SCOPE_DEPARTMENT)
		scope.department_code = code;
	else if (values->numbers[SCOPE] == SCOPE_TYPE)
		scope.problem_type = code;
	else if (values->numbers[SCOPE] == SCOPE_TOOL)
		scope.tool = code;
	return snapshots_compare(app->session, values->texts[BEFORE], values->texts[AFTER], &scope,
		table, err);
}

static void snapshots_page_diff_subtitle(const struct page_values *values, struct strbuf *out)
{
	/* two snapshots */
	strbuf_addf(out, _("%s → %s"), values->texts[BEFORE],
		values->texts[AFTER] ? values->texts[AFTER] : _("now"));
	if (values->texts[SCOPE_NAME])
		strbuf_addf(out, "  [%s]", values->texts[SCOPE_NAME]);
}

static void snapshots_page_next_stage(struct app *app, struct screen *screen)
{
	struct page_values *values = page_values_of(screen);

	values->numbers[STAGE] = (values->numbers[STAGE] + 1) % STAGE_COUNT;
	page_read(app, screen);
}

static void snapshots_page_next_basis(struct app *app, struct screen *screen)
{
	struct page_values *values = page_values_of(screen);

	values->numbers[BASIS] = (values->numbers[BASIS] + 1) % BASIS_COUNT;
	page_read(app, screen);
}

struct scope_entry {
	int scope;
	const char *code;
};
typedef VEC(struct w_choice_entry) choice_entries;
typedef VEC(struct scope_entry) scope_entries;

static void snapshots_page_add_scope(choice_entries *entries, scope_entries *scopes, int scope,
	const char *code, const char *name, const char *hint)
{
	*vec_add(entries) = (struct w_choice_entry){.label = name, .reading = code, .hint = hint};
	*vec_add(scopes) = (struct scope_entry){scope, code};
}

static void snapshots_page_add_catalogue(const struct catalogue *catalogue, int fiscal_year,
	int scope, const char *hint, choice_entries *entries, scope_entries *scopes)
{
	for (size_t i = 0; i < catalogue->entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue->entries.items[i];

		if (entry->first_fiscal_year <= fiscal_year &&
			(!entry->last_fiscal_year || entry->last_fiscal_year >= fiscal_year))
			snapshots_page_add_scope(entries, scopes, scope, entry->code, entry->name,
				hint);
	}
}

/* Which total is to be explained: the whole, or that of a department, type or tool. */
static void snapshots_page_choose_scope(struct app *app, struct screen *screen)
{
	choice_entries entries = {0};
	scope_entries scopes = {0};
	struct error err = {0};
	const int year = app->session->fiscal_year;
	const struct unit_tree *units = session_units(app->session, year, &err);

	snapshots_page_add_scope(&entries, &scopes, SCOPE_ALL, NULL, _("Everything"), NULL);
	snapshots_page_add_catalogue(&app->session->problem_types, year, SCOPE_TYPE,
		_("Problem type"), &entries, &scopes);
	snapshots_page_add_catalogue(&app->session->tools, year, SCOPE_TOOL, _("ICT tool"),
		&entries, &scopes);
	for (size_t i = 0; units && i < units->nodes.count; i++) {
		const struct unit *unit = &units->nodes.items[i].unit;

		if (unit->kind != UNIT_DEPARTMENT)
			continue;
		snapshots_page_add_scope(&entries, &scopes, SCOPE_DEPARTMENT, unit->code,
			unit->name, _("Department"));
		entries.items[entries.count - 1].reading = unit_tree_found_by(units, (int)i);
	}
	const int chosen = w_choice_run(app, _("Which total?"), entries.items, entries.count, 0);
	if (chosen >= 0) {
		page_values_of(screen)->numbers[SCOPE] = scopes.items[chosen].scope;
		page_set_text(screen, SCOPE_CODE, scopes.items[chosen].code);
		page_set_text(screen, SCOPE_NAME, chosen > 0 ? entries.items[chosen].label : NULL);
		page_read(app, screen);
	}
	vec_free(&entries);
	vec_free(&scopes);
}

static void snapshots_page_open_project(struct app *app, struct screen *screen)
{
	struct project project;
	struct error err = {0};

	if (registering_load(app->session, page_text(screen, "number"), &project, &err))
		form_open(app, project.id);
	else
		app_error(app, &err);
	project_free(&project);
}

static bool snapshots_page_on_project(const struct app *app, const struct screen *screen)
{
	(void)app;
	return *page_text(screen, "number") != '\0';
}

static const struct screen_act diff_acts[] = {
	{ACTION_OPEN, .act = snapshots_page_open_project, .offered = snapshots_page_on_project},
	{ACTION_FILTER, .act = snapshots_page_choose_scope},
	{ACTION_STAGE, .act = snapshots_page_next_stage},
	{ACTION_BASIS, .act = snapshots_page_next_basis},
	PAGE_ACTS
};

static const struct page_ops diff_page = {
	.title = N_("What changed"),
	.context = CONTEXT_REPORTS,
	.make = snapshots_page_make_diff,
	.subtitle = snapshots_page_diff_subtitle,
	.acts = diff_acts,
};

/* ---- a table as it was ---------------------------------------------------------------------- */

enum { SNAPSHOT, TABLE, TABLE_TITLE };

static bool snapshots_page_make_frozen(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	return snapshots_table(app->session, values->texts[SNAPSHOT], values->texts[TABLE],
		(enum stage)values->numbers[STAGE], (enum basis)values->numbers[BASIS], table, err);
}

static void snapshots_page_frozen_subtitle(const struct page_values *values, struct strbuf *out)
{
	strbuf_addf(out, "%s  [%s]", values->texts[TABLE_TITLE], values->texts[SNAPSHOT]);
}

static const struct screen_act frozen_acts[] = {
	{ACTION_STAGE, .act = snapshots_page_next_stage},
	{ACTION_BASIS, .act = snapshots_page_next_basis},
	PAGE_ACTS
};

static const struct page_ops frozen_page = {
	.title = N_("As frozen"),
	.context = CONTEXT_REPORTS,
	.make = snapshots_page_make_frozen,
	.subtitle = snapshots_page_frozen_subtitle,
	.acts = frozen_acts,
};

/* ---- the list ------------------------------------------------------------------------------- */

static bool snapshots_page_make_list(struct app *app, const struct page_values *values,
	struct table *table, struct error *err)
{
	(void)values;
	return snapshots_list_table(app->session, table, err);
}

static void snapshots_page_freeze(struct app *app, struct screen *screen)
{
	char year[FISCAL_YEAR_TEXT];
	struct error err = {0};
	char *name;

	if (!app_permits(app, PERMISSION_EDIT_MASTERS, NULL))
		return;
	name = app_ask(app, _("Name of the snapshot"), NULL);
	if (!name)
		return;
	fiscal_year_format(app->session->fiscal_year, year);
	if (app_confirm(app, _("Freeze %s as “%s”? It cannot be undone."), year, name)) {
		if (snapshots_freeze(app->session, name, app->session->fiscal_year, &err)) {
			app_changed(app);
			page_read(app, screen);
			app_message(app, _("Frozen: %s"), name);
		} else {
			app_error(app, &err);
		}
	}
	free(name);
}

/* What can be done with one: compared with now, with the others of its year, and its tables read. */
struct offer {
	const char *other; /* a snapshot to compare with; NULL = now */
	const struct named_table *table;
};
struct opening {
	struct snapshot_list list;
	struct strbuf ids; /* of the tables that it has, each between newlines */
	choice_entries entries;
	VEC(struct offer) offers; /* by entry */
	struct arena arena;
};

static void snapshots_page_add_offer(struct opening *opening, struct w_choice_entry entry,
	struct offer offer)
{
	*vec_add(&opening->entries) = entry;
	*vec_add(&opening->offers) = offer;
}

static bool snapshots_page_prepare(struct app *app, struct opening *opening, const char *name,
	const char *year, struct error *err)
{
	strbuf_add_char(&opening->ids, '\n');
	if (!snapshots_list(app->session, &opening->list, err) ||
		!snapshots_tables(app->session, name, &opening->ids, err))
		return false;
	snapshots_page_add_offer(opening, (struct w_choice_entry){.label = _("Compare with now")},
		(struct offer){NULL, NULL});

	/* The other snapshots of the year. */
	for (size_t i = 0; i < opening->list.items.count; i++) {
		const struct snapshot_head *head = &opening->list.items.items[i];
		char own[16];

		snprintf(own, sizeof own, "%d", head->fiscal_year);
		if (strcmp(own, year) == 0 && strcmp(head->name, name) != 0)
			snapshots_page_add_offer(opening,
				(struct w_choice_entry){.label = arena_printf(&opening->arena,
					_("Compare with “%s”"), head->name)},
				(struct offer){head->name, NULL});
	}

	for (size_t t = 0; t < named_table_count; t++) {
		const char *line = arena_printf(&opening->arena, "\n%s\n", named_tables[t].id);

		if (strstr(strbuf_text(&opening->ids), line))
			snapshots_page_add_offer(opening,
				(struct w_choice_entry){.label = _(named_tables[t].title),
					.reading = named_tables[t].id, .hint = _("as frozen")},
				(struct offer){NULL, &named_tables[t]});
	}

	return true;
}

static void snapshots_page_open_snapshot(struct app *app, struct screen *screen)
{
	struct opening opening = {0};
	struct error err = {0};
	char *name = xstrdup(page_text(screen, "name"));
	int chosen = -1;

	if (snapshots_page_prepare(app, &opening, name, page_text(screen, "fiscal_year"), &err))
		chosen = w_choice_run(app, name, opening.entries.items, opening.entries.count, 0);
	else
		app_error(app, &err);
	if (chosen >= 0) {
		if (opening.offers.items[chosen].table)
			page_open(app, &frozen_page, &(struct page_values){.texts = {name,
				opening.offers.items[chosen].table->id,
				_(opening.offers.items[chosen].table->title)}});
		else
			page_open(app, &diff_page, &(struct page_values){.texts = {name,
				opening.offers.items[chosen].other}});
	}
	free(name);

	vec_free(&opening.entries);
	vec_free(&opening.offers);
	strbuf_free(&opening.ids);
	arena_free(&opening.arena);
	snapshot_list_free(&opening.list);
}

static void snapshots_page_verify(struct app *app, struct screen *screen)
{
	const char *name = page_text(screen, "name");
	struct error err = {0};

	if (snapshots_verify(app->session, name, &err))
		app_message(app, _("“%s”: nothing was changed since it was frozen."), name);
	else
		app_error(app, &err);
}

static void snapshots_page_seal(const struct screen *screen, struct strbuf *out)
{
	strbuf_addf(out, "SHA-256 %s", page_text(screen, "sha256"));
}

static const struct screen_act list_acts[] = {
	{ACTION_OPEN, .act = snapshots_page_open_snapshot, .offered = page_on_row},
	{ACTION_NEW, .act = snapshots_page_freeze, .offered = page_office},
	{ACTION_SNAPSHOTS, .act = NULL}, /* here they are */
	{ACTION_VERIFY, .act = snapshots_page_verify, .offered = page_on_row},
	PAGE_ACTS
};

static const struct page_ops list_page = {
	.title = N_("Snapshots"),
	.context = CONTEXT_ADMIN,
	.empty = N_("Nothing has been frozen yet. n freezes the results of the fiscal year, so that they can be proved, printed again and compared."),
	.make = snapshots_page_make_list,
	.more = snapshots_page_seal,
	.acts = list_acts,
};

bool snapshots_place(struct app *app, const void *argument)
{
	(void)argument;
	return page_open(app, &list_page, NULL);
}
