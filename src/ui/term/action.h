/* action - everything a key can do, said once: action.c holds one table of id, name, keys, label,
 * help and the contexts it works in. Dispatch, the bottom line, the help screen, the palette and
 * the manual page come from its rows; tests/ui/action_test.c checks it for conflicts.
 *
 * To add an action: a line in this enum and a row in action.c. */
#ifndef UI_TERM_ACTION_H
#define UI_TERM_ACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* Where keys are pressed: each screen has one; CONTEXT_TEXT is any focused line of text. */
enum context {
	CONTEXT_TEXT,
	CONTEXT_HOME,
	CONTEXT_PROJECTS, /* list */
	CONTEXT_PROJECT,  /* one project, read */
	CONTEXT_FORM,     /* one project, edited */
	CONTEXT_PIVOT,
	CONTEXT_REPORTS,
	CONTEXT_INDICATORS,
	CONTEXT_ADMIN,
	CONTEXT_HELP,
	CONTEXT_POPUP, /* choices, palette, conflict, any overlay */
	CONTEXT_COLUMNS, /* the pop-up that arranges the columns of a list */
	CONTEXT_FIRST, /* no database yet */
	CONTEXT_COUNT,
};
const char *context_label(enum context context);

enum action {
	ACTION_NONE,
	/* moving; every context but text */
	ACTION_UP,
	ACTION_DOWN,
	ACTION_LEFT,
	ACTION_RIGHT,
	ACTION_PAGE_UP,
	ACTION_PAGE_DOWN,
	ACTION_FIRST,
	ACTION_LAST,
	ACTION_NEXT,     /* Tab: next pane or field */
	ACTION_PREVIOUS, /* Shift-Tab */
	ACTION_OPEN,     /* Enter */
	/* on what is shown */
	ACTION_NAMED,   /* pivot: ready-made tables */
	ACTION_ROWS,    /* pivot: choose the rows' dimension */
	ACTION_ACROSS,  /* pivot: choose the columns' dimension */
	ACTION_MEASURE, /* pivot: choose the measures */
	ACTION_MISSING, /* reports: only what is missing */
	ACTION_NEW,
	ACTION_EDIT,
	ACTION_SEARCH,
	ACTION_FILTER,
	ACTION_SAVED_FILTERS,
	ACTION_DROP_FILTER,
	ACTION_SORT,
	ACTION_MARK,
	ACTION_MARK_ALL,
	ACTION_MOVE, /* change the status: workflow move */
	ACTION_MOVE_UNIT, /* office: a unit below another one */
	ACTION_COLUMNS,
	ACTION_EARLIER, /* pop-up of columns: the row changes places */
	ACTION_LATER,
	ACTION_USUAL,   /* as it was before anybody chose */
	ACTION_SIMILAR,
	ACTION_COPY_PROJECT,
	ACTION_EXCLUDE, /* projects: the office's word on standard work */
	ACTION_HISTORY,
	ACTION_EXPLAIN,
	ACTION_DIFFERENCE, /* office: what an import would change, or the columns again */
	ACTION_SAVE,
	ACTION_ADD_LINE,
	ACTION_DELETE_LINE,
	ACTION_COPY_LINE, /* form: the estimate as an actual result */
	ACTION_CARRY,   /* office: last year's rows into this year */
	ACTION_CLIMB,   /* pivot: back up one level */
	ACTION_SHARE,   /* pivot: shares of the total, on or off */
	ACTION_CHANGE,  /* pivot: change on the year before, on or off */
	ACTION_LOOK,    /* pivot: bars, shades, figures only */
	ACTION_CHART,   /* pivot: as a chart; an indicator: its months */
	ACTION_TRIAL,   /* pivot: rules or units of another year */
	ACTION_STAGE,   /* estimate, forecast, actual */
	ACTION_BASIS,   /* in-year, full-year */
	ACTION_SNAPSHOTS, /* what was frozen */
	ACTION_VERIFY,    /* a snapshot's seal */
	ACTION_EXPORT,
	ACTION_SET_FIELD, /* one field of several projects */
	ACTION_REPEAT, /* the last change, with another row */
	ACTION_UNDO,
	ACTION_REDO,
	ACTION_UNDO_LIST,
	ACTION_YANK, /* copy to the clipboard */
	ACTION_RELOAD,
	/* the program */
	ACTION_TAB_1,
	ACTION_TAB_2,
	ACTION_TAB_3,
	ACTION_TAB_4,
	ACTION_TAB_5,
	ACTION_TAB_6,
	ACTION_YEAR_BEFORE,
	ACTION_YEAR_AFTER,
	ACTION_GO,       /* any page or table */
	ACTION_PALETTE,
	ACTION_HELP,
	ACTION_TOUR,
	ACTION_WALL,
	ACTION_REDRAW,
	ACTION_SUSPEND,
	ACTION_BACK, /* Esc, q */
	/* editing a text; CONTEXT_TEXT only */
	ACTION_TEXT_LEFT,
	ACTION_TEXT_RIGHT,
	ACTION_TEXT_WORD_LEFT,
	ACTION_TEXT_WORD_RIGHT,
	ACTION_TEXT_HOME,
	ACTION_TEXT_END,
	ACTION_TEXT_UP,
	ACTION_TEXT_DOWN,
	ACTION_TEXT_PAGE_UP,
	ACTION_TEXT_PAGE_DOWN,
	ACTION_TEXT_TOP,
	ACTION_TEXT_BOTTOM,
	ACTION_TEXT_RUBOUT,
	ACTION_TEXT_DELETE,
	ACTION_TEXT_KILL,
	ACTION_TEXT_KILL_BEFORE,
	ACTION_TEXT_KILL_WORD,
	ACTION_TEXT_KILL_WORD_AFTER,
	ACTION_TEXT_YANK,
	ACTION_TEXT_UNDO,
	ACTION_TEXT_REDO,
	ACTION_TEXT_EDITOR,
	ACTION_COUNT,
};

