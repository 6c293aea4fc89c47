#include "config.h"

#include "ui/kit/w_record.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/app/app.h"
#include "ui/kit/w_choice.h"
#include "ui/term/key.h"
#include "ui/widget/w_input.h"

enum { BOX_COLUMNS = 70, LABEL_COLUMNS_MOST = 30, BORDER = 2 };

struct record_argument {
	const struct w_record *record;
	bool *accepted;
};

struct record {
	const struct w_record *record;
	bool *accepted;
	struct w_input inputs[RECORD_FIELDS_MAX];
	int chosen[RECORD_FIELDS_MAX]; /* of fields with choices; -1 = none */
	int focus;                     /* field */
	int top;                       /* the first field shown */
	char *why;                     /* what is wrong; NULL = nothing */
	int wrong;                     /* with which field; -1 = with all of it */
};

static int record_find_choice(const struct w_record_field *field)
{
	for (size_t i = 0; i < field->choice_count; i++)
		if (strcmp(field->choices[i], field->value) == 0)
			return (int)i;
	return -1;
}

static bool record_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct record_argument *wanted = argument;
	struct record *record = screen->state;

	(void)err;
	record->record = wanted->record;
	record->accepted = wanted->accepted;
	record->focus = -1;
	record->wrong = -1;
	for (size_t i = 0; i < wanted->record->field_count; i++) {
		const struct w_record_field *field = &wanted->record->fields[i];

		w_input_init(&record->inputs[i], &app->clipboard);
		w_input_set(&record->inputs[i], field->value);
		record->chosen[i] = record_find_choice(field);
		if (record->focus < 0 && !field->fixed)
			record->focus = (int)i;
	}
	return true;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static int record_label_columns(const struct w_record *record)
{
	int widest = 0;

	for (size_t i = 0; i < record->field_count; i++) {
		const int width = text_width(record->fields[i].label);
		widest = width > widest ? width : widest;
	}
	return widest < LABEL_COLUMNS_MOST ? widest : LABEL_COLUMNS_MOST;
}

static void record_draw_value(struct record *record, struct canvas *canvas, struct area area, int y,
	int x, int i)
{
	const struct w_record_field *field = &record->record->fields[i];
	const int columns = area.columns - x;
	const bool focus = i == record->focus;

	if (field->fixed) {
		draw_text(canvas, area, y, x, columns, field->value, TEXT_LEFT, THEME_MUTED);
	} else if (field->choices) {
		draw_text(canvas, area, y, x, columns,
			record->chosen[i] < 0 ? _("(not chosen)") :
						field->choice_labels[record->chosen[i]],
			TEXT_LEFT, focus ? THEME_CURSOR : THEME_NORMAL);
		if (focus)
			draw_focus(canvas, area, y, x);
	} else {
		w_input_draw(&record->inputs[i], canvas, area, y, x, columns, focus);
	}
}

/* What is wrong stands beside the field, at the right; below all of them where it has no room. */
static bool record_draw_why_beside(const struct record *record, struct canvas *canvas,
	struct area area, int labels)
{
	const int y = record->wrong - record->top, width = text_width(record->why);
	const char *value;

	if (record->wrong < 0 || y < 0 || y >= area.rows)
		return false;
	value = !record->record->fields[record->wrong].choices ?
		w_input_text(&record->inputs[record->wrong]) :
		record->chosen[record->wrong] < 0 ? _("(not chosen)") :
		record->record->fields[record->wrong].choice_labels[record->chosen[record->wrong]];
	/* the caret needs a cell behind the value */
	if (labels + 2 + text_width(value) + 3 + width > area.columns)
		return false;
	draw_text(canvas, area, y, area.columns - width, width, record->why, TEXT_LEFT, THEME_ERROR);
	return true;
}

static void record_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct record *record = screen->state;
	const int count = (int)record->record->field_count;
	const int labels = record_label_columns(record->record);
	struct area box = area_centre(area, count + BORDER + 2, BOX_COLUMNS);
	struct area inside;
	int rows;

	(void)app;
	draw_clear(canvas, box, THEME_POPUP);
	inside = draw_box(canvas, box, record->record->title);
	inside = area_part(inside, 0, 1, -1, inside.columns - 2);
	rows = inside.rows - 2 < count ? inside.rows - 2 : count;
	if (record->focus < record->top)
		record->top = record->focus;
	if (record->focus >= record->top + rows)
		record->top = record->focus - rows + 1;
	for (int y = 0; y < rows; y++) {
		const int i = record->top + y;

		draw_text(canvas, inside, y, 0, labels, record->record->fields[i].label, TEXT_LEFT,
			i == record->wrong ? THEME_ERROR : THEME_LABEL);
		record_draw_value(record, canvas, inside, y, labels + 2, i);
	}
	if (record->why && !record_draw_why_beside(record, canvas, area_part(inside, 0, 0, rows,
		-1), labels))
		draw_wrapped(canvas, area_part(inside, rows, 0, -1, -1), 0, record->why,
			THEME_ERROR);
}

