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
	struct date first;
};

/* The latest first: each ends where the one above begins. */
static const struct era eras[] = {
	{"令和", 'R', {2019, 5, 1}},
	{"平成", 'H', {1989, 1, 8}},
	{"昭和", 'S', {1926, 12, 25}},
	{"大正", 'T', {1912, 7, 30}},
	{"明治", 'M', {1868, 1, 25}},
};

static int days_in_month(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return days[month - 1] + (month == 2 && leap);
}

bool date_valid(struct date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int date_compare(struct date a, struct date b)
{
	const int differences[] = {a.year - b.year, a.month - b.month, a.day - b.day};

	for (size_t i = 0; i < sizeof differences / sizeof differences[0]; i++)
		if (differences[i] != 0)
			return differences[i] < 0 ? -1 : 1;
	return 0;
}

struct date date_day_before(struct date date)
{
	if (--date.day > 0)
		return date;
	if (--date.month == 0) {
		date.month = 12;
		date.year--;
	}
	date.day = days_in_month(date.year, date.month);
	return date;
}

int64_t date_days(struct date date)
{
	/* Years that start in March put the leap day last. */
	const int64_t year = date.month > 2 ? date.year : date.year - 1;
	const int64_t month = (date.month + 9) % 12;
	const int64_t before = 365 * year + year / 4 - year / 100 + year / 400;

	return before + (153 * month + 2) / 5 + date.day - 1 - 719468;
}

/* Writes a number with leading zeros. */
static char *date_put_digits(char *at, int number, int digits)
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
	char *at = date_put_digits(text, date.year, 4);
	*at++ = '-';
	*date_put_digits(at, date.month, 2) = '\0';
}

void date_format(struct date date, char text[11])
{
	date_format_month(date, text);
	if (date.year == 0)
		return;
	text[7] = '-';
	*date_put_digits(text + 8, date.day, 2) = '\0';
}

void date_add_era(struct strbuf *out, struct date date, bool month_only)
{
	const struct era *era = eras;
	const struct era *end = eras + sizeof eras / sizeof eras[0];

	while (era < end && date_compare(date, era->first) < 0)
		era++;
	if (date.year == 0 || era == end)
		return;
	strbuf_add_text(out, era->name);
	if (date.year == era->first.year)
		strbuf_add_text(out, "元");
	else
		strbuf_add_int(out, date.year - era->first.year + 1);
	strbuf_addf(out, "年%d月", date.month);
	if (!month_only)
		strbuf_addf(out, "%d日", date.day);
}

static void date_skip_spaces(const char **at)
{
	while (**at == ' ')
		(*at)++;
}

static bool date_take(const char **at, const char *word)
{
	const size_t length = strlen(word);

	if (strncmp(*at, word, length) != 0)
		return false;
	*at += length;
	date_skip_spaces(at);
	return true;
}

/* Reads least to most digits. */
static bool date_take_number(const char **at, int least, int most, int *number)
{
	int digits = 0;
	int value = 0;

	for (; **at >= '0' && **at <= '9'; (*at)++, digits++) {
		if (digits == most)
			return false;
		value = value * 10 + (**at - '0');
	}
	*number = value;
	date_skip_spaces(at);
	return digits >= least;
}

