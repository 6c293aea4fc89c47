#include "config.h"

#include "model/effect.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/choice.h"

enum { MINUTE_PARTS = 100 /* minutes per case are held in hundredths */ };

/* Two products of 64-bit numbers and their difference always fit. */
__extension__ typedef __int128 wide;

static const struct choice stages[STAGE_COUNT] = {
	[STAGE_ESTIMATE] = {"estimate", N_("Estimate"), "見込\n見込み\n当初見込"},
	[STAGE_FORECAST] = {"forecast", N_("Interim forecast"),
		"中間見込\n中間見込み\n中間\n年度末見込"},
	[STAGE_ACTUAL] = {"actual", N_("Actual"), "実績\n実績値"},
};

static const struct choice bases[BASIS_COUNT] = {
	[BASIS_IN_YEAR] = {"in-year", N_("In-year"), "年度内\n当年度\nin_year\nin year"},
	[BASIS_FULL_YEAR] = {"full-year", N_("Full-year"),
		"平年度化\n平年度\n通年\nfull_year\nfull year"},
};

static const struct choice periods[PERIOD_COUNT] = {
	[PERIOD_DAY] = {"day", N_("Day"), "日\n日間\n日当たり\n日あたり\n毎日\n/日\ndaily\nper day"},
	[PERIOD_WEEK] = {"week", N_("Week"),
		"週\n週間\n週当たり\n週あたり\n毎週\n/週\nweekly\nper week"},
	[PERIOD_MONTH] = {"month", N_("Month"),
		"月\n月間\n月当たり\n月あたり\n毎月\nか月\nヶ月\n/月\nmonthly\nper month"},
	[PERIOD_YEAR] = {"year", N_("Year"),
		"年\n年間\n年当たり\n年あたり\n毎年\n年度\n/年\nyearly\nannual\nper year"},
};

/* How many of a period a year can hold (leap years, and weeks that two years share). */
static const int periods_max[PERIOD_COUNT] = {
	[PERIOD_DAY] = 366,
	[PERIOD_WEEK] = 53,
	[PERIOD_MONTH] = 12,
	[PERIOD_YEAR] = 1,
};

int effect_periods_full_year(enum period period, int working_days)
{
	assert(period < PERIOD_COUNT);
	switch (period) {
	case PERIOD_DAY:
		return working_days;
	case PERIOD_WEEK:
		return 52;
	case PERIOD_MONTH:
		return 12;
	case PERIOD_YEAR:
	case PERIOD_COUNT:
		break;
	}
	return 1;
}

int effect_compare(const void *a, const void *b)
{
	const struct effect *left = a, *right = b;

	return left->line != right->line ? (left->line > right->line) - (left->line < right->line) :
					   (int)left->stage - (int)right->stage;
}

#define EMPTY_TEXT(member) .member = "",
#define EMPTY_WHOLE(member)
#define EMPTY_COUNT(member)
#define EMPTY_STAGE(member)
#define EMPTY_PERIOD(member)
#define EMPTY_MONTHS(member)
#define EMPTY_KEY(kind, member)
#define EMPTY_STORED(kind, member) EMPTY_##kind(member)
#define EMPTY_COMPUTED
#define EMPTY(name, id, label, variants, type, stored, ...) EMPTY_##stored

struct effect effect_new(int line, enum stage stage, enum period period, int working_days)
{
	assert(stage < STAGE_COUNT && period < PERIOD_COUNT);

	const int full_year = effect_periods_full_year(period, working_days);

	return (struct effect){
		.line = line,
		.stage = stage,
		.kind = EFFECT_PER_PERIOD,
		EFFECT_COLUMNS(EMPTY)
		.period = period,
		.periods_in_year = full_year,
		.periods_full_year = full_year,
		.direct_before_in_year = EFFECT_UNKNOWN,
		.direct_before_full_year = EFFECT_UNKNOWN,
	};
}

static bool effect_too_large(const struct effect *effect, struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("effect line %d: no work takes more than 1,000,000,000 hours a year; check the "
		  "figures"),
		effect->line);
}

