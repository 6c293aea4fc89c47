/* indicators_sheet - the register of indicators as a file: a row for each target, one without where there is
 * none. model/indicator_sheet.h reads this and more forms. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/office/office_table.h"

enum { REGISTER, TARGETS };
/* A row for each target; one without where there is none. */
static const struct office_heading headings[] = {
	{"code", N_("Code"), "指標コード\nコード", 0, .field = INDICATOR_CODE, .part = REGISTER},
	{"name", N_("Name"), "名称\n指標\n指標名\nKPI", 0, .field = INDICATOR_NAME, .part = REGISTER},
	{"unit", N_("Unit of measure"), "単位", 0, .field = INDICATOR_UNIT, .part = REGISTER},
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
