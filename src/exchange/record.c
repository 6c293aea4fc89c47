#include "config.h"

#include "exchange/record.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/csv_writer.h"

struct record_writer {
	FILE *stream;
	struct csv_writer *csv; /* NULL for JSON */
	const char *const *ids;
	size_t column; /* of the next cell */
	bool first;    /* no record written yet */
};

struct record_writer *record_writer_new(FILE *stream, enum format format,
	const struct render_options *options, const char *const *ids, const char *const *labels,
	size_t count, struct error *err)
{
	assert(count > 0);
	if (format != FORMAT_CSV && format != FORMAT_JSON) {
		error_set(err, ERROR_USAGE, _("Records are written as csv or json, not as %s."),
			format_id(format));
		return NULL;
	}
	struct record_writer *writer = xcalloc(1, sizeof *writer);
	writer->stream = stream;
	writer->ids = ids;
	writer->first = true;
	if (format == FORMAT_JSON) {
		fputs("[", stream);
		return writer;
	}
	const enum encoding encoding =
		options->encoding == ENCODING_AUTO ? ENCODING_UTF8_BOM : options->encoding;
	writer->csv = csv_writer_new(stream, encoding);
	for (size_t i = 0; i < count; i++)
		csv_writer_text(writer->csv, options->localized ? labels[i] : ids[i]);
	csv_writer_end_record(writer->csv);
	return writer;
}

static void json_key(struct record_writer *writer)
{
	if (writer->column == 0)
		fputs(writer->first ? "\n{" : ",\n{", writer->stream);
	else
		fputs(", ", writer->stream);
	fprintf(writer->stream, "\"%s\": ", writer->ids[writer->column]);
	writer->first = false;
}

void record_text(struct record_writer *writer, const char *text)
{
	if (writer->csv) {
		csv_writer_text(writer->csv, text);
	} else {
		json_key(writer);
		json_t *string = json_string_nocheck(text);
		json_dumpf(string, writer->stream, JSON_ENCODE_ANY);
		json_decref(string);
	}
	writer->column++;
}

void record_number(struct record_writer *writer, const char *digits)
{
	if (writer->csv) {
		csv_writer_number(writer->csv, digits);
	} else {
		json_key(writer);
		fputs(*digits ? digits : "null", writer->stream);
	}
	writer->column++;
}

void record_end(struct record_writer *writer)
{
	if (writer->csv)
		csv_writer_end_record(writer->csv);
	else
		fputs("}", writer->stream);
	writer->column = 0;
}

bool record_writer_finish(struct record_writer *writer, struct error *err)
{
	bool good;

	if (writer->csv) {
		good = csv_writer_finish(writer->csv, err);
	} else {
		fputs(writer->first ? "]\n" : "\n]\n", writer->stream);
		good = fflush(writer->stream) == 0 && !ferror(writer->stream);
		if (!good)
			error_set(err, ERROR_FILE, _("The file could not be written."));
	}
	free(writer);
	return good;
}
