#include "config.h"

#include "natural.h"

int64_t natural_minutes(int64_t minutes)
{
	if (minutes <= 12)
		return minutes;
	return minutes <= 60 ? (minutes + 2) / 5 * 5 : (minutes + 5) / 10 * 10;
}

int64_t natural_cases(int64_t cases)
{
	if (cases < 1)
		return 1;
	if (cases <= 40)
		return cases;
	return cases <= 200 ? (cases + 2) / 5 * 5 : (cases + 5) / 10 * 10;
}
