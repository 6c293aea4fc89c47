/* indicator_store - the register of KPIs in the database (domain.md §7). */
#ifndef STORE_INDICATOR_STORE_H
#define STORE_INDICATOR_STORE_H

#include "model/indicator.h"
#include "store/store.h"

/* Everything, by position and code. indicator_register_free() frees. */
bool indicator_store_load(struct store *store, struct indicator_register *indicators,
	struct error *err);
#endif
