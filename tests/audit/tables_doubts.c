/* tables_doubts - lines that may claim too much: a row for each doubt about a line (domain.md §4). */
#include "key.h"
#include "tables.h"

enum doubt { AFTER_CASES, NO_CASES, LONG_CASE, PERSON_YEAR, THREE_TIMES, SAME_WORK, DOUBTS };
enum { LONG_HOURS = 8, TIMES = 3, LINES_MAX = 20 };
static const char *const doubts[DOUBTS][2] = {
	{"after-cases", "取組後に時間がかかるのに、取組後の件数が0件です"},
	{"no-cases", "取組前も取組後も0件です"},
	{"long-case", "1件に8時間を超えています"},
	{"person-year", "班の削減時間が1人役を超えています"},
	{"actual", "実績が見込の3倍を超えています"},
	{"same-work", "同じ班に同じ作業の行がほかにあります"},
};

struct doubt_line {
	const struct project *project;
	const struct line *line;
};

/* Another line of the stage that names the same work: of the project, or of another of its team that does not
 * say that its work is another. The first of them. */
static struct doubt_line tables_same_work(struct world *world, const struct ask *ask, const struct project *own,
	const struct line *line)
{
	const char *const key = key_of(world->pool, line->label);

	for (size_t p = 0; p < world->projects.count && *key; p++) {
		const struct project *const other = &world->projects.items[p];
		const bool works = *own->work && *other->work &&
			!same(key_of(world->pool, own->work), key_of(world->pool, other->work));

		if (!other->counts || other->fiscal_year != ask->fiscal_year || !same(other->team, own->team) ||
			(other != own && works))
			continue;
		for (size_t l = 0; l < other->lines.count; l++) {
			const struct line *const same_line = &other->lines.items[l];

			if (same_line->stage == line->stage && (other != own || same_line->number != line->number) &&
				same(key_of(world->pool, same_line->label), key))
				return (struct doubt_line){other, same_line};
		}
	}
	return (struct doubt_line){NULL, NULL};
}

static wide tables_team_minutes(const struct world *world, const struct ask *ask, const char *team,
	enum stage stage)
{
	wide minutes = 0;

	for (size_t p = 0; p < world->projects.count; p++)
		if (world->projects.items[p].counts && world->projects.items[p].fiscal_year == ask->fiscal_year &&
			same(world->projects.items[p].team, team))
			minutes += world->projects.items[p].minutes[stage][ask->basis];
	return minutes;
}

static const struct line *tables_estimate(const struct project *project, int number)
{
	for (size_t l = 0; l < project->lines.count; l++)
		if (project->lines.items[l].stage == ESTIMATE && project->lines.items[l].number == number)
			return &project->lines.items[l];
	return NULL;
}

static void tables_doubt_row(struct world *world, const struct ask *ask, struct wanted *wanted,
	struct doubt_line at, enum doubt doubt)
{
	static const char *const stages[STAGES] = {"見込", "中間見込", "実績"};
	const struct project *const project = at.project;
	const struct line *const line = at.line;
	const struct tree *const tree = world_tree(world, ask->fiscal_year);
	const int section = tree_find(tree, project->section), team = tree_find(tree, project->team);

