#include "config.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

enum {
	FULL_WIDTH_FIRST = 0xFF01, /* ！ … ～ are ASCII, moved by a constant */
	FULL_WIDTH_LAST = 0xFF5E,
	FULL_WIDTH_OFFSET = 0xFF01 - 0x21,
	IDEOGRAPHIC_SPACE = 0x3000,
	KATAKANA_OFFSET = 0x30A1 - 0x3041,
};

/* Characters of which NFKC is known without asking: itself, or the ASCII twin of a full-width one.
 * None combines with what stands before it, so the text may be cut in front of each. */
static bool is_simple(uint32_t character)
{
	return character < 0x80 || (character >= 0x3000 && character <= 0x3029) ||
	       (character >= 0x3041 && character <= 0x3096) ||
	       (character >= 0x30A0 && character <= 0x30FE) || character == 0x309D ||
	       character == 0x309E || (character >= 0x4E00 && character <= 0x9FFF) ||
	       (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST);
}

static uint32_t simple_nfkc(uint32_t character)
{
	if (character >= FULL_WIDTH_FIRST)
		return character - FULL_WIDTH_OFFSET;
	return character == IDEOGRAPHIC_SPACE ? ' ' : character;
}

/* Case and kana folding of a character already in NFKC. */
static uint32_t fold(uint32_t character)
{
	if (character >= 'A' && character <= 'Z')
		return character + ('a' - 'A');
	if ((character >= 0x30A1 && character <= 0x30F6) || character == 0x30FD ||
		character == 0x30FE)
		return character - KATAKANA_OFFSET;
	return character;
}

/* Where the text goes: through a small block, for a million rows make many characters. */
struct sink {
	struct strbuf *out;
	bool key;   /* fold, and squeeze spaces */
	bool begun; /* something other than a space was written */
	bool space; /* a space is due before the next character */
	size_t used;
	char block[512];
};

static void sink_flush(struct sink *sink)
{
	strbuf_add(sink->out, sink->block, sink->used);
	sink->used = 0;
}

static void sink_put(struct sink *sink, uint32_t character)
{
	if (sink->used + 5 > sizeof sink->block)
		sink_flush(sink);
	if (sink->key) {
		if (character <= ' ' || character == 0x7F) {
			sink->space = sink->begun;
			return;
		}
		if (sink->space)
			sink->block[sink->used++] = ' ';
		sink->space = false;
		sink->begun = true;
		character = fold(character);
	}
	sink->used += text_encode(character, sink->block + sink->used);
}

/* Nobody types variation selectors (葛󠄀) or zero width spaces when searching: keys go without. */
static void sink_put_text(struct sink *sink, const uint8_t *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t character;
		i += text_decode((const char *)text + i, length - i, &character);
		if (!sink->key || !uc_is_property_default_ignorable_code_point(character))
			sink_put(sink, character);
	}
}

static struct strbuf well_formed(const char *text, size_t length)
{
	struct strbuf clean = {0};

	for (size_t i = 0; i < length;) {
		uint32_t character;
		char bytes[4];
		i += text_decode(text + i, length - i, &character);
		strbuf_add(&clean, bytes, text_encode(character, bytes));
	}
	return clean;
}

/* The slow path: libunistring for a stretch that NFKC may change. */
static void put_normalized(struct sink *sink, const char *text, size_t length)
{
	uint8_t normal_room[256];
	uint8_t folded_room[256];
	size_t normal_length = sizeof normal_room;
	size_t folded_length = sizeof folded_room;
	uint8_t *normal = u8_normalize(
		UNINORM_NFKC, (const uint8_t *)text, length, normal_room, &normal_length);

	if (!normal) { /* libunistring refuses wrong bytes */
		struct strbuf clean = well_formed(text, length);
		put_normalized(sink, clean.text, clean.length);
		strbuf_free(&clean);
		return;
	}
	uint8_t *folded = sink->key ? u8_casefold(normal, normal_length, NULL, UNINORM_NFKC,
					      folded_room, &folded_length)
				    : NULL;
	if (folded)
		sink_put_text(sink, folded, folded_length);
	else
		sink_put_text(sink, normal, normal_length);
	if (normal != normal_room)
		free(normal);
	if (folded != folded_room)
		free(folded);
}

static void convert(struct sink *sink, const char *text, size_t length)
{
	size_t offset = 0;

	while (offset < length) {
		uint32_t character;
		uint32_t next = 0;
		size_t end = offset + text_decode(text + offset, length - offset, &character);
		const size_t bytes = text_decode(text + end, length - end, &next);
		if (is_simple(character) && (bytes == 0 || is_simple(next))) {
			sink_put(sink, simple_nfkc(character));
			offset = end;
			continue;
		}
		while (end < length) {
			const size_t step = text_decode(text + end, length - end, &next);
			if (is_simple(next))
				break;
			end += step;
		}
		put_normalized(sink, text + offset, end - offset);
		offset = end;
	}
	sink_flush(sink);
}

void text_key_add(struct strbuf *out, const char *text, size_t length)
{
	struct sink sink;

	sink.out = out;
	sink.key = true;
	sink.begun = false;
	sink.space = false;
	sink.used = 0;
	convert(&sink, text, length);
}

char *text_key(const char *text)
{
	struct strbuf out = {0};

	text_key_add(&out, text, strlen(text));
	return strbuf_detach(&out);
}

static char *nfkc(const char *text, size_t length)
{
	struct strbuf out = {0};
	struct sink sink;

	sink.out = &out;
	sink.key = false;
	sink.used = 0;
	convert(&sink, text, length);
	return strbuf_detach(&out);
}

char *text_nfkc(const char *text)
{
	return nfkc(text, strlen(text));
}

bool text_starts_with(const char *text, const char *prefix)
{
	const size_t wanted = strlen(prefix);
	const size_t length = strlen(text);
	size_t bytes = 0;

	if (strncmp(text, prefix, wanted) == 0)
		return true;
	/* Each grapheme gives at least one byte: so many are enough. */
	for (size_t i = 0; i < wanted && bytes < length; i++)
		bytes += text_grapheme(text + bytes, length - bytes);
	char *normal = nfkc(text, bytes);
	const bool found = strncmp(normal, prefix, wanted) == 0;
	free(normal);
	return found;
}
