/* indicator_targets - what an indicator is to reach in a fiscal year, or without one (domain.md §7). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[INDICATOR_TARGET_FIELDS] = {
	[INDICATOR_TARGET_CODE] = {"code", N_("Indicator"), OFFICE_ROW, .required = true,
		.column = "indicator_code", .refers = &office_indicators},
	[INDICATOR_TARGET_YEAR] = {"fiscal_year", N_("Target year"), OFFICE_EVERY_YEAR, .required = false},
	[INDICATOR_TARGET_VALUE] = {"target", N_("Target"), OFFICE_FIGURE, .required = true},
};

const struct office_table office_indicator_targets = {
	.id = "indicator-targets",
	.title = N_("Targets of indicators"),
	.help = N_("what an indicator is to reach in a fiscal year, or without one"),
	.one = N_("Target of an indicator"),
	.command = "indicator",
	.act = "targets",
	.table = "indicator_target",
	.order = "indicator_code, fiscal_year",
	.fields = fields,
	.field_count = INDICATOR_TARGET_FIELDS,
	.keys = 2,
	.year_field = -1,
	.name_field = INDICATOR_TARGET_VALUE,
	.carried = {OFFICE_CARRY_NONE,
		N_("the target of the nearest year ahead counts until a year has its own"), .alone = 0},
};
