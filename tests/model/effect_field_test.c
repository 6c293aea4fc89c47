#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "model/effect_field.h"

static struct arena arena;

static int setup(void **state)
{
	(void)state;
	arena = (struct arena){0};
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	arena_free(&arena);
	return 0;
}

static struct effect monthly_line(void)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	effect.label = effect.destination = "";
	return effect;
}

static bool set(struct effect *effect, enum effect_field field, const char *text)
{
	struct error error;

	error_clear(&error);
	const bool done = effect_field_set(effect, field, text, 240, &arena, &error);
	assert_true(done || (error.code == ERROR_DATA && *error.message));
	return done;
}

static void assert_field(const struct effect *effect, enum effect_field field, const char *expected)
{
	struct strbuf text = {0};

	effect_field_get(effect, field, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

static void test_numbers_as_people_type_them(void **state)
{
	struct effect effect = monthly_line();

	(void)state;
	assert_true(set(&effect, EFFECT_FIELD_BEFORE_MINUTES, "３９．２"));
	assert_true(set(&effect, EFFECT_FIELD_BEFORE_CASES, "1,088"));
	assert_int_equal(effect.before_minutes, 3920);
	assert_int_equal(effect.before_cases, 1088);
	assert_field(&effect, EFFECT_FIELD_BEFORE_MINUTES, "39.2");
	assert_field(&effect, EFFECT_FIELD_BEFORE_CASES, "1088");
}

static void test_refusals_leave_the_line_alone(void **state)
{
	static const struct {
		enum effect_field field;
		const char *text;
	} bad[] = {
		{EFFECT_FIELD_BEFORE_CASES, "-1"},
		{EFFECT_FIELD_BEFORE_CASES, "1000000001"},
		{EFFECT_FIELD_BEFORE_CASES, "many"},
		{EFFECT_FIELD_AFTER_MINUTES, "-0.5"},
		{EFFECT_FIELD_AFTER_MINUTES, "0.125"},
		{EFFECT_FIELD_PERIOD, "fortnight"},
		{EFFECT_FIELD_PERIODS_IN_YEAR, "367"},
		{EFFECT_FIELD_STAGE, "someday"},
		{EFFECT_FIELD_DIRECT_HOURS, "12:60"},
		{EFFECT_FIELD_MONTHLY_CASES, "1;2;3"},
		{EFFECT_FIELD_MONTHLY_CASES, "1;2;3;4;5;6;7;8;9;10;11;-12"},
		{EFFECT_FIELD_DESTINATION, "overtime:60"},
	};
	struct effect effect = monthly_line();
	const struct effect before = effect;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		assert_false(set(&effect, bad[i].field, bad[i].text));
		assert_memory_equal(&effect, &before, sizeof effect);
	}
}

static void test_direct_hours_keep_every_minute(void **state)
{
	struct effect effect = monthly_line();

	(void)state;
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, "201:08"));
	assert_int_equal(effect.kind, EFFECT_DIRECT);
	assert_int_equal(effect.direct_in_year, 12068); /* 201 × 60 + 8 */
	assert_int_equal(effect.direct_full_year, 12068);
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "201:08");
	assert_field(&effect, EFFECT_FIELD_BEFORE_MINUTES, "");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, "201:08/344:48"));
	assert_int_equal(effect.direct_full_year, 20688); /* 344 × 60 + 48 */
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "201:08/344:48");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, "-0:30"));
	assert_int_equal(effect.direct_in_year, -30);
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "-0:30");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, "1.5"));
	assert_int_equal(effect.direct_in_year, 90);
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, ""));
	assert_int_equal(effect.kind, EFFECT_PER_PERIOD);
}