bool effect_minutes_fit(int64_t minutes)
{
	return minutes >= -EFFECT_MINUTES_MAX && minutes <= EFFECT_MINUTES_MAX;
}

static bool check_cases(const struct effect *effect, int64_t cases, struct error *err)
{
	if (cases >= 0 && cases <= EFFECT_CASES_MAX)
		return true;
	return error_set(err, ERROR_DATA,
		_("effect line %d: cases must lie between 0 and 1,000,000,000"), effect->line);
}

static bool check_periods(const struct effect *effect, int count, int max, struct error *err)
{
	if (count >= 0 && count <= max)
		return true;
	return error_set(err, ERROR_DATA,
		_("effect line %d: there are %d periods, but a year has at most %d of that kind"),
		effect->line, count, max);
}

static bool check_minutes(const struct effect *effect, struct error *err)
{
	if (effect->before_minutes >= 0 && effect->after_minutes >= 0)
		return true;
	return error_set(err, ERROR_DATA,
		_("effect line %d: minutes per case must not be negative"), effect->line);
}

/* What one period took, and what it saves: floors of the exact product and difference in whole minutes;
 * false when one does not fit. */
static bool effect_period_minutes(const struct effect *effect, int64_t before_cases, int64_t after_cases,
	int64_t *before, int64_t *saved)
{
	const wide taken = (wide)effect->before_minutes * before_cases;
	const wide difference = taken - (wide)effect->after_minutes * after_cases;
	const wide whole = difference / MINUTE_PARTS - (difference % MINUTE_PARTS < 0);

	*before = (int64_t)(taken / MINUTE_PARTS);
	*saved = (int64_t)whole;
	return taken / MINUTE_PARTS <= INT64_MAX && whole >= INT64_MIN && whole <= INT64_MAX;
}

static bool compute_per_period(
	const struct effect *effect, struct saving *saving, struct error *err)
{
	const int max = periods_max[effect->period];

	if (!check_minutes(effect, err) || !check_cases(effect, effect->before_cases, err) ||
		!check_cases(effect, effect->after_cases, err) ||
		!check_periods(effect, effect->periods_in_year, max, err) ||
		!check_periods(effect, effect->periods_full_year, max, err))
		return false;
	const int of_basis[BASIS_COUNT] = {effect->periods_in_year, effect->periods_full_year};
	int64_t before;
	bool fits = effect_period_minutes(effect, effect->before_cases, effect->after_cases, &before,
		&saving->per_period);

	for (enum basis basis = 0; fits && basis < BASIS_COUNT; basis++)
		fits = decimal_multiply(saving->per_period, of_basis[basis], &saving->minutes[basis]) &&
			decimal_multiply(before, of_basis[basis], &saving->before[basis]);
	return fits || effect_too_large(effect, err);
}

static bool compute_monthly(const struct effect *effect, struct saving *saving, struct error *err)
{
	if (effect->first_month < 0 || effect->first_month >= EFFECT_MONTHS)
		return error_set(err, ERROR_DATA,
			_("effect line %d: the first month must lie between April and March"),
			effect->line);
	if (!check_minutes(effect, err) || !check_periods(effect, effect->periods_in_year,
						   EFFECT_MONTHS - effect->first_month, err))
		return false;
	for (int month = 0; month < EFFECT_MONTHS; month++) {
		const int64_t cases = effect->monthly_cases[month];
		const bool in_year = month >= effect->first_month &&
			month < effect->first_month + effect->periods_in_year;
		int64_t before, saved;

		if (!check_cases(effect, cases, err))
			return false;
		if (!effect_period_minutes(effect, cases, cases, &before, &saved))
			return effect_too_large(effect, err);
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
			if ((in_year || basis == BASIS_FULL_YEAR) &&
				!(decimal_sum(saving->minutes[basis], saved, &saving->minutes[basis]) &&
					decimal_sum(saving->before[basis], before,
						&saving->before[basis])))
				return effect_too_large(effect, err);
	}
	return true;
}

