/* render_csv - a table as CSV. */
#include "config.h"

#include "base/i18n.h"
#include "exchange/csv_writer.h"
#include "exchange/renderers.h"
#include "model/table_scope.h"

/* What the table covers, a column each: by their headings (head), or as they stand on every row. The
 * figures among them are written as in any other cell. */
static void csv_put_scope(const struct table *table, bool localized, bool head,
	struct csv_writer *writer)
{
	for (int scope = 0; scope < SCOPE_COUNT && !table->bare; scope++) {
		const struct table_scope_info *const info = &table_scopes[scope];
		const bool is_figure = scope == SCOPE_PERSON_YEAR || scope == SCOPE_HOURLY_RATE;
		struct strbuf text = {0};
		const bool said = table_scope_text(table, (enum table_scope)scope,
			localized && !is_figure ? TABLE_PEOPLE : TABLE_MACHINE, &text);

		if (head) {
			strbuf_clear(&text);
			/* the heading of a column that says what a table covers */
			strbuf_addf(&text, localized ? _("Scope: %s") : "scope_%s",
				localized ? _(info->label) : info->id);
		}
		if (said)
			csv_writer_text(writer, strbuf_text(&text));
		strbuf_free(&text);
	}
}

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
	csv_put_scope(table, options->localized, true, writer);
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

		csv_put_scope(table, options->localized, false, writer);
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
