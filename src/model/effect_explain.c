/* effect_explain - the formula of an effect line in words. */
#include "config.h"

#include "model/effect.h"

#include <assert.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/effect_direct.h"

/* A number as people read it. Caller frees. */
static char *number(int64_t value, int decimals)
{
	struct strbuf digits = {0};

	decimal_add_triangle(&digits, value, decimals, true);
	return strbuf_detach(&digits);
}

static void effect_explain_add_minutes(struct strbuf *out, int64_t minutes)
{
	char *text = number(minutes, 0);

	strbuf_addf(out, _("%s min"), text);
	free(text);
}

static void add_cases(struct strbuf *out, int64_t cases)
{
	char *text = number(cases, 0);

	strbuf_addf(out, ngettext("%s case", "%s cases", cases == 1 ? 1 : 2), text);
	free(text);
}

static void add_minutes_per_case(struct strbuf *out, int64_t hundredths)
{
	char *text = number(hundredths, 2);

	strbuf_addf(out, _("%s min"), text);
	free(text);
}

/* 39.2分×88件 */
static void effect_explain_add_work(struct strbuf *out, int64_t minutes_per_case, int64_t cases)
{
	struct strbuf minutes = {0};
	struct strbuf count = {0};

	add_minutes_per_case(&minutes, minutes_per_case);
	add_cases(&count, cases);
	/* TRANSLATORS: minutes per case times cases, each with its unit. */
	strbuf_addf(out, _("%s × %s"), strbuf_text(&minutes), strbuf_text(&count));
	strbuf_free(&minutes);
	strbuf_free(&count);
}

/* 1,724分/月 */
static void add_rate(struct strbuf *out, int64_t minutes, enum period period)
{
	char *text = number(minutes, 0);

	switch (period) {
	case PERIOD_DAY:
		strbuf_addf(out, _("%s min/day"), text);
		break;
	case PERIOD_WEEK:
		strbuf_addf(out, _("%s min/week"), text);
		break;
	case PERIOD_MONTH:
		strbuf_addf(out, _("%s min/month"), text);
		break;
	case PERIOD_YEAR:
	case PERIOD_COUNT:
		strbuf_addf(out, _("%s min/year"), text);
		break;
	}
	free(text);
}

/* 7か月 */
static void add_periods(struct strbuf *out, int count, enum period period)
{
	const unsigned long plural = count == 1 ? 1 : 2;

	switch (period) {
	case PERIOD_DAY:
		strbuf_addf(out, ngettext("%d day", "%d days", plural), count);
		break;
	case PERIOD_WEEK:
		strbuf_addf(out, ngettext("%d week", "%d weeks", plural), count);
		break;
	case PERIOD_MONTH:
		strbuf_addf(out, ngettext("%d month", "%d months", plural), count);
		break;
	case PERIOD_YEAR:
	case PERIOD_COUNT:
		strbuf_addf(out, ngettext("%d year", "%d years", plural), count);
		break;
	}
}

static void explain_per_period(const struct effect *effect, const struct saving *saving,
	enum basis basis, struct strbuf *out)
{
	const int periods =
		basis == BASIS_IN_YEAR ? effect->periods_in_year : effect->periods_full_year;

	effect_explain_add_work(out, effect->before_minutes, effect->before_cases);
	strbuf_add_text(out, " − ");
	effect_explain_add_work(out, effect->after_minutes, effect->after_cases);
	strbuf_add_text(out, " = ");
	add_rate(out, saving->per_period, effect->period);
	strbuf_add_text(out, " × ");
	add_periods(out, periods, effect->period);
	strbuf_add_text(out, " = ");
	effect_explain_add_minutes(out, saving->minutes[basis]);
}

/* 39.2分 → 19.6分: 4月 88件 1,724分 + 5月 80件 1,568分 = 3,292分; months without a case are left out. In the
 * year in which the work begins it says from when: （9月から）. */
static void explain_monthly(const struct effect *effect, const struct saving *saving,
	enum basis basis, struct strbuf *out)
{
	static const char *const months[EFFECT_MONTHS] = {
		N_("Apr"), N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"),
		N_("Oct"), N_("Nov"), N_("Dec"), N_("Jan"), N_("Feb"), N_("Mar"),
	};
	const int first = basis == BASIS_IN_YEAR ? effect->first_month : 0;
	const int count = basis == BASIS_IN_YEAR ? effect->periods_in_year : EFFECT_MONTHS;
	bool begun = false;