static const struct era *take_era(const char **at)
{
	for (size_t i = 0; i < sizeof eras / sizeof eras[0]; i++) {
		const char upper[] = {eras[i].letter, '\0'};
		const char lower[] = {(char)(eras[i].letter + ('a' - 'A')), '\0'};
		if (date_take(at, eras[i].name) || date_take(at, upper) || date_take(at, lower))
			return &eras[i];
	}
	return NULL;
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

/* What may follow a day and says nothing else: its weekday, (火) or 火曜日, and the midnight that spreadsheets add.
 * False where the weekday is another day's. */
static bool date_take_rest(const char **at, struct date date)
{
	static const char *const weekdays[] = {"木", "金", "土", "日", "月", "火", "水"}; /* 1970-01-01 first */
	static const char *const midnights[] = {"00:00:00", "0:00:00", "00:00", "0:00"};
	const bool bracket = date_take(at, "(");

	for (int i = 0; i < 7; i++) {
		const char *end = *at;

		if (!date_take(&end, weekdays[i]) || !(date_take(&end, "曜日") || date_take(&end, "曜") || bracket))
			continue;
		if (!date_valid(date) || ((date_days(date) % 7) + 7) % 7 != i)
			return false;
		*at = end;
		break;
	}
	if (bracket && !date_take(at, ")"))
		return false;
	date_take(at, "T");
	for (size_t i = 0; i < sizeof midnights / sizeof midnights[0]; i++)
		if (date_take(at, midnights[i]))
			break;
	return true;
}

enum reading { READING_FAILED, READING_MONTH, READING_DAY };

/* Reads text in NFKC; whether the numbers make a day is not asked here. *era is NULL for a
 * Gregorian year. */
static enum reading date_read_date(const char *text, struct date *date, const struct era **era)
{
	const struct punctuation *marks = NULL;
	const char *at = text;
	int number = 1;

	date_skip_spaces(&at);
	*date = (struct date){.day = 1};
	*era = take_era(&at);
	if (!*era && !date_take_number(&at, 4, 4, &date->year))
		return READING_FAILED;
	if (*era && !date_take(&at, "元") &&
		(!date_take_number(&at, 1, 2, &number) || number == 0))
		return READING_FAILED;
	if (*era)
		date->year = (*era)->first.year - 1 + number;

	for (size_t i = 0; !marks && i < sizeof punctuations / sizeof punctuations[0]; i++)
		if (date_take(&at, punctuations[i].after_year))
			marks = &punctuations[i];
	if (!marks || !date_take_number(&at, 1, 2, &date->month))
		return READING_FAILED;
	if (!date_take(&at, marks->after_month))
		return *at == '\0' && !marks->closed ? READING_MONTH : READING_FAILED;
	if (*at == '\0')
		return marks->closed ? READING_MONTH : READING_FAILED;
	const bool whole = date_take_number(&at, 1, 2, &date->day) &&
		date_take(&at, marks->after_day) && date_take_rest(&at, *date);
	return whole && *at == '\0' ? READING_DAY : READING_FAILED;
}

/* The day that a spreadsheet of the usual system keeps as a number: 45748 is 2025-04-01. No date for what is no
 * number of five digits of our times. */
static struct date date_of_serial(const char *text)
{
	int serial;
	struct date date = {0};

	if (!date_take_number(&text, 5, 5, &serial) || *text)
		return date;
	const int64_t days = serial - 25569; /* since 1970-01-01 */

	for (date = (struct date){1970, 1, 1}; date_days((struct date){date.year + 1, 1, 1}) <= days; date.year++)
		;
	for (; date.month < 12 && date_days((struct date){date.year, date.month + 1, 1}) <= days; date.month++)
		;
	date.day = (int)(days - date_days(date)) + 1;
	return date;
}

enum fault { FAULT_FORM, FAULT_CALENDAR, FAULT_ERA, FAULT_SERIAL };

static bool date_refuse(
	struct error *err, enum fault fault, const char *text, bool month_only, struct date read)
{
	struct strbuf quote = {0};
	char right[11];

	text_clip(&quote, text, QUOTE_COLUMNS);
	const char *shown = strbuf_text(&quote);
	if (month_only)
		date_format_month(read, right);
	else
		date_format(read, right);
	if (fault == FAULT_ERA)
		error_set(err, ERROR_DATA, _("“%s” lies outside its era; write %s"), shown, right);
	else if (fault == FAULT_SERIAL)
		error_set(err, ERROR_DATA,
			_("“%s” is a date as a spreadsheet counts it; write %s"), shown, right);
	else if (fault == FAULT_CALENDAR)
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
	const struct era *era;
	const enum reading reading = date_read_date(normal, &read, &era);
	const struct date serial = date_of_serial(normal);
	free(normal);

	if (serial.year)
		return date_refuse(err, FAULT_SERIAL, text, month_only, serial);
	if (reading == READING_FAILED || (reading == READING_MONTH && !month_only))
		return date_refuse(err, FAULT_FORM, text, month_only, read);
	if (!date_valid(read))
		return date_refuse(err, FAULT_CALENDAR, text, month_only, read);

	struct date last = read;
	if (reading == READING_MONTH)
		last.day = days_in_month(read.year, read.month);
	/* Any day from the first to the last may lie in the era. */
	const bool covered = !era || (date_compare(last, era->first) >= 0 &&
		(era == eras || date_compare(read, era[-1].first) < 0));
	if (!covered)
		return date_refuse(err, FAULT_ERA, text, month_only, read);
	if (month_only)
		read.day = 1;
	*date = read;
	return true;
}
