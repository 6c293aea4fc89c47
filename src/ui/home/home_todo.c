/* home_todo - what there is to do, on home. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "model/workflow.h"
#include "service/project/listing.h"
#include "service/results/overlaps.h"
#include "service/session/permission.h"
#include "store/due_store.h"
#include "ui/home/private.h"
#include "ui/office/s_overlaps.h"

/* More projects take longer to look through than home may. */
enum { DAYS_AHEAD = 60, DAYS_NEAR = 14, LOOKED_THROUGH_MAX = 20000 };

static void home_todo_add_line(struct home *home, enum theme_role role, int missing,
	const char *filter, const char *text)
{
	*vec_add(&home->todo) = (struct home_line){
		.text = arena_strdup(&home->arena, text),
		.filter = filter,
		.missing = missing,
		.role = role,
	};
}

/* ---- due dates ------------------------------------------------------------------------------ */

/* What is awaited by each date. */
static const struct due_line {
	const char *label;
	enum coverage_step step; /* COVERAGE_STEP_COUNT: nothing that is counted here */
} due_lines[DUE_COUNT] = {
	[DUE_DECISION] = {N_("Registration due"), COVERAGE_REGISTERED},
	[DUE_LEADER] = {N_("DX leaders due"), COVERAGE_STEP_COUNT},
	[DUE_INTERIM] = {N_("Interim reports due"), COVERAGE_INTERIM},
	[DUE_YEAR_END] = {N_("Actual results due"), COVERAGE_ACTUAL},
};

static void home_todo_add_due(struct home *home, enum due_kind kind, struct date due)
{
	const struct due_line *line = &due_lines[kind];
	int64_t days = date_days(due) - date_days(ambient_today());
	bool counted = line->step < COVERAGE_STEP_COUNT;
	bool done = counted && home->rates.with[line->step] == home->rates.teams &&
		home->rates.partly[line->step] == 0;
	struct strbuf text = {0};
	enum theme_role role = days < 0 ? THEME_ERROR : days <= DAYS_NEAR ? THEME_WARNING : THEME_NORMAL;

	if (due.year == 0 || done || days > DAYS_AHEAD || (days < 0 && !counted))
		return;
	if (days < 0) /* what is late, days */
		strbuf_addf(&text, ngettext("%s: %lld day late", "%s: %lld days late",
			(unsigned long)-days), _(line->label), (long long)-days);
	else if (days == 0)
		strbuf_addf(&text, _("%s: due today"), _(line->label));
	else /* what is due, days */
		strbuf_addf(&text, ngettext("%s: %lld day left", "%s: %lld days left",
			(unsigned long)days), _(line->label), (long long)days);
	if (counted) {
		int64_t missing = home->rates.teams - home->rates.with[line->step];
		int64_t partly = home->rates.partly[line->step];

		/* teams that have not handed in */
		strbuf_addf(&text, ngettext("   %lld team missing", "   %lld teams missing",
			(unsigned long)missing), (long long)missing);
		if (partly > 0)
			strbuf_addf(&text, _(", %lld partly"), (long long)partly);
	}
	home_todo_add_line(home, role, counted ? (int)line->step : -1, NULL, strbuf_text(&text));
	strbuf_free(&text);
}

static bool home_todo_add_dues(struct app *app, struct home *home, bool *registration,
	struct error *err)
{
	struct date due[DUE_COUNT];
	size_t before = home->todo.count;

	if (!due_store_load(app->session->store, app->session->fiscal_year, due, err))
		return false;
	for (int kind = 0; kind < DUE_COUNT; kind++) {
		home_todo_add_due(home, (enum due_kind)kind, due[kind]);
		if (kind == DUE_DECISION)
			*registration = home->todo.count > before;
	}
	return true;
}

/* ---- projects that wait --------------------------------------------------------------------- */

