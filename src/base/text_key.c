/* text_key - search keys: NFKC with kana and case folding. */
#include "config.h"

#include "base/text.h"

#include <assert.h>
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

/* Where the text goes: through a small block, for a million rows make many characters. */
struct sink {
	struct strbuf *out;
	struct strbuf clean; /* room for the slow path */
	bool key;            /* fold, and squeeze spaces */
	bool begun;          /* something other than a space was written */
	bool space;          /* a space is due before the next character */
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

		/* Case and kana folding of a character already in NFKC. */
		if (character >= 'A' && character <= 'Z')
			character += 'a' - 'A';
		else if ((character >= 0x30A1 && character <= 0x30F6) || character == 0x30FD ||
			character == 0x30FE)
			character -= KATAKANA_OFFSET;
	}
	char *at = sink->block + sink->used;
	if (character < 0x80) {
		at[0] = (char)character;
		sink->used++;
	} else if (character >= 0x3000 && character <= 0x9FFF) {
		at[0] = (char)(0xE0 | character >> 12);
		at[1] = (char)(0x80 | (character >> 6 & 0x3F));
		at[2] = (char)(0x80 | (character & 0x3F));
		sink->used += 3;
	} else {
		sink->used += text_encode(character, at);
	}
}

static void sink_put_text(struct sink *sink, const uint8_t *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		uint32_t character;
		i += text_decode((const char *)text + i, length - i, &character);
		sink_put(sink, character);
	}
}

/* The slow path: libunistring for a stretch that NFKC may change. */
static void put_normalized(struct sink *sink, const char *text, size_t length)
{
	struct strbuf *clean = &sink->clean;
	uint8_t normal_room[256];
	uint8_t folded_room[256];
	size_t normal_length = sizeof normal_room;
	size_t folded_length = sizeof folded_room;

	/* Well-formed text for libunistring, which refuses all else. Keys go without variation
	 * selectors, zero width spaces and their like: nobody types them when searching. */
	strbuf_clear(clean);
	for (size_t i = 0; i < length;) {
		uint32_t character;
		char bytes[4];
		i += text_decode(text + i, length - i, &character);
		if (!sink->key || !uc_is_property_default_ignorable_code_point(character))
			strbuf_add(clean, bytes, text_encode(character, bytes));
	}

	if (clean->length == 0)
		return;
	uint8_t *normal = u8_normalize(UNINORM_NFKC, (const uint8_t *)clean->text, clean->length,
		normal_room, &normal_length);
	uint8_t *folded = NULL;
	if (sink->key && normal)
		folded = u8_casefold(
			normal, normal_length, NULL, UNINORM_NFKC, folded_room, &folded_length);
	if (folded)
		sink_put_text(sink, folded, folded_length);
	else if (normal)
		sink_put_text(sink, normal, normal_length);
	if (normal != normal_room)
		free(normal);
	if (folded != folded_room)
		free(folded);
}

/* Kana and kanji, the bulk, take three bytes: read without ado, for a million rows. */
static uint32_t decode_three(const char *text)
{
	return ((uint32_t)text[0] & 0x0F) << 12 | ((uint32_t)text[1] & 0x3F) << 6 |
	       ((uint32_t)text[2] & 0x3F);
}

/* Bytes of the character at text where it is simple, else 0. Simple are characters of which NFKC is
 * known without asking: itself, or the ASCII twin of a full-width one. None combines with what
 * stands before it, so the text may be cut in front of each. */
static size_t simple_at(const char *text, size_t length)
{
	if (length == 0)
		return 0;
	if (((unsigned char)text[0] & 0x80) == 0)
		return 1;
	if (length < 3 || ((unsigned char)text[0] & 0xF0) != 0xE0 || (text[1] & 0xC0) != 0x80 ||
		(text[2] & 0xC0) != 0x80)
		return 0;
	const uint32_t character = decode_three(text);
	const bool simple = (character >= 0x3000 && character <= 0x3029) ||
		(character >= 0x3041 && character <= 0x3096) ||
		(character >= 0x30A0 && character <= 0x30FE) || character == 0x309D ||
		character == 0x309E || (character >= 0x4E00 && character <= 0x9FFF) ||
		(character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST);
	return simple ? 3 : 0;
}

/* Bytes at the start of text of which NFKC is known: a run of simple characters without the last,
 * when a character follows it that might combine. */
static size_t simple_run(const char *text, size_t length)
{
	size_t end = 0;
	size_t last = 0;
	size_t bytes;

	while ((bytes = simple_at(text + end, length - end)) > 0) {
		last = bytes;
		end += bytes;
	}
	return end < length ? end - last : end;
}

static void put_simple(struct sink *sink, const char *text, size_t length)
{
	for (size_t i = 0; i < length;) {
		const bool ascii = ((unsigned char)text[i] & 0x80) == 0;
		uint32_t character = ascii ? (uint32_t)text[i] : decode_three(text + i);
		if (character >= FULL_WIDTH_FIRST)
			character -= FULL_WIDTH_OFFSET;
		else if (character == IDEOGRAPHIC_SPACE)
			character = ' ';
		sink_put(sink, character);
		i += ascii ? 1 : 3;
	}
}

static void text_key_convert(struct strbuf *out, bool key, const char *text, size_t length)
{
	struct sink sink;

	/* Not an initialiser: it would clear the block, at every call. */
	sink.out = out;
	sink.clean = (struct strbuf){0};
	sink.key = key;
	sink.begun = false;
	sink.space = false;
	sink.used = 0;
	while (length > 0) {
		const size_t simple = simple_run(text, length);
		put_simple(&sink, text, simple);
		text += simple;
		length -= simple;
		if (length == 0)
			break;

		/* Bytes from the start of text up to the next place where it may be cut. */
		uint32_t character;
		size_t end = text_decode(text, length, &character);
		while (end < length && simple_at(text + end, length - end) == 0)
			end += text_decode(text + end, length - end, &character);
		put_normalized(&sink, text, end);
		text += end;
		length -= end;
	}
	sink_flush(&sink);
	strbuf_free(&sink.clean);
}

void text_key_add(struct strbuf *out, const char *text, size_t length)
{
	text_key_convert(out, true, text, length);
}

char *text_key(const char *text)
{
	struct strbuf out = {0};

	assert(text);
	text_key_add(&out, text, strlen(text));
	return strbuf_detach(&out);
}

char *text_key_joined(const char *text)
{
	char *const key = text_key(text);
	char *to = key;

	for (const char *from = key; *from; from++)
		if (*from != ' ')
			*to++ = *from;
	*to = '\0';
	return key;
}

static char *nfkc(const char *text, size_t length)
{
	struct strbuf out = {0};

	text_key_convert(&out, false, text, length);
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
