/* tables_list - projects one by one: the list of them, and what came true of each. */
#include "remarks.h"
#include "tables.h"

static const char *tables_unit_name(struct world *world, const struct project *project, const char *code)
{
	const struct tree *const tree = world_tree(world, project->fiscal_year);
	const int node = tree_find(tree, code);

	return node < 0 ? "" : tree->nodes.items[node].unit->name;
}

void tables_list(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	for (size_t c = 0; c < tables_list_count; c++)
		wanted_column(wanted, tables_list_columns[c]);
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];

		if (project->fiscal_year != ask->fiscal_year || !ask_matches(ask, project))
			continue;
		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "number", world_number(world, project));
		wanted_text(wanted, "title", project->title);
		wanted_text(wanted, "status", status_ids[project->status]);
		wanted_text(wanted, "department", tables_unit_name(world, project, project->department));
		wanted_text(wanted, "section_code", project->section);
		wanted_text(wanted, "team", tables_unit_name(world, project, project->team));
		wanted_text(wanted, "problem_type_code", project->type);
		wanted_text(wanted, "leader", project->leader);
		wanted_text(wanted, "started_on", project->started_on);
		for (int s = 0, said = 0; s < STAGES && !said; s++)
			if ((said = project->has[s])) /* of the first stage that has a figure */
				wanted_number(wanted, "hours", exact_round(project->minutes[s][IN_YEAR], 60), 0);
		if (project->has[ACTUAL])
			wanted_number(wanted, "actual_hours", exact_round(project->minutes[ACTUAL][IN_YEAR], 60), 0);
		if (!project->impossible)
			continue;
		/* no figure of them can be right */
		wanted_copy(wanted, "hours", WANTED_ANY);
		wanted_copy(wanted, "actual_hours", WANTED_ANY);
	}
}

const char *const tables_list_columns[] = {"number", "title", "status", "department", "section_code", "team",
	"problem_type_code", "leader", "started_on", "hours", "actual_hours"};
const size_t tables_list_count = sizeof tables_list_columns / sizeof *tables_list_columns;

/* ---- realisation of each project --------------------------------------------------------------------- */

static void tables_realised(struct wanted *wanted, const struct sums *sums, enum basis basis)
{
	wanted_number(wanted, "estimate_hours", exact_round(sums->minutes[ESTIMATE][basis], 60), 0);
	wanted_number(wanted, "forecast_hours", exact_round(sums->minutes[FORECAST][basis], 60), 0);
	wanted_number(wanted, "actual_hours", exact_round(sums->minutes[ACTUAL][basis], 60), 0);
	if (sums->realised_estimate > 0)
		wanted_number(wanted, "realisation",
			exact_round(sums->realised_actual * 1000, sums->realised_estimate), 1);
	wanted_number(wanted, "projects_with_actual", sums->realised, 0);
	wanted_number(wanted, "estimate_of_actual_hours", exact_round(sums->realised_estimate, 60), 0);
}

void tables_realisation_projects(struct world *world, const struct ask *ask, struct wanted *wanted)
{
	static const char *const columns[] = {"number", "title", "section", "status", "estimate_hours",
		"forecast_hours", "actual_hours", "realisation", "projects_with_actual",
		"estimate_of_actual_hours"};
	static const char *const names[STATUSES] = {"下書き", "登録", "決定", "実施中", "中間報告済", "完了",
		"差戻し", "中止"};
	struct sums total = {0};

	for (size_t c = 0; c < sizeof columns / sizeof *columns; c++)
		wanted_column(wanted, columns[c]);
	for (size_t p = 0; p < world->projects.count; p++) {
		const struct project *const project = &world->projects.items[p];
		struct sums own = {0};

		if (!tables_takes(ask, project))
			continue;
		sums_add(&own, world, project, ask->basis);
		sums_add(&total, world, project, ask->basis);
		wanted_row(wanted, WANTED_DATA);
		wanted_text(wanted, "number", world_number(world, project));
		wanted_text(wanted, "title", project->title);
		wanted_text(wanted, "section", tables_unit_name(world, project, project->section));
		wanted_text(wanted, "status", names[project->status]);
		tables_realised(wanted, &own, ask->basis);
	}
	wanted_row(wanted, WANTED_TOTAL);
	wanted_text(wanted, "number", "合計");
	tables_realised(wanted, &total, ask->basis);
	if (total.realised)
		wanted_remark(wanted, "with-actual");
	wanted_rounding(wanted);
	remarks_no_figure(world, ask, EVERY_STAGE - 1, NULL, wanted);
	remarks_too_large(world, ask, wanted);
}
