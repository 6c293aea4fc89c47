/* Pivots over facts made by chance against a plain count, cell by cell. */
#include "config.h"

#include "rollup/pivot.h"

#include "facts_fixture.h"
#include "rollup/tieout.h"

enum { FACTS = 400, ROUNDS = 60 };

/* How many entries each dimension has; the second set makes cubes too large to be dense. */
static const int sizes[2][DIMENSION_COUNT] = {
	{3, 4, 9, 20, 8, 6, 6, 7, 5, 12, 2, 2},
	{3, 2100, 2100, 2100, 8, 6, 6, 7, 2100, 12, 2, 2},
};

static void make_raw(struct raw_fact *raw, const int *size, uint64_t *seed)
{
	*raw = (struct raw_fact){0};
	for (int d = 0; d < DIMENSION_COUNT; d++)
		raw->codes[d] = (uint16_t)(fixture_random(seed) % ((uint32_t)size[d] + 1));
	raw->codes[DIMENSION_FISCAL_YEAR] = (uint16_t)(1 + fixture_random(seed) % 3);
	/* Up to three different tools; the first is the primary one. */
	raw->tool_count = fixture_random(seed) % 4;
	for (size_t t = 0; t < raw->tool_count; t++)
		raw->tools[t] = (uint16_t)(1 + (raw->codes[DIMENSION_TOOL] + t) % 6);
	raw->codes[DIMENSION_TOOL] = raw->tool_count ? raw->tools[0] : 0;
	raw->flags = fixture_random(seed) % 5 ? FACT_COUNTED : FACT_DRAFT;
	raw->minutes = (int64_t)(fixture_random(seed) % 100000) - 20000;
	raw->cost = (int64_t)(fixture_random(seed) % 1000000);
}

static void make_dictionaries(struct facts *facts, const int *size)
{
	facts_init(facts);
	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (d != DIMENSION_ANY_TOOL)
			fixture_entries(facts, (enum dimension)d, size[d]);
}

/* How often the fact counts in the cell whose code of a dimension is wanted (-1 = any). */
static bool has_code(const struct raw_fact *raw, int dimension, int64_t wanted)
{
	if (wanted < 0 || dimension < 0)
		return true;
	if (dimension != DIMENSION_ANY_TOOL)
		return raw->codes[dimension] == wanted;
	for (size_t t = 0; t < raw->tool_count; t++)
		if (raw->tools[t] == wanted)
			return true;
	return wanted == 0 && raw->tool_count == 0;
}

struct naive {
	int64_t projects, minutes, cost, teams;
};

static struct naive count_cell(const struct raw_fact *raws, const struct pivot_query *query,
	int64_t first, int64_t second, int64_t column, int year)
{
	struct naive sums = {0};
	bool *const seen = xcalloc(UINT16_MAX + 1, sizeof *seen);

	for (size_t f = 0; f < FACTS; f++) {
		const struct raw_fact *const raw = &raws[f];
		bool in = raw->flags == FACT_COUNTED && has_code(raw, (int)query->rows[0], first) &&
			has_code(raw, query->row_count > 1 ? (int)query->rows[1] : -1, second) &&
			has_code(raw, query->column, column);

		if (year)
			in = in && raw->codes[DIMENSION_FISCAL_YEAR] == year - 2024;
		for (int d = 0; d < DIMENSION_COUNT; d++)
			in = in && has_code(raw, d, query->drill[d]);
		if (!in)
			continue;
		sums.projects++;
		sums.minutes += raw->minutes;
		sums.cost += raw->cost;
		sums.teams += raw->codes[DIMENSION_TEAM] && !seen[raw->codes[DIMENSION_TEAM]];
		seen[raw->codes[DIMENSION_TEAM]] = true;
	}
	free(seen);
	return sums;
}

