/* tables_programme - who has handed in what, who is late, and who has been taught (domain.md §6). */
#include <stdlib.h>
#include <time.h>

#include "remarks.h"
#include "tables.h"

enum { REGISTERED, INTERIM, ACTUALS, STEPS };
const char *const table_steps[STEPS] = {"registered", "interim", "actual"};

/* Whether a project owes anything: it does whatever its figures are. */
static bool tables_registered(const struct ask *ask, const struct project *project)
{
	return (project->counts || project->too_large) && project->fiscal_year == ask->fiscal_year &&
		ask_matches(ask, project);
}

struct counts {
	wide steps[STEPS], drafts;
};

/* team NULL: those of no team of the year. */
static struct counts tables_counts(const struct world *world, const struct ask *ask, const struct tree *tree,
	const char *team)
{
	struct counts counts = {0};

	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];
		const int node = tree_find(tree, project->team);
		const bool known = node >= 0 && tree->nodes.items[node].unit->kind == TEAM;

		if (project->fiscal_year != ask->fiscal_year || !ask_matches(ask, project) ||
			(team ? !same(project->team, team) : known))
			continue;
		if (tables_registered(ask, project)) {
			counts.steps[REGISTERED]++;
			counts.steps[INTERIM] += project->status == REPORTED || project->status == COMPLETED;
			counts.steps[ACTUALS] += project->status == COMPLETED;
		} else {
			counts.drafts += project->status == DRAFT || project->status == RETURNED;
		}
	}
	return counts;
}

static void tables_put_counts(struct wanted *wanted, const struct counts *counts)
{
	static const char *const ids[STEPS] = {"projects", "interim_reports", "actual_results"};

	for (int s = 0; s < STEPS; s++)
		wanted_number(wanted, ids[s], counts->steps[s], 0);
	wanted_number(wanted, "drafts", counts->drafts, 0);
}

void tables_coverage(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const struct counts elsewhere = tables_counts(world, ask, tree, NULL);
	const char *const columns[] = {"projects", "interim_reports", "actual_results", "drafts"};
	struct counts total = {0};

	tables_unit_columns(wanted, TEAM);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t n = 0; n < tree->nodes.count; n++) {
		if (tree->nodes.items[n].unit->kind != TEAM || !tables_in_unit(ask, tree, (int)n))
			continue;
		const struct counts counts = tables_counts(world, ask, tree, tree->nodes.items[n].unit->code);
		/* done is what every project that was handed in has, and there is one */
		if (ask->missing && counts.steps[REGISTERED] &&
			counts.steps[ask->missing - 1] == counts.steps[REGISTERED])
			continue;
		wanted_row(wanted, WANTED_DATA);
		tables_unit(wanted, tree, (int)n);
		tables_put_counts(wanted, &counts);
		for (int s = 0; s < STEPS; s++)
			total.steps[s] += counts.steps[s];
		total.drafts += counts.drafts;
	}
	wanted_row(wanted, WANTED_TOTAL);
	tables_unit_word(wanted, "合計");
	tables_put_counts(wanted, &total);
	if (elsewhere.steps[REGISTERED])
		wanted_remark(wanted, "unclassified:team=%lld", (long long)elsewhere.steps[REGISTERED]);
	remarks_left_out(world, ask, NULL, wanted);
}

/* Teams below a node (-1: all), and how many of them have handed in something. */
static void tables_put_rates(struct world *world, const struct ask *ask, const struct tree *tree, int below,
	struct wanted *wanted)
{
	static const char *const teams[STEPS] = {"teams_registered", "teams_interim", "teams_actual"};
	static const char *const rates[STEPS] = {"registered_rate", "interim_rate", "actual_rate"};
	int64_t count = 0, with[STEPS] = {0};

	for (size_t n = 0; n < tree->nodes.count; n++) {
		if (tree->nodes.items[n].unit->kind != TEAM || !tables_in_unit(ask, tree, (int)n) ||
			(below >= 0 && !tree_within(tree, (int)n, below)))
			continue;
		const struct counts counts = tables_counts(world, ask, tree, tree->nodes.items[n].unit->code);
		count++;
		for (int s = 0; s < STEPS; s++)
			with[s] += counts.steps[s] > 0;
	}
	wanted_number(wanted, "teams", count, 0);
	for (int s = 0; s < STEPS; s++) {
		wanted_number(wanted, teams[s], with[s], 0);
		if (count)
			wanted_number(wanted, rates[s], exact_round((wide)with[s] * 1000, count), 1);
	}
}

