/* judge_courses - what people have attended stays on record. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"

static bool courses_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_attendance, err);
	int64_t people = 0;

	if (!rows)
		return false;
	for (size_t i = 0; !entry->here && i < rows->entries.count; i++)
		people += rows->entries.items[i]->here &&
			strcmp(rows->entries.items[i]->now.cells[ATTENDED_COURSE],
				entry->stored->cells[COURSE_CODE]) == 0;
	return people == 0 || error_set(err, ERROR_DATA,
		ngettext("%lld person has attended “%s”; take that away first.",
			"%lld people have attended “%s”; take that away first.", (unsigned long)people),
		(long long)people, entry->stored->cells[COURSE_CODE]);
}

const struct office_judge judge_courses = {
	.table = &office_courses, .beside = {&office_attendance}, .check = courses_check};
