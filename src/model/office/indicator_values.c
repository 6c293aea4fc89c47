/* indicator_values - what an indicator came to, by month or for the whole year (domain.md §7). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[INDICATOR_VALUE_FIELDS] = {
	[INDICATOR_VALUE_CODE] = {"code", N_("Indicator"), OFFICE_ROW, .required = true,
		.column = "indicator_code", .refers = &office_indicators},
	[INDICATOR_VALUE_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	[INDICATOR_VALUE_MONTH] = {"month", N_("Month"), OFFICE_MONTH, .required = false},
	[INDICATOR_VALUE_VALUE] = {"value", N_("Value"), OFFICE_FIGURE, .required = true},
};

static const struct office_heading headings[] = {
	{"code", N_("Code"), "指標コード\nコード", 0, .field = INDICATOR_VALUE_CODE},
	{"fiscal_year", N_("Fiscal year"), "年度", 0, .field = INDICATOR_VALUE_YEAR},
	{"month", N_("Month"), "月\n年月", 0, .field = INDICATOR_VALUE_MONTH},
	{"value", N_("Value"), "値\n実績値\n実績", 0, .field = INDICATOR_VALUE_VALUE},
};
static const struct office_sheet sheet = {
	"indicator-values", {&office_indicator_values}, headings, sizeof headings / sizeof headings[0]};

const struct office_table office_indicator_values = {
	.id = "indicator-values",
	.title = N_("Values of indicators"),
	.help = N_("by month, or for the whole year"),
	.one = N_("Value of an indicator"),
	.command = "indicator",
	.act = "values",
	.table = "indicator_value",
	.order = "indicator_code, fiscal_year, (month + 8) % 12, month",
	.file_order = "(SELECT position FROM indicator WHERE code = indicator_code), indicator_code, fiscal_year, "
		"month = 0, (month + 8) % 12",
	.fields = fields,
	.field_count = INDICATOR_VALUE_FIELDS,
	.keys = 3,
	.year_field = INDICATOR_VALUE_YEAR,
	.name_field = INDICATOR_VALUE_VALUE,
	.carried = {OFFICE_CARRY_NONE, N_("a value is of its year"), .alone = 0},
	.sheet = &sheet,
};
