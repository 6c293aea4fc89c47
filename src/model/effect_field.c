#include "config.h"

#include "model/effect_field.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/destination.h"

#define INFO_NUMBER true
#define INFO_WORDS false
#define INFO_LOCKED true
#define INFO_FREE false
/* Every property by its place: a row that leaves one out is no row. */
#define INFO(name, id, label, variants, written, stored, locked, cell) \
	[EFFECT_FIELD_##name] = {id, label, variants, INFO_##written, INFO_##locked},

const struct effect_field_info effect_fields[EFFECT_FIELD_COUNT] = {EFFECT_COLUMNS(INFO)};

/* ---- hours as people type them -------------------------------------------------------------- */

bool effect_parse_hours(const char *text, int64_t *minutes, struct error *err)
{
	char *plain = text_nfkc(text);
	char *colon = strchr(plain, ':');
	int64_t hours = 0, rest = 0;
	bool good, fits;

	if (colon) {
		*colon = '\0';
		good = decimal_parse(plain, 0, &hours, err) &&
			decimal_parse(colon + 1, 0, &rest, err);
		if (good && (rest < 0 || rest > 59))
			good = error_set(err, ERROR_DATA,
				_("'%s': the minutes after ':' go from 00 to 59."), text);
		const bool minus = strchr(plain, '-') != NULL;
		fits = good && decimal_multiply(hours, 60, minutes) &&
			decimal_sum(*minutes, minus ? -rest : rest, minutes);
	} else {
		/* Hundredths of an hour are 0.6 minutes; what is no whole minute rounds half up. */
		good = decimal_parse(plain, 2, &hours, err);
		fits = good && decimal_multiply(hours, 60, minutes);
		if (fits)
			*minutes = decimal_divide_half_up(*minutes, 100);
	}
	free(plain);
	if (good && !(fits && effect_minutes_fit(*minutes)))
		return error_set(err, ERROR_DATA,
			_("'%s': no work takes more than 1,000,000,000 hours a year."), text);
	return good;
}

void effect_format_hours(int64_t minutes, struct strbuf *out)
{
	const int64_t rest = llabs(minutes % 60);

	if (minutes < 0 && minutes > -60)
		strbuf_add_char(out, '-');
	strbuf_add_int(out, minutes / 60);
	if (rest)
		strbuf_addf(out, ":%02d", (int)rest);
}

/* ---- reading the field ---------------------------------------------------------------------- */

static void effect_get_direct(const struct effect *effect, struct strbuf *out)
{
	if (effect->kind != EFFECT_DIRECT)
		return;
	effect_format_hours(effect->direct_in_year, out);
	if (effect->direct_full_year == effect->direct_in_year)
		return;
	strbuf_add_char(out, '/');
	effect_format_hours(effect->direct_full_year, out);
}

static void effect_get_monthly(const struct effect *effect, struct strbuf *out)
{
	if (effect->kind != EFFECT_MONTHLY)
		return;
	for (int month = 0; month < EFFECT_MONTHS; month++) {
		if (month)
			strbuf_add_char(out, ';');
		strbuf_add_int(out, effect->monthly_cases[month]);
	}
}

/* Cases stand in the line itself only where they are counted per period. */
static void effect_get_cases(const struct effect *effect, int64_t cases, struct strbuf *out)
{
	if (effect->kind == EFFECT_PER_PERIOD)
		strbuf_add_int(out, cases);
}

void effect_field_get(const struct effect *effect, enum effect_field field, struct strbuf *out)
{
	const bool direct = effect->kind == EFFECT_DIRECT;

	assert(field < EFFECT_FIELD_COUNT);
	switch (field) {
	case EFFECT_FIELD_LINE:
		strbuf_add_int(out, effect->line);
		break;
	case EFFECT_FIELD_LABEL:
		strbuf_add_text(out, effect->label ? effect->label : "");
		break;
	case EFFECT_FIELD_STAGE:
		strbuf_add_text(out, effect_stage_id(effect->stage));
		break;
	case EFFECT_FIELD_BEFORE_MINUTES:
		if (!direct)
			decimal_add(out, effect->before_minutes, 2, true);
		break;
	case EFFECT_FIELD_BEFORE_CASES:
		effect_get_cases(effect, effect->before_cases, out);
		break;
	case EFFECT_FIELD_AFTER_MINUTES:
		if (!direct)
			decimal_add(out, effect->after_minutes, 2, true);
		break;
	case EFFECT_FIELD_AFTER_CASES:
		effect_get_cases(effect, effect->after_cases, out);
		break;
	case EFFECT_FIELD_PERIOD:
		if (!direct)
			strbuf_add_text(out, effect_period_id(effect->period));
		break;
	case EFFECT_FIELD_PERIODS_IN_YEAR:
		if (!direct)
			strbuf_add_int(out, effect->periods_in_year);
		break;
	case EFFECT_FIELD_PERIODS_FULL_YEAR:
		if (!direct)
			strbuf_add_int(out, effect->periods_full_year);
		break;
	case EFFECT_FIELD_DIRECT_HOURS:
		effect_get_direct(effect, out);
		break;
	case EFFECT_FIELD_MONTHLY_CASES:
		effect_get_monthly(effect, out);
		break;
	case EFFECT_FIELD_DESTINATION:
		strbuf_add_text(out, effect->destination ? effect->destination : "");
		break;
	case EFFECT_FIELD_UNIT_CASES:
		if (!direct && effect->unit_cases)
			strbuf_add_int(out, effect->unit_cases);
		break;
	case EFFECT_FIELD_COUNT:
		break;
	}
}

/* ---- setting the field ---------------------------------------------------------------------- */

/* A number from 0 to most; empty means 0. */
static bool effect_parse_count(const char *text, enum effect_field field, int64_t most, int64_t *count,
	struct error *err)
{
	if (!*text) {
		*count = 0;
		return true;
	}
	if (!decimal_parse(text, 0, count, err))
		return false;
	if (*count < 0 || *count > most)
		return error_set(err, ERROR_DATA, _("%s: '%s' is not between 0 and %lld."),
			_(effect_fields[field].label), text, (long long)most);
	return true;
}

static bool effect_parse_minutes(const char *text, enum effect_field field, int64_t *hundredths,
	struct error *err)
{
	if (!*text) {
		*hundredths = 0;
		return true;
	}
	if (!decimal_parse(text, 2, hundredths, err))
		return false;
	if (*hundredths < 0)
		return error_set(err, ERROR_DATA, _("%s: '%s' is negative."),
			_(effect_fields[field].label), text);
	return true;
}

/* Counting months in effect to the end of the year: what runs from September on runs 7 months. */
static void effect_start_months(struct effect *effect)
{
	if (effect->kind == EFFECT_MONTHLY && effect->periods_in_year <= EFFECT_MONTHS)
		effect->first_month = EFFECT_MONTHS - effect->periods_in_year;
}

static bool effect_set_direct(struct effect *effect, const char *text, struct error *err)
{
	int64_t in_year, full_year;

	if (!*text) {
		if (effect->kind == EFFECT_DIRECT)
			effect->kind = EFFECT_PER_PERIOD;
		return true;
	}
	char *copy = xstrdup(text);
	char *slash = strchr(copy, '/');
	if (slash)
		*slash = '\0';
	const bool good = effect_parse_hours(copy, &in_year, err) &&
		effect_parse_hours(slash ? slash + 1 : copy, &full_year, err);
	free(copy);
	if (!good)
		return false;
	effect->kind = EFFECT_DIRECT;
	effect->direct_in_year = in_year;
	effect->direct_full_year = full_year;
	return true;
}

static bool effect_set_monthly(struct effect *effect, const char *text, struct error *err)
{
	int64_t cases[EFFECT_MONTHS];
	char *copy = text_nfkc(text), *rest = copy;
	int month = 0;
	bool good = true;

	if (!*copy) {
		if (effect->kind == EFFECT_MONTHLY)
			effect->kind = EFFECT_PER_PERIOD;
		free(copy);
		return true;
	}
	for (char *word; good && (word = strsep(&rest, ";")) != NULL; month++)
		good = month < EFFECT_MONTHS &&
			effect_parse_count(word, EFFECT_FIELD_MONTHLY_CASES, EFFECT_CASES_MAX,
				&cases[month], err);
	free(copy);
	if (month != EFFECT_MONTHS)
		return error_set(err, ERROR_DATA,
			_("%s: '%s' must hold twelve counts, April to March, joined by ';'."),
			_(effect_fields[EFFECT_FIELD_MONTHLY_CASES].label), text);
	if (!good)
		return false;
	memcpy(effect->monthly_cases, cases, sizeof cases);
	effect->kind = EFFECT_MONTHLY;
	effect->period = PERIOD_MONTH;
	effect_start_months(effect);
	return true;
}

static bool effect_set_period(struct effect *effect, const char *text, int working_days,
	struct error *err)
{
	if (!*text)
		return true;
	if (!effect_period_parse(text, &effect->period))
		return error_set(err, ERROR_DATA,
			_("'%s' is no period; it is day, week, month or year."), text);
	effect->periods_full_year = effect_periods_full_year(effect->period, working_days);
	effect->periods_in_year = effect->periods_full_year;
	return true;
}

static bool effect_set_periods(struct effect *effect, enum effect_field field, const char *text,
	struct error *err)
{
	int64_t count;

	if (!*text)
		return true;
	if (!effect_parse_count(text, field, 366, &count, err))
		return false;
	if (field == EFFECT_FIELD_PERIODS_IN_YEAR)
		effect->periods_in_year = (int)count;
	else
		effect->periods_full_year = (int)count;
	effect_start_months(effect);
	return true;
}

static bool effect_set_label(struct effect *effect, const char *text, struct arena *arena,
	struct error *err)
{
	if (strlen(text) > EFFECT_LABEL_MAX * 3)
		return error_set(err, ERROR_DATA, _("%s: longer than %d characters."),
			_(effect_fields[EFFECT_FIELD_LABEL].label), EFFECT_LABEL_MAX);
	effect->label = arena_strdup(arena, text);
	return true;
}

static bool effect_set_destination(struct effect *effect, const char *text, struct arena *arena,
	struct error *err)
{
	struct destination_split split;
	struct strbuf normal = {0};

	if (!destination_parse(text, &split, err))
		return false;
	destination_format(&split, &normal);
	effect->destination = arena_strdup(arena, strbuf_text(&normal));
	strbuf_free(&normal);
	return true;
}

static bool effect_set_field(struct effect *effect, enum effect_field field, const char *text,
	int working_days, struct arena *arena, struct error *err)
{
	int64_t line;

	switch (field) {
	case EFFECT_FIELD_LINE:
		if (!effect_parse_count(text, field, 9999, &line, err))
			return false;
		effect->line = (int)line;
		return true;
	case EFFECT_FIELD_LABEL:
		return effect_set_label(effect, text, arena, err);
	case EFFECT_FIELD_STAGE:
		return !*text || effect_stage_parse(text, &effect->stage) ||
			error_set(err, ERROR_DATA,
				_("'%s' is no stage; it is estimate, forecast or actual."), text);
	case EFFECT_FIELD_BEFORE_MINUTES:
		return effect_parse_minutes(text, field, &effect->before_minutes, err);
	case EFFECT_FIELD_BEFORE_CASES:
		return effect_parse_count(text, field, EFFECT_CASES_MAX, &effect->before_cases, err);
	case EFFECT_FIELD_AFTER_MINUTES:
		return effect_parse_minutes(text, field, &effect->after_minutes, err);
	case EFFECT_FIELD_AFTER_CASES:
		return effect_parse_count(text, field, EFFECT_CASES_MAX, &effect->after_cases, err);
	case EFFECT_FIELD_PERIOD:
		return effect_set_period(effect, text, working_days, err);
	case EFFECT_FIELD_PERIODS_IN_YEAR:
	case EFFECT_FIELD_PERIODS_FULL_YEAR:
		return effect_set_periods(effect, field, text, err);
	case EFFECT_FIELD_DIRECT_HOURS:
		return effect_set_direct(effect, text, err);
	case EFFECT_FIELD_MONTHLY_CASES:
		return effect_set_monthly(effect, text, err);
	case EFFECT_FIELD_DESTINATION:
		return effect_set_destination(effect, text, arena, err);
	case EFFECT_FIELD_UNIT_CASES:
		return effect_parse_count(text, field, EFFECT_CASES_MAX, &effect->unit_cases, err);
	case EFFECT_FIELD_COUNT:
		break;
	}
	return false;
}

bool effect_field_set(struct effect *effect, enum effect_field field, const char *text,
	int working_days, struct arena *arena, struct error *err)
{
	/* Tried on a copy, so that a refusal leaves the line as it was. */
	struct effect changed = *effect;

	assert(field < EFFECT_FIELD_COUNT && text);
	if (!effect_set_field(&changed, field, text, working_days, arena, err))
		return false;
	*effect = changed;
	return true;
}
