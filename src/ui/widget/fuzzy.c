#include "config.h"

#include "ui/widget/fuzzy.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { POINTS_FOLLOWS = 8, POINTS_WORD = 6, POINTS_START = 10, POINTS_MAX_LENGTH = 60 };

int fuzzy_score(const char *pattern, const char *text)
{
	assert(pattern && text);

	size_t length = strlen(text);
	int score = length < POINTS_MAX_LENGTH ? (int)(POINTS_MAX_LENGTH - length) / 10 : 0;
	bool follows = false;

	for (size_t at = 0; *pattern;) {
		size_t letter = text_grapheme(pattern, strlen(pattern));
		size_t start = at;

		while (at < length && strncmp(text + at, pattern, letter) != 0)
			at += text_grapheme(text + at, length - at);
		if (at >= length)
			return -1;
		if (follows && at == start)
			score += POINTS_FOLLOWS;
		if (at == 0)
			score += POINTS_START;
		else if (text[at - 1] == ' ' || text[at - 1] == '-')
			score += POINTS_WORD;
		follows = true;
		at += letter;
		pattern += letter;
	}
	return score;
}
