/* projects_columns - the columns of the list of projects: which there are, which have room, and what
 * stands in them. */
#ifndef UI_PROJECTS_PROJECTS_COLUMNS_H
#define UI_PROJECTS_PROJECTS_COLUMNS_H

#include "service/session/session.h"
#include "ui/term/theme.h"
#include "ui/widget/w_list.h"

enum { PROJECTS_COLUMNS_MAX = 32 };

/* Ranks from 0 on stay to the last: the number, the title and the hours are what 40 columns show. */
struct projects_column {
	const char *heading; /* N_(); short, the label of the field is the long one */
	const char *reading; /* kana by which a choice finds it */
	int width;           /* columns it needs */
	int wide;            /* columns it takes where there is room to spare; 0 = width */
	int rank;            /* what is dropped first when room is short: the highest */
	int rank_above;      /* the same for those who look at several sections */
	bool usual;          /* shown until the user chooses otherwise */
	enum field field;
};
extern const struct projects_column projects_columns[];
extern const size_t projects_column_count;
/* NULL for a field that is no column. */
const struct projects_column *projects_column_of(enum field field);
/* Whether large (or late) ones come first when sorted. */
bool projects_column_figures(const struct projects_column *column);

/* What is shown in a list of some width. */
struct projects_plan {
	struct w_column columns[PROJECTS_COLUMNS_MAX];
	const struct projects_column *shown[PROJECTS_COLUMNS_MAX];
	size_t count;
};
/* Every column in the order it is to stand in. */
struct projects_layout {
	struct projects_place {
		size_t column; /* of projects_columns */
		bool shown;
		int width;     /* as the user wants it; 0 = as there is room */
	} places[PROJECTS_COLUMNS_MAX];
};
enum { PROJECTS_WIDTH_MIN = 3, PROJECTS_WIDTH_MAX = 80 };

/* The usual columns. */
void projects_columns_usual(struct projects_layout *layout);
/* The columns as this user left them, or the usual ones. */
void projects_columns_recall(struct projects_layout *layout);
/* Keeps them for the next time, in $XDG_CONFIG_HOME/uraniwa/list-columns: a line for each that is
 * shown, the id of the field and, where it is wanted, the width. */
bool projects_columns_remember(const struct projects_layout *layout, struct error *err);
/* Of those to be shown takes what fits in `columns`: the less important go first, the title takes
 * what is left. above: for those who look at several sections. */
void projects_columns_plan(struct projects_plan *plan, const struct projects_layout *layout,
	int columns, bool above);
/* The text of a cell of `width` columns; *role is changed for what needs attention. */
void projects_columns_text(const struct projects_column *column, const struct project *project,
	struct session *session, int width, struct strbuf *out, enum theme_role *role);

#endif
