#include "config.h"

#include "sheets.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/csv_writer.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "model/project.h"
#include "plan.h"

/* ---- one file ------------------------------------------------------------------------------------- */

struct sheet {
	const char *folder, *name;
	struct csv_writer *writer;
	FILE *stream;
	char *bytes;
	size_t size;
	struct strbuf cell;
};

static void begin(struct sheet *sheet, const char *folder, const char *name)
{
	*sheet = (struct sheet){.folder = folder, .name = name};
	sheet->stream = open_memstream(&sheet->bytes, &sheet->size);
	sheet->writer = csv_writer_new(sheet->stream, ENCODING_UTF8);
}

static void fail(const char *path)
{
	perror(path);
	exit(EXIT_FAILURE);
}

/* Records end in LF here: the files are read in a repository, too. */
static void finish(struct sheet *sheet)
{
	char *path = xasprintf("%s/%s", sheet->folder, sheet->name);
	FILE *file = fopen(path, "w");

	if (!csv_writer_finish(sheet->writer, NULL) || fclose(sheet->stream) != 0 || !file)
		fail(path);
	for (size_t i = 0; i < sheet->size; i++)
		if (sheet->bytes[i] != '\r')
			fputc(sheet->bytes[i], file);
	if (fclose(file) != 0)
		fail(path);
	free(sheet->bytes);
	free(path);
	strbuf_free(&sheet->cell);
}

static void text(struct sheet *sheet, const char *value)
{
	csv_writer_text(sheet->writer, value);
}

static void number(struct sheet *sheet, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%" PRId64, value);
	csv_writer_number(sheet->writer, digits);
}

static void number_or_empty(struct sheet *sheet, int64_t value, int64_t nothing)
{
	if (value == nothing)
		csv_writer_number(sheet->writer, "");
	else
		number(sheet, value);
}

static void end_record(struct sheet *sheet)
{
	csv_writer_end_record(sheet->writer);
}

static void headings(struct sheet *sheet, const char *names)
{
	char *copy = xstrdup(names), *rest = copy;

	for (char *name; (name = strsep(&rest, " ")) != NULL;)
		text(sheet, name);
	end_record(sheet);
	free(copy);
}

/* ---- units, people, leaders -------------------------------------------------------------------------- */

static void unit(struct sheet *sheet, const char *code, const char *kind, const char *name,
	const char *parent, int first, int last, bool lead, size_t position)
{
	text(sheet, code);
	text(sheet, kind);
	text(sheet, name);
	text(sheet, parent);
	number(sheet, first);
	number_or_empty(sheet, last, 0);
	text(sheet, "");
	number(sheet, lead);
	number(sheet, (int64_t)position);
	end_record(sheet);
}

static void section_units(const struct body *body, struct sheet *sheet, size_t index)
{
	const struct section *section = &body->sections.items[index];
	const char *department = body->departments.items[section->department].code;
	const bool lead = words_hold(section->words->traits, "lead");
	const bool renamed = *section->words->old_name;

	if (renamed)
		unit(sheet, section->code, "section", section->words->old_name, department,
			FIRST_YEAR, FIRST_YEAR, lead, index + 1);
	unit(sheet, section->code, "section", section->words->name, department,
		renamed ? SECOND_YEAR : FIRST_YEAR, 0, lead, index + 1);
	for (size_t t = 0; t < section->words->teams.count; t++) {
		const struct team *team = &body->teams.items[(size_t)section->first_team + t];
		unit(sheet, team->code, "team", team->name, section->code, FIRST_YEAR, 0, false,
			t + 1);
	}
}

static void write_units(const struct body *body, const char *folder)
{
	struct sheet sheet;

	begin(&sheet, folder, "units.csv");
	headings(&sheet, "code kind name parent_code first_fiscal_year last_fiscal_year "
			 "successor_code lead_section position");
	unit(&sheet, body_code, "body", body_name, "", FIRST_YEAR, 0, false, 1);
	for (size_t d = 0; d < body->departments.count; d++) {
		unit(&sheet, body->departments.items[d].code, "department",
			body->departments.items[d].name, body_code, FIRST_YEAR, 0, false, d + 1);
		for (size_t s = 0; s < body->sections.count; s++)
			if (body->sections.items[s].department == (int)d)
				section_units(body, &sheet, s);
	}
	finish(&sheet);
}

static void grant(const struct body *body, struct sheet *sheet, int index, const char *role,
	const char *unit_code, int first, int last)
{
	const struct person *person = &body->people.items[index];

	text(sheet, person->code);
	text(sheet, person->name);
	text(sheet, person->kana);
	csv_writer_text(sheet->writer,
		(strbuf_clear(&sheet->cell),
			strbuf_addf(&sheet->cell, "%s@pref.mihon.example", person->code),
			strbuf_text(&sheet->cell)));
	number(sheet, 1);
	text(sheet, role);
	text(sheet, unit_code);
	number(sheet, first);
	number_or_empty(sheet, last, 0);
	end_record(sheet);
}

/* One grant for both years, or one for each of two people. */
static void grants(const struct body *body, struct sheet *sheet, const int people[YEARS],
	const char *role, const char *unit_code)
{
	if (people[0] == people[1]) {
		grant(body, sheet, people[0], role, unit_code, FIRST_YEAR, 0);
		return;
	}
	grant(body, sheet, people[0], role, unit_code, FIRST_YEAR, FIRST_YEAR);
	grant(body, sheet, people[1], role, unit_code, SECOND_YEAR, 0);
}

