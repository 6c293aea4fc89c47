/* projects_move - moving the marked projects, or the one under the cursor, to another status. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "service/project/registering.h"
#include "ui/kit/move_ask.h"
#include "ui/kit/w_choice.h"
#include "ui/projects/private.h"

enum { MOVE_NAME = 128 };

static void projects_move_warn_of_no_move(struct projects *projects,
	const struct projects_batch *batch)
{
	struct strbuf standing = {0};

	if (batch->ids.count == 1) {
		app_warn(projects->app, "%s: %s", strbuf_text(&batch->numbers),
			batch->who.length ? strbuf_text(&batch->who) : _("there is no further step."));
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

/* What a move is called for all of them: by where it leads, where they come from different places.
 * Goes into text, which has room for MOVE_NAME bytes. */
static const char *projects_move_name(const struct projects_batch *batch,
	const struct workflow_move *wanted, char *text)
{
	if (!batch->mixed[wanted->to])
		return _(wanted->label);
	/* a status */
	snprintf(text, MOVE_NAME, _("Make them “%s”"), workflow_status_label(wanted->to));
	return text;
}

static const struct workflow_move *projects_move_ask_move(struct projects *projects,
	const struct projects_batch *batch)
{
	const struct workflow_move *moves[STATUS_COUNT];
	struct w_choice_entry entries[STATUS_COUNT];
	char names[STATUS_COUNT][MOVE_NAME];
	size_t count = 0;
	int chosen;

	for (int to = 0; to < STATUS_COUNT; to++) {
		const struct workflow_move *wanted = batch->moves[to];

		if (!wanted)
			continue;
		moves[count] = wanted;
		entries[count++] = (struct w_choice_entry){
			.label = projects_move_name(batch, wanted, names[to]),
			.hint = workflow_status_label(wanted->to)};
	}
	if (count == 0) {
		projects_move_warn_of_no_move(projects, batch);
		return NULL;
	}
	chosen = w_choice_run(projects->app, _("What is to be done?"), entries, count, 0);
	return chosen < 0 ? NULL : moves[chosen];
}

/* The reason, "" where none is needed; NULL when the user gave up. Caller frees. */
static char *projects_move_ask_reason(struct projects *projects, const struct workflow_move *wanted)
{
	char *reason;
	size_t length;

	if (!wanted->needs_reason)
		return xstrdup("");
	reason = app_ask(projects->app, _("Reason"), NULL);
	if (!reason)
		return NULL;
	text_trim(reason, &length);
	if (length > 0)
		return reason;
	free(reason);
	app_warn(projects->app, _("“%s” needs a reason; nothing was changed."),
		_(wanted->label));
	return NULL;
}

static void projects_move_batch(struct projects *projects, const struct projects_batch *batch,
	const struct workflow_move *wanted, const char *reason)
{
	struct error err = {0};

	if (!move_ask(projects->app, batch->ids.items, batch->ids.count, wanted->to)) {
		app_message(projects->app, _("Nothing was handed in."));
		return;
	}
	if (!registering_move(projects->app->session, batch->ids.items, batch->ids.count,
		wanted->to, *reason ? reason : NULL, true, &err)) {
		app_error(projects->app, &err);
		return;
	}
	if (projects_batch_done(projects, (struct projects_done){.act = ACTION_MOVE,
		    .to = wanted->to}, reason))
		app_message(projects->app, _("%s: now “%s”. u takes it back."),
			strbuf_text(&batch->numbers), workflow_status_label(wanted->to));
}

static void projects_move_chosen(struct projects *projects, bool again)
{
	struct projects_batch batch = {0};
	struct error err = {0};
	const struct workflow_move *wanted = NULL;
	char *reason = NULL, name[MOVE_NAME];

	if (!projects_batch_load(projects, &batch, &err)) {
		app_error(projects->app, &err);
	} else if (!again) {
		wanted = projects_move_ask_move(projects, &batch);
		reason = wanted ? projects_move_ask_reason(projects, wanted) : NULL;
	} else if ((wanted = batch.moves[projects->done.to])) {
		/* another move than the one before may lead there, and want a reason */
		if (wanted->needs_reason && !*projects->done.text)
			reason = projects_move_ask_reason(projects, wanted);
		else
			reason = xstrdup(wanted->needs_reason ? projects->done.text : "");
	} else {
		app_warn(projects->app, _("%s cannot become “%s” now."), strbuf_text(&batch.numbers),
			workflow_status_label(projects->done.to));
	}

	const bool sure = reason && (batch.ids.count == 1 || app_confirm(projects->app,
		_("“%s” for %zu projects (%s). They become “%s”; u takes it back. Do it?"),
		projects_move_name(&batch, wanted, name), batch.ids.count,
		strbuf_text(&batch.numbers), workflow_status_label(wanted->to)));

	if (sure)
		projects_move_batch(projects, &batch, wanted, reason);
	free(reason);
	projects_batch_free(&batch);
}

void projects_move(struct app *app, struct screen *screen)
{
	projects_move_chosen(projects_settled(app, screen), false);
}

void projects_move_again(struct projects *projects)
{
	projects_move_chosen(projects, true);
}
