#include "config.h"

#include "ui/reports/s_reports.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "service/results/case_sheet.h"
#include "ui/kit/caption.h"
#include "ui/kit/export_table.h"
#include "ui/kit/report.h"
#include "ui/kit/s_viewer.h"
#include "ui/kit/w_choice.h"
#include "ui/reports/s_report.h"
#include "ui/rollup/s_rollup.h"
#include "ui/widget/w_list.h"

enum { LIST_COLUMNS = 34, PREVIEW_LEAST = 30, GAP = 1 };

struct reports {
	struct w_list list; /* the ready-made tables, and after them the case sheet */
	struct report preview;
	bool has_preview;
};

static bool reports_is_table(int64_t row)
{
	return row >= 0 && row < (int64_t)named_table_count;
}

static int64_t reports_count(void *data)
{
	(void)data;
	return (int64_t)named_table_count + 1;
}

static void reports_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	(void)data;
	(void)column;
	(void)role;
	strbuf_add_text(out,
		reports_is_table(row) ? _(named_tables[row].title) : _("Case sheet of a project"));
}

static const struct w_list_source source = {.count = reports_count, .cell = reports_cell};
static const struct w_column columns[] = {{.heading = NULL, .width = 20, .minimum = 8, .grow = 1}};

static bool reports_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct reports *reports = screen->state;

	(void)argument;
	(void)err;
	w_list_init(&reports->list, &source, reports, columns, sizeof columns / sizeof columns[0]);
	app_later(app);
	return true;
}

/* ---- the preview ----------------------------------------------------------------------------- */

static void reports_forget_preview(struct reports *reports)
{
	if (reports->has_preview)
		report_free(&reports->preview);
	reports->has_preview = false;
}

static bool reports_is_current(const struct reports *reports)
{
	const int64_t row = w_list_cursor(&reports->list);

	return !reports_is_table(row) ||
		(reports->has_preview && reports->preview.named == &named_tables[row]);
}

/* The table is made when nobody waits for a key. A table that cannot be made shows why when it is
 * opened. */
static bool reports_tick(struct app *app, struct screen *screen)
{
	struct reports *reports = screen->state;

	if (reports_is_current(reports))
		return false;
	reports_forget_preview(reports);
	report_init(&reports->preview, app->session,
		&named_tables[w_list_cursor(&reports->list)]);
	reports->has_preview = true;
	report_run(app, &reports->preview, NULL);
	app->dirty = true;
	return false;
}

static bool reports_reload(struct app *app, struct screen *screen, struct error *err)
{
	(void)err;
	reports_forget_preview(screen->state);
	app_later(app);
	return true;
}

static void reports_draw_preview(struct reports *reports, struct canvas *canvas, struct area area)
{
	const int64_t row = w_list_cursor(&reports->list);
	const char *const about = reports_is_table(row) ? _(named_tables[row].help) :
		_("Before and after, the issue and the savings of one project, to hand on.");
	const int used = draw_wrapped(canvas, area, 0, about, THEME_LABEL) + 1;

	if (!reports_is_table(row) || !reports_is_current(reports) || !reports->preview.has_table)
		return;
	report_fit(&reports->preview, area.columns);
	w_table_draw(&reports->preview.view, canvas, area_part(area, used, 0, area.rows - used - 1, -1),
		false);
	caption_draw(&reports->preview.table, canvas, area, area.rows - 1);
}

static void reports_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct reports *reports = screen->state;
	const bool both = area.columns >= LIST_COLUMNS + PREVIEW_LEAST;
	const int left = both ? LIST_COLUMNS : area.columns;

	(void)app;
	w_list_draw(&reports->list, canvas,
		draw_box(canvas, area_part(area, 0, 0, area.rows, left), _("Reports")), true);
	if (both)
		reports_draw_preview(reports, canvas,
			draw_box(canvas, area_part(area, 0, left, area.rows, -1),
				_("Preview")));
}

