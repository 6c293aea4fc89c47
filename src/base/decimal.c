#include "config.h"

#include "base/decimal.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

__extension__ typedef __int128 wide;

enum { QUOTE_COLUMNS = 40, MAX_DECIMALS = 18, MINUS_SIGN = 0x2212 };

/* What a number is made of, whatever the width it was typed in: '0'–'9', ',', '.', '(', ')', '+',
 * and '-' for all its looks; 0 at the end, '?' for anything else. Moves *text behind it. */
static char next_token(const char **text, const char *end)
{
	uint32_t character;

	*text += text_decode(*text, (size_t)(end - *text), &character);
	if (character >= 0xFF01 && character <= 0xFF5E)
		character -= 0xFF01 - 0x21;
	switch (character) {
	case MINUS_SIGN:
	case 0x25B3: /* △ */
	case 0x25B2: /* ▲ */
		return '-';
	case '-':
	case '+':
	case ',':
	case '.':
	case '(':
	case ')':
	case '\0':
		return (char)character;
	default:
		return character >= '0' && character <= '9' ? (char)character : '?';
	}
}

enum outcome { OUTCOME_READ, OUTCOME_NO_NUMBER, OUTCOME_TOO_FINE, OUTCOME_TOO_LARGE };

static bool append_digit(uint64_t *value, char digit)
{
	return !__builtin_mul_overflow(*value, (uint64_t)10, value) &&
	       !__builtin_add_overflow(*value, (uint64_t)(digit - '0'), value);
}

/* The state of reading digits: "1,724.5" */
struct digits {
	uint64_t value;
	int count;    /* digits in all */
	int group;    /* digits since the last separator */
	int fraction; /* digits after the point; -1 before it */
	bool grouped;
	bool overflow;
};

static bool group_complete(const struct digits *digits)
{
	return !digits->grouped || digits->group == 3;
}

static bool take_token(struct digits *digits, char token)
{
	if (token >= '0' && token <= '9') {
		digits->count++;
		digits->group++;
		if (digits->fraction >= 0)
			digits->fraction++;
		if (!append_digit(&digits->value, token))
			digits->overflow = true;
		return true;
	}
	if (digits->fraction >= 0 || !group_complete(digits))
		return false;
	if (token == ',') {
		const bool fits = digits->group >= 1 && digits->group <= 3;
		digits->grouped = true;
		digits->group = 0;
		return fits;
	}
	digits->fraction = 0;
	return token == '.';
}

static enum outcome read_number(
	const char *text, const char *end, int decimals, bool *negative, uint64_t *magnitude)
{
	struct digits digits = {.fraction = -1};
	const char *at = text;
	char token = next_token(&at, end);
	const bool bracket = token == '(';

	*negative = bracket || token == '-';
	if (bracket || token == '-' || token == '+')
		token = next_token(&at, end);
	for (; token != '\0' && token != ')'; token = next_token(&at, end))
		if (!take_token(&digits, token))
			return OUTCOME_NO_NUMBER;
	if (bracket != (token == ')') || at != end)
		return OUTCOME_NO_NUMBER;
	if (digits.count == 0 || (digits.fraction < 0 && !group_complete(&digits)))
		return OUTCOME_NO_NUMBER;
	if (digits.fraction > decimals)
		return OUTCOME_TOO_FINE;
	for (int i = digits.fraction < 0 ? 0 : digits.fraction; i < decimals; i++)
		if (!append_digit(&digits.value, '0'))
			digits.overflow = true;
	*magnitude = digits.value;
	return digits.overflow ? OUTCOME_TOO_LARGE : OUTCOME_READ;
}

static bool decimal_refuse(struct error *err, enum outcome outcome, const char *text, int decimals)
{
	struct strbuf quote = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	const char *shown = strbuf_text(&quote);
	if (outcome == OUTCOME_TOO_LARGE)
		error_set(err, ERROR_DATA, _("“%s” is too large a number"), shown);
	else if (outcome == OUTCOME_NO_NUMBER)
		error_set(err, ERROR_DATA,
			_("“%s” is not a number; write it like 1,724 or 39.2, negative as -5 or "
			  "△5"),
			shown);
	else if (decimals == 0)
		error_set(err, ERROR_DATA, _("“%s” must be a whole number"), shown);
	else
		error_set(err, ERROR_DATA,
			ngettext("“%s” may have at most %d digit after the point",
				"“%s” may have at most %d digits after the point",
				(unsigned long)decimals),
			shown, decimals);
	strbuf_free(&quote);
	return false;
}

