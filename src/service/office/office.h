/* office - the small tables that the office keeps, all edited in one way: parameters, due dates,
 * catalogues, rules, people, roles, leaders, training.
 *
 * To add one: describe its table (struct office_source), a field for each of its columns, and what
 * must hold between them (apply), in a file office_NAME.c, and list it in office.c. The admin
 * screens, the commands (cli/office_command.h) and the tables follow. Its table needs a row in
 * store/history_entity.c, so that history and undo know it. */
#ifndef SERVICE_OFFICE_OFFICE_H
#define SERVICE_OFFICE_OFFICE_H

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/table.h"
#include "service/session/session.h"
#include "store/office_store.h"

enum office_type {
	OFFICE_TEXT,
	OFFICE_CODE,       /* no blanks, commas or slashes */
	OFFICE_LINES,      /* several texts: stored by line, typed with ; between */
	OFFICE_NUMBER,     /* a count, 0 or more */
	OFFICE_YEAR,
	OFFICE_LAST_YEAR,  /* "" = still valid; stored as 0 */
	OFFICE_EVERY_YEAR, /* "" = every year without a row of its own; stored as 0 */
	OFFICE_DATE,       /* "" = none */
	OFFICE_HOURS,      /* stored in minutes */
	OFFICE_FLAG,
	OFFICE_FIGURE,     /* up to three decimals, of either sign; stored in thousandths */
	OFFICE_MONTH,      /* 1 to 12; "" = the whole year, stored as 0 */
};

struct office_choice {
	const char *id;
	const char *label; /* in the language in use */
	const char *reading; /* kana and the id, by which it is found */
};
struct office_choices {
	VEC(struct office_choice) items;
	struct arena arena; /* holds the texts */
};

struct office_field {
	const char *id;    /* heading of machine formats, and the word on the command line */
	const char *label; /* N_() */
	enum office_type type;
	bool required;
	bool automatic;    /* given by the database */
	const char *initial; /* what a new row has unless told otherwise, as it is typed; NULL = "" */
	/* What it can be; anything else is refused. NULL = anything of the type. */
	bool (*choices)(struct session *session, int fiscal_year, struct office_choices *choices,
		struct error *err);
};

struct office_table {
	const char *id;    /* "due-dates" */
	const char *title; /* N_() */
	const char *help;  /* N_(): what it is for, one line */
	const struct office_source *source;
	const struct office_field *fields; /* one for each column of the source */
	size_t field_count;
	int year_field;    /* screens show the rows of the session's year by it; -1 = all rows */
	/* Checks what no field can and does what follows, inside the change, before the row is stored.
	 * before is NULL for a new row, row NULL for one that is to go; texts put into row come from
	 * the arena. May be NULL. */
	bool (*apply)(struct session *session, const struct office_row *before,
		struct office_row *row, struct arena *arena, struct error *err);
};

extern const struct office_table office_parameters, office_due_dates, office_problem_types, office_tools,
	office_rules, office_targets, office_persons, office_roles, office_leaders, office_courses,
	office_attendance, office_indicators, office_indicator_targets, office_indicator_values;
/* All of them, in the order of the admin screen. */
extern const struct office_table *const office_tables[];
extern const size_t office_table_count;
/* NULL when there is none with that id. */
const struct office_table *office_table_find(const char *id);
/* The index of a field by id or label; -1. */
int office_field_find(const struct office_table *table, const char *name);

/* Every row as stored; office_store_free() frees. */
bool office_load(struct session *session, const struct office_table *table, struct office_rows *rows,
	struct error *err);
/* The row whose keys are these words ("kintone/2024", as the list shows them, years in any form);
 * -1 with a message. */
int office_row_find(const struct office_table *table, const struct office_rows *rows, const char *key,
	struct error *err);
/* Appends the keys of a row in that form. */
void office_row_key(const struct office_table *table, const struct office_row *row, struct strbuf *out);

/* Appends what is stored as it is typed and written to files, or as people read it. */
void office_cell(const struct office_table *table, size_t field, const char *stored, bool people,
	struct strbuf *out);
/* What was typed in a field, as it is stored, in the arena. */
bool office_read(struct session *session, const struct office_table *table, size_t field,
	const char *typed, struct arena *arena, const char **stored, struct error *err);

/* Stores a row from what was typed in its fields (NULL: as it was; in a new row the initial value): one
 * change with history. before NULL = new; else its keys stay. The office only. *field gets the field that
 * is wrong, or -1. */
bool office_put(struct session *session, const struct office_table *table,
	const struct office_row *before, const char *const *typed, int *field, struct error *err);
/* Takes a row away. The office only. */
bool office_remove(struct session *session, const struct office_table *table,
	const struct office_row *row, struct error *err);

/* The rows as a table, of one fiscal year where the table goes by year (0 = all). Row i of the
 * table has its place in office_load() as key[0]. */
bool office_list(struct session *session, const struct office_table *table, int fiscal_year,
	struct table *list, struct error *err);

#endif
