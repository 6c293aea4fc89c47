#include "config.h"

#include "service/results/realisations.h"

#include <stdlib.h>

#include "model/fiscal_year.h"
#include "model/workflow.h"
#include "rollup/realisation.h"
#include "store/project_store.h"

struct reading {
	enum basis basis;
	VEC(struct realisation_project) projects;
	struct arena arena;
};

static bool realisations_take(const struct project *project, void *data)
{
	struct reading *reading = data;
	struct arena *arena = &reading->arena;
	struct realisation_project *taken = vec_add(&reading->projects);
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	*taken = (struct realisation_project){.id = project->id,
		.number = arena_strdup(arena, number),
		.title = arena_strdup(arena, project->title),
		.section = arena_strdup(arena, project->section),
		.status = workflow_status_label(project->status),
		.has_actual = workflow_stage_known(project->status, STAGE_ACTUAL,
			project->has_stage[STAGE_ACTUAL])};
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		taken->minutes[stage] = project->minutes[stage][reading->basis];
	return true;
}

bool realisations_table(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	struct reading reading = {.basis = choice->basis};
	struct filter filter = {0};
	char *text = xasprintf("fy:%d counted:yes %s", choice->fiscal_year,
		choice->filter ? choice->filter : "");
	const bool read = filter_parse(text, &filter, err) && project_store_each(session->store,
		&filter, false, realisations_take, &reading, err);
	const bool made = read && realisation_table(reading.projects.items, reading.projects.count,
		choice->fiscal_year, choice->basis,
		session_hours_per_person_year(session, choice->fiscal_year), session->body.name,
		table, err);

	free(text);
	filter_free(&filter);
	vec_free(&reading.projects);
	arena_free(&reading.arena);
	return made;
}
