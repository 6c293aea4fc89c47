#include "config.h"

#include "model/snapshot_compare.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "rollup/tieout.h"

#define UUID "00000000-0000-4000-8000-00000000000"

static const struct snapshot_project base = {.uuid = UUID "1", .number = 1, .title = "題",
	.department_code = "D1", .section_code = "S1", .team_code = "T1", .problem_type = "2",
	.tools = "genai", .status = STATUS_RUNNING};

/* ---- canonical texts and the seal -------------------------------------------------------------- */

static struct snapshot_project odd_project(void)
{
	return (struct snapshot_project){.uuid = UUID "1", .number = 7,
		.title = "改\\行\n「\"x\"」", .department_code = "", .section_code = "",
		.team_code = "", .problem_type = "2", .tools = "genai,rpa",
		.status = STATUS_RUNNING, .minutes = {{1, 2}, {0, 0}, {-3, 0}}};
}

static const char odd_text[] =
	"{\"number\":7,\"title\":\"改\\\\行\\u000a「\\\"x\\\"」\",\"department_code\":\"\","
	"\"section_code\":\"\",\"team_code\":\"\",\"problem_type\":\"2\",\"tools\":\"genai,rpa\","
	"\"status\":\"running\",\"excluded\":0,\"estimate_in_year\":1,\"estimate_full_year\":2,"
	"\"forecast_in_year\":0,\"forecast_full_year\":0,\"actual_in_year\":-3,"
	"\"actual_full_year\":0}";

/* The digest was made with sha256sum from lines written by hand. */
static const char odd_seal[] =
	"620d0f348558dc7c447ff80b4140db04150e03b6ebed937abed18f8b32e0065b";

static void a_project_has_one_text(void **state)
{
	const struct snapshot_project project = odd_project();
	struct strbuf out = {0};
	(void)state;

	snapshot_add_project(&out, &project);
	assert_string_equal(strbuf_text(&out), odd_text);
	strbuf_free(&out);
}

static void rules_and_units_have_one_text(void **state)
{
	struct rule_set rules = {0};
	struct unit_tree tree = {.fiscal_year = 2025};
	struct strbuf out = {0};
	(void)state;

	rule_set_add(&rules, &(struct exclusion_rule){9, 2025, 0, "rpa", "転記\n自動", "標準"});
	rule_set_add(&rules, &(struct exclusion_rule){4, 2020, 2025, "", "a|b", "理由"});
	rule_set_add(&rules, &(struct exclusion_rule){1, 2026, 0, "genai", "", "翌年度から"});
	snapshot_add_rules(&out, &rules, 2025);
	assert_string_equal(strbuf_text(&out),
		"[{\"id\":4,\"tools\":\"\",\"words\":\"a|b\",\"reason\":\"理由\"},"
		"{\"id\":9,\"tools\":\"rpa\",\"words\":\"転記\\u000a自動\",\"reason\":\"標準\"}]");
	rule_set_free(&rules);
	strbuf_clear(&out);
	*vec_add(&tree.nodes) = (struct unit_node){.unit = {.code = "D1", .kind = UNIT_DEPARTMENT,
		.name = "福祉保健部", .parent_code = "B", .successor_code = ""}};
	*vec_add(&tree.nodes) = (struct unit_node){.unit = {.code = "B", .kind = UNIT_BODY,
		.name = "見本県", .parent_code = "", .successor_code = ""}};
	assert_true(unit_tree_build(&tree, NULL));
	snapshot_add_units(&out, &tree);
	assert_string_equal(strbuf_text(&out),
		"[{\"code\":\"B\",\"kind\":\"body\",\"name\":\"見本県\",\"parent_code\":\"\"},"
		"{\"code\":\"D1\",\"kind\":\"department\",\"name\":\"福祉保健部\",\"parent_code\":\"B\"}]");
	unit_tree_free(&tree);
	strbuf_free(&out);
}

