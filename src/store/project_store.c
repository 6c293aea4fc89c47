#include "config.h"

#include "store/project_store.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/effect_row.h"
#include "store/facts_gather.h"
#include "store/project_held.h"
#include "store/project_row.h"
#include "store/store_private.h"

/* ---- reading ------------------------------------------------------------------------------ */

/* Runs a bound query for one project. */
static enum project_find project_read_found(struct store *store, struct db_statement *query,
	struct project *project, struct error *err)
{
	const enum db_step step = db_step(query, err);
	const bool ok = step == DB_ROW && project_row_read(store, query, project, err);

	db_reset(query);
	if (step == DB_DONE)
		return PROJECT_MISSING;
	return ok && effect_row_load(store, project, err) ? PROJECT_FOUND : PROJECT_FAILED;
}

enum project_find project_store_by_id(struct store *store, int64_t id, struct project *project,
	struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_BY_ID, err);

	if (!query)
		return PROJECT_FAILED;
	db_bind_int(query, 1, id);
	return project_read_found(store, query, project, err);
}

enum project_find project_store_by_uuid(struct store *store, const char *uuid,
	struct project *project, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_BY_UUID, err);

	if (!query)
		return PROJECT_FAILED;
	db_bind_text(query, 1, uuid);
	return project_read_found(store, query, project, err);
}

enum project_find project_store_by_number(struct store *store, int fiscal_year, int number,
	struct project *project, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_BY_NUMBER, err);

	if (!query)
		return PROJECT_FAILED;
	db_bind_int(query, 1, fiscal_year);
	db_bind_int(query, 2, number);
	return project_read_found(store, query, project, err);
}

bool project_store_copies(struct store *store, const char *uuid, int64_t most,
	void (*each)(const struct project *copy, void *data), void *data, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_PROJECT_COPIES, err);
	enum db_step step;
	size_t count = 0;

	if (!query)
		return false;
	int64_t *const ids = xcalloc((size_t)most + 1, sizeof *ids);
	db_bind_text(query, 1, uuid);
	db_bind_int(query, 2, most);
	while ((step = db_step(query, err)) == DB_ROW)
		ids[count++] = db_column_int(query, 0);
	db_reset(query);

	bool read = step == DB_DONE;
	for (size_t i = 0; read && i < count; i++) {
		struct project copy;

		project_init(&copy);
		const enum project_find found = project_store_by_id(store, ids[i], &copy, err);
		if (found == PROJECT_FOUND)
			each(&copy, data);
		read = found != PROJECT_FAILED;
		project_free(&copy);
	}
	free(ids);
	return read;
}

/* ---- numbers ------------------------------------------------------------------------------ */

/* The counter of a year within a change: read once, written when the change is committed. */
static struct number_counter *project_counter_of(struct store *store, int fiscal_year,
	struct error *err)
{
	assert(store->change);
	for (size_t i = 0; i < store->counters.count; i++)
		if (store->counters.items[i].fiscal_year == fiscal_year)
			return &store->counters.items[i];
	struct db_statement *query = statement_get(store, STATEMENT_NUMBER_LAST, err);
	if (!query)
		return NULL;
	db_bind_int(query, 1, fiscal_year);
	const bool ok = db_step(query, err) == DB_ROW;
	const int last = (int)db_column_int(query, 0);
	db_reset(query);
	if (!ok)
		return NULL;
	struct number_counter *counter = vec_add(&store->counters);
	*counter = (struct number_counter){fiscal_year, last};
	return counter;
}

bool project_store_reserve_number(struct store *store, int fiscal_year, int number,
	struct error *err)
{
	struct number_counter *counter = project_counter_of(store, fiscal_year, err);

	if (counter && counter->last < number)
		counter->last = number;
	return counter != NULL;
}

/* ---- writing ------------------------------------------------------------------------------ */

static void project_stamp(struct store *store, struct project *project)
{
	project->updated_at = project_text(project, store->change_at);
	project->updated_by = project_text(project, store->change_user);
}

