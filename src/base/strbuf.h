/* strbuf - a string that grows. Zero-initialise to use; text is always terminated once touched. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct strbuf {
	char *text;      /* NULL until something is added; use strbuf_text() to read */
	size_t length;   /* bytes, without the terminator; the text may hold NUL bytes */
	size_t capacity;
};

void strbuf_add(struct strbuf *buffer, const char *bytes, size_t length);
void strbuf_add_text(struct strbuf *buffer, const char *text);
void strbuf_add_char(struct strbuf *buffer, char byte);
void strbuf_add_repeated(struct strbuf *buffer, char byte, size_t count);
void strbuf_add_int(struct strbuf *buffer, int64_t value);
void strbuf_addf(struct strbuf *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Adds a pattern with the text in the place of each %s; the pattern is data, no format. */
void strbuf_add_filled(struct strbuf *buffer, const char *pattern, const char *text);

/* Never NULL; "" when empty. Valid until the next change. */
const char *strbuf_text(const struct strbuf *buffer);
/* Keeps the memory for the next use. */
void strbuf_clear(struct strbuf *buffer);
void strbuf_truncate(struct strbuf *buffer, size_t length);
/* Hands the text over; the buffer is empty afterwards. Caller frees. */
char *strbuf_detach(struct strbuf *buffer);
void strbuf_free(struct strbuf *buffer);

#endif
