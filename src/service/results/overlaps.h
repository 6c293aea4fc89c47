/* overlaps - projects that may count the same work twice, and the office's word on it
 * (domain.md §4). */
#ifndef SERVICE_RESULTS_OVERLAPS_H
#define SERVICE_RESULTS_OVERLAPS_H

#include "model/table.h"
#include "rollup/overlap.h"
#include "service/session/session.h"
#include "store/overlap_store.h"

/* The overlaps of a fiscal year. Zero-initialise. */
struct overlaps {
	int fiscal_year;
	struct overlap_store_year year;
	VEC(struct overlap_claim) claims;
	VEC(struct overlap_clearance) clearances;
	struct overlap found;
};
/* filter NULL or "" = all. overlaps_free() even after a failure. */
bool overlaps_load(struct session *session, int fiscal_year, const char *filter,
	struct overlaps *overlaps, struct error *err);
void overlaps_free(struct overlaps *overlaps);
/* How many wait for the office's word. */
size_t overlaps_waiting(const struct overlaps *overlaps);
/* A row per group, its key the index in overlaps->found.groups; tied out. */
bool overlaps_table(struct session *session, const struct overlaps *overlaps, struct table *table,
	struct error *err);
/* The group that a project is in, -1 when it is in none. */
int overlaps_group_of(const struct overlaps *overlaps, int64_t project_id);

/* Calls each() for the projects of the same year and section that claim the piece of work `work`,
 * besides the project itself, which may be unsaved; by number. */
bool overlaps_others(struct session *session, const struct project *project, const char *work,
	void (*each)(const struct overlap_claim *claim, void *data), void *data,
	struct error *err);

/* The office says that these projects do not count the same twice, and why; for the projects of the
 * group as it is now. Recorded, and can be undone. */
bool overlaps_clear(struct session *session, const struct overlaps *overlaps, size_t group,
	const char *reason, struct error *err);
/* Takes that back; ERROR_DATA where nothing was cleared. */
bool overlaps_reopen(struct session *session, const struct overlaps *overlaps, size_t group,
	struct error *err);

#endif
