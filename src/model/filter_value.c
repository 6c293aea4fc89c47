#include "config.h"

#include "model/filter_value.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/choice.h"
#include "model/effect_field.h"
#include "model/figure.h"
#include "model/quantity.h"
#include "model/filter_key.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/start.h"
#include "model/workflow.h"

enum { QUOTE_COLUMNS = 40, MINUTES_PER_HOUR = 60 };

static bool filter_value_refuse(struct error *err, const char *text, const char *reason)
{
	struct strbuf quote = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	error_set(err, ERROR_DATA, _("'%s': %s"), strbuf_text(&quote), reason);
	strbuf_free(&quote);
	return false;
}

int filter_exclusion_rank(enum exclusion exclusion)
{
	static const int ranks[EXCLUSION_COUNT] = {
		[EXCLUSION_NONE] = 0,
		[EXCLUSION_CLEARED] = 1,
		[EXCLUSION_FLAGGED] = 2,
		[EXCLUSION_CONFIRMED] = 3,
	};

	return ranks[exclusion];
}

static bool is_comparison(enum filter_op op)
{
	return op != FILTER_MATCH && op != FILTER_EQ;
}

/* ---- one end of a range ---------------------------------------------------------------------- */

struct range {
	int64_t number;
	int64_t until;
};

/* `hours:201` is what shows as 201 hours, half up as in effect_hours(). */
static struct range shown_hours(int64_t hours)
{
	const int64_t half = MINUTES_PER_HOUR / 2;
	const int64_t middle = hours * MINUTES_PER_HOUR;

	return (struct range){middle - half + (hours <= 0), middle + half + (hours < 0)};
}

/* Minutes that compare with an exact number of hours, given in hundredths: 1.33 hours are 79.8
 * minutes, so 80 is the first that is not below and the first that is above. */
static struct range exact_hours(int64_t hundredths)
{
	const int64_t scaled = hundredths * MINUTES_PER_HOUR;
	const int64_t floor = decimal_divide_floor(scaled, 100);

	return (struct range){floor + (scaled != floor * 100), floor + 1};
}

static bool read_hours(const char *text, bool exact, struct range *range, struct error *err)
{
	const int64_t most = INT64_MAX / MINUTES_PER_HOUR / 1000;
	char *bare = figure_bare_hours(text);
	const bool whole = !strpbrk(bare, ".:");
	int64_t value = 0;
	bool good;

	if (strchr(bare, ':') || (!exact && !whole)) {
		good = effect_parse_hours(bare, &value, err);
		*range = (struct range){value, value + 1};
	} else {
		good = decimal_parse(bare, 2, &value, NULL);
		if (!good) {
			/* 1時間30分, 90分: to the minute */
			good = effect_parse_hours(text, &value, err);
			*range = (struct range){value, value + 1};
		} else if ((value > most || value < -most))
			good = filter_value_refuse(err, text, _("this number is too large."));
		else
			*range = exact ? exact_hours(value) : shown_hours(value / 100);
	}
	free(bare);
	return good;
}

static bool read_yen(const char *text, struct range *range, struct error *err)
{
	int64_t value = 0;
	bool good = quantity_parse(text, QUANTITY_YEN, &value, err);

	if (good && value == INT64_MAX)
		good = filter_value_refuse(err, text, _("this number is too large."));
	if (good)
		*range = (struct range){value, value + 1};
	return good;
}

static int64_t day_number(struct date date)
{
	return (int64_t)date.year * 10000 + date.month * 100 + date.day;
}

/* A day, a month or a fiscal year. */
static bool filter_value_read_date(const char *text, struct range *range, struct error *err)
{
	enum { DAYS_OF_A_MONTH = 31 };
	struct date date;
	int fiscal_year;

	if (date_parse(text, false, &date, NULL)) {
		*range = (struct range){day_number(date), day_number(date) + 1};
	} else if (fiscal_year_parse(text, &fiscal_year, NULL)) {
		*range = (struct range){day_number(fiscal_year_first_day(fiscal_year)),
			day_number(fiscal_year_last_day(fiscal_year)) + 1};
	} else if (date_parse(text, true, &date, NULL)) {
		*range = (struct range){day_number(date), day_number(date) + DAYS_OF_A_MONTH};
	} else {
		return filter_value_refuse(err, text,
			_("this is no date; write 2025-09-01, a month as 2025-09, "
			  "or a fiscal year as R7."));
	}
	return true;
}

