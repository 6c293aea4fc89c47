#include "config.h"

#include "service/session/undoing_fixed.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/lock.h"
#include "store/project_store.h"

/* What is collected while the history is read. */
struct fixed_reading {
	VEC(int64_t) changes;
	VEC(int64_t) projects; /* each once for every entry */
};

static bool undoing_fixed_take_change(const struct history_change *change, void *data)
{
	struct fixed_reading *const reading = data;

	*vec_add(&reading->changes) = change->id;
	return true;
}

static bool undoing_fixed_take_entry(const struct history_entry *entry, void *data)
{
	struct fixed_reading *const reading = data;

	if (entry->project_id)
		*vec_add(&reading->projects) = entry->project_id;
	return true;
}

/* Keeps the project where a stage of it is closed. */
static bool undoing_fixed_take_project(struct session *session, int64_t id, struct undoing_fixed *fixed,
	struct error *err)
{
	struct project project;
	bool open = true;

	project_init(&project);
	const enum project_find found = project_store_by_id(session->store, id, &project, err);
	for (int stage = 0; found == PROJECT_FOUND && stage < STAGE_COUNT; stage++)
		open = open && workflow_stage_open(project.status, (enum stage)stage);
	if (found == PROJECT_FOUND && !open)
		*vec_add(&fixed->before) = project;
	else
		project_free(&project);
	return found != PROJECT_FAILED;
}

bool undoing_fixed_read(struct session *session, enum history_way way, int count,
	struct undoing_fixed *fixed, struct error *err)
{
	struct fixed_reading reading = {0};
	bool read = history_store_steps(session->store, session->user, way, count,
		undoing_fixed_take_change, &reading, err);

	for (size_t i = 0; read && i < reading.changes.count; i++)
		read = history_store_of_step(session->store, way, reading.changes.items[i], -1,
			undoing_fixed_take_entry, &reading, err);
	if (reading.projects.count)
		qsort(reading.projects.items, reading.projects.count, sizeof *reading.projects.items,
			vec_compare_int64);
	for (size_t i = 0; read && i < reading.projects.count; i++)
		if (i == 0 || reading.projects.items[i] != reading.projects.items[i - 1])
			read = undoing_fixed_take_project(session, reading.projects.items[i], fixed, err);
	vec_free(&reading.changes);
	vec_free(&reading.projects);
	return read;
}

bool undoing_fixed_same(struct session *session, const struct undoing_fixed *fixed, struct error *err)
{
	struct strbuf why = {0};
	bool same = true;

	for (size_t i = 0; same && i < fixed->before.count; i++) {
		const struct project *const before = &fixed->before.items[i];
		struct project now;

		project_init(&now);
		const enum project_find found =
			project_store_by_id(session->store, before->id, &now, err);

		same = found == PROJECT_MISSING || (found == PROJECT_FOUND && (now.status != before->status ||
			!lock_wants_reason(before, &now, &why)));
		if (!same && found == PROJECT_FOUND) {
			char number[FISCAL_YEAR_TEXT];

			fiscal_year_number_format(before->fiscal_year, before->number, number);
			error_set(err, ERROR_DATA, "%s: %s", number, strbuf_text(&why));
		}
		project_free(&now);
	}
	strbuf_free(&why);
	return same;
}

void undoing_fixed_free(struct undoing_fixed *fixed)
{
	for (size_t i = 0; i < fixed->before.count; i++)
		project_free(&fixed->before.items[i]);
	vec_free(&fixed->before);
}
