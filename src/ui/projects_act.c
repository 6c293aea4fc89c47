/* projects_act - what is done to marked projects. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/registering.h"
#include "store/project_store.h"
#include "ui/copy_project.h"
#include "ui/projects.h"
#include "ui/s_similar.h"
#include "ui/w_choice.h"

enum { MARKS_MAX = 10000, NUMBERS_NAMED = 5 };

/* --- marks --------------------------------------------------------------------------------- */

/* Index in the marks, or -1. */
static int find_mark(const struct projects *projects, int64_t id)
{
	for (size_t i = 0; i < projects->marks.count; i++) {
		if (projects->marks.items[i] == id)
			return (int)i;
	}
	return -1;
}

bool projects_is_marked(const struct projects *projects, int64_t id)
{
	return find_mark(projects, id) >= 0;
}

void projects_mark(struct projects *projects)
{
	const struct project *project = projects_here(projects);
	int at;

	if (!project)
		return;
	at = find_mark(projects, project->id);
	if (at < 0) {
		*vec_add(&projects->marks) = project->id;
	} else {
		projects->marks.count--;
		memmove(projects->marks.items + at, projects->marks.items + at + 1,
			(projects->marks.count - (size_t)at) * sizeof(int64_t));
	}
	w_list_action(&projects->list, ACTION_DOWN);
}

static bool add_mark(const struct project *project, void *data)
{
	struct projects *projects = data;

	*vec_add(&projects->marks) = project->id;
	return true;
}

void projects_mark_all(struct projects *projects)
{
	struct error err = {0};

	if (projects->marks.count > 0) {
		projects->marks.count = 0;
		return;
	}
	if (!projects_window_count(&projects->window, &err)) {
		app_error(projects->app, &err);
		return;
	}
	if (projects->window.count > MARKS_MAX) {
		app_warn(projects->app, _("These are too many to mark at once (%lld, at most %d). A filter "
			"makes them fewer."), (long long)projects->window.count, MARKS_MAX);
		return;
	}
	if (!project_list_rows(projects->window.list, 0, -1, add_mark, projects, &err))
		app_error(projects->app, &err);
}

/* --- moving to another status -------------------------------------------------------------- */

/* What is to be moved, and where it stands now. */
struct batch {
	VEC(int64_t) ids;
	size_t standing[STATUS_COUNT]; /* how many have each status */
	struct strbuf numbers;         /* the first of them */
};

static void batch_free(struct batch *batch)
{
	vec_free(&batch->ids);
	strbuf_free(&batch->numbers);
}

static void add_to_batch(struct batch *batch, const struct project *project)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	if (batch->ids.count < NUMBERS_NAMED)
		strbuf_addf(&batch->numbers, "%s%s", batch->ids.count > 0 ? _(", ") : "", number);
	else if (batch->ids.count == NUMBERS_NAMED)
		strbuf_add_text(&batch->numbers, _(" and others"));
	batch->standing[project->status]++;
	*vec_add(&batch->ids) = project->id;
}

/* As they stand in the database now; what is gone meanwhile is left out. */
static bool load_batch(struct projects *projects, struct batch *batch, struct error *err)
{
	const struct project *here = projects_here(projects);
	size_t count = projects->marks.count > 0 ? projects->marks.count : 1;

	for (size_t i = 0; i < count; i++) {
		struct project project;
		enum project_find found;
		int64_t id = projects->marks.count > 0 ? projects->marks.items[i] :
			here ? here->id : 0;

		project_init(&project);
		found = project_store_by_id(projects->app->session->store, id, &project, err);
		if (found == PROJECT_FOUND)
			add_to_batch(batch, &project);
		project_free(&project);
		if (found == PROJECT_FAILED)
			return false;
	}
	return batch->ids.count > 0;
}

/* The move to a status that every project of the batch has and the role may make: that of the
 * first status among them. NULL when there is none. */
static const struct workflow_move *common_move(const struct batch *batch, enum status to,
	enum role role)
{
	const struct workflow_move *common = NULL;

	for (int from = 0; from < STATUS_COUNT; from++) {
		const struct workflow_move *move;

		if (batch->standing[from] == 0)
			continue;
		move = workflow_find((enum status)from, to);
		if (!move || !(move->roles & ROLE_BIT(role)))
			return NULL;
		if (!common || move->needs_reason)
			common = move;
	}
	return common;
}

