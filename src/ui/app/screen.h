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

struct screen_ops {
	const char *title; /* N_() */
	enum context context;
	bool overlay;        /* drawn over the screen below (pop-ups) */
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
	 * CONTEXT_TEXT), pastes too. False: go on with action(). */
	bool (*input)(struct app *app, struct screen *screen, const struct event *event);
	/* An action of the screen's context. False: the app's own meaning (back, tabs, help, …). */
	bool (*action)(struct app *app, struct screen *screen, enum action action);
	bool (*mouse)(struct app *app, struct screen *screen, const struct event *event);
	/* Whether the action makes sense now; false takes it off the bottom line and the palette. */
	bool (*offers)(const struct app *app, const struct screen *screen, enum action action);
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
	void *state;
	struct area area; /* as of the last resize() */
	bool stale;       /* reload() before the next draw */
};

#endif
