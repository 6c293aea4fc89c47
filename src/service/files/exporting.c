#include "config.h"

#include "service/files/exporting.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/effect_part.h"
#include "model/fiscal_year.h"
#include "service/files/exporter.h"
#include "store/project_store.h"

/* ---- projects and their effect lines --------------------------------------------------------- */

static void exporting_put_project(const struct project *project,
	const struct project_context *context, struct output *out)
{
	for (int field = 0; field < FIELD_COUNT; field++) {
		if (!project_fields[field].exported)
			continue;
		strbuf_clear(&out->text);
		project_field_get(project, (enum field)field, context, FIELD_MACHINE, &out->text);
		const enum field_type type = project_fields[field].type;
		const bool is_number = field == FIELD_FISCAL_YEAR || type == FIELD_TYPE_INTEGER ||
			type == FIELD_TYPE_YEN || type == FIELD_TYPE_MINUTES ||
			type == FIELD_TYPE_FLAG;
		const bool is_day = type == FIELD_TYPE_DATE || type == FIELD_TYPE_MONTH;

		record_put(out->writer, is_number ? RECORD_NUMBER : is_day ? RECORD_DAY : RECORD_TEXT,
			strbuf_text(&out->text));
	}
	record_end(out->writer);
}

static void exporting_put_effects(const struct project *project,
	const struct project_context *context, struct output *out)
{
	char number[FISCAL_YEAR_TEXT];

	(void)context;
	fiscal_year_number_format(project->fiscal_year, project->number, number);
	for (size_t i = 0; i < project->effects.count; i++) {
		record_put(out->writer, RECORD_TEXT, project->uuid);
		record_put(out->writer, RECORD_TEXT, number);
		for (size_t p = 0; p < effect_part_count(); p++) {
			const struct effect_part *part = effect_part_at(p);

			if (part->import_only)
				continue;
			strbuf_clear(&out->text);
			effect_part_get(&project->effects.items[i], part, &out->text);
			record_put(out->writer, part->number ? RECORD_NUMBER : RECORD_TEXT,
				strbuf_text(&out->text));
		}
		record_end(out->writer);
	}
}

typedef void put_function(const struct project *project, const struct project_context *context,
	struct output *out);

struct putting {
	struct output *out;
	put_function *put;
};

static bool exporting_put(const struct project *project, void *data)
{
	const struct putting *putting = data;
	struct output *out = putting->out;
	struct project_context context;

	if (!progress_step(&out->session->progress, _("Export"), ++out->done, out->total,
		    out->err) ||
		!session_context(out->session, project->fiscal_year, &context, out->err)) {
		out->failed = true;
		return false;
	}
	putting->put(project, &context, out);
	return true;
}

static bool exporting_put_each_project(struct output *out, const char *filter_text,
	put_function *put)
{
	struct filter filter = {0};
	struct putting putting = {out, put};

	if (!filter_parse(filter_text ? filter_text : "", &filter, out->err))
		return false;
	if (out->session->progress.step) {
		/* Only to tell how much is left. */
		struct project_list *list =
			project_store_list(out->session->store, &filter, NULL, 0, NULL);

		if (list && !project_list_count(list, &out->total, NULL))
			out->total = 0;
		project_list_free(list);
	}
	const bool read = project_store_each(out->session->store, &filter, put == exporting_put_effects,
		exporting_put, &putting, out->err);
	filter_free(&filter);
	return read && !out->failed;
}

/* Starts a file of that kind; ids and labels must outlive the writer. */
struct headings {
	const char *ids[SHEET_COLUMNS_MAX], *labels[SHEET_COLUMNS_MAX];
};

static struct record_writer *exporting_start(enum sheet_kind kind, enum format format,
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
	return record_writer_new(stream, format, options, sheet_kind_id(kind), headings->ids,
		headings->labels, exported, err);
}

bool exporting_records(struct session *session, enum sheet_kind kind, const char *filter,
	enum format format, const struct render_options *options, FILE *stream, struct error *err)
{
	struct output out = {.session = session, .err = err};
	struct headings headings;

	out.writer = exporting_start(kind, format, options, stream, &headings, err);
	if (!out.writer)
		return false;
	bool put;
	if (kind == SHEET_PROJECTS)
		put = exporting_put_each_project(&out, filter, exporting_put_project);
	else if (kind == SHEET_EFFECTS)
		put = exporting_put_each_project(&out, filter, exporting_put_effects);
	else
		put = exporting_office(&out, kind);
	strbuf_free(&out.text);
	const bool written = record_writer_finish(out.writer, put ? err : NULL);
	progress_end(&session->progress);
	return put && written;
}

bool exporting_project(struct session *session, const struct project *project, FILE *stream,
	struct error *err)
{
	static const struct {
		enum sheet_kind kind;
		const char *opening;
		put_function *put;
	} parts[] = {
		{SHEET_PROJECTS, "{\"projects\": ", exporting_put_project},
		{SHEET_EFFECTS, ", \"effects\": ", exporting_put_effects},
	};
	const struct render_options options = {0};
	struct output out = {.session = session, .err = err};
	struct project_context context;
	bool done = session_context(session, project->fiscal_year, &context, err);

	for (size_t i = 0; done && i < sizeof parts / sizeof parts[0]; i++) {
		struct headings headings;
		fputs(parts[i].opening, stream);
		out.writer = exporting_start(parts[i].kind, FORMAT_JSON, &options, stream, &headings, err);
		if (!out.writer)
			return false;
		parts[i].put(project, &context, &out);
		done = record_writer_finish(out.writer, err);
	}
	fputs("}\n", stream);
	strbuf_free(&out.text);
	return done;
}

bool exporting_table(const struct session *session, struct table *table, enum format format,
	const struct render_options *options, bool force, const struct file_target *target,
	struct error *err)
{
	struct file_writer writer;

	if (!table->ties && !force)
		return error_set(err, ERROR_DATA,
			_("The table does not tie and was not written; see `uraniwa check`, or use --force."));
	if (!*table->body && format != FORMAT_CSV)
		table->body = arena_strdup(&table->arena, session->body.name);
	if (!file_writer_open(&writer, target, err))
		return false;
	if (!render_table(table, format, options, writer.stream, err)) {
		file_writer_abandon(&writer);
		return false;
	}
	return file_writer_commit(&writer, err);
}
