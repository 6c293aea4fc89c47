#include "config.h"

#include "ui/kit/undo.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/session/undoing.h"
#include "ui/kit/s_page.h"

static bool undo_go(struct app *app, enum history_way way, int count)
{
	struct error err = {0};
	char *summary = NULL, *reason = NULL;
	bool wants_reason;
	bool done = undoing_go(app->session, way, count, NULL, &summary, &wants_reason, &err);

	if (!done && wants_reason) {
		/* the error says why, and of which project */
		reason = app_ask(app, err.message, NULL);
		if (!reason || text_is_blank(reason)) {
			free(reason);
			app_warn(app, _("Nothing was done: it takes a reason."));
			return false;
		}
		error_clear(&err);
		done = undoing_go(app->session, way, count, reason, &summary, &wants_reason, &err);
		free(reason);
	}
	if (done) {
		app_mark_stale(app, NULL);
		app_message(app, way == HISTORY_UNDO ? _("%s. U does it again.") :
			_("%s. u takes it back."), summary);
	} else {
		app_error(app, &err);
	}
	free(summary);
	return done;
}

bool undo_step(struct app *app, enum history_way way)
{
	struct undoing undoing = {0};
	struct error err = {0};
	bool yes;

	if (!undoing_next(app->session, way, &undoing, &err)) {
		undoing_free(&undoing);
		return app_error(app, &err);
	}
	const struct undoing_step *step = &undoing.steps.items[0];
	struct strbuf at = {0};

	/* "11-20 10:02" of 2025-11-20T10:02:00 */
	enum { YEAR = 5, TO_MINUTE = 16 };

	for (size_t i = YEAR; step->at[i] && i < TO_MINUTE; i++)
		strbuf_add_char(&at, step->at[i] == 'T' ? ' ' : step->at[i]);

	yes = app_confirm(app, way == HISTORY_UNDO ? _("Take back “%s” of %s? %s") :
		_("Do again “%s”, taken back %s? %s"), step->what, strbuf_text(&at), step->does);
	strbuf_free(&at);
	undoing_free(&undoing);
	return yes && undo_go(app, way, 1);
}

/* --- the list ------------------------------------------------------------------------------ */

static bool undo_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	(void)values;
	return undoing_table(app->session, table, err);
}

static void undo_go_to_row(struct app *app, struct screen *screen)
{
	const struct table_row *row = page_row(screen);
	const enum history_way way = (enum history_way)row->key[0];
	const int count = (int)row->key[1];

	if (way == HISTORY_UNDO ?
		    app_confirm(app, ngettext("Take back the last change?",
			"Take back the last %d changes, up to this one?", (unsigned long)count), count) :
		    app_confirm(app, ngettext("Do again what was taken back last?",
			"Do again the last %d steps taken back, up to this one?",
			(unsigned long)count), count))
		undo_go(app, way, count);
}

static void undo_more(const struct screen *screen, struct strbuf *out)
{
	strbuf_add_text(out, page_text(screen, "does"));
}

/* What would be taken back next. */
static size_t undo_next_undo(const struct table *table)
{
	size_t row = 0;

	while (row < table->rows.count && table->rows.items[row].key[0] == HISTORY_REDO)
		row++;
	return row < table->rows.count ? row : 0;
}

static const struct screen_act steps_acts[] = {
	{ACTION_OPEN, .act = undo_go_to_row, .offered = page_on_row},
	PAGE_ACTS
};

static const struct page_ops steps_page = {
	.title = N_("Undo and redo"),
	.context = CONTEXT_PROJECTS,
	.empty = N_("You have changed nothing yet."),
	.make = undo_make,
	.ordered = true,
	.start = undo_next_undo,
	.more = undo_more,
	.acts = steps_acts,
};

bool undo_list(struct app *app)
{
	return page_open(app, &steps_page, NULL);
}
