/* event - what reaches a screen or a widget: a key, text, a paste, the mouse. */
#ifndef UI_TERM_EVENT_H
#define UI_TERM_EVENT_H

#include "ui/term/action.h"
#include "ui/term/key.h"

enum event_kind {
	EVENT_NONE,   /* the time to wait is over */
	EVENT_KEY,    /* key and, where a text has the focus, action (ACTION_TEXT_… or NONE) */
	EVENT_PASTE,  /* text, may hold newlines */
	EVENT_MOUSE,
	EVENT_RESIZE,
	EVENT_SIGNAL, /* terminal_signals() has something */
	EVENT_OPEN,   /* a script names a page: text */
	EVENT_FIELD,  /* a script names what the cursor is to be put on: text */
	EVENT_END,    /* the script is over */
};
enum mouse_kind { MOUSE_CLICK, MOUSE_DOUBLE, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };

struct event {
	enum event_kind kind;
	int key;
	enum action action;
	const char *text; /* valid until the next event */
	enum mouse_kind mouse;
	int y, x; /* of the mouse, terminal coordinates */
};

#endif
