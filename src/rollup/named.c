#include "config.h"

#include "rollup/named.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"

static void by_problem_type(struct pivot_query *query)
{
	query->all_entries = true;
	pivot_query_add(query, MEASURE_SHARE);
}

static void by_tool(struct pivot_query *query)
{
	query->rows[0] = DIMENSION_TOOL;
	query->all_entries = true;
}

/* Every unit is shown, those without a project too. */
static void named_by_unit(struct pivot_query *query, enum dimension dimension)
{
	query->rows[0] = dimension;
	query->all_entries = true;
}

static void by_department(struct pivot_query *query)
{
	named_by_unit(query, DIMENSION_DEPARTMENT);
	query->measures[query->measure_count++] = MEASURE_TEAMS;
}

static void by_section(struct pivot_query *query)
{
	named_by_unit(query, DIMENSION_SECTION);
	query->measures[query->measure_count++] = MEASURE_TEAMS;
}

static void by_team(struct pivot_query *query)
{
	named_by_unit(query, DIMENSION_TEAM);
}

static void types_and_tools(struct pivot_query *query)
{
	query->column = DIMENSION_TOOL;
	query->all_entries = true;
	query->measures[0] = MEASURE_PROJECTS;
	query->measure_count = 1;
}

static void over_the_years(struct pivot_query *query)
{
	query->rows[0] = DIMENSION_FISCAL_YEAR;
	query->fiscal_year = 0;
	query->goal = true;
	pivot_query_add(query, MEASURE_CHANGE);
}

static void what_came_true(struct pivot_query *query)
{
	named_by_unit(query, DIMENSION_DEPARTMENT);
	query->measures[1] = MEASURE_REALISATION;
	query->measure_count = 2;
}

#define REVIEW_CHART \
	{CHART_BARS, "section", "section", {"estimate_hours", "actual_hours"}, "target_hours"}
const struct named_table named_tables[] = {
	{"problem-types", N_("By problem type"),
		N_("projects, hours and person-years by problem type"), .query = by_problem_type},
	{"ict-tools", N_("By ICT tool"),
		N_("projects, hours and person-years by primary tool"), .query = by_tool},
	{"departments", N_("By department"),
		N_("every department with its share of teams that have a project"), .query = by_department},
	{"sections", N_("By section"),
		N_("every section with its share of teams that have a project"), .query = by_section},
	{"teams", N_("By team"), N_("every team with its projects and hours"), .query = by_team},
	{"matrix", N_("Problem types and ICT tools"),
		N_("projects by problem type (rows) and primary tool (columns)"), .query = types_and_tools},
	{"trend", N_("Over the years"),
		N_("each fiscal year with its change on the year before"), .query = over_the_years,
		.any_rows = true},
	{"realisation", N_("Realisation"),
		N_("estimate, forecast and actual hours, and how much came true"), .query = what_came_true,
		.any_rows = true},
	{"destinations", N_("Use of the freed time"),
		N_("hours saved by where they go, by percent of each effect line"), .query = NULL,
		.any_rows = true,
		.chart = {CHART_BARS, "destination", "destination", {"hours"}, NULL}},
	{"fractions", N_("Fractions of a person"),
		N_("each section's hours as hundredths of a person and minutes a working day"),
		.query = NULL},
	{"headroom", N_("Room for wider use"),
		N_("cases that projects cover, of all there are, and what full use would save"),
		.chart = {CHART_BARS, "title", "title", {"hours", "hours_more"}, NULL}},
	{"overlaps", N_("Possible double counting"),
		N_("projects of a section that claim the same piece of work"), .query = NULL},
	{"doubts", N_("Doubtful figures"),
		N_("effect lines whose figures should be looked at, with what is doubtful"), .query = NULL},
	{"coverage", N_("Coverage"),
		N_("which teams have registered, reported at the half, and closed the year"), .query = NULL,
		.any_rows = true,
		.units = NAMED_UNITS_OWN},
	{"reminders", N_("Reminders"),
		N_("the teams that are late, with what is missing and who leads"), .query = NULL,
		.units = NAMED_UNITS_OWN},
	{"review", N_("Review sheet of the year"),
		N_("one row a section for the performance review, with target and attainment"),
		.chart = REVIEW_CHART,
		.units = NAMED_UNITS_OWN},
	{"review-first-half", N_("Review sheet of the first half"),
		N_("the same for the projects that start from April to September"),
		.chart = REVIEW_CHART,
		.units = NAMED_UNITS_OWN},
	{"review-second-half", N_("Review sheet of the second half"),
		N_("the same for the projects that start from October to March"),
		.chart = REVIEW_CHART,
		.units = NAMED_UNITS_OWN},
	{"indicators", N_("Indicators"),
		N_("every indicator with its value, target and attainment"), .query = NULL,
		.units = NAMED_UNITS_NONE},
	{"goal", N_("Goal over several years"),
		N_("hours saved by year, as flow and as stock, against the target"),
		.chart = {CHART_TREND, "fiscal_year", "fiscal_year", {"flow_hours", "stock_hours"}, "target_hours"}},
	{"training", N_("Training"),
		N_("the courses of the year, and how many of those they are for have attended"),
		.chart = {CHART_BARS, "course", "course", {"invited", "attended"}, NULL},
		.units = NAMED_UNITS_NONE},
};
const size_t named_table_count = sizeof named_tables / sizeof named_tables[0];

const struct named_table *named_find(const char *id)
{
	assert(id);
	for (size_t t = 0; t < named_table_count; t++)
		if (strcmp(named_tables[t].id, id) == 0)
			return &named_tables[t];
	return NULL;
}

void named_describe_chart(const struct named_table *named, struct table *table)
{
	struct pivot_query query;

	table->chart = named->chart;
	if (!named->query)
		return;
	named_query(named, 0, STAGE_ESTIMATE, BASIS_IN_YEAR, &query);
	pivot_chart_describe(&query, table);
}

void named_query(const struct named_table *named, int fiscal_year, enum stage stage,
	enum basis basis, struct pivot_query *query)
{
	assert(stage < STAGE_COUNT && basis < BASIS_COUNT);
	pivot_query_init(query);
	query->fiscal_year = fiscal_year;
	query->stage = stage;
	query->basis = basis;
	if (named->query)
		named->query(query);
}

void named_set_rows(struct pivot_query *query, enum dimension rows)
{
	assert(rows < DIMENSION_COUNT);
	if (query->rows[0] == DIMENSION_FISCAL_YEAR && rows != DIMENSION_FISCAL_YEAR) {
		query->column = DIMENSION_FISCAL_YEAR;
		query->measures[0] = MEASURE_PROJECTS;
		query->measures[1] = MEASURE_HOURS;
		query->measure_count = 2;
	}
	query->rows[0] = rows;
}

bool named_run(const struct named_table *named, const struct facts *facts,
	const struct pivot_query *query, const struct pivot_context *context, struct table *table,
	struct error *err)
{
	assert(named->query);
	if (!pivot_run(facts, query, context, table, err))
		return false;
	table->id = arena_strdup(&table->arena, named->id);
	table->title = arena_strdup(&table->arena, _(named->title));
	return true;
}
