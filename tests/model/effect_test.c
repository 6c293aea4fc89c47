#include "config.h"

#include "model/effect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"

__extension__ typedef __int128 wide;

enum { COLUMNS_MAX = 16, ROUNDS = 20000, H = 1860 };

/* ---- reading the golden files: no cell of theirs holds a comma or a quote ------------------- */

static FILE *open_golden(const char *name)
{
	char *path = xasprintf("%s/tests/golden/%s", getenv("abs_srcdir"), name);
	FILE *file = fopen(path, "r");

	if (!file)
		fail_msg("%s cannot be read", path);
	free(path);
	return file;
}

/* The cells of the next row; false at the end. */
static bool next_row(FILE *file, char *line, size_t size, char *cells[COLUMNS_MAX])
{
	if (!fgets(line, (int)size, file))
		return false;
	line[strcspn(line, "\r\n")] = '\0';
	for (int i = 0; i < COLUMNS_MAX; i++) {
		cells[i] = line;
		line += strcspn(line, ",");
		if (*line)
			*line++ = '\0';
	}
	return true;
}

static int64_t parse(const char *text, int decimals)
{
	int64_t value = 0;

	assert_true(decimal_parse(text, decimals, &value, NULL));
	return value;
}

static struct effect monthly_rate(
	int64_t before, int64_t before_cases, int64_t after, int64_t after_cases, int months)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	effect.before_minutes = before;
	effect.before_cases = before_cases;
	effect.after_minutes = after;
	effect.after_cases = after_cases;
	effect.periods_in_year = months;
	return effect;
}

static void golden_effect_cases_come_out_to_the_digit(void **state)
{
	FILE *file = open_golden("oita-r7-effect-cases.csv");
	char line[1024];
	char *cells[COLUMNS_MAX];
	int64_t sum = 0;
	int lines = 0;
	int totals = 0;
	(void)state;

	assert_true(next_row(file, line, sizeof line, cells));
	while (next_row(file, line, sizeof line, cells)) {
		const bool total = strcmp(cells[1], "total") == 0;
		int64_t minutes = sum;
		if (!total) {
			const struct effect effect = monthly_rate(parse(cells[3], 2),
				parse(cells[4], 0), parse(cells[5], 2), parse(cells[6], 0),
				(int)parse(cells[7], 0));
			struct saving saving;
			assert_true(effect_compute(&effect, &saving, NULL));
			minutes = saving.minutes[BASIS_IN_YEAR];
			sum += minutes;
			lines++;
		} else {
			sum = 0;
			totals++;
		}
		assert_int_equal(minutes, parse(cells[8], 0));
		assert_int_equal(effect_hours(minutes), parse(cells[9], 0));
	}
	fclose(file);
	assert_int_equal(lines, 3);
	assert_int_equal(totals, 2);
}

static void golden_person_years_come_out_at_1860_hours(void **state)
{
	FILE *file = open_golden("oita-r7-problem-types.csv");
	char line[1024];
	char *cells[COLUMNS_MAX];
	int64_t minutes = 0;
	int64_t tenths = 0;
	int rows = 0;
	(void)state;

	assert_true(next_row(file, line, sizeof line, cells));
	for (; next_row(file, line, sizeof line, cells); rows++) {
		const int64_t row = 60 * parse(cells[3], 0);
		const int64_t row_tenths = effect_person_years_tenths(row, H);
		assert_int_equal(row_tenths, parse(cells[4], 1));
		if (strcmp(cells[0], "total") == 0) {
			assert_int_equal(row, minutes);
			assert_int_equal(row_tenths, 116);
			assert_int_equal(tenths, 117);
		}
		minutes += row;
		tenths += row_tenths;
	}
	fclose(file);
	assert_int_equal(rows, 9);
}

/* At 1,860 hours: 61 h = 0.0328, 558 min = 0.005 exactly, half up and away from zero. */
static void hundredths_round_half_up(void **state)
{
	(void)state;
	assert_int_equal(effect_person_years_hundredths(61 * 60, H), 3);
	assert_int_equal(effect_person_years_hundredths(557, H), 0);
	assert_int_equal(effect_person_years_hundredths(558, H), 1);
	assert_int_equal(effect_person_years_hundredths(-558, H), -1);
	assert_int_equal(effect_person_years_hundredths(60 * H, H), 100);
}

