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
#include "base/vec.h"
#include "exchange/csv_reader.h"

enum { FLUSH_SIZE = 1 << 18, PLACES_NAMED = 3, CELL_SHOWN = 20 /* columns */ };

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
	/* only where there is an encoder: */
	VEC(char *) headings;  /* the first record */
	struct strbuf places;  /* of the first cells that it cannot hold, in words */
	int64_t unencodable;   /* such cells; from the first one on nothing is written, but all are looked at */
	size_t last_cell;      /* the last of them in the record in hand */
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

/* Notes that the cell in hand, of that text, has a character that cannot be written. */
static void csv_writer_note(struct csv_writer *writer, const char *cell, const char *character)
{
	uint32_t code;

	if (writer->last_cell == writer->cells)
		return;
	writer->last_cell = writer->cells;
	if (++writer->unencodable > PLACES_NAMED)
		return;
	text_decode(character, strlen(character), &code);
	if (writer->places.length)
		strbuf_add_text(&writer->places, _(", "));
	strbuf_addf(&writer->places, _("record %lld, "), (long long)writer->record);
	if (writer->record > 1 && writer->cells <= writer->headings.count)
		strbuf_add_text(&writer->places, writer->headings.items[writer->cells - 1]);
	else
		strbuf_addf(&writer->places, _("column %zu"), writer->cells);
	strbuf_add_text(&writer->places, _(" “"));
	text_clip(&writer->places, cell, CELL_SHOWN);
	strbuf_addf(&writer->places, _("” (%s, U+%04X)"), character, (unsigned)code);
}

/* A piece of a cell. */
static void csv_writer_add(struct csv_writer *writer, const char *cell, const char *text, size_t length)
{
	char bad_character[8];

	if (!writer->encoder) {
		strbuf_add(&writer->out, text, length);
		return;
	}
	if (encoder_add(writer->encoder, text, length, &writer->out, bad_character))
		return;
	if (bad_character[0]) {
		csv_writer_note(writer, cell, bad_character);
		return;
	}
	writer->failed = true;
	error_set(&writer->failure, ERROR_FILE,
		_("This system cannot write CP932 (Shift_JIS). Choose --encoding utf-8-bom."));
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
	if (writer->encoder && writer->record == 1)
		*vec_add(&writer->headings) = xstrdup(text ? text : "");
	if (!text || text[0] == '\0')
		return;
	const char *const cell = text;
	const bool guard = csv_is_formula(text + strspn(text, "'"));
	const size_t plain = strcspn(text, ",\"\r\n");
	const bool quoted = text[plain] != '\0' || csv_writer_is_blank(text[0]) ||
		csv_writer_is_blank(text[plain - 1]);
	if (quoted)
		strbuf_add_char(&writer->out, '"');
	if (guard)
		strbuf_add_char(&writer->out, '\'');
	if (!quoted) {
		csv_writer_add(writer, cell, text, plain);
		return;
	}
	for (const char *quote; (quote = strchr(text, '"')) && !writer->failed; text = quote + 1) {
		csv_writer_add(writer, cell, text, (size_t)(quote - text));
		strbuf_add(&writer->out, "\"\"", 2);
	}
	csv_writer_add(writer, cell, text, strlen(text));
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
	if (!writer->unencodable && fwrite(writer->out.text, 1, length, writer->stream) != length) {
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
	writer->cells = writer->last_cell = 0;
}

bool csv_writer_finish(struct csv_writer *writer, struct error *err)
{
	flush(writer);
	if (!writer->failed && fflush(writer->stream) != 0) {
		writer->failed = true;
		error_set(&writer->failure, ERROR_FILE, _("The file cannot be written: %s"),
			strerror(errno));
	}
	if (!writer->failed && writer->unencodable) {
		writer->failed = true;
		error_set(&writer->failure, ERROR_DATA,
			ngettext("CP932 (Shift_JIS) has not every character of %lld cell: %s. Change it, or write UTF-8 "
				 "(--encoding utf-8-bom).",
				"CP932 (Shift_JIS) has not every character of %lld cells, the first being: %s. Change "
				"them, or write UTF-8 (--encoding utf-8-bom).",
				(unsigned long)writer->unencodable),
			(long long)writer->unencodable, strbuf_text(&writer->places));
	}
	const bool ok = !writer->failed;
	if (!ok && err)
		*err = writer->failure;
	encoder_free(writer->encoder);
	for (size_t i = 0; i < writer->headings.count; i++)
		free(writer->headings.items[i]);
	vec_free(&writer->headings);
	strbuf_free(&writer->places);
	strbuf_free(&writer->out);
	free(writer);
	return ok;
}
