/* leaders - the DX leaders of sections: one at a time, with the days of a hand-over (domain.md §1). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[LEADER_FIELDS] = {
	[LEADER_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	[LEADER_SECTION] = {"section_code", N_("Section"), OFFICE_SECTION, .required = true},
	[LEADER_PERSON] = {"person_code", N_("Person"), OFFICE_ROW, .required = true,
		.refers = &office_people},
	[LEADER_FROM] = {"from", N_("Leads from"), OFFICE_DATE, .required = false,
		.column = "from_date", .afresh = true},
	[LEADER_TO] = {"to", N_("Leads until"), OFFICE_DATE, .required = false,
		.column = "to_date", .afresh = true},
};

static const struct office_heading headings[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度", 0, .field = LEADER_YEAR},
	{"section_code", N_("Section code"), "所属コード\n課コード\n組織コード", 1, .field = LEADER_SECTION},
	{"section", N_("Section"), "所属\n所属名\n課\n課名\n課室名\n所管課", 1, .field = LEADER_SECTION, .is_name = true,
		.import_only = true},
	{"person_code", N_("Person code"), "職員番号\n職員コード\nリーダー職員番号", 2, .field = LEADER_PERSON},
	{"name", N_("Person name"), "氏名\n名前\nリーダー\nDX推進リーダー", 2, .field = LEADER_PERSON, .is_name = true},
	{"from", N_("Leads from"), "開始日\n着任日\n任命日", 0, .field = LEADER_FROM},
	{"to", N_("Leads until"), "終了日\n離任日\n解任日", 0, .field = LEADER_TO},
};
static const struct office_sheet sheet = {
	"leaders", {&office_leaders}, headings, sizeof headings / sizeof headings[0]};

const struct office_table office_leaders = {
	.id = "leaders",
	.title = N_("DX leaders"),
	.help = N_("one a section and fiscal year, with the days of a hand-over"),
	.one = N_("DX leader"),
	.command = "leader",
	.table = "leader",
	.order = "fiscal_year DESC, section_code, from_date",
	.file_order = "fiscal_year, section_code, from_date, person_code",
	.fields = fields,
	.field_count = LEADER_FIELDS,
	.keys = 3,
	.year_field = LEADER_YEAR,
	.name_field = LEADER_PERSON,
	.carried = {OFFICE_CARRY_ROWS, N_("who led a section when the year ended leads it from April"), .alone = LEADER_SECTION + 1},
	.sheet = &sheet,
};
