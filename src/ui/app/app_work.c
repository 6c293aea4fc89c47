/* app_work - long work: how far it is, and what stops it. */
#include "config.h"

#include "ui/app/app.h"

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/progress.h"

enum { BAR_COLUMNS = 20, GOES_ON_EVERY = 10 /* times as long */ };

static void work_draw(struct app *app, const char *label, int64_t done, int64_t total,
	int64_t elapsed)
{
	struct canvas *canvas = &app->canvas;
	const struct area whole = area_terminal();
	const struct area line = area_part(whole, whole.rows - 2, 0, 1, -1);
	struct strbuf text = {0};
	int used;

	progress_text(label, done, total, elapsed, &text);
	strbuf_add_text(&text, _("  Esc stops"));
	draw_clear(canvas, line, THEME_MESSAGE);
	used = draw_text(canvas, line, 0, 1, -1, strbuf_text(&text), TEXT_LEFT, THEME_MESSAGE);
	if (total > 0) {
		const int room = line.columns - used - 4;

		draw_bar(canvas, line, 0, used + 3, room < BAR_COLUMNS ? room : BAR_COLUMNS, done,
			total);
	}
	strbuf_free(&text);
	app->dirty = true;
	terminal_update(app->terminal, -1, -1, false);
}

/* Scripts neither wait nor see anything of it. What only goes on must not hide how far something
 * has come. */
static bool work_step(void *data, const char *label, int64_t done, int64_t total)
{
	struct app *app = data;
	const int64_t now = ambient_monotonic_ms();
	const int64_t elapsed = progress_elapsed(&app->work.phase, label, done, now);

	if (app->steady || app->work.stopped || app->work.drawing)
		return !app->work.stopped;
	if (now - app->work.started_ms < PROGRESS_AFTER_MS ||
		now - app->work.shown_ms < (done > 0 ? 1 : GOES_ON_EVERY) * PROGRESS_EVERY_MS)
		return true;
	app->work.shown_ms = now;
	work_draw(app, label, done, total,
		done > 0 ? elapsed : now - app->work.started_ms);
	app->work.stopped = terminal_stop_asked(app->terminal);
	if (app->work.stopped)
		app_warn(app, _("Stopped."));
	return !app->work.stopped;
}

bool app_work_goes_on(void *app)
{
	return work_step(app, _("Working"), 0, 0);
}

void app_work_begin(struct app *app)
{
	app->work.started_ms = app->work.shown_ms = ambient_monotonic_ms();
	app->work.stopped = false;
	app->work.phase = (struct progress_phase){0};
	if (!app->session->store)
		return;
	app->session->progress = (struct progress){.step = work_step, .data = app};
	db_set_patience(store_db(app->session->store), app_work_goes_on, app);
}

static bool work_nobody_waits(void *data)
{
	return !terminal_waiting(data);
}

void app_patience_begin(struct app *app)
{
	db_set_patience(store_db(app->session->store), work_nobody_waits, app->terminal);
}

void app_patience_end(struct app *app)
{
	db_set_patience(store_db(app->session->store), app_work_goes_on, app);
}