/* ---- acting ---------------------------------------------------------------------------------- */

static void record_set_why(struct record *record, const char *why, int field)
{
	free(record->why);
	record->why = why ? xstrdup(why) : NULL;
	record->wrong = why ? field : -1;
}

static void record_accept(struct app *app, struct screen *screen)
{
	struct record *record = screen->state;
	const char *values[RECORD_FIELDS_MAX];
	struct error err = {0};
	int field = -1;

	for (size_t i = 0; i < record->record->field_count; i++) {
		const struct w_record_field *info = &record->record->fields[i];

		values[i] = !info->choices ? w_input_text(&record->inputs[i]) :
			record->chosen[i] < 0      ? "" :
						     info->choices[record->chosen[i]];
	}
	if (record->record->accept(app, values, record->record->data, &field, &err)) {
		*record->accepted = true;
		app_pop(app, screen);
		return;
	}
	record_set_why(record, err.message, field);
	if (field >= 0 && !record->record->fields[field].fixed)
		record->focus = field;
}

static void record_choose_value(struct app *app, struct record *record)
{
	const struct w_record_field *field = &record->record->fields[record->focus];
	struct w_choice_entry *entries = xcalloc(field->choice_count, sizeof *entries);
	int chosen;

	for (size_t i = 0; i < field->choice_count; i++)
		entries[i] = (struct w_choice_entry){
			.label = field->choice_labels[i], .reading = field->choice_readings ?
				field->choice_readings[i] : field->choices[i]};
	chosen = w_choice_run(app, field->label, entries, field->choice_count,
		record->chosen[record->focus]);
	free(entries);
	if (chosen >= 0)
		record->chosen[record->focus] = chosen;
}

/* To the next field that can be filled in; false at the end. */
static bool record_go(struct record *record, int by)
{
	int field = record->focus;

	do {
		field += by;
	} while (field >= 0 && field < (int)record->record->field_count &&
		record->record->fields[field].fixed);
	if (field < 0 || field >= (int)record->record->field_count)
		return false;
	record->focus = field;
	return true;
}

static bool record_typing(const struct app *app, const struct screen *screen)
{
	const struct record *record = screen->state;

	(void)app;
	return !record->record->fields[record->focus].choices;
}

/* Enter in a line goes on; after the last one it saves. */
static bool record_input(struct app *app, struct screen *screen, const struct event *event)
{
	struct record *record = screen->state;

	if (!record_typing(app, screen))
		return false;
	if (event->kind == EVENT_KEY && event->key == K_ENTER) {
		if (!record_go(record, 1))
			record_accept(app, screen);
		return true;
	}
	bool changed = false;
	const bool mine = w_input_event(&record->inputs[record->focus], event, &changed);
	if (changed)
		record_set_why(record, NULL, -1);
	return mine;
}

static void record_step(struct app *app, struct screen *screen, enum action action)
{
	(void)app;
	record_go(screen->state, action == ACTION_UP || action == ACTION_PREVIOUS ? -1 : 1);
}

static void record_choose(struct app *app, struct screen *screen)
{
	record_choose_value(app, screen->state);
}

static const struct screen_act record_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = record_step},
	{ACTION_NEXT, .to = ACTION_PREVIOUS, .each = record_step},
	{ACTION_OPEN, .act = record_choose},
	{ACTION_SAVE, .act = record_accept},
	{0},
};

static bool record_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct record *record = screen->state;

	(void)app;
	for (size_t i = 0; i < record->record->field_count; i++) {
		const struct w_record_field *field = &record->record->fields[i];

		if (!field->fixed && strcmp(field->id, id) == 0) {
			record->focus = (int)i;
			return true;
		}
	}
	return false;
}

static void record_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	(void)app;
	(void)screen;
	strbuf_add_text(out, _("Tab: next field   Enter: choose or go on   C-s: save   Esc: give up"));
}

static void record_close_screen(struct app *app, struct screen *screen)
{
	struct record *record = screen->state;

	(void)app;
	for (size_t i = 0; i < record->record->field_count; i++)
		w_input_free(&record->inputs[i]);
	free(record->why);
}

static const struct screen_ops record_ops = {
	.title = N_("Record"),
	.context = CONTEXT_ADMIN, /* for C-s */
	.acts = record_acts,
	.overlay = true,
	.private_size = sizeof(struct record),
	.open = record_open_screen,
	.draw = record_draw,
	.typing = record_typing,
	.input = record_input,
	.go_to = record_go_to,
	.status = record_status,
	.close = record_close_screen,
};

bool w_record_run(struct app *app, const struct w_record *record)
{
	bool accepted = false;

	app_run_modal(app, &record_ops, &(struct record_argument){record, &accepted});
	return accepted;
}
