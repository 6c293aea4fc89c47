#include "config.h"

#include "base/json_text.h"

#include <assert.h>
#include <limits.h>

#include "base/text.h"

json_t *json_text(const char *text)
{
	assert(text);
	json_t *string = json_string(text);

	if (string)
		return string;
	struct strbuf mended = {0};
	text_clip(&mended, text, INT_MAX);
	string = json_string(strbuf_text(&mended));
	strbuf_free(&mended);
	return string;
}
