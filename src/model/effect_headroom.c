/* effect_headroom - how far the use of a line has come. */
#include "config.h"

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/effect.h"

/* Cases that the line stands for in a full year: those there were before, or where none are given
 * those there are now. 0 = nobody counts them. */
static int64_t covered_cases(const struct effect *effect)
{
	int64_t cases = 0, year = 0;

	switch (effect->kind) {
	case EFFECT_PER_PERIOD:
		cases = effect->before_cases ? effect->before_cases : effect->after_cases;
		return decimal_multiply(cases, effect->periods_full_year, &year) ? year : 0;
	case EFFECT_MONTHLY:
		for (int month = 0; month < EFFECT_MONTHS; month++)
			if (!decimal_sum(year, effect->monthly_cases[month], &year))
				return 0;
		return year;
	case EFFECT_DIRECT:
		break;
	}
	return 0;
}

enum headroom_lack effect_headroom_find(const struct effect *effect, struct headroom *headroom)
{
	struct saving saving;
	const int64_t covered = covered_cases(effect);

	if (effect->unit_cases <= 0)
		return HEADROOM_NOT_SAID;
	if (covered <= 0)
		return HEADROOM_NO_CASES;
	if (!effect_compute(effect, &saving, NULL))
		return HEADROOM_TOO_LARGE;
	*headroom = (struct headroom){.covered = covered, .all = effect->unit_cases,
		.minutes = saving.minutes[BASIS_FULL_YEAR],
		.full = saving.minutes[BASIS_FULL_YEAR]};
	if (effect->unit_cases <= covered)
		return HEADROOM_KNOWN;
	const __int128 product = (__int128)headroom->minutes * effect->unit_cases;
	const __int128 rest = (product % covered + covered) % covered;
	const __int128 full = (product - rest) / covered;
	if (full > EFFECT_MINUTES_MAX || full < -EFFECT_MINUTES_MAX)
		return HEADROOM_TOO_LARGE;
	headroom->full = (int64_t)full;
	return HEADROOM_KNOWN;
}

bool effect_headroom(const struct effect *effect, struct headroom *headroom)
{
	return effect_headroom_find(effect, headroom) == HEADROOM_KNOWN;
}

static void effect_headroom_add_number(struct strbuf *texts, size_t at, int64_t number,
	int decimals)
{
	decimal_add_triangle(&texts[at], number, decimals, false);
}

void effect_headroom_explain(const struct headroom *headroom, struct strbuf *out)
{
	enum { TEXTS = 5 };
	struct strbuf texts[TEXTS] = {{0}};
	int64_t tenths = 0;

	decimal_scale(headroom->covered, 1000, headroom->all, &tenths);
	effect_headroom_add_number(texts, 0, headroom->covered, 0);
	effect_headroom_add_number(texts, 1, headroom->all, 0);
	effect_headroom_add_number(texts, 2, tenths, 1);
	effect_headroom_add_number(texts, 3, effect_hours(headroom->full), 0);
	effect_headroom_add_number(texts, 4, effect_hours(headroom->full - headroom->minutes), 0);
	/* cases covered, all cases, percent, hours by full use, hours more */
	strbuf_addf(out, _("%s of %s cases a year (%s%%); full use would save %s h, %s h more"),
		strbuf_text(&texts[0]), strbuf_text(&texts[1]), strbuf_text(&texts[2]),
		strbuf_text(&texts[3]), strbuf_text(&texts[4]));
	for (size_t t = 0; t < TEXTS; t++)
		strbuf_free(&texts[t]);
}
