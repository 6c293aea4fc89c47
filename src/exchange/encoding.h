/* encoding - UTF-8 (with or without BOM) and CP932 in and out, UTF-16 in (domain.md §8). */
#ifndef EXCHANGE_ENCODING_H
#define EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

enum encoding { ENCODING_AUTO, ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_CP932,
	ENCODING_UTF16 /* read where a BOM says so; never written */,
	ENCODING_JIS /* ISO-2022-JP, read where an escape sequence says so; never written */ };
bool encoding_parse(const char *text, enum encoding *encoding); /* auto utf-8 utf-8-bom cp932 */
const char *encoding_id(enum encoding encoding);

/* Decodes a stream piece by piece to UTF-8. A BOM is taken off. AUTO is settled by a BOM (UTF-16 has one), an
 * escape sequence (ISO-2022-JP), else by the first 64 KiB from the first byte on that is not ASCII: well-formed UTF-8, else CP932 (a text
 * that is plainly UTF-8 with one bad byte in it is not taken for CP932). Undecodable bytes and NUL
 * are refused with their line and the byte's place in it. */
struct decoder;
struct decoder *decoder_new(enum encoding encoding);
void decoder_free(struct decoder *decoder);
/* Appends what bytes decode to (a character cut at the end waits for the next piece); final marks
 * the last piece. After a failure the decoder is only good for decoder_free(). */
bool decoder_feed(struct decoder *decoder, const char *bytes, size_t length, bool final,
	struct strbuf *out, struct error *err);
/* ENCODING_UTF8 for what was all ASCII. */
enum encoding decoder_found(const struct decoder *decoder);

/* Encodes one piece of text for output. UTF-8 is passed through (the BOM is the caller's). A
 * character that CP932 cannot hold is refused: *bad_character gets its text (𠮷), "" when the
 * system has no CP932; never a silent '?'. Twins of Unix and Windows are put right: 〜 goes out as
 * ～, − as －, ¥ as ￥ … (the table is in encoder.c). */
struct encoder;
struct encoder *encoder_new(enum encoding encoding);
void encoder_free(struct encoder *encoder);
bool encoder_add(struct encoder *encoder, const char *text, size_t length, struct strbuf *out,
	char bad_character[8]);

#endif
