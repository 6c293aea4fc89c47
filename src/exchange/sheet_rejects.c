#include "config.h"

#include "exchange/sheet_rejects.h"

#include "base/strbuf.h"

struct csv_writer *sheet_rejects_start(FILE *stream, bool several)
{
	struct csv_writer *writer = csv_writer_new(stream, ENCODING_UTF8_BOM);

	if (several)
		csv_writer_text(writer, "file");
	csv_writer_text(writer, "line");
	csv_writer_text(writer, "sheet");
	csv_writer_text(writer, "cell");
	csv_writer_text(writer, "column");
	csv_writer_text(writer, "value");
	csv_writer_text(writer, "reason");
	csv_writer_end_record(writer);
	return writer;
}

void sheet_rejects_put(struct csv_writer *writer, const struct sheet_report *report,
	const char *file)
{
	struct strbuf text = {0};

	for (size_t i = 0; i < report->rejects.count; i++) {
		const struct sheet_reject *reject = &report->rejects.items[i];

		strbuf_clear(&text);
		strbuf_add_int(&text, reject->line);
		if (file)
			csv_writer_text(writer, file);
		csv_writer_number(writer, strbuf_text(&text));
		csv_writer_text(writer, sheet_reject_sheet(report, reject));
		strbuf_clear(&text);
		sheet_reject_cell(report, reject, &text);
		csv_writer_text(writer, strbuf_text(&text));
		csv_writer_text(writer, reject->column);
		csv_writer_text(writer, reject->value);
		csv_writer_text(writer, reject->reason);
		csv_writer_end_record(writer);
	}
	strbuf_free(&text);
}
