/* project_refuse - says why a text cannot be a field's; for the files that set fields. */
#include "config.h"

#include <assert.h>

#include "model/project_set.h"

#include "base/i18n.h"
#include "base/text.h"

enum { QUOTE_COLUMNS = 40 };

bool project_refuse(struct error *err, enum field field, const char *text, const char *reason)
{
	struct strbuf quote = {0};

	assert(field < FIELD_COUNT);
	text_clip(&quote, text, QUOTE_COLUMNS);
	error_set(err, ERROR_DATA, _("%s '%s': %s"), _(project_fields[field].label),
		strbuf_text(&quote), reason);
	strbuf_free(&quote);
	return false;
}

bool project_refuse_as(struct error *err, enum field field, const struct error *reason)
{
	return error_set(err, ERROR_DATA, _("%s: %s"), _(project_fields[field].label),
		reason->message);
}