static void the_published_line_floors_once_per_month(void **state)
{
	const struct effect effect = monthly_rate(3920, 88, 1960, 88, 7);
	struct saving saving;
	(void)state;

	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.per_period, 1724);
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], 12068);
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], 20688);
}

static void more_work_than_before_floors_downwards(void **state)
{
	const struct effect effect = monthly_rate(1960, 88, 3920, 88, 7);
	struct saving saving;
	(void)state;

	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.per_period, -1725);
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], -12075);
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], -20700);
}

static void each_period_has_its_own_full_year(void **state)
{
	static const struct {
		enum period period;
		int in_year;
		int64_t in_year_minutes, full_year_minutes;
	} cases[] = {
		{PERIOD_DAY, 100, 1500, 3600},
		{PERIOD_WEEK, 26, 390, 780},
		{PERIOD_MONTH, 7, 105, 180},
		{PERIOD_YEAR, 1, 15, 15},
		{PERIOD_YEAR, 0, 0, 15},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct effect effect = effect_new(1, STAGE_ACTUAL, cases[i].period, 240);
		struct saving saving;
		assert_int_equal(effect.periods_in_year, effect.periods_full_year);
		effect.before_minutes = 1000;
		effect.before_cases = 2;
		effect.after_minutes = 500;
		effect.after_cases = 1;
		effect.periods_in_year = cases[i].in_year;
		assert_true(effect_compute(&effect, &saving, NULL));
		assert_int_equal(saving.per_period, 15);
		assert_int_equal(saving.minutes[BASIS_IN_YEAR], cases[i].in_year_minutes);
		assert_int_equal(saving.minutes[BASIS_FULL_YEAR], cases[i].full_year_minutes);
	}
}

static struct effect seasonal(void)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, 240);

	/* A month saves 19.6 minutes a case: 10 cases 196, 3 cases 58.8 → 58. */
	effect.kind = EFFECT_MONTHLY;
	effect.before_minutes = 3920;
	effect.after_minutes = 1960;
	effect.monthly_cases[0] = 10;
	effect.monthly_cases[1] = 3;
	effect.monthly_cases[11] = 3;
	effect.first_month = 1;
	effect.periods_in_year = 11;
	return effect;
}

static void seasonal_work_sums_its_months(void **state)
{
	struct effect effect = seasonal();
	struct saving saving;
	(void)state;

	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.per_period, 0);
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], 116);
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], 312);
	effect.periods_in_year = 0;
	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], 0);
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], 312);
}

static void direct_figures_stay_as_entered(void **state)
{
	struct effect effect = effect_new(1, STAGE_ESTIMATE, PERIOD_YEAR, 240);
	struct saving saving;
	(void)state;

	effect.kind = EFFECT_DIRECT;
	effect.direct_in_year = 12068;
	effect.direct_full_year = -7;
	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.per_period, 0);
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], 12068);
	assert_int_equal(saving.minutes[BASIS_FULL_YEAR], -7);
}

static void assert_before(const struct effect *effect, int64_t in_year, int64_t full_year)
{
	struct saving saving;

	assert_true(effect_compute(effect, &saving, NULL));
	assert_int_equal(saving.before[BASIS_IN_YEAR], in_year);
	assert_int_equal(saving.before[BASIS_FULL_YEAR], full_year);
	/* what it takes now is never less than nothing */
	assert_true(saving.before[BASIS_IN_YEAR] == EFFECT_UNKNOWN || saving.before[BASIS_IN_YEAR] >= saving.minutes[BASIS_IN_YEAR]);
}

