#include "config.h"

#include "ui/tabs.h"

#include <assert.h>

#include "base/i18n.h"
#include "ui/s_admin.h"
#include "ui/s_home.h"
#include "ui/s_projects.h"
#include "ui/s_report.h"
#include "ui/s_reports.h"
#include "ui/s_rollup.h"

/* A screen takes its place here. */
static const struct {
	const char *label;
	const struct screen_ops *ops;
} tabs[TAB_COUNT] = {
	[TAB_HOME] = {N_("Home"), &s_home_ops},
	[TAB_PROJECTS] = {N_("Project list"), &s_projects_ops},
	[TAB_PIVOT] = {N_("Rollup"), &s_rollup_ops},
	[TAB_REPORTS] = {N_("Reports"), &s_reports_ops},
	[TAB_INDICATORS] = {N_("Indicators"), &s_indicators_ops},
	[TAB_ADMIN] = {N_("Office"), &s_admin_ops},
};

const struct screen_ops *tab_screen(enum tab tab)
{
	assert(tab < TAB_COUNT);
	return tabs[tab].ops;
}

const char *tab_label(enum tab tab)
{
	assert(tab < TAB_COUNT);
	return _(tabs[tab].label);
}
