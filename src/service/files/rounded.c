#include "config.h"

#include "service/files/rounded.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "model/figure.h"

enum { ROUNDED_DECIMALS = 2, ROUNDED_MINUTES = 60 };

bool rounded_hours_hold(const char *text, int64_t minutes)
{
	char *const plain = figure_bare_hours(text);
	const char *const point = strchr(plain, '.');
	const size_t decimals = point ? strspn(point + 1, "0123456789") : 0;
	int64_t given, scaled = minutes;
	bool hold = decimals <= ROUNDED_DECIMALS &&
		decimal_parse(plain, (int)decimals, &given, NULL);

	for (size_t i = 0; hold && i < decimals; i++)
		hold = decimal_multiply(scaled, 10, &scaled);
	free(plain);
	return hold && decimal_divide_half_up(scaled, ROUNDED_MINUTES) == given;
}
