#include "config.h"

#include "model/indicator.h"

#include <assert.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"

enum { TENTHS_OF_PERCENT = 1000, WHOLE_YEAR = 12 /* after March's 11 */ };

void indicator_register_free(struct indicator_register *indicators)
{
	for (size_t i = 0; i < indicators->indicators.count; i++) {
		vec_free(&indicators->indicators.items[i].targets);
		vec_free(&indicators->indicators.items[i].values);
	}
	vec_free(&indicators->indicators);
	arena_free(&indicators->arena);
}

int indicator_find(const struct indicator_register *indicators, const char *code)
{
	assert(code);
	for (size_t i = 0; i < indicators->indicators.count; i++)
		if (strcmp(indicators->indicators.items[i].code, code) == 0)
			return (int)i;
	return -1;
}

struct indicator *indicator_get(struct indicator_register *indicators, const char *code)
{
	assert(code);

	const int found = indicator_find(indicators, code);

	if (found >= 0)
		return &indicators->indicators.items[found];
	struct indicator *const indicator = vec_add(&indicators->indicators);
	indicator->code = arena_strdup(&indicators->arena, code);
	indicator->name = indicator->unit = indicator->source = "";
	indicator->position = (int)indicators->indicators.count;
	return indicator;
}

void indicator_set_target(struct indicator *indicator, int fiscal_year, int64_t target)
{
	const struct indicator_target new = {fiscal_year, target};
	size_t at = 0;

	while (at < indicator->targets.count &&
		indicator->targets.items[at].fiscal_year < fiscal_year)
		at++;
	if (at == indicator->targets.count ||
		indicator->targets.items[at].fiscal_year != fiscal_year) {
		*vec_add(&indicator->targets) = new;
		memmove(indicator->targets.items + at + 1, indicator->targets.items + at,
			(indicator->targets.count - at - 1) * sizeof new);
	}
	indicator->targets.items[at] = new;
}

/* Months in the order of the fiscal year. */
static int indicator_place_of(int fiscal_year, int month)
{
	return fiscal_year * (WHOLE_YEAR + 1) + (month ? (month + 8) % 12 : WHOLE_YEAR);
}

void indicator_set_value(struct indicator *indicator, int fiscal_year, int month, int64_t value)
{
	const struct indicator_value new = {fiscal_year, month, value};
	const int place = indicator_place_of(fiscal_year, month);
	size_t at = indicator->values.count;

	/* They mostly come in order. */
	while (at > 0 && indicator_place_of(indicator->values.items[at - 1].fiscal_year,
				 indicator->values.items[at - 1].month) >= place)
		at--;
	if (at == indicator->values.count ||
		indicator_place_of(indicator->values.items[at].fiscal_year,
			indicator->values.items[at].month) != place) {
		*vec_add(&indicator->values) = new;
		memmove(indicator->values.items + at + 1, indicator->values.items + at,
			(indicator->values.count - at - 1) * sizeof new);
	}
	indicator->values.items[at] = new;
}

/* ---- reading a year -------------------------------------------------------------------------- */

bool indicator_read(const struct indicator *indicator, int fiscal_year,
	struct indicator_reading *reading)
{
	struct indicator_reading result = {0};

	for (size_t v = 0; v < indicator->values.count; v++) {
		const struct indicator_value *const value = &indicator->values.items[v];

		if (value->fiscal_year != fiscal_year)
			continue;
		if (value->month == 0) {
			*reading = (struct indicator_reading){value->value, 0};
			return true;
		}
		result.months++;
		if (indicator->yearly == INDICATOR_LAST)
			result.value = value->value;
		else if (!decimal_sum(result.value, value->value, &result.value))
			return false;
	}
	if (result.months)
		*reading = result;
	return result.months > 0;
}

const struct indicator_target *indicator_target_for(const struct indicator *indicator,
	int fiscal_year)
{
	const struct indicator_target *undated = NULL;

	for (size_t t = 0; t < indicator->targets.count; t++) {
		const struct indicator_target *const target = &indicator->targets.items[t];

		if (target->fiscal_year >= fiscal_year)
			return target;
		if (target->fiscal_year == 0)
			undated = target;
	}
	return undated;
}

bool indicator_attainment(enum indicator_direction direction, int64_t value, int64_t target,
	int64_t *tenths)
{
	if (target <= 0)
		return false;
	if (direction == INDICATOR_UP)
		return decimal_scale(value, TENTHS_OF_PERCENT, target, tenths);
	if (value <= 0) {
		*tenths = TENTHS_OF_PERCENT;
		return true;
	}
	return decimal_scale(target, TENTHS_OF_PERCENT, value, tenths);
}

