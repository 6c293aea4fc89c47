/* store_masters - when the units and catalogues that are kept in memory have to be read anew: counters
 * that triggers raise when rows of that kind change, whoever changes them. Private to store/;
 * store_masters() is in store.h. */
#ifndef STORE_STORE_MASTERS_H
#define STORE_STORE_MASTERS_H

#include "store/store_private.h"

/* Inside a change a counter is read once: whoever writes such rows there calls
 * store_masters_changed(). -1 when it cannot be read. */
int64_t store_generation(struct store *store, enum store_master master);
void store_masters_changed(struct store *store);
/* From the begin to the end of a read transaction each is read only once, too. */
void store_masters_hold(struct store *store, bool hold);

#endif
