#include "config.h"

#include "cli/import_show.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "exchange/csv_writer.h"
#include "exchange/sheet_source.h"

struct shown {
	struct csv_writer *writer;
	int64_t line;
};

static bool import_show_record(const struct csv_record *record, void *data, struct error *err)
{
	struct shown *const shown = data;

	(void)err;
	for (; shown->line < record->line; shown->line++)
		csv_writer_end_record(shown->writer);
	for (size_t c = 0; c < record->count; c++) {
		/* As it is read: what is a number needs no guard against being a formula. */
		if (record->cells[c][strspn(record->cells[c], "-0123456789.:%")] == '\0')
			csv_writer_number(shown->writer, record->cells[c]);
		else
			csv_writer_text(shown->writer, record->cells[c]);
	}
	csv_writer_end_record(shown->writer);
	shown->line++;
	return true;
}

bool import_show(const char *path, enum encoding encoding, const char *sheet, struct error *err)
{
	struct sheet_source source = {0};
	struct shown shown = {.line = 1};
	FILE *const stream = file_open_read(path, err);

	if (!stream)
		return false;
	bool good = sheet_source_open(&source, stream, encoding, sheet, err);
	if (good) {
		for (size_t s = 0; source.book && s < workbook_sheet_count(source.book); s++)
			fprintf(stderr, workbook_sheet_hidden(source.book, s) ?
				_("%s %s (hidden)\n") :
				"%s %s\n", s == source.sheet ? "*" : " ",
				workbook_sheet_name(source.book, s));

		shown.writer = csv_writer_new(stdout, ENCODING_UTF8);
		good = sheet_source_read(&source, NULL, import_show_record, &shown, err);
		good = csv_writer_finish(shown.writer, good ? err : NULL) && good;
	}
	sheet_source_close(&source);
	if (stream != stdin)
		fclose(stream);
	return good;
}
