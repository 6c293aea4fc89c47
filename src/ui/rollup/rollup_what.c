/* rollup_what - what the rollup screen shows, in words. */
#include "config.h"

#include "base/i18n.h"
#include "ui/kit/report.h"
#include "ui/rollup/private.h"

bool rollup_is_made(const struct rollup *rollup)
{
	return rollup->named && !rollup->named->query;
}

const char *rollup_title(const struct rollup *rollup)
{
	if (rollup->named)
		return _(rollup->named->title);
	return rollup->has_table ? rollup->table.title : "";
}

const char *rollup_empty(const struct rollup *rollup)
{
	if (rollup_is_made(rollup))
		return report_empty(rollup->named);
	return *rollup->filter ? _("No project matches. f changes the filter, q goes back.") :
		_("No project counts here in this fiscal year. Projects are entered on tab 2; "
		  "[ and ] go to other years.");
}
