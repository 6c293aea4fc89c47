/* office_store - rows of the small tables that the office keeps: parameters, catalogues, people, …
 * One set of functions for all of them: a table is described by its columns. */
#ifndef STORE_OFFICE_STORE_H
#define STORE_OFFICE_STORE_H

#include "base/mem.h"
#include "base/vec.h"
#include "store/store.h"

enum { OFFICE_COLUMNS_MAX = 12 };

struct office_source {
	const char *table;                           /* has a history (history_entity.c) */
	const char *columns[OFFICE_COLUMNS_MAX + 1]; /* NULL after the last */
	size_t keys;       /* the first so many identify a row */
	bool numbered;     /* the only key is given by the database: "" in a new row */
	const char *order; /* ORDER BY */
};

/* Cells are texts as they are stored; numbers in digits. */
struct office_row {
	const char *cells[OFFICE_COLUMNS_MAX];
};
struct office_rows {
	VEC(struct office_row) items;
	struct arena arena;
};

/* Every row, in order. Zero-initialise rows. */
bool office_store_load(struct store *store, const struct office_source *source,
	struct office_rows *rows, struct error *err);
void office_store_free(struct office_rows *rows);

/* Inside a change. A key that is there already, or a reference that leads nowhere, is ERROR_DATA. */
bool office_store_insert(struct store *store, const struct office_source *source,
	const struct office_row *row, struct error *err);
/* Replaces the row with the keys of before. */
bool office_store_update(struct store *store, const struct office_source *source,
	const struct office_row *before, const struct office_row *row, struct error *err);
bool office_store_delete(struct store *store, const struct office_source *source,
	const struct office_row *row, struct error *err);

#endif
