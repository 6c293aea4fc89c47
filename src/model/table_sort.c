#include "config.h"

#include "model/table_sort.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

struct sorted {
	struct table_row row;
	size_t at;  /* where it was */
	char *key;  /* of a text; NULL = a number or nothing */
	const struct table *table;
	const struct table_cell *cell;
	bool descending;
};

static int compare_cells(const struct sorted *a, const struct sorted *b)
{
	if (a->key && b->key)
		return strcmp(a->key, b->key);
	if (a->cell->kind == CELL_NUMBER && b->cell->kind == CELL_NUMBER)
		return table_cell_compare(a->table, a->cell, b->cell);
	return (b->cell->kind == CELL_NUMBER) - (a->cell->kind == CELL_NUMBER);
}

static bool is_empty(const struct sorted *row)
{
	return row->key ? !*row->key : row->cell->kind != CELL_NUMBER;
}

static int table_sort_compare(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;
	int order = is_empty(a) - is_empty(b);

	if (order == 0)
		order = a->descending ? compare_cells(b, a) : compare_cells(a, b);
	return order ? order : (a->at > b->at) - (a->at < b->at);
}

bool table_sort(struct table *table, size_t column, bool descending)
{
	struct sorted *rows = xcalloc(table->rows.count + 1, sizeof *rows);
	size_t count = 0;
	bool whole = true;

	assert(column < table->columns.count);
	for (size_t r = 0; r < table->rows.count; r++) {
		struct table_row *row = &table->rows.items[r];

		whole = whole && row->kind != ROW_SUBTOTAL;
		if (row->kind != ROW_DATA)
			continue;
		rows[count] = (struct sorted){.row = *row, .at = r, .table = table,
			.cell = &row->cells[column], .descending = descending};
		if (row->cells[column].kind == CELL_TEXT)
			rows[count].key = text_key(row->cells[column].text);
		count++;
	}
	if (whole && count > 0)
		qsort(rows, count, sizeof *rows, table_sort_compare);
	for (size_t r = 0, next = 0; r < table->rows.count; r++)
		if (whole && table->rows.items[r].kind == ROW_DATA)
			table->rows.items[r] = rows[next++].row;
	for (size_t i = 0; i < count; i++)
		free(rows[i].key);
	free(rows);
	return whole;
}