static void the_seal_is_that_of_the_lines(void **state)
{
	const struct snapshot_project project = odd_project();
	struct snapshot snapshot = {.fiscal_year = 2025, .hours_per_person_year = 1860,
		.units = "[{\"code\":\"B\",\"kind\":\"body\",\"name\":\"見本県\",\"parent_code\":\"\"}]"};
	struct snapshot_seal seal;
	char text[SNAPSHOT_SEAL_TEXT];
	(void)state;

	snapshot_add(&snapshot, &project);
	assert_true(snapshot_sha256(&snapshot, text));
	assert_string_equal(text, odd_seal);
	/* and from the texts as they are stored */
	snapshot_seal_start(&seal, 2025, 1860, "[]", snapshot.units);
	assert_true(snapshot_seal_project(&seal, UUID "1", odd_text));
	assert_false(snapshot_seal_project(&seal, UUID "1", odd_text));
	snapshot_seal_finish(&seal, text);
	assert_string_equal(text, odd_seal);
	snapshot_free(&snapshot);
}

static void any_order_gives_one_seal_and_any_change_another(void **state)
{
	struct snapshot_project first = base, second = base;
	struct snapshot one = {.fiscal_year = 2025}, other = {.fiscal_year = 2025};
	char text[SNAPSHOT_SEAL_TEXT], same[SNAPSHOT_SEAL_TEXT];
	(void)state;

	second.uuid = UUID "2";
	snapshot_add(&one, &second);
	snapshot_add(&one, &first);
	snapshot_add(&other, &first);
	snapshot_add(&other, &second);
	assert_false(snapshot_sha256(&one, text));
	snapshot_sort(&one);
	snapshot_sort(&other);
	assert_true(snapshot_sha256(&one, text));
	assert_true(snapshot_sha256(&other, same));
	assert_string_equal(text, same);
	other.projects.items[1].minutes[STAGE_FORECAST][BASIS_FULL_YEAR]++;
	assert_true(snapshot_sha256(&other, same));
	assert_string_not_equal(text, same);
	other.projects.items[1].minutes[STAGE_FORECAST][BASIS_FULL_YEAR]--;
	other.hours_per_person_year = 1920;
	assert_true(snapshot_sha256(&other, same));
	assert_string_not_equal(text, same);
	snapshot_free(&one);
	snapshot_free(&other);
}

/* ---- comparing -------------------------------------------------------------------------------- */

static void put(struct snapshot *snapshot, const char *uuid, int number, const char *type,
	int64_t minutes, enum status status)
{
	struct snapshot_project project = base;

	project.uuid = uuid;
	project.number = number;
	project.problem_type = type;
	project.status = status;
	project.minutes[STAGE_ESTIMATE][BASIS_IN_YEAR] = minutes;
	snapshot_add(snapshot, &project);
}

/* Problem type 2: 4,785 h before, 4,801 h after. 287,100 minutes = 286,000 + 500 + 400 + 200;
 * 288,060 = 286,000 + 700 + 300 + 1,060. */
static void two_interim_results(struct snapshot *before, struct snapshot *after)
{
	*before = (struct snapshot){.fiscal_year = 2025, .hours_per_person_year = 1860};
	*after = (struct snapshot){.fiscal_year = 2025, .hours_per_person_year = 1860,
		.units = "[{}]"};
	put(before, UUID "1", 1, "2", 286000, STATUS_RUNNING);
	put(after, UUID "1", 1, "2", 286000, STATUS_RUNNING);
	put(before, UUID "2", 2, "2", 500, STATUS_RUNNING); /* more is expected */
	put(after, UUID "2", 2, "2", 700, STATUS_REPORTED);
	put(before, UUID "3", 3, "2", 400, STATUS_RUNNING); /* cancelled */
	put(after, UUID "3", 3, "2", 400, STATUS_CANCELLED);
	put(before, UUID "4", 4, "3", 300, STATUS_RUNNING); /* of another type before */
	put(after, UUID "4", 4, "2", 300, STATUS_RUNNING);
	put(before, UUID "5", 5, "2", 200, STATUS_RUNNING); /* gone */
	put(after, UUID "6", 6, "2", 1060, STATUS_RUNNING); /* added */
	put(before, UUID "7", 7, "5", 9000, STATUS_RUNNING); /* never of that type */
	put(after, UUID "7", 7, "5", 1, STATUS_RUNNING);
	put(after, UUID "8", 8, "2", 77, STATUS_DRAFT); /* added, but does not count */
	snapshot_sort(before);
	snapshot_sort(after);
}

