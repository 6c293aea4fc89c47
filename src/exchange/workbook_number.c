#include "config.h"

#include "exchange/workbook_number.h"

#include <assert.h>
#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/date.h"

enum { SIGNIFICANT = 15, DIGITS_MAX = 40, EXPONENT_MAX = 400, DAY_SECONDS = 86400,
	LAST_SERIAL = 2958465 /* 9999-12-31 */, EPOCH_SERIAL = 25569 /* 1970-01-01 */,
	DAYS_TO_1904 = 1462 };

/* ---- format codes -------------------------------------------------------------------------------- */

/* The first section of a code without what is only shown beside the figure. Brackets stay where they count
 * hours, minutes or seconds. */
static void format_reduce(const char *code, char *out, size_t size)
{
	size_t length = 0;

	for (const char *c = code; *c && *c != ';' && length + 1 < size; c++) {
		const char *end;

		if (*c == '"') {
			end = strchr(c + 1, '"');
			c = end ? end : c + strlen(c) - 1;
		} else if (*c == '\\' || *c == '_' || *c == '*') {
			/* the next character, of however many bytes, is shown as it is */
			for (c += c[1] != '\0'; (c[1] & 0xC0) == 0x80; c++)
				;
		} else if (*c == '[') {
			end = strchr(c, ']');
			if (strchr("hms", tolower((unsigned char)c[1])) && end && end - c <= 3)
				out[length++] = '[';
			c = end ? end : c + strlen(c) - 1;
		} else {
			out[length++] = (char)tolower((unsigned char)*c);
		}
	}
	out[length] = '\0';
}

struct workbook_format workbook_format_of_code(const char *code)
{
	struct workbook_format format = {.form = FORM_NUMBER};
	char plain[256];

	format_reduce(code, plain, sizeof plain);
	const size_t zeros = strspn(plain, "0-");

	if (strstr(plain, "general") || strstr(plain, "standard") || !*plain) {
		return format;
	} else if (strchr(plain, '@')) {
		format.form = FORM_TEXT;
	} else if (strchr(plain, '[')) {
		format.form = FORM_DURATION;
		format.has_seconds = strstr(plain, "ss") != NULL;
	} else if (strpbrk(plain, "yegd") || (strchr(plain, 'm') && !strpbrk(plain, "hs"))) {
		format.form = FORM_DATE;
		/* e is the year of an era, but in 0.00E+00 */
		if (strpbrk(plain, "0#"))
			format.form = strpbrk(plain, "yd") ? FORM_DATE : FORM_NUMBER;
		format.has_day = strchr(plain, 'd') != NULL || !strpbrk(plain, "yeg");
		format.has_time = strpbrk(plain, "hs") != NULL;
		format.has_seconds = format.has_time && strchr(plain, 's');
	} else if (strpbrk(plain, "hs")) {
		format.form = FORM_TIME;
		format.has_seconds = strchr(plain, 's') != NULL;
	} else if (strchr(plain, '%')) {
		format.form = FORM_PERCENT;
	} else if (zeros >= 2 && plain[zeros] == '\0' && zeros < sizeof format.pattern) {
		format.form = FORM_CODE;
		memcpy(format.pattern, plain, zeros + 1);
	}
	return format;
}

struct workbook_format workbook_format_builtin(int id)
{
	static const struct {
		int first, last;
		struct workbook_format format;
	} ranges[] = {
		{9, 10, {.form = FORM_PERCENT}},
		{14, 16, {.form = FORM_DATE, .has_day = true}},
		{17, 17, {.form = FORM_DATE}},
		{18, 18, {.form = FORM_TIME}},
		{19, 19, {.form = FORM_TIME, .has_seconds = true}},
		{20, 20, {.form = FORM_TIME}},
		{21, 21, {.form = FORM_TIME, .has_seconds = true}},
		{22, 22, {.form = FORM_DATE, .has_day = true, .has_time = true}},
		{27, 31, {.form = FORM_DATE, .has_day = true}},
		{32, 32, {.form = FORM_TIME}},
		{33, 33, {.form = FORM_TIME, .has_seconds = true}},
		{34, 34, {.form = FORM_DATE}},
		{35, 36, {.form = FORM_DATE, .has_day = true}},
		{45, 45, {.form = FORM_DURATION, .has_seconds = true}},
		{46, 46, {.form = FORM_DURATION, .has_seconds = true}},
		{47, 47, {.form = FORM_DURATION, .has_seconds = true}},
		{49, 49, {.form = FORM_TEXT}},
		{50, 51, {.form = FORM_DATE, .has_day = true}},
		{52, 52, {.form = FORM_DATE}},
		{53, 54, {.form = FORM_DATE, .has_day = true}},
		{55, 55, {.form = FORM_DATE}},
		{56, 58, {.form = FORM_DATE, .has_day = true}},
	};

