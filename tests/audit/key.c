#include "key.h"

#include <stdlib.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

enum { KATAKANA_FIRST = 0x30A1, KATAKANA_LAST = 0x30F6, ITERATION = 0x30FD, VOICED_ITERATION = 0x30FE,
	TO_HIRAGANA = 0x60, CHARACTER_MAX = 6 };

const char *key_of(struct pool *pool, const char *text)
{
	struct text seen = {0}, key = {0};
	size_t length = 0;
	ucs4_t character;
	bool space = false;

	/* without what nobody types */
	text_add(pool, &seen, "", 0);
	for (const uint8_t *at = (const uint8_t *)text; (at = u8_next(&character, at)) != NULL;) {
		uint8_t bytes[CHARACTER_MAX];

		if (!uc_is_property_default_ignorable_code_point(character))
			text_add(pool, &seen, (const char *)bytes,
				(size_t)u8_uctomb(bytes, character, sizeof bytes));
	}
	uint8_t *const folded = u8_casefold((const uint8_t *)seen.bytes, seen.length, NULL, UNINORM_NFKC, NULL,
		&length);

	text_add(pool, &key, "", 0);
	for (size_t i = 0; folded && i < length;) {
		uint8_t bytes[CHARACTER_MAX];

		i += (size_t)u8_mbtouc(&character, folded + i, length - i);
		if (character <= ' ' || character == 0x7F) {
			space = key.length > 0;
			continue;
		}
		if ((character >= KATAKANA_FIRST && character <= KATAKANA_LAST) || character == ITERATION ||
			character == VOICED_ITERATION)
			character -= TO_HIRAGANA;
		if (space)
			text_add(pool, &key, " ", 1);
		space = false;
		text_add(pool, &key, (const char *)bytes, (size_t)u8_uctomb(bytes, character, sizeof bytes));
	}
	free(folded);
	return key.bytes;
}

bool key_is_formula(const char *text)
{
	size_t length;
	uint8_t *const plain = *text ? u8_normalize(UNINORM_NFKC, (const uint8_t *)text, strlen(text) + 1, NULL,
		&length) : NULL;
	const bool formula = plain && *plain && strchr("=+-@\t\r", *plain);

	free(plain);
	return formula;
}
