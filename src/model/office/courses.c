/* courses - training: form, hours, units, for whom (domain.md §6). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"
#include "model/training.h"

static const struct office_field fields[COURSE_FIELDS] = {
	[COURSE_CODE] = {"code", N_("Code"), OFFICE_CODE, .required = true},
	[COURSE_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	[COURSE_NAME] = {"name", N_("Course"), OFFICE_TEXT, .required = true},
	[COURSE_FORM] = {"form", N_("Form"), OFFICE_CHOICE, .required = true,
		.initial = "in-person", .choices = training_forms, .choice_count = TRAINING_FORMS},
	[COURSE_HOURS] = {"hours", N_("Hours"), OFFICE_HOURS, .required = false,
		.column = "minutes"},
	[COURSE_UNITS] = {"units", N_("Training units"), OFFICE_NUMBER, .required = false,
		.initial = "1"},
	[COURSE_AUDIENCE] = {"audience", N_("Audience"), OFFICE_CHOICE, .required = true,
		.initial = "leaders", .choices = training_audiences, .choice_count = TRAINING_AUDIENCES},
};

const struct office_table office_courses = {
	.id = "courses",
	.title = N_("Courses"),
	.help = N_("training: form, hours, units, for whom"),
	.one = N_("Course"),
	.command = "training",
	.act = "courses",
	.table = "course",
	.order = "fiscal_year DESC, code",
	.file_order = "fiscal_year, code",
	.fields = fields,
	.field_count = COURSE_FIELDS,
	.keys = 1,
	.year_field = COURSE_YEAR,
	.name_field = COURSE_NAME,
	.carried = {OFFICE_CARRY_NONE, N_("a course is held anew, under a code of its own"), .alone = 0},
};