static void lines_know_what_the_work_took(void **state)
{
	struct effect effect = monthly_rate(3920, 88, 1960, 88, 7);
	(void)state;

	assert_before(&effect, 3449 * 7, 3449 * 12); /* 39.2 × 88 = 3,449.6 a month */
	effect = monthly_rate(40, 1, 40, 1, 7); /* 0.4 minutes: floors as what is saved does */
	assert_before(&effect, 0, 0);
	effect = seasonal();
	assert_before(&effect, 117 + 117, 392 + 117 + 117); /* 39.2 × 10 and twice × 3 */
	effect = effect_new(1, STAGE_ESTIMATE, PERIOD_YEAR, 240);
	effect.kind = EFFECT_DIRECT;
	effect.direct_in_year = effect.direct_full_year = 919 * 60;
	assert_before(&effect, EFFECT_UNKNOWN, EFFECT_UNKNOWN);
	effect.direct_before_in_year = 1095 * 60;
	effect.direct_before_full_year = 1200 * 60;
	assert_before(&effect, 1095 * 60, 1200 * 60);
	effect.direct_in_year = effect.direct_full_year = 1095 * 60;
	assert_before(&effect, 1095 * 60, 1200 * 60);
}

static void the_reduction_rate_rounds_once(void **state)
{
	(void)state;
	assert_int_equal(effect_reduction_tenths(919, 1095), 839); /* 83.926… % */
	assert_int_equal(effect_reduction_tenths(1, 2000), 1);     /* 0.05 % */
	assert_int_equal(effect_reduction_tenths(-1, 2000), -1);
	assert_int_equal(effect_reduction_tenths(0, 7), 0);
	assert_int_equal(effect_reduction_tenths(EFFECT_MINUTES_MAX * 100, EFFECT_MINUTES_MAX * 100), 1000);
}

static void assert_refused(const struct effect *effect, const char *part)
{
	struct error err = {0};
	struct saving saving = {.per_period = 42};

	assert_false(effect_compute(effect, &saving, &err));
	assert_int_equal(saving.per_period, 42);
	assert_int_equal(err.code, ERROR_DATA);
	if (!strstr(err.message, part))
		fail_msg("'%s' does not name '%s'", err.message, part);
}

static void impossible_lines_are_refused(void **state)
{
	struct effect effect = monthly_rate(3920, 88, 1960, 88, 13);
	(void)state;

	assert_refused(&effect, "13");
	effect = monthly_rate(3920, 88, 1960, 88, -1);
	assert_refused(&effect, "-1");
	effect = monthly_rate(3920, -1, 1960, 88, 7);
	assert_refused(&effect, "1,000,000,000");
	effect = monthly_rate(3920, 88, 1960, EFFECT_CASES_MAX + 1, 7);
	assert_refused(&effect, "1,000,000,000");
	effect = monthly_rate(-1, 88, 1960, 88, 7);
	assert_refused(&effect, "1件当たり");
	effect = seasonal();
	effect.periods_in_year = 12; /* May is the first of eleven */
	assert_refused(&effect, "12");
	effect = seasonal();
	effect.first_month = 12;
	assert_refused(&effect, "1");
	effect = seasonal();
	effect.monthly_cases[5] = -1;
	assert_refused(&effect, "1,000,000,000");
}

