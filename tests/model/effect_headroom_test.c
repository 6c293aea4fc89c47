#include "config.h"

#include "model/effect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/i18n.h"

static struct effect line(int64_t before_cases, int64_t unit_cases)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	effect.before_minutes = 3920; /* 39.2 */
	effect.after_minutes = 1960;
	effect.before_cases = effect.after_cases = before_cases;
	effect.unit_cases = unit_cases;
	effect.periods_in_year = 7;
	return effect;
}

static void full_use_is_in_proportion_to_the_cases(void **state)
{
	struct effect effect = line(88, 12000);
	struct headroom headroom;
	struct strbuf text = {0};

	(void)state;
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.covered, 1056); /* 88 × 12 */
	assert_int_equal(headroom.all, 12000);
	assert_int_equal(headroom.minutes, 20688); /* 1,724 × 12 */
	assert_int_equal(headroom.full, 235090);   /* 20,688 × 12,000 / 1,056 = 235,090.9 */
	effect_headroom_explain(&headroom, &text);
	assert_string_equal(strbuf_text(&text),
		"年12,000件中1,056件（8.8%）。全体なら3,918時間（あと3,573時間）");
	strbuf_free(&text);
}

static void work_that_costs_more_would_cost_more(void **state)
{
	struct effect effect = line(10, 1000);
	struct headroom headroom;

	(void)state;
	effect.after_minutes = 3930; /* 1 minute a month more, floored toward minus infinity */
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.minutes, -12);
	assert_int_equal(headroom.full, -100); /* −12 × 1,000 / 120 */
}

static void what_is_not_counted_has_none(void **state)
{
	struct headroom headroom;
	struct effect effect = line(88, 0);

	(void)state;
	assert_false(effect_headroom(&effect, &headroom)); /* not given */
	assert_int_equal(effect_headroom_find(&effect, &headroom), HEADROOM_NOT_SAID);
	effect = line(0, 1000);
	assert_false(effect_headroom(&effect, &headroom)); /* no case of its own */
	assert_int_equal(effect_headroom_find(&effect, &headroom), HEADROOM_NO_CASES);
	effect = line(10000000, 0);
	effect.unit_cases = EFFECT_CASES_MAX * 1000; /* 196,000,000 × 12 minutes × 8,333 */
	assert_int_equal(effect_headroom_find(&effect, &headroom), HEADROOM_TOO_LARGE);
	effect = line(88, 1000);
	effect.kind = EFFECT_DIRECT;
	assert_false(effect_headroom(&effect, &headroom));
	/* all of it, or more than there is: nothing is left to be won */
	effect = line(88, 1056);
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.full, headroom.minutes);
	effect = line(88, 500);
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.full, headroom.minutes);
}

static void months_and_new_work_are_counted_too(void **state)
{
	struct headroom headroom;
	struct effect effect = line(0, 300);

	(void)state;
	effect.kind = EFFECT_MONTHLY;
	effect.monthly_cases[0] = 10;
	effect.monthly_cases[11] = 20;
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.covered, 30);
	assert_int_equal(headroom.minutes, 196 + 392); /* 19.6 × 10, 19.6 × 20 */
	assert_int_equal(headroom.full, 5880);
	/* without cases before, those there are now */
	effect = line(0, 300);
	effect.after_cases = 5;
	assert_true(effect_headroom(&effect, &headroom));
	assert_int_equal(headroom.covered, 60);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(full_use_is_in_proportion_to_the_cases),
		cmocka_unit_test(work_that_costs_more_would_cost_more),
		cmocka_unit_test(what_is_not_counted_has_none),
		cmocka_unit_test(months_and_new_work_are_counted_too),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