	wanted_row(wanted, WANTED_DATA);
	wanted_text(wanted, "number", world_number(world, project));
	wanted_number(wanted, "line", line->number, 0);
	wanted_text(wanted, "doubt", doubts[doubt][0]);
	wanted_text(wanted, "what", doubts[doubt][1]);
	wanted_text(wanted, "stage", stage_ids[line->stage]);
	wanted_text(wanted, "stage_name", stages[line->stage]);
	wanted_number(wanted, "hours", exact_round(line->saved[ask->basis], 60), 0);
	if (doubt == PERSON_YEAR)
		wanted_number(wanted, "compared_hours",
			exact_round(tables_team_minutes(world, ask, project->team, line->stage), 60), 0);
	if (doubt == THREE_TIMES)
		wanted_number(wanted, "compared_hours",
			exact_round(tables_estimate(project, line->number)->saved[ask->basis], 60), 0);
	if (doubt == SAME_WORK) {
		const struct doubt_line other = tables_same_work(world, ask, project, line);

		wanted_text(wanted, "same_number", world_number(world, other.project));
		wanted_number(wanted, "same_line", other.line->number, 0);
	}
	wanted_text(wanted, "title", project->title);
	wanted_text(wanted, "label", line->label);
	if (section >= 0)
		wanted_text(wanted, "section", tree->nodes.items[section].unit->name);
	if (team >= 0)
		wanted_text(wanted, "team", tree->nodes.items[team].unit->name);
	wanted_number(wanted, "count", 1, 0);
	if (same(line->kind, "direct"))
		return;
	wanted_copy(wanted, "before_minutes", exact_plain(world->pool, (wide)line->before_minutes, 2));
	wanted_copy(wanted, "after_minutes", exact_plain(world->pool, (wide)line->after_minutes, 2));
	if (same(line->kind, "monthly"))
		return;
	wanted_number(wanted, "before_cases", line->before_cases, 0);
	wanted_number(wanted, "after_cases", line->after_cases, 0);
}

static bool tables_doubts_line(struct world *world, const struct ask *ask, struct doubt_line at, enum doubt doubt)
{
	const struct line *const line = at.line;
	const struct line *const estimate = tables_estimate(at.project, line->number);
	const bool direct = same(line->kind, "direct"), monthly = same(line->kind, "monthly");
	const wide saved = line->saved[ask->basis];
	const int64_t longest = LONG_HOURS * 60 * 100;

	switch (doubt) {
	case AFTER_CASES:
		/* where there were none before, that is the next one */
		return !direct && !monthly && line->after_minutes > 0 && line->before_cases > 0 && line->after_cases == 0;
	case NO_CASES:
		return !direct && line->stage != ACTUAL && line->no_cases;
	case LONG_CASE:
		return !direct && (line->before_minutes > longest || line->after_minutes > longest);
	case PERSON_YEAR:
		return saved > 0 && tables_team_minutes(world, ask, at.project->team, line->stage) >
			60 * (wide)world_hours(world, ask->fiscal_year);
	case THREE_TIMES:
		return line->stage == ACTUAL && saved > 0 && estimate &&
			saved > TIMES * estimate->saved[ask->basis];
	case SAME_WORK:
		return tables_same_work(world, ask, at.project, line).project != NULL;
	case DOUBTS:
		break;
	}
	return false;
}

void tables_doubts(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	static const char *const columns[] = {"number", "line", "doubt", "what", "stage", "stage_name", "hours",
		"compared_hours", "same_number", "same_line", "title", "label", "section", "team", "before_minutes",
		"before_cases", "after_minutes", "after_cases", "count"};
	long long rows = 0, lines = 0, projects = 0;

	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];
		const long long before = rows;

		/* by line, then stage: estimate, forecast, actual */
		for (int number = 1; tables_takes(ask, project) && number <= LINES_MAX; number++)
			for (int stage = 0; stage < STAGES; stage++)
				for (size_t l = 0; l < project->lines.count; l++) {
					const struct doubt_line at = {project, &project->lines.items[l]};
					const long long of_line = rows;

					if (at.line->number != number || (int)at.line->stage != stage)
						continue;
					for (int d = 0; d < DOUBTS; d++)
						if (tables_doubts_line(world, ask, at, (enum doubt)d)) {
							tables_doubt_row(world, ask, wanted, at, (enum doubt)d);
							rows++;
						}
					lines += rows > of_line;
				}
		projects += rows > before;
	}
	wanted_row(wanted, WANTED_TOTAL);
	wanted_text(wanted, "number", "合計");
	wanted_number(wanted, "count", rows, 0);
	if (rows)
		wanted_remark(wanted, "doubtful:lines=%lld,projects=%lld", lines, projects);
}
