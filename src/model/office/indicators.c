/* indicators - the register of indicators (domain.md §7). */
#include "config.h"

#include "base/i18n.h"
#include "model/indicator.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[INDICATOR_FIELDS] = {
	[INDICATOR_CODE] = {"code", N_("Code"), OFFICE_CODE, .required = true},
	[INDICATOR_NAME] = {"name", N_("Indicator"), OFFICE_TEXT, .required = true},
	[INDICATOR_UNIT] = {"unit", N_("Unit of measure"), OFFICE_TEXT, .required = false},
	[INDICATOR_DIRECTION] = {"direction", N_("Direction"), OFFICE_CHOICE, .required = true,
		.choices = indicator_directions, .choice_count = INDICATOR_DIRECTION_COUNT},
	[INDICATOR_YEARLY] = {"yearly", N_("Of the months"), OFFICE_CHOICE, .required = true,
		.choices = indicator_yearlies, .choice_count = INDICATOR_YEARLY_COUNT},
	[INDICATOR_COMPUTED] = {"computed", N_("Computed from"), OFFICE_CHOICE, .required = false,
		.choices = indicator_computed_from, .choice_count = INDICATOR_COMPUTED_COUNT},
	[INDICATOR_SOURCE] = {"source", N_("Source"), OFFICE_TEXT, .required = false},
	[INDICATOR_POSITION] = {"position", N_("Order"), OFFICE_NUMBER, .required = false},
};

const struct office_table office_indicators = {
	.id = "indicators",
	.title = N_("Indicators"),
	.help = N_("the register of indicators: unit, direction, source"),
	.one = N_("Indicator"),
	.command = "indicator",
	.table = "indicator",
	.order = "position, code",
	.fields = fields,
	.field_count = INDICATOR_FIELDS,
	.keys = 1,
	.year_field = -1,
	.name_field = INDICATOR_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("an indicator is of no year"), .alone = 0},
};
