/* Whatever rule of the tables is broken, people read their own words and not the database's. */
#include "config.h"

#include "store/column_names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/mem.h"
#include "base/vec.h"
#include "store_fixture.h"

struct column {
	char *table, *name;
};
struct columns {
	VEC(struct column) items;
};

static void take(const char *table, const char *name, void *data)
{
	struct columns *columns = data;

	*vec_add(&columns->items) = (struct column){xstrdup(table), xstrdup(name)};
}

/* Runs it, and looks at what is said where it is refused; true when it was. */
static bool refused(struct db *db, char *sql)
{
	static const char *const raw[] = {"constraint", "failed", "UNIQUE", "CHECK", "INSERT", "UPDATE", "SELECT",
		"cannot store", "_", NULL};
	struct error err = {0};

	assert_true(db_begin(db, NULL));
	const bool done = db_run(db, sql, &err);
	db_rollback(db);
	for (size_t i = 0; !done && raw[i]; i++)
		if (strstr(err.message, raw[i]) || strstr(err.detail, raw[i]))
			fail_msg("%s: %s (%s)", sql, err.message, err.detail);
	if (!done)
		assert_true(*err.message);
	free(sql);
	return !done;
}

static void every_rule_of_every_table(void **state)
{
	static const char *const wrong[] = {"NULL", "'x'", "-1", "''", "5000000000", "x'00'"};
	struct store_fixture *fixture = *state;
	struct db *db = store_db(fixture->store);
	struct columns columns = {0};
	size_t count = 0;

	store_fixture_add(fixture->store, "甲", "T111", 1);
	store_fixture_add(fixture->store, "乙", "T111", 1);
	assert_true(db_each_column(db, take, &columns, NULL));
	assert_true(columns.items.count > 100);
	for (size_t c = 0; c < columns.items.count; c++) {
		const char *const table = columns.items.items[c].table;
		const char *const name = columns.items.items[c].name;

		if (strncmp(table, "sqlite_", 7) == 0)
			continue;
		count += refused(db, xasprintf("INSERT INTO %s DEFAULT VALUES", table));
		count += refused(db, xasprintf("INSERT INTO %s SELECT * FROM %s", table, table));
		for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
			count += refused(db, xasprintf("INSERT INTO %s (%s) VALUES (%s)", table, name,
				wrong[w]));
			count += refused(db, xasprintf("UPDATE %s SET %s = %s", table, name, wrong[w]));
		}
	}
	assert_true(count > 500);
	for (size_t c = 0; c < columns.items.count; c++) {
		free(columns.items.items[c].table);
		free(columns.items.items[c].name);
	}
	vec_free(&columns.items);
}

/* How it reads: what, and which of its fields. */
static void what_is_refused_is_named(void **state)
{
	static const struct {
		const char *sql, *message;
	} cases[] = {
		{"UPDATE project SET number = 1", "取組：同じ「年度、番号」のものがすでにあるため、何も保存していません。"},
		{"UPDATE project SET title = NULL", "取組：「取組名」が空のため、何も保存していません。"},
		{"UPDATE project SET running_cost = -1", "取組：「運用経費（円）」の値は保存できないため、何も保存していません。"},
		{"UPDATE effect_line SET before_cases = 'x'",
			"削減効果の行：「取組前の件数」の値は保存できないため、何も保存していません。"},
		{"UPDATE effect_line SET before_cases = -1",
			"削減効果の行：「取組前の件数」の値は保存できないため、何も保存していません。"},
		{"UPDATE effect_line SET project_id = 99 WHERE project_id = 1",
			"参照先がないか、ほかから参照されているため、何も保存していません。"},
	};
	struct store_fixture *fixture = *state;

	store_fixture_add(fixture->store, "甲", "T111", 1);
	store_fixture_add(fixture->store, "乙", "T111", 1);
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};

		assert_false(db_run(store_db(fixture->store), cases[i].sql, &err));
		assert_string_equal(err.message, cases[i].message);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_rule_of_every_table, store_fixture_setup,
			store_fixture_teardown),
		cmocka_unit_test_setup_teardown(what_is_refused_is_named, store_fixture_setup,
			store_fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
