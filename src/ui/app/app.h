/* app - the running interface: session, screens, messages, and the loop that feeds them. */
#ifndef UI_APP_APP_H
#define UI_APP_APP_H

#include "service/session/session.h"
#include "ui/app/screen.h"
#include "ui/app/tabs.h"
#include "ui/term/terminal.h"

struct screen_stack {
	VEC(struct screen *) screens; /* the last one is on top */
};

/* A screen that other rooms open by its name: they need not be built on it. */
struct app_place {
	const char *id;
	bool (*open)(struct app *app, const void *argument); /* as the screen's own header says */
};

/* What the interface is made of. ui.c fills it in, so that nothing in here names a screen. */
struct app_design {
	const struct tab_info *tabs; /* TAB_COUNT of them */
	/* What actions mean where a screen has no meaning of its own for them. */
	const struct screen_act *globals;
	const struct app_place *places; /* ended by {0} */
	/* Goes to the page of that name; may be NULL. */
	bool (*go)(struct app *app, const char *name, struct error *err);
	/* Once a turn of the loop; may be NULL. */
	void (*every_turn)(struct app *app);
	/* The user has asked for something, before it is done; may be NULL. */
	void (*before_action)(struct app *app, enum action action);
};

struct app {
	const struct app_design *design; /* never NULL */
	/* The loop, while that tab has so many screens. */
	void (*run)(struct app *app, enum tab tab, size_t depth);
	struct session *session; /* never NULL, but its store is until a database is open */
	struct terminal *terminal;
	struct theme theme;
	struct keymap keymap;
	struct canvas canvas;
	struct screen_stack tabs[TAB_COUNT]; /* each tab keeps its place */
	enum tab tab;
	struct strbuf message;
	enum theme_role message_role;
	struct strbuf clipboard; /* what was killed or yanked last, shared by all text widgets */
	struct strbuf place;     /* 見本県 ▸ 福祉保健部, for the top line; "" = to be looked up */
	int pending_key;         /* first key of a sequence */
	struct {
		int page;              /* to be shown next, from 1; 0 = not on a wall */
		int64_t shown_ms;
		struct screen *opened; /* by the page shown; NULL = none */
	} wall;
	bool quit;
	bool hung_up;
	bool dirty;              /* something to draw */
	bool later;              /* somebody waits for tick() */
	bool steady;             /* driven by a script: nothing depends on time */
	int64_t ticked_ms, refreshed_ms;
	struct {                 /* long work, see app_work_begin() */
		int64_t started_ms, shown_ms;
		struct progress_phase phase;
		bool drawing;      /* the screen is half drawn */
		bool stopped;      /* by Esc */
	} work;
	struct frame_click {     /* what can be clicked on the frame, as of the last draw */
		int y, x, columns;
		enum action action;
	} clicks[48];
	size_t click_count;
};

/* --- for screens --------------------------------------------------------------------------- */

/* Opens a screen above the present one. False with a message shown when it cannot be opened. */
bool app_push(struct app *app, const struct screen_ops *ops, const void *argument);
/* Opens a place above the present screen; there is one of that name. Rooms wrap it: form_open(). */
bool app_open(struct app *app, const char *id, const void *argument);
/* Closes the screen and all above it. The state is gone when this returns. */
void app_pop(struct app *app, struct screen *screen);
/* Closes all screens of a tab above that many. */
void app_cut(struct app *app, enum tab tab, size_t depth);
/* Goes to a tab; with an argument its first screen is reopened with it. */
bool app_show(struct app *app, enum tab tab, const void *argument);
/* Pushes and returns when that screen is gone: the way pop-ups give an answer (through a pointer
 * in their argument). False when it could not be opened or the terminal was lost. */
bool app_run_modal(struct app *app, const struct screen_ops *ops, const void *argument);
/* The screen on top; NULL before the first. */
struct screen *app_top(const struct app *app);

/* The line of messages until the next key. */
void app_message(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
void app_warn(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Shows the error (nothing for ERROR_NONE and ERROR_CANCELLED). Returns false. */
bool app_error(struct app *app, const struct error *err);

/* y/N; N is the default, and the answer when the terminal is lost. The question names what is
 * destroyed. */
bool app_confirm(struct app *app, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One line of text at the bottom: prompt, first value (or NULL). Caller frees; NULL = given up. */
char *app_ask(struct app *app, const char *prompt, const char *initial);

/* Another fiscal year for all screens. */
bool app_set_fiscal_year(struct app *app, int fiscal_year);
/* Something was stored: every other screen reloads before it is drawn again. */
void app_changed(struct app *app);
void app_redraw(struct app *app);
/* Asks for tick() right after the next drawing, for what may take longer than a key should wait. */
void app_later(struct app *app);
/* Between these two, reading from the database stops with ERROR_CANCELLED once a key waits. */
void app_patience_begin(struct app *app);
void app_patience_end(struct app *app);
/* The terminal was closed: keep what is unsaved as a draft and ask nothing. */
bool app_hung_up(const struct app *app);
/* True for --readonly and for a role that may not; shows why. */
bool app_permits(struct app *app, enum permission permission, const char *unit_code);

/* Copies to the clipboard of the terminal (OSC 52) and to the one of the text widgets. */
void app_copy(struct app *app, const char *text);
/* Opens $VISUAL or $EDITOR on the text; *text is replaced (freed) when it was saved. */
bool app_edit_text(struct app *app, char **text, struct error *err);
/* Does an action as if its key had been pressed; the palette's way. */
void app_act(struct app *app, enum action action);
/* True when the action can be done now on that screen: context, permission, the screen's own word. */
bool app_offers(const struct app *app, const struct screen *screen, enum action action);

/* --- for app.c, app_work.c and ui.c -------------------------------------------------------------------- */

/* From here on what takes long is shown with its rate and the time left, and Esc stops it: use
 * cases tell how far they are (session->progress), and the database that it goes on. Before each
 * event and each drawing. */
void app_work_begin(struct app *app);
/* False when Esc was pressed or the terminal is gone. */
bool app_work_goes_on(void *app);
void app_mark_stale(struct app *app, const struct screen *but);
void app_reload(struct app *app, struct screen *screen);
/* Esc: closes the screen on top, goes home, or leaves. */
void app_back(struct app *app);
/* design and session stay the caller's and must outlive the app. */
void app_init(struct app *app, const struct app_design *design, struct session *session,
	struct terminal *terminal);
/* Until the program ends. */
void app_loop(struct app *app);
/* Closes every screen. */
void app_close(struct app *app);

#endif
