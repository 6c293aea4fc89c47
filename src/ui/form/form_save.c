/* form_save - saving and moving from the form. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/project/registering.h"
#include "store/project_store.h"
#include "ui/form/private.h"
#include "ui/kit/move_ask.h"
#include "ui/kit/w_choice.h"

/* Asks why; NULL when given up or left empty. Caller frees. */
static char *form_save_ask_reason(struct app *app, const char *prompt)
{
	char *reason = app_ask(app, prompt, NULL);

	if (reason && text_is_blank(reason)) {
		free(reason);
		reason = NULL;
		app_warn(app, _("Nothing was done: it takes a reason."));
	}
	return reason;
}

/* --- saving -------------------------------------------------------------------------------- */

/* What is stored now is where further changes begin. */
static void form_save_saved(struct app *app, struct form *form, bool was_new)
{
	struct project_context context;
	struct strbuf number = {0};

	if (was_new && *form->kept.at)
		drafting_drop(app->session, NULL, NULL);
	else
		form_drop(app, form);
	draft_free(&form->kept);
	form_rebase(app, form);
	if (form_context(app, form, &context))
		project_field_get(&form->project, FIELD_NUMBER, &context, FIELD_HUMAN, &number);
	if (form_has_unread(form))
		app_warn(app, _("Saved as %s, except what cannot be read: it stays as typed."),
			strbuf_text(&number));
	else if (form->problems.count > 0)
		app_message(app, ngettext("Saved as %s. Still to be filled in: %zu thing.",
			"Saved as %s. Still to be filled in: %zu things.",
			form->problems.count == 1 ? 1 : 2), strbuf_text(&number), form->problems.count);
	else
		app_message(app, _("Saved as %s."), strbuf_text(&number));
	strbuf_free(&number);
	app_changed(app);
}

static bool form_save_store(struct app *app, struct form *form, const char *reason)
{
	bool was_new = form->project.id == 0;
	struct error err = {0};

	while (!registering_save(app->session, &form->project, reason, &err)) {
		if (was_new) /* what was given to a row that is not there */
			form->project.id = form->project.version = form->project.number = 0;
		if (err.code != ERROR_CONFLICT)
			return app_error(app, &err);
		if (!form_conflict(app, form)) {
			if (app->message.length == 0)
				app_warn(app, _("Not saved. Your version is still in the form."));
			return false;
		}
		error_clear(&err);
	}
	return true;
}

/* Asks for a reason where the change needs one; false when it is not given. Caller frees *reason. */
static bool form_save_have_reason(struct app *app, struct form *form, char **reason)
{
	struct strbuf why = {0};
	struct error err = {0};
	bool good = registering_needs_reason(app->session, &form->project, &why, &err);

	*reason = NULL;
	if (!good) {
		app_error(app, &err);
	} else if (why.length > 0) {
		*reason = form_save_ask_reason(app, workflow_frozen(form->project.status)
			? _("Reason for changing a completed project:")
			: _("Reason for changing figures that are fixed:"));
		good = *reason != NULL;
	}
	strbuf_free(&why);
	return good;
}

bool form_save(struct app *app, struct form *form)
{
	bool was_new = form->project.id == 0;
	char *reason;
	bool done;

	form_settle(app, form);
	if (!form_save_have_reason(app, form, &reason))
		return false;
	done = form_save_store(app, form, reason);
	free(reason);
	if (done)
		form_save_saved(app, form, was_new);
	return done;
}

/* --- moving -------------------------------------------------------------------------------- */

/* NULL when there is none or the user changes his mind. */
static const struct workflow_move *form_save_choose_move(struct app *app, const struct form *form)
{
	const struct workflow_move *moves[REGISTERING_MOVES_MAX];
	struct w_choice_entry entries[REGISTERING_MOVES_MAX] = {0};
	size_t count = registering_moves(app->session, &form->project, moves);
	char title[80];
	int chosen;

	if (count == 0) {
		app_warn(app, _("The project is %s; from there you can move it nowhere."),
			workflow_status_label(form->project.status));
		return NULL;
	}
	for (size_t i = 0; i < count; i++) {
		entries[i].label = _(moves[i]->label);
		entries[i].hint = workflow_status_label(moves[i]->to);
	}
	snprintf(title, sizeof title, _("Status: %s"), workflow_status_label(form->project.status));
	chosen = w_choice_run(app, title, entries, count, 0);
	return chosen < 0 ? NULL : moves[chosen];
}

void form_move(struct app *app, struct form *form)
{
	const struct workflow_move *move;
	char *reason = NULL;

	form_settle(app, form);
	move = form_save_choose_move(app, form);
	if (!move)
		return;
	form->need = move->need;
	form_check(app, form);
	if (move->need != NEED_NOTHING && form_show_problem(app, form))
		return;
	if (move->needs_reason) {
		reason = form_save_ask_reason(app, _("Reason:"));
		if (!reason)
			return;
	}
	if ((form->project.id != 0 && !form_is_dirty(app, form)) || form_save(app, form)) {
		const int64_t id = form->project.id;
		struct error err = {0};

		if (!move_ask(app, &id, 1, move->to)) {
			app_message(app, _("Nothing was handed in."));
		} else if (!registering_move(app->session, &id, 1, move->to, reason, true, &err) ||
			!form_load(app, form, id, &err)) {
			app_error(app, &err);
		} else {
			form_show(app, form);
			app_changed(app);
			app_message(app, _("The project is now %s."),
				workflow_status_label(form->project.status));
		}
	}
	free(reason);
}

/* --- leaving ------------------------------------------------------------------------------- */

bool form_may_close(struct app *app, struct form *form)
{
	enum { SAVE, DISCARD, GO_ON, CHOICES };

	form_settle(app, form);
	if (!form_is_dirty(app, form)) {
		form_drop(app, form);
		return true;
	}
	switch (w_choice_run(app, _("There are unsaved changes"),
		(const struct w_choice_entry[CHOICES]){
			[SAVE] = {.label = _("Save and go back")},
			[DISCARD] = {.label = _("Throw the changes away")},
			[GO_ON] = {.label = _("Go on editing")},
		},
		CHOICES, GO_ON)) {
	case SAVE:
		return form_save(app, form) && !form_has_unread(form);
	case DISCARD:
		form_drop(app, form);
		return true;
	default:
		return false;
	}
}
