/* prefetch - the facts of a large database, read by a thread with a connection of its own while the first
 * screen is shown. Private to src/service.
 */
#ifndef SERVICE_SESSION_PREFETCH_H
#define SERVICE_SESSION_PREFETCH_H

#include "model/facts.h"
#include "store/store.h"

struct prefetch;

/* Starts to read the facts of those fiscal years. NULL where it is not worth a thread or none can be
 * had: then they are read when they are needed. */
struct prefetch *prefetch_start(struct store *store, int first_fiscal_year, int last_fiscal_year);
bool prefetch_is_for(const struct prefetch *prefetch, int first_fiscal_year, int last_fiscal_year);
/* Waits so long for the end; true once it has come. */
bool prefetch_ready(struct prefetch *prefetch, int wait_ms);
/* Waits for the end, takes the facts into zeroed ones and frees the prefetch. False when they could not
 * be read, or when units or catalogues are others by now. */
bool prefetch_take(struct prefetch *prefetch, struct store *store, struct facts *facts);
/* Gives up. NULL is fine. */
void prefetch_drop(struct prefetch *prefetch);

#endif
