/* text_width - columns of a text; the only place with wcwidth. */
#include "config.h"

#include "base/text.h"

#include <string.h>
#include <unictype.h>
#include <wchar.h>

enum { SOFT_HYPHEN = 0xAD };
enum width_class { WIDTH_ZERO, WIDTH_WIDE, WIDTH_AMBIGUOUS };

struct width_range {
	uint32_t first;
	uint32_t last;
	enum width_class class;
};

#include "base/width_table.h"

/* One terminal, one answer: the only state of the module. */
static int ambiguous_width = 1;

void text_set_ambiguous_width(int columns)
{
	ambiguous_width = columns == 2 ? 2 : 1;
}

int text_ambiguous_width(void)
{
	return ambiguous_width;
}

static const struct width_range *find_range(uint32_t character)
{
	size_t low = 0;
	size_t high = sizeof width_table / sizeof width_table[0];

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (character > width_table[middle].last)
			low = middle + 1;
		else if (character < width_table[middle].first)
			high = middle;
		else
			return &width_table[middle];
	}
	return NULL;
}

static bool is_skin_tone(uint32_t character)
{
	return character >= 0x1F3FB && character <= 0x1F3FF;
}

int text_char_width(uint32_t character)
{
	if (character >= 0x20 && character < 0x7F)
		return 1;
	if ((character >= 0x4E00 && character <= 0x9FFF) ||
		(character >= 0x3041 && character <= 0x3096) ||
		(character >= 0x309B && character <= 0x30FF))
		return 2;
	/* C0, DEL and C1; the line and paragraph separators; surrogates and what is no character
	 * at all. */
	if (character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
		character == 0x2029 || (character >= 0xD800 && character <= 0xDFFF) ||
		character > 0x10FFFF)
		return -1;
	if (character == SOFT_HYPHEN || is_skin_tone(character))
		return 0;
	const struct width_range *range = find_range(character);
	if (!range)
		return 1;
	switch (range->class) {
	case WIDTH_ZERO:
		return 0;
	case WIDTH_WIDE:
		return 2;
	case WIDTH_AMBIGUOUS:
		break;
	}
	return ambiguous_width;
}

bool text_char_shown(uint32_t character)
{
	const int width = text_char_width(character);

	return width > 0 || (width == 0 && character != SOFT_HYPHEN && !is_skin_tone(character) &&
				    !uc_is_property_default_ignorable_code_point(character));
}

/* Takes the place of the C library's, for ncurses too: a screen on which the two differ by one
 * cell falls apart. It lives beside text_char_width() so that the linker never leaves it out. */
int wcwidth(wchar_t character)
{
	return character == L'\0' ? 0 : text_char_width((uint32_t)character);
}

int text_width_n(const char *text, size_t length)
{
	int columns = 0;

	while (length > 0) {
		uint32_t character;
		const size_t bytes = text_decode(text, length, &character);
		const int width = text_char_width(character);
		if (width > 0)
			columns += width;
		text += bytes;
		length -= bytes;
	}
	return columns;
}

int text_width(const char *text)
{
	return text_width_n(text, strlen(text));
}

static size_t fit(const char *text, size_t length, int columns, int *used)
{
	size_t taken = 0;
	int width = 0;

	while (taken < length) {
		const size_t bytes = text_grapheme(text + taken, length - taken);
		const int more = text_width_n(text + taken, bytes);
		if (width + more > columns)
			break;
		width += more;
		taken += bytes;
	}
	if (used)
		*used = width;
	return taken;
}

size_t text_fit(const char *text, int columns, int *used)
{
	return fit(text, strlen(text), columns, used);
}

/* Appends text as one printable line, no further than the first character beyond columns. */
static void text_width_add_clean(struct strbuf *out, const char *text, int columns)
{
	size_t length = strlen(text);
	int used = 0;

	while (length > 0 && used <= columns) {
		uint32_t character;
		char bytes[4];
		size_t taken = text_decode(text, length, &character);
		if (character == '\r' && length > 1 && text[1] == '\n')
			taken = 2;
		if (character == '\n' || character == '\r' || character == '\t')
			character = ' ';
		const int width = text_char_width(character);
		if (width >= 0) {
			strbuf_add(out, bytes, text_encode(character, bytes));
			used += width;
		}
		text += taken;
		length -= taken;
	}
}

int text_clip(struct strbuf *out, const char *text, int columns)
{
	static const char ellipsis[] = "…";
	const size_t start = out->length;
	int used;

	if (columns <= 0)
		return 0;
	text_width_add_clean(out, text, columns);
	const size_t length = out->length - start;
	if (length == 0)
		return 0;
	const char *line = out->text + start;
	const size_t kept = fit(line, length, columns - 1, &used);
	int rest;
	if (kept + fit(line + kept, length - kept, columns - used, &rest) == length)
		return used + rest;
	strbuf_truncate(out, start + kept);
	strbuf_add_text(out, text_width(ellipsis) == 1 ? ellipsis : "~");
	return used + 1;
}

void text_pad(struct strbuf *out, const char *text, int columns, enum text_align align)
{
	struct strbuf line = {0};
	const int used = text_clip(&line, text, columns);
	const size_t blanks = columns > used ? (size_t)(columns - used) : 0;
	const size_t before = align == TEXT_LEFT ? 0 : align == TEXT_RIGHT ? blanks : blanks / 2;

	strbuf_add_repeated(out, ' ', before);
	strbuf_add(out, strbuf_text(&line), line.length);
	strbuf_add_repeated(out, ' ', blanks - before);
	strbuf_free(&line);
}
