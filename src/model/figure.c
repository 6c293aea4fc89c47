#include "config.h"

#include "model/figure.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

char *figure_bare_hours(const char *text)
{
	static const char *const units[] = {"時間", "hours", "hour", "h", "H"};
	char *const plain = text_nfkc(text);
	size_t length;
	const char *const start = text_trim(plain, &length);

	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		const size_t unit = strlen(units[i]);

		if (length > unit && memcmp(start + length - unit, units[i], unit) == 0) {
			length -= unit;
			break;
		}
	}
	char *const bare = xstrndup(start, length);

	free(plain);
	return bare;
}
