/* render_csv - a table as CSV. */
#include "config.h"

#include "base/i18n.h"
#include "exchange/csv_writer.h"
#include "exchange/renderers.h"

bool render_csv(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err)
{
	const bool with_note = table->has_figures || table->notes.count > 0;
	struct csv_writer *writer = csv_writer_new(stream, options->encoding);
	struct strbuf text = {0}, note = {0};

	/* Caption and notes in one cell. */
	if (options->localized)
		table_caption(table, &note);
	else
		table_caption_machine(table, &note);
	for (size_t i = 0; i < table->notes.count; i++) {
		if (note.length > 0)
			strbuf_add_text(&note, options->localized ? " / " : " ");
		strbuf_add_text(&note, options->localized ? table->notes.items[i].text
							  : table->notes.items[i].machine);
	}

	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];
		if (column->files)
			csv_writer_text(writer, options->localized ? column->label : column->id);
	}
	if (with_note)
		csv_writer_text(writer, options->localized ? _("Notes") : "note");
	csv_writer_end_record(writer);

	for (size_t r = 0; r < table->rows.count; r++) {
		for (size_t c = 0; c < table->columns.count; c++) {
			if (!table->columns.items[c].files)
				continue;
			strbuf_clear(&text);
			table_cell_text(table, r, c, TABLE_MACHINE, &text);
			if (table->rows.items[r].cells[c].kind == CELL_NUMBER)
				csv_writer_number(writer, strbuf_text(&text));
			else
				csv_writer_text(writer, strbuf_text(&text));
		}

		/* where the total stands */
		if (with_note)
			csv_writer_text(writer,
				r + 1 == table->rows.count ? strbuf_text(&note) : "");
		csv_writer_end_record(writer);
	}
	strbuf_free(&text);
	strbuf_free(&note);
	return csv_writer_finish(writer, err);
}
