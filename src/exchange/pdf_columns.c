/* pdf_columns - the columns of a table on paper. */
#include "config.h"

#include "exchange/pdf_columns.h"

#include <assert.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"

/* Letters that everybody can read; where they are still too many, texts are broken at the smaller size. */
static const double columns_sizes[] = {10, 9, 8, 7};
static const double columns_size = 8, columns_unit = 10; /* what widths are measured at */
static const char *const columns_breaks[] = {"\r", "\n", "\u2029"}; /* what ends a line for pango */
enum { SIZES = sizeof columns_sizes / sizeof columns_sizes[0], TEXT_LEAST = 9, TEXT_MOST = 18 /* letters */ };

/* What a column takes with letters of columns_unit. */
struct columns_need {
	double cells, heading, word;
	bool lines; /* a text has line breaks of its own */
};

/* kint/one is no heading: its words are the longest of Latin letters, or a few characters. */
static struct columns_need columns_measure(struct pdf *pdf, const struct table *table, size_t column)
{
	const struct pdf_style style = {columns_unit, true, PDF_LEFT, 1};
	const char *const label = table->columns.items[column].label;
	struct columns_need need = {.word = columns_unit * 3};
	struct strbuf text = {0};
	double width;

	for (const char *at = label;; at++) {
		if ((unsigned char)*at < 0x80 && *at > ' ') {
			strbuf_add_char(&text, *at);
			continue;
		}
		pdf_measure(pdf, 0, strbuf_text(&text), &style, &width, NULL);
		need.word = width > need.word ? width : need.word;
		strbuf_clear(&text);
		if (!*at)
			break;
	}
	pdf_measure(pdf, 0, label, &style, &need.heading, NULL);
	for (size_t r = 0; r < table->rows.count; r++) {
		strbuf_clear(&text);
		table_cell_text(table, r, column, TABLE_PEOPLE, &text);
		pdf_measure(pdf, 0, strbuf_text(&text), &style, &width, NULL);
		need.cells = width > need.cells ? width : need.cells;
		for (size_t b = 0; b < sizeof columns_breaks / sizeof columns_breaks[0]; b++)
			need.lines = need.lines || strstr(strbuf_text(&text), columns_breaks[b]);
	}
	strbuf_free(&text);
	return need;
}

/* Headings of figures are broken into two lines where that gives room. Returns what all take. */
static double columns_set_widths(struct pdf_columns *columns, const struct columns_need *needs,
	double size, bool broken)
{
	double sum = 0;

	columns->size = size;
	for (size_t c = 0; c < columns->items.count; c++) {
		struct pdf_column *const column = &columns->items.items[c];
		double widest = needs[c].heading;

		if (!column->is_text && broken)
			widest = widest / 2 > needs[c].word ? widest / 2 : needs[c].word;
		widest = needs[c].cells > widest ? needs[c].cells : widest;
		column->width = widest * size / columns_unit + 1;
		sum += column->width + (c > 0 ? PDF_COLUMN_GAP : 0);
	}
	return sum;
}

/* Texts give way to each other as they have more than the least. False where that is not enough. */
static bool columns_break_texts(struct pdf_columns *columns, double sum, double room)
{
	const double least = TEXT_LEAST * columns->size;
	double more = 0;

	for (size_t c = 0; c < columns->items.count; c++) {
		const struct pdf_column *const column = &columns->items.items[c];

		more += column->is_text && column->width > least ? column->width - least : 0;
	}
	if (sum - more > room)
		return false;
	for (size_t c = 0; c < columns->items.count; c++) {
		struct pdf_column *const column = &columns->items.items[c];

		if (column->is_text && column->width > least)
			column->width -= (column->width - least) * (sum - room) / more;
	}
	return true;
}

/* The texts at the left name the rows: as many as leave half of the room, one at least. */
static void columns_spread(struct pdf_columns *columns, double room)
{
	const double most = TEXT_MOST * columns->size;
	double names = 0, used;

	for (size_t c = 0; c < columns->items.count; c++)
		if (columns->items.items[c].is_text && columns->items.items[c].width > most)
			columns->items.items[c].width = most;
	while (columns->labels < columns->items.count) {
		const struct pdf_column *const column = &columns->items.items[columns->labels];
		const double with = names + column->width + PDF_COLUMN_GAP;

		if (columns->labels > 0 && (!column->is_text || with > room / 2))
			break;
		names = with;
		columns->labels++;
	}
	columns->groups.items[0] = columns->labels;
	used = names;
	for (size_t c = columns->labels; c < columns->items.count; c++) {
		const double width = columns->items.items[c].width;

		if (c > columns->labels && used + width > room) {
			*vec_add(&columns->groups) = c;
			used = names;
		}
		used += width + PDF_COLUMN_GAP;
	}
}

void pdf_columns_fit(struct pdf *pdf, const struct table *table, double room,
	struct pdf_columns *columns)
{
	VEC(struct columns_need) needs = {0};
	double sum = 0;

	*columns = (struct pdf_columns){0};
	*vec_add(&columns->groups) = 0;
	for (size_t c = 0; c < table->columns.count; c++) {
		if (!table->columns.items[c].people)
			continue;
		*vec_add(&columns->items) = (struct pdf_column){.index = c,
			.is_text = column_type_is_text(table->columns.items[c].type)};
		*vec_add(&needs) = columns_measure(pdf, table, c);
	}
	for (size_t s = 0; s < SIZES * 2; s++) {
		sum = columns_set_widths(columns, needs.items, columns_sizes[s / 2], s % 2 > 0);
		if (sum <= room)
			break;
	}
	if (sum > room) {
		sum = columns_set_widths(columns, needs.items, columns_size, true);
		if (!columns_break_texts(columns, sum, room))
			columns_spread(columns, room);
	}
	for (size_t c = 0; c < columns->items.count; c++) {
		struct pdf_column *const column = &columns->items.items[c];

		column->breaks = column->is_text && (needs.items[c].lines ||
			column->width < needs.items[c].cells * columns->size / columns_unit);
	}
	vec_free(&needs);
}

void pdf_columns_free(struct pdf_columns *columns)
{
	vec_free(&columns->items);
	vec_free(&columns->groups);
}

size_t pdf_columns_end(const struct pdf_columns *columns, size_t group)
{
	assert(group < columns->groups.count);
	return group + 1 < columns->groups.count ? columns->groups.items[group + 1] :
		columns->items.count;
}