static void assert_cell(const struct table *table, size_t row, size_t column,
	const struct raw_fact *raws, const struct pivot_query *query)
{
	const struct table_column *const info = &table->columns.items[column];
	const struct table_cell *const cell = &table->rows.items[row].cells[column];
	const int64_t *const key = table->rows.items[row].key;
	const char *const mark = strrchr(info->id, ':');
	const char *const id = mark ? mark + 1 : info->id;
	const struct naive sums = count_cell(raws, query, key[0], key[1], info->group,
		query->fiscal_year);

	if (info->type == COLUMN_CODE || info->type == COLUMN_TEXT)
		return;
	assert_int_equal(cell->kind, CELL_NUMBER);
	if (strcmp(id, "projects") == 0)
		assert_int_equal(cell->number, sums.projects);
	else if (strcmp(id, "hours") == 0)
		assert_int_equal(cell->number, sums.minutes);
	else if (strcmp(id, "cost") == 0)
		assert_int_equal(cell->number, sums.cost);
	else if (strcmp(id, "teams") == 0)
		assert_int_equal(cell->number, sums.teams);
	else if (strcmp(id, "projects_change") == 0)
		assert_int_equal(cell->number, sums.projects - count_cell(raws, query, key[0],
			key[1], info->group, query->fiscal_year - 1).projects);
	else if (strcmp(id, "cost_change") == 0)
		assert_int_equal(cell->number, sums.cost - count_cell(raws, query, key[0],
			key[1], info->group, query->fiscal_year - 1).cost);
	else if (strcmp(id, "hours_change") == 0)
		assert_int_equal(cell->number, sums.minutes - count_cell(raws, query, key[0],
			key[1], info->group, query->fiscal_year - 1).minutes);
	else
		assert_string_equal(id, "teams_change");
}

static void make_query(struct pivot_query *query, const int *size, uint64_t *seed)
{
	/* A change is that of the measure before it, or of hours. */
	static const enum measure all[][5] = {
		{MEASURE_PROJECTS, MEASURE_HOURS, MEASURE_COST, MEASURE_TEAMS, MEASURE_CHANGE},
		{MEASURE_CHANGE, MEASURE_PROJECTS, MEASURE_CHANGE, MEASURE_COST, MEASURE_CHANGE},
	};

	pivot_query_init(query);
	query->rows[0] = (enum dimension)(1 + fixture_random(seed) % (DIMENSION_COUNT - 1));
	query->row_count = 1 + fixture_random(seed) % 2;
	query->rows[1] = (enum dimension)(1 + fixture_random(seed) % (DIMENSION_COUNT - 1));
	if (query->rows[1] == query->rows[0])
		query->row_count = 1;
	if (fixture_random(seed) % 2)
		query->column = DIMENSION_PROBLEM_TYPE;
	if (query->column == (int)query->rows[0] ||
		(query->row_count > 1 && query->column == (int)query->rows[1]))
		query->column = -1;
	query->fiscal_year = fixture_random(seed) % 3 ? 2026 : 0;
	/* Without a year there is nothing to compare with. */
	query->measure_count = 1 + fixture_random(seed) % (query->fiscal_year ? 5 : 4);
	memcpy(query->measures, all[query->fiscal_year ? fixture_random(seed) % 2 : 0],
		query->measure_count * sizeof all[0][0]);
	if (fixture_random(seed) % 3 == 0) {
		const uint32_t d = fixture_random(seed) % DIMENSION_COUNT;

		query->drill[d] = fixture_random(seed) % ((uint32_t)size[d] + 1);
	}
}

