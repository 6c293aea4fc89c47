#include "config.h"

#include "service/exporting.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "exchange/csv_writer.h"
#include "exchange/record.h"
#include "model/fiscal_year.h"
#include "service/cache.h"
#include "store/project_store.h"

/* ---- records -------------------------------------------------------------------------------- */

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

/* A number cell that is empty for zero (no last year, no count). */
static void put_int_or_empty(struct output *out, int64_t value)
{
	if (value)
		put_int(out, value);
	else
		record_number(out->writer, "");
}

/* Every exported field stands in the project field table, in the order of the file. */
static bool put_project(const struct project *project, void *data)
{
	struct output *out = data;
	struct project_context context;

	if (!session_context(out->session, project->fiscal_year, &context, out->err)) {
		out->failed = true;
		return false;
	}
	for (int field = 0; field < FIELD_COUNT; field++) {
		const enum field_type type = project_fields[field].type;
		if (!project_fields[field].exported)
			continue;
		strbuf_clear(&out->text);
		project_field_get(project, (enum field)field, &context, FIELD_MACHINE, &out->text);
		if (type == FIELD_TYPE_INTEGER || type == FIELD_TYPE_YEN ||
			type == FIELD_TYPE_MINUTES || type == FIELD_TYPE_FLAG)
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
	const size_t columns = EFFECT_RECORD_COLUMNS;

	for (size_t i = 0; i < project->effects.count; i++) {
		for (size_t column = 0; column < columns; column++) {
			strbuf_clear(&out->text);
			if (effect_record_get(project, &project->effects.items[i], column,
				    &out->text))
				record_number(out->writer, strbuf_text(&out->text));
			else
				record_text(out->writer, strbuf_text(&out->text));
		}
		record_end(out->writer);
	}
	return true;
}
