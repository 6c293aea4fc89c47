/* form_sheet - the effect lines of the form as a small sheet: every figure recomputed on each key.
 *
 * Shared by the files s_form.c and form_*.c only. The lines here are what is edited;
 * form_lines_store() brings the project's own up to date. */
#ifndef UI_FORM_FORM_SHEET_H
#define UI_FORM_FORM_SHEET_H

#include "base/vec.h"
#include "model/doubt.h"
#include "ui/term/draw.h"
#include "ui/term/event.h"
#include "ui/widget/w_input.h"

struct app;
struct form;
struct draft;
struct project;

/* The cells that EFFECT_COLUMNS has in one part of a line, in its order. */
#define CELL_NOTHING(name)
#define CELL_NAME(name) CELL_##name,
#define CELL_BEFORE_BEFORE CELL_NAME
#define CELL_BEFORE_AFTER CELL_NOTHING
#define CELL_BEFORE_BELOW CELL_NOTHING
#define CELL_BEFORE_CELL(part, heading, brief, hint, align, width, brief_width) CELL_BEFORE_##part
#define CELL_BEFORE_NO_CELL CELL_NOTHING
#define CELL_OF_BEFORE(name, id, label, variants, type, stored, locked, cell) CELL_BEFORE_##cell(name)
#define CELL_AFTER_BEFORE CELL_NOTHING
#define CELL_AFTER_AFTER CELL_NAME
#define CELL_AFTER_BELOW CELL_NOTHING
#define CELL_AFTER_CELL(part, heading, brief, hint, align, width, brief_width) CELL_AFTER_##part
#define CELL_AFTER_NO_CELL CELL_NOTHING
#define CELL_OF_AFTER(name, id, label, variants, type, stored, locked, cell) CELL_AFTER_##cell(name)
#define CELL_BELOW_BEFORE CELL_NOTHING
#define CELL_BELOW_AFTER CELL_NOTHING
#define CELL_BELOW_BELOW CELL_NAME
#define CELL_BELOW_CELL(part, heading, brief, hint, align, width, brief_width) CELL_BELOW_##part
#define CELL_BELOW_NO_CELL CELL_NOTHING
#define CELL_OF_BELOW(name, id, label, variants, type, stored, locked, cell) CELL_BELOW_##cell(name)

enum cell {
	EFFECT_COLUMNS(CELL_OF_BEFORE)
	CELL_ARROW,
	EFFECT_COLUMNS(CELL_OF_AFTER)
	CELL_SAVED,
	CELL_IN_YEAR,
	CELL_FULL_YEAR,
	CELL_TABLE_COUNT, /* those above stand in the sheet, the others below it */
	CELL_TABLE_LAST = CELL_TABLE_COUNT - 1,
	EFFECT_COLUMNS(CELL_OF_BELOW)
	CELL_COUNT,
};
enum form_cell_kind {
	CELL_KIND_TEXT,
	CELL_KIND_NUMBER,
	CELL_KIND_CHOICE,
	CELL_KIND_NONE, /* computed or empty: nothing to edit */
};
struct cell_info {
	const char *heading;     /* N_() */
	const char *brief;       /* N_(): where room is short; NULL = as heading */
	const char *name;        /* N_(): what it is, in full */
	enum text_align align;
	int columns, brief_columns; /* of a cell below the sheet: 0 = the rest of its row */
	enum effect_field field; /* EFFECT_FIELD_COUNT: computed */
};
extern const struct cell_info form_cells[CELL_COUNT];

struct sheet_line {
	struct effect effect;     /* always one that can be computed; texts in the project's arena */
	char *typed[CELL_COUNT];  /* what cannot be read, or NULL */
	char *why[CELL_COUNT];    /* its reason */
};
struct sheet_hit {
	struct area area;
	size_t line;
	enum cell cell;
};
struct form_sheet {
	VEC(struct sheet_line) lines; /* by line, then stage */
	size_t line;         /* the cursor */
	enum cell cell;
	bool editing;
	struct w_input input;
	struct effect before; /* the line when the editing began */
	char *why;           /* why what is being typed cannot be read, or NULL */
	size_t top;
	VEC(struct sheet_hit) hits; /* cells as of the last draw, for the mouse */
};

