#include "config.h"

#include "model/effect_field.h"
#include "model/quantity.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/destination.h"
#include "model/effect_direct.h"
#include "model/effect_periods.h"
#include "model/flag.h"

#define NUMBER_NUMBER true
#define NUMBER_TEXT false
#define NUMBER_STAGE false
#define NUMBER_MINUTES true
#define NUMBER_CASES true
#define NUMBER_ALL_CASES true
#define NUMBER_PERIOD false
#define NUMBER_PERIODS true
#define NUMBER_YES true
#define NUMBER_HOURS false
#define NUMBER_HOURS_BEFORE false
#define NUMBER_HOURS_AFTER false
#define NUMBER_MONTHS false
#define NUMBER_DESTINATION false
#define LOCKED_LOCKED true
#define LOCKED_FREE false
/* Every property by its place: a row that leaves one out is no row. */
#define INFO(name, id, label, variants, type, stored, locked, cell) \
	[EFFECT_FIELD_##name] = {EFFECT_TYPE_##type, id, label, variants, NUMBER_##type, LOCKED_##locked},

const struct effect_field_info effect_fields[EFFECT_FIELD_COUNT] = {EFFECT_COLUMNS(INFO)};

/* The member behind a field; a type that does not go with it does not compile. */
#define MEMBER_KEY(kind, member) effect->member
#define MEMBER_STORED(kind, member) effect->member
#define MEMBER_COMPUTED *effect

/* ---- reading the field ---------------------------------------------------------------------- */

static void effect_get_monthly(const struct effect *effect, const int64_t cases[EFFECT_MONTHS],
	struct strbuf *out)
{
	if (effect->kind != EFFECT_MONTHLY)
		return;
	for (int month = 0; month < EFFECT_MONTHS; month++) {
		if (month)
			strbuf_add_char(out, ';');
		strbuf_add_int(out, cases[month]);
	}
}

static void effect_get_text(const char *text, struct strbuf *out)
{
	strbuf_add_text(out, text ? text : "");
}

#define GET_NUMBER(member) strbuf_add_int(out, member)
#define GET_TEXT(member) effect_get_text(member, out)
#define GET_STAGE(member) strbuf_add_text(out, effect_stage_id(member))
#define GET_MINUTES(member) if (effect->kind != EFFECT_DIRECT) decimal_add(out, member, 2, true)
/* Cases stand in the line itself only where they are counted per period. */
#define GET_CASES(member) if (effect->kind == EFFECT_PER_PERIOD) strbuf_add_int(out, member)
#define GET_ALL_CASES(member) \
	if (effect->kind != EFFECT_DIRECT && (member)) strbuf_add_int(out, member)
#define GET_PERIOD(member) \
	if (effect->kind != EFFECT_DIRECT) strbuf_add_text(out, effect_period_id(member))
#define GET_PERIODS(member) if (effect->kind != EFFECT_DIRECT) strbuf_add_int(out, member)
#define GET_YES(member) \
	if (effect->kind != EFFECT_DIRECT) strbuf_add_text(out, (member) ? "1" : "0")
#define GET_HOURS(member) effect_direct_get(&(member), EFFECT_TYPE_HOURS, out)
#define GET_HOURS_BEFORE(member) effect_direct_get(&(member), EFFECT_TYPE_HOURS_BEFORE, out)
#define GET_HOURS_AFTER(member) effect_direct_get(&(member), EFFECT_TYPE_HOURS_AFTER, out)
#define GET_MONTHS(member) effect_get_monthly(effect, member, out)
#define GET_DESTINATION(member) effect_get_text(member, out)
#define GET(name, id, label, variants, type, stored, ...) \
	case EFFECT_FIELD_##name: GET_##type(MEMBER_##stored); break;

void effect_field_get(const struct effect *effect, enum effect_field field, struct strbuf *out)
{
	assert(field < EFFECT_FIELD_COUNT);
	switch (field) {
	EFFECT_COLUMNS(GET)
	case EFFECT_FIELD_COUNT:
		break;
	}
}

#define FIGURE_NUMBER(member) return member
#define FIGURE_TEXT(member) break
#define FIGURE_STAGE(member) break
#define FIGURE_MINUTES(member) return member
#define FIGURE_CASES(member) return member
#define FIGURE_ALL_CASES(member) return member
#define FIGURE_PERIOD(member) break
#define FIGURE_PERIODS(member) return member
#define FIGURE_YES(member) return member
#define FIGURE_HOURS(member) break
#define FIGURE_HOURS_BEFORE(member) break
#define FIGURE_HOURS_AFTER(member) break
#define FIGURE_MONTHS(member) break
#define FIGURE_DESTINATION(member) break
#define FIGURE(name, id, label, variants, type, stored, ...) \
	case EFFECT_FIELD_##name: FIGURE_##type(MEMBER_##stored);

int64_t effect_field_number(const struct effect *effect, enum effect_field field)
{
	switch (field) {
	EFFECT_COLUMNS(FIGURE)
	case EFFECT_FIELD_COUNT:
		break;
	}
	assert(false && "a field that is no number");
	return 0;
}

/* ---- setting the field ---------------------------------------------------------------------- */

/* A number from 0 to most; empty means 0. */
static bool effect_parse_count(const char *text, enum effect_field field, int64_t most,
	int64_t *count, struct error *err)
{
	if (!*text) {
		*count = 0;
		return true;
	}
	if (!quantity_parse(text, field == EFFECT_FIELD_LINE ? QUANTITY_WHOLE : QUANTITY_CASES, count,
		    err))
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
	if (!quantity_parse(text, QUANTITY_CASE_MINUTES, hundredths, err))
		return false;
	if (*hundredths < 0)
		return error_set(err, ERROR_DATA, _("%s: '%s' is negative."),
			_(effect_fields[field].label), text);
	return true;
}

/* Another period has other numbers of it: those of a full year, as long as nobody says otherwise. */
static void effect_begin_period(struct effect *effect, enum period period, int full_year)
{
	effect->period = period;
	effect->periods_full_year = effect->periods_in_year = full_year;
	effect->periods_typed = 0;
}

static bool effect_set_monthly(struct effect *effect, enum effect_field field, const char *text,
	int64_t counts[EFFECT_MONTHS], struct error *err)
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
			effect_parse_count(word, field, EFFECT_CASES_MAX, &cases[month], err);
	free(copy);
	if (month != EFFECT_MONTHS)
		return error_set(err, ERROR_DATA,
			_("%s: '%s' must hold twelve counts, April to March, joined by ';'."),
			_(effect_fields[field].label), text);
	if (!good)
		return false;
	memcpy(counts, cases, sizeof cases);
	effect->kind = EFFECT_MONTHLY;
	if (effect->period != PERIOD_MONTH)
		effect_begin_period(effect, PERIOD_MONTH, EFFECT_MONTHS);
	effect_count_to_march(effect);
	return true;
}

