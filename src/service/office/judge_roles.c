/* judge_roles - there must be an administrator who stays; a role ends with its unit. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/role.h"
#include "service/office/judge.h"
#include "store/office_whole.h"

/* Once anyone has a role, only an administrator can give more. */
bool office_judge_administered(struct office_desk *desk, struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_roles, err);
	size_t granted = 0, admins = 0;

	if (!rows)
		return false;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *grant = rows->entries.items[i];

		granted += grant->here;
		admins += grant->here && strcmp(grant->now.cells[GRANT_ROLE], role_id(ROLE_ADMIN)) == 0 &&
			office_row_year(&grant->now, GRANT_LAST) == 0;
	}
	return granted == 0 || admins > 0 || office_whole_unadministered(err);
}

/* A role is given for no longer than there is the unit, but an administrator's, which is for the whole body. */
static bool roles_complete(struct office_desk *desk, struct office_entry *entry, struct error *err)
{
	const struct office_desk_table *units = office_desk_table(desk, &office_units, err);

	if (!units)
		return false;
	const int until = office_desk_unit_until(units, entry->now.cells[GRANT_UNIT],
		office_row_year(&entry->now, GRANT_FIRST));
	const int last = office_row_year(&entry->now, GRANT_LAST);

	if (until > 0 && strcmp(entry->now.cells[GRANT_ROLE], role_id(ROLE_ADMIN)) != 0 && (!last || last > until))
		entry->now.cells[GRANT_LAST] = arena_printf(&desk->arena, "%d", until);
	return true;
}

static bool roles_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_row *row = &entry->now;

	if (entry->here && office_row_year(row, GRANT_LAST) &&
		office_row_year(row, GRANT_LAST) < office_row_year(row, GRANT_FIRST))
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	return office_judge_administered(desk, err);
}

const struct office_judge judge_roles = {.table = &office_roles, .beside = {&office_units},
	.complete = roles_complete, .check = roles_check};