static void why_4785_became_4801(void **state)
{
	static const struct {
		int number;
		unsigned reasons;
		int64_t change;
	} expected[] = {
		{6, SNAPSHOT_ADDED, 1060},
		{3, SNAPSHOT_STATUS, -400},
		{4, SNAPSHOT_PROBLEM_TYPE, 300},
		{2, SNAPSHOT_FIGURES | SNAPSHOT_STATUS, 200},
		{5, SNAPSHOT_GONE, -200},
		{8, SNAPSHOT_ADDED, 0},
	};
	const struct snapshot_scope scope = {STAGE_ESTIMATE, BASIS_IN_YEAR, .problem_type = "2"};
	struct snapshot before, after;
	struct snapshot_comparison comparison;
	int64_t sum = 0;
	(void)state;

	two_interim_results(&before, &after);
	assert_true(snapshot_compare(&before, &after, &scope, &comparison, NULL));
	assert_int_equal(comparison.before.minutes, 4785 * 60);
	assert_int_equal(comparison.after.minutes, 4801 * 60);
	assert_int_equal(comparison.before.projects, 4);
	assert_int_equal(comparison.after.projects, 4);
	assert_int_equal(comparison.unchanged.minutes, 286000);
	assert_int_equal(comparison.differences.count, 6);
	for (size_t d = 0; d < comparison.differences.count; d++) {
		const struct snapshot_difference *const difference =
			&comparison.differences.items[d];
		const int64_t change = difference->minutes_after - difference->minutes_before;

		assert_int_equal((difference->after ? difference->after : difference->before)
			->number, expected[d].number);
		assert_int_equal(difference->reasons, expected[d].reasons);
		assert_int_equal(change, expected[d].change);
		sum += change;
	}
	assert_int_equal(sum, comparison.after.minutes - comparison.before.minutes);
	assert_true(comparison.units_changed);
	assert_false(comparison.rules_changed || comparison.hours_changed);
	snapshot_comparison_free(&comparison);
	snapshot_free(&before);
	snapshot_free(&after);
}

static void the_table_of_changes_ties(void **state)
{
	const struct snapshot_scope scope = {STAGE_ESTIMATE, BASIS_IN_YEAR, .problem_type = "2"};
	struct snapshot before, after;
	struct snapshot_comparison comparison;
	struct table table;
	struct strbuf text = {0};
	(void)state;

	two_interim_results(&before, &after);
	assert_true(snapshot_compare(&before, &after, &scope, &comparison, NULL));
	assert_true(snapshot_compare_table(&comparison, 2025, 1860, "見本県", &table, NULL));
	assert_true(tieout_check(&table, NULL, NULL));
	assert_int_equal(table.rows.count, 8);
	const char *const columns[] = {"hours_before", "hours_after", "hours_change"};
	const char *const total[] = {"4,785", "4,801", "+16"};
	for (size_t c = 0; c < 3; c++) {
		strbuf_clear(&text);
		table_cell_text(&table, 7, (size_t)table_column_index(&table, columns[c]),
			TABLE_PEOPLE, &text);
		assert_string_equal(strbuf_text(&text), total[c]);
	}
	assert_string_equal(table.notes.items[0].machine, "changed:units");
	strbuf_clear(&text);
	snapshot_reasons(SNAPSHOT_FIGURES | SNAPSHOT_TITLE, &text);
	assert_string_equal(strbuf_text(&text), "figures changed, other title");
	strbuf_free(&text);
	table_free(&table);
	snapshot_comparison_free(&comparison);
	snapshot_free(&before);
	snapshot_free(&after);
}

