/* indicator_store - the register of KPIs in the database (domain.md §7). */
#ifndef STORE_INDICATOR_STORE_H
#define STORE_INDICATOR_STORE_H

#include "model/indicator.h"
#include "store/store.h"

/* Everything, by position and code. indicator_register_free() frees. */
bool indicator_store_load(struct store *store, struct indicator_register *indicators,
	struct error *err);
/* Stores what differs from before (which may lack it), inside a change; nothing is taken away. The
 * counts of indicators, targets and values that were added and changed are added to. */
struct indicator_store_counts {
	int64_t added, changed, unchanged;
};
bool indicator_store_put(struct store *store, const struct indicator_register *before,
	const struct indicator_register *indicators, struct indicator_store_counts *counts,
	struct error *err);

#endif
