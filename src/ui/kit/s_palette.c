#include "config.h"

#include "ui/kit/s_palette.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/romaji.h"
#include "base/text.h"
#include "ui/app/app.h"
#include "ui/widget/fuzzy.h"
#include "ui/widget/w_input.h"
#include "ui/widget/w_list.h"

struct match {
	enum action action;
	int score;
};
struct palette {
	struct app *app;
	const struct screen *below;
	enum action *chosen;
	struct w_input input;
	struct w_list list;
	VEC(struct match) matches;
};

enum { COLUMN_KEYS, COLUMN_LABEL, COLUMN_HELP };
static const struct w_column columns[] = {
	[COLUMN_KEYS] = {NULL, 10, 4, 0, TEXT_LEFT},
	[COLUMN_LABEL] = {NULL, 20, 8, 0, TEXT_LEFT},
	[COLUMN_HELP] = {NULL, 20, 10, 1, TEXT_LEFT},
};

static int64_t palette_count(void *data)
{
	const struct palette *palette = data;

	return (int64_t)palette->matches.count;
}

static void palette_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct palette *palette = data;
	enum action action = palette->matches.items[row].action;

	if (column == COLUMN_KEYS) {
		*role = THEME_KEY;
		keymap_format(&palette->app->keymap, action, false, out);
	} else if (column == COLUMN_LABEL) {
		strbuf_add_text(out, _(action_row(action)->label));
	} else {
		*role = THEME_MUTED;
		strbuf_add_text(out, _(action_row(action)->help));
	}
}

static const struct w_list_source source = {.count = palette_count, .cell = palette_cell};

static int palette_best(int a, int b)
{
	return a > b ? a : b;
}

static int palette_score_text(const char *pattern, const char *text)
{
	char *key = text_key(text);
	int score = fuzzy_score(pattern, key);

	free(key);
	return score;
}

static int palette_score_action(const struct action_row *row, const char *pattern, const char *kana)
{
	int score = palette_best(palette_score_text(pattern, _(row->label)),
		palette_score_text(pattern, row->name));

	if (*kana)
		score = palette_best(score, palette_score_text(kana, _(row->label)));
	/* the sentence is a last resort: it holds nearly every letter */
	if (score < 0 && palette_score_text(pattern, _(row->help)) > 2 * (int)text_width(pattern) * 2)
		score = 0;
	return score;
}

static int palette_by_score(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	return x->score != y->score ? (x->score < y->score ? 1 : -1)
				    : (int)x->action - (int)y->action;
}

static void palette_find(struct palette *palette)
{
	char *pattern = text_key(w_input_text(&palette->input));
	struct strbuf kana = {0};

	if (!romaji_to_hiragana(pattern, &kana))
		strbuf_clear(&kana);
	palette->matches.count = 0;
	for (int i = ACTION_OPEN; i < ACTION_COUNT; i++) {
		const struct action_row *row = action_row((enum action)i);
		int score;

		if (row->id == ACTION_PALETTE ||
			!app_offers(palette->app, palette->below, row->id))
			continue;
		score = palette_score_action(row, pattern, strbuf_text(&kana));
		if (score >= 0)
			*vec_add(&palette->matches) = (struct match){row->id, score};
	}
	if (*pattern)
		qsort(palette->matches.items, palette->matches.count, sizeof(struct match),
			palette_by_score);
	w_list_go(&palette->list, 0);
	strbuf_free(&kana);
	free(pattern);
}

static bool palette_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct s_palette_argument *wanted = argument;
	struct palette *palette = screen->state;

	(void)err;
	palette->app = app;
	palette->below = wanted->below;
	palette->chosen = wanted->chosen;
	w_input_init(&palette->input, &app->clipboard);
	w_list_init(&palette->list, &source, palette, columns, sizeof columns / sizeof columns[0]);
	palette->list.empty = _("No command of that name works here.");
	palette_find(palette);
	return true;
}

static void palette_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct palette *palette = screen->state;
	struct area box = area_centre(area, 16, 76);
	struct area inside;

	(void)app;
	draw_clear(canvas, box, THEME_POPUP);
	inside = draw_box(canvas, box, _("Commands"));
	w_list_draw(&palette->list, canvas, area_part(inside, 1, 0, -1, -1), true);
	draw_text(canvas, inside, 0, 0, 2, ":", TEXT_LEFT, THEME_KEY);
	w_input_draw(&palette->input, canvas, inside, 0, 2, inside.columns - 2, true);
}

static bool palette_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

static bool palette_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct palette *palette = screen->state;
	bool changed = false, mine = w_input_event(&palette->input, event, &changed);

	(void)app;
	if (changed)
		palette_find(palette);
	return mine;
}

/* What is cut in the list stands below. */
static void palette_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct palette *palette = screen->state;
	const int64_t row = w_list_cursor(&palette->list);

	(void)app;
	if (row >= 0)
		strbuf_add_text(out, _(action_row(palette->matches.items[row].action)->help));
}

static void palette_choose(struct app *app, struct screen *screen)
{
	struct palette *palette = screen->state;
	int64_t row = w_list_cursor(&palette->list);

	if (row < 0)
		return;
	*palette->chosen = palette->matches.items[row].action;
	app_pop(app, screen);
}

static void palette_move(struct app *app, struct screen *screen, enum action action)
{
	struct palette *palette = screen->state;

	(void)app;
	w_list_action(&palette->list, action);
}

static const struct screen_act palette_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = palette_move},
	{ACTION_OPEN, .act = palette_choose},
	{ACTION_HELP, .act = NULL},
	{0},
};

static bool palette_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct palette *palette = screen->state;
	enum w_list_hit hit = w_list_mouse(&palette->list, event, NULL);

	if (hit == W_LIST_ROW_OPENED)
		palette_choose(app, screen);
	return hit != W_LIST_NOWHERE;
}

static void palette_close(struct app *app, struct screen *screen)
{
	struct palette *palette = screen->state;

	(void)app;
	w_input_free(&palette->input);
	w_list_free(&palette->list);
	vec_free(&palette->matches);
}

const struct screen_ops s_palette_ops = {
	.title = N_("Commands"),
	.context = CONTEXT_POPUP,
	.acts = palette_acts,
	.overlay = true,
	.private_size = sizeof(struct palette),
	.open = palette_open,
	.draw = palette_draw,
	.typing = palette_typing,
	.input = palette_input,
	.status = palette_status,
	.mouse = palette_mouse,
	.close = palette_close,
};
