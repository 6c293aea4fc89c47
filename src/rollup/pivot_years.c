/* pivot_years - each year's own H and hourly rate in tables over several years (domain.md §4). */
#include "config.h"

#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "rollup/pivot_plan.h"

static struct year_terms pivot_years_terms(const struct pivot_context *context, int fiscal_year)
{
	struct year_terms terms = {fiscal_year, context->hours_per_person_year,
		context->hourly_rate};

	for (size_t y = 0; y < context->year_count; y++)
		if (context->years[y].fiscal_year == fiscal_year)
			terms = context->years[y];
	return terms;
}

bool pivot_years_init(struct pivot_plan *plan, const struct cube_query *query, struct error *err)
{
	const struct facts *const facts = plan->facts;
	const struct dictionary *const years = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	const int fiscal_year = plan->query->fiscal_year;
	bool *const seen = xcalloc(years->entries.count + 1, sizeof *seen);
	bool values = false, measures_years = false, changes = false;

	for (size_t m = 0; m < plan->query->measure_count; m++) {
		const enum measure measure = plan->query->measures[m];
		const bool relates = measure == MEASURE_SHARE || measure == MEASURE_CHANGE;
		const enum measure of = relates ? pivot_query_of(plan->query, m) : measure;

		values |= of == MEASURE_LABOUR_VALUE;
		measures_years |= of == MEASURE_PERSON_YEARS;
		changes |= measure == MEASURE_CHANGE && (of == MEASURE_LABOUR_VALUE ||
			of == MEASURE_PERSON_YEARS);
	}

	/* A table of one year is of that one, and of the one before where changes ask for it. */
	seen[pivot_year_code(facts, fiscal_year)] = fiscal_year;
	seen[pivot_year_code(facts, fiscal_year - 1)] |= fiscal_year && changes && plan->has_before;
	for (size_t f = 0; f < facts->count && !fiscal_year; f++)
		if (facts->flags[f] & FACT_COUNTED && cube_query_selects(query, f))
			seen[facts->codes[DIMENSION_FISCAL_YEAR][f]] = true;
	/* Entries stand in the order of time. */
	for (size_t c = 1; c < years->entries.count; c++)
		if (seen[c])
			*vec_add(&plan->terms) = pivot_years_terms(plan->context,
				(int)strtol(years->entries.items[c].code, NULL, 10));
	if (seen[years->entries.count])
		*vec_add(&plan->terms) = pivot_years_terms(plan->context, fiscal_year);
	free(seen);

	const struct year_terms *const terms = plan->terms.items;
	const size_t count = plan->terms.count;

	for (size_t y = 0; y < count && !values; y++)
		plan->terms.items[y].hourly_rate = 0;
	plan->minutes_of_years = xcalloc(count, sizeof *plan->minutes_of_years);
	plan->grand_of_years = xcalloc(count, sizeof *plan->grand_of_years);
	plan->terms_differ = (measures_years && year_terms_differ_in_hours(terms, count)) ||
		year_terms_differ_in_rates(terms, count);
	if (!plan->terms_differ)
		return true;
	if (!year_terms_reckon(terms, count))
		return error_set(err, ERROR_DATA,
			_("The hours per person-year of these fiscal years differ too much to be "
			  "added up exactly; choose fewer years."));
	if (plan->query->fiscal_year)
		return true;
	plan->of_years = xcalloc(count, sizeof *plan->of_years);
	for (size_t y = 0; y < count; y++) {
		struct cube_query cubes = *query;

		cubes.wants = CUBE_MINUTES;
		cubes.year_code = pivot_year_code(plan->facts, terms[y].fiscal_year);
		cube_set_init(&plan->of_years[y], &cubes);
	}
	return true;
}

void pivot_years_free(struct pivot_plan *plan)
{
	for (size_t y = 0; y < plan->terms.count && plan->of_years; y++)
		cube_set_free(&plan->of_years[y]);
	free(plan->of_years);
	free(plan->minutes_of_years);
	free(plan->grand_of_years);
	vec_free(&plan->terms);
}

/* Takes minutes of a year: to the first where the years do not differ. */
static bool pivot_years_add(const struct pivot_plan *plan, int fiscal_year, int64_t minutes,
	int64_t *of_years)
{
	for (size_t y = 0; y < plan->terms.count; y++)
		if (!plan->terms_differ || plan->terms.items[y].fiscal_year == fiscal_year)
			return decimal_sum(of_years[y], minutes, &of_years[y]);
	return true;
}

/* The minutes of a cell by year. */
static bool pivot_years_split(struct pivot_plan *plan, unsigned mask,
	const uint16_t codes[CUBE_SLOTS], int64_t minutes, int64_t *of_years, struct error *err)
{
	for (size_t y = 0; y < plan->terms.count; y++)
		of_years[y] = 0;
	if (!plan->of_years)
		return pivot_years_add(plan, plan->query->fiscal_year, minutes, of_years);
	for (size_t y = 0; y < plan->terms.count; y++) {
		const struct cube *const cube = cube_set_get(&plan->of_years[y], mask, err);

		if (!cube)
			return false;
		of_years[y] = cube_at(cube, codes).minutes;
	}
	return true;
}

bool pivot_years_sums(struct pivot_plan *plan, unsigned mask, const uint16_t codes[CUBE_SLOTS],
	int previous_year, struct figure_input *input, struct error *err)
{
	static const uint16_t whole[CUBE_SLOTS];

	input->years = plan->terms.items;
	input->year_count = plan->terms_differ ? plan->terms.count : plan->terms.count > 0;
	input->minutes_of_years = plan->minutes_of_years;
	input->grand_of_years = plan->grand_of_years;
	if (!pivot_years_split(plan, mask, codes, input->sums.minutes, plan->minutes_of_years,
		err) || !pivot_years_split(plan, 0, whole, input->grand.minutes,
		plan->grand_of_years, err))
		return false;
	return !input->has_previous || pivot_years_add(plan, previous_year,
		-input->previous.minutes, plan->minutes_of_years) ||
		error_set(err, ERROR_DATA, _("The total is too large to be counted."));
}
