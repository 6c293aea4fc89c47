#include "config.h"

#include "sheets.h"

#include <stdlib.h>
#include <string.h>

#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "model/project.h"
#include "plan.h"
#include "reports.h"
#include "sheet.h"

/* ---- units, people, leaders -------------------------------------------------------------------------- */

static void unit(struct sheet *sheet, const char *code, const char *kind, const char *name,
	const char *parent, int first, int last, bool lead, size_t position, const char *reading)
{
	sheet_text(sheet, code);
	sheet_text(sheet, kind);
	sheet_text(sheet, name);
	sheet_text(sheet, parent);
	sheet_number(sheet, first);
	sheet_number_or_empty(sheet, last, 0);
	sheet_text(sheet, "");
	sheet_number(sheet, lead);
	sheet_number_or_empty(sheet, (int64_t)position, 0);
	sheet_text(sheet, reading);
	sheet_end_record(sheet);
}

static void section_units(const struct body *body, struct sheet *sheet, size_t index)
{
	const struct section *section = &body->sections.items[index];
	const char *department = body->departments.items[section->department].code;
	const bool lead = words_hold(section->words->traits, "lead");
	const bool renamed = *section->words->old_name;

	if (renamed)
		unit(sheet, section->code, "section", section->words->old_name, department,
			FIRST_YEAR, FIRST_YEAR, lead, index + 1,
			words_reading(body->words, section->words->old_name));
	unit(sheet, section->code, "section", section->words->name, department,
		renamed ? SECOND_YEAR : FIRST_YEAR, 0, lead, index + 1,
		words_reading(body->words, section->words->name));
	for (size_t t = 0; t < section->words->teams.count; t++) {
		const struct team *team = &body->teams.items[(size_t)section->first_team + t];
		unit(sheet, team->code, "team", team->name, section->code, FIRST_YEAR, 0, false,
			t + 1, "");
	}
}

/* In the order of export: by code. The body was there from the first, as in a new database. */
static void write_units(const struct body *body, const char *folder)
{
	struct sheet sheet;

	sheet_begin(&sheet, folder, "units.csv");
	sheet_headings(&sheet, "code kind name parent_code first_fiscal_year last_fiscal_year "
			 "successor_code lead_section position reading");
	for (size_t d = 0; d < body->departments.count; d++) {
		unit(&sheet, body->departments.items[d].code, "department",
			body->departments.items[d].name, body_code, FIRST_YEAR, 0, false, d + 1,
			words_reading(body->words, body->departments.items[d].name));
		for (size_t s = 0; s < body->sections.count; s++)
			if (body->sections.items[s].department == (int)d)
				section_units(body, &sheet, s);
	}
	unit(&sheet, body_code, "body", body_name, "", FISCAL_YEAR_MIN, 0, false, 0,
		words_reading(body->words, body_name));
	sheet_finish(&sheet);
}

struct grant {
	const struct person *person;
	const char *role, *unit_code;
	int first, last; /* fiscal years; last 0 = open */
};
struct grants {
	struct grant *items;
	size_t count, capacity;
};

static void add_grant(const struct body *body, struct grants *grants, int person, const char *role,
	const char *unit_code, int first, int last)
{
	*vec_add(grants) = (struct grant){
		&body->people.items[person], role, unit_code, first, last};
}

/* One grant for both years, or one for each of two people. */
static void add_grants(const struct body *body, struct grants *grants, const int people[YEARS],
	const char *role, const char *unit_code)
{
	const bool stays = people[0] == people[1];

	add_grant(body, grants, people[0], role, unit_code, FIRST_YEAR, stays ? 0 : FIRST_YEAR);
	if (!stays)
		add_grant(body, grants, people[1], role, unit_code, SECOND_YEAR, 0);
}

static void collect_grants(const struct body *body, struct grants *grants)
{
	add_grant(body, grants, 0, "admin", body_code, FIRST_YEAR, 0);
	for (size_t i = 0; i < body->departments.count; i++)
		add_grant(body, grants, body->collectors.items[i], "collector",
			body->departments.items[i].code, FIRST_YEAR, 0);
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		add_grants(body, grants, section->head, "head", section->code);
		add_grants(body, grants, section->leader, "leader", section->code);
		if (section->handed_over_to >= 0)
			add_grant(body, grants, section->handed_over_to, "leader", section->code,
				SECOND_YEAR, 0);
	}
}

