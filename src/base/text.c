#include "config.h"

#include "base/text.h"

#include <assert.h>
#include <string.h>
#include <unigbrk.h>

enum { REPLACEMENT = 0xFFFD, ZERO_WIDTH_JOINER = 0x200D, IDEOGRAPHIC_SPACE = 0x3000 };

struct char_range {
	uint32_t first;
	uint32_t last;
};

/* Characters that stand alone: none joins another of them, nor is joined to the one before. They
 * make up nearly all text, and skip the grapheme rules. */
static const struct char_range plain_ranges[] = {
	{0x0020, 0x007E}, {0x3000, 0x3029}, {0x3041, 0x3096}, {0x309B, 0x30FF},
	{0x4E00, 0x9FFF}, {0xFF01, 0xFF9D},
};

/* Where Extended_Pictographic characters lie: what a zero width joiner can join. */
static const struct char_range pictographic_ranges[] = {
	{0x00A9, 0x00A9}, {0x00AE, 0x00AE}, {0x203C, 0x203C}, {0x2049, 0x2049}, {0x2122, 0x2122},
	{0x2139, 0x2139}, {0x2194, 0x21AA}, {0x231A, 0x23FF}, {0x24C2, 0x24C2}, {0x25AA, 0x25FE},
	{0x2600, 0x27BF}, {0x2934, 0x2935}, {0x2B05, 0x2B55}, {0x3030, 0x3030}, {0x303D, 0x303D},
	{0x3297, 0x3297}, {0x3299, 0x3299}, {0x1F000, 0x1F1E5}, {0x1F200, 0x1F3FA},
	{0x1F400, 0x1FAFF}, {0x1FC00, 0x1FFFD},
};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static bool in_ranges(uint32_t character, const struct char_range *ranges, size_t count)
{
	for (size_t i = 0; i < count && character >= ranges[i].first; i++)
		if (character <= ranges[i].last)
			return true;
	return false;
}

static bool is_plain(uint32_t character)
{
	return in_ranges(character, plain_ranges, COUNT_OF(plain_ranges));
}

static bool is_pictographic(uint32_t character)
{
	return in_ranges(character, pictographic_ranges, COUNT_OF(pictographic_ranges));
}

static bool is_regional_indicator(uint32_t character)
{
	return character >= 0x1F1E6 && character <= 0x1F1FF;
}

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

size_t text_decode(const char *text, size_t length, uint32_t *character)
{
	if (length == 0) {
		*character = 0;
		return 0;
	}
	const unsigned char lead = (unsigned char)text[0];
	if (lead < 0x80) {
		*character = lead;
		return 1;
	}
	*character = REPLACEMENT;
	const size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
	if (lead < 0xC2 || lead > 0xF4 || length < need)
		return 1;
	uint32_t value = lead & (0x7FU >> need);
	for (size_t i = 1; i < need; i++) {
		if (!is_continuation(text[i]))
			return 1;
		value = value << 6 | ((unsigned char)text[i] & 0x3FU);
	}
	const bool overlong = (need == 3 && value < 0x800) || (need == 4 && value < 0x10000);
	if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
		return 1;
	*character = value;
	return need;
}

size_t text_encode(uint32_t character, char bytes[4])
{
	if (character < 0x80) {
		bytes[0] = (char)character;
		return 1;
	}
	if (character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF))
		character = REPLACEMENT;
	const size_t count = character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
	for (size_t i = count - 1; i > 0; i--) {
		bytes[i] = (char)(0x80 | (character & 0x3F));
		character >>= 6;
	}
	bytes[0] = (char)((0xF00U >> count & 0xFFU) | character);
	return count;
}

/* Bytes at the start that are eight ASCII characters each, none of them NUL. */
static size_t ascii_run(const char *text, size_t length)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
	size_t offset = 0;

	for (uint64_t word; length - offset >= sizeof word; offset += sizeof word) {
		memcpy(&word, text + offset, sizeof word);
		if ((word | (word - ones)) & tops)
			break;
	}
	return offset;
}

