/* Sums of person-years over years with different H, against plain fractions over one denominator. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/effect.h"
#include "model/year_terms.h"

enum { YEARS = 4, ROUNDS = 20000 };

__extension__ typedef __int128 wide;

static uint32_t random_next(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33);
}

/* The sum of minutes / 60 / H in tenths or hundredths, over the product of all H. */
static int64_t plainly(const struct year_terms *years, size_t count, const int64_t *minutes, int factor)
{
	wide numerator = 0, denominator = 60;

	for (size_t y = 0; y < count; y++)
		denominator *= years[y].hours_per_person_year;
	for (size_t y = 0; y < count; y++)
		numerator += denominator / 60 / years[y].hours_per_person_year * minutes[y] * factor;
	const wide magnitude = numerator < 0 ? -numerator : numerator;
	const wide rounded = (2 * magnitude + denominator) / (2 * denominator);

	return (int64_t)(numerator < 0 ? -rounded : rounded);
}

static void sums_are_those_of_plain_fractions(void **state)
{
	static const int hours[] = {1, 7, 600, 1000, 1733, 1851, 1852, 1860, 1867, 1920, 8784};
	struct year_terms years[YEARS];
	int64_t minutes[YEARS], others[YEARS], mirrored[YEARS];
	uint64_t seed = 20251130;
	(void)state;

	for (int round = 0; round < ROUNDS; round++) {
		const size_t count = 1 + random_next(&seed) % YEARS;

		for (size_t y = 0; y < count; y++) {
			years[y] = (struct year_terms){2022 + (int)y, hours[random_next(&seed) %
				(sizeof hours / sizeof hours[0])], 0};
			/* often on or beside half a tenth */
			minutes[y] = (int64_t)(random_next(&seed) % 41) - 20;
			minutes[y] = minutes[y] * 3 * years[y].hours_per_person_year +
				(int64_t)(random_next(&seed) % 3) - 1;
			others[y] = minutes[y] + (int64_t)(random_next(&seed) % 3) - 1;
			mirrored[y] = -minutes[y];
		}
		assert_true(year_terms_reckon(years, count));
		for (int decimals = 1; decimals <= 2; decimals++) {
			const int64_t sum = year_terms_person_years(years, count, minutes, decimals);

			assert_int_equal(sum, plainly(years, count, minutes, decimals == 1 ? 10 : 100));
			assert_int_equal(year_terms_person_years(years, count, mirrored, decimals),
				-sum);
		}
		if (count == 1)
			assert_int_equal(year_terms_person_years(years, 1, minutes, 1),
				effect_person_years_tenths(minutes[0], years[0].hours_per_person_year));

		wide difference = 0, denominator = 1;
		for (size_t y = 0; y < count; y++)
			denominator *= years[y].hours_per_person_year;
		for (size_t y = 0; y < count; y++)
			difference += denominator / years[y].hours_per_person_year *
				(minutes[y] - others[y]);
		assert_int_equal(year_terms_compare(years, count, minutes, others),
			(difference > 0) - (difference < 0));
	}
}

static void the_largest_minutes_there_are_fit(void **state)
{
	const struct year_terms years[] = {{2024, 1, 1000000}, {2025, 1999, 1000000}};
	const int64_t minutes[] = {INT64_C(8000000000000000000) / 100, INT64_MAX / 2},
		above[] = {INT64_C(8000000000000000000) / 100, INT64_MAX / 2 + 1};
	int64_t yen;
	(void)state;

	assert_int_equal(year_terms_person_years(years, 2, minutes, 2),
		plainly(years, 2, minutes, 100));
	assert_int_equal(year_terms_compare(years, 2, minutes, above), -1);
	assert_false(year_terms_value(years, 2, minutes, &yen));
}

static void values_add_before_they_are_rounded(void **state)
{
	/* 29 min × 1 yen + 1 min × 1 yen: half a yen together, neither alone */
	const struct year_terms years[] = {{2024, 1860, 1}, {2025, 1860, 1}};
	int64_t yen = 0;
	(void)state;

	assert_true(year_terms_value(years, 2, (const int64_t[]){29, 1}, &yen));
	assert_int_equal(yen, 1);
	assert_true(year_terms_value(years, 2, (const int64_t[]){-29, -1}, &yen));
	assert_int_equal(yen, -1);
	assert_true(year_terms_value(years, 2, (const int64_t[]){-28, -1}, &yen));
	assert_int_equal(yen, 0);
}

static void years_without_a_common_multiple_are_told(void **state)
{
	/* primes: no two have a divisor in common */
	static const int primes[] = {8783, 8779, 8761, 8753, 8747, 8741, 8737, 8731, 8719};
	struct year_terms years[9];
	(void)state;

	for (size_t y = 0; y < 9; y++)
		years[y] = (struct year_terms){2017 + (int)y, primes[y], 0};
	assert_true(year_terms_reckon(years, 7));
	assert_false(year_terms_reckon(years, 9));
	for (size_t y = 0; y < 9; y++)
		years[y].hours_per_person_year = 1800 + 10 * (int)y;
	assert_true(year_terms_reckon(years, 9));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_those_of_plain_fractions),
		cmocka_unit_test(the_largest_minutes_there_are_fit),
		cmocka_unit_test(values_add_before_they_are_rounded),
		cmocka_unit_test(years_without_a_common_multiple_are_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
