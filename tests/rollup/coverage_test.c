#include "config.h"

#include "rollup/coverage.h"

#include "rollup/reminders.h"
#include "rollup/tieout.h"
#include "year_fixture.h"

/* T1 has done all, T2 half of it, T3 has only drafts, T4 is registered, T5 has nothing that counts. */
static const struct year_project projects[] = {
	{"T1", STATUS_COMPLETED, 1, 600, 500, false, false},
	{"T2", STATUS_REPORTED, 1, 60, 0, false, false},
	{"T2", STATUS_RUNNING, 2, 60, 0, false, false},
	{"T3", STATUS_DRAFT, 0, 60, 0, false, false},
	{"T3", STATUS_RETURNED, 0, 60, 0, false, false},
	{"T4", STATUS_SUBMITTED, 1, 60, 0, false, false},
	{"T5", STATUS_RUNNING, 1, 60, 0, true, false},
	{"T5", STATUS_CANCELLED, 1, 60, 0, false, false},
	{"T5", STATUS_COMPLETED, 1, 60, 60, false, true},
	{"", STATUS_APPROVED, 1, 60, 0, false, false},
};

static const struct coverage_filter everything = {-1, -1, "見本県"};

struct world {
	struct unit_tree tree;
	struct facts facts;
	struct coverage coverage;
};

static struct world *set_up(void)
{
	static struct world world;

	world = (struct world){.tree = year_tree()};
	year_facts(&world.facts, &world.tree);
	for (size_t p = 0; p < sizeof projects / sizeof projects[0]; p++)
		year_add(&world.facts, &world.tree, &projects[p]);
	assert_true(coverage_count(&world.facts, &world.tree, &world.coverage, NULL));
	return &world;
}

static void tear_down(struct world *world)
{
	coverage_free(&world->coverage);
	facts_free(&world->facts);
	unit_tree_free(&world->tree);
}

static void every_team_stands_on_the_board(void **state)
{
	static const struct {
		const char *team, *projects, *drafts, *registered, *interim, *actual;
	} rows[] = {
		{"相談班", "1", "0", "済", "済", "済"},
		{"手当班", "2", "0", "済", "一部 1/2", "未"},
		{"計画班", "0", "2", "未", "未", "未"},
		{"維持班", "1", "0", "済", "未", "未"},
		{"審査班", "0", "0", "未", "未", "未"},
	};
	struct world *const world = set_up();
	struct table table;
	(void)state;

	coverage_board(&world->coverage, &everything, &table);
	assert_int_equal(table.rows.count, 6);
	for (size_t r = 0; r < 5; r++) {
		year_assert(&table, r, "team", rows[r].team);
		year_assert(&table, r, "projects", rows[r].projects);
		year_assert(&table, r, "drafts", rows[r].drafts);
		year_assert(&table, r, "registered", rows[r].registered);
		year_assert(&table, r, "interim", rows[r].interim);
		year_assert(&table, r, "actual", rows[r].actual);
	}
	year_assert(&table, 5, "department", "合計");
	year_assert(&table, 5, "projects", "4");
	year_assert(&table, 5, "interim_reports", "2");
	year_assert(&table, 5, "actual_results", "1");
	year_assert(&table, 5, "registered", "5班中3班");
	year_assert(&table, 5, "interim", "5班中2班（うち一部1班）");
	year_assert(&table, 0, "department", "福祉保健部");
	year_assert(&table, 0, "section_code", "S1");
	year_assert(&table, 4, "department", ""); /* 会計課 has none */
	assert_true(tieout_check(&table, NULL, NULL));
	assert_true(table_has_note(&table, NOTE_UNCLASSIFIED));
	assert_string_equal(table.notes.items[0].machine, "unclassified:team=1");
	table_free(&table);
	tear_down(world);
}

