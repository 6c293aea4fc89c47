/* year_terms - what a fiscal year reckons with, its H and its hourly rate, and sums over several years at
 * each year's own (domain.md §4): exact fractions, rounded once. */
#ifndef MODEL_YEAR_TERMS_H
#define MODEL_YEAR_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct year_terms {
	int fiscal_year;
	int hours_per_person_year; /* H, above 0 */
	int64_t hourly_rate;       /* yen; 0 = none is set, or none is used */
};

/* True when the years have different H, or different rates. */
bool year_terms_differ_in_hours(const struct year_terms *years, size_t count);
bool year_terms_differ_in_rates(const struct year_terms *years, size_t count);

/* False for years whose H have no common multiple that can be reckoned with. Seven years always have
 * one, any number where the H are whole tens. What follows takes only years that pass. */
bool year_terms_reckon(const struct year_terms *years, size_t count);

/* Below: minutes has one figure for each of the years. */

/* Person-years in 10^-decimals (at most 2), rounded half away from zero. */
int64_t year_terms_person_years(const struct year_terms *years, size_t count,
	const int64_t *minutes, int decimals);
/* The order of two sums of person-years, exact: below, equal to or above 0. */
int year_terms_compare(const struct year_terms *years, size_t count, const int64_t *left,
	const int64_t *right);
/* What the minutes are worth in yen, rounded half away from zero; false when it does not fit. */
bool year_terms_value(const struct year_terms *years, size_t count, const int64_t *minutes,
	int64_t *yen);

/* The share of part in whole in tenths of a percent, of person-years or of their value in yen; *known is
 * false where there is no whole. False when it cannot be reckoned. */
bool year_terms_share(const struct year_terms *years, size_t count, bool valued,
	const int64_t *part, const int64_t *whole, bool *known, int64_t *tenths);

#endif
