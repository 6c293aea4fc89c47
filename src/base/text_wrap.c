/* text_wrap - breaking a text into lines, with the Japanese rules of line starts and ends. */
#include "config.h"

#include "base/text.h"

#include <string.h>

/* 禁則 (JIS X 4051): what may not stand at the start or at the end of a line, and what stays
 * together when doubled (……). */
static const char not_at_start[] =
	"、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々〻ー〜～’”）〕］｝〉》」』】〙〗〟｠»"
	"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
	"ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
	"｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ％‰℃°′″￠"
	"!),.:;?]}%";
static const char not_at_end[] = "‘“（〔［｛〈《「『【〘〖〝｟«｢￥＄￡＃№([{$#";
static const char inseparable[] = "―…‥";

static bool stands_in(uint32_t character, const char *set)
{
	size_t length = strlen(set);

	while (length > 0) {
		uint32_t member;
		const size_t bytes = text_decode(set, length, &member);
		if (member == character)
			return true;
		set += bytes;
		length -= bytes;
	}
	return false;
}

static bool is_space(uint32_t character)
{
	return character == ' ' || character == '\t' || character == 0x3000;
}

/* Letters of scripts that put spaces between words; a break inside a word would be a fault. */
static bool text_wrap_is_word(uint32_t character)
{
	return (character < 0x1100 || character == 0x2019) && !is_space(character);
}

static bool is_kanji(uint32_t character)
{
	return character >= 0x4E00 && character <= 0x9FFF;
}

static bool may_break(uint32_t before, uint32_t after)
{
	if (is_space(after))
		return false;
	if (is_space(before))
		return true;
	if (text_wrap_is_word(before) && text_wrap_is_word(after))
		return false;
	if (before == after && stands_in(before, inseparable))
		return false;
	if (!is_kanji(after) && stands_in(after, not_at_start))
		return false;

	/* Kana and kanji fill most texts, and none of them opens a bracket. */
	const bool letter = is_kanji(before) || (before >= 0x3041 && before <= 0x3096) ||
		(before >= 0x30A1 && before <= 0x30FA);
	return letter || !stands_in(before, not_at_end);
}

/* The character that decides for the grapheme at text, of which *bytes is the length (0 at the
 * end). A space that carries an accent is a letter. */
static uint32_t leader(const char *text, size_t length, size_t *bytes)
{
	uint32_t character;

	*bytes = text_grapheme(text, length);
	const size_t alone = text_decode(text, *bytes, &character);
	return is_space(character) && alone < *bytes ? 'x' : character;
}

/* The length without the spaces at its end. */
static size_t without_spaces(const char *text, size_t length)
{
	size_t kept = 0;
	size_t bytes;

	for (size_t i = 0; i < length; i += bytes)
		if (!is_space(leader(text + i, length - i, &bytes)))
			kept = i + bytes;
	return kept;
}

/* Bytes of the first line of a paragraph, without the spaces at its end. */
static size_t first_line(const char *text, size_t length, int columns)
{
	size_t end = 0;
	size_t last_break = 0;
	uint32_t before = 0;
	int used = 0;

	while (end < length) {
		size_t bytes;
		const uint32_t after = leader(text + end, length - end, &bytes);
		if (end > 0 && may_break(before, after))
			last_break = end;
		const int width = text_width_n(text + end, bytes);
		if (used + width > columns && !is_space(after)) {
			if (end == 0)
				end = bytes;
			/* A break behind nothing but spaces would make an empty line. */
			if (without_spaces(text, last_break) > 0)
				end = last_break;
			return without_spaces(text, end) > 0 ? without_spaces(text, end) : end;
		}
		used += width;
		end += bytes;
		before = after;
	}
	return used > columns ? without_spaces(text, length) : length;
}

size_t text_wrap(const char *text, int columns,
	void (*line)(const char *start, size_t length, void *data), void *data)
{
	size_t lines = 0;

	for (;;) {
		const size_t length = strcspn(text, "\n");
		size_t left = length > 0 && text[length - 1] == '\r' ? length - 1 : length;
		const char *rest = text;

		do {
			size_t taken = first_line(rest, left, columns);
			size_t bytes;

			if (line)
				line(rest, taken, data);
			lines++;
			while (is_space(leader(rest + taken, left - taken, &bytes)))
				taken += bytes;
			rest += taken;
			left -= taken;
		} while (left > 0);
		if (text[length] == '\0')
			return lines;
		text += length + 1;
	}
}
