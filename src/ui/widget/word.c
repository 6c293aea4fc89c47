#include "config.h"

#include "ui/widget/word.h"

#include <assert.h>

#include "base/text.h"

enum script_kind { SCRIPT_BLANK, SCRIPT_SIGN, SCRIPT_LATIN, SCRIPT_HIRAGANA, SCRIPT_KATAKANA,
	SCRIPT_KANJI };

/* In order; what lies between is a sign, and beyond ASCII up to the first Japanese block a letter. */
static const struct {
	uint32_t first, last;
	enum script_kind kind;
} scripts[] = {
	{0x00, ' ', SCRIPT_BLANK},
	{'0', '9', SCRIPT_LATIN},
	{'A', 'Z', SCRIPT_LATIN},
	{'_', '_', SCRIPT_LATIN},
	{'a', 'z', SCRIPT_LATIN},
	{0xc0, 0x1fff, SCRIPT_LATIN},
	{0x3000, 0x3000, SCRIPT_BLANK},
	{0x3005, 0x3007, SCRIPT_KANJI}, /* 々〆〇 */
	{0x3041, 0x309f, SCRIPT_HIRAGANA},
	{0x30a1, 0x30fa, SCRIPT_KATAKANA},
	{0x30fc, 0x30ff, SCRIPT_KATAKANA}, /* without ・ */
	{0x3400, 0x9fff, SCRIPT_KANJI},
	{0xac00, 0xd7a3, SCRIPT_LATIN},
	{0xf900, 0xfaff, SCRIPT_KANJI},
	{0xff10, 0xff19, SCRIPT_LATIN},
	{0xff21, 0xff3a, SCRIPT_LATIN},
	{0xff41, 0xff5a, SCRIPT_LATIN},
	{0xff66, 0xff9f, SCRIPT_KATAKANA}, /* half width */
	{0x20000, 0x3ffff, SCRIPT_KANJI},
};

static enum script_kind word_kind_of(const char *letter, size_t length)
{
	uint32_t character;

	text_decode(letter, length, &character);
	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++) {
		if (character >= scripts[i].first && character <= scripts[i].last)
			return scripts[i].kind;
	}
	return SCRIPT_SIGN;
}

static enum script_kind word_kind_before(const char *text, size_t at)
{
	size_t start = text_grapheme_before(text, at);

	return word_kind_of(text + start, at - start);
}

size_t word_before(const char *text, size_t at)
{
	enum script_kind kind;

	while (at > 0 && word_kind_before(text, at) == SCRIPT_BLANK)
		at = text_grapheme_before(text, at);
	if (at == 0)
		return 0;
	kind = word_kind_before(text, at);
	while (at > 0 && word_kind_before(text, at) == kind)
		at = text_grapheme_before(text, at);
	return at;
}

size_t word_after(const char *text, size_t length, size_t at)
{
	enum script_kind kind;

	assert(at <= length);
	while (at < length && word_kind_of(text + at, length - at) == SCRIPT_BLANK)
		at += text_grapheme(text + at, length - at);
	if (at == length)
		return length;
	kind = word_kind_of(text + at, length - at);
	while (at < length && word_kind_of(text + at, length - at) == kind)
		at += text_grapheme(text + at, length - at);
	return at;
}
