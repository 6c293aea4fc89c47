#include "config.h"

#include "model/doubt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { H = 1860, HOUR = 60, MINUTE = 100 };

static struct effect line_of(int line, enum stage stage)
{
	struct effect effect = effect_new(line, stage, PERIOD_MONTH, 240);

	effect.before_minutes = 30 * MINUTE;
	effect.before_cases = effect.after_cases = 10;
	effect.after_minutes = 10 * MINUTE;
	return effect;
}

/* The doubts about a line that stands alone in its project and team. */
static doubts alone(struct effect effect)
{
	struct doubt_context context = {.lines = &effect, .count = 1, .basis = BASIS_IN_YEAR,
		.hours_per_person_year = H};
	struct saving saving;

	assert_true(effect_compute(&effect, &saving, NULL));
	context.team_minutes[effect.stage] = saving.minutes[BASIS_IN_YEAR];
	return doubt_find(&effect, &context);
}

static void an_honest_line_is_not_doubted(void **state)
{
	struct effect effect = line_of(1, STAGE_ESTIMATE);

	(void)state;
	assert_int_equal(alone(effect), 0);
	/* the work has gone: no minutes, no cases */
	effect.after_minutes = effect.after_cases = 0;
	assert_int_equal(alone(effect), 0);
	/* new work: no cases before */
	effect = line_of(1, STAGE_ESTIMATE);
	effect.before_cases = 0;
	assert_int_equal(alone(effect), 0);
}

static void cases_that_are_missing(void **state)
{
	struct effect effect = line_of(1, STAGE_ESTIMATE);

	(void)state;
	effect.after_cases = 0;
	assert_int_equal(alone(effect), DOUBT_BIT(DOUBT_AFTER_CASES));
	effect.after_minutes = effect.before_cases = 0;
	assert_int_equal(alone(effect), DOUBT_BIT(DOUBT_NO_CASES));
	/* an actual may have come to nothing */
	effect.stage = STAGE_ACTUAL;
	assert_int_equal(alone(effect), 0);
	effect = line_of(1, STAGE_FORECAST);
	effect.kind = EFFECT_MONTHLY;
	effect.before_cases = effect.after_cases = 0;
	assert_int_equal(alone(effect), DOUBT_BIT(DOUBT_NO_CASES));
	effect.monthly_cases[11] = 1;
	assert_int_equal(alone(effect), 0);
	effect.kind = EFFECT_DIRECT;
	assert_int_equal(alone(effect), 0);
}

static void a_case_of_eight_hours_is_long_enough(void **state)
{
	struct effect effect = line_of(1, STAGE_ESTIMATE);

	(void)state;
	effect.before_minutes = 8 * HOUR * MINUTE;
	effect.before_cases = effect.after_cases = 1;
	assert_int_equal(alone(effect), 0);
	effect.before_minutes++;
	assert_int_equal(alone(effect), DOUBT_BIT(DOUBT_LONG_CASE));
	effect.before_minutes = 0;
	effect.after_minutes = 8 * HOUR * MINUTE + 1;
	assert_int_equal(alone(effect), DOUBT_BIT(DOUBT_LONG_CASE));
}

static void a_team_saves_a_person_year_at_most(void **state)
{
	struct effect effect = line_of(1, STAGE_ESTIMATE);
	struct doubt_context context = {.lines = &effect, .count = 1, .basis = BASIS_FULL_YEAR,
		.team_minutes = {H * HOUR}, .hours_per_person_year = H};

	(void)state;
	assert_int_equal(doubt_find(&effect, &context), 0);
	context.team_minutes[STAGE_ESTIMATE]++;
	assert_int_equal(doubt_find(&effect, &context), DOUBT_BIT(DOUBT_PERSON_YEAR));
	/* what saves nothing is not why */
	effect.after_minutes = effect.before_minutes;
	assert_int_equal(doubt_find(&effect, &context), 0);
}

static void an_actual_is_three_estimates_at_most(void **state)
{
	struct effect lines[] = {line_of(1, STAGE_ESTIMATE), line_of(1, STAGE_ACTUAL),
		line_of(2, STAGE_ACTUAL)};
	const struct doubt_context context = {.lines = lines, .count = 3, .basis = BASIS_IN_YEAR,
		.hours_per_person_year = H};

	(void)state;
	/* 200 minutes a month: three times are 600 */
	lines[1].before_cases = lines[1].after_cases = 30;
	assert_int_equal(doubt_find(&lines[1], &context), 0);
	lines[1].before_cases = lines[1].after_cases = 31;
	assert_int_equal(doubt_find(&lines[1], &context), DOUBT_BIT(DOUBT_ACTUAL));
	assert_int_equal(doubt_find(&lines[0], &context), 0);
	/* without an estimate there is nothing to compare */
	assert_int_equal(doubt_find(&lines[2], &context), 0);
	lines[0].after_minutes = lines[0].before_minutes;
	lines[1].before_cases = lines[1].after_cases = 1;
	assert_int_equal(doubt_find(&lines[1], &context), DOUBT_BIT(DOUBT_ACTUAL));
}

static void the_same_work_in_two_lines(void **state)
{
	struct effect lines[] = {line_of(1, STAGE_ESTIMATE), line_of(2, STAGE_ESTIMATE),
		line_of(2, STAGE_ACTUAL)};
	const struct doubt_context context = {.lines = lines, .count = 3, .basis = BASIS_IN_YEAR,
		.hours_per_person_year = H};

	(void)state;
	assert_int_equal(doubt_find(&lines[0], &context), 0);
	lines[0].label = "ＲＰＡの入力";
	lines[1].label = "RPAの入力";
	lines[2].label = "RPAの入力";
	assert_int_equal(doubt_find(&lines[0], &context), DOUBT_BIT(DOUBT_SAME_WORK));
	assert_int_equal(doubt_find(&lines[1], &context), DOUBT_BIT(DOUBT_SAME_WORK));
	assert_int_equal(doubt_find(&lines[2], &context), 0);
}

static void what_is_asked_is_some_of_what_is_found(void **state)
{
	struct strbuf words = {0};

	(void)state;
	assert_int_equal(doubt_asked(DOUBT_BIT(DOUBT_COUNT) - 1),
		DOUBT_BIT(DOUBT_AFTER_CASES) | DOUBT_BIT(DOUBT_NO_CASES));
	doubt_add_words(0, &words);
	assert_int_equal(words.length, 0);
	doubt_add_words(DOUBT_BIT(DOUBT_COUNT) - 1, &words);
	for (int doubt = 0; doubt < DOUBT_COUNT; doubt++)
		assert_non_null(strstr(strbuf_text(&words), doubt_kinds[doubt].words));
	strbuf_free(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_honest_line_is_not_doubted),
		cmocka_unit_test(cases_that_are_missing),
		cmocka_unit_test(a_case_of_eight_hours_is_long_enough),
		cmocka_unit_test(a_team_saves_a_person_year_at_most),
		cmocka_unit_test(an_actual_is_three_estimates_at_most),
		cmocka_unit_test(the_same_work_in_two_lines),
		cmocka_unit_test(what_is_asked_is_some_of_what_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
