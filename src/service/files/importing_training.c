/* importing_training - import of courses and attendance. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/effect_field.h"
#include "service/files/importer.h"
#include "store/training_store.h"
#include "store/unit_store.h"

enum { COURSE_YEAR, COURSE_CODE, COURSE_NAME, COURSE_FORM, COURSE_HOURS, COURSE_UNITS,
	COURSE_AUDIENCE, PERSON_CODE, PERSON_NAME, ATTENDED_ON };

static bool begin(struct importer *importer, struct error *err)
{
	struct training training = {0};
	char key[192];

	if (!importer_begin_masters(importer, err) ||
		!training_store_load(importer->session->store, &training, err))
		return false;
	for (size_t i = 0; i < training.courses.count; i++)
		strmap_put(&importer->stored, training.courses.items[i].code, 1);
	for (size_t i = 0; i < training.attendance.count; i++) {
		snprintf(key, sizeof key, "%s/%s",
			training.courses.items[training.attendance.items[i].course].code,
			training.attendance.items[i].person_code);
		strmap_put(&importer->stored, key, 1);
	}
	training_store_free(&training);
	struct people *people = xcalloc(1, sizeof *people);
	importer->state = people;
	return unit_store_people(importer->session->store, people, err);
}

static void release(struct importer *importer)
{
	if (importer->state)
		people_free(importer->state);
	free(importer->state);
}

/* One of a closed set, the first where the cell is empty. */
static bool choice_cell(struct importer *importer, const struct sheet_row *row, int column,
	const struct choice *choices, int count, int *chosen)
{
	*chosen = *row->cells[column] ?
		choice_parse(choices, (size_t)count, row->cells[column]) :
		0;
	if (*chosen >= 0)
		return true;
	struct strbuf ids = {0};
	struct error reason;
	for (int i = 0; i < count; i++)
		strbuf_addf(&ids, "%s%s", i ? " " : "", choices[i].id);
	error_set(&reason, ERROR_DATA, _("“%s” is none of: %s"), row->cells[column],
		strbuf_text(&ids));
	strbuf_free(&ids);
	importer_reject(importer, row, column, reason.message);
	return false;
}

static bool number_cell(struct importer *importer, const struct sheet_row *row, int column,
	bool hours, int64_t otherwise, int64_t *number)
{
	struct error reason = {0};
	const char *text = row->cells[column];

	*number = otherwise;
	if (!*text)
		return true;
	if (!(hours ? effect_parse_hours(text, number, &reason) :
		      decimal_parse(text, 0, number, &reason))) {
		importer_reject(importer, row, column, reason.message);
		return false;
	}
	if (*number >= 0)
		return true;
	error_set(&reason, ERROR_DATA, _("“%s” is negative; it must be 0 or more."), text);
	importer_reject(importer, row, column, reason.message);
	return false;
}

static bool read_course(struct importer *importer, const struct sheet_row *row,
	struct course *course)
{
	int form, audience;

	*course = (struct course){
		.code = row->cells[COURSE_CODE], .name = row->cells[COURSE_NAME]};
	if (!importer_required_cell(importer, row, COURSE_CODE) ||
		!importer_required_cell(importer, row, COURSE_NAME) ||
		!importer_year_cell(importer, row, COURSE_YEAR, importer->session->fiscal_year,
			&course->fiscal_year) ||
		!choice_cell(importer, row, COURSE_FORM, training_forms, TRAINING_FORMS, &form) ||
		!choice_cell(importer, row, COURSE_AUDIENCE, training_audiences,
			TRAINING_AUDIENCES, &audience) ||
		!number_cell(importer, row, COURSE_HOURS, true, 0, &course->minutes) ||
		!number_cell(importer, row, COURSE_UNITS, false, 1, &course->units))
		return false;
	course->form = (enum training_form)form;
	course->audience = (enum training_audience)audience;
	return true;
}

static bool is_person(const struct people *people, const char *code)
{
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, code) == 0)
			return true;
	return false;
}

static bool row_training(struct importer *importer, const struct sheet_row *row,
	struct error *err)
{
	struct store *store = importer->session->store;
	const char *person = row->cells[PERSON_CODE];
	bool course_changed, changed = false;
	struct course course;
	char on[11], key[192];
	int64_t earlier;

	if (!read_course(importer, row, &course) ||
		!importer_date_cell(importer, row, ATTENDED_ON, on))
		return true;
	if (*person && !is_person(importer->state, person))
		return importer_reject(importer, row, PERSON_CODE,
			_("There is no such person; import the people first."));
	snprintf(key, sizeof key, "%s/%s", course.code, person);
	if (!importer_first(importer, key, row->line, &earlier))
		return importer_reject_second(importer, row, earlier);
	if (!training_store_put_course(store, &course, &course_changed, err) ||
		(*person && !training_store_put_attendance(store, course.code, person, on,
				    &changed, err)))
		return false;
	importer_count(importer, row, *person ? key : course.code, course.code,
		changed || course_changed);
	return true;
}

static bool finish(struct importer *importer, struct error *err)
{
	(void)importer;
	(void)err;
	return true;
}

const struct importer_kind importing_training = {
	.begin = begin, .row = row_training, .finish = finish, .release = release};
