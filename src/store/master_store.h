/* master_store - rows of the small tables that the office keeps: parameters, catalogues, people, …
 * One set of functions for all of them: a table is described by its columns. */
#ifndef STORE_MASTER_STORE_H
#define STORE_MASTER_STORE_H

#include "base/mem.h"
#include "base/vec.h"
#include "store/store.h"

enum { MASTER_COLUMNS_MAX = 12 };

struct master_source {
	const char *table;                           /* has a history (002-history.sql) */
	const char *columns[MASTER_COLUMNS_MAX + 1]; /* NULL after the last */
	size_t keys;       /* the first so many identify a row */
	bool numbered;     /* the only key is given by the database: "" in a new row */
	const char *order; /* ORDER BY */
};

/* Cells are texts as they are stored; numbers in digits. */
struct master_row {
	const char *cells[MASTER_COLUMNS_MAX];
};
struct master_rows {
	VEC(struct master_row) items;
	struct arena arena;
};

/* Every row, in order. Zero-initialise rows. */
bool master_store_load(struct store *store, const struct master_source *source,
	struct master_rows *rows, struct error *err);
void master_store_free(struct master_rows *rows);

/* Inside a change. A key that is there already, or a reference that leads nowhere, is ERROR_DATA. */
bool master_store_insert(struct store *store, const struct master_source *source,
	const struct master_row *row, struct error *err);
/* Replaces the row with the keys of before. */
bool master_store_update(struct store *store, const struct master_source *source,
	const struct master_row *before, const struct master_row *row, struct error *err);
bool master_store_delete(struct store *store, const struct master_source *source,
	const struct master_row *row, struct error *err);

#endif
