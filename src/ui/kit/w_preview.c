#include "config.h"

#include "ui/kit/w_preview.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ui/app/app.h"
#include "ui/widget/w_table.h"

struct preview_argument {
	const struct w_preview *preview;
	bool *accepted;
};
struct preview {
	const struct w_preview *shown; /* valid while the pop-up blocks its caller */
	bool *accepted;
	struct w_table view;
};

/* To the next cell that is wrong, behind the cursor or at all; the cursor stays where there is none. */
static void preview_go_to_error(struct preview *preview, bool from_start)
{
	const struct table *const table = preview->shown->table;
	const size_t columns = table->columns.count, cells = table->rows.count * columns;
	struct w_table *const view = &preview->view;
	const size_t here = from_start ? cells - 1 : view->cursor_row * columns + view->cursor_column;

	for (size_t i = 1; i <= cells; i++) {
		const size_t at = (here + i) % cells;

		if (preview->shown->role(preview->shown->data, at / columns, at % columns) != THEME_ERROR)
			continue;
		view->cursor_row = at / columns;
		view->cursor_column = at % columns;
		return;
	}
}

static bool preview_open(struct app *app, struct screen *screen, const void *argument, struct error *err)
{
	const struct preview_argument *const wanted = argument;
	struct preview *const preview = screen->state;

	(void)app;
	(void)err;
	preview->shown = wanted->preview;
	preview->accepted = wanted->accepted;
	w_table_init(&preview->view);
	w_table_set(&preview->view, preview->shown->table);
	preview->view.role = preview->shown->role;
	preview->view.beside_data = preview->shown->data;
	preview_go_to_error(preview, true);
	return true;
}

static void preview_draw(struct app *app, struct screen *screen, struct canvas *canvas, struct area area)
{
	struct preview *const preview = screen->state;
	const struct w_table *const view = &preview->view;
	const char *const why = preview->shown->why(preview->shown->data, view->cursor_row, view->cursor_column);
	const enum theme_role wrong = !why ? THEME_NORMAL :
		preview->shown->role(preview->shown->data, view->cursor_row, view->cursor_column);
	const char *const around[] = {preview->shown->summary, why ? why : ""};
	struct area inside, parts[2];

	(void)app;
	draw_clear(canvas, area, THEME_NORMAL);
	inside = draw_box(canvas, area, preview->shown->title);
	inside = area_part(inside, 0, 1, -1, inside.columns - 2);
	const int most = inside.rows / 4;

	/* what it comes to above, the reason at the foot: whole, unless the rows would have no room beside them */
	for (size_t i = 0; i < 2; i++) {
		const int needed = *around[i] ? (int)text_wrap(around[i], inside.columns, NULL, NULL) : 0;
		const int rows = needed < most ? needed : most;
		const enum theme_role role = i == 0 ? THEME_STRONG : wrong;

		parts[i] = area_part(inside, i == 0 ? 0 : inside.rows - rows, 0, rows, -1);
		if (rows == 1)
			draw_text(canvas, parts[i], 0, 0, -1, around[i], TEXT_LEFT, role);
		else
			draw_wrapped(canvas, parts[i], 0, around[i], role);
	}
	w_table_draw(&preview->view, canvas,
		area_part(inside, parts[0].rows, 0, inside.rows - parts[0].rows - parts[1].rows, -1), true);
}

static void preview_move(struct app *app, struct screen *screen, enum action action)
{
	struct preview *const preview = screen->state;

	(void)app;
	w_table_action(&preview->view, action);
}

static void preview_next(struct app *app, struct screen *screen)
{
	(void)app;
	preview_go_to_error(screen->state, false);
}

static void preview_accept(struct app *app, struct screen *screen)
{
	struct preview *const preview = screen->state;

	if (!preview->shown->question) {
		app_warn(app, _("There is nothing here that can be taken over."));
		return;
	}
	*preview->accepted = app_confirm(app, "%s", preview->shown->question);
	if (*preview->accepted)
		app_pop(app, screen);
}

static bool preview_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct preview *const preview = screen->state;

	(void)app;
	return w_table_mouse(&preview->view, event, NULL) != W_TABLE_NOWHERE;
}

static void preview_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct preview *const preview = screen->state;

	(void)app;
	strbuf_add_text(out, preview->shown->question ? _("Enter: take over   Tab: next problem   Esc: give up") :
							_("Tab: next problem   Esc: give up"));
}

static void preview_close(struct app *app, struct screen *screen)
{
	struct preview *const preview = screen->state;

	(void)app;
	w_table_free(&preview->view);
}

static const struct screen_act preview_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = preview_move},
	{ACTION_NEXT, .act = preview_next},
	{ACTION_OPEN, .act = preview_accept},
	{0},
};

static const struct screen_ops preview_ops = {
	.title = N_("Preview"),
	.context = CONTEXT_POPUP,
	.acts = preview_acts,
	.overlay = true,
	.private_size = sizeof(struct preview),
	.open = preview_open,
	.draw = preview_draw,
	.mouse = preview_mouse,
	.status = preview_status,
	.close = preview_close,
};

bool w_preview_run(struct app *app, const struct w_preview *preview)
{
	bool accepted = false;

	app_run_modal(app, &preview_ops, &(struct preview_argument){preview, &accepted});
	return accepted;
}
