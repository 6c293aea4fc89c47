/* snapshot_store - frozen results in the database, and the present state in the same form
 * (domain.md §5). Rows are only ever added. */
#ifndef STORE_SNAPSHOT_STORE_H
#define STORE_SNAPSHOT_STORE_H

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/snapshot.h"
#include "store/store.h"

struct snapshot_head {
	int64_t id;
	const char *name;
	int fiscal_year;
	const char *taken_at, *taken_by;
	int hours_per_person_year;
	const char *sha256;       /* its seal */
	const char *first_sha256; /* the seal it was frozen with, where its tables have been carried over
	                           * from an older program's form since; else "" */
	int64_t projects; /* how many it holds, counted or not */
};
struct snapshot_list {
	VEC(struct snapshot_head) items; /* the oldest first */
	struct arena arena;
};
/* Into a zeroed list; snapshot_list_free() even after a failure. */
bool snapshot_store_list(struct store *store, struct snapshot_list *list, struct error *err);
void snapshot_list_free(struct snapshot_list *list);

/* The projects of a fiscal year as they are now, sorted, with the rules and units of that year. Into
 * a zeroed snapshot; snapshot_free() even after a failure. */
bool snapshot_store_now(struct store *store, const struct unit_tree *units,
	int hours_per_person_year, struct snapshot *snapshot, struct error *err);
/* Reads a stored one. */
bool snapshot_store_load(struct store *store, int64_t id, struct snapshot *snapshot,
	struct error *err);

/* A table that goes with a snapshot; they come in the order of their names. */
struct snapshot_table {
	const char *name, *content;
};
/* Stores a sorted snapshot with its seal. A name that is taken is refused. Inside a change. */
bool snapshot_store_put(struct store *store, const char *name, const char *user, const char *at,
	const struct snapshot *snapshot, const struct snapshot_table *tables, size_t table_count,
	struct error *err);

/* Seals what is stored anew: *sound says whether the seal is still the one it was given, and the first
 * one, too, of a snapshot that was carried over. */
bool snapshot_store_verify(struct store *store, int64_t id, bool *sound, struct error *err);
/* A table of a snapshot; NULL when it has none of that name. Caller frees. */
char *snapshot_store_table(struct store *store, int64_t id, const char *name, struct error *err);
/* The names of its tables, each ended by a newline. */
bool snapshot_store_tables(struct store *store, int64_t id, struct strbuf *names,
	struct error *err);

#endif
