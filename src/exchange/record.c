#include "config.h"

#include "exchange/record.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/csv_writer.h"
#ifdef HAVE_XLSX
#include "exchange/record_xlsx.h"
#endif

struct record_writer {
	FILE *stream;
	const struct record_form *form;
	struct csv_writer *csv;
	struct record_xlsx *xlsx;
	const char *const *ids;
	size_t column; /* of the next cell */
	bool first;    /* no record written yet */
};

/* How a file of records is written. */
struct record_form {
	bool (*begin)(struct record_writer *writer, const struct render_options *options, const char *name,
		const char *const *headings, size_t count, struct error *err);
	void (*put)(struct record_writer *writer, enum record_cell kind, const char *text);
	void (*end)(struct record_writer *writer);
	bool (*finish)(struct record_writer *writer, struct error *err);
};

/* ---- CSV ---------------------------------------------------------------------------------------- */

static bool record_csv_begin(struct record_writer *writer, const struct render_options *options,
	const char *name, const char *const *headings, size_t count, struct error *err)
{
	(void)name;
	(void)err;
	writer->csv = csv_writer_new(writer->stream, options->encoding == ENCODING_AUTO ? ENCODING_UTF8_BOM :
		options->encoding);
	for (size_t i = 0; i < count; i++)
		csv_writer_text(writer->csv, headings[i]);
	csv_writer_end_record(writer->csv);
	return true;
}

static void record_csv_put(struct record_writer *writer, enum record_cell kind, const char *text)
{
	if (kind == RECORD_NUMBER)
		csv_writer_number(writer->csv, text);
	else
		csv_writer_text(writer->csv, text);
}

static void record_csv_end(struct record_writer *writer)
{
	csv_writer_end_record(writer->csv);
}

static bool record_csv_finish(struct record_writer *writer, struct error *err)
{
	return csv_writer_finish(writer->csv, err);
}

/* ---- JSON --------------------------------------------------------------------------------------- */

static bool record_json_begin(struct record_writer *writer, const struct render_options *options,
	const char *name, const char *const *headings, size_t count, struct error *err)
{
	(void)options;
	(void)name;
	(void)headings;
	(void)count;
	(void)err;
	fputs("[", writer->stream);
	return true;
}

static void record_json_put(struct record_writer *writer, enum record_cell kind, const char *text)
{
	if (writer->column == 0)
		fputs(writer->first ? "\n{" : ",\n{", writer->stream);
	else
		fputs(", ", writer->stream);
	fprintf(writer->stream, "\"%s\": ", writer->ids[writer->column]);
	writer->first = false;
	if (kind == RECORD_NUMBER) {
		fputs(*text ? text : "null", writer->stream);
		return;
	}
	json_t *string = json_string_nocheck(text);
	json_dumpf(string, writer->stream, JSON_ENCODE_ANY);
	json_decref(string);
}

static void record_json_end(struct record_writer *writer)
{
	fputs("}", writer->stream);
}

static bool record_json_finish(struct record_writer *writer, struct error *err)
{
	fputs(writer->first ? "]\n" : "\n]\n", writer->stream);
	return (fflush(writer->stream) == 0 && !ferror(writer->stream)) ||
		error_set(err, ERROR_FILE, _("The file could not be written."));
}

/* ---- XLSX --------------------------------------------------------------------------------------- */

#ifdef HAVE_XLSX
static bool record_book_begin(struct record_writer *writer, const struct render_options *options,
	const char *name, const char *const *headings, size_t count, struct error *err)
{
	(void)options;
	writer->xlsx = record_xlsx_new(writer->stream, name, headings, count, err);
	return writer->xlsx != NULL;
}

static void record_book_put(struct record_writer *writer, enum record_cell kind, const char *text)
{
	record_xlsx_put(writer->xlsx, kind, text);
}

static void record_book_end(struct record_writer *writer)
{
	record_xlsx_end(writer->xlsx);
}

static bool record_book_finish(struct record_writer *writer, struct error *err)
{
	return record_xlsx_finish(writer->xlsx, err);
}
#endif

/* ---- all of them -------------------------------------------------------------------------------- */

static const struct record_form record_forms[FORMAT_COUNT] = {
	[FORMAT_CSV] = {record_csv_begin, record_csv_put, record_csv_end, record_csv_finish},
	[FORMAT_JSON] = {record_json_begin, record_json_put, record_json_end, record_json_finish},
#ifdef HAVE_XLSX
	[FORMAT_XLSX] = {record_book_begin, record_book_put, record_book_end, record_book_finish},
#endif
};

struct record_writer *record_writer_new(FILE *stream, enum format format,
	const struct render_options *options, const char *name, const char *const *ids,
	const char *const *labels, size_t count, struct error *err)
{
	assert(count > 0 && format < FORMAT_COUNT);
	if (!record_forms[format].begin) {
		error_set(err, ERROR_USAGE, _("Records are written as csv, json or xlsx, not as %s."),
			format_id(format));
		return NULL;
	}
	struct record_writer *writer = xcalloc(1, sizeof *writer);

	writer->stream = stream;
	writer->form = &record_forms[format];
	writer->ids = ids;
	writer->first = true;
	if (writer->form->begin(writer, options, name, options->localized ? labels : ids, count, err))
		return writer;
	free(writer);
	return NULL;
}

void record_put(struct record_writer *writer, enum record_cell kind, const char *text)
{
	writer->form->put(writer, kind, text);
	writer->column++;
}

void record_end(struct record_writer *writer)
{
	writer->form->end(writer);
	writer->column = 0;
}

bool record_writer_finish(struct record_writer *writer, struct error *err)
{
	const bool good = writer->form->finish(writer, err);

	free(writer);
	return good;
}
