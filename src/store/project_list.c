/* project_list - windowed reading of project lists in any order. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "store/effect_row.h"
#include "store/filter_sql.h"
#include "store/project_row.h"
#include "store/project_sql.h"
#include "store/project_store.h"
#include "store/store_masters.h"
#include "store/store_private.h"

/* The ids of the whole list are fetched when the count or a far window is first asked for; until
 * then the first windows come straight from the query, so that a list of a million projects shows
 * at once. Afterwards every window costs the same, wherever it lies. */
enum { NEAR = 1000 };

struct project_list {
	struct store *store;
	struct filter_sql filter;
	char *order;
	VEC(int64_t) ids;
	bool have_ids;
	struct db_statement *window; /* LIMIT and OFFSET are its last two parameters */
};

/* How a field sorts: by its column, where nothing is given comes first; texts with a search key by that;
 * units by code from the top. Each %s stands for the direction. */
#define SORTED_TEXT(member) "p." #member
#define SORTED_KEYED(member) "p." #member "_key"
#define SORTED_CODES(member) "p." #member
#define SORTED_UUID(member) "p." #member
#define SORTED_COUNT(member) "p." #member
#define SORTED_YEN(member) "COALESCE(p." #member ", -1)"
#define SORTED_DATE(member) "COALESCE(p." #member ", '')"
#define SORTED_FLAG(member) "p." #member
#define SORTED_STATUS(member) "p." #member
#define SORTED_EXCLUSION(member) "p." #member
#define SORTED_COUNTER(member) "p." #member
#define SORTED_STORED(kind, member, write) SORTED_##kind(member)
#define IF_COLUMN_FOUND(sort, search, filter) IF_SORT_##sort
#define IF_SORT_COLUMN(...) __VA_ARGS__
#define IF_SORT_OWN(...)
#define SORTED(name, type, id, label, variants, stored, files, found, ...) \
	IF_COLUMN_##found([FIELD_##name] = SORTED_##stored,)
static const char *const sort_expressions[FIELD_COUNT] = {
	PROJECT_COLUMNS(SORTED)
	[FIELD_NUMBER] = "p.fiscal_year%s, p.number",
	[FIELD_DEPARTMENT] = "p.department_code",
	[FIELD_SECTION] = "p.department_code%s, p.section_code",
	[FIELD_TEAM] = "p.department_code%s, p.section_code%s, p.team_code",
	[FIELD_TITLE] = "p.search_key", /* begins with the title */
	[FIELD_PROBLEM_TYPE] = "p.problem_type",
	[FIELD_PRIMARY_TOOL] = "p.tools",
	[FIELD_ACTUAL_IN_YEAR] = "CASE WHEN p.has_actual = 1 THEN p.actual_in_year ELSE 0 END",
	[FIELD_ACTUAL_FULL_YEAR] =
		"CASE WHEN p.has_actual = 1 THEN p.actual_full_year ELSE 0 END",
	[FIELD_ACTUAL_HOURS] = "CASE WHEN p.has_actual = 1 THEN p.actual_in_year ELSE 0 END",
};

/* ---- the query ------------------------------------------------------------------------------ */

/* Those figures of the stage a project shows: the first that it has (project_stage()). */
static void list_add_figure(struct strbuf *order, const char *basis)
{
	strbuf_add_text(order, "CASE");
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		const char *id = effect_stage_id((enum stage)stage);
		strbuf_addf(order, " WHEN p.has_%s = 1 THEN p.%s_%s", id, id, basis);
	}
	strbuf_addf(order, " ELSE p.%s_%s END", effect_stage_id(STAGE_ESTIMATE), basis);
}

