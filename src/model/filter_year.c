#include "config.h"

#include "model/filter_year.h"

bool filter_has_years(const struct filter *filter)
{
	for (size_t t = 0; t < filter->terms.count; t++)
		if (filter->terms.items[t].key == FILTER_FISCAL_YEAR)
			return true;
	return false;
}

bool filter_passes_year(const struct filter *filter, int fiscal_year)
{
	for (size_t t = 0; t < filter->terms.count; t++) {
		const struct filter_term *const term = &filter->terms.items[t];
		bool any = false;

		for (size_t v = 0; v < term->values.count; v++) {
			const struct filter_value *const value = &term->values.items[v];
			const bool from = fiscal_year >= value->number;
			const bool below = fiscal_year < value->until;
			const bool holds[] = {[FILTER_MATCH] = from && below,
				[FILTER_EQ] = from && below, [FILTER_LT] = !from, [FILTER_LE] = below,
				[FILTER_GT] = !below, [FILTER_GE] = from};

			any |= holds[term->op];
		}
		if (term->key == FILTER_FISCAL_YEAR && any == term->negated)
			return false;
	}
	return true;
}

void filter_drop_years(struct filter *filter)
{
	size_t kept = 0;

	for (size_t t = 0; t < filter->terms.count; t++)
		if (filter->terms.items[t].key == FILTER_FISCAL_YEAR)
			vec_free(&filter->terms.items[t].values);
		else
			filter->terms.items[kept++] = filter->terms.items[t];
	filter->terms.count = kept;
}
