/* facts_store - loading the columns that rollups run on. */
#ifndef STORE_FACTS_STORE_H
#define STORE_FACTS_STORE_H

#include "model/facts.h"
#include "model/filter.h"
#include "store/store.h"

/* Loads the facts of the fiscal years first…last (0, 0 = all) that pass the filter (NULL = all).
 * Into zeroed facts; facts_free() frees. */
bool facts_store_load(struct store *store, int first_fiscal_year, int last_fiscal_year,
	const struct filter *filter, struct facts *facts, struct error *err);

/* Brings unfiltered facts of those years up to date where nothing but a few projects has changed:
 * in less time than a screen takes, whatever their number. *refreshed is false, and the facts are to be
 * thrown away and loaded anew, when it takes more: other years, new entries of a dimension, undone
 * changes, or anything that is in doubt. What other programs insert is seen when facts are loaded. */
bool facts_store_refresh(struct store *store, int first_fiscal_year, int last_fiscal_year,
	struct facts *facts, bool *refreshed, struct error *err);

#endif