static bool effect_set_period(struct effect *effect, const char *text, int working_days,
	enum period now, struct error *err)
{
	enum period period;

	if (!*text)
		return true;
	if (!effect_period_parse(text, &period))
		return error_set(err, ERROR_DATA,
			_("'%s' is no period; it is day, week, month or year."), text);
	if (period != now)
		effect_begin_period(effect, period, effect_periods_full_year(period, working_days));
	return true;
}

static bool effect_set_number(enum effect_field field, const char *text, int64_t most, int *number,
	struct error *err)
{
	int64_t count;

	if (!effect_parse_count(text, field, most, &count, err))
		return false;
	*number = (int)count;
	return true;
}

static bool effect_set_periods(struct effect *effect, enum effect_field field, const char *text,
	int *periods, struct error *err)
{
	const bool of_this_year = field == EFFECT_FIELD_PERIODS_IN_YEAR;

	if (of_this_year)
		effect->periods_typed = *text != '\0';
	if (*text && !effect_set_number(field, text, 366, periods, err))
		return false;
	if (of_this_year)
		effect_count_to_march(effect);
	return true;
}

static bool effect_set_yes(enum effect_field field, const char *text, int *yes, struct error *err)
{
	bool flag = *yes != 0;

	if (*text && !flag_parse(text, &flag))
		return error_set(err, ERROR_DATA, _("%s: '%s' is neither yes nor no."),
			_(effect_fields[field].label), text);
	*yes = flag;
	return true;
}

