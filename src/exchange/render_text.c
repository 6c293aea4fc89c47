/* render_text - a table as aligned text. */
#include "config.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/renderers.h"
#include "model/table_scope.h"

enum { GAP = 2, NARROWEST = 12 /* text columns are not cut below this */ };

static const char red[] = "\033[31m";
static const char plain[] = "\033[0m";

struct text_column {
	size_t index; /* in the table */
	int width;
	enum text_align align;
};

struct text_layout {
	const struct table *table;
	const struct render_options *options;
	VEC(struct text_column) columns;
	int width; /* of the whole line */
	struct strbuf cell;
	struct strbuf line;
};

/* Columns that a text takes once newlines and controls are dealt with. */
static int measure(struct text_layout *layout, const char *text)
{
	strbuf_clear(&layout->line);
	return text_clip(&layout->line, text, INT_MAX);
}

static const char *cell_text(struct text_layout *layout, size_t row, size_t column)
{
	strbuf_clear(&layout->cell);
	table_cell_text(layout->table, row, column, TABLE_PEOPLE, &layout->cell);
	return strbuf_text(&layout->cell);
}

static void render_text_measure_columns(struct text_layout *layout)
{
	const struct table *table = layout->table;

	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];
		if (!column->people)
			continue;
		int width = measure(layout, column->label);
		for (size_t r = 0; r < table->rows.count; r++) {
			const int needed = measure(layout, cell_text(layout, r, c));
			width = needed > width ? needed : width;
		}
		*vec_add(&layout->columns) = (struct text_column){.index = c, .width = width,
			.align = column_type_is_text(column->type) ? TEXT_LEFT : TEXT_RIGHT};
	}
	for (size_t i = 0; i < layout->columns.count; i++)
		layout->width += layout->columns.items[i].width + (i > 0 ? GAP : 0);
}

/* Takes columns off the widest texts until the line fits, or nothing more can be cut. */
static void squeeze(struct text_layout *layout)
{
	while (layout->options->columns > 0 && layout->width > layout->options->columns) {
		struct text_column *widest = NULL;
		for (size_t i = 0; i < layout->columns.count; i++) {
			struct text_column *column = &layout->columns.items[i];
			if (column->align == TEXT_LEFT && column->width > NARROWEST &&
				(!widest || column->width > widest->width))
				widest = column;
		}
		if (!widest)
			return;
		widest->width--;
		layout->width--;
	}
}

static void render_text_put_line(struct text_layout *layout, FILE *stream)
{
	size_t length = layout->line.length;

	while (length > 0 && layout->line.text[length - 1] == ' ')
		length--;
	fwrite(strbuf_text(&layout->line), 1, length, stream);
	fputc('\n', stream);
}

static void put_rule(const struct text_layout *layout, FILE *stream)
{
	for (int i = 0; i < layout->width; i++)
		fputs(text_ambiguous_width() == 1 ? "─" : "-", stream);
	fputc('\n', stream);
}

static void put_row(struct text_layout *layout, size_t row, FILE *stream)
{
	strbuf_clear(&layout->line);
	for (size_t i = 0; i < layout->columns.count; i++) {
		const struct text_column *column = &layout->columns.items[i];
		const struct table_cell *cell = &layout->table->rows.items[row].cells[column->index];
		const bool marked =
			layout->options->color && cell->kind == CELL_NUMBER && cell->number < 0;
		if (i > 0)
			strbuf_add_repeated(&layout->line, ' ', GAP);
		if (marked)
			strbuf_add_text(&layout->line, red);
		text_pad(&layout->line, cell_text(layout, row, column->index), column->width,
			column->align);
		if (marked)
			strbuf_add_text(&layout->line, plain);
	}
	render_text_put_line(layout, stream);
}

static void put_text(struct text_layout *layout, const char *text, FILE *stream)
{
	if (text[0] == '\0')
		return;
	strbuf_clear(&layout->line);
	text_clip(&layout->line, text, INT_MAX);
	render_text_put_line(layout, stream);
}

static void put_note_line(const char *start, size_t length, void *data)
{
	FILE *stream = data;

	fwrite(start, 1, length, stream);
	fputc('\n', stream);
}

bool render_text(const struct table *table, const struct render_options *options, FILE *stream,
	struct error *err)
{
	struct text_layout layout = {.table = table, .options = options};

	render_text_measure_columns(&layout);
	squeeze(&layout);

	struct strbuf above = {0};

	static void (*const lines[])(const struct table *table, struct strbuf *out) = {
		table_heading, table_caption, table_scope_rest};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		strbuf_clear(&above);
		lines[i](table, &above);
		put_text(&layout, strbuf_text(&above), stream);
	}
	strbuf_free(&above);

	strbuf_clear(&layout.line);
	for (size_t i = 0; i < layout.columns.count; i++) {
		const struct text_column *column = &layout.columns.items[i];
		if (i > 0)
			strbuf_add_repeated(&layout.line, ' ', GAP);
		text_pad(&layout.line, layout.table->columns.items[column->index].label,
			column->width, column->align);
	}
	render_text_put_line(&layout, stream);

	put_rule(&layout, stream);
	for (size_t r = 0; r < table->rows.count; r++) {
		if (r > 0 && table->rows.items[r].kind == ROW_TOTAL)
			put_rule(&layout, stream);
		put_row(&layout, r, stream);
	}

	const int columns = layout.options->columns > 0 ? layout.options->columns : INT_MAX;

	for (size_t i = 0; i < layout.table->notes.count; i++) {
		char *note = xasprintf(_("Note: %s"), layout.table->notes.items[i].text);
		text_wrap(note, columns, put_note_line, stream);
		free(note);
	}

	vec_free(&layout.columns);
	strbuf_free(&layout.cell);
	strbuf_free(&layout.line);
	return render_flush(stream, err);
}