static void list_add_sort(struct strbuf *order, const struct project_sort *sort)
{
	const char *direction = sort->descending ? " DESC" : "";

	switch (sort->field) {
	case FIELD_SAVED_IN_YEAR:
	case FIELD_HOURS:
		list_add_figure(order, "in_year");
		break;
	case FIELD_SAVED_FULL_YEAR:
		list_add_figure(order, "full_year");
		break;
	case FIELD_HOURS_BEFORE:
		list_add_figure(order, "before_in_year");
		break;
	case FIELD_HOURS_AFTER:
		strbuf_add_text(order, "CASE WHEN ");
		list_add_figure(order, "before_in_year");
		strbuf_add_text(order, " >= 0 THEN ");
		list_add_figure(order, "before_in_year");
		strbuf_add_text(order, " - ");
		list_add_figure(order, "in_year");
		strbuf_add_text(order, " ELSE -1 END");
		break;
	case FIELD_REDUCTION_RATE:
		/* finer than it is shown */
		strbuf_add_text(order, "CASE WHEN ");
		list_add_figure(order, "before_in_year");
		strbuf_add_text(order, " > 0 THEN ");
		list_add_figure(order, "in_year");
		strbuf_add_text(order, " * 100000 / ");
		list_add_figure(order, "before_in_year");
		strbuf_add_text(order, " END");
		break;
	case FIELD_STATUS:
		/* The workflow's order, not that of the alphabet. */
		strbuf_add_text(order, "CASE p.status");
		for (int status = 0; status < STATUS_COUNT; status++)
			strbuf_addf(order, " WHEN '%s' THEN %d",
				workflow_status_id((enum status)status), status);
		strbuf_add_text(order, " END");
		break;
	case FIELD_STAGE:
		strbuf_add_text(order, "CASE");
		for (int stage = 0; stage < STAGE_COUNT; stage++)
			strbuf_addf(order, " WHEN p.has_%s = 1 THEN %d",
				effect_stage_id((enum stage)stage), stage);
		strbuf_addf(order, " ELSE %d END", STAGE_COUNT);
		break;
	default:
		assert(sort_expressions[sort->field]);
		strbuf_add_filled(order, sort_expressions[sort->field], direction);
		break;
	}
	strbuf_add_text(order, direction);
	strbuf_add_text(order, ", ");
}

static struct db_statement *list_prepare(struct project_list *list, const char *columns,
	bool limited, struct error *err)
{
	const int next = filter_sql_next(&list->filter);
	struct strbuf sql = {0};

	strbuf_addf(&sql, "SELECT %s FROM project AS p WHERE %s ORDER BY %s", columns,
		strbuf_text(&list->filter.where), list->order);
	if (limited)
		strbuf_addf(&sql, " LIMIT ?%d OFFSET ?%d", next, next + 1);
	struct db_statement *statement = db_prepare(list->store->db, strbuf_text(&sql), err);
	strbuf_free(&sql);
	if (statement)
		filter_sql_bind(&list->filter, statement);
	return statement;
}

struct project_list *project_store_list(struct store *store, const struct filter *filter,
	const struct project_sort *sorts, size_t sort_count, struct error *err)
{
	struct project_list *list = xcalloc(1, sizeof *list);
	struct strbuf order = {0};
	bool numbered = false;

	/* Ends in the number, so that the order is always the same. */
	for (size_t i = 0; i < sort_count && !numbered; i++) {
		list_add_sort(&order, &sorts[i]);
		numbered = sorts[i].field == FIELD_NUMBER;
	}
	if (numbered)
		strbuf_truncate(&order, order.length - strlen(", "));
	else
		strbuf_add_text(&order, "p.fiscal_year, p.number");

	list->store = store;
	list->order = strbuf_detach(&order);
	if (!filter_sql_build(store, filter, 1, &list->filter, err)) {
		project_list_free(list);
		return NULL;
	}
	return list;
}

void project_list_free(struct project_list *list)
{
	if (!list)
		return;
	db_finish(list->window);
	filter_sql_free(&list->filter);
	vec_free(&list->ids);
	free(list->order);
	free(list);
}

void project_list_refresh(struct project_list *list)
{
	list->have_ids = false;
	list->ids.count = 0;
}

static bool list_fetch_ids(struct project_list *list, struct error *err)
{
	enum db_step step;

	if (list->have_ids)
		return true;
	struct db_statement *query = list_prepare(list, "p.id", false, err);
	if (!query)
		return false;
	list->ids.count = 0;
	while ((step = db_step(query, err)) == DB_ROW)
		*vec_add(&list->ids) = db_column_int(query, 0);
	db_finish(query);
	list->have_ids = step == DB_DONE;
	return list->have_ids;
}

bool project_list_count(struct project_list *list, int64_t *count, struct error *err)
{
	if (!list_fetch_ids(list, err))
		return false;
	*count = (int64_t)list->ids.count;
	return true;
}

bool project_list_find(struct project_list *list, int64_t id, int64_t *offset, struct error *err)
{
	if (!list_fetch_ids(list, err))
		return false;
	*offset = -1;
	for (size_t i = 0; i < list->ids.count && *offset < 0; i++)
		if (list->ids.items[i] == id)
			*offset = (int64_t)i;
	return true;
}

