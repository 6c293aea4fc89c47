#include "config.h"

#include "model/near.h"

#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { CHARACTERS_MAX = 64 };

/* Returns how many characters there are; at most CHARACTERS_MAX are kept. */
static int near_decode(const char *text, uint32_t characters[CHARACTERS_MAX])
{
	const size_t length = strlen(text);
	int count = 0;

	for (size_t i = 0; i < length; count++) {
		uint32_t character;
		i += text_decode(text + i, length - i, &character);
		if (count < CHARACTERS_MAX)
			characters[count] = character;
	}
	return count;
}

/* How many characters must be added, removed or changed (Levenshtein). */
static int distance(const uint32_t *a, int a_count, const uint32_t *b, int b_count)
{
	int row[CHARACTERS_MAX + 1];

	for (int j = 0; j <= b_count; j++)
		row[j] = j;
	for (int i = 1; i <= a_count; i++) {
		int diagonal = row[0];
		row[0] = i;
		for (int j = 1; j <= b_count; j++) {
			const int change = diagonal + (a[i - 1] != b[j - 1]);
			const int other = 1 + (row[j] < row[j - 1] ? row[j] : row[j - 1]);

			diagonal = row[j];
			row[j] = change < other ? change : other;
		}
	}
	return row[b_count];
}

bool near_match(const char *key, const char *other)
{
	uint32_t a[CHARACTERS_MAX];
	uint32_t b[CHARACTERS_MAX];

	assert(key && other);
	if (!*key || !*other)
		return false;
	if (strstr(key, other) || strstr(other, key))
		return true;
	const int a_count = near_decode(key, a);
	const int b_count = near_decode(other, b);
	if (a_count > CHARACTERS_MAX || b_count > CHARACTERS_MAX)
		return false;
	return distance(a, a_count, b, b_count) <= (a_count > b_count ? a_count : b_count) / 3;
}
