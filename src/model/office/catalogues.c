/* catalogues - problem types and ICT tools, dated by fiscal year: old years keep what they had. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[ENTRY_FIELDS] = {
	[ENTRY_CODE] = {"code", N_("Code"), OFFICE_CODE, .required = true, .variants = "コード"},
	[ENTRY_FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true,
		.variants = "開始年度"},
	[ENTRY_LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false,
		.variants = "終了年度"},
	[ENTRY_NAME] = {"name", N_("Name"), OFFICE_TEXT, .required = true, .variants = "名称\n名前"},
	[ENTRY_NAME_EN] = {"name_en", N_("English name"), OFFICE_TEXT, .required = false,
		.variants = "英語名"},
	[ENTRY_ALIASES] = {"aliases", N_("Other spellings (;)"), OFFICE_LINES, .required = false,
		.variants = "別名\n別表記"},
	[ENTRY_POSITION] = {"position", N_("Order"), OFFICE_NUMBER, .required = false,
		.variants = "並び順\n表示順\n順"},
	[ENTRY_MERGED_INTO] = {"merged_into", N_("Merged into"), OFFICE_CODE, .required = false,
		.variants = "統合先"},
};

const struct office_table office_problem_types = {
	.id = "problem-types",
	.title = N_("Problem types"),
	.help = N_("rename with a new first fiscal year, retire with a last one"),
	.one = N_("Problem type"),
	.command = "catalogue",
	.act = "problem-types",
	.table = "problem_type",
	.order = "position, code, first_fiscal_year",
	.fields = fields,
	.field_count = ENTRY_FIELDS,
	.keys = 2,
	.year_field = ENTRY_FIRST,
	.name_field = ENTRY_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("an entry holds until its last fiscal year"), .alone = 0},
};

const struct office_table office_tools = {
	.id = "tools",
	.title = N_("ICT tools"),
	.help = N_("rename with a new first fiscal year, retire with a last one, or merge"),
	.one = N_("ICT tool"),
	.command = "catalogue",
	.act = "tools",
	.table = "tool",
	.order = "position, code, first_fiscal_year",
	.fields = fields,
	.field_count = ENTRY_FIELDS,
	.keys = 2,
	.year_field = ENTRY_FIRST,
	.name_field = ENTRY_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("an entry holds until its last fiscal year"), .alone = 0},
};
