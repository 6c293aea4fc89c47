#include "config.h"

#include "exchange/workbook_rows.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

static int rows_compare_merges(const void *a, const void *b)
{
	const struct workbook_merge *const left = a, *const right = b;

	return (left->first_row < right->first_row) - (left->first_row > right->first_row);
}

void workbook_rows_merge(struct workbook_rows *rows, const struct workbook_merge *merge)
{
	if (merge->last_row == merge->first_row && merge->last_column == merge->first_column)
		return;
	*vec_add(&rows->waiting) = *merge;
	rows->unsorted = true;
}

static bool rows_too_large(struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("The sheet has more cells than can be meant; it is not read. Leave out what is not "
		  "needed and save it anew."));
}

bool workbook_rows_set(struct workbook_rows *rows, size_t column, const char *text, size_t length,
	struct error *err)
{
	if (column >= WORKBOOK_COLUMNS_MAX || length > WORKBOOK_CELL_MAX)
		return rows_too_large(err);
	if (length == 0)
		return true;
	while (rows->starts.count <= column)
		*vec_add(&rows->starts) = 0;
	rows->starts.items[column] = rows->text.length + 1;
	strbuf_add(&rows->text, text, length);
	strbuf_add_char(&rows->text, '\0');
	return true;
}

/* Which merged areas reach a row: those that begin there come in, those that ended go. */
static void rows_open_merges(struct workbook_rows *rows, int64_t row)
{
	size_t kept = 0;

	if (rows->unsorted)
		qsort(rows->waiting.items, rows->waiting.count, sizeof *rows->waiting.items,
			rows_compare_merges);
	rows->unsorted = false;
	while (rows->waiting.count > 0 &&
		rows->waiting.items[rows->waiting.count - 1].first_row <= row)
		*vec_add(&rows->open) = rows->waiting.items[--rows->waiting.count];
	for (size_t i = 0; i < rows->open.count; i++)
		if (rows->open.items[i].last_row >= row)
			rows->open.items[kept++] = rows->open.items[i];
	rows->open.count = kept;
}

static void rows_mark_merged(struct workbook_rows *rows, int64_t row, size_t *count)
{
	rows->merged.count = 0;
	while (rows->merged.count < *count)
		*vec_add(&rows->merged) = MERGED_NOT;
	for (size_t i = 0; i < rows->open.count; i++) {
		const struct workbook_merge *const merge = &rows->open.items[i];
		/* a title across the whole sheet does not make the row that wide */
		const size_t last = merge->last_column < *count + 64 ? merge->last_column : *count;

		/* areas that lie over one another would take for ever */
		rows->cell_count += last > merge->first_column ? (int64_t)(last - merge->first_column) : 1;
		for (size_t c = merge->first_column; c <= last; c++) {
			while (rows->merged.count <= c)
				*vec_add(&rows->merged) = MERGED_NOT;
			if (row > merge->first_row)
				rows->merged.items[c] = MERGED_ABOVE;
			else if (c > merge->first_column)
				rows->merged.items[c] = MERGED_LEFT;
		}
	}
	*count = rows->merged.count;
}

bool workbook_rows_end(struct workbook_rows *rows, int64_t row, int64_t times, struct error *err)
{
	bool good = true;

	for (int64_t t = 0; good && t < times && rows->starts.count > 0; t++) {
		struct workbook_row out = {.row = row + t, .count = rows->starts.count};

		if (out.row > WORKBOOK_ROWS_MAX)
			return rows_too_large(err);
		rows_open_merges(rows, out.row);
		rows_mark_merged(rows, out.row, &out.count);
		rows->cell_count += (int64_t)out.count;
		if (rows->cell_count > WORKBOOK_CELLS_MAX)
			return rows_too_large(err);
		rows->cells.count = 0;
		for (size_t c = 0; c < out.count; c++)
			*vec_add(&rows->cells) = c < rows->starts.count && rows->starts.items[c] ?
				rows->text.text + rows->starts.items[c] - 1 : "";
		out.cells = rows->cells.items;
		out.merged = rows->merged.items;
		good = rows->row(&out, rows->data, err);
	}
	rows->starts.count = 0;
	strbuf_clear(&rows->text);
	return good;
}

void workbook_rows_free(struct workbook_rows *rows)
{
	strbuf_free(&rows->text);
	vec_free(&rows->starts);
	vec_free(&rows->cells);
	vec_free(&rows->merged);
	vec_free(&rows->waiting);
	vec_free(&rows->open);
}
