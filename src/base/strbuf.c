#include "config.h"

#include "base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void reserve(struct strbuf *buffer, size_t more)
{
	const size_t need = buffer->length + more + 1;

	if (need <= buffer->capacity)
		return;
	size_t capacity = buffer->capacity ? buffer->capacity * 2 : 64;
	if (capacity < need)
		capacity = need;
	buffer->text = xrealloc(buffer->text, capacity);
	buffer->capacity = capacity;
}

void strbuf_add(struct strbuf *buffer, const char *bytes, size_t length)
{
	reserve(buffer, length);
	if (length)
		memcpy(buffer->text + buffer->length, bytes, length);
	buffer->length += length;
	buffer->text[buffer->length] = '\0';
}

void strbuf_add_text(struct strbuf *buffer, const char *text)
{
	strbuf_add(buffer, text, strlen(text));
}

void strbuf_add_char(struct strbuf *buffer, char byte)
{
	strbuf_add(buffer, &byte, 1);
}

void strbuf_add_repeated(struct strbuf *buffer, char byte, size_t count)
{
	reserve(buffer, count);
	memset(buffer->text + buffer->length, byte, count);
	buffer->length += count;
	buffer->text[buffer->length] = '\0';
}

void strbuf_add_filled(struct strbuf *buffer, const char *pattern, const char *text)
{
	for (const char *gap; (gap = strstr(pattern, "%s")) != NULL; pattern = gap + 2) {
		strbuf_add(buffer, pattern, (size_t)(gap - pattern));
		strbuf_add_text(buffer, text);
	}
	strbuf_add_text(buffer, pattern);
}

void strbuf_add_int(struct strbuf *buffer, int64_t value)
{
	char digits[24];
	char *at = digits + sizeof digits;
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do
		*--at = (char)('0' + rest % 10);
	while (rest /= 10);
	if (value < 0)
		*--at = '-';
	strbuf_add(buffer, at, (size_t)(digits + sizeof digits - at));
}

void strbuf_addf(struct strbuf *buffer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		return;
	reserve(buffer, (size_t)length);
	va_start(args, format);
	vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, args);
	va_end(args);
	buffer->length += (size_t)length;
}

const char *strbuf_text(const struct strbuf *buffer)
{
	return buffer->text ? buffer->text : "";
}

void strbuf_clear(struct strbuf *buffer)
{
	strbuf_truncate(buffer, 0);
}

void strbuf_truncate(struct strbuf *buffer, size_t length)
{
	if (!buffer->text || length > buffer->length)
		return;
	buffer->length = length;
	buffer->text[length] = '\0';
}

char *strbuf_detach(struct strbuf *buffer)
{
	char *text = buffer->text ? buffer->text : xstrdup("");

	*buffer = (struct strbuf){0};
	return text;
}

void strbuf_free(struct strbuf *buffer)
{
	free(buffer->text);
	*buffer = (struct strbuf){0};
}
