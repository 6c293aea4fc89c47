/* terminal_copy - the clipboard of the terminal, by OSC 52. */
#include "config.h"

#include <string.h>

#include "ui/term/private.h"
#include "ui/term/rescue.h"

enum { CLIPBOARD_MAX = 74994 /* what xterm takes, in bytes before base64 */ };

bool terminal_copy(struct terminal *terminal, const char *text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	struct strbuf out = {0};
	size_t length = strlen(text);

	if (length > CLIPBOARD_MAX)
		return false;
	strbuf_add_text(&out, "\033]52;c;");
	for (size_t i = 0; i < length; i += 3) {
		uint32_t bits = (uint32_t)(unsigned char)text[i] << 16;

		if (i + 1 < length)
			bits |= (uint32_t)(unsigned char)text[i + 1] << 8;
		if (i + 2 < length)
			bits |= (unsigned char)text[i + 2];
		strbuf_add_char(&out, digits[bits >> 18]);
		strbuf_add_char(&out, digits[bits >> 12 & 63]);
		strbuf_add_char(&out, i + 1 < length ? digits[bits >> 6 & 63] : '=');
		strbuf_add_char(&out, i + 2 < length ? digits[bits & 63] : '=');
	}
	strbuf_add_char(&out, '\a');
	if (terminal->modern)
		rescue_write(strbuf_text(&out));
	strbuf_free(&out);
	return true;
}