/* ---- rows ----------------------------------------------------------------------------------- */

struct receiver {
	struct store *store;
	bool (*row)(const struct project *project, void *data);
	void *data;
	bool with_effects;
	struct error *err;
};

static bool list_hand_over_all(const struct receiver *receiver, struct db_statement *query)
{
	enum db_step step = DB_DONE;
	bool more = true;

	while (more && (step = db_step(query, receiver->err)) == DB_ROW) {
		struct project project;

		project_init(&project);
		const bool ok = project_row_read(receiver->store, query, &project, receiver->err) &&
			(!receiver->with_effects ||
				effect_row_load(receiver->store, &project, receiver->err));
		if (ok)
			more = receiver->row(&project, receiver->data);
		project_free(&project);
		if (!ok)
			return false;
	}
	return step != DB_FAILED;
}

static bool list_rows_by_query(struct project_list *list, const struct receiver *receiver,
	int64_t offset, int64_t limit)
{
	const int next = filter_sql_next(&list->filter);

	if (!list->window)
		list->window = list_prepare(list, PROJECT_SELECTED, true, receiver->err);
	if (!list->window)
		return false;
	db_bind_int(list->window, next, limit);
	db_bind_int(list->window, next + 1, offset);
	const bool ok = list_hand_over_all(receiver, list->window);
	db_reset(list->window);
	return ok;
}

static bool list_rows_by_id(struct project_list *list, const struct receiver *receiver,
	int64_t offset, int64_t limit)
{
	struct db_statement *query =
		statement_get(list->store, STATEMENT_PROJECT_BY_ID, receiver->err);
	const int64_t count = (int64_t)list->ids.count;
	bool more = true;

	if (!query)
		return false;
	for (int64_t i = offset; more && i < count && i - offset < limit; i++) {
		struct project project;
		enum db_step step;

		/* The row is read before it is handed over: the receiver may ask for others. */
		project_init(&project);
		db_reset(query);
		db_bind_int(query, 1, list->ids.items[i]);
		step = db_step(query, receiver->err);
		const bool ok = step != DB_FAILED && (step == DB_DONE ||
			project_row_read(list->store, query, &project, receiver->err));
		db_reset(query);
		if (ok && step == DB_ROW)
			more = receiver->row(&project, receiver->data);
		project_free(&project);
		if (!ok)
			return false;
	}
	return true;
}

/* As of one moment, in which units and catalogues need be asked for only once, and the file be locked
 * only once for all the rows of a screen. */
static bool list_begin_moment(struct store *store, struct error *err)
{
	if (!db_begin_read(store->db, err))
		return false;
	store_masters_hold(store, true);
	return true;
}

static bool list_end_moment(struct store *store, bool ok, struct error *err)
{
	store_masters_hold(store, false);
	return db_commit(store->db, ok ? err : NULL) && ok;
}

bool project_list_rows(struct project_list *list, int64_t offset, int64_t limit,
	bool (*row)(const struct project *project, void *data), void *data, struct error *err)
{
	const struct receiver receiver = {
		.store = list->store, .row = row, .data = data, .err = err};
	bool ok;

	if (!list_begin_moment(list->store, err))
		return false;
	if (limit < 0)
		ok = list_rows_by_query(list, &receiver, offset, INT64_MAX);
	else if (!list->have_ids && offset + limit <= NEAR)
		ok = list_rows_by_query(list, &receiver, offset, limit);
	else
		ok = list_fetch_ids(list, err) && list_rows_by_id(list, &receiver, offset, limit);
	return list_end_moment(list->store, ok, err);
}

bool project_store_each(struct store *store, const struct filter *filter, bool with_effects,
	bool (*each)(const struct project *project, void *data), void *data, struct error *err)
{
	const struct receiver receiver = {.store = store, .row = each, .data = data,
		.with_effects = with_effects, .err = err};

	if (!list_begin_moment(store, err))
		return false;
	struct project_list *list = project_store_list(store, filter, NULL, 0, err);
	struct db_statement *query =
		list ? list_prepare(list, PROJECT_SELECTED, false, err) : NULL;
	const bool ok = query && list_hand_over_all(&receiver, query);
	db_finish(query);
	project_list_free(list);
	return list_end_moment(store, ok, err);
}
