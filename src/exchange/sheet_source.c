#include "config.h"

#include "exchange/sheet_source.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

/* A workbook is read from its end: what comes through a pipe is copied first. Text needs no copy, and one
 * byte tells enough of it. */
static FILE *source_copy(FILE *stream, struct error *err)
{
	char bytes[65536];
	size_t length;
	FILE *const copy = tmpfile();
	bool good = copy != NULL;

	while (good && (length = fread(bytes, 1, sizeof bytes, stream)) > 0)
		good = fwrite(bytes, 1, length, copy) == length;
	if (good && !ferror(stream) && fseek(copy, 0, SEEK_SET) == 0)
		return copy;
	error_set(err, ERROR_DATA, _("There is no room for a copy of the file: %s."), strerror(errno));
	if (copy)
		fclose(copy);
	return NULL;
}

static bool source_find_sheet(struct sheet_source *source, const char *name, struct error *err)
{
	const size_t count = workbook_sheet_count(source->book);
	struct strbuf names = {0};

	for (source->sheet = 0; source->sheet < count; source->sheet++)
		if (name ? strcmp(workbook_sheet_name(source->book, source->sheet), name) == 0 :
			!workbook_sheet_hidden(source->book, source->sheet))
			return true;
	source->sheet = 0;
	if (!name)
		return true;
	for (size_t s = 0; s < count; s++)
		strbuf_addf(&names, "%s%s", s ? _(", ") : "", workbook_sheet_name(source->book, s));
	error_set(err, ERROR_USAGE, _("There is no sheet “%s”. There are: %s"), name,
		strbuf_text(&names));
	strbuf_free(&names);
	return false;
}

bool sheet_source_open(struct sheet_source *source, FILE *stream, enum encoding encoding,
	const char *sheet, struct error *err)
{
	source->stream = stream;
	source->encoding = encoding;
	if (fseek(stream, 0, SEEK_CUR) != 0) {
		const int first = getc(stream);

		if (first == EOF || ungetc(first, stream) == EOF)
			return true; /* the reader of text says what is wrong with it */
		if (first != 'P' && first != 0xD0)
			return true;
		source->copy = source_copy(stream, err);
		if (!source->copy)
			return false;
		source->stream = source->copy;
	}
	if (!workbook_looks_like_one(source->stream))
		return !sheet || error_set(err, ERROR_USAGE,
			_("--sheet names a sheet of a workbook; this file is text."));
	source->book = workbook_open(source->stream, err);
	return source->book && source_find_sheet(source, sheet, err);
}

struct source_record {
	const unsigned char **merged;
	bool (*record)(const struct csv_record *record, void *data, struct error *err);
	void *data;
};

static bool source_take_row(const struct workbook_row *row, void *data, struct error *err)
{
	const struct source_record *const to = data;
	const struct csv_record record = {row->count, row->cells, row->row};

	if (to->merged)
		*to->merged = row->merged;
	return to->record(&record, to->data, err);
}

bool sheet_source_read(struct sheet_source *source, const unsigned char **merged,
	bool (*record)(const struct csv_record *record, void *data, struct error *err), void *data,
	struct error *err)
{
	struct source_record to = {merged, record, data};

	if (merged)
		*merged = NULL;
	return source->book ? workbook_read(source->book, source->sheet, source_take_row, &to, err) :
			      csv_read(source->stream, source->encoding, &source->encoding, record,
				      data, err);
}

void sheet_source_close(struct sheet_source *source)
{
	workbook_close(source->book);
	if (source->copy)
		fclose(source->copy);
}
