/* master - the small tables that the office keeps, all edited in one way: parameters, due dates,
 * catalogues, rules, people, roles, leaders, training.
 *
 * To add one: describe its table (struct master_source), a field for each of its columns, and what
 * must hold between them (apply), in a file master_NAME.c, and list it in master.c. The admin
 * screens, the commands (cli/master_command.h) and the tables follow. Its table needs the triggers
 * of 002-history.sql and a row in store/history_entity.c, so that history and undo know it. */
#ifndef SERVICE_OFFICE_MASTER_H
#define SERVICE_OFFICE_MASTER_H

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/table.h"
#include "service/session/session.h"
#include "store/master_store.h"

enum master_type {
	MASTER_TEXT,
	MASTER_CODE,       /* no blanks, commas or slashes */
	MASTER_LINES,      /* several texts: stored by line, typed with ; between */
	MASTER_NUMBER,     /* a count, 0 or more */
	MASTER_YEAR,
	MASTER_LAST_YEAR,  /* "" = still valid; stored as 0 */
	MASTER_EVERY_YEAR, /* "" = every year without a row of its own; stored as 0 */
	MASTER_DATE,       /* "" = none */
	MASTER_HOURS,      /* stored in minutes */
	MASTER_FLAG,
	MASTER_FIGURE,     /* up to three decimals, of either sign; stored in thousandths */
	MASTER_MONTH,      /* 1 to 12; "" = the whole year, stored as 0 */
};

struct master_choice {
	const char *id;
	const char *label; /* in the language in use */
	const char *reading; /* kana and the id, by which it is found */
};
struct master_choices {
	VEC(struct master_choice) items;
	struct arena arena; /* holds the texts */
};

struct master_field {
	const char *id;    /* heading of machine formats, and the word on the command line */
	const char *label; /* N_() */
	enum master_type type;
	bool required;
	bool automatic;    /* given by the database */
	const char *initial; /* what a new row has unless told otherwise, as it is typed; NULL = "" */
	/* What it can be; anything else is refused. NULL = anything of the type. */
	bool (*choices)(struct session *session, int fiscal_year, struct master_choices *choices,
		struct error *err);
};

struct master {
	const char *id;    /* "due-dates" */
	const char *title; /* N_() */
	const char *help;  /* N_(): what it is for, one line */
	const struct master_source *source;
	const struct master_field *fields; /* one for each column of the source */
	size_t field_count;
	int year_field;    /* screens show the rows of the session's year by it; -1 = all rows */
	/* Checks what no field can and does what follows, inside the change, before the row is stored.
	 * before is NULL for a new row, row NULL for one that is to go; texts put into row come from
	 * the arena. May be NULL. */
	bool (*apply)(struct session *session, const struct master_row *before,
		struct master_row *row, struct arena *arena, struct error *err);
};

/* In the order of the admin screen. */
extern const struct master *const masters[];
extern const size_t master_count;
/* NULL when there is none with that id. */
const struct master *master_find(const char *id);
/* The index of a field by id or label; -1. */
int master_field_find(const struct master *master, const char *name);

/* Every row as stored; master_store_free() frees. */
bool master_load(struct session *session, const struct master *master, struct master_rows *rows,
	struct error *err);
/* The row whose keys are these words ("kintone/2024", as the list shows them, years in any form);
 * -1 with a message. */
int master_row_find(const struct master *master, const struct master_rows *rows, const char *key,
	struct error *err);
/* Appends the keys of a row in that form. */
void master_row_key(const struct master *master, const struct master_row *row, struct strbuf *out);

/* Appends what is stored as it is typed and written to files, or as people read it. */
void master_cell(const struct master *master, size_t field, const char *stored, bool people,
	struct strbuf *out);
/* What was typed in a field, as it is stored, in the arena. */
bool master_read(struct session *session, const struct master *master, size_t field,
	const char *typed, struct arena *arena, const char **stored, struct error *err);

/* Stores a row from what was typed in its fields (NULL: as it was; in a new row the initial value): one
 * change with history. before NULL = new; else its keys stay. The office only. *field gets the field that
 * is wrong, or -1. */
bool master_put(struct session *session, const struct master *master,
	const struct master_row *before, const char *const *typed, int *field, struct error *err);
/* Takes a row away. The office only. */
bool master_remove(struct session *session, const struct master *master,
	const struct master_row *row, struct error *err);

/* The rows as a table, of one fiscal year where the master goes by year (0 = all). Row i of the
 * table has its place in master_load() as key[0]. */
bool master_table(struct session *session, const struct master *master, int fiscal_year,
	struct table *table, struct error *err);

#endif