static void every_cell_is_what_a_plain_count_says(void **state)
{
	static struct raw_fact raws[FACTS];
	struct error err = {0};

	(void)state;
	for (uint64_t round = 0; round < ROUNDS; round++) {
		const int *const size = sizes[round % 3 == 2];
		uint64_t seed = 20251120 + round;
		struct facts facts = {0};
		struct pivot_query query;
		struct table table;

		make_dictionaries(&facts, size);
		for (size_t f = 0; f < FACTS; f++) {
			make_raw(&raws[f], size, &seed);
			fixture_add(&facts, &raws[f]);
		}
		make_query(&query, size, &seed);
		assert_true(pivot_run(&facts, &query, &fixture_context, &table, &err));
		/* Of large tables some forty rows spread from the total upwards. */
		const size_t rows = table.rows.count, step = 1 + rows / 40;
		for (size_t back = 1; back <= rows; back += step)
			for (size_t c = 0; c < table.columns.count; c++)
				assert_cell(&table, rows - back, c, raws, &query);
		if (!tieout_check(&table, NULL, &err))
			fail_msg("round %d: %s", (int)round, err.message);
		table_free(&table);
		facts_free(&facts);
	}
}

/* Rows of several years with a row for what vanished: every change, and all that comes of each year's own
 * H and rate, against a plain count. */
static void years_beside_each_other_add_up(void **state)
{
	static const enum measure wanted[] = {MEASURE_PROJECTS, MEASURE_CHANGE, MEASURE_HOURS,
		MEASURE_CHANGE, MEASURE_PERSON_YEARS, MEASURE_LABOUR_VALUE};
	static const struct year_terms years[] = {{2025, 1860, 3501}, {2026, 1000, 4001},
		{2027, 1733, 2999}};
	static struct raw_fact raws[FACTS];
	struct pivot_context context = fixture_context;
	struct error err = {0};

	(void)state;
	context.years = years;
	context.year_count = 3;
	for (uint64_t round = 0; round < ROUNDS; round++) {
		uint64_t seed = 20251201 + round;
		const bool outside = round % 2;
		struct facts facts = {0};
		struct pivot_query query;
		struct table table;

		make_dictionaries(&facts, sizes[0]);
		for (size_t f = 0; f < FACTS / 4; f++) {
			make_raw(&raws[f], sizes[0], &seed);
			fixture_add(&facts, &raws[f]);
		}
		for (size_t f = FACTS / 4; f < FACTS; f++)
			raws[f] = (struct raw_fact){0};
		pivot_query_init(&query);
		query.row_count = 2;
		query.rows[outside] = DIMENSION_FISCAL_YEAR;
		query.rows[!outside] = round % 4 < 2 ? DIMENSION_TEAM : DIMENSION_STATUS;
		memcpy(query.measures, wanted, sizeof wanted);
		query.measure_count = sizeof wanted / sizeof wanted[0];
		assert_true(pivot_run(&facts, &query, &context, &table, &err));
		if (!tieout_check(&table, NULL, &err))
			fail_msg("round %d: %s", (int)round, err.message);
		for (size_t r = 0; r < table.rows.count; r++) {
			const int64_t *const key = table.rows.items[r].key;
			const int64_t row_year = key[outside];
			int64_t minutes[3];

			for (int y = 0; y < 3; y++)
				minutes[y] = row_year >= 0 && row_year != y + 1 ? 0 : count_cell(raws,
					&query, outside ? key[0] : y + 1,
					outside ? y + 1 : key[1], -1, 0).minutes;

			int64_t yen, tenths = year_terms_person_years(years, 3, minutes, 1);
			const int at = table_column_index(&table, "person_years");

			assert_true(year_terms_value(years, 3, minutes, &yen));
			assert_int_equal(table_cell_number(&table, r, (size_t)at, NULL), tenths);
			assert_int_equal(fixture_number(&table, r, "labour_value"), yen);
			if (row_year <= 1)
				continue;
			assert_int_equal(fixture_number(&table, r, "hours_change"),
				minutes[row_year - 1] - count_cell(raws, &query,
				outside ? key[0] : row_year - 1, outside ? row_year - 1 : key[1],
				-1, 0).minutes);
		}
		table_free(&table);
		facts_free(&facts);
	}
}