	for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
		if (id >= ranges[i].first && id <= ranges[i].last)
			return ranges[i].format;
	return (struct workbook_format){.form = FORM_NUMBER};
}

/* ---- decimal numbers as they are stored ------------------------------------------------------------ */

/* Its value is the digits as a whole number × 10^exponent. */
struct stored {
	bool negative;
	char digits[DIGITS_MAX + 1]; /* '0' to '9'; no leading zeros, "" for 0 */
	int count, exponent;
};

static bool stored_read(const char *text, struct stored *number)
{
	bool point = false, any = false;

	*number = (struct stored){.negative = *text == '-'};
	text += *text == '-' || *text == '+';
	for (; isdigit((unsigned char)*text) || (*text == '.' && !point); text++) {
		if (*text == '.') {
			point = true;
			continue;
		}
		any = true;
		if (number->count < DIGITS_MAX && (number->count > 0 || *text != '0'))
			number->digits[number->count++] = *text;
		else if (number->count == DIGITS_MAX)
			number->exponent++;
		number->exponent -= point;
	}
	if (any && (*text == 'e' || *text == 'E')) {
		char *end;
		const long exponent = strtol(text + 1, &end, 10);

		if (end == text + 1 || labs(exponent) > EXPONENT_MAX)
			return false;
		number->exponent += (int)exponent;
		text = end;
	}
	return any && *text == '\0';
}

/* Rounds to so many digits, half away from zero, and drops zeros at the end. */
static void stored_round(struct stored *number, int digits)
{
	if (number->count > digits) {
		const bool up = number->digits[digits] >= '5';
		int d = digits;

		number->exponent += number->count - digits;
		number->count = digits;
		while (up && d > 0 && number->digits[d - 1] == '9')
			number->digits[--d] = '0';
		if (up && d > 0) {
			number->digits[d - 1]++;
		} else if (up) {
			memmove(number->digits + 1, number->digits, (size_t)digits);
			number->digits[0] = '1';
			number->count++;
		}
	}
	while (number->count > 0 && number->digits[number->count - 1] == '0') {
		number->count--;
		number->exponent++;
	}
	number->digits[number->count] = '\0';
	if (number->count == 0)
		number->exponent = 0;
}

static void stored_add(const struct stored *number, struct strbuf *out)
{
	const int point = number->count + number->exponent; /* digits before it */

	if (number->negative && number->count > 0)
		strbuf_add_char(out, '-');
	if (point <= 0)
		strbuf_add_char(out, '0');
	for (int d = 0; d < number->count && d < point; d++)
		strbuf_add_char(out, number->digits[d]);
	strbuf_add_repeated(out, '0', point > number->count ? (size_t)(point - number->count) : 0);
	if (number->exponent >= 0)
		return;
	strbuf_add_char(out, '.');
	strbuf_add_repeated(out, '0', point < 0 ? (size_t)-point : 0);
	strbuf_add_text(out, number->digits + (point > 0 ? point : 0));
}

/* The whole part, and the fraction of a day in seconds (rounded); false for what is no time. */
static bool stored_days(const struct stored *number, int64_t *days, int64_t *seconds)
{
	const int point = number->count + number->exponent;
	__int128 fraction = 0, unit = 1;

	*days = 0;
	if (point > 9)
		return false;
	for (int d = 0; d < point; d++)
		*days = *days * 10 + (d < number->count ? number->digits[d] - '0' : 0);
	for (int d = point; d < point + 18; d++, unit *= 10)
		fraction = fraction * 10 +
			(d >= 0 && d < number->count ? number->digits[d] - '0' : 0);
	*seconds = (int64_t)((2 * fraction * DAY_SECONDS + unit) / (2 * unit));
	if (*seconds == DAY_SECONDS) {
		*seconds = 0;
		++*days;
	}
	return true;
}

/* ---- dates ----------------------------------------------------------------------------------------- */

/* The date so many days after 1970-01-01, by eras of 400 years. */
static struct date date_of_days(int64_t days)
{
	const int64_t shifted = days + 719468; /* from 0000-03-01 */
	const int64_t era = shifted / 146097, day = shifted % 146097;
	const int64_t year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	const int64_t rest = day - (365 * year + year / 4 - year / 100);
	const int64_t month = (5 * rest + 2) / 153;
	struct date date = {.day = (int)(rest - (153 * month + 2) / 5 + 1),
		.month = (int)(month < 10 ? month + 3 : month - 9)};

	assert(shifted >= 0);
	date.year = (int)(year + era * 400 + (date.month <= 2));
	return date;
}

static void time_add(int64_t hours, int64_t seconds, bool has_seconds, bool two_digits,
	struct strbuf *out)
{
	strbuf_addf(out, two_digits ? "%02lld:%02lld" : "%lld:%02lld", (long long)hours,
		(long long)(seconds / 60 % 60));
	if (has_seconds || seconds % 60)
		strbuf_addf(out, ":%02lld", (long long)(seconds % 60));
}

