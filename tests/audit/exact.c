#include "exact.h"

wide exact_round(wide part, wide whole)
{
	const wide twice = 2 * (part < 0 ? -part : part) + whole;
	const wide size = twice / (2 * whole);

	return part < 0 ? -size : size;
}

wide exact_floor(wide part, wide whole)
{
	return part / whole - (part % whole < 0);
}

const char *exact_text(struct pool *pool, wide value, int decimals)
{
	char digits[64];
	int at = sizeof digits - 1, places = 0;
	wide rest = value < 0 ? -value : value;

	digits[at] = '\0';
	do {
		if (decimals && places == decimals)
			digits[--at] = '.';
		digits[--at] = (char)('0' + (int)(rest % 10));
		rest /= 10;
		places++;
	} while (rest || places <= decimals);
	if (value < 0)
		digits[--at] = '-';
	return pool_print(pool, "%s", digits + at);
}

const char *exact_plain(struct pool *pool, wide value, int decimals)
{
	for (; decimals > 0 && value % 10 == 0; decimals--)
		value /= 10;
	return exact_text(pool, value, decimals);
}

static wide exact_common(wide a, wide b)
{
	while (b) {
		const wide rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

void fraction_add(struct fraction *sum, wide part, wide whole)
{
	if (!sum->whole)
		sum->whole = 1;
	const wide common = exact_common(sum->whole, whole);

	sum->part = sum->part * (whole / common) + part * (sum->whole / common);
	sum->whole *= whole / common;
}

wide fraction_round(const struct fraction *sum, wide factor)
{
	return sum->whole ? exact_round(sum->part * factor, sum->whole) : 0;
}
