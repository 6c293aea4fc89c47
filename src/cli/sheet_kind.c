#include "config.h"

#include "cli/sheet_kind.h"

#include "base/i18n.h"
#include "base/strbuf.h"

bool sheet_kind_read(const char *text, enum sheet_kind *kind, struct error *err)
{
	struct strbuf kinds = {0};

	if (sheet_kind_parse(text, kind))
		return true;
	for (size_t i = 0; i < sheet_kind_count(); i++)
		strbuf_addf(&kinds, "%s%s", i ? " " : "", sheet_kind_id((enum sheet_kind)i));
	error_set(err, ERROR_USAGE, _("“%s” is no kind of file in this version. There are: %s"),
		text, strbuf_text(&kinds));
	strbuf_free(&kinds);
	return false;
}
