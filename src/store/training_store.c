#include "config.h"

#include "store/training_store.h"

#include "base/strmap.h"
#include "store/store_private.h"

bool training_store_load(struct store *store, struct training *training, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_COURSES, err);
	struct strmap index = {0};
	enum db_step step;

	if (!query)
		return false;
	while ((step = db_step(query, err)) == DB_ROW) {
		struct course *course = vec_add(&training->courses);
		const int form =
			choice_parse(training_forms, TRAINING_FORMS, db_column_text(query, 3));
		const int audience = choice_parse(training_audiences, TRAINING_AUDIENCES,
			db_column_text(query, 6));

		course->code = arena_strdup(&training->arena, db_column_text(query, 0));
		course->fiscal_year = (int)db_column_int(query, 1);
		course->name = arena_strdup(&training->arena, db_column_text(query, 2));
		course->form = form < 0 ? TRAINING_IN_PERSON : (enum training_form)form;
		course->minutes = db_column_int(query, 4);
		course->units = db_column_int(query, 5);
		course->audience =
			audience < 0 ? TRAINING_FOR_LEADERS : (enum training_audience)audience;
	}
	db_reset(query);
	if (step == DB_FAILED)
		return false;

	query = statement_get(store, STATEMENT_ATTENDANCE, err);
	if (!query)
		return false;
	for (size_t i = 0; i < training->courses.count; i++)
		strmap_put(&index, training->courses.items[i].code, (int64_t)i);
	while ((step = db_step(query, err)) == DB_ROW) {
		int64_t course;

		if (!strmap_get(&index, db_column_text(query, 0), &course))
			continue;
		*vec_add(&training->attendance) = (struct attendance){(size_t)course,
			arena_strdup(&training->arena, db_column_text(query, 1)),
			arena_strdup(&training->arena, db_column_text(query, 2))};
	}
	db_reset(query);
	strmap_free(&index);
	return step != DB_FAILED;
}

void training_store_free(struct training *training)
{
	vec_free(&training->courses);
	vec_free(&training->attendance);
	arena_free(&training->arena);
}
