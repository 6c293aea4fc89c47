#include "config.h"

#include "model/fiscal_year.h"

#include <assert.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "model/choice.h"

enum { FIRST_MONTH = 4, QUOTE_COLUMNS = 40, NUMBER_DIGITS = 4, NUMBER_DIGITS_MAX = 9 };

/* The newest first. In 2019 the era changed after a month: its fiscal year is 令和元年度, but bears
 * 平成31年度 on everything printed before. 昭和64 lasted one week of the fiscal year 昭和63. */
static const struct era {
	const char *letter;
	const char *name;
	int first; /* fiscal year that is year 1 */
	int last;  /* newest fiscal year that may be written in this era */
} eras[] = {
	{"R", "令和", 2019, FISCAL_YEAR_MAX},
	{"H", "平成", 1989, 2019},
	{"S", "昭和", FISCAL_YEAR_MIN, 1988},
};

enum { ERA_COUNT = sizeof eras / sizeof eras[0] };

/* The era in which a fiscal year is written: the one in force at its end. */
static const struct era *era_of(int fiscal_year)
{
	const struct era *era = eras;

	while (era < eras + ERA_COUNT - 1 && fiscal_year < era->first)
		era++;
	return era;
}

static const char *skip_blanks(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

/* Moves *at behind the prefix and the blanks that follow it. */
static bool fiscal_year_take(const char **at, const char *prefix)
{
	const size_t length = strlen(prefix);

	if (strncasecmp(*at, prefix, length) != 0)
		return false;
	*at = skip_blanks(*at + length);
	return true;
}

/* Between min_digits and max_digits digits and the blanks that follow; max_digits is at most 9. */
static bool fiscal_year_take_number(const char **at, int min_digits, int max_digits, int *number)
{
	int digits = 0;

	*number = 0;
	for (; isdigit((unsigned char)**at); (*at)++) {
		if (++digits > max_digits)
			return false;
		*number = *number * 10 + (**at - '0');
	}
	*at = skip_blanks(*at);
	return digits >= min_digits;
}

enum outcome { OUTCOME_YEAR, OUTCOME_NO_YEAR, OUTCOME_ERA_OVER };

/* normal is in NFKC. */
static enum outcome fiscal_year_read_year(const char *normal, int *fiscal_year)
{
	const char *at = skip_blanks(normal);

	for (const struct era *era = eras; era < eras + ERA_COUNT; era++) {
		int number = 1;

		if (!fiscal_year_take(&at, era->letter) && !fiscal_year_take(&at, era->name))
			continue;
		if (!fiscal_year_take(&at, "元") && !fiscal_year_take_number(&at, 1, 3, &number))
			return OUTCOME_NO_YEAR;
		fiscal_year_take(&at, "年度");
		*fiscal_year = era->first + number - 1;
		if (*at || number < 1 || *fiscal_year > FISCAL_YEAR_MAX)
			return OUTCOME_NO_YEAR;
		return *fiscal_year > era->last ? OUTCOME_ERA_OVER : OUTCOME_YEAR;
	}

	/* A Gregorian year. */
	const bool prefixed = fiscal_year_take(&at, "FY");
	if (!fiscal_year_take_number(&at, 4, 4, fiscal_year))
		return OUTCOME_NO_YEAR;
	if (!prefixed)
		fiscal_year_take(&at, "年度");
	if (*at || *fiscal_year < FISCAL_YEAR_MIN || *fiscal_year > FISCAL_YEAR_MAX)
		return OUTCOME_NO_YEAR;
	return OUTCOME_YEAR;
}

bool fiscal_year_parse(const char *text, int *fiscal_year, struct error *err)
{
	char *normal = text_nfkc(text);
	int year = 0;
	const enum outcome outcome = fiscal_year_read_year(normal, &year);

	free(normal);
	if (outcome == OUTCOME_YEAR) {
		*fiscal_year = year;
		return true;
	}
	struct strbuf quote = {0};
	text_clip(&quote, text, QUOTE_COLUMNS);
	if (outcome == OUTCOME_ERA_OVER) {
		char right[FISCAL_YEAR_TEXT];
		fiscal_year_short(year, right);
		error_set(err, ERROR_DATA, _("“%s” lies after the end of its era; write %s"),
			strbuf_text(&quote), right);
	} else {
		error_set(err, ERROR_DATA,
			_("“%s” is not a fiscal year; write R7, 令和7年度, 2025 or FY2025"),
			strbuf_text(&quote));
	}
	strbuf_free(&quote);
	return false;
}

bool fiscal_year_find(const char *text, int *fiscal_year)
{
	enum { LONGEST = 24 /* bytes of an era and a number, blanks between */ };
	static const char word[] = "年度";
	char *const normal = text_nfkc(text);
	bool found = false;

	for (char *at = normal; !found && (at = strstr(at, word)); at += sizeof word - 1) {
		const char end = at[sizeof word - 1];
		const char *start = at - normal > LONGEST ? at - LONGEST : normal;

		/* the longest that is one: 令和7年度 rather than 7年度 */
		at[sizeof word - 1] = '\0';
		for (int year = 0; !found && start < at; start++)
			if (fiscal_year_read_year(start, &year) == OUTCOME_YEAR) {
				*fiscal_year = year;
				found = true;
			}
		at[sizeof word - 1] = end;
	}
	free(normal);
	return found;
}

int fiscal_year_of(struct date date)
{
	if (date.year == 0)
		return 0;
	return date.month >= FIRST_MONTH ? date.year : date.year - 1;
}

void fiscal_year_format(int fiscal_year, char text[FISCAL_YEAR_TEXT])
{
	const struct era *era = era_of(fiscal_year);
	const int number = fiscal_year - era->first + 1;

	if (i18n_language() == LANGUAGE_EN)
		snprintf(text, FISCAL_YEAR_TEXT, "FY%d", fiscal_year);
	else if (number == 1)
		snprintf(text, FISCAL_YEAR_TEXT, "%s元年度", era->name);
	else
		snprintf(text, FISCAL_YEAR_TEXT, "%s%d年度", era->name, number);
}

void fiscal_year_short(int fiscal_year, char text[FISCAL_YEAR_TEXT])
{
	const struct era *era = era_of(fiscal_year);

	snprintf(text, FISCAL_YEAR_TEXT, "%s%d", era->letter, fiscal_year - era->first + 1);
}

struct date fiscal_year_first_day(int fiscal_year)
{
	return (struct date){.year = fiscal_year, .month = FIRST_MONTH, .day = 1};
}

struct date fiscal_year_last_day(int fiscal_year)
{
	return (struct date){.year = fiscal_year + 1, .month = FIRST_MONTH - 1, .day = 31};
}

enum half fiscal_year_half(struct date date)
{
	if (date.year == 0)
		return HALF_NONE;
	return date.month >= FIRST_MONTH && date.month < FIRST_MONTH + 6 ? HALF_FIRST : HALF_SECOND;
}

const struct choice fiscal_year_periods[HALF_COUNT] = {
	[HALF_NONE] = {"year", N_("Whole year"), "通年\n年間\n1年\n年度"},
	[HALF_FIRST] = {"first-half", N_("First half"), "first\n前期\n上期\n上半期\n前半"},
	[HALF_SECOND] = {"second-half", N_("Second half"), "second\n後期\n下期\n下半期\n後半"},
};

const char *fiscal_year_period_id(enum half half)
{
	assert(half < HALF_COUNT);
	return fiscal_year_periods[half].id;
}

const char *fiscal_year_period_label(enum half half)
{
	assert(half < HALF_COUNT);
	return _(fiscal_year_periods[half].label);
}

bool fiscal_year_period_parse(const char *text, enum half *half)
{
	const int found = choice_parse(fiscal_year_periods, HALF_COUNT, text);

	if (found >= 0)
		*half = (enum half)found;
	return found >= 0;
}

/* Writes the digits before end, at least so many; returns the first. */
static char *fiscal_year_put_digits(char *end, unsigned value, int least)
{
	while (least-- > 0 || value > 0) {
		*--end = (char)('0' + value % 10);
		value /= 10;
	}
	return end;
}

/* By hand: an export writes it for each of a million records. */
void fiscal_year_number_format(int fiscal_year, int number, char text[FISCAL_YEAR_TEXT])
{
	const struct era *era = era_of(fiscal_year);
	const size_t letters = strlen(era->letter);
	char digits[32];
	char *const end = digits + sizeof digits;
	char *start = fiscal_year_put_digits(end, (unsigned)number, NUMBER_DIGITS);

	*--start = '-';
	start = fiscal_year_put_digits(start, (unsigned)(fiscal_year - era->first + 1), 1);
	memcpy(text, era->letter, letters);
	memcpy(text + letters, start, (size_t)(end - start));
	text[letters + (size_t)(end - start)] = '\0';
}

/* The first hyphen, in any of the shapes that Japanese input methods give for the one key and that
 * NFKC leaves apart; *length gets its bytes. */
static char *find_hyphen(char *normal, size_t *length)
{
	static const char *const hyphens[] = {"-", "‐", "‑", "‒", "–", "—", "―", "−", "ー", "─"};
	char *first = NULL;

	for (size_t i = 0; i < sizeof hyphens / sizeof hyphens[0]; i++) {
		char *found = strstr(normal, hyphens[i]);
		if (found && (!first || found < first)) {
			first = found;
			*length = strlen(hyphens[i]);
		}
	}
	return first;
}

bool fiscal_year_number_parse(const char *text, int *fiscal_year, int *number, struct error *err)
{
	char *normal = text_nfkc(text);
	size_t length = 0;
	char *hyphen = find_hyphen(normal, &length);
	int year = 0;
	int value = 0;
	bool read = false;

	if (hyphen) {
		const char *at = skip_blanks(hyphen + length);
		*hyphen = '\0';
		read = fiscal_year_read_year(normal, &year) == OUTCOME_YEAR &&
			fiscal_year_take_number(&at, 1, NUMBER_DIGITS_MAX, &value) && *at == '\0' &&
			value > 0;
	}
	free(normal);
	if (read) {
		*fiscal_year = year;
		*number = value;
		return true;
	}
	struct strbuf quote = {0};
	text_clip(&quote, text, QUOTE_COLUMNS);
	error_set(err, ERROR_DATA, _("“%s” is not a project number; write it like R7-0001"),
		strbuf_text(&quote));
	strbuf_free(&quote);
	return false;
}
