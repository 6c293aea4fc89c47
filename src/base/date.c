#include "config.h"

#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"

enum { QUOTE_COLUMNS = 40 };

struct era {
	const char *name;
	char letter;
	int year_zero; /* Gregorian year before its first */
};

static const struct era eras[] = {
	{"令和", 'R', 2018},
	{"平成", 'H', 1988},
	{"昭和", 'S', 1925},
	{"大正", 'T', 1911},
	{"明治", 'M', 1867},
};

static bool is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

static void skip_spaces(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

static bool take(const char **at, const char *word)
{
	const size_t length = strlen(word);

	if (strncmp(*at, word, length) != 0)
		return false;
	*at += length;
	skip_spaces(at);
	return true;
}

/* Reads least to most digits. */
static bool take_number(const char **at, int least, int most, int *number)
{
	int digits = 0;
	int value = 0;

	for (; **at >= '0' && **at <= '9'; (*at)++, digits++) {
		if (digits == most)
			return false;
		value = value * 10 + (**at - '0');
	}
	*number = value;
	skip_spaces(at);
	return digits >= least;
}

static const struct era *take_era(const char **at)
{
	for (size_t i = 0; i < sizeof eras / sizeof eras[0]; i++) {
		const char upper[] = {eras[i].letter, '\0'};
		const char lower[] = {(char)(eras[i].letter + ('a' - 'A')), '\0'};
		if (take(at, eras[i].name) || take(at, upper) || take(at, lower))
			return &eras[i];
	}
	return NULL;
}

static bool take_year(const char **at, int *year)
{
	const struct era *era = take_era(at);
	int number = 1;

	if (!era)
		return take_number(at, 4, 4, year);
	if (!take(at, "元") && (!take_number(at, 1, 2, &number) || number == 0))
		return false;
	*year = era->year_zero + number;
	return true;
}

struct punctuation {
	const char *after_year;
	const char *after_month;
	const char *after_day;
	bool closed; /* the last number has its mark too */
};

static const struct punctuation punctuations[] = {
	{"-", "-", "", false},
	{"/", "/", "", false},
	{".", ".", "", false},
	{"年", "月", "日", true},
};

static const struct punctuation *take_year_mark(const char **at)
{
	for (size_t i = 0; i < sizeof punctuations / sizeof punctuations[0]; i++)
		if (take(at, punctuations[i].after_year))
			return &punctuations[i];
	return NULL;
}

enum reading { READING_FAILED, READING_MONTH, READING_DAY };

/* Reads text in NFKC; whether the numbers make a day is not asked here. */
static enum reading read_date(const char *text, struct date *date)
{
	const char *at = text;

	skip_spaces(&at);
	*date = (struct date){.day = 1};
	if (!take_year(&at, &date->year))
		return READING_FAILED;
	const struct punctuation *marks = take_year_mark(&at);
	if (!marks || !take_number(&at, 1, 2, &date->month))
		return READING_FAILED;
	if (!take(&at, marks->after_month))
		return *at == '\0' && !marks->closed ? READING_MONTH : READING_FAILED;
	if (*at == '\0')
		return marks->closed ? READING_MONTH : READING_FAILED;
	const bool whole = take_number(&at, 1, 2, &date->day) && take(&at, marks->after_day);
	return whole && *at == '\0' ? READING_DAY : READING_FAILED;
}

static bool refuse(struct error *err, bool understood, bool month_only, const char *text)
{
	struct strbuf quote = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	const char *shown = strbuf_text(&quote);
	if (understood)
		error_set(err, ERROR_DATA, _("“%s” is not a day of the calendar"), shown);
	else if (month_only)
		error_set(err, ERROR_DATA,
			_("“%s” is not a month; write it like 2025-11, R7.11 or 令和7年11月"),
			shown);
	else
		error_set(err, ERROR_DATA,
			_("“%s” is not a date; write it like 2025-11-20, R7.11.20 or "
			  "令和7年11月20日"),
			shown);
	strbuf_free(&quote);
	return false;
}

bool date_parse(const char *text, bool month_only, struct date *date, struct error *err)
{
	size_t length;
	struct strbuf trimmed = {0};
	const char *start = text_trim(text, &length);

	strbuf_add(&trimmed, start, length);
	char *normal = text_nfkc(trimmed.text);
	strbuf_free(&trimmed);
	struct date read;
	const enum reading reading = read_date(normal, &read);
	free(normal);
	const bool understood = reading == READING_DAY || (reading == READING_MONTH && month_only);
	if (!understood || !date_valid(read))
		return refuse(err, understood, month_only, text);
	if (month_only)
		read.day = 1;
	*date = read;
	return true;
}

/* Writes a number with leading zeros. */
static char *put_digits(char *at, int number, int digits)
{
	for (int i = digits - 1; i >= 0; i--) {
		at[i] = (char)('0' + number % 10);
		number /= 10;
	}
	return at + digits;
}

void date_format_month(struct date date, char text[8])
{
	text[0] = '\0';
	if (date.year == 0)
		return;
	char *at = put_digits(text, date.year, 4);
	*at++ = '-';
	*put_digits(at, date.month, 2) = '\0';
}

void date_format(struct date date, char text[11])
{
	date_format_month(date, text);
	if (date.year == 0)
		return;
	text[7] = '-';
	*put_digits(text + 8, date.day, 2) = '\0';
}

int64_t date_days(struct date date)
{
	/* Years that start in March put the leap day last. */
	const int64_t year = date.month > 2 ? date.year : date.year - 1;
	const int64_t month = (date.month + 9) % 12;
	const int64_t before = 365 * year + year / 4 - year / 100 + year / 400;

	return before + (153 * month + 2) / 5 + date.day - 1 - 719468;
}

int date_compare(struct date a, struct date b)
{
	const int differences[] = {a.year - b.year, a.month - b.month, a.day - b.day};

	for (size_t i = 0; i < sizeof differences / sizeof differences[0]; i++)
		if (differences[i] != 0)
			return differences[i] < 0 ? -1 : 1;
	return 0;
}
