/* desk - the office's tables as a change would leave them: rows are laid on it as they were typed, judged
 * together as they would then stand, and stored or given up. Every way in ends here: a page or a command
 * lays down one row, an import all of its rows, a reorganisation the versions of its units.
 *
 *	struct office_desk *desk = office_desk_new(session);          inside a change of the store
 *	office_desk_put(desk, &office_leaders, …);                    as often as need be
 *	office_desk_judge(desk, refuse, data, err) &&                 each row that may not stand is named
 *		office_desk_store(desk, err);                         what differs from what is stored
 *	office_desk_free(desk);
 *
 * A table is read once, when it is first needed, so that a file of many rows costs no more than their
 * writing. Rows that are as they are stored are not judged: what is there can always be imported again. */
#ifndef SERVICE_OFFICE_DESK_H
#define SERVICE_OFFICE_DESK_H

#include "base/strbuf.h"
#include "base/strmap.h"
#include "model/office/office_table.h"
#include "service/session/session.h"

struct office_entry {
	const struct office_table *table;
	const struct office_row *stored; /* NULL = a new row */
	struct office_row said;          /* as it was laid down */
	struct office_row now;           /* as it would stand: completed, or changed because of another row */
	bool is_said;
	bool goes;                       /* laid down to be taken away */
	bool here;                       /* it would stand there */
	bool refused;
	int64_t line;                    /* of the file that laid it down first; 0 = none */
};

/* The rows of one table. */
struct office_desk_table {
	const struct office_table *table;
	bool loaded;
	struct office_rows stored;
	VEC(struct office_entry *) entries;
	struct strmap by_key;
	struct strmap by_name; /* made when a row is first asked for by its name */
	size_t named;          /* so many entries are in it */
};

struct office_desk {
	struct session *session;
	struct office_desk_table tables[OFFICE_TABLE_COUNT];
	struct arena arena;
};

struct office_desk *office_desk_new(struct session *session);
void office_desk_free(struct office_desk *desk); /* NULL is fine */

/* The rows of a table, read when it is first asked for. NULL on failure. */
struct office_desk_table *office_desk_table(struct office_desk *desk, const struct office_table *table,
	struct error *err);
/* The row with these keys, also one that is not here; NULL. */
struct office_entry *office_desk_find(const struct office_desk_table *rows, const struct office_row *keys);
/* Likewise in a table of one key, as long as it is here. */
struct office_entry *office_desk_find_key(const struct office_desk_table *rows, const char *key);

enum office_how {
	OFFICE_ADD,  /* a new row: one with its keys must not be there */
	OFFICE_EDIT, /* the row with these keys, which stay */
	/* Whichever it is, as a row of a file says it: an empty cell of a field that has an initial value
	 * means that, an empty year the session's. */
	OFFICE_SET,
	OFFICE_SET_ONCE, /* likewise, but no earlier line of the file has said it */
};
/* Lays down a row from what was typed in its fields (NULL: as it was; in a new row the initial value).
 * before: the row to edit, as it is stored. False when a cell cannot be read: *field says which, or -1.
 * *laid (may be NULL) gets the row. */
bool office_desk_put(struct office_desk *desk, const struct office_table *table, enum office_how how,
	const struct office_row *before, const char *const *typed, int64_t line,
	struct office_entry **laid, int *field, struct error *err);
/* Lays down a version of a unit. */
bool office_desk_put_unit(struct office_desk *desk, enum office_how how, const struct unit *unit, int64_t line,
	struct office_entry **laid, int *field, struct error *err);
/* The last fiscal year in which units of that code hold without a break from a year on, by the versions on the desk
 * (office_units); 0 = there is no end, -1 = none holds in that year. */
int office_desk_unit_until(const struct office_desk_table *units, const char *code, int year);
/* Lays down that a row is to go. */
bool office_desk_remove(struct office_desk *desk, const struct office_table *table,
	const struct office_row *before, struct error *err);
/* office_desk_put() and office_desk_remove() as pages, commands and files mean them: the goal of a year, typed as
 * the parameter target_hours, is laid where it stands, among the targets of indicators. */
bool office_desk_lay(struct office_desk *desk, const struct office_table *table, enum office_how how,
	const struct office_row *before, const char *const *typed, int64_t line,
	struct office_entry **laid, int *field, struct error *err);
bool office_desk_take(struct office_desk *desk, const struct office_table *table,
	const struct office_row *before, struct error *err);
/* Puts the goals among parameters that were loaded. */
bool office_goal_load(struct session *session, struct office_rows *parameters, struct error *err);
/* The row is left as it is stored after all. */
void office_desk_leave(struct office_entry *entry);
/* True when the row would not be as it is stored. */
bool office_entry_changes(const struct office_entry *entry);

/* Judges what was laid down, each row beside all others as they would then stand. A row that may not is
 * told to refuse() and stays as it is stored; the others are then judged again. field: which cell is wrong,
 * or -1. False when it cannot be judged at all. */
bool office_desk_judge(struct office_desk *desk,
	void (*refuse)(const struct office_entry *entry, int field, const char *reason, void *data),
	void *data, struct error *err);
/* What would change in other tables than those that were laid down, because of them: a unit ends, and with it what
 * hangs on it. Each such row, in the order of the tables. */
void office_desk_followed(const struct office_desk *desk,
	void (*each)(const struct office_entry *entry, void *data), void *data);
/* Appends how many those are ("Roles 2, Targets of sections 1"). */
void office_desk_tell_followed(const struct office_desk *desk, struct strbuf *out);
/* Stores what differs; refuses what would leave a whole that cannot be, such as a unit without the one
 * above it. */
bool office_desk_store(struct office_desk *desk, struct error *err);

#endif
