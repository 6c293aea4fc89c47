#include "config.h"

#include "ui/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/history_words.h"
#include "service/registering.h"
#include "store/history_store.h"
#include "ui/app.h"

/* "2025-11-20 10:02" */
static void add_moment(const char *at, struct strbuf *out)
{
	enum { TO_MINUTE = 16 };
	size_t length = strlen(at);

	strbuf_add(out, at, length < TO_MINUTE ? length : TO_MINUTE);
	for (size_t i = 0; i < out->length; i++) {
		if (out->text[i] == 'T')
			out->text[i] = ' ';
	}
}

static bool confirmed(struct app *app, const struct history_change *change)
{
	struct strbuf at = {0};
	bool yes;

	add_moment(change->at, &at);
	if (*change->note)
		yes = app_confirm(app, _("Take back your last change: %s of %s (%s)?"),
			history_words_what(change->what), strbuf_text(&at), change->note);
	else
		yes = app_confirm(app, _("Take back your last change: %s of %s?"),
			history_words_what(change->what), strbuf_text(&at));
	strbuf_free(&at);
	return yes;
}

bool undo_last(struct app *app)
{
	struct history_change change = {0};
	struct error err = {0};
	char *summary = NULL;
	bool done;

	if (!history_store_next_undo(app->session->store, app->session->user, &change, &err))
		return app_error(app, &err);
	if (!confirmed(app, &change))
		return false;
	done = registering_undo(app->session, 1, &summary, &err) || app_error(app, &err);
	if (done) {
		app_mark_stale(app, NULL);
		app_message(app, "%s", summary);
	}
	free(summary);
	return done;
}
