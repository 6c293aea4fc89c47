/* home_figures - the figures of home and the projects behind them. */
#include "config.h"

#include "ui/home/private.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/results/rollups.h"

enum { TABLES = 2, FIRST_MONTH = 4 };

/* ---- the two tables ------------------------------------------------------------------------- */

static void home_figures_drop_tables(struct home *home)
{
	for (int i = 0; i < TABLES && home->has_tables; i++)
		table_free(&home->tables[i]);
	home->has_tables = false;
}

static bool home_figures_read_table(struct app *app, struct home *home, struct pivot_query *query,
	struct table *table, struct error *err)
{
	const struct facts *facts = rollups_facts(app->session, query->fiscal_year, NULL, err);
	const struct rollup_pin *unknown;

	if (!facts)
		return false;
	return rollup_pins_apply(&home->scope, facts, query, &unknown) ?
		rollups_pivot(app->session, query, NULL, table, err) :
		error_set(err, ERROR_DATA, _("“%s” is not there in this fiscal year."),
			unknown->name);
}

static bool home_figures_read_tables(struct app *app, struct home *home, struct error *err)
{
	/* A head sees the section's teams, everyone else the problem types; the tools stand
	 * beside. */
	const bool head = app->session->role == ROLE_HEAD && home->scope.count > 0;
	struct table tables[TABLES];
	int made = 0;

	for (int i = 0; i < TABLES; i++) {
		struct pivot_query *query = &home->queries[i];

		pivot_query_init(query);
		query->rows[0] = i ? DIMENSION_TOOL :
			head ? DIMENSION_TEAM : DIMENSION_PROBLEM_TYPE;
		query->stage = home->stage;
		query->basis = home->basis;
		query->fiscal_year = app->session->fiscal_year;
		query->all_entries = true;
		pivot_query_add(query, MEASURE_CHANGE);
	}
	while (made < TABLES &&
		home_figures_read_table(app, home, &home->queries[made], &tables[made], err))
		made++;
	if (made < TABLES) {
		while (made > 0)
			table_free(&tables[--made]);
		return false;
	}
	home_figures_drop_tables(home);
	memcpy(home->tables, tables, sizeof tables);
	home->tables[0].id = home->queries[0].rows[0] == DIMENSION_TEAM ? "teams" : "problem-types";
	home->tables[1].id = "ict-tools";
	home->has_tables = true;
	return true;
}

/* ---- teams and the goal --------------------------------------------------------------------- */

static bool home_figures_read_goal(struct app *app, struct home *home, struct error *err)
{
	struct rollups_summary summary;

	home->target_minutes = 0;
	if (home->scope.count > 0)
		return true;
	if (!rollups_summary(app->session, app->session->fiscal_year, &summary, err))
		return false;
	home->target_minutes = summary.target_minutes;
	return true;
}

/* ---- the months ----------------------------------------------------------------------------- */

/* When the projects of the year have started, or are to start, to save their hours. */
static bool home_figures_read_months(struct app *app, struct home *home, struct error *err)
{
	struct pivot_query query;
	struct table table;

	memset(home->months, 0, sizeof home->months);
	home->has_months = false;
	pivot_query_init(&query);
	query.rows[0] = DIMENSION_START_MONTH;
	query.stage = home->stage;
	query.basis = home->basis;
	query.fiscal_year = app->session->fiscal_year;
	if (!home_figures_read_table(app, home, &query, &table, err))
		return false;

	const int code = table_column_index(&table, "start_month_code");
	const int hours = table_column_index(&table, "hours");

	for (size_t r = 0; code >= 0 && hours >= 0 && r < table.rows.count; r++) {
		const struct table_cell *cells = table.rows.items[r].cells;
		int year, month;

		if (table.rows.items[r].kind != ROW_DATA || cells[code].kind != CELL_TEXT ||
			sscanf(cells[code].text, "%4d-%2d", &year, &month) != 2 ||
			fiscal_year_of((struct date){year, month, 1}) != query.fiscal_year)
			continue;
		home->months[(month + HOME_MONTHS - FIRST_MONTH) % HOME_MONTHS] =
			cells[hours].number;
		home->has_months = home->has_months || cells[hours].number > 0;
	}
	table_free(&table);
	return true;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static bool home_read_all(struct app *app, struct home *home, struct error *err)
{
	const int year = app->session->fiscal_year;
	const struct facts *facts = rollups_facts(app->session, year, NULL, err);
	const struct unit_tree *units = facts ? session_units(app->session, year, err) : NULL;

	if (!units)
		return false;
	home_scope_set(app, home, facts, units);
	arena_free(&home->arena);
	home->todo.count = home->recent.count = 0;
	/* what reads these facts comes first: the rest may find that someone has changed them */

	struct coverage coverage;
	int below = -1;

	if (!coverage_count(facts, units, &coverage, err))
		return false;
	if (home->scope.count > 0)
		below = unit_tree_find(units, home->scope.items[0].code);
	home->rates = coverage_rates(&coverage, below);
	coverage_free(&coverage);
	home_start_read(app, home, facts);
	if (!home_todo_read(app, home, facts, err) ||
		!home_recent_read(app, home, facts, err) || !home_figures_read_goal(app, home, err) ||
		!home_figures_read_tables(app, home, err) || !home_figures_read_months(app, home, err))
		return false;

	for (int pane = 0; pane < HOME_PANES; pane++) {
		size_t rows = home_rows(home, (enum home_pane)pane);

		if (home->cursor[pane] >= rows)
			home->cursor[pane] = rows ? rows - 1 : 0;
	}

	return true;
}

void home_read(struct app *app, struct home *home)
{
	error_clear(&home->trouble);
	if (!home_read_all(app, home, &home->trouble))
		app_error(app, &home->trouble);
}

void home_read_soon(struct app *app, struct home *home)
{
	/* a script sees the work of each step done */
	home->waiting = !app->steady && !rollups_ready(app->session, 0);
	if (!home->waiting)
		home_read(app, home);
}

void home_free(struct home *home)
{
	home_figures_drop_tables(home);
	rollup_pins_free(&home->scope);
	vec_free(&home->todo);
	vec_free(&home->recent);
	arena_free(&home->arena);
}

bool home_has_goal(const struct home *home)
{
	return home->target_minutes > 0;
}

size_t home_rows(const struct home *home, enum home_pane pane)
{
	const struct table *table;
	size_t count;

	switch (pane) {
	case HOME_SUMMARY:
		return HOME_FIGURES - !home_has_goal(home);
	case HOME_LEFT:
	case HOME_RIGHT:
		if (!home->has_tables)
			return 0;
		table = &home->tables[pane - HOME_LEFT];
		count = table->rows.count;
		while (count > 0 && table->rows.items[count - 1].kind == ROW_TOTAL)
			count--;
		return count;
	case HOME_TODO:
		return home->todo.count;
	default:
		return home->recent.count;
	}
}

bool home_total(const struct home *home, const char *column, int64_t *number)
{
	const struct table *table = &home->tables[0];
	int at = home->has_tables ? table_column_index(table, column) : -1;
	const struct table_row *total;

	if (at < 0 || table->rows.count == 0)
		return false;
	total = &table->rows.items[table->rows.count - 1];
	*number = total->cells[at].number;
	return total->kind == ROW_TOTAL && total->cells[at].kind == CELL_NUMBER;
}
