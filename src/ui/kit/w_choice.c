#include "config.h"

#include "ui/kit/w_choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/romaji.h"
#include "base/text.h"
#include "ui/app/app.h"
#include "ui/widget/w_input.h"
#include "ui/widget/w_list.h"

enum { COLUMN_LABEL, COLUMN_HINT, COLUMN_COUNT };

struct choice_argument {
	const char *title;
	const struct w_choice_entry *entries;
	size_t count;
	int initial;
	const char *typed; /* the search begins with it; NULL or "" = nothing */
	int *chosen;  /* one … */
	bool *removed; /* … which may be taken away instead … */
	bool *marked; /* … or several */
	bool *accepted;
};
struct chooser {
	struct choice_argument wanted; /* valid while the pop-up blocks its caller */
	struct w_input input;
	struct w_list list;
	struct w_column columns[COLUMN_COUNT];
	VEC(size_t) shown; /* indexes of the entries that match */
	bool *marks;
};

static const struct w_column columns[COLUMN_COUNT] = {
	[COLUMN_LABEL] = {NULL, 16, 4, 1, TEXT_LEFT},
	[COLUMN_HINT] = {NULL, 12, 6, 0, TEXT_RIGHT},
};
enum { ROWS_AROUND = 3, WIDTH = 56, HINT_LONG = 30 /* expressions of saved filters */ };

/* --- what is found ------------------------------------------------------------------------- */

void w_choice_query_begin(struct w_choice_query *query, const char *typed)
{
	*query = (struct w_choice_query){.key = text_key(typed)};
	if (!romaji_to_hiragana(query->key, &query->kana))
		strbuf_clear(&query->kana);
}

void w_choice_query_end(struct w_choice_query *query)
{
	free(query->key);
	strbuf_free(&query->kana);
}

bool w_choice_key_matches(const char *key, const struct w_choice_query *query)
{
	return strstr(key, query->key) != NULL ||
	       (query->kana.length > 0 && strstr(key, query->kana.text) != NULL);
}

static bool choice_holds(const char *text, const struct w_choice_query *query)
{
	char *key;
	bool found;

	if (!text || !*text)
		return false;
	key = text_key(text);
	found = w_choice_key_matches(key, query);
	free(key);
	return found;
}

bool w_choice_matches(const struct w_choice_entry *entry, const struct w_choice_query *query)
{
	return !*query->key || choice_holds(entry->label, query) || choice_holds(entry->reading, query);
}

static void choice_find(struct chooser *choice)
{
	struct w_choice_query query;

	w_choice_query_begin(&query, w_input_text(&choice->input));
	choice->shown.count = 0;
	for (size_t i = 0; i < choice->wanted.count; i++) {
		if (w_choice_matches(&choice->wanted.entries[i], &query))
			*vec_add(&choice->shown) = i;
	}
	w_choice_query_end(&query);
	w_list_go(&choice->list, 0);
}

/* --- the list ------------------------------------------------------------------------------ */

static int64_t choice_rows(void *data)
{
	const struct chooser *choice = data;

	return (int64_t)choice->shown.count;
}

static void choice_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct chooser *choice = data;
	const struct w_choice_entry *entry = &choice->wanted.entries[choice->shown.items[row]];

	if (column == COLUMN_LABEL) {
		strbuf_add_text(out, entry->label);
	} else if (entry->hint) {
		*role = THEME_MUTED;
		strbuf_add_text(out, entry->hint);
	}
}

static bool choice_marked(void *data, int64_t row)
{
	const struct chooser *choice = data;

	return choice->marks && choice->marks[choice->shown.items[row]];
}

static const struct w_list_source source = {.count = choice_rows, .cell = choice_cell,
	.marked = choice_marked};

/* --- the pop-up ---------------------------------------------------------------------------- */

static bool choice_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct chooser *choice = screen->state;

	(void)err;
	choice->wanted = *(const struct choice_argument *)argument;
	w_input_init(&choice->input, &app->clipboard);
	w_input_set(&choice->input, choice->wanted.typed);
	memcpy(choice->columns, columns, sizeof columns);
	if (choice->wanted.removed)
		choice->columns[COLUMN_HINT].width = HINT_LONG;
	w_list_init(&choice->list, &source, choice, choice->columns,
		COLUMN_COUNT);
	choice->list.empty = _("Nothing is called that.");
	if (choice->wanted.marked) {
		choice->marks = xcalloc(choice->wanted.count + 1, sizeof *choice->marks);
		memcpy(choice->marks, choice->wanted.marked, choice->wanted.count * sizeof(bool));
	}
	choice_find(choice);
	if (!choice->wanted.typed || !*choice->wanted.typed)
		w_list_go(&choice->list, choice->wanted.initial);
	return true;
}

static int choice_width_wanted(const struct chooser *choice)
{
	int widest = text_width(choice->wanted.title) + 6;

	for (size_t i = 0; i < choice->wanted.count; i++) {
		const struct w_choice_entry *entry = &choice->wanted.entries[i];
		int width = text_width(entry->label) + 5 + choice->columns[COLUMN_HINT].width;

		widest = width > widest ? width : widest;
	}
	return widest > WIDTH ? widest : WIDTH;
}

