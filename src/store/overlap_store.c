#include "config.h"

#include "store/overlap_store.h"

#include "store/filter_sql.h"
#include "store/store_private.h"

static bool overlap_load_claims(struct store *store, int fiscal_year, const struct filter *filter,
	bool counted, struct overlap_store_year *year, struct error *err)
{
	struct filter_sql condition = {0};
	struct strbuf sql = {0};
	enum db_step step = DB_FAILED;

	if (!filter_sql_build(store, filter, 2, &condition, err))
		return false;
	strbuf_add_text(&sql, "SELECT p.id, p.fiscal_year, p.number, p.title, p.work, "
		"p.section_code, p.estimate_in_year FROM project AS p "
		"WHERE p.fiscal_year = ?1 AND p.work_key <> '' AND p.section_code <> '' AND ");
	if (counted) {
		filter_sql_counted(&sql);
		strbuf_add_text(&sql, " AND ");
	}
	strbuf_addf(&sql, "%s ORDER BY p.number", strbuf_text(&condition.where));
	struct db_statement *row = db_prepare(store->db, strbuf_text(&sql), err);
	if (row) {
		db_bind_int(row, 1, fiscal_year);
		filter_sql_bind(&condition, row);
	}
	while (row && (step = db_step(row, err)) == DB_ROW)
		*vec_add(&year->claims) = (struct overlap_store_claim){
			.id = db_column_int(row, 0),
			.fiscal_year = (int)db_column_int(row, 1),
			.number = (int)db_column_int(row, 2),
			.title = arena_strdup(&year->arena, db_column_text(row, 3)),
			.work = arena_strdup(&year->arena, db_column_text(row, 4)),
			.section_code = arena_strdup(&year->arena, db_column_text(row, 5)),
			.minutes = db_column_int(row, 6),
		};
	db_finish(row);
	strbuf_free(&sql);
	filter_sql_free(&condition);
	return step == DB_DONE;
}

bool overlap_store_load(struct store *store, int fiscal_year, const struct filter *filter,
	bool counted, struct overlap_store_year *year, struct error *err)
{
	if (!overlap_load_claims(store, fiscal_year, filter, counted, year, err))
		return false;
	struct db_statement *row = statement_get(store, STATEMENT_CLEARANCES, err);
	enum db_step step;
	if (!row)
		return false;
	db_bind_int(row, 1, fiscal_year);
	while ((step = db_step(row, err)) == DB_ROW)
		*vec_add(&year->clearances) = (struct overlap_store_clearance){
			.fiscal_year = (int)db_column_int(row, 0),
			.work_key = arena_strdup(&year->arena, db_column_text(row, 1)),
			.unit_code = arena_strdup(&year->arena, db_column_text(row, 2)),
			.cleared_by = arena_strdup(&year->arena, db_column_text(row, 3)),
			.reason = arena_strdup(&year->arena, db_column_text(row, 4)),
			.projects = arena_strdup(&year->arena, db_column_text(row, 5)),
		};
	db_reset(row);
	return step == DB_DONE;
}

void overlap_store_free(struct overlap_store_year *year)
{
	vec_free(&year->claims);
	vec_free(&year->clearances);
	arena_free(&year->arena);
}

bool overlap_store_put(struct store *store, const struct overlap_store_clearance *clearance,
	const char *at, struct error *err)
{
	struct db_statement *put = statement_get(store, STATEMENT_CLEARANCE_PUT, err);

	if (!put)
		return false;
	db_bind_int(put, 1, clearance->fiscal_year);
	db_bind_text(put, 2, clearance->work_key);
	db_bind_text(put, 3, clearance->unit_code);
	db_bind_text(put, 4, at);
	db_bind_text(put, 5, clearance->cleared_by);
	db_bind_text(put, 6, clearance->reason);
	db_bind_text(put, 7, clearance->projects);
	return db_execute(put, err);
}

bool overlap_store_drop(struct store *store, int fiscal_year, const char *work_key,
	const char *unit_code, struct error *err)
{
	struct db_statement *drop = statement_get(store, STATEMENT_CLEARANCE_DROP, err);

	if (!drop)
		return false;
	db_bind_int(drop, 1, fiscal_year);
	db_bind_text(drop, 2, work_key);
	db_bind_text(drop, 3, unit_code);
	return db_execute(drop, err);
}
