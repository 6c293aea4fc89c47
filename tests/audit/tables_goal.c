/* tables_goal - indicators, and the goal over several years as flow and as stock (domain.md §5, §7). */
#include "remarks.h"
#include "tables.h"

enum { PARTS = 1000 /* indicators are held in thousandths */ };

/* The target of a year: the next one that is due, else one without a year. */
static const struct reading *tables_target(const struct indicator *indicator, int fiscal_year)
{
	const struct reading *undated = NULL;

	for (size_t t = 0; t < indicator->targets.count; t++) {
		const struct reading *const target = &indicator->targets.items[t];

		if (target->fiscal_year >= fiscal_year)
			return target;
		if (!target->fiscal_year)
			undated = target;
	}
	return undated;
}

/* ---- values ------------------------------------------------------------------------------------------- */

/* As flow: the projects of a year, in that year. As stock: with those before in their full years. */
static wide tables_year(const struct world *world, const struct ask *ask, int fiscal_year, bool stock,
	wide *projects)
{
	wide minutes = 0;

	*projects = 0;
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];
		const bool new = project->fiscal_year == fiscal_year;

		if (!project->counts || !ask_matches(ask, project) || project->fiscal_year > fiscal_year ||
			(!new && !stock))
			continue;
		*projects += 1;
		minutes += project->minutes[ask->stage][new ? IN_YEAR : FULL_YEAR];
	}
	return minutes;
}

/* Leaders who have taken a course, each once, up to the end of a year. */
static int64_t tables_trained(const struct world *world, int fiscal_year)
{
	int64_t trained = 0;

	for (size_t p = 0; p < world->people.count; p++) {
		const char *const person = world->people.items[p].code;
		bool leads = false, taught = false;

		for (size_t l = 0; l < world->leaders.count; l++)
			leads |= same(world->leaders.items[l].person, person) &&
				world->leaders.items[l].fiscal_year <= fiscal_year;
		for (size_t a = 0; a < world->attendance.count; a++)
			for (size_t c = 0; c < world->courses.count; c++)
				taught |= same(world->attendance.items[a].person, person) &&
					same(world->attendance.items[a].course, world->courses.items[c].code) &&
					world->courses.items[c].fiscal_year <= fiscal_year;
		trained += leads && taught;
	}
	return trained;
}

/* The value of a year; false where there is none. */
static bool tables_value(const struct world *world, const struct indicator *indicator, int fiscal_year,
	wide *value)
{
	const struct ask plain = {.stage = ESTIMATE};
	bool months = false, taught = false;
	int first = 0, last = 0;
	wide projects;

	if (same(indicator->computed, "hours-saved")) {
		const wide minutes = tables_year(world, &plain, fiscal_year, false, &projects);

		if (projects) {
			*value = exact_round(minutes, 60) * PARTS;
			return true;
		}
	}
	for (size_t c = 0; c < world->courses.count; c++) {
		const int year = world->courses.items[c].fiscal_year;

		first = !taught || year < first ? year : first;
		last = !taught || year > last ? year : last;
		taught = true;
	}
	if (same(indicator->computed, "leaders-trained") && taught && fiscal_year >= first && fiscal_year <= last) {
		*value = (wide)tables_trained(world, fiscal_year) * PARTS;
		return true;
	}
	*value = 0;
	for (size_t v = 0; v < indicator->values.count; v++) {
		const struct reading *const reading = &indicator->values.items[v];

		if (reading->fiscal_year != fiscal_year)
			continue;
		if (!reading->month) {
			*value = reading->value;
			return true;
		}
		*value = same(indicator->yearly, "sum") ? *value + reading->value : reading->value;
		months = true;
	}
	for (size_t v = 0; v < indicator->values.count; v++)
		if (indicator->values.items[v].fiscal_year == fiscal_year && !indicator->values.items[v].month)
			*value = indicator->values.items[v].value;
	return months;
}

