/* tie_store - proves what tables are made from before one of them leaves (domain.md §5): the totals that
 * projects hold against the stored lines, the packed facts against the rows. */
#ifndef STORE_TIE_STORE_H
#define STORE_TIE_STORE_H

#include "store/store.h"

/* Of databases with more projects than that the proof is left to check_store_derived(): it would take
 * longer than the table. */
enum { TIE_PROJECTS_MAX = 20000 };

/* Proves the counted projects of the fiscal years first…last (0, 0 = all). *ties is false, with the first
 * difference in words that name the project, where they do not tie. Projects whose figures cannot be are
 * passed over: no table counts them. */
bool tie_store_prove(struct store *store, int first_fiscal_year, int last_fiscal_year, bool *ties,
	struct error *difference, struct error *err);

#endif
