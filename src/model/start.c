#include "config.h"

#include "model/start.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/i18n.h"
#include "model/choice.h"
#include "model/fiscal_year.h"

enum { APRIL = 3, DATE_LENGTH = 10 };

/* From HALF_FIRST on. */
static const struct choice start_halves[] = {
	{"first", N_("First half"), "first-half\n前期\n上期\n上半期\n前半"},
	{"second", N_("Second half"), "second-half\n後期\n下期\n下半期\n後半"},
	{START_LATER_CODE, N_("After the fiscal year"), "年度外\n次年度以降"},
};
enum { START_HALVES = sizeof start_halves / sizeof start_halves[0] };

_Static_assert((int)START_HALF_LATER == (int)HALF_COUNT && (int)START_HALVES == START_HALF_LATER,
	"it comes after the halves there are");

uint32_t start_month(const char *date)
{
	if (strlen(date) != DATE_LENGTH)
		return 0;
	const int year = (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 +
		(date[3] - '0');
	const int month = (date[5] - '0') * 10 + (date[6] - '0');
	const int number = year * 12 + month - 1;

	return month < 1 || month > 12 || number < 0 || number >= START_MONTHS ? 0 :
		(uint32_t)number;
}

uint32_t start_in_year(uint32_t month, int fiscal_year)
{
	const uint32_t first = (uint32_t)fiscal_year * 12 + APRIL;

	assert(month < START_MONTHS);
	if (!month)
		return 0;
	if (month < first)
		return first;
	return month < first + 12 ? month : START_LATER;
}

unsigned start_half(uint32_t month)
{
	if (!month)
		return HALF_NONE;
	if (month == START_LATER)
		return START_HALF_LATER;
	return month % 12 >= APRIL && month % 12 < APRIL + 6 ? HALF_FIRST : HALF_SECOND;
}

int start_half_parse(const char *text)
{
	const int found = choice_parse(start_halves, START_HALVES, text);

	return found < 0 ? -1 : found + HALF_FIRST;
}

void start_code(uint32_t month, char code[START_CODE])
{
	if (!month)
		*code = '\0';
	else if (month == START_LATER)
		snprintf(code, START_CODE, "%s", START_LATER_CODE);
	else
		snprintf(code, START_CODE, "%04u-%02u", month / 12, month % 12 + 1);
}

const char *start_later_label(void)
{
	return _(start_halves[START_HALVES - 1].label);
}
