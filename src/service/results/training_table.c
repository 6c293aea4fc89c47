/* training_table - the courses of a fiscal year with how many of those they are for have attended. */
#include "config.h"

#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/strmap.h"
#include "service/results/programme.h"
#include "service/results/training_roll.h"
#include "service/session/cache.h"
#include "store/training_store.h"

enum { CODE, NAME, FORM, FORM_ID, HOURS, UNITS, AUDIENCE, AUDIENCE_ID, INVITED, ATTENDED, OTHERS, RATE };

/* The label for people, and the id for machines behind it. */
static void add_choice_column(struct table *table, const char *id, const char *label)
{
	table_add_column(table, id, label, COLUMN_TEXT)->files = false;
	table_add_column(table, id, label, COLUMN_CODE);
}

static void add_course(const struct people *people, const struct training *training, size_t c,
	struct table *table)
{
	const struct course *course = &training->courses.items[c];
	struct table_row *row = table_add_row(table, ROW_DATA);
	struct strmap invited = {0};
	int64_t attended = 0, others = 0;

	training_roll_invited(people, course, &invited);
	for (size_t i = 0; i < training->attendance.count; i++) {
		if (training->attendance.items[i].course != c)
			continue;
		if (strmap_get(&invited, training->attendance.items[i].person_code, NULL))
			attended++;
		else
			others++;
	}
	table_set_text(table, row, CODE, course->code);
	table_set_text(table, row, NAME, course->name);
	table_set_text(table, row, FORM, _(training_forms[course->form].label));
	table_set_text(table, row, FORM_ID, training_forms[course->form].id);
	table_set_text(table, row, AUDIENCE_ID, training_audiences[course->audience].id);
	table_set_number(table, row, HOURS, course->minutes);
	table_set_number(table, row, UNITS, course->units);
	table_set_text(table, row, AUDIENCE, _(training_audiences[course->audience].label));
	table_set_number(table, row, INVITED, (int64_t)invited.count);
	table_set_number(table, row, ATTENDED, attended);
	table_set_number(table, row, OTHERS, others);
	if (invited.count)
		table_set_number(table, row, RATE,
			decimal_divide_half_up(attended * 1000, (int64_t)invited.count));
	strmap_free(&invited);
}

bool programme_training(struct session *session, const struct rollups_choice *choice,
	struct table *table, struct error *err)
{
	const struct people *people = &session->cache->people;
	struct training training = {0};

	if (!training_store_load(session->store, &training, err)) {
		training_store_free(&training);
		return false;
	}
	table_init(table, "training", _("Training"));
	table->fiscal_year = choice->fiscal_year;
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;

	table_add_column(table, "course_code", _("Code"), COLUMN_TEXT);
	table_add_column(table, "course", _("Course"), COLUMN_TEXT);
	add_choice_column(table, "form", _("Form"));
	table_add_column(table, "hours", _("Hours"), COLUMN_HOURS)->additive = false;
	table_add_column(table, "units", _("Training units"), COLUMN_COUNT_OF)->additive = false;
	add_choice_column(table, "audience", _("Audience"));
	table_add_column(table, "invited", _("For (people)"), COLUMN_COUNT_OF)->additive = false;
	table_add_column(table, "attended", _("Attended (people)"),
		COLUMN_COUNT_OF)->additive = false;
	table_add_column(table, "attended_others", _("Others (people)"),
		COLUMN_COUNT_OF)->additive = false;
	table_add_column(table, "completion", _("Completed (%)"), COLUMN_PERCENT);

	for (size_t c = 0; c < training.courses.count; c++)
		if (training.courses.items[c].fiscal_year == choice->fiscal_year)
			add_course(people, &training, c, table);

	/* Everyone who led a section up to that year, once each. */
	struct strmap seen = {0};

	for (size_t i = 0; i < people->leaders.count; i++)
		if (people->leaders.items[i].fiscal_year <= choice->fiscal_year)
			strmap_put(&seen, people->leaders.items[i].person_code, 1);
	const size_t leaders = seen.count;
	strmap_free(&seen);
	table_add_note(table, NOTE_OTHER,
		arena_printf(&table->arena, _("DX leaders so far, each counted once: %zu"), leaders),
		arena_printf(&table->arena, "leaders-so-far=%zu", leaders));
	training_store_free(&training);
	return true;
}