static void write_people(const struct body *body, const char *folder)
{
	struct sheet sheet;

	begin(&sheet, folder, "people.csv");
	headings(&sheet, "code name kana email active role unit_code role_first_fiscal_year "
			 "role_last_fiscal_year");
	grant(body, &sheet, 0, "admin", body_code, FIRST_YEAR, 0);
	for (size_t i = 0; i < body->departments.count; i++)
		grant(body, &sheet, body->collectors.items[i], "collector",
			body->departments.items[i].code, FIRST_YEAR, 0);
	for (size_t i = 0; i < body->sections.count; i++) {
		const struct section *section = &body->sections.items[i];
		grants(body, &sheet, section->head, "head", section->code);
		grants(body, &sheet, section->leader, "leader", section->code);
		if (section->handed_over_to >= 0)
			grant(body, &sheet, section->handed_over_to, "leader", section->code,
				SECOND_YEAR, 0);
	}
	finish(&sheet);
}

static void leader(const struct body *body, struct sheet *sheet, int fiscal_year,
	const struct section *section, int index, const char *from, const char *to)
{
	number(sheet, fiscal_year);
	text(sheet, section->code);
	text(sheet, body->people.items[index].code);
	text(sheet, body->people.items[index].name);
	text(sheet, from);
	text(sheet, to);
	end_record(sheet);
}

static void write_leaders(const struct body *body, const char *folder)
{
	struct sheet sheet;

	begin(&sheet, folder, "leaders.csv");
	headings(&sheet, "fiscal_year section_code person_code name from to");
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
	finish(&sheet);
}

/* ---- projects and their effect lines ------------------------------------------------------------------ */

static void put_units(const struct body *body, struct sheet *sheet, const struct entry *entry)
{
	const struct team *team = &body->teams.items[entry->team];
	const struct section *section = &body->sections.items[team->section];
	const struct department *department = &body->departments.items[section->department];

	text(sheet, department->code);
	text(sheet, department->name);
	text(sheet, section->code);
	text(sheet, body_section_name(body, team->section, entry->fiscal_year));
	text(sheet, team->code);
	text(sheet, team->name);
}

static void put_tools(struct sheet *sheet, const struct entry *entry)
{
	strbuf_clear(&sheet->cell);
	for (size_t i = 0; i < entry->tools.count; i++)
		strbuf_addf(&sheet->cell, "%s%s", i ? ";" : "", entry->tools.items[i]);
	text(sheet, entry->tools.items[0]);
	text(sheet, strbuf_text(&sheet->cell));
}

static void put_dates(struct sheet *sheet, const struct entry *entry)
{
	const int month = entry->first_month + 4;
	char day[11], first[8];

	date_format(entry->started_on, day);
	date_format_month((struct date){entry->fiscal_year + (month > 12),
				  month > 12 ? month - 12 : month, 1},
		first);
	text(sheet, day);
	text(sheet, first);
}

static void put_project(const struct body *body, struct sheet *sheet, const struct entry *entry)
{
	char project_number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(entry->fiscal_year, entry->number, project_number);
	text(sheet, entry->uuid);
	text(sheet, project_number);
	number(sheet, entry->fiscal_year);
	put_units(body, sheet, entry);
	text(sheet, entry->title);
	number_or_empty(sheet, entry->type, 0);
	text(sheet, entry->type ? type_names[entry->type - 1] : "");
	put_tools(sheet, entry);
	text(sheet, workflow_status_id(entry->status));
	text(sheet, entry->leader);
	text(sheet, entry->owner);
	text(sheet, entry->issue);
	text(sheet, entry->approach);
	text(sheet, entry->effect);
	text(sheet, entry->work);
	number_or_empty(sheet, entry->cost, -1);
	number_or_empty(sheet, entry->running, -1);
	put_dates(sheet, entry);
	number(sheet, entry->replicable);
	text(sheet, entry->copied_from ? entry->copied_from->uuid : "");
	if (entry->line_count) {
		number(sheet, entry_minutes(entry, BASIS_IN_YEAR));
		number(sheet, entry_minutes(entry, BASIS_FULL_YEAR));
		text(sheet, effect_stage_id(STAGE_ESTIMATE));
	} else {
		for (int i = 0; i < 3; i++)
			text(sheet, "");
	}
	end_record(sheet);
}

static void write_projects(const struct body *body, const struct entries years[SHEETS_YEARS],
	const char *folder)
{
	struct sheet sheet;

	begin(&sheet, folder, "projects.csv");
	for (int field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].exported)
			text(&sheet, project_fields[field].id);
	end_record(&sheet);
	for (int year = 0; year < SHEETS_YEARS; year++)
		for (size_t i = 0; i < years[year].count; i++)
			put_project(body, &sheet, &years[year].items[i]);
	finish(&sheet);
}

static void put_line(struct sheet *sheet, const struct effect *line)
{
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
			text(sheet, entry->uuid);
			text(sheet, project_number);
			put_line(sheet, &entry->lines.items[i]);
			end_record(sheet);
		}
}

static void write_effects(const struct body *body, const struct entries years[SHEETS_YEARS],
	const char *folder)
{
	struct sheet sheet;

	(void)body;
	begin(&sheet, folder, "effects.csv");
	text(&sheet, "project_uuid");
	text(&sheet, "project_number");
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		text(&sheet, effect_fields[field].id);
	end_record(&sheet);
	for (int year = 0; year < SHEETS_YEARS; year++)
		for (size_t i = 0; i < years[year].count; i++)
			put_lines(&sheet, &years[year].items[i]);
	finish(&sheet);
}

void sheets_write(const struct body *body, const struct entries years[SHEETS_YEARS], const char *folder)
{
	write_units(body, folder);
	write_people(body, folder);
	write_leaders(body, folder);
	write_projects(body, years, folder);
	write_effects(body, years, folder);
}
