/* judge_people - who has roles or leads a section stays on record. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"

static bool people_name(const struct office_desk_table *rows, size_t field, const char *code)
{
	for (size_t i = 0; i < rows->entries.count; i++)
		if (rows->entries.items[i]->here &&
			strcmp(rows->entries.items[i]->now.cells[field], code) == 0)
			return true;
	return false;
}

static bool people_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	if (entry->here)
		return true;
	const char *code = entry->stored->cells[PERSON_CODE];
	const struct office_desk_table *roles = office_desk_table(desk, &office_roles, err);
	const struct office_desk_table *leaders = office_desk_table(desk, &office_leaders, err);

	if (!roles || !leaders)
		return false;
	return !(people_name(roles, GRANT_PERSON, code) || people_name(leaders, LEADER_PERSON, code)) ||
		error_set(err, ERROR_DATA,
			_("“%s” has roles or leads a section; take those away first, or say that the person is no longer active."),
			code);
}

const struct office_judge judge_people = {
	.table = &office_people, .beside = {&office_roles, &office_leaders}, .check = people_check};
