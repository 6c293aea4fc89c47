/* report_about - what can be asked of a ready-made table, and what is said where it is empty. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "ui/kit/report.h"

static bool report_is_among(const struct named_table *named, const char *const ids[])
{
	for (size_t i = 0; ids[i]; i++)
		if (strcmp(named->id, ids[i]) == 0)
			return true;
	return false;
}

bool report_has_units(const struct named_table *named)
{
	return named->units == NAMED_UNITS_OWN;
}

const char *report_empty(const struct named_table *named)
{
	if (strcmp(named->id, "indicators") == 0)
		return _("There are no indicators yet. They are entered on tab 6, or come from a "
			 "file: uraniwa import indicators FILE.");
	if (strcmp(named->id, "reminders") == 0)
		return _("Nobody is to be reminded.");
	if (strcmp(named->id, "training") == 0)
		return _("There are no courses in this fiscal year. They are entered on tab 6.");
	if (report_has_units(named))
		return _("There are no teams in this fiscal year. Units are entered on tab 6, or "
			 "come from a file: uraniwa import units FILE.");
	return _("There is nothing to show for this fiscal year. [ and ] go to other years.");
}

bool report_has_missing(const struct named_table *named)
{
	static const char *const ids[] = {"coverage", "reminders", NULL};

	return report_is_among(named, ids);
}
