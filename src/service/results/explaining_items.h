/* explaining_items - the projects behind each row of a table, found by the codes or numbers that stand in
 * the row. Private to src/service/.
 */
#ifndef SERVICE_RESULTS_EXPLAINING_ITEMS_H
#define SERVICE_RESULTS_EXPLAINING_ITEMS_H

#include "base/vec.h"
#include "service/results/explaining_rows.h"

struct explaining_item {
	size_t row;
	int64_t project_id;                     /* where it is as it is now */
	const struct snapshot_project *project; /* where it is frozen */
};

/* Zero-initialise. */
struct explaining_items {
	VEC(struct explaining_item) items; /* by row, then in the order of the facts */
};

/* explaining_items_free() even after a failure. */
bool explaining_items_find(const struct explaining_page *page, const struct explaining_kind *kind,
	struct explaining_items *items, struct error *err);
/* Appends the projects of a row with their lines. */
bool explaining_items_write(const struct explaining_page *page, const struct explaining_kind *kind,
	const struct explaining_items *items, size_t row, struct error *err);
void explaining_items_free(struct explaining_items *items);

#endif