static void overflow_never_wraps(void **state)
{
	struct effect effect = monthly_rate(INT64_MAX, EFFECT_CASES_MAX, 0, 0, 1);
	struct saving saving;
	(void)state;

	assert_refused(&effect, "1");
	effect = monthly_rate(0, 0, INT64_MAX, EFFECT_CASES_MAX, 1);
	assert_refused(&effect, "1");
	/* One month fits, twelve do not: the full year is refused too. */
	effect = monthly_rate(INT64_MAX, 50, 0, 0, 1);
	assert_refused(&effect, "1");
	effect = seasonal();
	effect.before_minutes = INT64_MAX;
	for (int month = 0; month < EFFECT_MONTHS; month++)
		effect.monthly_cases[month] = 50;
	assert_refused(&effect, "1");
	/* The largest that counts, 10^9 hours a year either way, and a minute more. */
	effect = effect_new(1, STAGE_ESTIMATE, PERIOD_YEAR, 240);
	effect.before_minutes = 6000;
	effect.before_cases = EFFECT_CASES_MAX;
	assert_true(effect_compute(&effect, &saving, NULL));
	assert_int_equal(saving.minutes[BASIS_IN_YEAR], INT64_C(60000000000));
	effect.kind = EFFECT_DIRECT;
	effect.direct_full_year = EFFECT_MINUTES_MAX;
	assert_true(effect_compute(&effect, &saving, NULL));
	effect.direct_full_year = -EFFECT_MINUTES_MAX;
	assert_true(effect_compute(&effect, &saving, NULL));
	effect.direct_full_year--;
	assert_refused(&effect, "1,000,000,000");
	effect.direct_full_year = 0;
	effect.direct_in_year = INT64_MAX;
	assert_refused(&effect, "1,000,000,000");
	effect.direct_in_year = INT64_MIN;
	assert_refused(&effect, "1,000,000,000");
	/* what the work took counts, too, though nothing is saved of it */
	effect.direct_in_year = 0;
	effect.direct_before_in_year = effect.direct_before_full_year = EFFECT_MINUTES_MAX;
	assert_true(effect_compute(&effect, &saving, NULL));
	effect.direct_before_full_year++;
	assert_refused(&effect, "1,000,000,000");
	effect.direct_before_full_year = 59;
	effect.direct_full_year = 60;
	assert_refused(&effect, "導入前");
	effect = monthly_rate(EFFECT_MINUTES_MAX, 10, EFFECT_MINUTES_MAX, 10, 12);
	assert_refused(&effect, "1,000,000,000");
}

/* ---- properties, on seeded random lines ------------------------------------------------- */