static void the_board_is_filtered(void **state)
{
	struct world *const world = set_up();
	const struct coverage_filter owing = {
		unit_tree_find(&world->tree, "D1"), COVERAGE_INTERIM, NULL};
	struct table table;
	(void)state;

	coverage_board(&world->coverage, &owing, &table);
	assert_int_equal(table.rows.count, 3);
	year_assert(&table, 0, "team", "手当班");
	year_assert(&table, 1, "team", "計画班");
	year_assert(&table, 2, "projects", "2");
	table_free(&table);
	tear_down(world);
}

static void rates_count_teams_with_at_least_one(void **state)
{
	struct world *const world = set_up();
	struct table table;
	(void)state;

	coverage_table(&world->coverage, UNIT_SECTION, -1, "見本県", &table);
	assert_int_equal(table.rows.count, 5);
	year_assert(&table, 0, "section", "児童課");
	year_assert(&table, 0, "teams", "2");
	year_assert(&table, 0, "registered_rate", "100.0");
	year_assert(&table, 0, "interim_rate", "100.0");
	year_assert(&table, 0, "actual_rate", "50.0");
	year_assert(&table, 1, "registered_rate", "0.0");
	year_assert(&table, 4, "teams", "5");
	year_assert(&table, 4, "teams_registered", "3");
	year_assert(&table, 4, "registered_rate", "60.0");
	year_assert(&table, 4, "interim_rate", "40.0");
	year_assert(&table, 4, "actual_rate", "20.0");
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);

	/* by department the 会計課 stands apart, so that the rows sum */
	coverage_table(&world->coverage, UNIT_DEPARTMENT, -1, "見本県", &table);
	assert_int_equal(table.rows.count, 4);
	year_assert(&table, 2, "department", "なし");
	year_assert(&table, 2, "teams", "1");
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
	coverage_table(&world->coverage, UNIT_SECTION, unit_tree_find(&world->tree, "D2"), NULL,
		&table);
	assert_int_equal(table.rows.count, 2);
	year_assert(&table, 1, "teams", "1");
	table_free(&table);
	tear_down(world);
}

static void reminders_name_who_is_late_for_what(void **state)
{
	static const struct section_record sections[] = {
		{"S2", "高橋", "佐藤", 0, -1}, {"S1", "伊藤", "鈴木", 0, -1}};
	static const struct {
		const char *team, *missing, *days, *projects, *leader;
	} rows[] = {
		{"計画班", "登録", "△204", "", "佐藤"},
		{"審査班", "登録", "△204", "", ""},
		{"手当班", "中間報告", "5", "1", "鈴木"},
		{"維持班", "中間報告", "5", "1", ""},
	};
	struct world *const world = set_up();
	struct reminders_due due = {
		.due = {{2025, 4, 30}, {2025, 11, 25}, {2026, 3, 31}},
		.today = {2025, 11, 20},
		.days_ahead = 5,
	};
	struct table table;
	(void)state;

	reminders_table(&world->coverage, &due, &everything, sections, 2, &table);
	assert_int_equal(table.rows.count, 4);
	for (size_t r = 0; r < 4; r++) {
		year_assert(&table, r, "team", rows[r].team);
		year_assert(&table, r, "missing", rows[r].missing);
		year_assert(&table, r, "days_left", rows[r].days);
		year_assert(&table, r, "projects_missing", rows[r].projects);
		year_assert(&table, r, "leader", rows[r].leader);
	}
	year_assert(&table, 0, "drafts", "2");
	year_assert(&table, 2, "due_on", "2025-11-25");
	table_free(&table);

	/* nothing is due but what has a date, and not before its time */
	due.days_ahead = 4;
	due.due[COVERAGE_REGISTERED].year = 0;
	reminders_table(&world->coverage, &due, &everything, NULL, 0, &table);
	assert_int_equal(table.rows.count, 0);
	table_free(&table);
	tear_down(world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_team_stands_on_the_board),
		cmocka_unit_test(the_board_is_filtered),
		cmocka_unit_test(rates_count_teams_with_at_least_one),
		cmocka_unit_test(reminders_name_who_is_late_for_what),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
