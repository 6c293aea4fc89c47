/* check_store - proofs over the stored data: held totals against recomputed ones. */
#ifndef STORE_CHECK_STORE_H
#define STORE_CHECK_STORE_H

#include "base/progress.h"
#include "model/effect.h"
#include "store/store.h"

/* Recomputes every effect line from its inputs and every project's held totals from its lines;
 * compares the packed facts with their rows; report() gets one line for each difference. With repair, writes the right figures (in a change
 * of the caller). *faults counts the differences. progress (NULL = none) is told of the projects. */
bool check_store_derived(struct store *store, bool repair,
	void (*report)(const char *line, void *data), void *data, int64_t *faults,
	const struct progress *progress, struct error *err);

#endif
