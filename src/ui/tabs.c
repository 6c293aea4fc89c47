#include "config.h"

#include "ui/tabs.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/s_admin.h"
#include "ui/s_home.h"
#include "ui/s_projects.h"
#include "ui/s_report.h"
#include "ui/s_reports.h"
#include "ui/s_rollup.h"

/* A screen takes its place here. */
static const struct {
	const char *labels[TAB_SHORTEST + 1]; /* what stands before '|' is for translators */
	const struct screen_ops *ops;
} tabs[TAB_COUNT] = {
	[TAB_HOME] = {{N_("Home"), N_("tab|Home"), N_("tab|Home")}, &s_home_ops},
	[TAB_PROJECTS] = {{N_("Project list"), N_("tab|Projects"), N_("tab|Proj")}, &s_projects_ops},
	[TAB_PIVOT] = {{N_("Rollup"), N_("tab|Rollup"), N_("tab|Roll")}, &s_rollup_ops},
	[TAB_REPORTS] = {{N_("Reports"), N_("tab|Reports"), N_("tab|Rep")}, &s_reports_ops},
	[TAB_INDICATORS] = {{N_("Indicators"), N_("tab|Indicators"), N_("tab|Ind")}, &s_indicators_ops},
	[TAB_ADMIN] = {{N_("Office"), N_("tab|Office"), N_("tab|Off")}, &s_admin_ops},
};

const struct screen_ops *tab_screen(enum tab tab)
{
	assert(tab < TAB_COUNT);
	return tabs[tab].ops;
}

const char *tab_label(enum tab tab)
{
	assert(tab < TAB_COUNT);
	return _(tabs[tab].labels[0]);
}

const char *tab_short_label(enum tab tab, int shorter)
{
	const char *label, *bar;

	assert(tab < TAB_COUNT && shorter >= 0 && shorter <= TAB_SHORTEST);
	label = _(tabs[tab].labels[shorter]);
	bar = strchr(label, '|');
	return bar ? bar + 1 : label;
}
