/* office_training - courses, and who has attended them. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/training.h"
#include "service/office/private.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static bool choose_form(struct session *session, int fiscal_year, struct office_choices *choices,
	struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int form = 0; form < TRAINING_FORMS; form++)
		office_add_choice(choices, training_forms[form].id, _(training_forms[form].label));
	return true;
}

static bool choose_audience(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int i = 0; i < TRAINING_AUDIENCES; i++)
		office_add_choice(choices, training_audiences[i].id, _(training_audiences[i].label));
	return true;
}

/* What people have attended stays on record. */
static bool apply_course(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	struct office_rows attended = {0};
	int64_t people = 0;

	(void)arena;
	if (!before || (row && strcmp(row->cells[0], before->cells[0]) == 0))
		return true;
	if (!office_load(session, &office_attendance, &attended, err))
		return false;
	for (size_t i = 0; i < attended.items.count; i++)
		people += strcmp(attended.items.items[i].cells[0], before->cells[0]) == 0;
	office_store_free(&attended);
	return people == 0 || error_set(err, ERROR_DATA,
		ngettext("%lld person has attended “%s”; take that away first.",
			"%lld people have attended “%s”; take that away first.", (unsigned long)people),
		(long long)people,
		before->cells[0]);
}

static const struct office_source course_source = {"course",
	{"code", "fiscal_year", "name", "form", "minutes", "units", "audience"}, 1, false,
	"fiscal_year DESC, code"};
static const struct office_field course_fields[] = {
	{"code", N_("Code"), OFFICE_CODE, .required = true},
	{"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	{"name", N_("Course"), OFFICE_TEXT, .required = true},
	{"form", N_("Form"), OFFICE_TEXT, .required = true, .choices = choose_form},
	{"hours", N_("Hours"), OFFICE_HOURS, .required = false},
	{"units", N_("Training units"), OFFICE_NUMBER, .required = false},
	{"audience", N_("Audience"), OFFICE_TEXT, .required = true, .choices = choose_audience},
};
const struct office_table office_courses = {"courses", N_("Courses"),
	N_("training: form, hours, units, for whom"), &course_source, course_fields,
	COUNT_OF(course_fields), 1, apply_course};

static bool choose_course(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	struct office_rows rows = {0};
	const bool loaded = office_load(session, &office_courses, &rows, err);

	(void)fiscal_year;
	for (size_t i = 0; loaded && i < rows.items.count; i++)
		office_add_choice(choices, rows.items.items[i].cells[0],
			rows.items.items[i].cells[2]);
	office_store_free(&rows);
	return loaded;
}

static const struct office_source attendance_source = {"attendance",
	{"course_code", "person_code", "attended_on"}, 2, false,
	"course_code DESC, attended_on, person_code"};
static const struct office_field attendance_fields[] = {
	{"course_code", N_("Course"), OFFICE_TEXT, .required = true, .choices = choose_course},
	{"person_code", N_("Person"), OFFICE_TEXT, .required = true,
		.choices = office_choose_person},
	{"attended_on", N_("Attended on"), OFFICE_DATE, .required = false},
};
const struct office_table office_attendance = {"attendance", N_("Attendance"),
	N_("who has taken which course"), &attendance_source, attendance_fields,
	COUNT_OF(attendance_fields), -1, NULL};
