#include "config.h"

#include "rollup/pivot.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "rollup/pivot_plan.h"

/* More cells than anyone reads, and than memory is to be spent on. */
enum { TABLE_CELLS_MAX = 1 << 22 };

/* A value column: which figure, and under which pivot column. */
struct value_column {
	struct figure_of figure;
	int group; /* code of the column dimension; -1 = none or the total over it */
};

struct pivot_columns {
	VEC(struct value_column) items;
	size_t first; /* table column of items[0] */
};

void pivot_query_init(struct pivot_query *query)
{
	*query = (struct pivot_query){
		.rows = {DIMENSION_PROBLEM_TYPE},
		.row_count = 1,
		.column = -1,
		.measures = {MEASURE_PROJECTS, MEASURE_HOURS, MEASURE_PERSON_YEARS},
		.measure_count = 3,
		.stage = STAGE_ESTIMATE,
		.basis = BASIS_IN_YEAR,
		.sort_column = -1,
	};
	for (int d = 0; d < DIMENSION_COUNT; d++)
		query->drill[d] = -1;
}

/* ---- the plan ------------------------------------------------------------------------------ */

static bool plan_init(struct pivot_plan *plan, const struct facts *facts,
	const struct pivot_query *query, const struct pivot_context *context, struct error *err)
{
	struct cube_query cubes = {
		.facts = facts,
		.dimensions = {(int)query->rows[0], query->row_count > 1 ? (int)query->rows[1] : -1,
			query->column},
		.wants = figures_wants(query),
		.stage = query->stage,
		.basis = query->basis,
		.year_code = query->fiscal_year ? pivot_year_code(facts, query->fiscal_year) : -1,
		.drill = query->drill,
	};

	*plan = (struct pivot_plan){
		.facts = facts,
		.query = query,
		.context = context,
		.row_mask = query->row_count > 1 ? 3 : 1,
		.year_slot = -1,
	};
	for (int s = 0; s < CUBE_SLOTS; s++)
		if (cubes.dimensions[s] == DIMENSION_FISCAL_YEAR)
			plan->year_slot = s;
	cube_set_init(&plan->now, &cubes);
	pivot_realisation_init(plan, &cubes);
	pivot_reduction_init(plan, &cubes);

	for (size_t m = 0; m < query->measure_count; m++) {
		const bool relates = query->measures[m] == MEASURE_SHARE ||
			query->measures[m] == MEASURE_CHANGE;

		if (relates && !measures[pivot_query_of(query, m)].sums)
			/* a measure, another one */
			return error_set(err, ERROR_USAGE,
				_("%s speaks of the measure before it; there is none of %s"),
				_(measures[query->measures[m]].label),
				_(measures[pivot_query_of(query, m)].label));
	}
	if (!pivot_query_measures(query, MEASURE_CHANGE))
		return pivot_years_init(plan, &cubes, err);

	/* Which years are known: one of which nothing is known is not zero. What is there now would
	 * else count as a change from nothing. */
	const size_t years = facts->dictionary[DIMENSION_FISCAL_YEAR].entries.count;

	plan->years = xcalloc(years + 1, sizeof *plan->years);
	for (size_t f = 0; f < facts->count && !facts->is_filtered; f++)
		plan->years[facts->codes[DIMENSION_FISCAL_YEAR][f]] |= facts->flags[f] & FACT_COUNTED;
	for (size_t y = 0; y < facts->counted_years.count; y++)
		plan->years[pivot_year_code(facts, facts->counted_years.items[y])] = true;
	plan->years[years] = false;
	if (query->fiscal_year) {
		struct cube_query before = cubes;

		before.year_code = pivot_year_code(facts, query->fiscal_year - 1);
		plan->has_before = plan->years[before.year_code];
		cube_set_init(&plan->before, &before);
	}
	return pivot_years_init(plan, &cubes, err);
}

/* ---- columns ------------------------------------------------------------------------------- */

static void add_figure(const struct pivot_plan *plan, struct table *table,
	struct pivot_columns *columns, struct value_column value, bool alone)
{
	const struct dictionary_entry entry = value.group < 0 ? (struct dictionary_entry){0} :
		pivot_labels_entry(plan, (enum dimension)plan->query->column,
			(uint16_t)value.group);
	struct table_column *const column = figures_add_column(table, value.figure,
		value.group < 0 ? NULL : &entry, alone);
	bool rows_every_tool = plan->query->rows[0] == DIMENSION_ANY_TOOL;

	if (plan->query->row_count > 1)
		rows_every_tool |= plan->query->rows[1] == DIMENSION_ANY_TOOL;
	column->group = value.group;
	/* By every tool the parts are more than the whole. */
	if (rows_every_tool)
		column->additive = false;
	if (plan->query->column == DIMENSION_ANY_TOOL)
		column->sums_across = false;
	*vec_add(&columns->items) = value;
}