static int compare_grants(const void *a, const void *b)
{
	const struct grant *left = a, *right = b;
	const int order = strcmp(left->person->code, right->person->code);

	return order ? order : left->first - right->first;
}

static void put_grant(struct sheet *sheet, const struct grant *grant)
{
	sheet_text(sheet, grant->person->code);
	sheet_text(sheet, grant->person->name);
	sheet_text(sheet, grant->person->kana);
	strbuf_clear(&sheet->cell);
	strbuf_addf(&sheet->cell, "%s@pref.mihon.example", grant->person->code);
	sheet_text(sheet, strbuf_text(&sheet->cell));
	sheet_number(sheet, 1);
	sheet_text(sheet, grant->role);
	sheet_text(sheet, grant->unit_code);
	sheet_number(sheet, grant->first);
	sheet_number_or_empty(sheet, grant->last, 0);
	sheet_end_record(sheet);
}

static void write_people(const struct body *body, const char *folder)
{
	struct sheet sheet;
	struct grants grants = {0};

	collect_grants(body, &grants);
	qsort(grants.items, grants.count, sizeof *grants.items, compare_grants);
	sheet_begin(&sheet, folder, "people.csv");
	sheet_headings(&sheet, "code name kana email active role unit_code role_first_fiscal_year "
			 "role_last_fiscal_year");
	for (size_t i = 0; i < grants.count; i++)
		put_grant(&sheet, &grants.items[i]);
	sheet_finish(&sheet);
	vec_free(&grants);
}

static void leader(const struct body *body, struct sheet *sheet, int fiscal_year,
	const struct section *section, int index, const char *from, const char *to)
{
	sheet_number(sheet, fiscal_year);
	sheet_text(sheet, section->code);
	sheet_text(sheet, body->people.items[index].code);
	sheet_text(sheet, body->people.items[index].name);
	sheet_text(sheet, from);
	sheet_text(sheet, to);
	sheet_end_record(sheet);
}

static void write_leaders(const struct body *body, const char *folder)
{
	struct sheet sheet;

	sheet_begin(&sheet, folder, "leaders.csv");
	sheet_headings(&sheet, "fiscal_year section_code person_code name from to");
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		leader(body, &sheet, FIRST_YEAR, section, section->leader[0], "2024-04-01", "");
	}
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		const bool handed_over = section->handed_over_to >= 0;
		leader(body, &sheet, SECOND_YEAR, section, section->leader[1], "2025-04-01",
			handed_over ? "2025-09-30" : "");
		if (handed_over)
			leader(body, &sheet, SECOND_YEAR, section, section->handed_over_to,
				"2025-10-01", "");
	}
	sheet_finish(&sheet);
}

/* ---- projects and their effect lines ------------------------------------------------------------------ */

static void put_units(const struct body *body, struct sheet *sheet, const struct entry *entry)
{
	const struct team *team = &body->teams.items[entry->team];
	const struct section *section = &body->sections.items[team->section];
	const struct department *department = &body->departments.items[section->department];

	sheet_text(sheet, department->code);
	sheet_text(sheet, department->name);
	sheet_text(sheet, section->code);
	sheet_text(sheet, body_section_name(body, team->section, entry->fiscal_year));
	sheet_text(sheet, team->code);
	sheet_text(sheet, team->name);
}

static void put_tools(struct sheet *sheet, const struct entry *entry)
{
	strbuf_clear(&sheet->cell);
	for (size_t i = 0; i < entry->tools.count; i++)
		strbuf_addf(&sheet->cell, "%s%s", i ? ";" : "", entry->tools.items[i]);
	sheet_text(sheet, entry->tools.items[0]);
	sheet_text(sheet, strbuf_text(&sheet->cell));
}

static void put_dates(struct sheet *sheet, const struct entry *entry)
{
	const int month = entry->first_month + 4;
	char day[11], first[8];

	date_format(entry->started_on, day);
	date_format_month((struct date){entry->fiscal_year + (month > 12),
				  month > 12 ? month - 12 : month, 1},
		first);
	sheet_text(sheet, day);
	sheet_text(sheet, first);
}

