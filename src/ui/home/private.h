/* private - the state of the home screen, shared by its parts: home_scope.c, home_figures.c (what is
 * counted), home_todo.c, home_recent.c, home_draw.c and s_home.c (the screen). */
#ifndef UI_HOME_PRIVATE_H
#define UI_HOME_PRIVATE_H

#include "rollup/coverage.h"
#include "ui/app/app.h"
#include "ui/rollup/rollup_drill.h"

enum { HOME_MONTHS = 12 };

/* The panes, in the order of Tab. */
enum home_pane { HOME_SUMMARY, HOME_LEFT, HOME_RIGHT, HOME_TODO, HOME_RECENT, HOME_PANES };

/* The figures of the first two lines. */
enum home_figure {
	HOME_PROJECTS, HOME_HOURS, HOME_PERSON_YEARS, HOME_TEAMS, HOME_GOAL, HOME_FIGURES,
};

/* A line of text that leads to something. */
struct home_line {
	const char *text;
	const char *filter;    /* the projects meant; NULL = none */
	int missing;           /* opens the teams that lack this enum coverage_step; -1 = none */
	bool (*open)(struct app *app); /* another screen; NULL = none */
	enum theme_role role;
};

struct home {
	/* what is counted */
	enum stage stage;
	enum basis basis;
	rollup_pins scope;     /* the user's own unit; empty for the whole body */
	uint16_t scope_code;   /* of it in the facts just read */
	struct pivot_query queries[2]; /* of the two tables */
	struct table tables[2];        /* HOME_LEFT, HOME_RIGHT */
	bool has_tables;
	struct error trouble;          /* why nothing could be read; ERROR_NONE = it could */
	bool waiting;                  /* the facts are still being read: nothing below is there yet */
	struct coverage_rates rates;   /* of the scope */
	int64_t months[HOME_MONTHS];   /* of the scope: minutes by start month, April first */
	bool has_months;               /* any of them is more than 0 */
	int64_t target_minutes;        /* of the whole body; 0 = none, or another scope */
	VEC(struct home_line) todo, recent;
	bool overlaps_due;             /* todo still lacks what home_overlaps_read() finds */
	struct arena arena;            /* texts of these */
	/* where one is */
	enum home_pane pane;
	size_t cursor[HOME_PANES];
	size_t top[HOME_PANES];
	/* as of the last draw */
	struct area areas[HOME_PANES]; /* insides; no rows where not shown */
	int figure_x[HOME_FIGURES + 1]; /* where the figures of the summary begin */
};

/* ---- home_scope.c ---- */

void home_scope_set(const struct app *app, struct home *home, const struct facts *facts,
	const struct unit_tree *units);
/* True for facts of the scope, whatever their year. */
bool home_in_scope(const struct home *home, const struct facts *facts, size_t fact);
/* "fy:R7 section:=S11 status:returned": the scope's projects of that kind. In the arena. */
const char *home_filter(const struct app *app, struct home *home, const char *rest);

/* ---- home_figures.c ---- */

/* Reads everything anew. Whatever is wrong with the data, home is there: on failure it shows the message,
 * which is kept in trouble, and the tables as they were. */
void home_read(struct app *app, struct home *home);
/* The same, or nothing but waiting where that takes longer than a screen may. */
void home_read_soon(struct app *app, struct home *home);
void home_free(struct home *home);
/* The rows of a pane that the cursor can be on. */
size_t home_rows(const struct home *home, enum home_pane pane);
/* A figure of the total row of the left table by its column; false where there is none. */
bool home_total(const struct home *home, const char *column, int64_t *number);
/* The yearly goal and what is reached of it are shown. */
bool home_has_goal(const struct home *home);

/* ---- home_start.c, home_todo.c, home_recent.c ---- */

/* Adds what comes before everything else to what there is to do. */
void home_start_read(const struct app *app, struct home *home, const struct facts *facts);
bool home_todo_read(struct app *app, struct home *home, const struct facts *facts,
	struct error *err);
/* Adds what may be counted twice to what there is to do. */
bool home_overlaps_read(struct app *app, struct home *home, struct error *err);
bool home_recent_read(struct app *app, struct home *home, const struct facts *facts,
	struct error *err);

/* ---- home_move.c ---- */

/* One of the moves, from ACTION_UP to ACTION_PREVIOUS. */
void home_go(struct home *home, enum action action);
/* To that row of the pane, or the nearest it has. */
void home_go_to_row(struct home *home, int64_t row);

/* ---- home_draw.c ---- */

void home_draw(struct app *app, struct home *home, struct canvas *canvas, struct area area);

#endif
