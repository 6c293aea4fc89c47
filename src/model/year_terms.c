#include "config.h"

#include "model/year_terms.h"

#include <assert.h>

__extension__ typedef __int128 wide;

enum { MINUTES_PER_HOUR = 60, DECIMALS_MAX = 2, TENTHS_OF_PERCENT = 1000 };

/* A common multiple of H up to here leaves room for the rests of as many years as there are. */
#define MULTIPLE_MAX ((wide)1 << 100)
#define SHARE_MAX ((wide)1 << 120)

bool year_terms_differ_in_hours(const struct year_terms *years, size_t count)
{
	for (size_t y = 1; y < count; y++)
		if (years[y].hours_per_person_year != years[0].hours_per_person_year)
			return true;
	return false;
}

bool year_terms_differ_in_rates(const struct year_terms *years, size_t count)
{
	for (size_t y = 1; y < count; y++)
		if (years[y].hourly_rate != years[0].hourly_rate)
			return true;
	return false;
}

/* The least common multiple of every H; 0 when it is beyond MULTIPLE_MAX. */
static wide year_terms_multiple(const struct year_terms *years, size_t count)
{
	wide multiple = 1;

	for (size_t y = 0; y < count && multiple; y++) {
		wide a = multiple, b = years[y].hours_per_person_year;

		assert(b > 0);
		while (b) {
			const wide rest = a % b;

			a = b;
			b = rest;
		}
		multiple *= years[y].hours_per_person_year / a;
		if (multiple > MULTIPLE_MAX)
			multiple = 0;
	}
	return multiple;
}

bool year_terms_reckon(const struct year_terms *years, size_t count)
{
	return year_terms_multiple(years, count) != 0;
}

/* whole + rest / divisor, with 0 <= rest < divisor. */
struct exact {
	wide whole, rest, divisor;
};

/* Adds (plus - minus) minutes × factor of a year in person-years; minus may be NULL. */
static struct exact year_terms_sum(const struct year_terms *years, size_t count,
	const int64_t *plus, const int64_t *minus, int factor)
{
	const wide multiple = year_terms_multiple(years, count);
	struct exact sum = {.divisor = MINUTES_PER_HOUR * multiple};

	assert(multiple);
	for (size_t y = 0; y < count; y++) {
		const wide divisor = MINUTES_PER_HOUR * (wide)years[y].hours_per_person_year;
		const wide figure = ((wide)plus[y] - (minus ? minus[y] : 0)) * factor;
		const wide rest = (figure % divisor + divisor) % divisor;

		sum.whole += (figure - rest) / divisor;
		sum.rest += rest * (multiple / years[y].hours_per_person_year);
		sum.whole += sum.rest / sum.divisor;
		sum.rest %= sum.divisor;
	}
	return sum;
}

/* Half away from zero; false when it does not fit. */
static bool year_terms_round(struct exact sum, int64_t *rounded)
{
	const bool up = sum.whole < 0 ? 2 * sum.rest > sum.divisor : 2 * sum.rest >= sum.divisor;
	const wide nearest = sum.whole + up;

	if (nearest > INT64_MAX || nearest < INT64_MIN)
		return false;
	*rounded = (int64_t)nearest;
	return true;
}

int64_t year_terms_person_years(const struct year_terms *years, size_t count,
	const int64_t *minutes, int decimals)
{
	static const int factors[DECIMALS_MAX + 1] = {1, 10, 100};
	int64_t rounded = 0;

	assert(decimals >= 0 && decimals <= DECIMALS_MAX);
	/* It fits: an hour of H is sixty minutes, and their sum fits. */
	year_terms_round(year_terms_sum(years, count, minutes, NULL, factors[decimals]), &rounded);
	return rounded;
}

int year_terms_compare(const struct year_terms *years, size_t count, const int64_t *left,
	const int64_t *right)
{
	const struct exact difference = year_terms_sum(years, count, left, right, 1);

	return difference.whole < 0 ? -1 : difference.whole > 0 || difference.rest > 0;
}

bool year_terms_value(const struct year_terms *years, size_t count, const int64_t *minutes,
	int64_t *yen)
{
	struct exact sum = {.divisor = MINUTES_PER_HOUR};

	for (size_t y = 0; y < count; y++)
		sum.rest += (wide)minutes[y] * years[y].hourly_rate;
	sum.whole = sum.rest / sum.divisor - (sum.rest % sum.divisor < 0);
	sum.rest -= sum.whole * sum.divisor;
	return year_terms_round(sum, yen);
}

/* Adds minutes × weight; false when it does not fit. */
static bool year_terms_add(wide minutes, wide weight, wide *sum)
{
	wide product;

	return !__builtin_mul_overflow(minutes, weight, &product) &&
		!__builtin_add_overflow(*sum, product, sum);
}

bool year_terms_share(const struct year_terms *years, size_t count, bool valued,
	const int64_t *part, const int64_t *whole, bool *known, int64_t *tenths)
{
	const wide multiple = year_terms_multiple(years, count);
	struct exact share = {0};

	for (size_t y = 0; y < count; y++) {
		const wide weight = valued ? years[y].hourly_rate :
			multiple / years[y].hours_per_person_year;

		if (!year_terms_add((wide)part[y] * TENTHS_OF_PERCENT, weight, &share.rest) ||
			!year_terms_add(whole[y], weight, &share.divisor))
			return false;
	}
	if (share.divisor > SHARE_MAX)
		return false;
	*known = share.divisor > 0;
	if (!*known)
		return true;
	share.whole = share.rest / share.divisor - (share.rest % share.divisor < 0);
	share.rest -= share.whole * share.divisor;
	return year_terms_round(share, tenths);
}
