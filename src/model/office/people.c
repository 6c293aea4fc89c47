/* people - who uses the program. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[PERSON_FIELDS] = {
	[PERSON_CODE] = {"code", N_("Login name"), OFFICE_CODE, .required = true},
	[PERSON_NAME] = {"name", N_("Person name"), OFFICE_TEXT, .required = true},
	[PERSON_KANA] = {"kana", N_("Kana"), OFFICE_TEXT, .required = false},
	[PERSON_EMAIL] = {"email", N_("Mail address"), OFFICE_TEXT, .required = false},
	[PERSON_ACTIVE] = {"active", N_("Active"), OFFICE_FLAG, .required = true, .initial = "1"},
};

const struct office_table office_people = {
	.id = "people",
	.title = N_("People"),
	.help = N_("who uses the program, by login name"),
	.one = N_("Person"),
	.command = "user",
	.act = "people",
	.table = "person",
	.order = "code",
	.fields = fields,
	.field_count = PERSON_FIELDS,
	.keys = 1,
	.year_field = -1,
	.name_field = PERSON_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("people stay on record"), .alone = 0},
};