static void every_kind_of_change_has_its_reason(void **state)
{
	static const struct {
		unsigned reason;
		const char *team, *tools, *title;
		bool excluded;
	} changes[] = {
		{0, "T1", "genai", "題", false},
		{SNAPSHOT_UNIT, "T2", "genai", "題", false},
		{SNAPSHOT_TOOLS, "T1", "genai,rpa", "題", false},
		{SNAPSHOT_TITLE, "T1", "genai", "新題", false},
		{SNAPSHOT_EXCLUSION, "T1", "genai", "題", true},
	};
	/* with genai as the primary tool only, and not with a tool called gen */
	static const char *const tools[] = {"genai", "gen", "rpa"};
	(void)state;

	for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++)
		for (size_t t = 0; t < 3; t++) {
			const struct snapshot_scope scope = {
				STAGE_ESTIMATE, BASIS_IN_YEAR, .tool = tools[t]};
			struct snapshot before = {0}, after = {0};
			struct snapshot_project project = base;
			struct snapshot_comparison comparison;

			snapshot_add(&before, &base);
			project.team_code = changes[i].team;
			project.tools = changes[i].tools;
			project.title = changes[i].title;
			project.excluded = changes[i].excluded;
			snapshot_add(&after, &project);
			assert_true(snapshot_compare(&before, &after, &scope, &comparison, NULL));
			assert_int_equal(comparison.differences.count,
				t == 0 && changes[i].reason);
			if (comparison.differences.count)
				assert_int_equal(comparison.differences.items[0].reasons,
					changes[i].reason);
			assert_int_equal(comparison.after.projects,
				t == 0 && !changes[i].excluded);
			snapshot_comparison_free(&comparison);
			snapshot_free(&before);
			snapshot_free(&after);
		}
}

/* Frozen by an earlier version, or written by another program. */
static void impossible_figures_do_not_count(void **state)
{
	const struct snapshot_scope scope = {STAGE_ESTIMATE, BASIS_IN_YEAR, .tool = NULL};
	struct snapshot before = {0}, after = {0};
	struct snapshot_comparison comparison;
	struct table table;
	struct error err = {0};
	(void)state;

	put(&before, UUID "1", 1, "1", INT64_MIN, STATUS_RUNNING);
	put(&after, UUID "1", 1, "1", INT64_MAX, STATUS_RUNNING);
	put(&after, UUID "2", 2, "1", INT64_MAX, STATUS_RUNNING);
	put(&after, UUID "3", 3, "1", EFFECT_MINUTES_MAX, STATUS_RUNNING);
	assert_true(snapshot_compare(&before, &after, &scope, &comparison, &err));
	assert_int_equal(comparison.before.projects, 0);
	assert_int_equal(comparison.after.projects, 1);
	assert_int_equal(comparison.after.minutes, EFFECT_MINUTES_MAX);
	assert_int_equal(comparison.differences.count, 3);
	assert_true(snapshot_compare_table(&comparison, 2025, 1860, NULL, &table, &err));
	table_free(&table);
	snapshot_comparison_free(&comparison);
	snapshot_free(&before);
	snapshot_free(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_project_has_one_text),
		cmocka_unit_test(rules_and_units_have_one_text),
		cmocka_unit_test(the_seal_is_that_of_the_lines),
		cmocka_unit_test(any_order_gives_one_seal_and_any_change_another),
		cmocka_unit_test(why_4785_became_4801),
		cmocka_unit_test(the_table_of_changes_ties),
		cmocka_unit_test(every_kind_of_change_has_its_reason),
		cmocka_unit_test(impossible_figures_do_not_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
