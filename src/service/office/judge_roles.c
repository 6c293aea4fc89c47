/* judge_roles - there must be an administrator who stays. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/role.h"
#include "service/office/judge.h"
#include "store/office_whole.h"

/* Once anyone has a role, only an administrator can give more. */
static bool roles_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_roles, err);
	const struct office_row *row = &entry->now;
	size_t granted = 0, admins = 0;

	if (!rows)
		return false;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *grant = rows->entries.items[i];

		granted += grant->here;
		admins += grant->here && strcmp(grant->now.cells[GRANT_ROLE], role_id(ROLE_ADMIN)) == 0 &&
			office_row_year(&grant->now, GRANT_LAST) == 0;
	}
	if (entry->here && office_row_year(row, GRANT_LAST) &&
		office_row_year(row, GRANT_LAST) < office_row_year(row, GRANT_FIRST))
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	return granted == 0 || admins > 0 || office_whole_unadministered(err);
}

const struct office_judge judge_roles = {.table = &office_roles, .check = roles_check};
