/* roles - who may do what, for which unit, in which fiscal years (domain.md §1). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"
#include "model/role.h"

static const struct office_field fields[GRANT_FIELDS] = {
	[GRANT_PERSON] = {"person_code", N_("Person"), OFFICE_ROW, .required = true,
		.refers = &office_people},
	[GRANT_ROLE] = {"role", N_("Role"), OFFICE_CHOICE, .required = true, .choices = role_choices,
		.choice_count = ROLE_COUNT},
	[GRANT_UNIT] = {"unit_code", N_("Unit"), OFFICE_UNIT, .required = true},
	[GRANT_FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true},
	[GRANT_LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false},
};

const struct office_table office_roles = {
	.id = "roles",
	.title = N_("Roles"),
	.help = N_("who may do what, for which unit, in which fiscal years"),
	.one = N_("Role"),
	.command = "user",
	.act = "roles",
	.table = "role_grant",
	.order = "person_code, first_fiscal_year, role, unit_code",
	.fields = fields,
	.field_count = GRANT_FIELDS,
	.keys = 4,
	.year_field = GRANT_FIRST,
	.name_field = GRANT_ROLE,
	.carried = {OFFICE_CARRY_ROWS,
		N_("roles that ended with last year go on for a year; those of a unit that is no more go to its successor"), .alone = 0},
};