/* How many of the scope's projects of the year have that entry, and all of the flags. */
static int64_t home_todo_count_projects(const struct app *app, const struct home *home,
	const struct facts *facts, enum dimension dimension, uint16_t entry, unsigned flags)
{
	char text[16];
	uint16_t year;
	int64_t count = 0;

	snprintf(text, sizeof text, "%d", app->session->fiscal_year);
	year = facts_find(facts, DIMENSION_FISCAL_YEAR, text);
	for (size_t i = 0; i < facts->count; i++) {
		count += facts->codes[dimension][i] == entry &&
			facts->codes[DIMENSION_FISCAL_YEAR][i] == year &&
			(facts->flags[i] & flags) == flags && home_in_scope(home, facts, i);
	}
	return count;
}

static bool home_todo_take_name(const struct project *project, void *data)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(data, "  %s %s", number, project->title);
	return false;
}

/* What waits for whom, by the status it stands in: what a role can do next. */
static const struct waiting {
	enum status status;
	unsigned roles;
	enum theme_role role;
	const char *label; /* N_() */
} waiting[] = {
	{STATUS_RETURNED, ROLE_BIT(ROLE_LEADER) | ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_ADMIN),
		THEME_WARNING, N_("Returned")},
	{STATUS_SUBMITTED, ROLE_BIT(ROLE_HEAD), THEME_WARNING, N_("To be decided on")},
	{STATUS_APPROVED, ROLE_BIT(ROLE_LEADER), THEME_NORMAL, N_("Decided, to be begun")},
	{STATUS_DRAFT, ROLE_BIT(ROLE_LEADER) | ROLE_BIT(ROLE_HEAD) | ROLE_BIT(ROLE_ADMIN),
		THEME_NORMAL, N_("Draft")},
};

static bool home_todo_add_waiting(struct app *app, struct home *home, const struct facts *facts,
	const struct waiting *what, struct error *err)
{
	int64_t count = home_todo_count_projects(app, home, facts, DIMENSION_STATUS,
		facts_find(facts, DIMENSION_STATUS, workflow_status_id(what->status)), 0);
	struct listing_query query;
	struct project_list *list;
	struct strbuf text = {0};
	const char *filter;
	char word[64];
	bool read;

	if (count == 0)
		return true;
	snprintf(word, sizeof word, "status:%s", workflow_status_id(what->status));
	filter = home_filter(app, home, word);
	/* what waits, how many projects it is */
	strbuf_addf(&text, ngettext("%s: %lld project", "%s: %lld projects", (unsigned long)count),
		_(what->label), (long long)count);

	/* The first of them by name: mostly it is the only one. */
	listing_query_init(&query);
	query.filter = filter;
	list = listing_open(app->session, &query, err);
	read = list && project_list_rows(list, 0, 1, home_todo_take_name, &text, err);
	if (list)
		project_list_free(list);
	if (read)
		home_todo_add_line(home, what->role, -1, filter, strbuf_text(&text));
	strbuf_free(&text);
	return read;
}

static void home_todo_add_unclassified(struct app *app, struct home *home,
	const struct facts *facts)
{
	int64_t count = home_todo_count_projects(app, home, facts, DIMENSION_PROBLEM_TYPE, 0,
		FACT_COUNTED);
	char *text;

	if (count == 0)
		return;
	text = xasprintf(ngettext("%lld project has no problem type",
		"%lld projects have no problem type", (unsigned long)count), (long long)count);
	home_todo_add_line(home, THEME_NORMAL, -1, home_filter(app, home, "counted:yes type:"), text);
	free(text);
}

/* Projects whose figures cannot be, by number: whoever may mend them comes to them from here. */
static void home_todo_add_too_large(struct app *app, struct home *home, const struct facts *facts)
{
	struct strbuf filter = {0}, text = {0};
	int64_t count = 0;

	for (size_t i = 0; i < facts->too_large.count; i++) {
		const struct facts_too_large *found = &facts->too_large.items[i];
		char number[FISCAL_YEAR_TEXT];

		if (found->fiscal_year != app->session->fiscal_year ||
			!home_in_scope(home, facts, found->fact))
			continue;
		fiscal_year_number_format(found->fiscal_year, found->number, number);
		strbuf_addf(&filter, "%s%s", count++ ? "," : "number:", number);
	}
	if (count) {
		strbuf_addf(&text, ngettext("Impossible figures, not counted: %lld project",
			"Impossible figures, not counted: %lld projects", (unsigned long)count),
			(long long)count);
		home_todo_add_line(home, THEME_ERROR, -1, home_filter(app, home, strbuf_text(&filter)),
			strbuf_text(&text));
	}
	strbuf_free(&filter);
	strbuf_free(&text);
}

