/* master_training - courses, and who has attended them. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/training.h"
#include "service/office/master_list.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static bool choose_form(struct session *session, int fiscal_year, struct master_choices *choices,
	struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int form = 0; form < TRAINING_FORMS; form++)
		master_add_choice(choices, training_forms[form].id, _(training_forms[form].label));
	return true;
}

static bool choose_audience(struct session *session, int fiscal_year,
	struct master_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int i = 0; i < TRAINING_AUDIENCES; i++)
		master_add_choice(choices, training_audiences[i].id, _(training_audiences[i].label));
	return true;
}

/* What people have attended stays on record. */
static bool apply_course(struct session *session, const struct master_row *before,
	struct master_row *row, struct arena *arena, struct error *err)
{
	struct master_rows attended = {0};
	int64_t people = 0;

	(void)arena;
	if (!before || (row && strcmp(row->cells[0], before->cells[0]) == 0))
		return true;
	if (!master_load(session, &master_attendance, &attended, err))
		return false;
	for (size_t i = 0; i < attended.items.count; i++)
		people += strcmp(attended.items.items[i].cells[0], before->cells[0]) == 0;
	master_store_free(&attended);
	return people == 0 || error_set(err, ERROR_DATA,
		ngettext("%lld person has attended “%s”; take that away first.",
			"%lld people have attended “%s”; take that away first.", (unsigned long)people),
		(long long)people,
		before->cells[0]);
}

static const struct master_source course_source = {"course",
	{"code", "fiscal_year", "name", "form", "minutes", "units", "audience"}, 1, false,
	"fiscal_year DESC, code"};
static const struct master_field course_fields[] = {
	{"code", N_("Code"), MASTER_CODE, .required = true},
	{"fiscal_year", N_("Fiscal year"), MASTER_YEAR, .required = true},
	{"name", N_("Course"), MASTER_TEXT, .required = true},
	{"form", N_("Form"), MASTER_TEXT, .required = true, .choices = choose_form},
	{"hours", N_("Hours"), MASTER_HOURS, .required = false},
	{"units", N_("Training units"), MASTER_NUMBER, .required = false},
	{"audience", N_("Audience"), MASTER_TEXT, .required = true, .choices = choose_audience},
};
const struct master master_courses = {"courses", N_("Courses"),
	N_("training: form, hours, units, for whom"), &course_source, course_fields,
	COUNT_OF(course_fields), 1, apply_course};

static bool choose_course(struct session *session, int fiscal_year,
	struct master_choices *choices, struct error *err)
{
	struct master_rows rows = {0};
	const bool loaded = master_load(session, &master_courses, &rows, err);

	(void)fiscal_year;
	for (size_t i = 0; loaded && i < rows.items.count; i++)
		master_add_choice(choices, rows.items.items[i].cells[0],
			rows.items.items[i].cells[2]);
	master_store_free(&rows);
	return loaded;
}

static const struct master_source attendance_source = {"attendance",
	{"course_code", "person_code", "attended_on"}, 2, false,
	"course_code DESC, attended_on, person_code"};
static const struct master_field attendance_fields[] = {
	{"course_code", N_("Course"), MASTER_TEXT, .required = true, .choices = choose_course},
	{"person_code", N_("Person"), MASTER_TEXT, .required = true,
		.choices = master_choose_person},
	{"attended_on", N_("Attended on"), MASTER_DATE, .required = false},
};
const struct master master_attendance = {"attendance", N_("Attendance"),
	N_("who has taken which course"), &attendance_source, attendance_fields,
	COUNT_OF(attendance_fields), -1, NULL};
