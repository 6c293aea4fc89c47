#include "config.h"

#include "base/error.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

__attribute__((format(printf, 3, 0)))
static void fill(char *buffer, size_t size, const char *format, va_list args)
{
	const int written = vsnprintf(buffer, size, format, args);

	if (written < 0)
		buffer[0] = '\0';
	if (written < 0 || (size_t)written < size)
		return;

	/* Cuts a half character that may be left at the end of the full buffer. */
	size_t start = size - 1;
	while (start > 0 && ((unsigned char)buffer[start - 1] & 0xC0) == 0x80)
		start--;
	if (start == 0)
		return;
	const unsigned char lead = (unsigned char)buffer[start - 1];
	const size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
	if (size - start < need)
		buffer[start - 1] = '\0';
}

bool error_set(struct error *err, enum error_code code, const char *format, ...)
{
	va_list args;

	assert(code != ERROR_NONE);
	if (!err)
		return false;
	err->code = code;
	err->detail[0] = '\0';
	va_start(args, format);
	fill(err->message, sizeof err->message, format, args);
	va_end(args);
	return false;
}

bool error_detail(struct error *err, const char *format, ...)
{
	va_list args;

	assert(!err || err->code != ERROR_NONE);
	if (!err)
		return false;
	va_start(args, format);
	fill(err->detail, sizeof err->detail, format, args);
	va_end(args);
	return false;
}

void error_clear(struct error *err)
{
	if (!err)
		return;
	err->code = ERROR_NONE;
	err->message[0] = '\0';
	err->detail[0] = '\0';
}

int error_exit_status(const struct error *err)
{
	switch (err->code) {
	case ERROR_NONE:
		return 0;
	case ERROR_USAGE:
		return 2;
	case ERROR_DATABASE:
		return 3;
	case ERROR_PERMISSION:
		return 4;
	case ERROR_DATA:
	case ERROR_CONFLICT:
	case ERROR_CANCELLED:
	case ERROR_FILE:
		break;
	}
	return 1;
}