static bool read_project_number(const char *text, struct range *range, struct error *err)
{
	int fiscal_year;
	int number;
	int64_t value;

	if (!decimal_parse(text, 0, &value, NULL)) {
		if (!fiscal_year_number_parse(text, &fiscal_year, &number, err))
			return false;
		value = fiscal_year * FILTER_NUMBER_BASE + number;
	} else if (value < 0 || value >= FILTER_NUMBER_BASE) {
		return filter_value_refuse(err, text,
			_("this is no project number; write R7-0001."));
	}
	*range = (struct range){value, value + 1};
	return true;
}

static bool read_end(const struct filter_term *term, const char *text, bool exact,
	struct range *range, struct error *err)
{
	struct date later;
	int fiscal_year;

	switch (filter_keys[term->key].type) {
	case FILTER_IS_YEAR:
		if (!fiscal_year_parse(text, &fiscal_year, err))
			return false;
		*range = (struct range){fiscal_year, fiscal_year + 1};
		return true;
	case FILTER_IS_DATE:
		if (term->key != FILTER_START_MONTH || start_half_parse(text) != START_HALF_LATER)
			return filter_value_read_date(text, range, err);
		date_parse(START_LATER_DATE, false, &later, NULL);
		*range = (struct range){day_number(later), day_number(later) + 1};
		return true;
	case FILTER_IS_PROJECT_NUMBER:
		return read_project_number(text, range, err);
	default:
		return term->key == FILTER_COST ? read_yen(text, range, err)
						: read_hours(text, exact, range, err);
	}
}

/* ---- ranges ---------------------------------------------------------------------------------- */

const char *filter_value_range(const char *text, size_t *length)
{
	static const char *const signs[] = {"..", "～", "〜", "~"};
	const char *sign = NULL;

	for (size_t i = 0; !sign && i < sizeof signs / sizeof *signs; i++) {
		sign = strstr(text, signs[i]);
		*length = strlen(signs[i]);
	}
	return sign;
}

static bool filter_value_read_figure(const struct filter_term *term, const char *text,
	struct range *range, struct error *err)
{
	size_t length;
	const char *const sign = filter_value_range(text, &length);

	if (!sign)
		return read_end(term, text, is_comparison(term->op), range, err);
	if (is_comparison(term->op))
		return filter_value_refuse(err, text, _("a range needs no < or >."));

	/* Either end may be left out. */
	struct range from = {INT64_MIN, 0};
	struct range to = {0, INT64_MAX};
	const char *right = sign + length;
	char *left = xstrndup(text, (size_t)(sign - text));
	const bool empty = !*left && !*right;
	const bool good = (!*left || read_end(term, left, true, &from, err)) &&
		(!*right || read_end(term, right, true, &to, err));
	free(left);

	if (empty)
		return filter_value_refuse(err, text, _("write from and to, as in 100..200."));
	if (good && from.number >= to.until)
		return filter_value_refuse(err, text, _("the range ends before it begins."));
	*range = (struct range){from.number, to.until};
	return good;
}

/* ---- words ----------------------------------------------------------------------------------- */

static bool is_closed(enum status status)
{
	return status == STATUS_COMPLETED || status == STATUS_CANCELLED;
}

static bool is_open(enum status status)
{
	return !is_closed(status);
}

static bool is_unsubmitted(enum status status)
{
	return status == STATUS_DRAFT || status == STATUS_RETURNED;
}

/* Words for several statuses at once. */
static const struct choice status_groups[] = {
	{"open", N_("not finished"), "unfinished\n未完了\n継続中\n進行中"},
	{"closed", N_("finished"), "終了\n終了済"},
	{"unsubmitted", N_("not submitted"), "pending\n未提出\n未登録"},
	{"counted", N_("counted"), "集計対象"},
};
static bool (*const status_group_holds[])(enum status status) = {
	is_open, is_closed, is_unsubmitted, workflow_counts};

