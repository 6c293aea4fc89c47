/* projects_batch - the marked projects, or the one under the cursor, as they are stored now. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/project/registering.h"
#include "store/project_store.h"
#include "ui/projects/private.h"

enum { NUMBERS_NAMED = 5 };

void projects_batch_free(struct projects_batch *batch)
{
	vec_free(&batch->ids);
	strbuf_free(&batch->numbers);
	strbuf_free(&batch->who);
}

/* Keeps the moves that the user may make with this one, too; of two to one status, that which needs
 * a reason. */
static void projects_batch_narrow(struct projects_batch *batch, struct session *session,
	const struct project *project)
{
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];
	const struct workflow_move *own[STATUS_COUNT] = {NULL};
	const size_t count = registering_moves(session, project, moves);

	for (size_t i = 0; i < count; i++)
		own[moves[i]->to] = moves[i];
	for (int to = 0; to < STATUS_COUNT; to++) {
		batch->mixed[to] = batch->mixed[to] ||
			(batch->moves[to] && own[to] &&
				strcmp(batch->moves[to]->label, own[to]->label) != 0);
		if (batch->ids.count == 0 || !own[to] ||
			(batch->moves[to] && own[to]->needs_reason))
			batch->moves[to] = own[to];
	}
}

static void projects_batch_add(struct projects_batch *batch, struct session *session,
	const struct project *project)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	if (batch->ids.count < NUMBERS_NAMED)
		strbuf_addf(&batch->numbers, "%s%s", batch->ids.count > 0 ? _(", ") : "", number);
	else if (batch->ids.count == NUMBERS_NAMED)
		strbuf_add_text(&batch->numbers, _(" and others"));
	batch->standing[project->status]++;
	projects_batch_narrow(batch, session, project);
	if (batch->ids.count == 0)
		registering_who_may(session, project, &batch->who);
	*vec_add(&batch->ids) = project->id;
}

bool projects_batch_load(struct projects *projects, struct projects_batch *batch,
	struct error *err)
{
	struct session *session = projects->app->session;
	const struct project *here = projects_here(projects);
	const size_t count = projects->marks.count > 0 ? projects->marks.count : 1;

	for (size_t i = 0; i < count; i++) {
		struct project project;
		enum project_find found;
		int64_t id = projects->marks.count > 0 ? projects->marks.items[i] :
			here ? here->id : 0;

		project_init(&project);
		found = project_store_by_id(session->store, id, &project, err);
		if (found == PROJECT_FOUND)
			projects_batch_add(batch, session, &project);
		project_free(&project);
		if (found == PROJECT_FAILED)
			return false;
	}
	return batch->ids.count > 0;
}

bool projects_batch_done(struct projects *projects, struct projects_done done, const char *text)
{
	struct error err = {0};

	projects_remember(projects, done, text);
	projects->marks.count = 0;
	app_changed(projects->app);
	projects->preview.id = 0;
	if (projects_read(projects, &err))
		return true;
	app_error(projects->app, &err);
	return false;
}