/* Tenths of a percent; false where a target has no share that could be reached. */
static bool tables_attained(wide value, wide target, bool down, wide *tenths)
{
	if (target <= 0)
		return false;
	*tenths = !down ? exact_round(value * 1000, target) : value <= 0 ? 1000 : exact_round(target * 1000, value);
	return true;
}

/* ---- the tables ----------------------------------------------------------------------------------------- */

void tables_indicators(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const char *const columns[] = {"code", "name", "value", "target", "unit", "target_fiscal_year",
		"attainment", "direction", "source"};

	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t i = 0; i < world->indicators.count; i++) {
		const struct indicator *const indicator = &world->indicators.items[i];
		const struct reading *const target = tables_target(indicator, ask->fiscal_year);
		wide value, tenths;
		const bool known = tables_value(world, indicator, ask->fiscal_year, &value);

		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "code", indicator->code);
		wanted_text(wanted, "name", indicator->name);
		wanted_text(wanted, "unit", indicator->unit);
		wanted_text(wanted, "direction", indicator->direction);
		wanted_text(wanted, "source", indicator->source);
		if (known)
			wanted_copy(wanted, "value", exact_plain(wanted->pool, value, 3));
		if (target)
			wanted_copy(wanted, "target", exact_plain(wanted->pool, target->value, 3));
		if (target && target->fiscal_year)
			wanted_number(wanted, "target_fiscal_year", target->fiscal_year, 0);
		if (known && target && tables_attained(value, target->value, same(indicator->direction, "down"),
			&tenths))
			wanted_number(wanted, "attainment", tenths, 1);
	}
}

static const struct indicator *tables_goal_of(const struct world *world)
{
	for (size_t i = 0; i < world->indicators.count; i++)
		if (same(world->indicators.items[i].computed, "hours-saved"))
			return &world->indicators.items[i];
	return NULL;
}

wide tables_goal_minutes(const struct world *world, int fiscal_year)
{
	const struct indicator *const goal = tables_goal_of(world);
	const struct reading *const target = goal ? tables_target(goal, fiscal_year) : NULL;

	return target ? exact_round((wide)target->value * 60, PARTS) : 0;
}

void tables_goal(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const char *const columns[] = {"fiscal_year", "new_projects", "earlier_projects", "flow_hours",
		"stock_hours", "target_hours", "flow_attainment", "stock_attainment"};
	const struct indicator *const goal = tables_goal_of(world);
	/* from the first year with a project, or the one asked for, to the last of them */
	const int first = world->first_year && world->first_year < ask->fiscal_year ? world->first_year :
		ask->fiscal_year;
	const int last = world->last_year > ask->fiscal_year ? world->last_year : ask->fiscal_year;

	for (size_t c = 0; c < (goal ? 8 : 5); c++)
		wanted_column(wanted, columns[c]);
	for (int year = first; year <= last; year++) {
		const struct reading *const target = goal ? tables_target(goal, year) : NULL;
		wide new, all, tenths;
		const wide flow = tables_year(world, ask, year, false, &new);
		const wide stock = tables_year(world, ask, year, true, &all);

		wanted_row(wanted, WANTED_DATA);
		wanted_number(wanted, "fiscal_year", year, 0);
		wanted_number(wanted, "new_projects", new, 0);
		wanted_number(wanted, "earlier_projects", all - new, 0);
		wanted_number(wanted, "flow_hours", exact_round(flow, 60), 0);
		wanted_number(wanted, "stock_hours", exact_round(stock, 60), 0);
		if (!target)
			continue;
		const wide minutes = exact_round((wide)target->value * 60, PARTS);
		wanted_number(wanted, "target_hours", exact_round(minutes, 60), 0);
		if (tables_attained(flow, minutes, false, &tenths))
			wanted_number(wanted, "flow_attainment", tenths, 1);
		if (tables_attained(stock, minutes, false, &tenths))
			wanted_number(wanted, "stock_attainment", tenths, 1);
	}
	struct ask all = *ask;
	all.all_years = true;
	remarks_no_figure(world, &all, 1u << ask->stage, NULL, wanted);
	remarks_too_large(world, &all, wanted);
}
