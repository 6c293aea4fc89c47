/* tables_review - the sheet of the performance review: a row a section, for a half or the year (domain.md §6). */
#include "remarks.h"
#include "tables.h"

enum { HALF_MONTHS = 6, YEAR_MONTHS = 12 };
enum half { WHOLE_YEAR, FIRST_HALF, SECOND_HALF };
static const char *const periods[] = {"year", "first-half", "second-half"};

struct sheet {
	int64_t teams, with_project, training, target; /* the last two -1 = not known */
	wide projects, interim, estimate, actual, figure;
};

static bool tables_starts_first(const struct project *project)
{
	return project->start >= 0 && project->start < HALF_MONTHS;
}

static bool tables_starts_second(const struct project *project)
{
	return project->start >= HALF_MONTHS && project->start < YEAR_MONTHS;
}

static bool (*const takes_half[])(const struct project *) = {NULL, tables_starts_first, tables_starts_second};

static bool tables_in_half(const struct project *project, enum half half)
{
	return !takes_half[half] || takes_half[half](project);
}

/* section NULL: the projects of no section of the year. */
static void tables_sheet_add(struct world *world, const struct ask *ask, const struct tree *tree, int section,
	enum half half, struct sheet *sheet)
{
	struct sums sums = {0};

	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];
		const int team = tree_find(tree, project->team);
		const int own = team < 0 || tree->nodes.items[team].unit->kind != TEAM ? -1 :
			tree->nodes.items[team].section;

		if (!tables_takes(ask, project) || !tables_in_half(project, half) || own != section)
			continue;
		sums_add(&sums, world, project, ask->basis);
		sheet->interim += project->status == REPORTED || project->status == COMPLETED;
	}
	sheet->with_project = section < 0 ? 0 : (int64_t)sums.teams.count;
	sheet->projects = sums.projects;
	sheet->estimate = sums.minutes[ESTIMATE][ask->basis];
	sheet->actual = sums.minutes[ACTUAL][ask->basis];
	sheet->figure = sums.minutes[ask->stage][ask->basis];
}

static void tables_sheet_put(const struct world *world, const struct ask *ask, struct wanted *wanted,
	const struct sheet *sheet)
{
	wanted_number(wanted, "teams", sheet->teams, 0);
	wanted_number(wanted, "teams_with_project", sheet->with_project, 0);
	if (sheet->teams)
		wanted_number(wanted, "team_rate", exact_round((wide)sheet->with_project * 1000, sheet->teams), 1);
	wanted_number(wanted, "projects", sheet->projects, 0);
	wanted_number(wanted, "estimate_hours", exact_round(sheet->estimate, 60), 0);
	wanted_number(wanted, "actual_hours", exact_round(sheet->actual, 60), 0);
	wanted_number(wanted, "person_years",
		exact_round(sheet->figure * 10, 60 * (wide)world_hours(world, ask->fiscal_year)), 1);
	if (sheet->training >= 0)
		wanted_number(wanted, "training_units", sheet->training, 0);
	wanted_number(wanted, "interim_reports", sheet->interim, 0);
	if (sheet->target >= 0)
		wanted_number(wanted, "target_hours", exact_round(sheet->target, 60), 0);
	if (sheet->target > 0)
		wanted_number(wanted, "attainment", exact_round(sheet->figure * 1000, sheet->target), 1);
}

static void tables_sheet_total(struct sheet *total, const struct sheet *part)
{
	total->teams += part->teams;
	total->with_project += part->with_project;
	total->projects += part->projects;
	total->interim += part->interim;
	total->estimate += part->estimate;
	total->actual += part->actual;
	total->figure += part->figure;
	if (part->training >= 0)
		total->training = (total->training < 0 ? 0 : total->training) + part->training;
	if (part->target >= 0)
		total->target = (total->target < 0 ? 0 : total->target) + part->target;
}

static void tables_review_of(struct world *world, const struct ask *ask, struct wanted *wanted, enum half half)
{
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const char *const columns[] = {"section_head", "teams", "teams_with_project", "team_rate", "projects",
		"estimate_hours", "actual_hours", "person_years", "leader", "training_units", "interim_reports",
		"target_hours", "attainment"};
	struct sheet total = {.training = -1, .target = -1};

	tables_unit_columns(wanted, SECTION);
	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t n = 0; n < tree->nodes.count; n++) {
		const struct unit *const unit = tree->nodes.items[n].unit;

		if (unit->kind != SECTION || !tables_in_unit(ask, tree, (int)n))
			continue;
		const struct section_record record =
			tables_section(world, ask->fiscal_year, unit->code, periods[half]);
		struct sheet sheet = {.teams = tree_count(tree, TEAM, (int)n), .training = record.training,
			.target = record.target};
		tables_sheet_add(world, ask, tree, (int)n, half, &sheet);
		wanted_row(wanted, WANTED_DATA);
		tables_unit(wanted, tree, (int)n);
		if (record.head)
			wanted_text(wanted, "section_head", record.head);
		if (record.leader)
			wanted_text(wanted, "leader", record.leader);
		tables_sheet_put(world, ask, wanted, &sheet);
		tables_sheet_total(&total, &sheet);
	}
	struct sheet none = {.training = -1, .target = -1};
	tables_sheet_add(world, ask, tree, -1, half, &none);
	if (none.projects && !ask->unit) {
		wanted_row(wanted, WANTED_DATA);
		tables_unit_word(wanted, "なし");
		tables_sheet_put(world, ask, wanted, &none);
		tables_sheet_total(&total, &none);
	}
	wanted_row(wanted, WANTED_TOTAL);
	tables_unit_word(wanted, "合計");
	tables_sheet_put(world, ask, wanted, &total);

	int64_t neither = 0, later = 0;
	for (size_t p = 0; p < world->projects.count && half != WHOLE_YEAR; p++) {
		const struct project *const project = &world->projects.items[p];
		const bool takes = tables_takes(ask, project) && ask_in_unit(ask, project);

		neither += takes && project->start < 0;
		later += takes && project->start == YEAR_MONTHS;
	}
	if (neither)
		wanted_remark(wanted, "no-half=%lld", (long long)neither);
	if (later)
		wanted_remark(wanted, "later-half=%lld", (long long)later);
	wanted_rounding(wanted);
	remarks_left_out(world, ask, takes_half[half], wanted);
	remarks_no_figure(world, ask, 1u << ESTIMATE | 1u << ACTUAL | 1u << ask->stage, takes_half[half], wanted);
	remarks_too_large(world, ask, wanted);
}

void tables_review(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_review_of(world, ask, wanted, WHOLE_YEAR);
}

void tables_review_first(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_review_of(world, ask, wanted, FIRST_HALF);
}

void tables_review_second(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	tables_review_of(world, ask, wanted, SECOND_HALF);
}