bool indicator_telemetry_ratio(int64_t measured_hours, int64_t reported_minutes,
	int64_t *hundredths)
{
	/* thousandths of an hour, minutes, and hundredths of the ratio: 60 × 100 / 1,000 */
	return reported_minutes > 0 && decimal_scale(measured_hours, 6, reported_minutes,
		hundredths);
}

void indicator_format(int64_t value, int decimals, struct strbuf *out)
{
	int64_t divisor = 1;

	assert(decimals >= 0 && decimals <= INDICATOR_DECIMALS);
	for (int d = decimals; d < INDICATOR_DECIMALS; d++)
		divisor *= 10;
	decimal_add_triangle(out, decimal_divide_half_up(value, divisor), decimals, true);
}

/* ---- words ----------------------------------------------------------------------------------- */

const struct choice indicator_directions[INDICATOR_DIRECTION_COUNT] = {
	[INDICATOR_UP] = {"up", N_("More is better"), "増加\n上げる\n↑\n+"},
	[INDICATOR_DOWN] = {"down", N_("Less is better"), "減少\n下げる\n↓\n-"},
};

const struct choice indicator_yearlies[INDICATOR_YEARLY_COUNT] = {
	[INDICATOR_LAST] = {"last", N_("Latest month"), "最新\n期末"},
	[INDICATOR_SUM] = {"sum", N_("Sum of the months"), "合計\n累計"},
};

const struct choice indicator_computed_from[INDICATOR_COMPUTED_COUNT] = {
	[INDICATOR_TYPED] = {"", N_("Typed in"), "typed"},
	[INDICATOR_HOURS_SAVED] = {"hours-saved", N_("Hours saved in the year"), ""},
	[INDICATOR_LEADERS_TRAINED] = {"leaders-trained", N_("Leaders trained so far, each once"),
		"育成したリーダー数（累計）"},
	[INDICATOR_LEADERS_TRAINED_YEARLY] = {"leaders-trained-yearly",
		N_("Leaders trained so far, once for each year"), ""},
};

const char *indicator_counting(const struct indicator *indicator)
{
	static const char *const words[INDICATOR_COMPUTED_COUNT] = {
		[INDICATOR_LEADERS_TRAINED] = N_("each person once"),
		[INDICATOR_LEADERS_TRAINED_YEARLY] = N_("a person once for each year of leading"),
	};

	return words[indicator->computed] ? _(words[indicator->computed]) : NULL;
}

const char *indicator_direction_id(enum indicator_direction direction)
{
	assert(direction <= INDICATOR_DOWN);
	return indicator_directions[direction].id;
}

const char *indicator_direction_label(enum indicator_direction direction)
{
	assert(direction <= INDICATOR_DOWN);
	return _(indicator_directions[direction].label);
}

bool indicator_direction_parse(const char *text, enum indicator_direction *direction)
{
	const int found = choice_parse(indicator_directions, INDICATOR_DIRECTION_COUNT, text);

	if (found >= 0)
		*direction = (enum indicator_direction)found;
	return found >= 0;
}

const char *indicator_yearly_id(enum indicator_yearly yearly)
{
	assert(yearly <= INDICATOR_SUM);
	return indicator_yearlies[yearly].id;
}

const char *indicator_yearly_label(enum indicator_yearly yearly)
{
	assert(yearly <= INDICATOR_SUM);
	return _(indicator_yearlies[yearly].label);
}

bool indicator_yearly_parse(const char *text, enum indicator_yearly *yearly)
{
	const int found = choice_parse(indicator_yearlies, INDICATOR_YEARLY_COUNT, text);

	if (found >= 0)
		*yearly = (enum indicator_yearly)found;
	return found >= 0;
}

const char *indicator_computed_id(enum indicator_computed computed)
{
	assert(computed < INDICATOR_COMPUTED_COUNT);
	return indicator_computed_from[computed].id;
}

const char *indicator_computed_label(enum indicator_computed computed)
{
	assert(computed < INDICATOR_COMPUTED_COUNT);
	return _(indicator_computed_from[computed].label);
}

bool indicator_computed_parse(const char *text, enum indicator_computed *computed)
{
	const int found = choice_parse(indicator_computed_from, INDICATOR_COMPUTED_COUNT, text);

	if (found >= 0)
		*computed = (enum indicator_computed)found;
	return found >= 0;
}
