#include "config.h"

#include "exchange/encoding.h"

#include <assert.h>
#include <string.h>

static const char *const encoding_ids[] = {
	[ENCODING_AUTO] = "auto",
	[ENCODING_UTF8] = "utf-8",
	[ENCODING_UTF8_BOM] = "utf-8-bom",
	[ENCODING_CP932] = "cp932",
	[ENCODING_UTF16] = "utf-16",
	[ENCODING_JIS] = "iso-2022-jp",
};

bool encoding_parse(const char *text, enum encoding *encoding)
{
	for (size_t i = 0; i <= ENCODING_CP932; i++) {
		if (strcmp(text, encoding_ids[i]) == 0) {
			*encoding = (enum encoding)i;
			return true;
		}
	}
	return false;
}

const char *encoding_id(enum encoding encoding)
{
	assert(encoding <= ENCODING_JIS);
	return encoding_ids[encoding];
}