	add_minutes_per_case(out, effect->before_minutes);
	strbuf_add_text(out, " → ");
	add_minutes_per_case(out, effect->after_minutes);
	if (count == 0)
		strbuf_add_text(out, _(" (no month in effect this year)"));
	else if (count < EFFECT_MONTHS)
		strbuf_addf(out, _(" (from %s)"), _(months[first]));
	strbuf_add_text(out, ": ");
	for (int month = first; month < first + count; month++) {
		if (effect->monthly_cases[month] == 0)
			continue;
		strbuf_addf(out, "%s%s ", begun ? " + " : "", _(months[month]));
		add_cases(out, effect->monthly_cases[month]);
		strbuf_add_char(out, ' ');

		/* What one month saves: the line cut down to that month. */
		struct effect one = *effect;
		struct saving part = {0};
		one.first_month = month;
		one.periods_in_year = 1;
		effect_compute(&one, &part, NULL);
		effect_explain_add_minutes(out, part.minutes[BASIS_IN_YEAR]);
		begun = true;
	}
	strbuf_add_text(out, begun ? " = " : "");
	effect_explain_add_minutes(out, saving->minutes[basis]);
}

void effect_add_duration(struct strbuf *out, int64_t minutes)
{
	char *hours = number(minutes / 60, 0);
	const int rest = (int)(minutes % 60);

	/* The sign stands once, before the hours; △0 would lose it. */
	if (rest == 0)
		strbuf_addf(out, _("%s h"), hours);
	else
		strbuf_addf(out, _("%s%s h %d min"), minutes < 0 && minutes > -60 ? "△" : "", hours,
			abs(rest));
	free(hours);
}

void effect_describe(const struct effect *effect, bool before, struct strbuf *out)
{
	const int64_t minutes = before ? effect->before_minutes : effect->after_minutes;
	struct strbuf work = {0};

	if (effect->kind == EFFECT_PER_PERIOD) {
		effect_explain_add_work(&work, minutes,
			before ? effect->before_cases : effect->after_cases);
		/* TRANSLATORS: a piece of work, and how often: a day, week, month or year. */
		strbuf_addf(out, _("%s (%s)"), strbuf_text(&work),
			effect_period_label(effect->period));
	} else if (effect->kind == EFFECT_MONTHLY) {
		add_minutes_per_case(&work, minutes);
		strbuf_addf(out, _("%s a case, counted by month"), strbuf_text(&work));
	} else if (effect_direct_knows_before(effect)) {
		effect_add_duration(&work, effect->direct_before_full_year -
			(before ? 0 : effect->direct_full_year));
		strbuf_addf(out, _("%s (%s)"), strbuf_text(&work), effect_period_label(PERIOD_YEAR));
	}
	strbuf_free(&work);
}

/* 直接入力 201時間8分; 直接入力 1,095時間 − 176時間 = 919時間（削減率 83.9%） */
static void explain_direct(const struct effect *effect, const struct saving *saving,
	enum basis basis, struct strbuf *out)
{
	const int64_t before = saving->before[basis], saved = saving->minutes[basis];
	struct strbuf hours = {0};

	(void)effect;
	if (before != EFFECT_UNKNOWN) {
		effect_add_duration(&hours, before);
		strbuf_add_text(&hours, " − ");
		effect_add_duration(&hours, before - saved);
		strbuf_add_text(&hours, " = ");
	}
	effect_add_duration(&hours, saved);
	if (before > 0) {
		char *const rate = number(effect_reduction_tenths(saved, before), 1);

		strbuf_addf(&hours, _(" (reduction rate %s%%)"), rate);
		free(rate);
	}
	strbuf_addf(out, _("entered directly: %s"), strbuf_text(&hours));
	strbuf_free(&hours);
}

static void (*const explain_kind[])(const struct effect *effect, const struct saving *saving,
	enum basis basis, struct strbuf *out) = {
	[EFFECT_PER_PERIOD] = explain_per_period,
	[EFFECT_MONTHLY] = explain_monthly,
	[EFFECT_DIRECT] = explain_direct,
};

void effect_explain(const struct effect *effect, enum basis basis, struct strbuf *out)
{
	struct saving saving;
	struct error err;

	assert(basis < BASIS_COUNT);
	if (!effect_compute(effect, &saving, &err)) {
		strbuf_add_text(out, err.message);
		return;
	}
	explain_kind[effect->kind](effect, &saving, basis, out);
}
