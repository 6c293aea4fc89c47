/* headroom_store - the projects whose lines say how many cases there are in all. */
#ifndef STORE_HEADROOM_STORE_H
#define STORE_HEADROOM_STORE_H

#include "model/project.h"
#include "store/store.h"

/* Calls each() with every project of a fiscal year, with its lines, that has a line of the stage with
 * cases in all units; by number. The project is valid during the call. */
bool headroom_store_each(struct store *store, int fiscal_year, enum stage stage,
	void (*each)(const struct project *project, void *data), void *data, struct error *err);

#endif