static bool compute_direct(const struct effect *effect, struct saving *saving, struct error *err)
{
	saving->minutes[BASIS_IN_YEAR] = effect->direct_in_year;
	saving->minutes[BASIS_FULL_YEAR] = effect->direct_full_year;
	saving->before[BASIS_IN_YEAR] = saving->before[BASIS_FULL_YEAR] = EFFECT_UNKNOWN;
	if (effect->direct_before_in_year < 0 || effect->direct_before_full_year < 0)
		return true;
	saving->before[BASIS_IN_YEAR] = effect->direct_before_in_year;
	saving->before[BASIS_FULL_YEAR] = effect->direct_before_full_year;
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		if (saving->before[basis] < saving->minutes[basis])
			return error_set(err, ERROR_DATA,
				_("effect line %d: more hours would be saved than the work took before"),
				effect->line);
	return true;
}

bool effect_compute(const struct effect *effect, struct saving *saving, struct error *err)
{
	struct saving result = {0};

	switch (effect->kind) {
	case EFFECT_PER_PERIOD:
		if (!compute_per_period(effect, &result, err))
			return false;
		break;
	case EFFECT_MONTHLY:
		if (!compute_monthly(effect, &result, err))
			return false;
		break;
	case EFFECT_DIRECT:
		if (!compute_direct(effect, &result, err))
			return false;
		break;
	}
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		if (!effect_minutes_fit(result.minutes[basis]) ||
			!effect_minutes_fit(result.before[basis]) ||
			(result.before[basis] != EFFECT_UNKNOWN &&
				!effect_minutes_fit(result.before[basis] - result.minutes[basis])))
			return effect_too_large(effect, err);
	*saving = result;
	return true;
}

int64_t effect_hours(int64_t minutes)
{
	return decimal_divide_half_up(minutes, 60);
}

int64_t effect_person_years_tenths(int64_t minutes, int hours_per_person_year)
{
	/* minutes / 60 / H in tenths: 10 / 60 is 1 / 6. */
	return decimal_divide_half_up(minutes, INT64_C(6) * hours_per_person_year);
}

int64_t effect_person_years_hundredths(int64_t minutes, int hours_per_person_year)
{
	int64_t hundredths = 0;

	/* minutes / 60 / H in hundredths: 100 / 60 is 5 / 3. The result is smaller than the
	 * minutes. */
	decimal_scale(minutes, 5, 3 * (int64_t)hours_per_person_year, &hundredths);
	return hundredths;
}

int64_t effect_reduction_tenths(int64_t saved, int64_t before)
{
	const wide twice = (wide)saved * 2 * 1000 + (saved < 0 ? -before : before);

	assert(before > 0);
	return (int64_t)(twice / (2 * (wide)before));
}

const char *effect_stage_id(enum stage stage)
{
	assert(stage < STAGE_COUNT);
	return stages[stage].id;
}

const char *effect_stage_label(enum stage stage)
{
	assert(stage < STAGE_COUNT);
	return _(stages[stage].label);
}

bool effect_stage_parse(const char *text, enum stage *stage)
{
	const int found = choice_parse(stages, STAGE_COUNT, text);

	if (found >= 0)
		*stage = (enum stage)found;
	return found >= 0;
}

const char *effect_basis_id(enum basis basis)
{
	assert(basis < BASIS_COUNT);
	return bases[basis].id;
}

const char *effect_basis_label(enum basis basis)
{
	assert(basis < BASIS_COUNT);
	return _(bases[basis].label);
}

bool effect_basis_parse(const char *text, enum basis *basis)
{
	const int found = choice_parse(bases, BASIS_COUNT, text);

	if (found >= 0)
		*basis = (enum basis)found;
	return found >= 0;
}

const char *effect_period_id(enum period period)
{
	assert(period < PERIOD_COUNT);
	return periods[period].id;
}

const char *effect_period_label(enum period period)
{
	assert(period < PERIOD_COUNT);
	return _(periods[period].label);
}

bool effect_period_parse(const char *text, enum period *period)
{
	const int found = choice_parse(periods, PERIOD_COUNT, text);

	if (found >= 0)
		*period = (enum period)found;
	return found >= 0;
}
