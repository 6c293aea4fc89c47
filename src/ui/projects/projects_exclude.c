/* projects_exclude - the office's word on what may be standard work. */
#include "config.h"

#include "base/i18n.h"
#include "service/project/excluding.h"
#include "ui/kit/w_choice.h"
#include "ui/projects/private.h"

static const struct word {
	enum exclusion decision;
	const char *label, *said; /* N_() */
} words[] = {
	{EXCLUSION_CONFIRMED, N_("Standard work: it does not count"),
		N_("standard work; it does not count")},
	{EXCLUSION_CLEARED, N_("A project: it counts"), N_("no standard work; it counts")},
	{EXCLUSION_FLAGGED, N_("To be looked at again"), N_("to be looked at again")},
};

static void projects_exclude_chosen(struct projects *projects, bool again)
{
	enum { WORDS = sizeof words / sizeof words[0] };
	struct w_choice_entry entries[WORDS] = {{0}};
	struct projects_batch batch = {0};
	struct error err = {0};
	int chosen = -1;

	if (!projects_batch_load(projects, &batch, &err)) {
		app_error(projects->app, &err);
	} else if (again) {
		for (int i = 0; i < WORDS; i++)
			if (words[i].decision == projects->done.decision)
				chosen = i;
	} else {
		for (int i = 0; i < WORDS; i++)
			entries[i].label = _(words[i].label);
		chosen = w_choice_run(projects->app, _("Standard work?"), entries, WORDS, 0);
	}
	const struct word *const word = chosen < 0 ? NULL : &words[chosen];

	if (word && !excluding_decide(projects->app->session, batch.ids.items, batch.ids.count,
			    word->decision, &err))
		app_error(projects->app, &err);
	else if (word && projects_batch_done(projects, (struct projects_done){
				 .act = ACTION_EXCLUDE, .decision = word->decision}, ""))
		/* numbers, what they are now */
		app_message(projects->app, _("%s: %s. u takes it back."), strbuf_text(&batch.numbers),
			_(word->said));
	projects_batch_free(&batch);
}

void projects_exclude(struct app *app, struct screen *screen)
{
	projects_exclude_chosen(projects_settled(app, screen), false);
}

void projects_exclude_again(struct projects *projects)
{
	projects_exclude_chosen(projects, true);
}
