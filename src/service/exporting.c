#include "config.h"

#include "service/exporting.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "exchange/record.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "service/cache.h"
#include "store/project_store.h"
#include "store/section_store.h"
#include "store/training_store.h"

struct output {
	struct session *session;
	struct record_writer *writer;
	struct strbuf text;
	struct error *err;
	bool failed;
};

static void put_int(struct output *out, int64_t value)
{
	strbuf_clear(&out->text);
	strbuf_add_int(&out->text, value);
	record_number(out->writer, strbuf_text(&out->text));
}

/* A number cell that stays empty for zero: no last year, no position. */
static void put_int_or_empty(struct output *out, int64_t value)
{
	if (value)
		put_int(out, value);
	else
		record_number(out->writer, "");
}

/* ---- projects and their effect lines --------------------------------------------------------- */

static bool is_number_cell(enum field field)
{
	const enum field_type type = project_fields[field].type;

	return field == FIELD_FISCAL_YEAR || type == FIELD_TYPE_INTEGER || type == FIELD_TYPE_YEN ||
		type == FIELD_TYPE_MINUTES || type == FIELD_TYPE_FLAG;
}

static bool put_project(const struct project *project, void *data)
{
	struct output *out = data;
	struct project_context context;

	if (!session_context(out->session, project->fiscal_year, &context, out->err)) {
		out->failed = true;
		return false;
	}
	for (int field = 0; field < FIELD_COUNT; field++) {
		if (!project_fields[field].exported)
			continue;
		strbuf_clear(&out->text);
		project_field_get(project, (enum field)field, &context, FIELD_MACHINE, &out->text);
		if (is_number_cell((enum field)field))
			record_number(out->writer, strbuf_text(&out->text));
		else
			record_text(out->writer, strbuf_text(&out->text));
	}
	record_end(out->writer);
	return true;
}

static bool put_effects(const struct project *project, void *data)
{
	struct output *out = data;
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	for (size_t i = 0; i < project->effects.count; i++) {
		record_text(out->writer, project->uuid);
		record_text(out->writer, number);
		for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
			strbuf_clear(&out->text);
			effect_field_get(&project->effects.items[i], (enum effect_field)field,
				&out->text);
			if (effect_fields[field].number)
				record_number(out->writer, strbuf_text(&out->text));
			else
				record_text(out->writer, strbuf_text(&out->text));
		}
		record_end(out->writer);
	}
	return true;
}

static bool put_each_project(struct output *out, const char *filter_text,
	bool (*put)(const struct project *project, void *data))
{
	struct filter filter = {0};

	if (!filter_parse(filter_text ? filter_text : "", &filter, out->err))
		return false;
	const bool read = project_store_each(out->session->store, &filter,
		put == put_effects, put, out, out->err);
	filter_free(&filter);
	return read && !out->failed;
}

/* ---- masters --------------------------------------------------------------------------------- */

static bool put_units(struct output *out)
{
	struct unit_tree list = {0};

	if (!unit_store_all(out->session->store, &list, out->err))
		return false;
	for (size_t i = 0; i < list.nodes.count; i++) {
		const struct unit *unit = &list.nodes.items[i].unit;
		record_text(out->writer, unit->code);
		record_text(out->writer, unit_kind_id(unit->kind));
		record_text(out->writer, unit->name);
		record_text(out->writer, unit->parent_code);
		put_int(out, unit->first_fiscal_year);
		put_int_or_empty(out, unit->last_fiscal_year);
		record_text(out->writer, unit->successor_code);
		put_int(out, unit->lead_section);
		put_int_or_empty(out, unit->position);
		record_end(out->writer);
	}
	unit_tree_free(&list);
	return true;
}

/* One row a grant; a person without any has one row with empty grant cells. */
static void put_person(struct output *out, const struct person *person,
	const struct role_grant *grant)
{
	record_text(out->writer, person->code);
	record_text(out->writer, person->name);
	record_text(out->writer, person->kana);
	record_text(out->writer, person->email);
	put_int(out, person->active);
	record_text(out->writer, grant ? role_id(grant->role) : "");
	record_text(out->writer, grant ? grant->unit_code : "");
	put_int_or_empty(out, grant ? grant->first_fiscal_year : 0);
	put_int_or_empty(out, grant ? grant->last_fiscal_year : 0);
	record_end(out->writer);
}

static bool put_people(struct output *out)
{
	const struct people *people = &out->session->cache->people;

	for (size_t i = 0; i < people->people.count; i++) {
		const struct person *person = &people->people.items[i];
		bool granted = false;
		for (size_t g = 0; g < people->grants.count; g++) {
			const struct role_grant *grant = &people->grants.items[g];
			if (strcmp(grant->person_code, person->code) != 0)
				continue;
			put_person(out, person, grant);
			granted = true;
		}
		if (!granted)
			put_person(out, person, NULL);
	}
	return true;
}

static const char *name_of(const struct people *people, const char *code)
{
	for (size_t i = 0; i < people->people.count; i++)
		if (strcmp(people->people.items[i].code, code) == 0)
			return people->people.items[i].name;
	return "";
}

static bool put_leaders(struct output *out)
{
	const struct people *people = &out->session->cache->people;

	for (size_t i = 0; i < people->leaders.count; i++) {
		const struct leader *leader = &people->leaders.items[i];
		put_int(out, leader->fiscal_year);
		record_text(out->writer, leader->section_code);
		record_text(out->writer, leader->person_code);
		record_text(out->writer, name_of(people, leader->person_code));
		record_text(out->writer, leader->from);
		record_text(out->writer, leader->to);
		record_end(out->writer);
	}
	return true;
}

