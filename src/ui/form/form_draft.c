/* form_draft - what was typed and not saved, kept every second. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/form/private.h"
#include "ui/kit/w_choice.h"

/* --- keeping ------------------------------------------------------------------------------- */

/* A new project's draft has a place of its own. */
static const char *form_draft_place_of(const struct form *form)
{
	return form->project.id ? form->project.uuid : NULL;
}

void form_drop(struct app *app, struct form *form)
{
	if (*form->kept.at)
		drafting_drop(app->session, form_draft_place_of(form), NULL);
	draft_free(&form->kept);
}

void form_keep(struct app *app, struct form *form)
{
	struct draft now = {0};
	struct error err = {0};

	form_collect(app, form, &now);
	form->dirty = !draft_same(&now, &form->base);
	if (!form->dirty) {
		form_drop(app, form);
	} else if (!*form->kept.at || !draft_same(&now, &form->kept)) {
		if (drafting_keep(app->session, &now, &err)) {
			draft_free(&form->kept);
			form->kept = now;
			text_copy(form->kept.at, sizeof form->kept.at, "kept");
			return;
		}
		app_error(app, &err);
	}
	draft_free(&now);
}

/* --- returning ----------------------------------------------------------------------------- */

static void form_draft_restore(struct app *app, struct form *form, const struct draft *draft)
{
	if (form->project.id == 0) {
		form->project.fiscal_year = draft->fiscal_year;
		text_copy(form->project.uuid, sizeof form->project.uuid, draft->uuid);
	}
	/* begun from an older version: saving finds the conflict and shows both */
	form->base_unknown = draft->version != form->project.version;
	form->project.version = draft->version;

	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		const char *text = draft->texts[form_entries[i].field];

		if (!form_entries[i].derived && text)
			form_fields_put(app, form, i, text);
	}

	form_sheet_texts_restore(form, draft);
	form_fields_show(app, form);
	form_check(app, form);
	form->dirty = true;
}

void form_offer(struct app *app, struct form *form)
{
	enum { GO_ON, DISCARD, CHOICES };
	struct draft draft = {0};
	struct error err = {0};
	char now[20], at[20], title[160];
	bool found;
	int chosen;

	if (!drafting_find(app->session, form_draft_place_of(form), &draft, &found, &err))
		app_error(app, &err);
	if (!found)
		return;

	/* "10:02" of today, else the date too. */
	ambient_now(now);
	if (strncmp(draft.at, now, 10) == 0) {
		text_copy(at, 6, draft.at + 11);
	} else {
		text_copy(at, 17, draft.at);
		if (strlen(at) > 10)
			at[10] = ' ';
	}
	snprintf(title, sizeof title, _("Unsaved work of %s"), at);
	chosen = w_choice_run(app, title,
		(const struct w_choice_entry[CHOICES]){
			[GO_ON] = {.label = _("Go on with it")},
			[DISCARD] = {.label = _("Throw it away and begin from what is stored")},
		},
		CHOICES, GO_ON);
	text_copy(form->kept.at, sizeof form->kept.at, draft.at);
	if (chosen == DISCARD) {
		form_drop(app, form);
	} else if (!app_hung_up(app)) {
		form_draft_restore(app, form, &draft);
		app_message(app, _("This is what you had typed; it is not saved yet."));
	}
	draft_free(&draft);
}
