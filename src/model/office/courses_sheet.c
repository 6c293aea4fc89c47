/* courses_sheet - the file of training has who attended a course beside it: a row for each, one without for a
 * course that nobody has attended. */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/office/office_table.h"

enum { COURSE, ATTENDANCE };
static const struct office_heading headings[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度\n実施年度", 0, .field = COURSE_YEAR, .part = COURSE},
	{"course_code", N_("Course code"), "研修コード\nコード\n講座コード", 1, .field = COURSE_CODE, .part = COURSE},
	{"course", N_("Course"), "研修名\n研修\n講座名\n講座", 2, .field = COURSE_NAME, .part = COURSE},
	{"form", N_("Form"), "形式\n方法\n実施方法\n実施形式", 0, .field = COURSE_FORM, .part = COURSE},
	{"hours", N_("Hours"), "時間\n時間数\n研修時間", 0, .field = COURSE_HOURS, .part = COURSE},
	{"units", N_("Training units"), "単位\n単位数\n研修単位", 0, .field = COURSE_UNITS, .part = COURSE},
	{"audience", N_("Audience"), "対象\n対象者", 0, .field = COURSE_AUDIENCE, .part = COURSE},
	{"person_code", N_("Person code"), "職員番号\n職員コード\n受講者番号", 0, .field = ATTENDED_PERSON, .part = ATTENDANCE},
	{"name", N_("Person name"), "氏名\n名前\n受講者\n受講者名", 0, ATTENDED_PERSON, ATTENDANCE,
		.is_name = true},
	{"attended_on", N_("Attended on"), "受講日\n実施日\n修了日", 0, .field = ATTENDED_ON, .part = ATTENDANCE},
};
const struct office_sheet office_training_sheet = {"training", {&office_courses, &office_attendance},
	headings, sizeof headings / sizeof headings[0]};