void tables_coverage_by(struct world *world, const struct ask *ask, enum dimension rows, struct wanted *wanted)
{
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const struct counts elsewhere = tables_counts(world, ask, tree, NULL);
	const enum kind level = rows == BY_DEPARTMENT ? DEPARTMENT : SECTION;
	const char *const columns[] = {"teams", "teams_registered", "registered_rate", "teams_interim",
		"interim_rate", "teams_actual", "actual_rate"};

	tables_unit_columns(wanted, level);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t n = 0; n < tree->nodes.count; n++)
		if (tree->nodes.items[n].unit->kind == level && tables_in_unit(ask, tree, (int)n)) {
			wanted_row(wanted, WANTED_DATA);
			tables_unit(wanted, tree, (int)n);
			tables_put_rates(world, ask, tree, (int)n, wanted);
		}
	wanted_row(wanted, WANTED_TOTAL);
	tables_unit_word(wanted, "合計");
	tables_put_rates(world, ask, tree, -1, wanted);
	if (elsewhere.steps[REGISTERED])
		wanted_remark(wanted, "unclassified:team=%lld", (long long)elsewhere.steps[REGISTERED]);
}

/* ---- reminders ---------------------------------------------------------------------------------------- */

/* Days of a date of the calendar, from some day on. */
static long tables_day(const char *date)
{
	struct tm day = {.tm_year = atoi(date) - 1900, .tm_mon = atoi(date + 5) - 1, .tm_mday = atoi(date + 8),
		.tm_hour = 12};

	return (long)(timegm(&day) / 86400);
}

void tables_reminders(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	static const struct {
		const char *due, *name;
	} steps[STEPS] = {{"decision", "登録"}, {"interim", "中間報告"}, {"year-end", "実績"}};
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const char *const columns[] = {"missing", "due_on", "days_left", "projects_missing", "drafts", "leader"};
	const char *on[STEPS] = {0};
	bool done[STEPS] = {false};

	tables_unit_columns(wanted, TEAM);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t d = 0; d < world->dues.count; d++)
		for (int s = 0; s < STEPS; s++)
			if (world->dues.items[d].fiscal_year == ask->fiscal_year &&
				same(world->dues.items[d].kind, steps[s].due))
				on[s] = world->dues.items[d].on;
	/* the latest first, then in the order of the steps */
	for (;;) {
		int step = -1;

		for (int s = 0; s < STEPS; s++)
			if (!done[s] && on[s] && (step < 0 || strcmp(on[s], on[step]) < 0))
				step = s;
		if (step < 0)
			break;
		done[step] = true;
		const long left = tables_day(on[step]) - tables_day(getenv("URANIWA_NOW"));
		const bool asked = !ask->missing || ask->missing - 1 == step;
		for (size_t n = 0; n < tree->nodes.count && asked && left <= ask->days; n++) {
			const struct unit *const unit = tree->nodes.items[n].unit;

			if (unit->kind != TEAM || !tables_in_unit(ask, tree, (int)n))
				continue;
			const struct counts counts = tables_counts(world, ask, tree, unit->code);
			const wide missing = counts.steps[REGISTERED] - counts.steps[step];
			if (step == REGISTERED ? counts.steps[REGISTERED] > 0 : missing == 0)
				continue;
			wanted_row(wanted, WANTED_DATA);
			tables_unit(wanted, tree, (int)n);
			wanted_text(wanted, "missing", steps[step].name);
			wanted_text(wanted, "due_on", on[step]);
			wanted_number(wanted, "days_left", left, 0);
			if (step != REGISTERED)
				wanted_number(wanted, "projects_missing", missing, 0);
			wanted_number(wanted, "drafts", counts.drafts, 0);
			const int section = tree->nodes.items[n].section;
			const struct section_record record = section < 0 ? (struct section_record){0} :
				tables_section(world, ask->fiscal_year,
					tree->nodes.items[section].unit->code, "year");
			if (record.leader)
				wanted_text(wanted, "leader", record.leader);
		}
	}
	for (int s = 0; s < STEPS; s++)
		if (!on[s])
			wanted_remark(wanted, "no-due-date:%s",
				table_steps[s]);
}

/* ---- training --------------------------------------------------------------------------------------------- */

static bool tables_grant_holds(const struct grant *grant, int fiscal_year)
{
	return grant->first <= fiscal_year && (!grant->last || grant->last >= fiscal_year);
}

static bool tables_is_leader(const struct world *world, const char *person, int first, int last)
{
	for (size_t l = 0; l < world->leaders.count; l++)
		if (same(world->leaders.items[l].person, person) && world->leaders.items[l].fiscal_year >= first &&
			world->leaders.items[l].fiscal_year <= last)
			return true;
	return false;
}

