/* encoding - UTF-8 (with or without BOM) and CP932 in and out (domain.md §8). */
#ifndef EXCHANGE_ENCODING_H
#define EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

enum encoding { ENCODING_AUTO, ENCODING_UTF8, ENCODING_UTF8_BOM, ENCODING_CP932 };
bool encoding_parse(const char *text, enum encoding *encoding); /* auto utf-8 utf-8-bom cp932 */
const char *encoding_id(enum encoding encoding);

/* Decodes a stream piece by piece to UTF-8. AUTO looks at the first block: a BOM, well-formed
 * UTF-8, else CP932. Undecodable bytes and NUL bytes are refused with their line and byte. */
struct decoder;
struct decoder *decoder_new(enum encoding encoding);
void decoder_free(struct decoder *decoder);
/* Appends what bytes decode to (a character cut at the end waits for the next piece); final marks
 * the last piece. */
bool decoder_feed(struct decoder *decoder, const char *bytes, size_t length, bool final,
	struct strbuf *out, struct error *err);
enum encoding decoder_found(const struct decoder *decoder);

/* Encodes one piece of text for output. UTF-8 is passed through. A character that CP932 cannot
 * hold is refused: *bad_character gets its text (𠮷); never a silent '?'. */
struct encoder;
struct encoder *encoder_new(enum encoding encoding);
void encoder_free(struct encoder *encoder);
bool encoder_add(struct encoder *encoder, const char *text, size_t length, struct strbuf *out,
	char bad_character[8]);

#endif
