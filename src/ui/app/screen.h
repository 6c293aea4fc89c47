/* screen - what a screen is: a const struct of functions at the bottom of its s_*.c file.
 *
 * Any function but draw may be left out (NULL). A screen keeps its state in a struct of private_size
 * bytes, zeroed, at screen->state; close() frees what it holds. Functions that can fail fill err;
 * the app shows the message. HACKING.md, 'Add a screen', has a small example. */
#ifndef UI_APP_SCREEN_H
#define UI_APP_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "ui/term/action.h"
#include "ui/term/draw.h"
#include "ui/term/event.h"

struct app;
struct screen;

/* A row of a screen's table of actions: what is done, and when that makes sense. The bottom line, the
 * palette, the help and the keys all go by it. */
struct screen_act {
	enum action action;
	/* NULL, and no `each`: nothing is done here, not even what the action means everywhere. */
	void (*act)(struct app *app, struct screen *screen);
	/* Whether it makes sense now; NULL = always. Where it does not, an action that means something
	 * everywhere (back, reload, …) means that; any other is not offered. */
	bool (*offered)(const struct app *app, const struct screen *screen);
	/* The row is about all actions up to this one, and `each` does them. */
	enum action to;
	void (*each)(struct app *app, struct screen *screen, enum action action);
};

struct screen_ops {
	const char *title; /* N_() */
	enum context context;
	/* Ended by {0}; what is not among them means what it means everywhere, or nothing. */
	const struct screen_act *acts;
	bool overlay;        /* drawn over the screen below (pop-ups), whose keys it has not */
	size_t private_size;

	/* argument is what app_push() or app_show() was given, as the screen's own header says; it need
	 * not stay valid. False: the screen is not shown. */
	bool (*open)(struct app *app, struct screen *screen, const void *argument, struct error *err);
	/* A tab that is open already is shown again with a new argument (a drill-down from home). */
	bool (*reopen)(struct app *app, struct screen *screen, const void *argument, struct error *err);
	/* `r`, another fiscal year, a change by this or another screen: read again, keep the place. */
	bool (*reload)(struct app *app, struct screen *screen, struct error *err);
	/* Before the first draw and whenever the size of the area changed. */
	void (*resize)(struct app *app, struct screen *screen, struct area area);
	/* The whole area, cleared before; curses sends only what changed. No slow work in here. */
	void (*draw)(struct app *app, struct screen *screen, struct canvas *canvas, struct area area);
	/* True where a line of text has the focus: printable keys and pastes then go to input(). */
	bool (*typing)(const struct app *app, const struct screen *screen);
	/* Keys before they are looked up: all of them while typing() (with event->action of
	 * CONTEXT_TEXT), pastes too. False: go on with the acts. */
	bool (*input)(struct app *app, struct screen *screen, const struct event *event);
	bool (*mouse)(struct app *app, struct screen *screen, const struct event *event);
	/* Puts the cursor on what has that id: a field, a section, a column; false when there is none. */
	bool (*go_to)(struct app *app, struct screen *screen, const char *id);
	/* Says why what the user asked for is not offered just now; false when there is nothing to say
	 * beyond what his roles allow. May be NULL. */
	bool (*why_not)(struct app *app, struct screen *screen, enum action action);
	/* At least once a second and when idle: drafts, background loading. True while there is more
	 * to do at once. */
	bool (*tick)(struct app *app, struct screen *screen);
	/* What stands on the line of messages when there is none: "12 / 746   marked 3". */
	void (*status)(const struct app *app, const struct screen *screen, struct strbuf *out);
	/* Asked before going back; false keeps the screen (it has shown why). Not asked when the
	 * terminal is lost. */
	bool (*may_close)(struct app *app, struct screen *screen);
	/* Frees the state. app_hung_up() tells that nobody is there any more: keep drafts. */
	void (*close)(struct app *app, struct screen *screen);
};

struct screen {
	const struct screen_ops *ops;
	const struct screen_act *acts; /* ops->acts, unless open() gave others */
	void *state;
	struct area area; /* as of the last resize() */
	bool stale;       /* reload() before the next draw */
};

/* The row of an action; NULL when there is none. acts may be NULL. */
const struct screen_act *screen_act_find(const struct screen_act *acts, enum action action);
/* Proved of every screen when it is drawn: false, naming it, when an action stands there twice or has no keys in that context. */
bool screen_acts_check(const struct screen_act *acts, enum context context, struct error *err);

#endif
