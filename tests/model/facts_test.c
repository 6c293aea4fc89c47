#include "config.h"

#include "model/facts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void dimensions_are_found_by_any_name(void **state)
{
	(void)state;
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		assert_int_equal(dimension_parse(dimensions[d].id), d);
		assert_int_equal(dimension_parse(dimensions[d].label), d);
		assert_int_equal(dimension_parse(dimensions[d].field_id), d == DIMENSION_ANY_TOOL ?
			DIMENSION_TOOL : d);
	}
	assert_int_equal(dimension_parse("課題類型"), DIMENSION_PROBLEM_TYPE);
	assert_int_equal(dimension_parse(" ＩＣＴツール "), DIMENSION_TOOL);
	assert_int_equal(dimension_parse("延べ"), -1);
	assert_int_equal(dimension_parse(""), -1);
}

static void entry_zero_is_always_there(void **state)
{
	struct facts facts = {0};

	(void)state;
	facts_init(&facts);
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		assert_int_equal(facts.dictionary[d].entries.count, 1);
		assert_string_equal(facts.dictionary[d].entries.items[0].code, "");
		assert_int_equal(facts_find(&facts, (enum dimension)d, "kintone"), 0);
	}
	assert_string_equal(facts.dictionary[DIMENSION_PROBLEM_TYPE].entries.items[0].name,
		"Unclassified");
	assert_string_equal(facts.dictionary[DIMENSION_TOOL].entries.items[0].name, "None");
	facts_free(&facts);
}

static void entries_keep_their_codes(void **state)
{
	struct facts facts = {0};
	struct error err = {0};
	uint16_t code;
	char text[16];

	(void)state;
	facts_init(&facts);
	for (int i = 1; i <= UINT16_MAX; i++) {
		snprintf(text, sizeof text, "t%d", i);
		assert_true(facts_add_entry(&facts, DIMENSION_TEAM, text, "班", 7, &code, &err));
		assert_int_equal(code, i);
	}
	assert_true(facts_add_entry(&facts, DIMENSION_TEAM, "t5", "別の名", 1, &code, &err));
	assert_int_equal(code, 5);
	assert_int_equal(facts_find(&facts, DIMENSION_TEAM, "t65535"), 65535);
	assert_int_equal(facts_find(&facts, DIMENSION_TEAM, "t65536"), 0);
	assert_int_equal(facts.dictionary[DIMENSION_TEAM].entries.items[5].parent, 7);
	assert_false(facts_add_entry(&facts, DIMENSION_TEAM, "one more", "班", 0, &code, &err));
	assert_int_equal(err.code, ERROR_DATA);
	assert_non_null(strstr(err.message, "65,535"));
	facts_free(&facts);
}

static void a_tool_is_in_both_dictionaries(void **state)
{
	struct facts facts = {0};
	uint16_t code;

	(void)state;
	facts_init(&facts);
	assert_true(facts_add_entry(&facts, DIMENSION_TOOL, "kintone", "kintone", 0, &code, NULL));
	assert_true(facts_add_entry(&facts, DIMENSION_ANY_TOOL, "rpa", "RPA", 0, &code, NULL));
	assert_int_equal(code, 2);
	assert_int_equal(facts_find(&facts, DIMENSION_TOOL, "rpa"), 2);
	assert_int_equal(facts_find(&facts, DIMENSION_ANY_TOOL, "kintone"), 1);
	facts_free(&facts);
}

static void projects_start_at_zero_and_tools_follow_them(void **state)
{
	struct facts facts = {0};

	(void)state;
	facts_init(&facts);
	for (size_t i = 0; i < 1000; i++) {
		assert_int_equal(facts_add(&facts), i);
		assert_int_equal(facts.minutes[STAGE_ACTUAL][BASIS_FULL_YEAR][i], 0);
		assert_int_equal(facts.codes[DIMENSION_TEAM][i], 0);
		assert_int_equal(facts.flags[i], 0);
		facts.minutes[STAGE_ACTUAL][BASIS_FULL_YEAR][i] = (int64_t)i;
		for (size_t t = 0; t < i % 3; t++)
			facts_add_tool(&facts, (uint16_t)(i % 5 + t));
	}
	for (size_t i = 0; i < 1000; i++) {
		assert_int_equal(facts.tool_first[i + 1] - facts.tool_first[i], i % 3);
		assert_int_equal(facts.codes[DIMENSION_TOOL][i], i % 3 ? i % 5 : 0);
		assert_int_equal(facts.minutes[STAGE_ACTUAL][BASIS_FULL_YEAR][i], i);
	}
	facts_free(&facts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dimensions_are_found_by_any_name),
		cmocka_unit_test(entry_zero_is_always_there),
		cmocka_unit_test(entries_keep_their_codes),
		cmocka_unit_test(a_tool_is_in_both_dictionaries),
		cmocka_unit_test(projects_start_at_zero_and_tools_follow_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
