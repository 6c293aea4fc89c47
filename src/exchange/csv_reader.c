#include "config.h"

#include "exchange/csv_reader.h"

#include <assert.h>
#include <csv.h>
#include <stddef.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/vec.h"

enum { BLOCK_SIZE = 65536, SEPARATOR_SAMPLE = 16384 /* bytes that tell the separator */ };

struct reader {
	struct csv_parser parser;
	struct decoder *decoder;
	bool (*record)(const struct csv_record *record, void *data, struct error *err);
	void *data;
	struct error *err;
	struct strbuf text;          /* the cells of the record in hand, each terminated */
	VEC(size_t) offsets;         /* where each of them starts in text */
	VEC(const char *) cells;
	char separator;              /* 0 = not known yet */
	int64_t line;                /* line that the parser is on, but for breaks in the open cell */
	int64_t record_line;         /* line that the record in hand started on */
	bool after_cr;               /* the last record ended with CR: a LF belongs to it */
	bool partial;                /* libcsv holds the start of a record */
	bool in_quotes;              /* that start ends inside quotation marks */
	bool formula_quotes, formula_inside; /* what unwrap_formulas() was in at the end of a block */
	bool stopped;                /* by record() or by a limit; err is filled */
};

/* libcsv strips blanks unless told that nothing is one: text comes through as typed. */
static int no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

static int64_t count_breaks(const char *text, size_t length)
{
	int64_t breaks = 0;
	const char *const end = text + length;

	for (const char *next; (next = memchr(text, '\n', (size_t)(end - text))); text = next + 1) {
		for (const char *cr = text; (cr = memchr(cr, '\r', (size_t)(next - cr))); cr++)
			breaks += cr + 1 < next;
		breaks++;
	}
	for (; (text = memchr(text, '\r', (size_t)(end - text))); text++)
		breaks++;
	return breaks;
}

static bool fail_too_long(struct reader *reader, size_t cell)
{
	reader->stopped = true;
	return error_set(reader->err, ERROR_DATA,
		_("Line %lld: cell %zu is too long. Perhaps a quotation mark was opened there "
		  "and never closed."),
		(long long)reader->line, cell);
}

/* open_cell: bytes of the cell that follows those taken. */
static bool too_big(struct reader *reader, size_t open_cell)
{
	const size_t cells = reader->offsets.count;

	if (open_cell <= CSV_CELL_MAX && reader->text.length <= CSV_RECORD_MAX &&
		cells <= CSV_CELLS_MAX)
		return false;
	if (!reader->stopped)
		fail_too_long(reader, open_cell > CSV_CELL_MAX ? cells + 1 : cells);
	return true;
}

static void take_cell(void *bytes, size_t length, void *data)
{
	struct reader *reader = data;

	if (reader->stopped || too_big(reader, length))
		return;
	*vec_add(&reader->offsets) = reader->text.length;
	if (length > 0)
		strbuf_add(&reader->text, bytes, length);
	strbuf_add_char(&reader->text, '\0');
	reader->line += count_breaks(bytes ? bytes : "", length);
	reader->after_cr = false;
}

/* end is the byte that ended the record, -1 at the end of the file. */
static void csv_reader_take_record(int end, void *data)
{
	struct reader *reader = data;
	const size_t count = reader->offsets.count;

	if (reader->stopped)
		return;
	if (end == CSV_LF && reader->after_cr) {
		reader->after_cr = false;
		return;
	}
	reader->cells.count = 0;
	for (size_t i = 0; i < count; i++)
		*vec_add(&reader->cells) = reader->text.text + reader->offsets.items[i];
	const struct csv_record record = {
		.count = count, .cells = reader->cells.items, .line = reader->record_line};
	reader->stopped = !reader->record(&record, reader->data, reader->err);
	reader->offsets.count = 0;
	strbuf_clear(&reader->text);
	reader->line++;
	reader->record_line = reader->line;
	reader->after_cr = end == CSV_CR;
}

static void describe_failure(struct reader *reader, bool at_end)
{
	const struct csv_parser *parser = &reader->parser;
	const size_t cell = reader->offsets.count + 1;

	if (at_end) {
		error_set(reader->err, ERROR_DATA,
			_("Line %lld: the quotation mark opened in cell %zu is never closed."),
			(long long)reader->line, cell);
		return;
	}
	const int64_t breaks = count_breaks((const char *)parser->entry_buf, parser->entry_pos);
	error_set(reader->err, ERROR_DATA,
		_("Line %lld: a quotation mark stands loose in cell %zu. Inside a cell it is written "
		  "twice, and the cell stands in quotation marks."),
		(long long)(reader->line + breaks), cell);
}