static bool number_add_date(const struct stored *number, const struct workbook_format *format,
	bool from_1904, struct strbuf *out)
{
	int64_t days, seconds;
	char text[11];

	if (number->negative || !stored_days(number, &days, &seconds))
		return false;
	if (from_1904)
		days += DAYS_TO_1904;
	else if (days == 0)
		return false; /* no day, whatever it is shown as */
	else if (days < 60)
		days++; /* 1900 had no 29 February, but in the calendar of workbooks */
	if (days > LAST_SERIAL)
		return false;
	const struct date date = date_of_days(days - EPOCH_SERIAL);
	if (!format->has_day && date.day == 1 && seconds == 0) {
		date_format_month(date, text);
		strbuf_add_text(out, text);
		return true;
	}
	date_format(date, text);
	strbuf_add_text(out, text);
	if (format->has_time || seconds) {
		strbuf_add_char(out, ' ');
		time_add(seconds / 3600, seconds, format->has_seconds, true, out);
	}
	return true;
}

static bool number_add_time(const struct stored *number, const struct workbook_format *format,
	struct strbuf *out)
{
	int64_t days, seconds;

	if (!stored_days(number, &days, &seconds))
		return false;
	if (number->negative)
		strbuf_add_char(out, '-');
	time_add(seconds / 3600 + (format->form == FORM_DURATION ? days * 24 : 0), seconds,
		format->has_seconds, false, out);
	return true;
}

/* ---- numbers --------------------------------------------------------------------------------------- */

static bool number_add_code(const struct stored *number, const char *pattern, struct strbuf *out)
{
	size_t places = 0, digit = 0;
	struct strbuf digits = {0};

	if (number->exponent < 0 || number->negative)
		return false;
	stored_add(number, &digits);
	for (const char *p = pattern; *p; p++)
		places += *p == '0';
	const size_t length = number->count ? digits.length : 0;
	/* digits without a place stand before the first */
	for (; length > places + digit; digit++)
		strbuf_add_char(out, digits.text[digit]);
	for (const char *p = pattern; *p; p++) {
		if (*p != '0')
			strbuf_add_char(out, *p);
		else if (places-- > length - digit || length == digit)
			strbuf_add_char(out, '0');
		else
			strbuf_add_char(out, digits.text[digit++]);
	}
	strbuf_free(&digits);
	return true;
}

void workbook_number_add(const char *stored, const struct workbook_format *format, bool from_1904,
	struct strbuf *out)
{
	struct stored number;
	bool added = false;

	if (!stored_read(stored, &number)) {
		strbuf_add_text(out, stored);
		return;
	}
	stored_round(&number, format->form == FORM_DATE || format->form == FORM_TIME ||
		format->form == FORM_DURATION ? DIGITS_MAX : SIGNIFICANT);
	switch (format->form) {
	case FORM_CODE:
		added = number_add_code(&number, format->pattern, out);
		break;
	case FORM_DATE:
		added = number_add_date(&number, format, from_1904, out);
		break;
	case FORM_TIME:
	case FORM_DURATION:
		added = number_add_time(&number, format, out);
		break;
	case FORM_PERCENT:
		number.exponent += number.count ? 2 : 0;
		stored_add(&number, out);
		strbuf_add_char(out, '%');
		added = true;
		break;
	default:
		break;
	}
	if (!added)
		stored_add(&number, out);
}

/* ---- ISO 8601 -------------------------------------------------------------------------------------- */

void workbook_date_add(const char *iso, struct strbuf *out)
{
	const char *const time = strchr(iso, 'T');
	int hours, minutes, seconds = 0;

	strbuf_add(out, iso, time ? (size_t)(time - iso) : strlen(iso));
	if (!time || sscanf(time, "T%2d:%2d:%2d", &hours, &minutes, &seconds) < 2)
		return;
	strbuf_add_char(out, ' ');
	time_add(hours, (int64_t)hours * 3600 + minutes * 60 + seconds, false, true, out);
}

void workbook_duration_add(const char *iso, struct strbuf *out)
{
	const char *c = iso + (*iso == '-');
	int64_t seconds = 0;

	if (strncmp(c, "PT", 2) != 0) {
		strbuf_add_text(out, iso);
		return;
	}
	for (c += 2; *c;) {
		char *end;
		const int64_t part = strtoll(c, &end, 10);
		const char *const unit = end + (*end == '.' || *end == ',' ? strspn(end, ".,0123456789") : 0);

		if (end == c || part < 0 || part > INT32_MAX || seconds > INT32_MAX * INT64_C(3600) ||
			!*unit || !strchr("HMS", *unit)) {
			strbuf_add_text(out, iso);
			return;
		}
		seconds += part * (*unit == 'H' ? 3600 : *unit == 'M' ? 60 : 1);
		c = unit + 1;
	}
	if (*iso == '-')
		strbuf_add_char(out, '-');
	time_add(seconds / 3600, seconds, false, false, out);
}