static void choice_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct chooser *choice = screen->state;
	int rows = choice->wanted.count > 100 ? 100 : (int)choice->wanted.count;
	struct area box = area_centre(area, rows + ROWS_AROUND, choice_width_wanted(choice));
	struct area inside;

	(void)app;
	draw_clear(canvas, box, THEME_POPUP);
	inside = draw_box(canvas, box, choice->wanted.title);
	w_list_draw(&choice->list, canvas, area_part(inside, 1, 0, -1, -1), true);
	draw_text(canvas, inside, 0, 0, 2, "/", TEXT_LEFT, THEME_KEY);
	w_input_draw(&choice->input, canvas, inside, 0, 2, inside.columns - 2, true);
}

static bool choice_typing(const struct app *app, const struct screen *screen)
{
	(void)app;
	(void)screen;
	return true;
}

/* Nothing was marked, before or now, but something was searched for: Enter means what it found. */
static void choice_mark_found(struct chooser *choice, int64_t row)
{
	for (size_t i = 0; i < choice->wanted.count; i++) {
		if (choice->marks[i] || choice->wanted.marked[i])
			return;
	}
	if (row >= 0 && *w_input_text(&choice->input))
		choice->marks[choice->shown.items[row]] = true;
}

static void choice_accept(struct app *app, struct screen *screen)
{
	struct chooser *choice = screen->state;
	int64_t row = w_list_cursor(&choice->list);

	if (choice->marks) {
		choice_mark_found(choice, row);
		memcpy(choice->wanted.marked, choice->marks, choice->wanted.count * sizeof(bool));
		*choice->wanted.accepted = true;
	} else if (row < 0) {
		return;
	} else {
		*choice->wanted.chosen = (int)choice->shown.items[row];
	}
	app_pop(app, screen);
}

static bool choice_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct chooser *choice = screen->state;
	int64_t row = w_list_cursor(&choice->list);
	bool changed = false, mine;

	if (choice->marks && event->kind == EVENT_KEY && key_fold(event->key) == K_SPACE) {
		if (row >= 0) {
			size_t at = choice->shown.items[row];

			choice->marks[at] = !choice->marks[at];
			w_list_action(&choice->list, ACTION_DOWN);
		}
		return true;
	}
	if (choice->wanted.removed && row >= 0 && event->kind == EVENT_KEY &&
		event->action == ACTION_TEXT_DELETE &&
		choice->input.caret == choice->input.text.length) {
		*choice->wanted.removed = true;
		choice_accept(app, screen);
		return true;
	}
	mine = w_input_event(&choice->input, event, &changed);
	if (changed)
		choice_find(choice);
	return mine;
}

static void choice_move(struct app *app, struct screen *screen, enum action action)
{
	struct chooser *choice = screen->state;

	(void)app;
	w_list_action(&choice->list, action);
}

static const struct screen_act choice_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = choice_move},
	{ACTION_OPEN, .act = choice_accept},
	{ACTION_HELP, .act = NULL},
	{0},
};

static bool choice_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct chooser *choice = screen->state;
	enum w_list_hit hit = w_list_mouse(&choice->list, event, NULL);

	if (hit == W_LIST_ROW_OPENED)
		choice_accept(app, screen);
	return hit != W_LIST_NOWHERE;
}

static void choice_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	const struct chooser *choice = screen->state;

	(void)app;
	if (choice->marks)
		strbuf_add_text(out, _("Type to search, Space marks, Enter accepts."));
	else if (choice->wanted.removed)
		strbuf_add_text(out, _("Type to search, Enter chooses, Delete takes it off the list."));
	else
		strbuf_add_text(out, _("Type to search (romaji will do), Enter chooses."));
}

static void choice_close(struct app *app, struct screen *screen)
{
	struct chooser *choice = screen->state;

	(void)app;
	w_input_free(&choice->input);
	w_list_free(&choice->list);
	vec_free(&choice->shown);
	free(choice->marks);
}

static const struct screen_ops choice_ops = {
	.title = N_("Choices"),
	.context = CONTEXT_POPUP,
	.acts = choice_acts,
	.overlay = true,
	.private_size = sizeof(struct chooser),
	.open = choice_open,
	.draw = choice_draw,
	.typing = choice_typing,
	.input = choice_input,
	.mouse = choice_mouse,
	.status = choice_status,
	.close = choice_close,
};

int w_choice_run(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t entry_count, int initial)
{
	return w_choice_run_typed(app, title, entries, entry_count, initial, "");
}

int w_choice_run_typed(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t entry_count, int initial, const char *typed)
{
	int chosen = -1;

	app_run_modal(app, &choice_ops, &(struct choice_argument){.title = title, .entries = entries,
		.count = entry_count, .initial = initial, .typed = typed, .chosen = &chosen});
	return chosen;
}

int w_choice_run_or_remove(struct app *app, const char *title,
	const struct w_choice_entry *entries, size_t entry_count, int initial, bool *removed)
{
	int chosen = -1;

	*removed = false;
	app_run_modal(app, &choice_ops, &(struct choice_argument){.title = title, .entries = entries,
		.count = entry_count, .initial = initial, .typed = "", .chosen = &chosen,
		.removed = removed});
	return chosen;
}

bool w_choice_run_many(struct app *app, const char *title, const struct w_choice_entry *entries,
	size_t entry_count, bool *chosen)
{
	bool accepted = false;

	app_run_modal(app, &choice_ops, &(struct choice_argument){.title = title, .entries = entries,
		.count = entry_count, .marked = chosen, .accepted = &accepted});
	return accepted;
}
