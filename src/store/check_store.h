/* check_store - proofs over the stored data: held totals against recomputed ones. */
#ifndef STORE_CHECK_STORE_H
#define STORE_CHECK_STORE_H

#include "model/effect.h"
#include "store/store.h"

/* Recomputes every effect line from its inputs and every project's held totals from its lines;
 * report() gets one line for each difference. With repair, writes the right figures (in a change
 * of the caller). *faults counts the differences. */
bool check_store_derived(struct store *store, bool repair,
	void (*report)(const char *line, void *data), void *data, int64_t *faults, struct error *err);
/* The sum of effect lines of counted projects in a fiscal year, straight from the lines by SQL;
 * for the tie-out of tables. */
bool check_store_line_total(struct store *store, int fiscal_year, enum stage stage,
	enum basis basis, int64_t *minutes, int64_t *projects, struct error *err);

#endif