static void warn_of_no_move(struct projects *projects, const struct batch *batch)
{
	struct strbuf standing = {0};

	if (batch->ids.count == 1) {
		app_warn(projects->app, _("%s: there is no step that you may take here (you are: %s)."),
			strbuf_text(&batch->numbers), role_label(projects->app->session->role));
		return;
	}
	for (int status = 0; status < STATUS_COUNT; status++) {
		if (batch->standing[status] == 0)
			continue;
		strbuf_addf(&standing, "%s%s %zu", standing.length > 0 ? _(", ") : "",
			workflow_status_label((enum status)status), batch->standing[status]);
	}
	app_warn(projects->app, _("There is no status that you may move all of these to (%s)."),
		strbuf_text(&standing));
	strbuf_free(&standing);
}

static const struct workflow_move *ask_move(struct projects *projects, const struct batch *batch)
{
	const struct workflow_move *moves[STATUS_COUNT];
	struct w_choice_entry entries[STATUS_COUNT];
	size_t count = 0;
	int chosen;

	for (int to = 0; to < STATUS_COUNT; to++) {
		const struct workflow_move *move =
			common_move(batch, (enum status)to, projects->app->session->role);

		if (!move)
			continue;
		moves[count] = move;
		entries[count++] = (struct w_choice_entry){.label = _(move->label),
			.hint = workflow_status_label(move->to)};
	}
	if (count == 0) {
		warn_of_no_move(projects, batch);
		return NULL;
	}
	chosen = w_choice_run(projects->app, _("What is to be done?"), entries, count, 0);
	return chosen < 0 ? NULL : moves[chosen];
}

/* The reason, "" where none is needed; NULL when the user gave up. Caller frees. */
static char *ask_reason(struct projects *projects, const struct workflow_move *move)
{
	char *reason;
	size_t length;

	if (!move->needs_reason)
		return xstrdup("");
	reason = app_ask(projects->app, _("Reason"), NULL);
	if (!reason)
		return NULL;
	text_trim(reason, &length);
	if (length > 0)
		return reason;
	free(reason);
	app_warn(projects->app, _("“%s” needs a reason; nothing was changed."), _(move->label));
	return NULL;
}

static bool confirm_move(struct projects *projects, const struct batch *batch,
	const struct workflow_move *move)
{
	size_t count = batch->ids.count;

	return count == 1 || app_confirm(projects->app,
		_("“%s” for %zu projects (%s). They become “%s”; u takes it back. Do it?"),
		_(move->label), count, strbuf_text(&batch->numbers), workflow_status_label(move->to));
}

static void move_batch(struct projects *projects, const struct batch *batch,
	const struct workflow_move *move, const char *reason)
{
	struct error err = {0};

	if (!registering_move(projects->app->session, batch->ids.items, batch->ids.count, move->to,
		    *reason ? reason : NULL, &err)) {
		app_error(projects->app, &err);
		return;
	}
	projects->marks.count = 0;
	app_changed(projects->app);
	if (!projects_read(projects, &err))
		app_error(projects->app, &err);
	else
		app_message(projects->app, _("%s: now “%s”. u takes it back."),
			strbuf_text(&batch->numbers), workflow_status_label(move->to));
}

void projects_move(struct projects *projects)
{
	struct batch batch = {0};
	struct error err = {0};
	const struct workflow_move *move;
	char *reason;

	if (!load_batch(projects, &batch, &err)) {
		app_error(projects->app, &err);
		batch_free(&batch);
		return;
	}
	move = ask_move(projects, &batch);
	reason = move ? ask_reason(projects, move) : NULL;
	if (reason && confirm_move(projects, &batch, move))
		move_batch(projects, &batch, move, reason);
	free(reason);
	batch_free(&batch);
}

/* --- what is alike -------------------------------------------------------------------------- */

void projects_similar(struct projects *projects)
{
	const struct project *project = projects_here(projects);

	if (project)
		similar_open(projects->app, project);
}

/* --- copying ------------------------------------------------------------------------------- */

void projects_copy(struct projects *projects)
{
	const struct project *project = projects_here(projects);
	struct error err = {0};
	int64_t copy;

	if (!project || !copy_project(projects->app, project->id, &copy))
		return;
	projects->here = copy;
	if (!projects_read(projects, &err))
		app_error(projects->app, &err);
}