bool text_valid(const char *text, size_t length, size_t *bad_offset)
{
	size_t offset = 0;

	while (offset < length) {
		const unsigned char lead = (unsigned char)text[offset];
		uint32_t character;

		/* Three bytes that are for certain one character; most of Japanese is such. */
		if (length - offset >= 3 && lead > 0xE0 && lead < 0xED &&
			is_continuation(text[offset + 1]) && is_continuation(text[offset + 2])) {
			offset += 3;
			continue;
		}

		const size_t ascii = ascii_run(text + offset, length - offset);
		offset += ascii;
		if (ascii > 0)
			continue;
		const size_t bytes = text_decode(text + offset, length - offset, &character);
		if (character == 0 || (character == REPLACEMENT && bytes == 1)) {
			if (bad_offset)
				*bad_offset = offset;
			return false;
		}
		offset += bytes;
	}
	return true;
}

/* What libunistring's rule of pairs cannot see: flags are pairs of regional indicators, and a
 * joiner glues two emoji. */
struct cluster {
	uint32_t previous;
	bool pictographic; /* an emoji, perhaps with marks, stands before */
	bool half_flag;    /* one regional indicator stands before */
};

static bool cluster_joins(const struct cluster *cluster, uint32_t next)
{
	if (cluster->half_flag && is_regional_indicator(next))
		return true;
	if (cluster->previous == ZERO_WIDTH_JOINER && cluster->pictographic &&
		is_pictographic(next))
		return true;
	return !uc_is_grapheme_break(cluster->previous, next);
}

size_t text_grapheme(const char *text, size_t length)
{
	uint32_t character;
	size_t end = text_decode(text, length, &character);

	if (end == 0)
		return 0;
	struct cluster cluster = {
		.previous = character,
		.pictographic = is_pictographic(character),
		.half_flag = is_regional_indicator(character),
	};
	bool plain = is_plain(character);
	while (end < length) {
		uint32_t next;
		const size_t bytes = text_decode(text + end, length - end, &next);
		const bool next_plain = is_plain(next);
		if ((plain && next_plain) || !cluster_joins(&cluster, next))
			break;
		cluster.previous = next;
		cluster.pictographic = cluster.pictographic || is_pictographic(next);
		cluster.half_flag = false;
		plain = next_plain;
		end += bytes;
	}
	return end;
}

/* The start of the character before offset, for well-formed and broken text alike. */
static size_t character_before(const char *text, size_t offset)
{
	uint32_t character;
	size_t start = offset - 1;

	while (start > 0 && offset - start < 4 && is_continuation(text[start]))
		start--;
	if (start + text_decode(text + start, offset - start, &character) == offset)
		return start;
	return offset - 1;
}

size_t text_grapheme_before(const char *text, size_t offset)
{
	if (offset == 0)
		return 0;
	/* Walk back to a place that is a boundary whatever comes before, then forward. */
	size_t start = offset;
	bool plain = false;
	while (start > 0) {
		const size_t before = character_before(text, start);
		uint32_t character;
		text_decode(text + before, start - before, &character);
		const bool before_plain = is_plain(character);
		if (plain && before_plain)
			break;
		plain = before_plain;
		start = before;
	}
	for (;;) {
		const size_t bytes = text_grapheme(text + start, offset - start);
		if (start + bytes >= offset)
			return start;
		start += bytes;
	}
}

bool text_equal(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

void text_copy(char *to, size_t size, const char *from)
{
	assert(size > 0);

	size_t length = strlen(from);

	if (length >= size) {
		length = size - 1;
		while (length > 0 && ((unsigned char)from[length] & 0xC0) == 0x80)
			length--;
	}
	memcpy(to, from, length);
	to[length] = '\0';
}

static bool text_is_blank_character(uint32_t character)
{
	return character == ' ' || character == '\t' || character == '\r' || character == '\n' ||
	       character == IDEOGRAPHIC_SPACE;
}

const char *text_trim(const char *text, size_t *length)
{
	uint32_t character;
	size_t end = strlen(text);
	size_t bytes;

	while ((bytes = text_decode(text, end, &character)) > 0 &&
		text_is_blank_character(character)) {
		text += bytes;
		end -= bytes;
	}
	while (end > 0) {
		const size_t before = character_before(text, end);
		text_decode(text + before, end - before, &character);
		if (!text_is_blank_character(character))
			break;
		end = before;
	}
	*length = end;
	return text;
}

bool text_is_blank(const char *text)
{
	size_t length;

	text_trim(text, &length);
	return length == 0;
}
