/* Pivots over facts loaded from a database against what plain SQL says of the same rows. */
#include "config.h"

#include "rollup/pivot.h"

#include "../store/store_fixture.h"
#include "facts_fixture.h"
#include "rollup/tieout.h"
#include "store/facts_store.h"

enum { PROJECTS = 600 };

/* How SQL names a dimension; those whose codes are no plain column are left to other suites. */
static const struct {
	enum dimension dimension;
	const char *sql;
} columns[] = {
	{DIMENSION_DEPARTMENT, "department_code"},
	{DIMENSION_SECTION, "section_code"},
	{DIMENSION_TEAM, "team_code"},
	{DIMENSION_PROBLEM_TYPE, "problem_type"},
	{DIMENSION_TOOL, "substr(tools, 1, instr(tools || ',', ',') - 1)"},
	{DIMENSION_STATUS, "status"},
	/* The same name in two sections is two people. */
	{DIMENSION_LEADER, "CASE WHEN leader = '' THEN '' ELSE section_code || '/' || leader END"},
};
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static const char counts[] =
	"status NOT IN ('draft', 'returned', 'cancelled') AND exclusion <> 'confirmed'";

static const char *pick(const char *const *texts, size_t count, uint64_t *seed)
{
	return texts[fixture_random(seed) % count];
}

static void insert_projects(struct store *store, uint64_t seed)
{
	static const char *const units[][3] = {{"D1", "S11", "T111"}, {"D1", "S11", "T112"},
		{"D1", "S12", "T121"}, {"D2", "S21", "T211"}, {"D2", "S21", "T212"}, {"", "", ""}};
	static const char *const types[] = {"", "1", "2", "3", "8"};
	static const char *const tools[] = {"", "kintone", "genai", "genai,kintone",
		"rpa,genai,kintone"};
	static const char *const statuses[] = {"draft", "submitted", "approved", "running",
		"reported", "completed", "returned", "cancelled"};
	static const char *const exclusions[] = {"none", "none", "flagged", "cleared", "confirmed"};
	static const char *const leaders[] = {"", "大分 花子", "別府 太郎"};
	struct error err = {0};

	assert_true(store_begin(store, "tester", "import", NULL, &err));
	struct db_statement *const insert = db_prepare(store_db(store),
		"INSERT INTO project (uuid, fiscal_year, number, department_code, section_code, "
		"team_code, problem_type, tools, status, exclusion, leader, has_estimate, "
		"estimate_in_year) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 1, ?12)",
		&err);
	assert_non_null(insert);
	for (int p = 1; p <= PROJECTS; p++) {
		char uuid[37];
		const char *const *const unit = units[fixture_random(&seed) % 6];

		snprintf(uuid, sizeof uuid, "00000000-0000-4000-8000-%012d", p);
		db_bind_text(insert, 1, uuid);
		db_bind_int(insert, 2, 2024 + fixture_random(&seed) % 2);
		db_bind_int(insert, 3, p);
		for (int u = 0; u < 3; u++)
			db_bind_text(insert, 4 + u, unit[u]);
		db_bind_text(insert, 7, pick(types, 5, &seed));
		db_bind_text(insert, 8, pick(tools, 5, &seed));
		db_bind_text(insert, 9, pick(statuses, 8, &seed));
		db_bind_text(insert, 10, pick(exclusions, 5, &seed));
		db_bind_text(insert, 11, pick(leaders, 3, &seed));
		db_bind_int(insert, 12, (int64_t)(fixture_random(&seed) % 9000) - 1000);
		if (!db_execute(insert, &err))
			fail_msg("%s (%s)", err.message, err.detail);
	}
	db_finish(insert);
	assert_true(store_commit(store, &err));
}

/* The facts' code of a text that SQL gives; one that is not known fails. */
static int64_t code_of(const struct facts *facts, enum dimension dimension, const char *text)
{
	const uint16_t code = facts_find(facts, dimension, text);

	if (*text && !code)
		fail_msg("%s has no entry “%s”", dimensions[dimension].id, text);
	return code;
}

static size_t data_rows(const struct table *table)
{
	size_t count = 0;

	for (size_t r = 0; r < table->rows.count; r++)
		count += table->rows.items[r].kind == ROW_DATA ||
			table->rows.items[r].kind == ROW_UNCLASSIFIED;
	return count;
}

static int64_t cell(const struct table *table, const struct table_row *row, const char *column)
{
	return row->cells[table_column_index(table, column)].number;
}

static void compare(struct store *store, const struct facts *facts, size_t first, size_t second)
{
	struct pivot_query query;
	struct table table;
	struct error err = {0};
	size_t groups = 0;

	pivot_query_init(&query);
	query.fiscal_year = 2025;
	query.rows[0] = columns[first].dimension;
	query.rows[1] = columns[second].dimension;
	query.row_count = first == second ? 1 : 2;
	query.measures[query.measure_count++] = MEASURE_TEAMS;
	if (!pivot_run(facts, &query, &fixture_context, &table, &err) ||
		!tieout_check(&table, NULL, &err))
		fail_msg("%s", err.message);
	char *const sql = xasprintf("SELECT %s, %s, count(*), sum(estimate_in_year), "
		"count(DISTINCT nullif(team_code, '')) FROM project "
		"WHERE fiscal_year = 2025 AND %s GROUP BY 1, 2",
		columns[first].sql, columns[second].sql, counts);
	struct db_statement *const select = db_prepare(store_db(store), sql, &err);
	assert_non_null(select);
	while (db_step(select, &err) == DB_ROW) {
		const int64_t a = code_of(facts, query.rows[0], db_column_text(select, 0));
		const int64_t b = code_of(facts, query.rows[1], db_column_text(select, 1));
		const struct table_row *const row =
			fixture_row(&table, a, first == second ? -1 : b, ROW_DATA);

		assert_non_null(row);
		assert_int_equal(cell(&table, row, "projects"), db_column_int(select, 2));
		assert_int_equal(cell(&table, row, "hours"), db_column_int(select, 3));
		assert_int_equal(cell(&table, row, "teams"), db_column_int(select, 4));
		groups++;
	}
	assert_int_equal(groups, data_rows(&table));
	db_finish(select);
	free(sql);
	table_free(&table);
}

static void pivots_say_what_sql_says(void **state)
{
	struct store_fixture *const fixture = *state;

	for (uint64_t seed = 1; seed <= 3; seed++) {
		struct facts facts = {0};
		struct error err = {0};

		if (seed > 1)
			assert_true(db_run(store_db(fixture->store), "DELETE FROM project", &err));
		insert_projects(fixture->store, seed);
		if (!facts_store_load(fixture->store, 2024, 2025, NULL, &facts, &err))
			fail_msg("%s (%s)", err.message, err.detail);
		assert_int_equal(facts.count, PROJECTS);
		for (size_t a = 0; a < COLUMNS; a++)
			for (size_t b = 0; b < COLUMNS; b++)
				compare(fixture->store, &facts, a, b);
		facts_free(&facts);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pivots_say_what_sql_says, store_fixture_setup,
			store_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
