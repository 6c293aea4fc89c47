#include "config.h"

#include "model/effect_periods.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* domain.md §4: R7.9 → 7; 12 when unknown or earlier, 0 when later. */
static void months_come_from_the_start(void **state)
{
	static const struct {
		struct date from;
		int months;
	} cases[] = {
		{{0, 0, 0}, 12}, {{2025, 9, 1}, 7}, {{2025, 4, 1}, 12}, {{2025, 12, 1}, 4},
		{{2026, 1, 1}, 3}, {{2026, 3, 1}, 1}, {{2025, 3, 1}, 12}, {{2019, 10, 1}, 12},
		{{2026, 4, 1}, 0}, {{2031, 5, 1}, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
		assert_int_equal(effect_months_in_operation(2025, cases[i].from), cases[i].months);
}

/* Working days and weeks in proportion, half up: 240 × 7 / 12 = 140, 52 × 7 / 12 = 30.3, 52 × 3 / 12 = 13,
 * 52 × 10 / 12 = 43.3, 52 × 6 / 12 = 26, 243 × 2 / 12 = 40.5 → 41. */
static void every_period_has_its_part(void **state)
{
	static const struct {
		enum period period;
		int full_year, months, in_year;
	} cases[] = {
		{PERIOD_MONTH, 12, 7, 7}, {PERIOD_MONTH, 12, 0, 0}, {PERIOD_MONTH, 12, 12, 12},
		{PERIOD_DAY, 240, 7, 140}, {PERIOD_DAY, 243, 2, 41}, {PERIOD_DAY, 245, 12, 245},
		{PERIOD_WEEK, 52, 7, 30}, {PERIOD_WEEK, 52, 3, 13}, {PERIOD_WEEK, 52, 10, 43},
		{PERIOD_WEEK, 52, 0, 0}, {PERIOD_YEAR, 1, 1, 1}, {PERIOD_YEAR, 1, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct effect effect = effect_new(1, STAGE_ESTIMATE, cases[i].period, 240);

		effect.periods_full_year = cases[i].full_year;
		effect_follow(&effect, cases[i].months);
		assert_int_equal(effect.periods_in_year, cases[i].in_year);
		assert_int_equal(effect.periods_full_year, cases[i].full_year);
	}
}

static void what_was_typed_stays(void **state)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	(void)state;
	effect.periods_in_year = 12;
	effect.periods_typed = 1;
	effect_follow(&effect, 7);
	assert_int_equal(effect.periods_in_year, 12);
	effect.kind = EFFECT_DIRECT;
	effect.periods_typed = 0;
	effect_follow(&effect, 7);
	assert_int_equal(effect.periods_in_year, 12);
}

/* Minutes saved by a seasonal line of one hour in every month that begins operation so many months before
 * the year's end; typed -1: nobody typed months. */
static int64_t seasonal(int months, int typed, enum basis basis)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);
	struct saving saving;

	effect.kind = EFFECT_MONTHLY;
	effect.before_minutes = 6000;
	for (int month = 0; month < EFFECT_MONTHS; month++)
		effect.monthly_cases[month] = 1;
	effect.periods_typed = typed >= 0;
	if (typed >= 0)
		effect.periods_in_year = typed;
	effect_count_to_march(&effect);
	effect_follow(&effect, months);
	assert_true(effect_compute(&effect, &saving, NULL));
	return saving.minutes[basis];
}

static void months_before_the_start_are_not_in_effect(void **state)
{
	(void)state;
	assert_int_equal(seasonal(12, -1, BASIS_IN_YEAR), 720);
	assert_int_equal(seasonal(7, -1, BASIS_IN_YEAR), 420);
	assert_int_equal(seasonal(7, -1, BASIS_FULL_YEAR), 720);
	assert_int_equal(seasonal(0, -1, BASIS_IN_YEAR), 0);
	assert_int_equal(seasonal(0, -1, BASIS_FULL_YEAR), 720);
	assert_int_equal(seasonal(7, 12, BASIS_IN_YEAR), 420);
	assert_int_equal(seasonal(7, 3, BASIS_IN_YEAR), 180);
	assert_int_equal(seasonal(7, 0, BASIS_IN_YEAR), 0);
	assert_int_equal(seasonal(7, 0, BASIS_FULL_YEAR), 720);
	assert_int_equal(seasonal(0, 5, BASIS_IN_YEAR), 0);
}

/* Months in the middle of the year, as another program may have stored them. */
static void a_range_of_months_is_cut_at_the_start(void **state)
{
	static const struct {
		int first, count, months, first_after, count_after;
	} cases[] = {
		{2, 6, 12, 2, 6}, {2, 6, 7, 5, 3}, {2, 6, 2, 10, 0}, {8, 2, 7, 8, 2}, {0, 12, 0, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

		effect.kind = EFFECT_MONTHLY;
		effect.first_month = cases[i].first;
		effect.periods_in_year = cases[i].count;
		effect.periods_typed = 1;
		effect_follow(&effect, cases[i].months);
		assert_int_equal(effect.first_month, cases[i].first_after);
		assert_int_equal(effect.periods_in_year, cases[i].count_after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(months_come_from_the_start),
		cmocka_unit_test(every_period_has_its_part),
		cmocka_unit_test(what_was_typed_stays),
		cmocka_unit_test(months_before_the_start_are_not_in_effect),
		cmocka_unit_test(a_range_of_months_is_cut_at_the_start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