static void test_hours_before_and_after_make_those_saved(void **state)
{
	struct effect effect = monthly_line();

	(void)state;
	assert_false(set(&effect, EFFECT_FIELD_DIRECT_AFTER, "176")); /* of what? */
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_BEFORE, "1,095"));
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "0");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_AFTER, "176"));
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "919");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_BEFORE, "1095/1200")); /* those after stay */
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "919/1024");
	assert_field(&effect, EFFECT_FIELD_DIRECT_AFTER, "176");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, "1000")); /* those before stay */
	assert_field(&effect, EFFECT_FIELD_DIRECT_BEFORE, "1095/1200");
	assert_field(&effect, EFFECT_FIELD_DIRECT_AFTER, "95/200");
	assert_false(set(&effect, EFFECT_FIELD_DIRECT_BEFORE, "-1"));
	assert_false(set(&effect, EFFECT_FIELD_DIRECT_AFTER, "-1"));
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_BEFORE, ""));
	assert_field(&effect, EFFECT_FIELD_DIRECT_HOURS, "1000");
	assert_field(&effect, EFFECT_FIELD_DIRECT_AFTER, "");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_BEFORE, "1500")); /* those saved stay */
	assert_field(&effect, EFFECT_FIELD_DIRECT_AFTER, "500");
	assert_true(set(&effect, EFFECT_FIELD_DIRECT_HOURS, ""));
	assert_int_equal(effect.kind, EFFECT_PER_PERIOD);
	assert_field(&effect, EFFECT_FIELD_DIRECT_BEFORE, "");
}

/* The texts of a line, set one after the other, are the line: so drafts and imports make it. */
static void test_the_texts_of_a_line_make_it(void **state)
{
	static const char *const direct[][3] = {
		{"919", "1095", "176"}, {"919", "", ""}, {"-12:30", "0", "12:30"}, {"10/20", "30/40", "20"}};

	(void)state;
	for (size_t i = 0; i < sizeof direct / sizeof direct[0]; i++) {
		struct effect from = monthly_line(), to = monthly_line();

		assert_true(set(&from, EFFECT_FIELD_DIRECT_HOURS, direct[i][0]));
		assert_true(set(&from, EFFECT_FIELD_DIRECT_BEFORE, direct[i][1]));
		for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++) {
			struct strbuf text = {0};

			effect_field_get(&from, field, &text);
			assert_true(set(&to, field, strbuf_text(&text)));
			strbuf_free(&text);
		}
		assert_field(&to, EFFECT_FIELD_DIRECT_HOURS, direct[i][0]);
		assert_field(&to, EFFECT_FIELD_DIRECT_BEFORE, direct[i][1]);
		assert_field(&to, EFFECT_FIELD_DIRECT_AFTER, direct[i][2]);
	}
}

static void test_monthly_counts_start_when_operation_does(void **state)
{
	struct effect effect = monthly_line();
	struct saving saving;

	(void)state;
	assert_true(set(&effect, EFFECT_FIELD_BEFORE_MINUTES, "60"));
	assert_true(set(&effect, EFFECT_FIELD_PERIODS_IN_YEAR, "3"));
	assert_true(set(&effect, EFFECT_FIELD_MONTHLY_CASES, "1;2;3;4;5;6;7;8;9;10;11;12"));
	assert_int_equal(effect.kind, EFFECT_MONTHLY);
	assert_int_equal(effect.first_month, 9); /* January, February, March */
	assert_field(&effect, EFFECT_FIELD_MONTHLY_CASES, "1;2;3;4;5;6;7;8;9;10;11;12");
	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], 60 * (10 + 11 + 12));
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], 60 * 78);
}

static void test_period_brings_its_defaults(void **state)
{
	struct effect effect = monthly_line();

	(void)state;
	assert_true(set(&effect, EFFECT_FIELD_PERIOD, "週"));
	assert_int_equal(effect.period, PERIOD_WEEK);
	assert_int_equal(effect.periods_full_year, 52);
	assert_true(set(&effect, EFFECT_FIELD_PERIOD, "day"));
	assert_int_equal(effect.periods_full_year, 240);
	assert_true(set(&effect, EFFECT_FIELD_PERIODS_IN_YEAR, "100"));
	assert_field(&effect, EFFECT_FIELD_PERIODS_IN_YEAR, "100");
	assert_field(&effect, EFFECT_FIELD_PERIOD, "day");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers_as_people_type_them),
		cmocka_unit_test(test_refusals_leave_the_line_alone),
		cmocka_unit_test(test_direct_hours_keep_every_minute),
		cmocka_unit_test(test_hours_before_and_after_make_those_saved),
		cmocka_unit_test(test_the_texts_of_a_line_make_it),
		cmocka_unit_test(test_monthly_counts_start_when_operation_does),
		cmocka_unit_test(test_period_brings_its_defaults),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
