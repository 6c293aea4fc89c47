/* overlap_store - who claims which piece of work, and what the office said of it (domain.md §4). */
#ifndef STORE_OVERLAP_STORE_H
#define STORE_OVERLAP_STORE_H

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/filter.h"
#include "store/store.h"

/* A project that names its 業務. */
struct overlap_store_claim {
	int64_t id;
	int fiscal_year, number;
	const char *title, *work, *section_code;
	int64_t minutes; /* estimate, in-year */
};
struct overlap_store_clearance {
	int fiscal_year;
	const char *work_key, *unit_code;
	const char *cleared_by, *reason;
	const char *projects; /* "R7-0023,R7-0175" */
};
/* Texts live in the arena. Zero-initialise. */
struct overlap_store_year {
	VEC(struct overlap_store_claim) claims; /* by number */
	VEC(struct overlap_store_clearance) clearances;
	struct arena arena;
};
/* Of one fiscal year; filter NULL = all. Of the projects that count, or else of any. */
bool overlap_store_load(struct store *store, int fiscal_year, const struct filter *filter,
	bool counted, struct overlap_store_year *year, struct error *err);
void overlap_store_free(struct overlap_store_year *year);

/* Puts a clearance, or replaces the one of that work and unit; at is the time of day. Inside a
 * change. */
bool overlap_store_put(struct store *store, const struct overlap_store_clearance *clearance,
	const char *at, struct error *err);
/* Takes it away; nothing where there is none. Inside a change. */
bool overlap_store_drop(struct store *store, int fiscal_year, const char *work_key,
	const char *unit_code, struct error *err);

#endif
