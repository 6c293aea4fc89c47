#include "config.h"

#include "ui/form/form_grid.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/quantity.h"
#include "ui/app/app.h"
#include "ui/widget/w_input.h"

enum { NUMBER_COLUMNS = 10 };

struct grid_argument {
	struct form_grid *grid;
	bool *accepted;
};
struct grid {
	struct form_grid *wanted; /* valid while the pop-up blocks its caller */
	bool *accepted;
	struct w_input inputs[FORM_GRID_MAX];
	struct area areas[FORM_GRID_MAX]; /* as of the last draw */
	size_t focus;
};

static bool grid_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct grid_argument *wanted = argument;
	struct grid *grid = screen->state;
	struct strbuf text = {0};

	(void)err;
	grid->wanted = wanted->grid;
	grid->accepted = wanted->accepted;
	for (size_t i = 0; i < grid->wanted->count; i++) {
		w_input_init(&grid->inputs[i], &app->clipboard);
		strbuf_clear(&text);
		if (grid->wanted->values[i] != 0)
			decimal_add(&text, grid->wanted->values[i], 0, false);
		w_input_set(&grid->inputs[i], strbuf_text(&text));
	}
	strbuf_free(&text);
	return true;
}

static bool grid_value_of(const struct grid *grid, size_t at, int64_t *value, struct error *err)
{
	const char *text = w_input_text(&grid->inputs[at]);

	*value = 0;
	return !*text || quantity_parse(text, QUANTITY_CASES, value, err);
}

static void grid_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct grid *grid = screen->state;
	int across = grid->wanted->columns;

	int widest = 0;

	for (size_t i = 0; i < grid->wanted->count; i++) {
		int width = text_width(grid->wanted->labels[i]);

		widest = width > widest ? width : widest;
	}
	int label = widest;
	int rows = ((int)grid->wanted->count + across - 1) / across;
	int wide = label + NUMBER_COLUMNS + 3;
	struct area box = area_centre(area, rows + 2 + grid->wanted->sum, across * wide + 2), inside;

	(void)app;
	if (across * wide + 2 > area.columns)
		wide = (area.columns - 2) / across;
	draw_clear(canvas, box, THEME_POPUP);
	inside = draw_box(canvas, box, grid->wanted->title);
	for (size_t i = 0; i < grid->wanted->count; i++) {
		int y = (int)i / across, x = (int)i % across * wide + 1;

		draw_text(canvas, inside, y, x, label, grid->wanted->labels[i], TEXT_RIGHT, THEME_LABEL);
		grid->areas[i] = area_part(inside, y, x, 1, wide);
		w_input_draw(&grid->inputs[i], canvas, inside, y, x + label + 1, wide - label - 2,
			i == grid->focus);
	}
	if (grid->wanted->sum) {
		struct strbuf text = {0};
		int64_t sum = 0, value;

		for (size_t i = 0; i < grid->wanted->count; i++) {
			if (grid_value_of(grid, i, &value, NULL))
				decimal_sum(sum, value, &sum);
		}
		decimal_add_triangle(&text, sum, 0, false);
		draw_format(canvas, inside, rows, 1, THEME_TOTAL, _("Total %s"),
			strbuf_text(&text));
		strbuf_free(&text);
	}
}

static bool grid_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static bool grid_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct grid *grid = screen->state;

	(void)app;
	return w_input_event(&grid->inputs[grid->focus], event, NULL);
}

static void grid_accept(struct app *app, struct screen *screen)
{
	struct grid *grid = screen->state;
	int64_t values[FORM_GRID_MAX];
	struct error err = {0};

	for (size_t i = 0; i < grid->wanted->count; i++) {
		if (grid_value_of(grid, i, &values[i], &err))
			continue;
		grid->focus = i;
		app_error(app, &err);
		return;
	}
	for (size_t i = 0; i < grid->wanted->count; i++)
		grid->wanted->values[i] = values[i];
	*grid->accepted = true;
	app_pop(app, screen);
}

/* Moves the focus within the numbers. */
static void grid_go(struct grid *grid, int by)
{
	int to = (int)grid->focus + by;

	if (to >= 0 && to < (int)grid->wanted->count)
		grid->focus = (size_t)to;
}

static void grid_move(struct app *app, struct screen *screen, enum action action)
{
	const struct grid *grid = screen->state;

	(void)app;
	grid_go(screen->state, action == ACTION_UP ? -grid->wanted->columns : grid->wanted->columns);
}

static void grid_step(struct app *app, struct screen *screen, enum action action)
{
	(void)app;
	grid_go(screen->state, action == ACTION_PREVIOUS ? -1 : 1);
}

/* After the last number the numbers are taken over. */
static void grid_enter(struct app *app, struct screen *screen)
{
	struct grid *grid = screen->state;

	if (grid->focus + 1 < grid->wanted->count)
		grid_go(grid, 1);
	else
		grid_accept(app, screen);
}

static const struct screen_act grid_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = grid_move},
	{ACTION_NEXT, .to = ACTION_PREVIOUS, .each = grid_step},
	{ACTION_OPEN, .act = grid_enter},
	{ACTION_SAVE, .act = grid_accept},
	{ACTION_HELP, .act = NULL},
	{0},
};

static bool grid_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct grid *grid = screen->state;

	(void)app;
	for (size_t i = 0; i < grid->wanted->count; i++) {
		if (area_contains(grid->areas[i], event->y, event->x))
			grid->focus = i;
	}
	return true;
}

static void grid_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	(void)app;
	(void)screen;
	strbuf_add_text(out, _("Enter goes on; after the last number, or with C-s, it is taken over."));
}

static void grid_close(struct app *app, struct screen *screen)
{
	struct grid *grid = screen->state;

	(void)app;
	for (size_t i = 0; i < FORM_GRID_MAX; i++)
		w_input_free(&grid->inputs[i]);
}

static const struct screen_ops grid_ops = {
	.title = N_("Numbers"),
	.context = CONTEXT_FORM, /* C-s takes the numbers over */
	.acts = grid_acts,
	.overlay = true,
	.private_size = sizeof(struct grid),
	.open = grid_open,
	.draw = grid_draw,
	.typing = grid_typing,
	.input = grid_input,
	.mouse = grid_mouse,
	.status = grid_status,
	.close = grid_close,
};

bool form_grid_run(struct app *app, struct form_grid *grid)
{
	bool accepted = false;

	app_run_modal(app, &grid_ops, &(struct grid_argument){grid, &accepted});
	return accepted;
}
