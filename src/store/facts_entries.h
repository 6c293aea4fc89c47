/* facts_entries - the dictionaries of facts: what is known before a project is read. Private to
 * store/. */
#ifndef STORE_FACTS_ENTRIES_H
#define STORE_FACTS_ENTRIES_H

#include "model/facts.h"
#include "store/store.h"

/* The entries of every dimension but leader and start month, which only projects give. first and
 * last are the fiscal years loaded. */
bool facts_entries_fill(struct store *store, int first, int last, struct facts *facts,
	struct error *err);

#endif