/* ---- records without quotation marks -------------------------------------------------------- */

/* Hands over the line, which is a record without quotation marks: separators become terminators where
 * they stand. line[length] may be overwritten. */
static bool split_line(struct reader *reader, char *line, size_t length)
{
	char *const end = line + length;

	reader->cells.count = 0;
	*end = '\0';
	for (char *cell = length > 0 ? line : NULL; cell;) {
		*vec_add(&reader->cells) = cell;
		char *stop = memchr(cell, reader->separator, (size_t)(end - cell));
		if (stop)
			*stop = '\0';
		cell = stop ? stop + 1 : NULL;
	}
	if (reader->cells.count > CSV_CELLS_MAX)
		return fail_too_long(reader, CSV_CELLS_MAX);
	const struct csv_record record = {.count = reader->cells.count,
		.cells = reader->cells.items, .line = reader->record_line};
	reader->stopped = !reader->record(&record, reader->data, reader->err);
	reader->line++;
	reader->record_line = reader->line;
	return !reader->stopped;
}

/* The length of the line at text without its end when it is whole and a record that needs no
 * parser; *next gets where the next one starts. Else -1. */
static ptrdiff_t plain_line(const char *text, size_t length, size_t *next)
{
	const char *feed = memchr(text, '\n', length);

	if (!feed)
		return -1;
	const size_t line = (size_t)(feed - text);
	*next = line + 1;
	if (memchr(text, '"', line))
		return -1;
	const char *cr = memchr(text, '\r', line);
	if (!cr)
		return (ptrdiff_t)line;
	return cr + 1 == feed ? (ptrdiff_t)line - 1 : -1;
}

/* How far the record goes whose rest starts at text: up to a line feed outside quotation marks.
 * reader->partial says whether it goes on in the next block. */
static size_t rest_of_record(struct reader *reader, const char *text, size_t length)
{
	const char *at = text;
	const char *const end = text + length;

	reader->partial = false;
	while (at < end) {
		const char *feed = reader->in_quotes ? NULL : memchr(at, '\n', (size_t)(end - at));
		const char *quote = memchr(at, '"', (size_t)((feed ? feed : end) - at));
		if (!quote && feed)
			return (size_t)(feed + 1 - text);
		if (!quote)
			break;
		reader->in_quotes = !reader->in_quotes;
		at = quote + 1;
	}
	reader->partial = true;
	return length;
}

/* Most records have no quotation marks: they are split here, at the speed of memchr(). libcsv gets
 * the others, whole or in pieces. */
static bool parse(struct reader *reader, struct strbuf *decoded)
{
	size_t next;

	for (size_t at = 0; at < decoded->length; at += next) {
		char *text = decoded->text + at;
		const size_t left = decoded->length - at;
		const ptrdiff_t line = reader->partial ? -1 : plain_line(text, left, &next);
		if (line >= 0) {
			if (!split_line(reader, text, (size_t)line))
				return false;
			continue;
		}
		next = rest_of_record(reader, text, left);

		const size_t done = csv_parse(&reader->parser, text, next, take_cell,
			csv_reader_take_record, reader);

		if (reader->stopped)
			return false;
		if (done < next) {
			describe_failure(reader, false);
			return false;
		}
		if (too_big(reader, reader->parser.entry_pos))
			return false;
	}
	return true;
}

/* ---- codes as formulas ------------------------------------------------------------------------ */

/* ="010101" is how people keep the zeros of a code in a spreadsheet: it means the text in quotation marks. The
 * sign before them goes; inside other quotation marks nothing is touched. */
static void unwrap_formulas(struct reader *reader, struct strbuf *text)
{
	bool starts = !reader->formula_inside;
	size_t to = 0;

	if (!text->length || (!reader->formula_quotes && !memmem(text->text, text->length, "=\"", 2))) {
		/* all there is to know of the rest of the block is whether it ends in a quotation */
		for (size_t at = 0; at < text->length; at++) {
			const char *quote = memchr(text->text + at, '"', text->length - at);

			if (!quote)
				break;
			reader->formula_quotes = !reader->formula_quotes;
			at = (size_t)(quote - text->text);
		}
	} else {
		for (size_t from = 0; from < text->length; from++) {
			const char c = text->text[from];

			if (starts && !reader->formula_quotes && c == '=' &&
				text->text[from + 1] == '"')
				continue;
			reader->formula_quotes ^= c == '"';
			starts = !reader->formula_quotes &&
				(c == reader->separator || c == '\n' || c == '\r');
			text->text[to++] = c;
		}
		strbuf_truncate(text, to);
	}
	if (text->length)
		reader->formula_inside = !strchr("\r\n", text->text[text->length - 1]) &&
			text->text[text->length - 1] != reader->separator;
}