/* ---- opening --------------------------------------------------------------------------------- */

void reports_open(struct app *app, size_t table)
{
	const struct named_table *named = &named_tables[table];

	if (named->query)
		rollup_open(app, &(struct rollup_argument){.named = named->id});
	else
		report_open(app, &(struct report_argument){.id = named->id, .missing = -1});
}

static void reports_open_row(struct app *app, struct screen *screen)
{
	const struct reports *reports = screen->state;
	const int64_t row = w_list_cursor(&reports->list);

	if (reports_is_table(row))
		reports_open(app, (size_t)row);
	else {
		struct error err = {0};
		struct strbuf text = {0};
		char *number = app_ask(app, _("Number of the project (R7-0001)"), NULL);

		if (number && case_sheet_text(app->session, number, &text, &err))
			viewer_open(app, _("Case sheet"), strbuf_text(&text));
		else if (number)
			app_error(app, &err);
		strbuf_free(&text);
		free(number);
	}
}

/* Goes to a table by its name. */
static void reports_search(struct app *app, struct screen *screen)
{
	struct reports *reports = screen->state;
	struct w_choice_entry *entries = xcalloc(named_table_count, sizeof *entries);

	for (size_t i = 0; i < named_table_count; i++)
		entries[i] = (struct w_choice_entry){
			.label = _(named_tables[i].title), .reading = named_tables[i].id};
	const int chosen = w_choice_run(app, _("Tables"), entries, named_table_count,
		(int)w_list_cursor(&reports->list));
	free(entries);
	if (chosen >= 0)
		w_list_go(&reports->list, chosen);
	app_later(app);
}

static void reports_move(struct app *app, struct screen *screen, enum action action)
{
	struct reports *reports = screen->state;

	w_list_action(&reports->list, action);
	app_later(app);
}

static void reports_export_preview(struct app *app, struct screen *screen)
{
	struct reports *reports = screen->state;

	reports_tick(app, screen);
	if (reports->preview.has_table)
		export_table(app, &reports->preview.table);
}

/* The whole of the table that the preview shows. A pivot is explained where its cells are: opened. */
static void reports_explain_preview(struct app *app, struct screen *screen)
{
	struct reports *reports = screen->state;

	reports_tick(app, screen);
	if (!reports->preview.has_table)
		return;
	report_explain(app, reports->preview.named, &reports->preview.choice,
		&reports->preview.table, reports->preview.table.rows.count);
}

static bool reports_on_table(const struct app *app, const struct screen *screen)
{
	const struct reports *reports = screen->state;

	(void)app;
	return reports_is_table(w_list_cursor(&reports->list));
}

static const struct screen_act reports_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = reports_move},
	{ACTION_OPEN, .act = reports_open_row},
	{ACTION_SEARCH, .act = reports_search},
	{ACTION_EXPLAIN, .act = reports_explain_preview, .offered = reports_on_table},
	{ACTION_EXPORT, .act = reports_export_preview, .offered = reports_on_table},
	{0},
};

static bool reports_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct reports *reports = screen->state;
	int column = -1;
	const enum w_list_hit hit = w_list_mouse(&reports->list, event, &column);

	if (hit == W_LIST_ROW_OPENED)
		reports_open_row(app, screen);
	app_later(app);
	return hit != W_LIST_NOWHERE;
}

static void reports_close_screen(struct app *app, struct screen *screen)
{
	struct reports *reports = screen->state;

	(void)app;
	reports_forget_preview(reports);
	w_list_free(&reports->list);
}

const struct screen_ops s_reports_ops = {
	.title = N_("Reports"),
	.context = CONTEXT_REPORTS,
	.acts = reports_acts,
	.private_size = sizeof(struct reports),
	.open = reports_open_screen,
	.reload = reports_reload,
	.draw = reports_draw,
	.mouse = reports_mouse,
	.tick = reports_tick,
	.close = reports_close_screen,
};
