/* indicators - the register of indicators (domain.md §7). Their files have more forms than one heading for
 * a field: model/indicator_sheet.h reads them. */
#include "config.h"

#include "base/i18n.h"
#include "model/indicator.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/office/office_table.h"

static const struct office_field fields[INDICATOR_FIELDS] = {
	[INDICATOR_CODE] = {"code", N_("Code"), OFFICE_CODE, .required = true},
	[INDICATOR_NAME] = {"name", N_("Indicator"), OFFICE_TEXT, .required = true},
	[INDICATOR_UNIT] = {"unit", N_("Unit of measure"), OFFICE_TEXT},
	[INDICATOR_DIRECTION] = {"direction", N_("Direction"), OFFICE_CHOICE, .required = true,
		.choices = indicator_directions, .choice_count = INDICATOR_DIRECTION_COUNT},
	[INDICATOR_YEARLY] = {"yearly", N_("Of the months"), OFFICE_CHOICE, .required = true,
		.choices = indicator_yearlies, .choice_count = INDICATOR_YEARLY_COUNT},
	[INDICATOR_COMPUTED] = {"computed", N_("Computed from"), OFFICE_CHOICE,
		.choices = indicator_computed_from, .choice_count = INDICATOR_COMPUTED_COUNT},
	[INDICATOR_SOURCE] = {"source", N_("Source"), OFFICE_TEXT},
	[INDICATOR_POSITION] = {"position", N_("Order"), OFFICE_NUMBER},
};

enum { REGISTER, TARGETS };
/* A row for each target; one without where there is none. */
static const struct office_heading headings[] = {
	{"code", N_("Code"), "指標コード\nコード", 0, .field = INDICATOR_CODE, .part = REGISTER},
	{"name", N_("Name"), "名称\n指標\n指標名\nKPI", 0, .field = INDICATOR_NAME, .part = REGISTER},
	{"unit", N_("Unit"), "単位", 0, .field = INDICATOR_UNIT, .part = REGISTER},
	{"target", N_("Target"), "目標\n目標値", 0, .field = INDICATOR_TARGET_VALUE, .part = TARGETS},
	{"target_fiscal_year", N_("Target year"), "目標年度", 0, .field = INDICATOR_TARGET_YEAR, .part = TARGETS},
	{"direction", N_("Direction"), "方向\n増減", 0, .field = INDICATOR_DIRECTION, .part = REGISTER},
	{"source", N_("Source"), "出典\n根拠\n計画", 0, .field = INDICATOR_SOURCE, .part = REGISTER},
	{"yearly", N_("Of the months"), "年度値\n集計方法", 0, .field = INDICATOR_YEARLY, .part = REGISTER},
	{"computed", N_("Computed from"), "算出元", 0, .field = INDICATOR_COMPUTED, .part = REGISTER},
	{"position", N_("Position"), "表示順\n順", 0, .field = INDICATOR_POSITION, .part = REGISTER},
};
const struct office_sheet office_indicators_sheet = {"indicators",
	{&office_indicators, &office_indicator_targets}, headings, sizeof headings / sizeof headings[0]};

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
	.sheet = &office_indicators_sheet,
};
