#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/filter.h"
#include "ui/rollup/rollup_drill.h"

static void expect_filter(const rollup_pins *pins, const char *filter, int year,
	const char *expected)
{
	struct strbuf text = {0};
	struct filter parsed;
	struct error err = {0};

	rollup_drill_filter(pins, filter, year, &text);
	assert_string_equal(strbuf_text(&text), expected);
	if (!filter_parse(strbuf_text(&text), &parsed, &err))
		fail_msg("%s", err.message);
	filter_free(&parsed);
	strbuf_free(&text);
}

static void each_dimension_finds_its_projects(void **state)
{
	static const struct {
		enum dimension dimension;
		const char *code, *expected;
	} cases[] = {
		{DIMENSION_DEPARTMENT, "01", "fy:=2025 dept:=01 counted:yes"},
		{DIMENSION_SECTION, "0101", "fy:=2025 section:=0101 counted:yes"},
		{DIMENSION_TEAM, "010101", "fy:=2025 team:=010101 counted:yes"},
		{DIMENSION_PROBLEM_TYPE, "3", "fy:=2025 type:=3 counted:yes"},
		{DIMENSION_PROBLEM_TYPE, "", "fy:=2025 counted:yes type:"},
		{DIMENSION_TOOL, "kintone", "fy:=2025 tool:=kintone counted:yes"},
		{DIMENSION_ANY_TOOL, "genai", "fy:=2025 any-tool:=genai counted:yes"},
		{DIMENSION_STATUS, "running", "fy:=2025 status:=running counted:yes"},
		{DIMENSION_LEADER, "0101/佐藤 花子",
			"fy:=2025 section:=0101 leader:=\"佐藤 花子\" counted:yes"},
		{DIMENSION_START_MONTH, "2025-05", "fy:=2025 start-month:=2025-05 counted:yes"},
		{DIMENSION_START_MONTH, "later", "fy:=2025 start-month:=later counted:yes"},
		{DIMENSION_HALF_YEAR, "first", "fy:=2025 half:=first counted:yes"},
		{DIMENSION_HALF_YEAR, "second", "fy:=2025 half:=second counted:yes"},
		{DIMENSION_REPLICABLE, "no", "fy:=2025 replicable:=no counted:yes"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		rollup_pins pins = {0};

		rollup_pins_add(&pins, cases[i].dimension, cases[i].code, "?");
		expect_filter(&pins, "", 2025, cases[i].expected);
		rollup_pins_free(&pins);
	}
}

static void steps_and_the_own_filter_add_up(void **state)
{
	rollup_pins pins = {0};

	(void)state;
	rollup_pins_add(&pins, DIMENSION_FISCAL_YEAR, "2024", "令和6年度");
	rollup_pins_add(&pins, DIMENSION_PROBLEM_TYPE, "1", "①");
	rollup_pins_add(&pins, DIMENSION_PROBLEM_TYPE, "2", "②");
	assert_int_equal(rollup_pins_year(&pins), 2024);
	expect_filter(&pins, "hours:>=100", 2024, "hours:>=100 fy:=2024 type:=1 counted:yes");
	rollup_pins_cut(&pins, 1);
	expect_filter(&pins, "", 0, "fy:>=1926 counted:yes");
	rollup_pins_free(&pins);
}

static void the_way_goes_down_the_tree(void **state)
{
	rollup_pins pins = {0};

	(void)state;
	assert_int_equal(rollup_drill_next(&pins), DIMENSION_DEPARTMENT);
	rollup_pins_add(&pins, DIMENSION_TOOL, "kintone", "kintone");
	assert_int_equal(rollup_drill_next(&pins), DIMENSION_DEPARTMENT);
	rollup_pins_add(&pins, DIMENSION_SECTION, "0101", "児童課");
	assert_int_equal(rollup_drill_next(&pins), DIMENSION_TEAM);
	rollup_pins_add(&pins, DIMENSION_TEAM, "010101", "第一班");
	assert_int_equal(rollup_drill_next(&pins), -1);
	rollup_pins_cut(&pins, 0);
	/* what belongs to no unit has none below; a leader is of one section */
	rollup_pins_add(&pins, DIMENSION_DEPARTMENT, "", "なし");
	assert_int_equal(rollup_drill_next(&pins), -1);
	rollup_pins_cut(&pins, 0);
	rollup_pins_add(&pins, DIMENSION_LEADER, "0101/佐藤", "佐藤");
	assert_int_equal(rollup_drill_next(&pins), -1);
	rollup_pins_free(&pins);
}

static void crumbs_cut_the_names_before_the_last(void **state)
{
	rollup_pins pins = {0};
	struct strbuf text = {0};

	(void)state;
	rollup_pins_add(&pins, DIMENSION_PROBLEM_TYPE, "2", "②文書・資料作成・情報整理の負担");
	rollup_pins_add(&pins, DIMENSION_DEPARTMENT, "01", "福祉保健部");
	rollup_drill_crumbs(&pins, "見本県", ">", -1, &text);
	assert_string_equal(strbuf_text(&text),
		"見本県 > ②文書・資料作成・情報整理の負担 > 福祉保健部");
	strbuf_clear(&text);
	rollup_drill_crumbs(&pins, "見本県", ">", 40, &text);
	assert_string_equal(strbuf_text(&text), "見本県 > ②文書・資… > 福祉保健部");
	strbuf_free(&text);
	rollup_pins_free(&pins);
}

static void pins_become_codes_of_the_facts(void **state)
{
	rollup_pins pins = {0};
	struct pivot_query query;
	struct facts facts = {0};
	const struct rollup_pin *unknown = NULL;
	uint16_t code;

	(void)state;
	facts_init(&facts);
	assert_true(facts_add_entry(&facts, DIMENSION_TOOL, "rpa", "RPA", 0, &code, NULL));
	assert_true(facts_add_entry(&facts, DIMENSION_TOOL, "genai", "生成AI", 0, &code, NULL));
	rollup_pins_add(&pins, DIMENSION_TOOL, "genai", "生成AI");
	rollup_pins_add(&pins, DIMENSION_PROBLEM_TYPE, "", "未分類");
	rollup_pins_add(&pins, DIMENSION_FISCAL_YEAR, "2024", "令和6年度");
	pivot_query_init(&query);
	assert_true(rollup_pins_apply(&pins, &facts, &query, &unknown));
	assert_int_equal(query.drill[DIMENSION_TOOL], code);
	assert_int_equal(query.drill[DIMENSION_PROBLEM_TYPE], 0);
	assert_int_equal(query.drill[DIMENSION_FISCAL_YEAR], -1);
	rollup_pins_add(&pins, DIMENSION_TEAM, "gone", "昔の班");
	assert_false(rollup_pins_apply(&pins, &facts, &query, &unknown));
	assert_string_equal(unknown->name, "昔の班");
	rollup_pins_free(&pins);
	facts_free(&facts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_dimension_finds_its_projects),
		cmocka_unit_test(steps_and_the_own_filter_add_up),
		cmocka_unit_test(the_way_goes_down_the_tree),
		cmocka_unit_test(crumbs_cut_the_names_before_the_last),
		cmocka_unit_test(pins_become_codes_of_the_facts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
