/* decoder - UTF-8, CP932 or UTF-16 bytes into UTF-8, in pieces. */
#include "config.h"

#include "exchange/encoding.h"

#include <assert.h>
#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum {
	SAMPLE_SIZE = 65536,   /* what AUTO looks at */
	PLAINLY_UTF8 = 8,      /* well-formed characters before the bad byte; chance gives CP932 one or two */
	CONVERTED_SIZE = 8192, /* bytes of UTF-8 that iconv makes at a time */
};

struct decoder {
	enum encoding found; /* AUTO until settled */
	bool bom_passed;
	const char *charset; /* what iconv calls it; NULL = UTF-8 */
	bool has_converter;
	iconv_t converter;
	struct strbuf pending; /* bytes not decoded yet */
	int64_t line;          /* line breaks before pending */
	int64_t line_bytes;    /* bytes of that line before pending */
	bool after_cr;
};

struct decoder *decoder_new(enum encoding encoding)
{
	struct decoder *decoder = xcalloc(1, sizeof *decoder);

	decoder->found = encoding;
	return decoder;
}

void decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->has_converter)
		iconv_close(decoder->converter);
	strbuf_free(&decoder->pending);
	free(decoder);
}

enum encoding decoder_found(const struct decoder *decoder)
{
	return decoder->found == ENCODING_AUTO ? ENCODING_UTF8 : decoder->found;
}

/* Counts the lines of bytes that are done with; CR, LF and CRLF each end one. Neither byte can be
 * the second of a CP932 character. */
static void count_lines(struct decoder *decoder, const char *bytes, size_t length)
{
	const char *const end = bytes + length;

	while (bytes < end) {
		const size_t left = (size_t)(end - bytes);
		const char *feed = memchr(bytes, '\n', left);
		const char *cr = memchr(bytes, '\r', feed ? (size_t)(feed - bytes) : left);
		const char *stop = cr ? cr : feed;
		if (bytes == feed && decoder->after_cr) {
			decoder->after_cr = false;
			bytes++;
			continue;
		}
		if (!stop) {
			decoder->line_bytes += end - bytes;
			decoder->after_cr = false;
			return;
		}
		decoder->line++;
		decoder->line_bytes = 0;
		decoder->after_cr = stop == cr;
		bytes = stop + 1;
	}
}

/* Takes length decoded bytes off the front of pending. */
static void consume(struct decoder *decoder, size_t length)
{
	struct strbuf *pending = &decoder->pending;

	count_lines(decoder, pending->text, length);
	memmove(pending->text, pending->text + length, pending->length - length);
	strbuf_truncate(pending, pending->length - length);
}

struct place {
	long long line; /* from 1 */
	long long byte; /* of that line, from 1 */
	unsigned value;
};

/* Where pending's byte `offset` stands in the file; counts up to it, so only good once. */
static struct place locate(struct decoder *decoder, size_t offset)
{
	count_lines(decoder, decoder->pending.text, offset);
	return (struct place){
		.line = decoder->line + 1,
		.byte = decoder->line_bytes + 1,
		.value = (unsigned char)decoder->pending.text[offset],
	};
}

/* True when bytes could be the start of a character whose rest is still to come. */
static bool is_cut_utf8(const char *bytes, size_t length)
{
	const unsigned char lead = (unsigned char)bytes[0];
	const size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

	if (lead < 0xC2 || lead > 0xF4 || length >= need)
		return false;
	for (size_t i = 1; i < length; i++)
		if (((unsigned char)bytes[i] & 0xC0) != 0x80)
			return false;
	return true;
}

