/* Any bytes read as CSV; what can be read is written and must read the same again. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/csv_reader.h"
#include "exchange/csv_writer.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The cells of all records, each ended by a byte that no text holds. */
struct copy {
	struct csv_writer *writer; /* NULL the second time */
	struct strbuf cells;
};

static bool copy_record(const struct csv_record *record, void *data, struct error *err)
{
	struct copy *copy = data;

	(void)err;
	for (size_t i = 0; i < record->count; i++) {
		const char *cell = record->cells[i];
		if (copy->writer)
			csv_writer_text(copy->writer, cell);
		else
			cell = csv_unguard(cell);
		strbuf_add_text(&copy->cells, cell);
		strbuf_add_char(&copy->cells, '\xFF');
	}
	strbuf_add_char(&copy->cells, '\xFE');
	if (copy->writer)
		csv_writer_end_record(copy->writer);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	FILE *in = fmemopen((void *)data, size, "rb");
	FILE *out = tmpfile();
	struct copy first = {.writer = csv_writer_new(out, ENCODING_UTF8_BOM)};
	struct copy second = {0};
	struct error err = {0};

	const bool good = csv_read(in, ENCODING_AUTO, NULL, copy_record, &first, &err);
	if (!csv_writer_finish(first.writer, NULL) || good == (err.code != ERROR_NONE))
		abort();
	rewind(out);
	if (good && (!csv_read(out, ENCODING_AUTO, NULL, copy_record, &second, &err) ||
			    strcmp(strbuf_text(&first.cells), strbuf_text(&second.cells)) != 0))
		abort();
	fclose(in);
	fclose(out);
	strbuf_free(&first.cells);
	strbuf_free(&second.cells);
	return 0;
}
