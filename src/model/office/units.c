/* units - the unit tree through the years: a version of a unit is a row (domain.md §1). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"
#include "model/unit.h"

static const struct office_field fields[UNIT_FIELDS] = {
	[UNIT_CODE] = {"code", N_("Unit code"), OFFICE_CODE, .required = true},
	[UNIT_KIND] = {"kind", N_("Unit kind"), OFFICE_CHOICE, .required = true,
		.choices = unit_kinds, .choice_count = UNIT_KIND_COUNT},
	[UNIT_NAME] = {"name", N_("Unit name"), OFFICE_TEXT, .required = true},
	[UNIT_PARENT] = {"parent_code", N_("Code of the unit above"), OFFICE_CODE, .required = false},
	[UNIT_FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true},
	[UNIT_LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false},
	[UNIT_SUCCESSOR] = {"successor_code", N_("Code of the successor"), OFFICE_CODE, .required = false},
	[UNIT_LEAD] = {"lead_section", N_("Lead section"), OFFICE_FLAG, .required = false},
	[UNIT_POSITION] = {"position", N_("Order among its siblings"), OFFICE_POSITION, .required = false},
	[UNIT_READING] = {"reading", N_("Reading of the name"), OFFICE_TEXT, .required = false},
};

static const struct office_heading headings[] = {
	{"code", N_("Unit code"), "コード\n組織コード\n部署コード", 0, .field = UNIT_CODE},
	{"kind", N_("Unit kind"), "種別\n区分\n組織種別\n階層", 2, .field = UNIT_KIND},
	{"name", N_("Unit name"), "名称\n組織名\n組織名称\n部署名\n組織", 1, .field = UNIT_NAME},
	{"parent_code", N_("Code of the unit above"),
		"上位コード\n親コード\n上位組織コード\n上位所属コード", 2, .field = UNIT_PARENT},
	{"first_fiscal_year", N_("First fiscal year"), "開始年度\n設置年度\n適用開始年度", 0, .field = UNIT_FIRST},
	{"last_fiscal_year", N_("Last fiscal year"), "終了年度\n廃止年度\n最終年度\n適用終了年度", 0,
		.field = UNIT_LAST},
	{"successor_code", N_("Code of the successor"),
		"後継コード\n承継先コード\n引継先コード\n後継組織コード", 0, .field = UNIT_SUCCESSOR},
	{"lead_section", N_("Lead section"), "主管課\n主管課フラグ", 0, .field = UNIT_LEAD},
	{"position", N_("Order among its siblings"), "並び順\n表示順\n順番\n順", 0, .field = UNIT_POSITION},
	{"reading", N_("Reading of the name"), "よみ\n読み\nよみがな\n読み仮名\nふりがな\nカナ\n名称カナ", 0,
		.field = UNIT_READING},
	/* of an office's own lists, with or without codes (service/files/importing_list.h) */
	{"parent", N_("Unit above"), "親\n親組織\n親組織名\n上位\n上位組織\n上位組織名\n上位所属\n上位所属名", 2, .field = UNIT_PARENT,
		.is_name = true, .import_only = true},
	{"department_code", N_("Department code"), "部局コード\n部コード\n部局番号", 0, .field = UNIT_CODE, .is_name = true,
		.import_only = true},
	{"department", N_("Department"), "部局\n部局名\n部\n部名\n部局等", 2, .field = UNIT_NAME, .is_name = true,
		.import_only = true},
	{"section_code", N_("Section code"), "所属コード\n課コード\n所属番号", 0, .field = UNIT_CODE, .is_name = true,
		.import_only = true},
	{"section", N_("Section"), "所属\n所属名\n課\n課名\n課室名\n課室\n課・室\n課所名", 1, .field = UNIT_NAME, .is_name = true,
		.import_only = true},
	{"team_code", N_("Team code"), "班コード\n係コード\n班番号", 0, .field = UNIT_CODE, .is_name = true,
		.import_only = true},
	{"team", N_("Team"), "班\n班名\n係\n係名\n班・係\n班係名\nグループ\nグループ名", 2, .field = UNIT_NAME, .is_name = true,
		.import_only = true},
};
static const struct office_sheet sheet = {
	"units", {&office_units}, headings, sizeof headings / sizeof headings[0]};

const struct office_table office_units = {
	.id = "units",
	.title = N_("Units"),
	.help = N_("the unit tree of the fiscal year, and its reorganisation"),
	.one = N_("Unit"),
	.table = "unit",
	.order = "code, first_fiscal_year",
	.fields = fields,
	.field_count = UNIT_FIELDS,
	.keys = 2,
	.year_field = UNIT_FIRST,
	.name_field = UNIT_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("a unit holds until it ends"), .alone = 0},
	.search_key = "name_key",
	.own_page = true,
	.sheet = &sheet,
};
