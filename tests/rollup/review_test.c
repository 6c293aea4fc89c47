#include "config.h"

#include "rollup/review.h"

#include "rollup/tieout.h"
#include "year_fixture.h"

/* Minutes are worked out by hand below; 1 人役 = 1,860 h = 111,600 minutes. */
static const struct year_project projects[] = {
	{"T1", STATUS_COMPLETED, 1, 60000, 48000, false, false},
	{"T1", STATUS_RUNNING, 2, 90, 0, false, false},
	{"T2", STATUS_REPORTED, 2, 30, 0, false, false},
	{"T3", STATUS_APPROVED, 0, 600, 0, false, false},
	{"T3", STATUS_DRAFT, 1, 6000, 0, false, false},
	{"T4", STATUS_RUNNING, 1, 6000, 0, true, false},
	{"T4", STATUS_COMPLETED, 1, 6000, 6000, false, true},
	{"T5", STATUS_COMPLETED, 1, 120, 180, false, false},
	{"", STATUS_RUNNING, 1, 45, 0, false, false},
};

static const struct section_record sections[] = {
	{"S3", "土井", NULL, -1, 0},
	{"S1", "児玉", "佐藤→鈴木", 3, 60000},
	{"S4", "会田", "計良", 2, 360},
};

struct world {
	struct unit_tree tree;
	struct facts facts;
	struct pivot_context context;
	struct review_query query;
};

static struct world *set_up(void)
{
	static struct world world;

	world = (struct world){.tree = year_tree()};
	year_facts(&world.facts, &world.tree);
	for (size_t p = 0; p < sizeof projects / sizeof projects[0]; p++)
		year_add(&world.facts, &world.tree, &projects[p]);
	world.context = fixture_context;
	world.context.units = &world.tree;
	world.query = (struct review_query){HALF_NONE, BASIS_IN_YEAR, STAGE_ACTUAL, -1, sections,
		sizeof sections / sizeof sections[0]};
	return &world;
}

static void tear_down(struct world *world)
{
	facts_free(&world->facts);
	unit_tree_free(&world->tree);
}

static void the_whole_year_has_a_row_for_every_section(void **state)
{
	static const char *const columns[] = {"section", "section_head", "teams",
		"teams_with_project", "team_rate", "projects", "estimate_hours", "actual_hours",
		"person_years", "leader", "training_units", "interim_reports", "target_hours",
		"attainment"};
	static const char *const rows[][14] = {
		/* 60,120 minutes = 1,002 h; 48,000 = 800 h = 0.43 人役 = 80 % of 60,000 */
		{"児童課", "児玉", "2", "2", "100.0", "3", "1,002", "800", "0.4", "佐藤→鈴木", "3", "2",
			"1,000", "80.0"},
		{"高齢課", "", "1", "1", "100.0", "1", "10", "0", "0.0", "", "", "0", "", ""},
		{"道路課", "土井", "1", "0", "0.0", "0", "0", "0", "0.0", "", "", "0", "0", ""},
		{"会計課", "会田", "1", "1", "100.0", "1", "2", "3", "0.0", "計良", "2", "1", "6",
			"50.0"},
		{"", "", "0", "0", "", "1", "1", "0", "0.0", "", "", "0", "", ""},
		/* 60,885 minutes = 1,014.75 h; 48,180 = 803 h; of 60,360: 79.82 % */
		{"", "", "5", "4", "80.0", "6", "1,015", "803", "0.4", "", "5", "3", "1,006",
			"79.8"},
	};
	struct world *const world = set_up();
	struct table table;
	(void)state;

	assert_true(review_run(&world->facts, &world->context, &world->query, &table, NULL));
	assert_string_equal(table.id, "review");
	assert_int_equal(table.rows.count, 6);
	for (size_t r = 0; r < 6; r++)
		for (size_t c = 0; c < 14; c++)
			year_assert(&table, r, columns[c], rows[r][c]);
	year_assert(&table, 0, "department", "福祉保健部");
	year_assert(&table, 4, "department", "なし");
	assert_true(tieout_check(&table, &(struct tieout_expected){.projects = 6,
		.minutes = 48180, .has_minutes = true}, NULL));
	assert_int_equal(table.notes.count, 0);
	table_free(&table);
	tear_down(world);
}

static void halves_have_the_projects_that_start_in_them(void **state)
{
	static const struct {
		enum half half;
		const char *id, *projects, *estimate, *teams;
	} halves[] = {
		/* 60,000 + 120 + 45 = 60,165 = 1,002.75 h; 90 + 30 = 2 h */
		{HALF_FIRST, "review-first-half", "3", "1,003", "2"},
		{HALF_SECOND, "review-second-half", "2", "2", "2"},
	};
	struct world *const world = set_up();
	struct table table;
	(void)state;

	world->query.stage = STAGE_ESTIMATE;
	for (size_t h = 0; h < 2; h++) {
		world->query.half = halves[h].half;
		assert_true(review_run(&world->facts, &world->context, &world->query, &table,
			NULL));
		const size_t total = table.rows.count - 1;
		assert_string_equal(table.id, halves[h].id);
		year_assert(&table, total, "projects", halves[h].projects);
		year_assert(&table, total, "estimate_hours", halves[h].estimate);
		year_assert(&table, total, "teams_with_project", halves[h].teams);
		assert_true(table_has_note(&table, NOTE_OTHER));
		assert_string_equal(table.notes.items[0].machine, "no-half=1");
		assert_true(tieout_check(&table, NULL, NULL));
		table_free(&table);
	}
	tear_down(world);
}

static void a_department_sees_its_own_sections(void **state)
{
	struct world *const world = set_up();
	struct table table;
	(void)state;

	world->query.below = unit_tree_find(&world->tree, "D1");
	world->query.basis = BASIS_FULL_YEAR;
	assert_true(review_run(&world->facts, &world->context, &world->query, &table, NULL));
	assert_int_equal(table.rows.count, 3);
	year_assert(&table, 2, "projects", "4");
	year_assert(&table, 2, "actual_hours", "1,600");
	year_assert(&table, 2, "attainment", "160.0");
	assert_true(tieout_check(&table, NULL, NULL));
	table_free(&table);
	tear_down(world);
}

static void sums_that_do_not_fit_are_refused(void **state)
{
	struct world *const world = set_up();
	struct error err = {0};
	struct table table;
	(void)state;

	year_add(&world->facts, &world->tree,
		&(struct year_project){"T2", STATUS_RUNNING, 1, 1, 0, false, false});
	world->facts.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][world->facts.count - 1] = INT64_MAX;
	assert_false(review_run(&world->facts, &world->context, &world->query, &table, &err));
	assert_int_equal(err.code, ERROR_DATA);
	tear_down(world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_whole_year_has_a_row_for_every_section),
		cmocka_unit_test(halves_have_the_projects_that_start_in_them),
		cmocka_unit_test(a_department_sees_its_own_sections),
		cmocka_unit_test(sums_that_do_not_fit_are_refused),
	};

	return cmocka_run_group_tests(tests, fixture_japanese, NULL);
}
