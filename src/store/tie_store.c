#include "config.h"

#include "store/tie_store.h"

#include <limits.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/effect.h"
#include "model/fiscal_year.h"
#include "store/facts_pack.h"
#include "store/filter_sql.h"
#include "store/store_private.h"

enum { TIE_FIGURES = STAGE_COUNT * BASIS_COUNT };

/* Year and number, then a pair for each figure: what the project holds, what its lines come to. */
static struct db_statement *tie_prepare(struct store *store, struct error *err)
{
	static const char *const saved[BASIS_COUNT] = {
		[BASIS_IN_YEAR] = "saved_in_year", [BASIS_FULL_YEAR] = "saved_full_year"};
	static const char *const held[BASIS_COUNT] = {
		[BASIS_IN_YEAR] = "in_year", [BASIS_FULL_YEAR] = "full_year"};
	struct strbuf sql = {0}, pairs = {0}, differ = {0};

	for (int f = 0; f < TIE_FIGURES; f++) {
		const char *const stage = effect_stage_id((enum stage)(f / BASIS_COUNT));
		const int basis = f % BASIS_COUNT;

		strbuf_addf(&pairs, ", p.%s_%s, COALESCE(SUM(CASE WHEN e.stage = '%s' THEN e.%s END), 0)",
			stage, held[basis], stage, saved[basis]);
		strbuf_addf(&differ, "%sp.%s_%s <> COALESCE(SUM(CASE WHEN e.stage = '%s' THEN e.%s END), 0)",
			f ? " OR " : "", stage, held[basis], stage, saved[basis]);
	}
	strbuf_addf(&sql, "SELECT p.fiscal_year, p.number%s FROM project AS p LEFT JOIN effect_line AS e "
		"ON e.project_id = p.id WHERE p.fiscal_year BETWEEN ?1 AND ?2 AND ", strbuf_text(&pairs));
	filter_sql_counted(&sql);
	/* ?3: what no figure is larger than */
	strbuf_addf(&sql, " GROUP BY p.id HAVING COALESCE(MAX(MAX(ABS(e.saved_in_year), "
		"ABS(e.saved_full_year))), 0) <= ?3 AND (%s) ORDER BY p.id LIMIT 1",
		strbuf_text(&differ));
	struct db_statement *const query = db_prepare(store->db, strbuf_text(&sql), err);
	strbuf_free(&sql);
	strbuf_free(&pairs);
	strbuf_free(&differ);
	return query;
}

static void tie_tell(struct db_statement *query, struct error *difference)
{
	struct strbuf lines = {0}, holds = {0};
	char number[FISCAL_YEAR_TEXT];
	int f = 0;

	while (db_column_int(query, 2 + 2 * f) == db_column_int(query, 3 + 2 * f))
		f++;
	fiscal_year_number_format((int)db_column_int(query, 0), (int)db_column_int(query, 1), number);
	decimal_add_grouped(&holds, db_column_int(query, 2 + 2 * f), 0, false);
	decimal_add_grouped(&lines, db_column_int(query, 3 + 2 * f), 0, false);
	error_set(difference, ERROR_DATA,
		/* number of a project, stage, basis, two figures */
		_("%s does not tie (%s, %s): its lines come to %s minutes, it holds %s; run "
		  "“uraniwa check” to find the cause"), number,
		effect_stage_label((enum stage)(f / BASIS_COUNT)),
		effect_basis_label((enum basis)(f % BASIS_COUNT)), strbuf_text(&lines),
		strbuf_text(&holds));
	strbuf_free(&lines);
	strbuf_free(&holds);
}

static void tie_take_block(const char *line, void *data)
{
	struct error *const difference = data;

	if (difference->code == ERROR_NONE)
		error_set(difference, ERROR_DATA, "%s", line);
}

bool tie_store_prove(struct store *store, int first_fiscal_year, int last_fiscal_year, bool *ties,
	struct error *difference, struct error *err)
{
	struct db_statement *const span = statement_get(store, STATEMENT_PROJECT_SPAN, err);
	const int64_t change = store_last_change(store);
	int64_t history;

	*ties = true;
	error_clear(difference);
	if (!span || !store_last_history(store, &history, err))
		return false;
	/* shown again on a screen while nothing changes, it is not proved again */
	if (store->tied.known && store->tied.first == first_fiscal_year &&
		store->tied.last == last_fiscal_year && store->tied.change == change &&
		store->tied.history == history)
		return true;
	const enum db_step known = db_step(span, err);
	const bool is_small = known == DB_ROW && db_column_int(span, 0) <= TIE_PROJECTS_MAX;
	db_reset(span);
	if (known == DB_FAILED || !is_small)
		return known != DB_FAILED;

	struct db_statement *const query = tie_prepare(store, err);
	if (!query)
		return false;
	db_bind_int(query, 1, first_fiscal_year);
	db_bind_int(query, 2, last_fiscal_year ? last_fiscal_year : INT_MAX);
	db_bind_int(query, 3, EFFECT_MINUTES_MAX);
	const enum db_step step = db_step(query, err);
	if (step == DB_ROW)
		tie_tell(query, difference);
	db_finish(query);
	if (step == DB_FAILED || (step == DB_DONE &&
		!facts_pack_check(store, false, tie_take_block, difference, err)))
		return false;
	*ties = difference->code == ERROR_NONE;
	store->tied.known = *ties;
	store->tied.first = first_fiscal_year;
	store->tied.last = last_fiscal_year;
	store->tied.change = change;
	store->tied.history = history;
	return true;
}
