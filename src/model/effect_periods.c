#include "config.h"

#include "model/effect_periods.h"

#include <assert.h>

#include "model/fiscal_year.h"

int effect_months_in_operation(int fiscal_year, struct date operating_from)
{
	const int starts_in = fiscal_year_of(operating_from); /* 0 where it is unknown */

	if (starts_in < fiscal_year)
		return EFFECT_MONTHS;
	return starts_in > fiscal_year ? 0 : EFFECT_MONTHS - (operating_from.month + 8) % EFFECT_MONTHS;
}

void effect_count_to_march(struct effect *effect)
{
	const bool some = effect->periods_in_year > 0 && effect->periods_in_year <= EFFECT_MONTHS;

	effect->first_month =
		some && effect->kind == EFFECT_MONTHLY ? EFFECT_MONTHS - effect->periods_in_year : 0;
}

static int effect_periods_within(const struct effect *effect, int months)
{
	switch (effect->period) {
	case PERIOD_DAY:
	case PERIOD_WEEK:
		return (2 * effect->periods_full_year * months + EFFECT_MONTHS) / (2 * EFFECT_MONTHS);
	case PERIOD_MONTH:
		return months;
	case PERIOD_YEAR:
	case PERIOD_COUNT:
		break;
	}
	return months > 0;
}

void effect_follow(struct effect *effect, int months)
{
	assert(months >= 0 && months <= EFFECT_MONTHS);
	if (effect->kind == EFFECT_DIRECT)
		return;
	if (!effect->periods_typed) {
		effect->periods_in_year = effect_periods_within(effect, months);
		effect_count_to_march(effect);
	}
	if (effect->kind == EFFECT_MONTHLY) {
		/* Takes the months before the start out of those in effect. */
		const int start = EFFECT_MONTHS - months;
		const int end = effect->first_month + effect->periods_in_year;

		/* more than there are is refused by effect_compute() */
		if (effect->first_month < start && end <= EFFECT_MONTHS) {
			effect->first_month = start % EFFECT_MONTHS;
			effect->periods_in_year = end > start ? end - start : 0;
		}
	}
}