/* ---- what separates the cells ---------------------------------------------------------------- */

/* How often a line, which ends at *end, has the character outside quotation marks. */
static size_t count_separators(const char *line, const char *limit, char separator, const char **end)
{
	bool in_quotes = false;
	size_t count = 0;

	for (*end = line; *end < limit && (in_quotes || (**end != '\n' && **end != '\r')); ++*end) {
		in_quotes ^= **end == '"';
		count += !in_quotes && **end == separator;
	}
	return count;
}

/* The character that most lines have equally often: cells of a table stand below one another, while a list in
 * one cell (a;b;c) is as long as it is. Of two the one that makes more cells. */
static char guess_separator(const struct strbuf *text)
{
	static const char candidates[] = {',', '\t', ';'};
	const char *const limit = text->text + text->length;
	size_t most_lines = 0, most_cells = 0;
	char guess = ',';

	for (size_t c = 0; c < sizeof candidates; c++) {
		size_t lines[256] = {0};
		const char *end;

		for (const char *line = text->text; line < limit; line = end + 1) {
			const size_t count = count_separators(line, limit, candidates[c], &end);

			lines[count < 256 ? count : 255]++;
		}
		for (size_t cells = 1; cells < 256; cells++) {
			if (lines[cells] < most_lines ||
				(lines[cells] == most_lines && cells <= most_cells) || !lines[cells])
				continue;
			most_lines = lines[cells];
			most_cells = cells;
			guess = candidates[c];
		}
	}
	return guess;
}

/* Excel takes a first line "sep=;" for what it is, and so do we; it is no record. */
static void settle_separator(struct reader *reader, struct strbuf *text)
{
	static const char mark[] = "sep=";
	const size_t length = sizeof mark - 1;

	reader->separator = guess_separator(text);
	if (text->length > length + 1 && strncmp(text->text, mark, length) == 0 &&
		strspn(text->text + length + 1, "\r\n") > 0) {
		const size_t line = length + 1 + (text->text[length + 1] == '\r' &&
			text->text[length + 2] == '\n' ? 2 : 1);

		reader->separator = text->text[length];
		memmove(text->text, text->text + line, text->length - line);
		strbuf_truncate(text, text->length - line);
		reader->line = reader->record_line = 2;
	}
	csv_set_delim(&reader->parser, (unsigned char)reader->separator);
}

static bool read_blocks(struct reader *reader, FILE *stream, struct strbuf *decoded)
{
	char block[BLOCK_SIZE];
	bool any = false;

	for (size_t length = sizeof block; length == sizeof block;) {
		length = fread(block, 1, sizeof block, stream);
		if (ferror(stream))
			return error_set(reader->err, ERROR_FILE, _("The file cannot be read."));
		if (!decoder_feed(reader->decoder, block, length, length < sizeof block, decoded,
			    reader->err))
			return false;
		any |= decoded->length > 0;
		if (!reader->separator && decoded->length < SEPARATOR_SAMPLE &&
			length == sizeof block)
			continue;
		if (!reader->separator && decoded->length)
			settle_separator(reader, decoded);
		unwrap_formulas(reader, decoded);
		if (!parse(reader, decoded))
			return false;
		strbuf_clear(decoded);
	}
	if (!any)
		return error_set(reader->err, ERROR_DATA, _("The file is empty."));
	if (csv_fini(&reader->parser, take_cell, csv_reader_take_record, reader) != 0 &&
		!reader->stopped) {
		describe_failure(reader, true);
		return false;
	}
	return !reader->stopped;
}

bool csv_read(FILE *stream, enum encoding encoding, enum encoding *found,
	bool (*record)(const struct csv_record *record, void *data, struct error *err), void *data,
	struct error *err)
{
	assert(stream && record);

	struct reader reader = {
		.decoder = decoder_new(encoding),
		.record = record, .data = data, .err = err, .line = 1, .record_line = 1};
	struct strbuf decoded = {0};

	csv_init(&reader.parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_realloc_func(&reader.parser, xrealloc);
	csv_set_blk_size(&reader.parser, BLOCK_SIZE);
	csv_set_space_func(&reader.parser, no_space);
	const bool ok = read_blocks(&reader, stream, &decoded);
	if (found)
		*found = decoder_found(reader.decoder);
	csv_free(&reader.parser);
	decoder_free(reader.decoder);
	strbuf_free(&decoded);
	strbuf_free(&reader.text);
	vec_free(&reader.offsets);
	vec_free(&reader.cells);
	return ok;
}
