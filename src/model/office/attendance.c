/* attendance - who has taken which course (domain.md §6). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[ATTENDED_FIELDS] = {
	[ATTENDED_COURSE] = {"course_code", N_("Course"), OFFICE_ROW, .required = true,
		.refers = &office_courses},
	[ATTENDED_PERSON] = {"person_code", N_("Person"), OFFICE_ROW, .required = true,
		.refers = &office_people},
	[ATTENDED_ON] = {"attended_on", N_("Attended on"), OFFICE_DATE, .required = false},
};

const struct office_table office_attendance = {
	.id = "attendance",
	.title = N_("Attendance"),
	.help = N_("who has taken which course"),
	.one = N_("Attendance"),
	.command = "training",
	.act = "attendance",
	.table = "attendance",
	.order = "course_code DESC, attended_on, person_code",
	.file_order = "course_code, person_code",
	.fields = fields,
	.field_count = ATTENDED_FIELDS,
	.keys = 2,
	.year_field = -1,
	.name_field = ATTENDED_PERSON,
	.carried = {OFFICE_CARRY_NONE, N_("what people attended stays in its year"), .alone = 0},
};