static void filter_value_put(struct filter_term *term, const char *text, struct range range,
	struct arena *arena)
{
	struct filter_value *value = vec_add(&term->values);
	char *key = text_key(text);

	value->text = *key ? arena_strdup(arena, text) : "";
	value->key = arena_strdup(arena, key);
	value->number = range.number;
	value->until = range.until;
	free(key);
}

static bool add_status(struct filter_term *term, const char *text, struct arena *arena,
	struct error *err)
{
	enum status status;

	if (workflow_status_parse(text, &status)) {
		filter_value_put(term, text, (struct range){status, status + 1}, arena);
		return true;
	}
	const int group = choice_parse(
		status_groups, sizeof status_groups / sizeof *status_groups, text);
	for (status = 0; group >= 0 && status < STATUS_COUNT; status++)
		if (status_group_holds[group](status))
			filter_value_put(term, workflow_status_id(status),
				(struct range){status, status + 1}, arena);
	if (group >= 0)
		return true;
	struct strbuf reason = {0};
	strbuf_add_text(&reason, _("there is no such status; choose from: "));
	for (status = 0; status < STATUS_COUNT; status++)
		strbuf_addf(&reason, "%s%s", status > 0 ? ", " : "", workflow_status_label(status));
	filter_value_refuse(err, text, strbuf_text(&reason));
	strbuf_free(&reason);
	return false;
}

/* The ranks of the states, as the store orders them: what has been confirmed is standard work, and
 * everything below is not. */
static bool filter_value_add_exclusion(struct filter_term *term, const char *text,
	struct arena *arena, struct error *err)
{
	enum exclusion exclusion;
	bool flag;

	if (flag_parse(text, &flag)) {
		const int most = filter_exclusion_rank(EXCLUSION_CONFIRMED);
		filter_value_put(term, text,
			flag ? (struct range){most, most + 1} : (struct range){0, most}, arena);
		return true;
	}
	if (!exclusion_parse(text, &exclusion))
		return filter_value_refuse(err, text,
			_("write yes, no, none, flagged, confirmed or cleared."));
	const int rank = filter_exclusion_rank(exclusion);
	filter_value_put(term, text, (struct range){rank, rank + 1}, arena);
	return true;
}

bool filter_value_add(struct filter_term *term, const char *text, struct arena *arena,
	struct error *err)
{
	const enum filter_type type = filter_keys[term->key].type;
	struct range range = {1, 0};
	bool flag;
	int half;

	char *key = text_key(text);
	const bool blank = !*key;
	free(key);
	if (blank) {
		/* A project may have no value at all of most keys. */
		const bool always_given = type == FILTER_IS_STATUS || type == FILTER_IS_YEAR ||
			type == FILTER_IS_FLAG || type == FILTER_IS_EXCLUSION ||
			type == FILTER_IS_PROJECT_NUMBER || term->key == FILTER_UUID ||
			term->key == FILTER_UPDATED;

		if (is_comparison(term->op) || always_given)
			return error_set(err, ERROR_DATA, _("a value is missing after '%s:'."),
				filter_keys[term->key].id);
		if (term->key != FILTER_TEXT)
			filter_value_put(term, "", (struct range){1, 0}, arena);
		return true;
	}
	switch (type) {
	case FILTER_IS_TEXT:
	case FILTER_IS_UNIT:
	case FILTER_IS_CODE:
		break;
	case FILTER_IS_STATUS:
		return add_status(term, text, arena, err);
	case FILTER_IS_FLAG:
		if (!flag_parse(text, &flag))
			return filter_value_refuse(err, text, _("write yes or no."));
		range = (struct range){flag, flag + 1};
		break;
	case FILTER_IS_EXCLUSION:
		return filter_value_add_exclusion(term, text, arena, err);
	case FILTER_IS_HALF:
		half = start_half_parse(text);
		if (half < 0)
			return filter_value_refuse(err, text, _("write first, second or later."));
		range = (struct range){half, half + 1};
		break;
	default:
		if (!filter_value_read_figure(term, text, &range, err))
			return false;
		break;
	}
	filter_value_put(term, text, range, arena);
	return true;
}
