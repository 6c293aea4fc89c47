#include "config.h"

#include "model/figure.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

enum { SIGNS_MAX = 6 };

static const char *const before[][SIGNS_MAX] = {
	[FIGURE_YEN] = {"¥", "\\"},
	[FIGURE_HOURS] = {NULL},
};
static const char *const after[][SIGNS_MAX] = {
	[FIGURE_YEN] = {"円", "yen"},
	[FIGURE_HOURS] = {"時間", "hours", "hour", "h", "H"},
};

char *figure_without_unit(const char *text, enum figure_unit unit)
{
	assert(unit == FIGURE_YEN || unit == FIGURE_HOURS);

	char *plain = text_nfkc(text);
	size_t length;
	const char *start = text_trim(plain, &length);

	for (size_t i = 0; i < SIGNS_MAX && before[unit][i]; i++) {
		const size_t sign = strlen(before[unit][i]);
		if (length > sign && memcmp(start, before[unit][i], sign) == 0) {
			start += sign;
			length -= sign;
			break;
		}
	}
	for (size_t i = 0; i < SIGNS_MAX && after[unit][i]; i++) {
		const size_t sign = strlen(after[unit][i]);
		if (length > sign && memcmp(start + length - sign, after[unit][i], sign) == 0) {
			length -= sign;
			break;
		}
	}
	char *bare = xstrndup(start, length);
	free(plain);
	return bare;
}
