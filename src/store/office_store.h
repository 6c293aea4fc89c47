/* office_store - rows of the small tables that the office keeps: one set of functions for all of them, by
 * their descriptions (model/office). */
#ifndef STORE_OFFICE_STORE_H
#define STORE_OFFICE_STORE_H

#include "model/office/office_table.h"
#include "store/store.h"

/* Every row, in the order of lists or of files. Zero-initialise rows; office_rows_free() frees. */
bool office_store_load(struct store *store, const struct office_table *table, bool for_files,
	struct office_rows *rows, struct error *err);

/* Inside a change. A key that is there already, or a reference that leads nowhere, is ERROR_DATA. */
bool office_store_insert(struct store *store, const struct office_table *table,
	const struct office_row *row, struct error *err);
/* Replaces the row with the keys of before. */
bool office_store_update(struct store *store, const struct office_table *table,
	const struct office_row *before, const struct office_row *row, struct error *err);
bool office_store_delete(struct store *store, const struct office_table *table,
	const struct office_row *row, struct error *err);

#endif
