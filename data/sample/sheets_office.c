/* sheets_office - what the programme office keeps: courses with attendance, targets of sections. */
#include "config.h"

#include "sheets.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "random.h"
#include "sheet.h"

/* ---- training ----------------------------------------------------------------------------------------- */

enum { SAFE_DAYS = 28, WEEKS_OPEN = 6 }; /* every month has 28 days */

struct lesson {
	int fiscal_year;
	const char *code, *name, *form, *hours;
	int units;
	const char *audience;
	int attended; /* of a hundred leaders */
	int month, day;
};

/* In the order of export: by code. */
static const struct lesson lessons[] = {
	{FIRST_YEAR, "R6-basic", "DX推進リーダー基礎研修", "in-person", "3", 2, "leaders", 88, 6, 11},
	{SECOND_YEAR, "R7-basic", "DX推進リーダー基礎研修", "in-person", "3", 2, "leaders", 97, 5, 27},
	{SECOND_YEAR, "R7-genai", "生成AIの使い方と注意点", "e-learning", "1", 1, "everyone", 74, 7, 1},
	{SECOND_YEAR, "R7-kintone", "kintoneで業務アプリを作る", "online", "2", 1, "leaders", 63, 8, 20},
};

struct attendee {
	const char *code, *name;
	struct date on;
};

static int compare_attendees(const void *a, const void *b)
{
	const struct attendee *left = a, *right = b;

	return strcmp(left->code, right->code);
}

static void put_attendee(struct sheet *sheet, const struct lesson *lesson,
	const struct attendee *attendee)
{
	char on[11];

	date_format(attendee->on, on);
	sheet_number(sheet, lesson->fiscal_year);
	sheet_text(sheet, lesson->code);
	sheet_text(sheet, lesson->name);
	sheet_text(sheet, lesson->form);
	sheet_text(sheet, lesson->hours);
	sheet_number(sheet, lesson->units);
	sheet_text(sheet, lesson->audience);
	sheet_text(sheet, attendee->code);
	sheet_text(sheet, attendee->name);
	sheet_text(sheet, on);
	sheet_end_record(sheet);
}

/* Held in one place on one day, or taken within six weeks. */
static void put_lesson(const struct body *body, struct sheet *sheet, const struct lesson *lesson)
{
	struct random random = random_stream(lesson->code, 0);
	struct attendee *attendees = calloc(body->sections.count, sizeof *attendees);
	size_t count = 0;

	if (!attendees)
		abort();
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		const struct person *person =
			&body->people.items[section->leader[lesson->fiscal_year - FIRST_YEAR]];
		const int later = strcmp(lesson->form, "in-person") == 0 ?
			0 :
			random_below(&random, 7 * WEEKS_OPEN);
		const int day = lesson->day - 1 + later;

		if (random_percent(&random, lesson->attended))
			attendees[count++] = (struct attendee){person->code, person->name,
				{lesson->fiscal_year, lesson->month + day / SAFE_DAYS,
					day % SAFE_DAYS + 1}};
	}
	qsort(attendees, count, sizeof *attendees, compare_attendees);
	for (size_t i = 0; i < count; i++)
		put_attendee(sheet, lesson, &attendees[i]);
	free(attendees);
}

void sheets_write_training(const struct body *body, const char *folder)
{
	struct sheet sheet;

	sheet_begin(&sheet, folder, "training.csv");
	sheet_headings(&sheet, "fiscal_year course_code course form hours units audience "
			 "person_code name attended_on");
	for (size_t i = 0; i < sizeof lessons / sizeof lessons[0]; i++)
		put_lesson(body, &sheet, &lessons[i]);
	sheet_finish(&sheet);
}

/* ---- targets ------------------------------------------------------------------------------------------ */

static void put_target(struct sheet *sheet, const char *period, const char *section, int hours)
{
	sheet_number(sheet, SECOND_YEAR);
	sheet_text(sheet, period);
	sheet_text(sheet, section);
	sheet_number(sheet, hours);
	sheet_end_record(sheet);
}

/* About 30 hours for each team; the first half, in which most projects only begin, carries less. */
void sheets_write_targets(const struct body *body, const char *folder)
{
	struct sheet sheet;

	sheet_begin(&sheet, folder, "targets.csv");
	sheet_headings(&sheet, "fiscal_year period section_code target_hours");
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		struct random random = random_stream("target", (unsigned)i);
		const int teams = (int)section->words->teams.count;

		put_target(&sheet, "first-half", section->code,
			5 * random_between(&random, teams, 2 * teams));
		put_target(&sheet, "second-half", section->code,
			5 * random_between(&random, 3 * teams, 5 * teams));
	}
	sheet_finish(&sheet);
}
