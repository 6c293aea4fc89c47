#include "config.h"

#include "exchange/workbook_xlsx_text.h"

#include <ctype.h>
#include <string.h>

static int xlsx_hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : isxdigit((unsigned char)c) ?
		tolower((unsigned char)c) - 'a' + 10 : -1;
}

void xlsx_unescape(struct strbuf *text)
{
	size_t to = 0;

	if (!text->length || !strstr(text->text, "_x"))
		return;
	for (size_t from = 0; from < text->length;) {
		const char *const c = text->text + from;
		int code = 0;

		for (int d = 2; d < 6 && code >= 0; d++)
			code = from + 7 <= text->length && c[0] == '_' && c[1] == 'x' && c[6] == '_' &&
				xlsx_hex(c[d]) >= 0 ? code * 16 + xlsx_hex(c[d]) : -1;
		if (code <= 0 || code > 0x7F) {
			text->text[to++] = *c;
			from++;
			continue;
		}
		text->text[to++] = (char)code;
		from += 7;
	}
	strbuf_truncate(text, to);
}

void xlsx_text_start(struct xlsx_text *text, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		text->phonetic++;
	else if (strcmp(name, "t") == 0)
		text->in_text = text->phonetic == 0;
}

void xlsx_text_end(struct xlsx_text *text, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		text->phonetic--;
	else if (strcmp(name, "t") == 0)
		text->in_text = false;
}

bool xlsx_true(const char *text)
{
	return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}