bool decimal_parse(const char *text, int decimals, int64_t *value, struct error *err)
{
	assert(text && decimals >= 0);

	size_t length;
	const char *start = text_trim(text, &length);
	bool negative = false;
	uint64_t magnitude = 0;
	const enum outcome outcome =
		read_number(start, start + length, decimals, &negative, &magnitude);
	const uint64_t limit = negative ? (uint64_t)INT64_MAX + 1 : (uint64_t)INT64_MAX;

	if (outcome != OUTCOME_READ)
		return decimal_refuse(err, outcome, text, decimals);
	if (magnitude > limit)
		return decimal_refuse(err, OUTCOME_TOO_LARGE, text, decimals);
	*value = magnitude > (uint64_t)INT64_MAX ? INT64_MIN
		 : negative                      ? -(int64_t)magnitude
						 : (int64_t)magnitude;
	return true;
}

static void decimal_write(struct strbuf *out, int64_t value, int decimals, bool trim,
	const char *minus, const char *separator)
{
	char digits[MAX_DECIMALS + 24];
	int count = 0;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	int last = 0; /* the last digit printed, counted from the right */

	/* From the right, with zeros so that one digit stands before the point. */
	while (rest > 0 || count <= decimals) {
		digits[count++] = (char)('0' + rest % 10);
		rest /= 10;
	}
	while (trim && last < decimals && digits[last] == '0')
		last++;
	if (value < 0)
		strbuf_add_text(out, minus);
	for (int i = count - 1; i >= last; i--) {
		strbuf_add_char(out, digits[i]);
		const int whole = i - decimals;
		if (whole == 0 && i > last)
			strbuf_add_char(out, '.');
		else if (whole > 0 && whole % 3 == 0)
			strbuf_add_text(out, separator);
	}
}

void decimal_add(struct strbuf *out, int64_t value, int decimals, bool trim)
{
	assert(decimals >= 0);
	decimal_write(out, value, decimals, trim, "-", "");
}

void decimal_add_grouped(struct strbuf *out, int64_t value, int decimals, bool trim)
{
	assert(decimals >= 0);
	decimal_write(out, value, decimals, trim, "-", ",");
}

void decimal_add_triangle(struct strbuf *out, int64_t value, int decimals, bool trim)
{
	assert(decimals >= 0);
	decimal_write(out, value, decimals, trim, "△", ",");
}

/* The one rounding of figures that are shown. */
bool decimal_scale(int64_t value, int64_t factor, int64_t divisor, int64_t *result)
{
	assert(divisor > 0);

	const wide product = (wide)value * factor;
	const wide rest = product % divisor;
	wide quotient = product / divisor;

	if (2 * (rest < 0 ? -rest : rest) >= divisor)
		quotient += product < 0 ? -1 : 1;
	if (quotient > INT64_MAX || quotient < INT64_MIN)
		return false;
	*result = (int64_t)quotient;
	return true;
}

int64_t decimal_divide_half_up(int64_t value, int64_t divisor)
{
	int64_t quotient = 0;

	/* It cannot fail: the quotient is no larger than the value. */
	decimal_scale(value, 1, divisor, &quotient);
	return quotient;
}

int64_t decimal_divide_floor(int64_t value, int64_t divisor)
{
	assert(divisor > 0);
	return value / divisor - (value % divisor < 0);
}

bool decimal_multiply(int64_t a, int64_t b, int64_t *result)
{
	int64_t product;

	if (__builtin_mul_overflow(a, b, &product))
		return false;
	*result = product;
	return true;
}

bool decimal_sum(int64_t a, int64_t b, int64_t *result)
{
	int64_t sum;

	if (__builtin_add_overflow(a, b, &sum))
		return false;
	*result = sum;
	return true;
}
