#include "scope.h"

#include "compare.h"
#include "tables.h"

/* What stands in a column of the scope; NULL where there is none. It must be the same in every row. */
static const char *scope_said(struct tally *tally, struct pool *pool, const char *name,
	const struct answer *answer, const struct grid *grid, const char *what)
{
	const int column = grid_column(grid, pool_print(pool, "scope_%s", what));

	for (size_t r = 2; column >= 0 && r < grid->rows.count; r++)
		if (!same(grid->rows.items[r].cells.items[column], grid->rows.items[1].cells.items[column]))
			compare_fault(tally, pool_print(pool, "%s: scope", name), answer,
				pool_print(pool, "%s differs from row to row", what));
	return column < 0 || grid->rows.count < 2 ? NULL : grid->rows.items[1].cells.items[column];
}

static void scope_want(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, const char *what, const char *right)
{
	const char *const got = scope_said(tally, pool, name, answer, grid, what);

	tally->cells++;
	if (!got != !right || (got && *right && !same(got, right)))
		compare_fault(tally, pool_print(pool, "%s: scope", name), answer, pool_print(pool,
			"%s is %s, not %s", what, got ? got : "not said", right ? *right ? right : "said" : "to be said"));
}

void scope_compare(struct tally *tally, const struct world *world, const char *name, const struct answer *answer,
	const struct grid *grid, const struct ask *ask, bool figures)
{
	struct pool *const pool = world->pool;
	const char *const stage = scope_said(tally, pool, name, answer, grid, "stage");
	const char *const hours = scope_said(tally, pool, name, answer, grid, "hours_per_person_year");

	if (grid->rows.count < 2)
		return;
	scope_want(tally, pool, name, answer, grid, "body", world->body);
	scope_want(tally, pool, name, answer, grid, "fiscal_year",
		ask->all_years ? "all" : pool_print(pool, "%d", ask->fiscal_year));
	scope_want(tally, pool, name, answer, grid, "unit", ask->unit);
	scope_want(tally, pool, name, answer, grid, "rules",
		ask->rules_year ? pool_print(pool, "%d", ask->rules_year) : NULL);
	scope_want(tally, pool, name, answer, grid, "missing", ask->missing ? table_steps[ask->missing - 1] : NULL);
	scope_want(tally, pool, name, answer, grid, "days_ahead",
		ask->days ? pool_print(pool, "%d", ask->days) : NULL);
	/* in the program's own words */
	scope_want(tally, pool, name, answer, grid, "filter", ask->filtered ? "" : NULL);
	scope_want(tally, pool, name, answer, grid, "units",
		ask->units_year ? pool_print(pool, "%d", ask->units_year) : NULL);
	if (figures && (!stage || (!same(stage, stage_ids[ask->stage]) && !same(stage, "all"))))
		compare_fault(tally, pool_print(pool, "%s: scope", name), answer, "another stage");
	if (figures)
		scope_want(tally, pool, name, answer, grid, "basis", basis_ids[ask->basis]);
	const char *const h = pool_print(pool, "%lld", (long long)world_hours(world, ask->fiscal_year));
	/* by year where a change is on a year of another H */
	const char *const of_year = pool_print(pool, "%d:%s", ask->fiscal_year, h);
	if (figures && !ask->all_years && (!hours || (!same(hours, h) && !strstr(hours, of_year))))
		compare_fault(tally, pool_print(pool, "%s: scope", name), answer, "another H");
}