static bool put_targets(struct output *out)
{
	struct section_targets targets;

	if (!section_store_targets(out->session->store, 0, &targets, out->err))
		return false;
	for (size_t i = 0; i < targets.items.count; i++) {
		const struct section_target *target = &targets.items.items[i];

		put_int(out, target->fiscal_year);
		record_text(out->writer, fiscal_year_period_id(target->period));
		record_text(out->writer, target->section_code);
		strbuf_clear(&out->text);
		effect_format_hours(target->minutes, &out->text);
		record_text(out->writer, strbuf_text(&out->text));
		record_end(out->writer);
	}
	section_store_targets_free(&targets);
	return true;
}

static void put_attended(struct output *out, const struct course *course, const char *person,
	const char *on)
{
	put_int(out, course->fiscal_year);
	record_text(out->writer, course->code);
	record_text(out->writer, course->name);
	record_text(out->writer, training_forms[course->form].id);
	strbuf_clear(&out->text);
	effect_format_hours(course->minutes, &out->text);
	record_text(out->writer, strbuf_text(&out->text));
	put_int(out, course->units);
	record_text(out->writer, training_audiences[course->audience].id);
	record_text(out->writer, person);
	record_text(out->writer, *person ? name_of(&out->session->cache->people, person) : "");
	record_text(out->writer, on);
	record_end(out->writer);
}

static bool put_training(struct output *out)
{
	struct training training = {0};
	const bool loaded = training_store_load(out->session->store, &training, out->err);

	for (size_t c = 0; loaded && c < training.courses.count; c++) {
		bool attended = false;

		for (size_t i = 0; i < training.attendance.count; i++) {
			const struct attendance *attendance = &training.attendance.items[i];

			if (attendance->course != c)
				continue;
			put_attended(out, &training.courses.items[c], attendance->person_code,
				attendance->attended_on);
			attended = true;
		}
		if (!attended)
			put_attended(out, &training.courses.items[c], "", "");
	}
	training_store_free(&training);
	return loaded;
}

static bool put_records(struct output *out, enum sheet_kind kind, const char *filter)
{
	switch (kind) {
	case SHEET_PROJECTS:
		return put_each_project(out, filter, put_project);
	case SHEET_EFFECTS:
		return put_each_project(out, filter, put_effects);
	case SHEET_UNITS:
		return put_units(out);
	case SHEET_PEOPLE:
		return put_people(out);
	case SHEET_LEADERS:
		return put_leaders(out);
	case SHEET_TARGETS:
		return put_targets(out);
	case SHEET_TRAINING:
		return put_training(out);
	case SHEET_KIND_COUNT:
		break;
	}
	return false;
}

/* Starts a file of that kind; ids and labels must outlive the writer. */
struct headings {
	const char *ids[SHEET_COLUMNS_MAX], *labels[SHEET_COLUMNS_MAX];
};

static struct record_writer *start(enum sheet_kind kind, enum format format,
	const struct render_options *options, FILE *stream, struct headings *headings,
	struct error *err)
{
	size_t count, exported = 0;
	const struct sheet_column *columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < count; i++) {
		if (columns[i].import_only)
			continue;
		headings->ids[exported] = columns[i].id;
		headings->labels[exported++] = _(columns[i].label);
	}
	return record_writer_new(stream, format, options, headings->ids, headings->labels, exported,
		err);
}

bool exporting_records(struct session *session, enum sheet_kind kind, const char *filter,
	enum format format, const struct render_options *options, FILE *stream, struct error *err)
{
	struct output out = {.session = session, .err = err};
	struct headings headings;

	out.writer = start(kind, format, options, stream, &headings, err);
	if (!out.writer)
		return false;
	const bool put = put_records(&out, kind, filter);
	strbuf_free(&out.text);
	const bool written = record_writer_finish(out.writer, put ? err : NULL);
	return put && written;
}

bool exporting_project(struct session *session, const struct project *project, FILE *stream,
	struct error *err)
{
	static const struct {
		enum sheet_kind kind;
		const char *opening;
		bool (*put)(const struct project *project, void *data);
	} parts[] = {
		{SHEET_PROJECTS, "{\"projects\": ", put_project},
		{SHEET_EFFECTS, ", \"effects\": ", put_effects},
	};
	const struct render_options options = {0};
	struct output out = {.session = session, .err = err};
	bool done = true;

	for (size_t i = 0; done && i < sizeof parts / sizeof parts[0]; i++) {
		struct headings headings;
		fputs(parts[i].opening, stream);
		out.writer = start(parts[i].kind, FORMAT_JSON, &options, stream, &headings, err);
		if (!out.writer)
			return false;
		done = parts[i].put(project, &out);
		done = record_writer_finish(out.writer, done ? err : NULL) && done;
	}
	fputs("}\n", stream);
	strbuf_free(&out.text);
	return done;
}

bool exporting_table(struct table *table, enum format format,
	const struct render_options *options, bool force, const char *path, struct error *err)
{
	struct file_writer writer;

	if (!table->ties && !force)
		return error_set(err, ERROR_DATA,
			_("The table does not tie and was not written; see `uraniwa check`, or use --force."));
	if (!file_writer_open(&writer, path, err))
		return false;
	if (!render_table(table, format, options, writer.stream, err)) {
		file_writer_abandon(&writer);
		return false;
	}
	return file_writer_commit(&writer, err);
}