/* Sums of one stage. */
struct sheet_total {
	bool any;
	int64_t minutes[BASIS_COUNT];
	int64_t per_period; /* when all lines are of one period */
	int period;         /* which; -1 when they differ or there is none */
};

/* --- form_lines.c: the lines -------------------------------------------------------------- */

void form_lines_init(struct app *app, struct form *form);
void form_lines_free(struct form_sheet *sheet);
void form_lines_clear(struct form_sheet *sheet);
/* The line of the cursor; NULL when there is none. */
struct sheet_line *form_lines_current(struct form_sheet *sheet);
/* The line of that number and stage, or NULL. */
struct sheet_line *form_lines_find(struct form_sheet *sheet, int number, enum stage stage);
/* Takes away the line of the cursor, or what was typed in one of a line's cells. */
void form_lines_remove(struct form_sheet *sheet);
void form_lines_forget(struct sheet_line *line, enum cell cell);
/* A line number that no line has. */
int form_lines_free_number(const struct form_sheet *sheet);
/* Puts a line in its place and the cursor on it. */
void form_lines_insert(struct form_sheet *sheet, const struct effect *effect);
/* Takes over the project's lines. */
void form_lines_show(struct form *form);
/* Brings project.effects and its totals up to date. */
void form_lines_store(struct form *form);
/* After the stage or kind of the current line has changed: puts it where it belongs, and forgets
 * what was typed in cells that it no longer has. */
void form_lines_rearrange(struct form *form);
bool form_lines_has_unread(const struct form_sheet *sheet);
void form_lines_totals(const struct form_sheet *sheet, struct sheet_total totals[STAGE_COUNT]);

/* --- form_cell.c: the cells of a line ------------------------------------------------------ */

/* What a cell of a line can be given. */
enum form_cell_kind form_cell_kind(const struct effect *effect, enum cell cell);
/* Appends what the cell shows. */
void form_cell_text(const struct sheet_line *line, enum cell cell, struct strbuf *out);
/* What is doubtful in a line (model/doubt.h), and whether that is flagged beside the cell. */
doubts form_cell_doubts(const struct form *form, const struct effect *effect);
bool form_cell_is_doubtful(enum cell cell, doubts found);
/* 201時間, 1,724分; negative ones with △. */
void form_cell_add_hours(struct strbuf *out, int64_t minutes);
void form_cell_add_minutes(struct strbuf *out, int64_t minutes);
/* Appends what is edited. */
void form_cell_machine(const struct effect *effect, enum cell cell, struct strbuf *out);
/* Reads a text into a cell of the line; a text of one key too many leaves it as it was. */
bool form_cell_set(struct form *form, struct effect *effect, enum cell cell, const char *text,
	struct error *err);

/* form_sheet_texts.c: the texts of the lines as they stand, unread ones too; and back. */
void form_sheet_texts_collect(const struct form *form, struct draft *draft);
void form_sheet_texts_restore(struct form *form, const struct draft *draft);

/* --- form_edit.c: typing in a cell --------------------------------------------------------- */

/* Begins with what stands there, or with nothing where typing replaces it. */
void form_edit_begin(struct form *form, bool replace);
/* Ends it: what cannot be read stays in the cell. */
void form_edit_settle(struct form *form);
bool form_edit_input(struct app *app, struct form *form, const struct event *event);
/* Leaves the cell as it was before it was typed in; false when none is. */
bool form_edit_leave(struct form *form);

/* --- form_sheet_draw.c, form_sheet.c ------------------------------------------------------- */

void form_sheet_draw(struct app *app, struct form *form, struct canvas *canvas, struct area area);
/* False where there is nothing that way: the sheet is to be left. */
bool form_sheet_move(struct app *app, struct form *form, enum action action);
/* The cursor to the cell of that effect field; false when the line has none. */
bool form_sheet_go_to(struct app *app, struct form *form, const char *id);
/* Enter: begins with the cell, or ends it and goes on; without a line, adds the first. */
void form_sheet_open(struct app *app, struct form *form);
void form_sheet_add(struct app *app, struct form *form);
/* The line of the cursor; there is one. */
void form_sheet_delete(struct app *app, struct form *form);
void form_sheet_copy(struct app *app, struct form *form);
void form_sheet_mouse(struct app *app, struct form *form, const struct event *event);
/* form_effects.c: the pop-ups of cells that are chosen. */
void form_effects_choose(struct app *app, struct form *form);

#endif
