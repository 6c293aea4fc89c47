/* office - the small tables that the office keeps (model/office), all shown and changed in one way: pages
 * and commands call these, imports and reorganisations the desk below them. Whether a row may stand there is
 * judged in one place, judge.h, whatever way it comes in. */
#ifndef SERVICE_OFFICE_OFFICE_H
#define SERVICE_OFFICE_OFFICE_H

#include "base/strbuf.h"
#include "model/office/office_table.h"
#include "model/table.h"
#include "service/session/session.h"

struct office_choice {
	const char *id;
	const char *label; /* in the language in use */
	const char *reading; /* kana and the id, by which it is found */
};
struct office_choices {
	VEC(struct office_choice) items;
	struct arena arena; /* holds the texts */
};
/* What a field can be; no items where anything of its type can stand there. */
bool office_choices(struct session *session, const struct office_table *table, size_t field,
	struct office_choices *choices, struct error *err);
void office_choices_free(struct office_choices *choices);

/* Every row as stored; office_rows_free() frees. */
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
/* True when what was typed is what is stored, as it is typed. */
bool office_cell_is(const struct office_table *table, size_t field, const char *stored, const char *typed);
/* What was typed in a field, as it is stored, in the arena. */
bool office_read(const struct office_table *table, size_t field, const char *typed, struct arena *arena,
	const char **stored, struct error *err);

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
