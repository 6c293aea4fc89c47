#include "config.h"

#include "exchange/csv_writer.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/csv_reader.h"

enum { FLUSH_SIZE = 1 << 18 };

struct csv_writer {
	FILE *stream;
	enum encoding encoding;
	struct encoder *encoder; /* NULL for UTF-8 */
	struct strbuf out;
	int64_t record;  /* in hand, from 1 */
	size_t cells;    /* begun in that record */
	size_t start;    /* where the record starts in out */
	bool failed;
	struct error failure;
};

struct csv_writer *csv_writer_new(FILE *stream, enum encoding encoding)
{
	assert(stream);

	struct csv_writer *writer = xcalloc(1, sizeof *writer);

	writer->stream = stream;
	writer->encoding = encoding;
	writer->record = 1;
	if (encoding == ENCODING_CP932)
		writer->encoder = encoder_new(encoding);
	if (encoding == ENCODING_UTF8_BOM || encoding == ENCODING_AUTO)
		strbuf_add_text(&writer->out, "\xEF\xBB\xBF");
	writer->start = writer->out.length;
	return writer;
}

static void csv_writer_add(struct csv_writer *writer, const char *text, size_t length)
{
	char bad_character[8];
	uint32_t code;

	if (!writer->encoder) {
		strbuf_add(&writer->out, text, length);
		return;
	}
	if (encoder_add(writer->encoder, text, length, &writer->out, bad_character))
		return;
	writer->failed = true;
	if (bad_character[0] == '\0') {
		error_set(&writer->failure, ERROR_FILE,
			_("This system cannot write CP932 (Shift_JIS). Choose --encoding utf-8-bom."));
		return;
	}
	text_decode(bad_character, strlen(bad_character), &code);
	error_set(&writer->failure, ERROR_DATA,
		_("Record %lld, column %zu: CP932 (Shift_JIS) has no character \"%s\" (U+%04X). "
		  "Change it, or write UTF-8 (--encoding utf-8-bom)."),
		(long long)writer->record, writer->cells, bad_character, (unsigned)code);
}

static void begin_cell(struct csv_writer *writer)
{
	if (writer->cells++ > 0)
		strbuf_add_char(&writer->out, ',');
}

static bool csv_writer_is_blank(char byte)
{
	return byte == ' ' || byte == '\t';
}

void csv_writer_text(struct csv_writer *writer, const char *text)
{
	if (writer->failed)
		return;
	begin_cell(writer);
	if (!text || text[0] == '\0')
		return;
	const bool guard = csv_is_formula(text + strspn(text, "'"));
	const size_t plain = strcspn(text, ",\"\r\n");
	const bool quoted = text[plain] != '\0' || csv_writer_is_blank(text[0]) ||
		csv_writer_is_blank(text[plain - 1]);
	if (quoted)
		strbuf_add_char(&writer->out, '"');
	if (guard)
		strbuf_add_char(&writer->out, '\'');
	if (!quoted) {
		csv_writer_add(writer, text, plain);
		return;
	}
	for (const char *quote; (quote = strchr(text, '"')) && !writer->failed; text = quote + 1) {
		csv_writer_add(writer, text, (size_t)(quote - text));
		strbuf_add(&writer->out, "\"\"", 2);
	}
	csv_writer_add(writer, text, strlen(text));
	strbuf_add_char(&writer->out, '"');
}

void csv_writer_number(struct csv_writer *writer, const char *digits)
{
	if (writer->failed)
		return;
	begin_cell(writer);
	strbuf_add_text(&writer->out, digits);
}

static void flush(struct csv_writer *writer)
{
	const size_t length = writer->out.length;

	if (writer->failed || length == 0)
		return;
	if (fwrite(writer->out.text, 1, length, writer->stream) != length) {
		writer->failed = true;
		error_set(&writer->failure, ERROR_FILE, _("The file cannot be written: %s"),
			strerror(errno));
	}
	strbuf_clear(&writer->out);
}

void csv_writer_end_record(struct csv_writer *writer)
{
	if (writer->failed)
		return;
	/* A lone empty cell would be a blank line, which is no record. */
	if (writer->cells == 1 && writer->out.length == writer->start)
		strbuf_add(&writer->out, "\"\"", 2);
	strbuf_add(&writer->out, "\r\n", 2);
	if (writer->out.length >= FLUSH_SIZE)
		flush(writer);
	writer->start = writer->out.length;
	writer->record++;
	writer->cells = 0;
}

bool csv_writer_finish(struct csv_writer *writer, struct error *err)
{
	flush(writer);
	if (!writer->failed && fflush(writer->stream) != 0) {
		writer->failed = true;
		error_set(&writer->failure, ERROR_FILE, _("The file cannot be written: %s"),
			strerror(errno));
	}
	const bool ok = !writer->failed;
	if (!ok && err)
		*err = writer->failure;
	encoder_free(writer->encoder);
	strbuf_free(&writer->out);
	free(writer);
	return ok;
}