/* The parameters of one save, from `index` on. Returns the next one. */
static int project_bind(struct store *store, struct db_statement *statement, int index,
	const struct project *project, const struct project_held *held,
	struct project_dates *dates)
{
	db_bind_text(statement, index++, store->change_at);
	db_bind_text(statement, index++, store->change_user);
	index = project_row_bind_entered(statement, index, project, held, dates);
	return project_row_bind_held(statement, index, project, held);
}

static bool project_insert_row(struct store *store, struct project *project,
	const struct project_held *held, struct error *err)
{
	struct db_statement *insert = statement_get(store, STATEMENT_PROJECT_INSERT, err);
	struct project_dates dates;
	int index = 1;

	if (!insert)
		return false;
	/* what is put off gets its id beforehand */
	if (store->gather) {
		project->id = store->last_id + 1;
		db_bind_int(insert, index++, project->id);
	} else {
		db_bind_null(insert, index++);
	}
	db_bind_int(insert, index++, store->change);
	db_bind_text(insert, index++, store->change_at);
	db_bind_text(insert, index++, store->change_user);
	project_bind(store, insert, index, project, held, &dates);
	if (!db_execute(insert, err))
		return false;
	if (!store->gather)
		project->id = db_last_id(store->db);
	store->last_id = project->id;
	return true;
}

static struct project_held *project_held_of(struct store *store)
{
	if (!store->held)
		store->held = xcalloc(1, sizeof *store->held);
	return store->held;
}

bool project_store_insert(struct store *store, struct project *project, struct error *err)
{
	struct project_held *held = project_held_of(store);

	assert(store->change);
	if (!*project->uuid)
		ambient_uuid(project->uuid);
	if (project->number) {
		if (!project_store_reserve_number(store, project->fiscal_year, project->number,
			err))
			return false;
	} else {
		struct number_counter *counter =
			project_counter_of(store, project->fiscal_year, err);
		if (!counter)
			return false;
		project->number = ++counter->last;
	}

	if (!project_held_compute(store, project, held, err) ||
		!project_insert_row(store, project, held, err) ||
		!effect_row_save(store, project, true, err))
		return false;
	if (store->gather && !facts_gather_add(store->gather, store, project, held, err))
		return false;

	project->version = 1;
	store->inserted++;
	project_stamp(store, project);
	project->created_at = project->updated_at;
	project->created_by = project->updated_by;
	return true;
}

bool project_store_update(struct store *store, struct project *project, struct error *err)
{
	struct project_held *held = project_held_of(store);
	struct project_dates dates;

	assert(store->change);
	if (!project_held_compute(store, project, held, err))
		return false;
	struct db_statement *update = statement_get(store, STATEMENT_PROJECT_UPDATE, err);
	if (!update)
		return false;
	const int next = project_bind(store, update, 1, project, held, &dates);
	db_bind_int(update, next, project->id);
	db_bind_int(update, next + 1, project->version);
	if (!db_execute(update, err))
		return false;
	if (db_changes(store->db) == 1) {
		if (!effect_row_save(store, project, false, err))
			return false;
		project->version++;
		project_stamp(store, project);
		return true;
	}

	/* Says who was quicker. */
	struct db_statement *writer = statement_get(store, STATEMENT_PROJECT_LAST_WRITER, err);
	if (!writer)
		return false;
	db_bind_int(writer, 1, project->id);
	const enum db_step step = db_step(writer, err);
	if (step == DB_ROW)
		error_set(err, ERROR_CONFLICT,
			_("%s saved this project first (%s), so yours was not saved. Compare the two and save again."),
			db_column_text(writer, 0), db_column_text(writer, 1));
	else if (step == DB_DONE)
		error_set(err, ERROR_CONFLICT,
			_("This project has been deleted meanwhile, so it was not saved."));
	db_reset(writer);
	return false;
}

bool project_store_came(struct store *store, const struct project *project, bool *came, struct error *err)
{
	struct db_statement *query =
		project->version == 1 ? statement_get(store, STATEMENT_PROJECT_CAME, err) : NULL;

	*came = false;
	if (!query)
		return project->version != 1;
	db_bind_int(query, 1, project->id);
	const enum db_step step = db_step(query, err);
	*came = step == DB_ROW && strcmp(db_column_text(query, 0), "import") == 0;
	db_reset(query);
	return step != DB_FAILED;
}