/* Takes off a BOM. *ready is false while too little is known. */
static void pass_bom(struct decoder *decoder, bool final, bool *ready)
{
	struct strbuf *pending = &decoder->pending;
	const char *text = strbuf_text(pending);

	*ready = decoder->bom_passed || final || pending->length >= 3;
	if (decoder->bom_passed || !*ready)
		return;
	decoder->bom_passed = true;
	if (pending->length >= 2 &&
		(memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
		decoder->found = ENCODING_UTF16;
		decoder->charset = text[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
		consume(decoder, 2);
		decoder->line_bytes = 0;
		return;
	}
	if (pending->length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 &&
		decoder->found != ENCODING_CP932) {
		consume(decoder, 3);
		decoder->line_bytes = 0;
		decoder->found = ENCODING_UTF8_BOM;
	}
}

enum { ESCAPE = 0x1B };

/* Settles AUTO from pending, which starts with a byte that is not ASCII, or with ESC. */
static enum encoding settle(const struct decoder *decoder, bool final)
{
	const char *text = decoder->pending.text;
	const size_t length = decoder->pending.length;
	size_t bad;

	if (length > 1 && text[0] == ESCAPE && (text[1] == '$' || text[1] == '('))
		return ENCODING_JIS;
	if (text_valid(text, length, &bad) || (!final && is_cut_utf8(text + bad, length - bad)))
		return ENCODING_UTF8;
	int well_formed = 0;
	for (size_t i = 0; i < bad && well_formed < PLAINLY_UTF8; i++)
		well_formed += ((unsigned char)text[i] & 0xC0) == 0xC0;
	return well_formed >= PLAINLY_UTF8 ? ENCODING_UTF8 : ENCODING_CP932;
}

static bool decoder_refuse_nul(struct place at, struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("Line %lld, byte %lld is a NUL byte: this is not CSV text. In Excel "
		  "choose \"Save as\" and \"CSV UTF-8\", then try again."),
		at.line, at.byte);
}

static bool decode_foreign(struct decoder *decoder, bool final, struct strbuf *out,
	struct error *err)
{
	struct strbuf *pending = &decoder->pending;

	static const char *const names[] = {[ENCODING_CP932] = "CP932 (Shift_JIS)", [ENCODING_UTF16] = "UTF-16",
		[ENCODING_JIS] = "ISO-2022-JP (JIS)"};

	if (!decoder->has_converter) {
		decoder->converter = iconv_open("UTF-8", decoder->charset);
		if (decoder->converter == (iconv_t)-1)
			return error_set(err, ERROR_FILE,
				_("This system cannot convert %s. Save the file as \"CSV UTF-8\"."),
				names[decoder->found]);
		decoder->has_converter = true;
	}
	char *in = pending->text;
	size_t in_left = pending->length;
	while (in_left > 0) {
		char converted[CONVERTED_SIZE];
		char *to = converted;
		size_t to_left = sizeof converted;
		const size_t result = iconv(decoder->converter, &in, &in_left, &to, &to_left);
		const int reason = result == (size_t)-1 ? errno : 0;
		strbuf_add(out, converted, (size_t)(to - converted));
		if (memchr(converted, '\0', (size_t)(to - converted)))
			return decoder_refuse_nul(locate(decoder, pending->length - in_left), err);
		if (reason == EILSEQ || (reason == EINVAL && final)) {
			const struct place at = locate(decoder, pending->length - in_left);
			return error_set(err, ERROR_DATA,
				_("Line %lld, byte %lld (0x%02X) is not %s. Save the file again as "
				  "\"CSV UTF-8\"."),
				at.line, at.byte, at.value, names[decoder->found]);
		}
		if (reason == EINVAL)
			break;
	}
	if (in_left < pending->length)
		consume(decoder, pending->length - in_left);
	return true;
}

static bool decoder_decode(struct decoder *decoder, bool final, struct strbuf *out,
	struct error *err)
{
	struct strbuf *pending = &decoder->pending;

	if (decoder->found == ENCODING_AUTO) {
		const char *bytes = strbuf_text(pending);
		size_t i = 0;

		for (uint64_t word; i + sizeof word <= pending->length; i += sizeof word) {
			memcpy(&word, bytes + i, sizeof word);
			if (word & UINT64_C(0x8080808080808080) || memchr(bytes + i, ESCAPE, sizeof word))
				break;
		}
		while (i < pending->length && (unsigned char)bytes[i] < 0x80 && bytes[i] != ESCAPE)
			i++;
		if (i > 0) {
			strbuf_add(out, pending->text, i);
			consume(decoder, i);
		}
		if (pending->length == 0 || (!final && pending->length < SAMPLE_SIZE))
			return true;
		decoder->found = settle(decoder, final);
	}
	if (decoder->found == ENCODING_CP932)
		decoder->charset = "CP932";
	if (decoder->found == ENCODING_JIS)
		decoder->charset = "ISO-2022-JP";
	if (decoder->charset)
		return decode_foreign(decoder, final, out, err);

	size_t good = pending->length;

	if (!text_valid(strbuf_text(pending), pending->length, &good) &&
		(final || !is_cut_utf8(pending->text + good, pending->length - good))) {
		const struct place at = locate(decoder, good);
		return error_set(err, ERROR_DATA,
			_("Line %lld, byte %lld (0x%02X) is not UTF-8. Save the file again as "
			  "\"CSV UTF-8\", or name its encoding (--encoding cp932)."),
			at.line, at.byte, at.value);
	}
	if (good > 0) {
		strbuf_add(out, pending->text, good);
		consume(decoder, good);
	}
	return true;
}

bool decoder_feed(struct decoder *decoder, const char *bytes, size_t length, bool final,
	struct strbuf *out, struct error *err)
{
	assert(bytes || length == 0);

	struct strbuf *pending = &decoder->pending;
	const size_t before = pending->length;
	bool ready;

	if (length > 0)
		strbuf_add(pending, bytes, length);
	pass_bom(decoder, final, &ready);
	if (!ready)
		return true;
	const size_t unseen = before >= 3 ? before : 0;
	const char *text = strbuf_text(pending);
	const char *nul = decoder->found == ENCODING_UTF16 ? NULL :
		memchr(text + unseen, '\0', pending->length - unseen);
	if (nul) {
		return decoder_refuse_nul(locate(decoder, (size_t)(nul - text)), err);
	}
	return decoder_decode(decoder, final, out, err);
}
