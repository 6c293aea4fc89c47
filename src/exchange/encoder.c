/* encoder - UTF-8 into CP932, refusing what it cannot hold. */
#include "config.h"

#include "exchange/encoding.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

/* Characters that Unix, Mac and the web use where Windows' CP932 has a twin of the same look. C
 * libraries differ in whether they know the pairs, and some turn ¥ into a backslash, which would
 * come back as another character; so the pairs are settled here. */
static const struct {
	uint32_t unix_character;
	uint32_t windows_character;
} twins[] = {
	{0x00A2, 0xFFE0}, /* ¢ CENT SIGN */
	{0x00A3, 0xFFE1}, /* £ POUND SIGN */
	{0x00A5, 0xFFE5}, /* ¥ YEN SIGN */
	{0x00A6, 0xFFE4}, /* ¦ BROKEN BAR */
	{0x00AC, 0xFFE2}, /* ¬ NOT SIGN */
	{0x2014, 0x2015}, /* — EM DASH → ― HORIZONTAL BAR */
	{0x2016, 0x2225}, /* ‖ DOUBLE VERTICAL LINE → ∥ PARALLEL TO */
	{0x203E, 0xFFE3}, /* ‾ OVERLINE → ￣ FULLWIDTH MACRON */
	{0x2212, 0xFF0D}, /* − MINUS SIGN → － FULLWIDTH HYPHEN-MINUS */
	{0x301C, 0xFF5E}, /* 〜 WAVE DASH → ～ FULLWIDTH TILDE */
};

/* The characters of the table start with one of these bytes; so do few others but kana (E3). */
static const char twin_leads[] = "\xC2\xE2\xE3";

struct encoder {
	enum encoding encoding;
	bool has_converter;
	iconv_t converter;
};

struct encoder *encoder_new(enum encoding encoding)
{
	struct encoder *encoder = xcalloc(1, sizeof *encoder);

	encoder->encoding = encoding;
	if (encoding == ENCODING_CP932) {
		encoder->converter = iconv_open("CP932", "UTF-8");
		encoder->has_converter = encoder->converter != (iconv_t)-1;
	}
	return encoder;
}

void encoder_free(struct encoder *encoder)
{
	if (!encoder)
		return;
	if (encoder->has_converter)
		iconv_close(encoder->converter);
	free(encoder);
}

/* Bytes before the next character that has a Windows twin, or length; *twin gets what to write
 * instead and *taken the bytes of the character. */
static size_t next_twin(const char *text, size_t length, uint32_t *twin, size_t *taken)
{
	for (size_t i = 0; i < length; i++) {
		if ((unsigned char)text[i] < 0x80 || !memchr(twin_leads, text[i], sizeof twin_leads - 1))
			continue;
		uint32_t character;
		*taken = text_decode(text + i, length - i, &character);
		*twin = 0;
		for (size_t t = 0; *twin == 0 && t < sizeof twins / sizeof twins[0]; t++)
			if (twins[t].unix_character == character)
				*twin = twins[t].windows_character;
		if (*twin)
			return i;
	}
	*twin = 0;
	*taken = 0;
	return length;
}

static bool encoder_convert(struct encoder *encoder, const char *text, size_t length,
	struct strbuf *out, char bad_character[8])
{
	char *in = (char *)text; /* iconv's prototype; it does not write there */
	size_t in_left = length;

	while (in_left > 0) {
		char converted[4096];
		char *to = converted;
		size_t to_left = sizeof converted;
		const size_t result = iconv(encoder->converter, &in, &in_left, &to, &to_left);
		const bool failed = result == (size_t)-1 && errno != E2BIG;
		strbuf_add(out, converted, (size_t)(to - converted));
		if (failed) {
			uint32_t character;
			text_decode(in, in_left, &character);
			bad_character[text_encode(character, bad_character)] = '\0';
			return false;
		}
	}
	return true;
}

bool encoder_add(struct encoder *encoder, const char *text, size_t length, struct strbuf *out,
	char bad_character[8])
{
	assert(text || length == 0);
	bad_character[0] = '\0';
	if (encoder->encoding != ENCODING_CP932) {
		strbuf_add(out, text, length);
		return true;
	}
	if (!encoder->has_converter)
		return false;
	while (length > 0) {
		uint32_t twin;
		size_t taken;
		const size_t plain = next_twin(text, length, &twin, &taken);
		char replaced[4];
		if (!encoder_convert(encoder, text, plain, out, bad_character) || (twin &&
			!encoder_convert(encoder, replaced, text_encode(twin, replaced), out,
			bad_character)))
			return false;
		text += plain + taken;
		length -= plain + taken;
	}
	return true;
}
