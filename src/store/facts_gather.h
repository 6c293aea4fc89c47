/* facts_gather - packs the facts of projects while a large import stores them, so that they need not be
 * read again. Whole blocks only: what was there before the first is left to facts_pack_all(). Private to
 * store/.
 */
#ifndef STORE_FACTS_GATHER_H
#define STORE_FACTS_GATHER_H

#include "model/project.h"
#include "store/project_held.h"
#include "store/store.h"

struct facts_gather;

/* last_id: projects up to it are stored already; those that come have greater ones, in order. */
struct facts_gather *facts_gather_new(int64_t last_id);
/* Takes a project as it is being stored, effects and held figures computed; keeps the packed form of
 * a block once the next has begun. */
bool facts_gather_add(struct facts_gather *gather, struct store *store,
	const struct project *project, const struct project_held *held, struct error *err);
/* Keeps the last block: no project comes any more. */
bool facts_gather_finish(struct facts_gather *gather, struct store *store, struct error *err);
void facts_gather_free(struct facts_gather *gather); /* NULL is fine */

#endif
