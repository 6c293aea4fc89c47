/* project_store - reading and writing projects with their tools and effect lines. */
#ifndef STORE_PROJECT_STORE_H
#define STORE_PROJECT_STORE_H

#include "model/filter.h"
#include "model/project.h"
#include "store/store.h"

/* ---- one project -------------------------------------------------------------------------- */

enum project_find { PROJECT_FOUND, PROJECT_MISSING, PROJECT_FAILED };
/* Loads with effect lines into an initialised project. */
enum project_find project_store_by_id(struct store *store, int64_t id, struct project *project,
	struct error *err);
enum project_find project_store_by_uuid(struct store *store, const char *uuid,
	struct project *project, struct error *err);
enum project_find project_store_by_number(struct store *store, int fiscal_year, int number,
	struct project *project, struct error *err);

/* Calls each() for the first projects that were copied from the one with that UUID, by year and number,
 * `most` at most. */
bool project_store_copies(struct store *store, const char *uuid, int64_t most,
	void (*each)(const struct project *copy, void *data), void *data, struct error *err);

/* Stores a new project: gives it an id, a UUID if it has none, the next number of its year if it
 * has none, version 1, held totals and search key. Inside a change. */
bool project_store_insert(struct store *store, struct project *project, struct error *err);
/* Writes every field and line where id and version match, and raises the version. When someone
 * else saved first: false with ERROR_CONFLICT and nothing written. Inside a change. */
bool project_store_update(struct store *store, struct project *project, struct error *err);
/* Did the project come with a file, and has nobody changed it since? */
bool project_store_came(struct store *store, const struct project *project, bool *came, struct error *err);
/* Raises the year's counter so that a number taken from a file is never given again. Inside a
 * change; project_store_insert() does it by itself. */
bool project_store_reserve_number(struct store *store, int fiscal_year, int number,
	struct error *err);

/* ---- many at once ------------------------------------------------------------------------- */

/* Before a change that will put very many projects into an empty database: see db_expect_bulk(). */
void project_store_expect_many(struct store *store);
bool project_store_is_empty(struct store *store, bool *empty, struct error *err);
/* For the import of many projects into an empty table: the indexes are taken away and built, in
 * less time, all at once: by project_store_build_indexes() or at the latest when the change is
 * committed. In between nothing can be found quickly, and nobody refuses a UUID or number that is
 * there twice until the end: the caller sees to that. Inserts are then put off, see db_put_off().
 * Inside a change. */
bool project_store_defer_indexes(struct store *store, struct error *err);
bool project_store_build_indexes(struct store *store, struct error *err);
/* When the change is over in some other way. */
void project_store_forget_bulk(struct store *store);

/* ---- lists -------------------------------------------------------------------------------- */

struct project_sort {
	enum field field; /* FIELD_NUMBER sorts by year, then number */
	bool descending;
};

/* A window on a filtered, sorted list. Rows come without effect lines but with held totals. */
struct project_list;
struct project_list *project_store_list(struct store *store, const struct filter *filter,
	const struct project_sort *sorts, size_t sort_count, struct error *err);
void project_list_free(struct project_list *list);
/* Number of rows; counted once, then remembered until project_list_refresh(). */
bool project_list_count(struct project_list *list, int64_t *count, struct error *err);
/* Calls row() for up to limit projects from offset on; the project is valid during the call.
 * row() returning false stops. limit < 0: all. */
bool project_list_rows(struct project_list *list, int64_t offset, int64_t limit,
	bool (*row)(const struct project *project, void *data), void *data, struct error *err);
/* Position of a project in the list, -1 when it is not in it. */
bool project_list_find(struct project_list *list, int64_t id, int64_t *offset, struct error *err);
void project_list_refresh(struct project_list *list);

/* Every project in stable order (fiscal year, number) with its effect lines when they
 * are wanted; for export. */
bool project_store_each(struct store *store, const struct filter *filter, bool with_effects,
	bool (*each)(const struct project *project, void *data), void *data, struct error *err);

#endif