static bool tables_invited(const struct world *world, const struct course *course, const struct person *person)
{
	if (same(course->audience, "leaders"))
		return tables_is_leader(world, person->code, course->fiscal_year, course->fiscal_year);
	if (!same(course->audience, "heads"))
		return person->active;
	for (size_t g = 0; g < world->grants.count; g++)
		if (same(world->grants.items[g].role, "head") && same(world->grants.items[g].person, person->code) &&
			tables_grant_holds(&world->grants.items[g], course->fiscal_year))
			return true;
	return false;
}

static bool tables_attended(const struct world *world, const struct course *course, const struct person *person)
{
	for (size_t a = 0; a < world->attendance.count; a++)
		if (same(world->attendance.items[a].course, course->code) &&
			same(world->attendance.items[a].person, person->code))
			return true;
	return false;
}

void tables_training(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	const char *const columns[] = {"course_code", "course", "form", "hours", "units", "audience", "invited",
		"attended", "attended_others", "completion"};
	int64_t leaders = 0;

	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t c = 0; c < world->courses.count; c++) {
		const struct course *const course = &world->courses.items[c];
		int64_t invited = 0, attended = 0, others = 0;

		if (course->fiscal_year != ask->fiscal_year)
			continue;
		for (size_t p = 0; p < world->people.count; p++) {
			const struct person *const person = &world->people.items[p];
			const bool is_invited = tables_invited(world, course, person);
			const bool came = tables_attended(world, course, person);

			invited += is_invited;
			attended += is_invited && came;
			others += !is_invited && came;
		}
		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "course_code", course->code);
		wanted_text(wanted, "course", course->name);
		wanted_text(wanted, "form", course->form);
		wanted_number(wanted, "hours", exact_round(course->minutes, 60), 0);
		wanted_number(wanted, "units", course->units, 0);
		wanted_text(wanted, "audience", course->audience);
		wanted_number(wanted, "invited", invited, 0);
		wanted_number(wanted, "attended", attended, 0);
		wanted_number(wanted, "attended_others", others, 0);
		if (invited)
			wanted_number(wanted, "completion", exact_round((wide)attended * 1000, invited), 1);
	}
	for (size_t p = 0; p < world->people.count; p++)
		leaders += tables_is_leader(world, world->people.items[p].code, 0, ask->fiscal_year);
	wanted_remark(wanted, "leaders-so-far=%lld", (long long)leaders);
}

/* ---- what is known of a section ---------------------------------------------------------------------------- */

static int64_t tables_units_taken(const struct world *world, int fiscal_year, const char *person)
{
	int64_t units = 0;

	for (size_t c = 0; c < world->courses.count; c++)
		for (size_t a = 0; a < world->attendance.count; a++)
			if (world->courses.items[c].fiscal_year == fiscal_year &&
				same(world->attendance.items[a].course, world->courses.items[c].code) &&
				same(world->attendance.items[a].person, person))
				units += world->courses.items[c].units;
	return units;
}

struct section_record tables_section(const struct world *world, int fiscal_year, const char *section,
	const char *period)
{
	struct section_record record = {.training = -1, .target = -1};
	int64_t halves = -1;

	for (size_t g = 0; g < world->grants.count; g++) {
		const struct grant *const grant = &world->grants.items[g];

		if (same(grant->role, "head") && same(grant->unit, section) &&
			tables_grant_holds(grant, fiscal_year))
			record.head = world_person(world, grant->person);
	}
	for (size_t l = 0; l < world->leaders.count; l++) {
		const struct leader *const leader = &world->leaders.items[l];

		if (leader->fiscal_year != fiscal_year || !same(leader->section, section))
			continue;
		const char *const name = world_person(world, leader->person);
		record.leader = record.leader ? pool_print(world->pool, "%s→%s", record.leader, name) : name;
		record.training = (record.training < 0 ? 0 : record.training) +
			tables_units_taken(world, fiscal_year, leader->person);
	}
	/* a year without a target of its own has those of its halves */
	for (size_t t = 0; t < world->targets.count; t++) {
		const struct target *const target = &world->targets.items[t];

		if (target->fiscal_year != fiscal_year || !same(target->section, section))
			continue;
		if (same(target->period, period))
			record.target = target->minutes;
		else if (same(period, "year"))
			halves = (halves < 0 ? 0 : halves) + target->minutes;
	}
	if (record.target < 0)
		record.target = halves;
	return record;
}