static void pivot_add_columns(const struct pivot_plan *plan, struct table *table,
	struct pivot_columns *columns)
{
	struct figure_of figures[FIGURES_MAX];
	size_t count = figures_of_query(plan->query, plan->context, true, figures);

	pivot_labels_add_columns(plan, table);
	columns->first = table->columns.count;
	for (size_t c = 0; c < plan->columns.count; c++)
		for (size_t f = 0; f < count; f++)
			add_figure(plan, table, columns,
				(struct value_column){figures[f], plan->columns.items[c].codes[0]},
				count == 1);
	count = figures_of_query(plan->query, plan->context, false, figures);
	for (size_t f = 0; f < count; f++)
		add_figure(plan, table, columns, (struct value_column){figures[f], -1}, false);
}

/* ---- cells --------------------------------------------------------------------------------- */

/* The teams there are in the unit of a row, or of the drill; -1 = not known. */
static int64_t teams_of_row(const struct pivot_plan *plan, const struct table_row *row)
{
	const struct unit_tree *const units = plan->context->units;
	int below = -1;

	if (!units || units->fiscal_year != plan->query->fiscal_year)
		return -1;
	for (enum dimension d = DIMENSION_DEPARTMENT; d <= DIMENSION_TEAM; d++) {
		int64_t code = plan->query->drill[d];

		for (size_t r = 0; r < plan->query->row_count; r++)
			if (plan->query->rows[r] == d && row->key[r] >= 0)
				code = row->key[r];
		if (code < 0)
			continue;
		below = code > 0 ? pivot_labels_unit(plan, d, (uint16_t)code) : -1;
		if (below < 0)
			return -1;
	}
	/* of a unit above the one that is asked for only what is in that one is shown */
	if (plan->context->below >= 0 &&
		(below < 0 || unit_tree_within(units, plan->context->below, below)))
		below = plan->context->below;
	return (int64_t)unit_tree_count(units, UNIT_TEAM, below);
}

/* What the same cell held the year before; false when that year is not known. */
static bool previous_sums(struct pivot_plan *plan, unsigned mask, const uint16_t *codes,
	struct cube_sums *sums, bool *known, int *previous_year, struct error *err)
{
	uint16_t shifted[CUBE_SLOTS] = {codes[0], codes[1], codes[2]};
	const bool by_year = plan->year_slot >= 0 && mask >> plan->year_slot & 1;
	struct cube_set *const set = plan->query->fiscal_year ? &plan->before : &plan->now;

	*previous_year = plan->query->fiscal_year - 1;
	*known = plan->query->fiscal_year ? plan->has_before : by_year;
	if (*known && by_year) {
		const struct dictionary *const years =
			&plan->facts->dictionary[DIMENSION_FISCAL_YEAR];
		const int year = (int)strtol(
			years->entries.items[codes[plan->year_slot]].code, NULL, 10);
		const int code = pivot_year_code(plan->facts, year - 1);

		*previous_year = year - 1;
		*known = plan->years[code];
		shifted[plan->year_slot] = (uint16_t)code;
	}
	if (!*known)
		return true;
	const struct cube *const cube = cube_set_get(set, mask, err);
	if (!cube)
		return false;
	*sums = cube_at(cube, shifted);
	return true;
}

static bool fill_cell(struct pivot_plan *plan, struct table *table, struct table_row *row,
	size_t column, struct value_column value, struct figure_input *input, struct error *err)
{
	unsigned mask = value.group >= 0 ? MASK_COLUMN : 0;
	uint16_t codes[CUBE_SLOTS] = {0};

	for (size_t r = 0; r < plan->query->row_count; r++)
		if (row->key[r] >= 0) {
			mask |= 1u << r;
			codes[r] = (uint16_t)row->key[r];
		}
	if (value.group >= 0)
		codes[SLOT_COLUMN] = (uint16_t)value.group;
	const struct cube *const cube = cube_set_get(&plan->now, mask, err);
	if (!cube)
		return false;
	input->sums = cube_at(cube, codes);

	int previous_year = 0;

	input->has_previous = false;
	if (value.figure.figure == FIGURE_CHANGE && !previous_sums(plan, mask, codes,
		&input->previous, &input->has_previous, &previous_year, err))
		return false;
	if (figures_by_year(value.figure) &&
		!pivot_years_sums(plan, mask, codes, previous_year, input, err))
		return false;
	if (figures_realises(value.figure.figure) &&
		!pivot_realisation_sums(plan, mask, codes, input, err))
		return false;
	if (figures_reduces(value.figure.figure) &&
		!pivot_reduction_sums(plan, mask, codes, input, err))
		return false;
	return figures_set(table, row, column, value.figure, input, err);
}

/* key: codes of the row dimensions, -1 where the row totals over them. */
static bool pivot_add_row(struct pivot_plan *plan, struct table *table,
	const struct pivot_columns *columns, enum row_kind kind, const int64_t key[2],
	struct error *err)
{
	const uint16_t whole[CUBE_SLOTS] = {0};
	struct table_row *const row = table_add_row(table, kind);
	const struct cube *const grand = cube_set_get(&plan->now, 0, err);

