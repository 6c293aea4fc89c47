#include "config.h"

#include "sheets.h"

#include <stdlib.h>
#include <string.h>

#include "model/effect_part.h"
#include "model/effect_periods.h"
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

static const char *month_of(const struct entry *entry, char text[8])
{
	const int month = entry->first_month + 4;

	date_format_month((struct date){entry->fiscal_year + (month > 12),
				  month > 12 ? month - 12 : month, 1},
		text);
	return text;
}

static const char *unit_of(const struct body *body, const struct entry *entry, enum field field)
{
	const struct team *team = &body->teams.items[entry->team];
	const struct section *section = &body->sections.items[team->section];
	const struct department *department = &body->departments.items[section->department];

	switch (field) {
	case FIELD_DEPARTMENT_CODE:
		return department->code;
	case FIELD_DEPARTMENT:
		return department->name;
	case FIELD_SECTION_CODE:
		return section->code;
	case FIELD_SECTION:
		return body_section_name(body, team->section, entry->fiscal_year);
	case FIELD_TEAM_CODE:
		return team->code;
	default:
		return team->name;
	}
}

static void put_tools(struct sheet *sheet, const struct entry *entry)
{
	strbuf_clear(&sheet->cell);
	for (size_t i = 0; i < entry->tools.count; i++)
		strbuf_addf(&sheet->cell, "%s%s", i ? ";" : "", entry->tools.items[i]);
	sheet_text(sheet, strbuf_text(&sheet->cell));
}

/* Nothing where there is no line of that stage. */
static void put_minutes(struct sheet *sheet, const struct entry *entry, enum stage stage,
	enum basis basis)
{
	int64_t minutes = 0;
	bool any = false;

	for (size_t i = 0; i < entry->lines.count; i++) {
		struct saving saving;

		if (entry->lines.items[i].stage != stage ||
			!effect_compute(&entry->lines.items[i], &saving, NULL))
			continue;
		minutes += saving.minutes[basis];
		any = true;
	}
	if (any)
		sheet_number(sheet, minutes);
	else
		sheet_text(sheet, "");
}

/* The fields whose row in PROJECT_COLUMNS says OWN. */
static void put_own(const struct body *body, struct sheet *sheet, const struct entry *entry,
	enum field field)
{
	char text[FISCAL_YEAR_TEXT > 11 ? FISCAL_YEAR_TEXT : 11];

	switch (field) {
	case FIELD_NUMBER:
		fiscal_year_number_format(entry->fiscal_year, entry->number, text);
		sheet_text(sheet, text);
		break;
	case FIELD_PROBLEM_TYPE_CODE:
		sheet_number_or_empty(sheet, entry->type, 0);
		break;
	case FIELD_PROBLEM_TYPE:
		sheet_text(sheet, entry->type ? type_names[entry->type - 1] : "");
		break;
	case FIELD_PRIMARY_TOOL:
		sheet_text(sheet, entry->tools.items[0]);
		break;
	case FIELD_TOOLS:
		put_tools(sheet, entry);
		break;
	case FIELD_STATUS:
		sheet_text(sheet, workflow_status_id(entry->status));
		break;
	case FIELD_STARTED_ON:
		date_format(entry->started_on, text);
		sheet_text(sheet, text);
		break;
	case FIELD_OPERATING_FROM:
		sheet_text(sheet, month_of(entry, text));
		break;
	case FIELD_COPIED_FROM:
		sheet_text(sheet, entry->copied_from ? entry->copied_from->uuid : "");
		break;
	case FIELD_SAVED_IN_YEAR:
		put_minutes(sheet, entry, STAGE_ESTIMATE, BASIS_IN_YEAR);
		break;
	case FIELD_SAVED_FULL_YEAR:
		put_minutes(sheet, entry, STAGE_ESTIMATE, BASIS_FULL_YEAR);
		break;
	case FIELD_ACTUAL_IN_YEAR:
		put_minutes(sheet, entry, STAGE_ACTUAL, BASIS_IN_YEAR);
		break;
	case FIELD_ACTUAL_FULL_YEAR:
		put_minutes(sheet, entry, STAGE_ACTUAL, BASIS_FULL_YEAR);
		break;
	case FIELD_STAGE:
		sheet_text(sheet, entry->line_count ? effect_stage_id(STAGE_ESTIMATE) : "");
		break;
	case FIELD_EXCLUDED:
		sheet_text(sheet, exclusion_id(EXCLUSION_NONE));
		break;
	default:
		sheet_text(sheet, unit_of(body, entry, field));
	}
}

static void put_report(struct sheet *sheet, const struct entry *entry, enum field field)
{
	strbuf_clear(&sheet->cell);
	reports_add(entry, field, &sheet->cell);
	sheet_text(sheet, strbuf_text(&sheet->cell));
}

#define PUT_TEXT(member) sheet_text(sheet, entry->member), PUT_REST
#define PUT_NUMBER(member) sheet_number(sheet, entry->member), PUT_REST
#define PUT_AMOUNT(member) sheet_number_or_empty(sheet, entry->member, -1), PUT_REST
#define PUT_NOTHING sheet_text(sheet, ""), PUT_REST
#define PUT_REST(field) (void)0
#define PUT_REPORT PUT_REPORT_OF
#define PUT_REPORT_OF(field) put_report(sheet, entry, field)
#define PUT_OWN PUT_OWN_OF
#define PUT_OWN_OF(field) put_own(body, sheet, entry, field)
#define PUT(name, type, id, label, variants, stored, files, found, copied, form, list, preview, \
	sample) \
	if (project_fields[FIELD_##name].exported) \
		PUT_##sample(FIELD_##name);

static void put_project(const struct body *body, struct sheet *sheet, const struct entry *entry)
{
	PROJECT_COLUMNS(PUT)
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
	/* Where the periods are not those that 運用開始 gives, somebody typed them. */
	struct effect followed = *of;
	effect_follow(&followed, EFFECT_MONTHS - entry->first_month);
	line->periods_typed = followed.periods_in_year != of->periods_in_year;
	for (size_t i = 0; i < effect_part_count(); i++) {
		const struct effect_part *part = effect_part_at(i);

		if (part->import_only)
			continue;
		strbuf_clear(&sheet->cell);
		effect_part_get(line, part, &sheet->cell);
		if (part->number)
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
	for (size_t i = 0; i < effect_part_count(); i++)
		if (!effect_part_at(i)->import_only)
			sheet_text(&sheet, effect_part_at(i)->id);
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