enum action_flag {
	ACTION_SHOWN = 1,  /* on the bottom line */
	ACTION_WRITES = 2, /* changes data: not offered with --readonly */
};
struct action_row {
	enum action id;
	const char *name;     /* for the config file and scripts: "new", "tab-1" */
	const char *keys;     /* defaults: "n" or "k, Up"; a sequence is "C-x C-e" */
	const char *label;    /* N_(): the word of the bottom line and the palette */
	const char *help;     /* N_(): one sentence */
	unsigned contexts;    /* bits 1u << CONTEXT_… */
	unsigned flags;
};
/* NULL for ACTION_NONE and beyond. */
const struct action_row *action_row(enum action action);
enum action action_by_name(const char *name);
bool action_in(enum action action, enum context context);

struct key_binding {
	int keys[2]; /* the second is K_NONE unless it is a sequence */
	enum action action;
};
struct keymap {
	VEC(struct key_binding) bindings; /* in the order of the table */
};
/* The keys of the table. Asserts that the table is well formed. */
void keymap_init(struct keymap *keymap);
void keymap_free(struct keymap *keymap);
/* Replaces the keys of one action, as a line of the config does: keymap_set(&map, "new", "N, F5"). */
bool keymap_set(struct keymap *keymap, const char *name, const char *keys, struct error *err);
/* False, naming both, when two actions answer to the same keys in one context. */
bool keymap_check(const struct keymap *keymap, struct error *err);
/* The action of a key in a context; *prefix (set when keys so far begin a sequence) tells to wait
 * for one more. before is the first key of a sequence or K_NONE. */
enum action keymap_find(const struct keymap *keymap, enum context context, int before, int key,
	bool *prefix);
/* Appends the keys of an action: the first one, or all with ", ". */
void keymap_format(const struct keymap *keymap, enum action action, bool all, struct strbuf *out);

#endif