static void put_project(const struct body *body, struct sheet *sheet, const struct entry *entry)
{
	char project_number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(entry->fiscal_year, entry->number, project_number);
	sheet_text(sheet, entry->uuid);
	sheet_text(sheet, project_number);
	sheet_number(sheet, entry->fiscal_year);
	put_units(body, sheet, entry);
	sheet_text(sheet, entry->title);
	sheet_number_or_empty(sheet, entry->type, 0);
	sheet_text(sheet, entry->type ? type_names[entry->type - 1] : "");
	put_tools(sheet, entry);
	sheet_text(sheet, workflow_status_id(entry->status));
	sheet_text(sheet, entry->leader);
	sheet_text(sheet, entry->owner);
	sheet_text(sheet, entry->issue);
	sheet_text(sheet, entry->approach);
	sheet_text(sheet, entry->effect);
	sheet_text(sheet, entry->work);
	sheet_number_or_empty(sheet, entry->cost, -1);
	sheet_number_or_empty(sheet, entry->running, -1);
	put_dates(sheet, entry);
	sheet_number(sheet, entry->replicable);
	sheet_text(sheet, entry->copied_from ? entry->copied_from->uuid : "");
	if (entry->line_count) {
		sheet_number(sheet, entry_minutes(entry, BASIS_IN_YEAR));
		sheet_number(sheet, entry_minutes(entry, BASIS_FULL_YEAR));
		sheet_text(sheet, effect_stage_id(STAGE_ESTIMATE));
	} else {
		for (int i = 0; i < 3; i++)
			sheet_text(sheet, "");
	}
	for (int field = FIELD_PROGRESS; field <= FIELD_RESULT; field++) {
		strbuf_clear(&sheet->cell);
		reports_add(entry, (enum field)field, &sheet->cell);
		sheet_text(sheet, strbuf_text(&sheet->cell));
	}
	sheet_text(sheet, ""); /* nothing was returned or cancelled */
	sheet_text(sheet, exclusion_id(EXCLUSION_NONE));
	sheet_end_record(sheet);
}

static void write_projects(const struct body *body, const struct entries years[SHEETS_YEARS],
	const char *folder)
{
	struct sheet sheet;

	sheet_begin(&sheet, folder, "projects.csv");
	for (int field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].exported)
			sheet_text(&sheet, project_fields[field].id);
	sheet_end_record(&sheet);
	for (int year = 0; year < SHEETS_YEARS; year++)
		for (size_t i = 0; i < years[year].count; i++)
			put_project(body, &sheet, &years[year].items[i]);
	sheet_finish(&sheet);
}

static void put_line(struct sheet *sheet, const struct entry *entry, const struct effect *of)
{
	struct effect with_all = *of, *const line = &with_all;

	line->unit_cases = reports_unit_cases(entry, of);
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		strbuf_clear(&sheet->cell);
		effect_field_get(line, (enum effect_field)field, &sheet->cell);
		if (effect_fields[field].number)
			csv_writer_number(sheet->writer, strbuf_text(&sheet->cell));
		else
			csv_writer_text(sheet->writer, strbuf_text(&sheet->cell));
	}
}

static void put_lines(struct sheet *sheet, const struct entry *entry)
{
	char project_number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(entry->fiscal_year, entry->number, project_number);
	for (size_t line = 0; line < entry->line_count; line++)
		for (size_t i = line; i < entry->lines.count; i += entry->line_count) {
			sheet_text(sheet, entry->uuid);
			sheet_text(sheet, project_number);
			put_line(sheet, entry, &entry->lines.items[i]);
			sheet_end_record(sheet);
		}
}

static void write_effects(const struct body *body, const struct entries years[SHEETS_YEARS],
	const char *folder)
{
	struct sheet sheet;

	(void)body;
	sheet_begin(&sheet, folder, "effects.csv");
	sheet_text(&sheet, "project_uuid");
	sheet_text(&sheet, "project_number");
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		sheet_text(&sheet, effect_fields[field].id);
	sheet_end_record(&sheet);
	for (int year = 0; year < SHEETS_YEARS; year++)
		for (size_t i = 0; i < years[year].count; i++)
			put_lines(&sheet, &years[year].items[i]);
	sheet_finish(&sheet);
}

void sheets_write(const struct body *body, const struct entries years[SHEETS_YEARS], const char *folder)
{
	write_units(body, folder);
	write_people(body, folder);
	write_leaders(body, folder);
	write_projects(body, years, folder);
	write_effects(body, years, folder);
	sheets_write_training(body, folder);
	sheets_write_targets(body, folder);
}