static bool home_todo_is_office(const struct app *app)
{
	return session_permits(app->session, PERMISSION_EDIT_MASTERS, app->session->fiscal_year, NULL,
		NULL);
}

/* What a rule takes for standard work: the office has the word, the leader sees it coming. */
static bool home_todo_add_flagged(struct app *app, struct home *home, const struct facts *facts,
	struct error *err)
{
	struct listing_query query;
	struct project_list *list;
	int64_t count = 0;

	if (facts->count > LOOKED_THROUGH_MAX)
		return true;
	listing_query_init(&query);
	query.filter = home_filter(app, home, "excluded:flagged");
	list = listing_open(app->session, &query, err);
	const bool read = list && project_list_count(list, &count, err);
	if (list)
		project_list_free(list);
	if (!read || count == 0)
		return read;
	char *text = xasprintf(ngettext("Standard work? %lld project waits for the office's word",
		"Standard work? %lld projects wait for the office's word", (unsigned long)count),
		(long long)count);
	home_todo_add_line(home, home_todo_is_office(app) ? THEME_WARNING : THEME_NORMAL, -1,
		query.filter, text);
	free(text);
	return true;
}

bool home_overlaps_read(struct app *app, struct home *home, struct error *err)
{
	struct overlaps overlaps = {0};
	size_t waiting_groups = 0;
	bool read = true;

	home->overlaps_due = false;
	read = overlaps_load(app->session, app->session->fiscal_year, NULL, &overlaps, err);
	if (read)
		waiting_groups = overlaps_waiting(&overlaps);
	overlaps_free(&overlaps);
	if (waiting_groups == 0)
		return read;
	char *text = xasprintf(ngettext("Possible double counting: %zu to be looked at",
		"Possible double counting: %zu to be looked at", waiting_groups), waiting_groups);
	home_todo_add_line(home, THEME_NORMAL, -1, NULL, text);
	home->todo.items[home->todo.count - 1].open = overlaps_open;
	free(text);
	return true;
}

bool home_todo_read(struct app *app, struct home *home, const struct facts *facts,
	struct error *err)
{
	bool registration = false;

	home_todo_add_too_large(app, home, facts);
	if (!home_todo_add_dues(app, home, &registration, err))
		return false;

	const unsigned roles = permission_roles(app->session, app->session->fiscal_year, NULL);

	for (size_t i = 0; i < sizeof waiting / sizeof waiting[0]; i++)
		if ((waiting[i].roles & roles) &&
			!home_todo_add_waiting(app, home, facts, &waiting[i], err))
			return false;

	const int64_t idle = home->rates.teams - home->rates.with[COVERAGE_REGISTERED];

	if (!registration && idle != 0) {
		char *text = xasprintf(ngettext("%lld team has no project yet",
			"%lld teams have no project yet", (unsigned long)idle), (long long)idle);

		home_todo_add_line(home, THEME_NORMAL, COVERAGE_REGISTERED, NULL, text);
		free(text);
	}
	home_todo_add_unclassified(app, home, facts);
	if (!home_todo_add_flagged(app, home, facts, err))
		return false;

	/* What may be counted twice, for the office to look at: to look for it takes longer than
	 * the rest, so that it comes once the screen is there. A script sees the work of each step
	 * done. */
	home->overlaps_due = facts->count <= LOOKED_THROUGH_MAX && home_todo_is_office(app);
	if (home->overlaps_due && app->steady)
		return home_overlaps_read(app, home, err);
	app_later(app);
	return true;
}
