/* people_sheet - the file of people has their roles beside them: a row for each role, one without for who has
 * none. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/office/office_table.h"

enum { PERSON, GRANT };
static const struct office_heading headings[] = {
	{"code", N_("Person code"), "職員番号\n職員コード\nコード\n利用者ID\nユーザーID\nログイン名", 1,
		.field = PERSON_CODE, .part = PERSON},
	{"name", N_("Person name"), "氏名\n名前\n職員名", 2, .field = PERSON_NAME, .part = PERSON},
	{"kana", N_("Kana"), "カナ\nフリガナ\n氏名カナ\nカナ氏名", 0, .field = PERSON_KANA, .part = PERSON},
	{"email", N_("Mail address"), "メール\nメールアドレス\nE-mail", 0, .field = PERSON_EMAIL, .part = PERSON},
	{"active", N_("Active"), "有効\n在職\n使用", 0, .field = PERSON_ACTIVE, .part = PERSON},
	{"role", N_("Role"), "役割\n権限\nロール", 0, .field = GRANT_ROLE, .part = GRANT},
	{"unit_code", N_("Code of the unit"), "所属コード\n担当所属コード\n組織コード\n部署コード", 0,
		.field = GRANT_UNIT, .part = GRANT},
	{"unit", N_("Unit"), "所属\n所属名\n課名\n課室名\n担当所属\n部署\n部署名\n組織名", 0, .field = GRANT_UNIT, .part = GRANT,
		.is_name = true, .import_only = true},
	{"role_first_fiscal_year", N_("First fiscal year of the role"), "役割開始年度\n開始年度", 0,
		.field = GRANT_FIRST, .part = GRANT},
	{"role_last_fiscal_year", N_("Last fiscal year of the role"), "役割終了年度\n終了年度", 0,
		.field = GRANT_LAST, .part = GRANT},
};
const struct office_sheet office_people_sheet = {"people", {&office_people, &office_roles}, headings,
	sizeof headings / sizeof headings[0]};