static void assert_same_table(const struct table *a, const struct table *b)
{
	assert_int_equal(a->rows.count, b->rows.count);
	assert_int_equal(a->columns.count, b->columns.count);
	for (size_t r = 0; r < a->rows.count; r++)
		for (size_t c = 0; c < a->columns.count; c++) {
			const struct table_cell *const left = &a->rows.items[r].cells[c];
			const struct table_cell *const right = &b->rows.items[r].cells[c];

			assert_int_equal(left->kind, right->kind);
			if (left->kind == CELL_NUMBER)
				assert_int_equal(left->number, right->number);
		}
}

static void the_order_of_projects_does_not_matter(void **state)
{
	static struct raw_fact raws[FACTS];

	(void)state;
	for (uint64_t round = 0; round < 12; round++) {
		const int *const size = sizes[round % 3 == 2];
		uint64_t seed = 7 + round;
		struct facts one = {0}, other = {0};
		struct table first, second;
		struct pivot_query query;

		make_dictionaries(&one, size);
		make_dictionaries(&other, size);
		for (size_t f = 0; f < FACTS; f++) {
			make_raw(&raws[f], size, &seed);
			fixture_add(&one, &raws[f]);
		}
		for (size_t f = FACTS; f > 0; f--) {
			const size_t with = fixture_random(&seed) % f;
			const struct raw_fact moved = raws[with];

			raws[with] = raws[f - 1];
			raws[f - 1] = moved;
			fixture_add(&other, &moved);
		}
		make_query(&query, size, &seed);
		assert_true(pivot_run(&one, &query, &fixture_context, &first, NULL));
		assert_true(pivot_run(&other, &query, &fixture_context, &second, NULL));
		assert_same_table(&first, &second);
		table_free(&first);
		table_free(&second);
		facts_free(&one);
		facts_free(&other);
	}
}

/* Projects and minutes of the row and pivot column, 0 where the table has none. */
static int64_t figure_of(const struct table *table, const struct table_row *like,
	const char *column)
{
	const struct table_row *const row = fixture_row(table, like->key[0], like->key[1],
		like->kind == ROW_UNCLASSIFIED ? ROW_DATA : like->kind);
	const int at = table_column_index(table, column);

	return row && at >= 0 ? row->cells[at].number : 0;
}

static void parts_run_apart_add_up(void **state)
{
	(void)state;
	for (uint64_t round = 0; round < 12; round++) {
		const int *const size = sizes[0];
		uint64_t seed = 99 + round;
		struct facts facts[3] = {0};
		struct table tables[3];
		struct pivot_query query;
		struct raw_fact raw;

		for (size_t t = 0; t < 3; t++)
			make_dictionaries(&facts[t], size);
		for (size_t f = 0; f < FACTS; f++) {
			make_raw(&raw, size, &seed);
			fixture_add(&facts[0], &raw);
			fixture_add(&facts[1 + fixture_random(&seed) % 2], &raw);
		}
		make_query(&query, size, &seed);
		query.measure_count = 2;
		for (size_t t = 0; t < 3; t++)
			assert_true(pivot_run(&facts[t], &query, &fixture_context, &tables[t], NULL));
		for (size_t r = 0; r < tables[0].rows.count; r++)
			for (size_t c = 0; c < tables[0].columns.count; c++) {
				const struct table_row *const row = &tables[0].rows.items[r];
				const char *const id = tables[0].columns.items[c].id;

				if (row->cells[c].kind == CELL_NUMBER)
					assert_int_equal(row->cells[c].number,
						figure_of(&tables[1], row, id) +
						figure_of(&tables[2], row, id));
			}
		for (size_t t = 0; t < 3; t++) {
			table_free(&tables[t]);
			facts_free(&facts[t]);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_cell_is_what_a_plain_count_says),
		cmocka_unit_test(years_beside_each_other_add_up),
		cmocka_unit_test(the_order_of_projects_does_not_matter),
		cmocka_unit_test(parts_run_apart_add_up),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
