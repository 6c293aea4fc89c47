/* targets - what a section is to save in a year or a half (domain.md §6). */
#include "config.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[TARGET_FIELDS] = {
	[TARGET_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	[TARGET_SECTION] = {"section_code", N_("Section"), OFFICE_SECTION, .required = true},
	[TARGET_PERIOD] = {"period", N_("Period"), OFFICE_CHOICE, .required = true,
		.initial = "year", .choices = fiscal_year_periods, .choice_count = HALF_COUNT},
	[TARGET_HOURS] = {"target_hours", N_("Target (hours)"), OFFICE_HOURS, .required = true,
		.column = "minutes"},
};

static const struct office_heading headings[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度", 0, .field = TARGET_YEAR},
	{"period", N_("Period"), "期間\n半期\n期", 0, .field = TARGET_PERIOD},
	{"section_code", N_("Section code"), "所属コード\n課コード\n組織コード", 1, .field = TARGET_SECTION},
	{"section", N_("Section"), "所属\n所属名\n課\n課名\n課室名\n所管課", 1, .field = TARGET_SECTION, .is_name = true,
		.import_only = true},
	{"target_hours", N_("Target (hours)"), "目標\n目標時間\n削減目標\n目標削減時間", 2, .field = TARGET_HOURS},
};
static const struct office_sheet sheet = {
	"targets", {&office_targets}, headings, sizeof headings / sizeof headings[0]};

const struct office_table office_targets = {
	.id = "targets",
	.title = N_("Targets of sections"),
	.help = N_("what a section is to save in a year or a half, for the review sheet"),
	.one = N_("Target of a section"),
	.command = "catalogue",
	.act = "targets",
	.table = "section_target",
	.order = "fiscal_year DESC, section_code, period DESC",
	.file_order = "fiscal_year, section_code, period = 'second-half', period = 'first-half'",
	.fields = fields,
	.field_count = TARGET_FIELDS,
	.keys = 3,
	.history_keys = {"fiscal_year", "period", "section_code"},
	.year_field = TARGET_YEAR,
	.name_field = TARGET_SECTION,
	.carried = {OFFICE_CARRY_ROWS,
		N_("what each section was to save; where two became one, one of them"), .alone = 0},
	.sheet = &sheet,
};