	if (!grand)
		return false;
	row->key[0] = key[0];
	row->key[1] = key[1];
	struct figure_input input = {
		.grand = cube_at(grand, whole),
		.teams_total = teams_of_row(plan, row),
	};
	pivot_labels_fill(plan, table, row);
	for (size_t v = 0; v < columns->items.count; v++)
		if (!fill_cell(plan, table, row, columns->first + v, columns->items.items[v],
			&input, err))
			return false;
	return true;
}

static bool add_rows(struct pivot_plan *plan, struct table *table,
	const struct pivot_columns *columns, struct error *err)
{
	const bool two = plan->query->row_count > 1;

	for (size_t r = 0; r < plan->rows.count; r++) {
		const uint16_t *const codes = plan->rows.items[r].codes;
		const int64_t key[2] = {codes[0], two ? codes[1] : -1};
		const int64_t section[2] = {codes[0], -1};
		const bool unclassified = !codes[0] || (two && !codes[1]);
		const bool last = r + 1 == plan->rows.count ||
			plan->rows.items[r + 1].codes[0] != codes[0];

		if (!pivot_add_row(plan, table, columns, unclassified ? ROW_UNCLASSIFIED : ROW_DATA,
			key, err))
			return false;
		if (two && last && !pivot_add_row(plan, table, columns, ROW_SUBTOTAL, section, err))
			return false;
	}
	return true;
}

/* ---- the table ----------------------------------------------------------------------------- */

static bool fill_table(struct pivot_plan *plan, struct table *table, struct error *err)
{
	struct pivot_columns columns = {0};
	const int64_t total[2] = {-1, -1};
	const int sort = plan->query->sort_column;
	bool done = pivot_keys_collect(plan, err);

	if (!done)
		return false;

	table->fiscal_year = plan->query->fiscal_year;
	table->stage = plan->query->stage;
	table->basis = plan->query->basis;
	/* where the years have one H it is theirs, whatever year was asked for */
	table->hours_per_person_year = plan->terms.count ? plan->terms.items[0].hours_per_person_year :
		plan->context->hours_per_person_year;
	for (size_t y = 0; y < plan->terms.count; y++) {
		/* that of all, where they do not differ: it need not be that of the year asked for */
		table->hours_per_person_year = plan->terms.items[y].hours_per_person_year;
		*vec_add(&table->years) = plan->terms.items[y];
	}
	table->body = arena_strdup(&table->arena, plan->context->body);
	table->has_figures = true;
	table->every_stage = plan->realises && !(plan->now.query.wants & CUBE_MINUTES);

	pivot_add_columns(plan, table, &columns);
	if (table->columns.count * plan->rows.count > TABLE_CELLS_MAX)
		done = error_set(err, ERROR_USAGE,
			_("This table would have %zu rows and %zu columns; choose other dimensions "
			  "or narrow the filter"), plan->rows.count, table->columns.count);
	done = done && add_rows(plan, table, &columns, err);
	if (done && sort >= 0 && (size_t)sort < table->columns.count)
		pivot_sort(table, (size_t)sort, plan->query->sort_descending);
	done = done && pivot_add_row(plan, table, &columns, ROW_TOTAL, total, err) &&
		pivot_notes_add(plan, table, err);
	if (done)
		table_note_rounding(table);
	vec_free(&columns.items);
	return done;
}

bool pivot_run(const struct facts *facts, const struct pivot_query *query,
	const struct pivot_context *context, struct table *table, struct error *err)
{
	struct pivot_plan plan;

	assert(context->hours_per_person_year > 0);
	*table = (struct table){0};
	if (query->row_count < 1 || query->row_count > PIVOT_ROWS_MAX)
		return error_set(err, ERROR_USAGE, _("A table has one or two row dimensions"));
	if (!query->measure_count)
		return error_set(err, ERROR_USAGE, _("A table needs at least one measure"));

	const bool two = query->row_count == 2;
	const bool first_twice = query->column == (int)query->rows[0] ||
		(two && query->rows[0] == query->rows[1]);
	const bool second_twice = two && query->column == (int)query->rows[1];

	if (first_twice || second_twice)
		return error_set(err, ERROR_USAGE,
			_("%s is asked for twice; choose another dimension for rows or columns"),
			_(dimensions[query->rows[first_twice ? 0 : 1]].label));

	char *const title = pivot_notes_title(query);
	table_init(table, "rollup", title);
	free(title);
	pivot_chart_describe(query, table);
	const bool done = plan_init(&plan, facts, query, context, err) &&
		fill_table(&plan, table, err);

	cube_set_free(&plan.now);
	cube_set_free(&plan.before);
	pivot_realisation_free(&plan);
	pivot_reduction_free(&plan);
	pivot_years_free(&plan);
	free(plan.years);
	vec_free(&plan.rows);
	vec_free(&plan.columns);

	if (!done)
		table_free(table);
	return done;
}