static uint64_t next_random(uint64_t *seed)
{
	/* splitmix64 */
	uint64_t z = (*seed += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

static int64_t random_below(uint64_t *seed, int64_t limit)
{
	return (int64_t)(next_random(seed) % (uint64_t)limit);
}

static struct effect random_line(uint64_t *seed)
{
	const enum period period = (enum period)random_below(seed, PERIOD_COUNT);
	struct effect effect = effect_new(1, STAGE_ESTIMATE, period, 240);
	/* long work or many cases: both would be more than a line may come to */
	const bool many = random_below(seed, 2);
	const int64_t cases = many ? EFFECT_CASES_MAX : 1000;
	const int64_t minutes = many ? 16 : 1000000;

	effect.before_minutes = random_below(seed, minutes);
	effect.before_cases = random_below(seed, cases + 1);
	effect.after_minutes = random_below(seed, minutes);
	effect.after_cases = random_below(seed, cases + 1);
	effect.periods_in_year = (int)random_below(seed, effect.periods_full_year + 1);
	return effect;
}

static void the_floor_is_the_largest_whole_not_above(void **state)
{
	uint64_t seed = 1;
	(void)state;

	for (int i = 0; i < ROUNDS; i++) {
		const struct effect effect = random_line(&seed);
		struct saving saving;
		assert_true(effect_compute(&effect, &saving, NULL));
		const wide exact = (wide)effect.before_minutes * effect.before_cases -
				   (wide)effect.after_minutes * effect.after_cases;
		assert_true((wide)saving.per_period * 100 <= exact);
		assert_true(((wide)saving.per_period + 1) * 100 > exact);
		assert_true(saving.minutes[BASIS_IN_YEAR] ==
			    saving.per_period * effect.periods_in_year);
		assert_true(saving.minutes[BASIS_FULL_YEAR] ==
			    saving.per_period * effect.periods_full_year);
	}
}

static void exchanging_before_and_after_turns_the_sign(void **state)
{
	uint64_t seed = 2;
	(void)state;

	for (int i = 0; i < ROUNDS; i++) {
		const struct effect effect = random_line(&seed);
		struct effect turned = effect;
		struct saving saving, back;
		turned.before_minutes = effect.after_minutes;
		turned.before_cases = effect.after_cases;
		turned.after_minutes = effect.before_minutes;
		turned.after_cases = effect.before_cases;
		assert_true(effect_compute(&effect, &saving, NULL));
		assert_true(effect_compute(&turned, &back, NULL));
		/* Both floor: where something was cut they miss each other by one minute. */
		const wide exact = (wide)effect.before_minutes * effect.before_cases -
				   (wide)effect.after_minutes * effect.after_cases;
		assert_int_equal(saving.per_period + back.per_period, exact % 100 ? -1 : 0);
	}
}

static void more_before_never_saves_less(void **state)
{
	uint64_t seed = 3;
	(void)state;

	for (int i = 0; i < ROUNDS; i++) {
		const struct effect effect = random_line(&seed);
		struct effect more = effect;
		struct effect less = effect;
		struct saving saving, most, least;
		more.before_minutes += random_below(&seed, 8);
		less.after_minutes += random_below(&seed, 8);
		assert_true(effect_compute(&effect, &saving, NULL));
		assert_true(effect_compute(&more, &most, NULL));
		assert_true(effect_compute(&less, &least, NULL));
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++) {
			assert_true(most.minutes[basis] >= saving.minutes[basis]);
			assert_true(least.minutes[basis] <= saving.minutes[basis]);
		}
	}
}

static void the_order_of_lines_does_not_matter(void **state)
{
	enum { LINES = 50 };
	struct effect lines[LINES];
	uint64_t seed = 4;
	int64_t first = 0;
	(void)state;

	for (int i = 0; i < LINES; i++)
		lines[i] = random_line(&seed);
	for (int round = 0; round < 100; round++) {
		int64_t sum = 0;
		for (int i = LINES - 1; i > 0; i--) {
			const int64_t other = random_below(&seed, i + 1);
			const struct effect held = lines[i];
			lines[i] = lines[other];
			lines[other] = held;
		}
		for (int i = 0; i < LINES; i++) {
			struct saving saving;
			assert_true(effect_compute(&lines[i], &saving, NULL));
			assert_true(decimal_sum(sum, saving.minutes[BASIS_IN_YEAR], &sum));
		}
		if (round == 0)
			first = sum;
		assert_true(sum == first);
	}
}

static void twelve_equal_months_are_a_monthly_rate(void **state)
{
	uint64_t seed = 5;
	(void)state;

	for (int i = 0; i < 1000; i++) {
		const int64_t cases = random_below(&seed, 1000);
		const int months = (int)random_below(&seed, 13);
		const struct effect rate = monthly_rate(random_below(&seed, 100000), cases,
			random_below(&seed, 100000), cases, months);
		struct effect season = rate;
		struct saving a, b;
		season.kind = EFFECT_MONTHLY;
		season.first_month = months == 12 ? 0 : (int)random_below(&seed, 12 - months + 1);
		season.first_month = season.first_month > 11 ? 11 : season.first_month;
		for (int month = 0; month < EFFECT_MONTHS; month++)
			season.monthly_cases[month] = cases;
		assert_true(effect_compute(&rate, &a, NULL));
		assert_true(effect_compute(&season, &b, NULL));
		assert_memory_equal(a.before, b.before, sizeof a.before);
		assert_true(a.minutes[BASIS_IN_YEAR] == b.minutes[BASIS_IN_YEAR]);
		assert_true(a.minutes[BASIS_FULL_YEAR] == b.minutes[BASIS_FULL_YEAR]);
	}
}

static void overflow_agrees_with_wide_arithmetic(void **state)
{
	uint64_t seed = 6;
	int refused = 0;
	(void)state;

	for (int i = 0; i < ROUNDS; i++) {
		struct effect effect = random_line(&seed);
		struct saving saving;
		effect.before_minutes = (int64_t)(next_random(&seed) >> (1 + i % 63));
		effect.after_minutes = (int64_t)(next_random(&seed) >> (1 + i % 61));
		const wide exact = (wide)effect.before_minutes * effect.before_cases -
				   (wide)effect.after_minutes * effect.after_cases;
		const wide floor = exact / 100 - (exact % 100 < 0);
		const wide before = (wide)effect.before_minutes * effect.before_cases / 100;
		const wide year = floor * effect.periods_full_year;
		bool fits = true;
		/* what is saved, what it took, what it takes now */
		for (int part = 0; part < 3; part++) {
			const wide minutes = part == 0 ? floor : part == 1 ? before : before - floor;
			const wide most = effect.periods_full_year > effect.periods_in_year ?
				effect.periods_full_year : effect.periods_in_year;
			fits = fits && minutes * most >= -EFFECT_MINUTES_MAX &&
				minutes * most <= EFFECT_MINUTES_MAX;
		}
		assert_int_equal(effect_compute(&effect, &saving, NULL), fits);
		if (fits)
			assert_true(saving.minutes[BASIS_FULL_YEAR] == year &&
				saving.before[BASIS_FULL_YEAR] == before * effect.periods_full_year);
		refused += !fits;
	}
	assert_in_range(refused, 1, ROUNDS - 1);
}

/* ---- display ------------------------------------------------------------------------- */

static void hours_round_half_up_at_the_end(void **state)
{
	(void)state;

	assert_int_equal(effect_hours(12068), 201);
	assert_int_equal(effect_hours(4620), 77);
	assert_int_equal(effect_hours(16688), 278);
	assert_int_equal(effect_hours(29), 0);
	assert_int_equal(effect_hours(30), 1);
	assert_int_equal(effect_hours(-30), -1);
	assert_int_equal(effect_hours(-29), 0);
	assert_int_equal(effect_hours(0), 0);
}

static void names_are_read_in_either_language(void **state)
{
	static const char *const months[] = {
		"month", "Month", "月", "月間", "月当たり", " 月 ", "ＭＯＮＴＨ", "ヶ月"};
	enum period period;
	enum stage stage;
	enum basis basis;
	(void)state;

	for (size_t i = 0; i < sizeof months / sizeof months[0]; i++) {
		period = PERIOD_COUNT;
		assert_true(effect_period_parse(months[i], &period));
		assert_int_equal(period, PERIOD_MONTH);
	}
	for (period = 0; period < PERIOD_COUNT; period++) {
		enum period back = PERIOD_COUNT;
		assert_true(effect_period_parse(effect_period_id(period), &back));
		assert_int_equal(back, period);
		assert_true(effect_period_parse(effect_period_label(period), &back));
		assert_int_equal(back, period);
	}
	assert_true(effect_stage_parse("見込み", &stage) && stage == STAGE_ESTIMATE);
	assert_true(effect_stage_parse("forecast", &stage) && stage == STAGE_FORECAST);
	assert_true(effect_stage_parse("実績", &stage) && stage == STAGE_ACTUAL);
	assert_true(effect_basis_parse("年度内", &basis) && basis == BASIS_IN_YEAR);
	assert_true(effect_basis_parse("full-year", &basis) && basis == BASIS_FULL_YEAR);
	assert_string_equal(effect_basis_label(BASIS_FULL_YEAR), "平年度化");
	assert_string_equal(effect_stage_label(STAGE_ESTIMATE), "見込");
	assert_false(effect_period_parse("世紀", &period));
	assert_false(effect_stage_parse("", &stage));
	assert_false(effect_basis_parse(NULL, &basis));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(golden_effect_cases_come_out_to_the_digit),
		cmocka_unit_test(golden_person_years_come_out_at_1860_hours),
		cmocka_unit_test(hundredths_round_half_up),
		cmocka_unit_test(the_published_line_floors_once_per_month),
		cmocka_unit_test(more_work_than_before_floors_downwards),
		cmocka_unit_test(each_period_has_its_own_full_year),
		cmocka_unit_test(seasonal_work_sums_its_months),
		cmocka_unit_test(direct_figures_stay_as_entered),
		cmocka_unit_test(lines_know_what_the_work_took),
		cmocka_unit_test(the_reduction_rate_rounds_once),
		cmocka_unit_test(impossible_lines_are_refused),
		cmocka_unit_test(overflow_never_wraps),
		cmocka_unit_test(the_floor_is_the_largest_whole_not_above),
		cmocka_unit_test(exchanging_before_and_after_turns_the_sign),
		cmocka_unit_test(more_before_never_saves_less),
		cmocka_unit_test(the_order_of_lines_does_not_matter),
		cmocka_unit_test(twelve_equal_months_are_a_monthly_rate),
		cmocka_unit_test(overflow_agrees_with_wide_arithmetic),
		cmocka_unit_test(hours_round_half_up_at_the_end),
		cmocka_unit_test(names_are_read_in_either_language),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
