/* parameters - what the programme reckons with: for every year, or for one. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"
#include "model/parameter.h"

static const struct office_field fields[PARAMETER_FIELDS] = {
	[PARAMETER_NAME] = {"name", N_("Parameter"), OFFICE_CHOICE, .required = true,
		.choices = parameter_names, .choice_count = PARAMETER_COUNT},
	[PARAMETER_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_EVERY_YEAR, .required = false,
		.variants = "年度\n対象年度"},
	[PARAMETER_VALUE] = {"value", N_("Value"), OFFICE_TEXT, .required = true, .variants = "値"},
};

const struct office_table office_parameters = {
	.id = "parameters",
	.title = N_("Parameters"),
	.help = N_("hours per person-year, working days, labour value, goal: for every year or for one"),
	.one = N_("Parameter"),
	.command = "param",
	.table = "parameter",
	.order = "name, fiscal_year",
	.fields = fields,
	.field_count = PARAMETER_FIELDS,
	.keys = 2,
	.year_field = -1,
	.name_field = PARAMETER_VALUE,
	.carried = {OFFICE_CARRY_ROWS, N_("the values of last year alone; those of every year hold"), .alone = 0},
};
