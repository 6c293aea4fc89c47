/* private - what the files of the list of projects share; private to s_projects.c and
 * projects_*.c. */
#ifndef UI_PROJECTS_PRIVATE_H
#define UI_PROJECTS_PRIVATE_H

#include "service/project/listing.h"
#include "ui/app/app.h"
#include "ui/kit/filter_offer.h"
#include "ui/projects/projects_columns.h"
#include "ui/projects/projects_preview.h"
#include "ui/projects/projects_window.h"
#include "ui/widget/w_filter.h"
#include "ui/widget/w_list.h"

struct projects_left {
	int fiscal_year;
	int64_t here, cursor, top;
};
struct projects {
	struct app *app;
	struct w_filter filter;
	struct filter_offer offer; /* while the filter is typed */
	struct project_sort sort;
	struct projects_layout layout;
	struct projects_plan plan;
	struct projects_window window;
	struct w_list list;
	struct projects_preview preview;
	bool wide;         /* the preview has room beside the list */
	bool on_preview;   /* and the keys */
	struct area aside; /* of the preview, as of the last draw */
	struct projects_done { /* the last act that changed something, for doing it again */
		enum action act;   /* MOVE, EXCLUDE, SET_FIELD, COPY_PROJECT; NONE = nothing yet */
		enum field field;
		enum status to;
		enum exclusion decision;
		char *text;        /* the reason of a move, the value of a field, the team of a copy */
	} done;
	VEC(int64_t) marks; /* ids, in the order of marking */
	int64_t here;      /* id of the project the cursor is on, 0 = none */
	int fiscal_year;   /* as of the last reading */
	VEC(struct projects_left) left; /* where one was in other years */
	bool one_section;  /* the filter names a section or a team */
	bool behind;       /* the list is to be read again, as soon as no key waits … */
	bool from_top;     /* … and from its top: its best rows are the first */
};

/* --- projects_kept.c: marks, and what was done last --- */

/* Index in the marks, or -1. */
int projects_mark_find(const struct projects *projects, int64_t id);
bool projects_is_marked(const struct projects *projects, int64_t id);
/* Remembers what was done; text may be "" and is copied. */
void projects_remember(struct projects *projects, struct projects_done done, const char *text);

/* --- projects.c: its rows --- */

/* The rows as a list; its data is the struct projects. */
extern const struct w_list_source projects_rows;

/* Reads the list again, narrowed and sorted as it is said now; the cursor stays on its project. */
bool projects_read(struct projects *projects, struct error *err);
/* The same, as soon as no key waits. */
void projects_read_later(struct projects *projects, bool from_top);
/* The state of the screen, for an act that means a row: the rows are read first, where that is still to
 * be done, so that it is the row that is shown. */
struct projects *projects_settled(struct app *app, struct screen *screen);
/* The project under the cursor; NULL when the list is empty. Valid until rows are read. */
const struct project *projects_here(struct projects *projects);
/* What is on the screen, as a query: filter, order and the columns shown. expression holds the
 * filter as long as the query is used. */
void projects_query(const struct projects *projects, struct strbuf *expression,
	struct listing_query *query);

/* --- projects_batch.c, projects_move.c, projects_exclude.c, projects_set.c --- */

/* The marked projects, or the one under the cursor. Zero-initialise. */
struct projects_batch {
	VEC(int64_t) ids;
	size_t standing[STATUS_COUNT]; /* how many have each status */
	const struct workflow_move *moves[STATUS_COUNT]; /* by status: what may be done to all; NULL = not */
	bool mixed[STATUS_COUNT]; /* some would get there by a move of another name */
	struct strbuf numbers;         /* the first of them */
	struct strbuf who;             /* who may make the usual next move of the first */
};
/* What is gone meanwhile is left out; false when nothing is left. */
bool projects_batch_load(struct projects *projects, struct projects_batch *batch,
	struct error *err);
void projects_batch_free(struct projects_batch *batch);
/* What follows an act on them: it is remembered with its text, the marks go, the list is read again.
 * False, and the message shown, when it cannot be read. */
bool projects_batch_done(struct projects *projects, struct projects_done done, const char *text);
/* Moves them to another status. */
void projects_move(struct app *app, struct screen *screen);
/* Says of them whether they are standard work. */
void projects_exclude(struct app *app, struct screen *screen);
/* Gives one of their fields another value. */
void projects_set(struct app *app, struct screen *screen);
/* Does with them, without asking what, as was done last. */
void projects_move_again(struct projects *projects);
void projects_exclude_again(struct projects *projects);
void projects_set_again(struct projects *projects);

/* --- projects_aside.c: the project under the cursor --- */

/* Scrolls the preview; false for a move it has not. */
bool projects_aside_scroll(struct projects *projects, enum action action);
bool projects_aside_mouse(struct projects *projects, const struct event *event);
/* To the pane beside the list and back or, where it has no room, to a page of its own. */
void projects_aside_go(struct projects *projects);
/* True where there is none; else err says who may. */
bool projects_may_edit(const struct app *app, struct projects *projects, struct error *err);
/* The form for whoever may write there, else the page. */
void projects_open_here(struct projects *projects);

/* --- projects_draw.c --- */

void projects_draw(struct projects *projects, struct canvas *canvas, struct area area);
/* What stands on the line of messages. */
void projects_status(const struct projects *projects, struct strbuf *out);

/* --- projects_act.c: what is done to projects --- */

void projects_mark(struct app *app, struct screen *screen);
void projects_mark_all(struct app *app, struct screen *screen);
/* Copies the one under the cursor as a draft of a team and opens it. */
void projects_copy(struct app *app, struct screen *screen);
/* Does the last act again with the marked ones, or the one under the cursor. */
void projects_repeat(struct app *app, struct screen *screen);
/* Lists the projects most like that of the cursor. */
void projects_similar(struct app *app, struct screen *screen);

/* --- projects_filter.c: narrowing the list --- */

/* Starts typing the filter, or else words to search for. */
void projects_type(struct projects *projects, bool filter);
/* While typing: an event, the mouse. True when it was the line's. */
bool projects_typed(struct projects *projects, const struct event *event);
bool projects_typing_mouse(struct projects *projects, const struct event *event);
/* While typing: Enter, Tab and Esc. */
void projects_typing_accept(struct projects *projects);
void projects_typing_next(struct projects *projects);
void projects_typing_back(struct projects *projects);
/* Takes one part of the filter away: that one, or the one that is chosen from a list. */
void projects_drop_part(struct projects *projects, size_t at);
void projects_ask_part(struct app *app, struct screen *screen);
/* Opens, saves and deletes filters kept under a name. */
void projects_saved_filters(struct app *app, struct screen *screen);

/* --- projects_layout.c: its columns --- */

/* Which columns, in which order, how wide: seen at once in the list behind. */
void projects_ask_columns(struct app *app, struct screen *screen);

/* --- projects_ask.c: what is asked about the list --- */

void projects_ask_sort(struct app *app, struct screen *screen);
/* The column again turns the order round. */
void projects_sort_by(struct projects *projects, const struct projects_column *column);
void projects_export(struct app *app, struct screen *screen);
void projects_explain(struct app *app, struct screen *screen);
void projects_yank(struct app *app, struct screen *screen);

#endif