/* Both sides have as many cases until somebody says otherwise: those after follow those before while they
 * are the same, and again once they are emptied. */
static bool effect_set_cases(struct effect *effect, enum effect_field field, const char *text,
	int64_t *cases, struct error *err)
{
	const bool together = effect->after_cases == effect->before_cases;

	if (!effect_parse_count(text, field, EFFECT_CASES_MAX, cases, err))
		return false;
	if (field == EFFECT_FIELD_AFTER_CASES ? !*text : together)
		effect->after_cases = effect->before_cases;
	return true;
}

static bool effect_set_text(enum effect_field field, const char *text, const char **kept,
	struct arena *arena, struct error *err)
{
	if (strlen(text) > EFFECT_LABEL_MAX * 3)
		return error_set(err, ERROR_DATA, _("%s: longer than %d characters."),
			_(effect_fields[field].label), EFFECT_LABEL_MAX);
	*kept = arena_strdup(arena, text);
	return true;
}

static bool effect_set_destination(const char *text, const char **kept, struct arena *arena,
	struct error *err)
{
	struct destination_split split;
	struct strbuf normal = {0};

	if (!destination_parse(text, &split, err))
		return false;
	destination_format(&split, &normal);
	*kept = arena_strdup(arena, strbuf_text(&normal));
	strbuf_free(&normal);
	return true;
}

#define SET_NUMBER(member) effect_set_number(field, text, 9999, &(member), err)
#define SET_TEXT(member) effect_set_text(field, text, &(member), arena, err)
#define SET_STAGE(member) \
	(!*text || effect_stage_parse(text, &(member)) || error_set(err, ERROR_DATA, \
		_("'%s' is no stage; it is estimate, forecast or actual."), text))
#define SET_MINUTES(member) effect_parse_minutes(text, field, &(member), err)
#define SET_CASES(member) effect_set_cases(effect, field, text, &(member), err)
#define SET_ALL_CASES(member) effect_parse_count(text, field, EFFECT_CASES_MAX, &(member), err)
#define SET_PERIOD(member) effect_set_period(effect, text, working_days, member, err)
#define SET_PERIODS(member) effect_set_periods(effect, field, text, &(member), err)
#define SET_YES(member) effect_set_yes(field, text, &(member), err)
#define SET_DIRECT(line) \
	effect_direct_set(line, effect_fields[field].type, _(effect_fields[field].label), text, err)
#define SET_HOURS(member) SET_DIRECT(&(member))
#define SET_HOURS_BEFORE(member) SET_DIRECT(&(member))
#define SET_HOURS_AFTER(member) SET_DIRECT(&(member))
#define SET_MONTHS(member) effect_set_monthly(effect, field, text, member, err)
#define SET_DESTINATION(member) effect_set_destination(text, &(member), arena, err)
#define SET(name, id, label, variants, type, stored, ...) \
	case EFFECT_FIELD_##name: good = SET_##type(MEMBER_##stored); break;

bool effect_field_set(struct effect *line, enum effect_field field, const char *text,
	int working_days, struct arena *arena, struct error *err)
{
	/* Tried on a copy, so that a refusal leaves the line as it was. */
	struct effect changed = *line, *const effect = &changed;
	bool good = false;

	assert(field < EFFECT_FIELD_COUNT && text);
	switch (field) {
	EFFECT_COLUMNS(SET)
	case EFFECT_FIELD_COUNT:
		break;
	}
	if (good)
		*line = changed;
	return good;
}

/* ---- the texts of a line -------------------------------------------------------------------- */

#define KEEP_TEXT(member) \
	effect->member = effect->member && *effect->member ? arena_strdup(arena, effect->member) : "";
#define KEEP_WHOLE(member)
#define KEEP_COUNT(member)
#define KEEP_STAGE(member)
#define KEEP_PERIOD(member)
#define KEEP_MONTHS(member)
#define KEEP_KEY(kind, member) KEEP_##kind(member)
#define KEEP_STORED(kind, member) KEEP_##kind(member)
#define KEEP_COMPUTED
#define KEEP(name, id, label, variants, type, stored, ...) KEEP_##stored

void effect_keep_texts(struct effect *effect, struct arena *arena)
{
	EFFECT_COLUMNS(KEEP)
}
