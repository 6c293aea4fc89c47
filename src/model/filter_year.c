#include "config.h"

#include "model/filter_year.h"

/* As filter_value says of ranges [number, until). */
static bool filter_year_matches(enum filter_op op, const struct filter_value *value, int fiscal_year)
{
	switch (op) {
	case FILTER_LT:
		return fiscal_year < value->number;
	case FILTER_LE:
		return fiscal_year < value->until;
	case FILTER_GT:
		return fiscal_year >= value->until;
	case FILTER_GE:
		return fiscal_year >= value->number;
	case FILTER_MATCH:
	case FILTER_EQ:
		break;
	}
	return fiscal_year >= value->number && fiscal_year < value->until;
}

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
		bool any = term->negated;

		if (term->key != FILTER_FISCAL_YEAR)
			continue;
		for (size_t v = 0; v < term->values.count; v++)
			if (filter_year_matches(term->op, &term->values.items[v], fiscal_year))
				any = !term->negated;
		if (!any)
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
