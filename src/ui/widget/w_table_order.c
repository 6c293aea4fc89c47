#include "config.h"

#include "ui/widget/w_table_order.h"

#include <assert.h>
#include <string.h>

#include "model/table_sort.h"

/* Does the column say which one a row is? */
static bool w_table_order_names_row(const struct table_column *column)
{
	const char *end = strrchr(column->id, '_');
	const char *word = end ? end + 1 : column->id;

	return strcmp(word, "code") == 0 || strcmp(word, "number") == 0 || strcmp(word, "id") == 0 ||
		strcmp(word, "uuid") == 0;
}

static bool w_table_order_same_cell(const struct table_row *a, const struct table_row *b,
	size_t column)
{
	const struct table_cell *left = &a->cells[column], *right = &b->cells[column];

	return left->kind == right->kind && left->number == right->number &&
		(left->kind != CELL_TEXT || strcmp(left->text, right->text) == 0);
}

/* One thing in two tables: the columns that name it say so, or else its key, or the first column. */
static bool w_table_order_same_row(const struct table *table, const struct table_row *a,
	const struct table_row *b, size_t columns)
{
	bool named = false, same = a->kind == b->kind;

	for (size_t c = 0; same && c < columns; c++) {
		if (w_table_order_names_row(&table->columns.items[c])) {
			named = true;
			same = w_table_order_same_cell(a, b, c);
		}
	}
	if (!same || named || columns == 0)
		return same;
	if (a->key[0] != -1 || a->key[1] != -1)
		return a->key[0] == b->key[0] && a->key[1] == b->key[1];
	return w_table_order_same_cell(a, b, 0);
}

size_t w_table_same_row(const struct w_table *view, const struct table *table)
{
	const struct table_row *here;
	const size_t columns = view->table->columns.count < table->columns.count ?
		view->table->columns.count : table->columns.count;

	assert(table->rows.count > 0);
	if (view->cursor_row >= view->table->rows.count)
		return 0;
	here = &view->table->rows.items[view->cursor_row];
	for (size_t r = 0; here->kind == ROW_DATA && r < table->rows.count; r++) {
		if (w_table_order_same_row(table, here, &table->rows.items[r], columns))
			return r;
	}
	return view->cursor_row < table->rows.count ? view->cursor_row : table->rows.count - 1;
}

void w_table_renew(struct w_table *view, struct table *table)
{
	assert(view->table != table);

	const bool held = view->table && view->cursor_row < view->table->rows.count;
	const size_t sorted = (size_t)view->sort_column;
	const bool same_column = view->sort_column >= 0 && view->table &&
		sorted < view->table->columns.count && sorted < table->columns.count &&
		strcmp(view->table->columns.items[sorted].id, table->columns.items[sorted].id) == 0;

	if (!same_column)
		view->sort_column = -1;
	if (view->sort_column >= 0)
		table_sort(table, (size_t)view->sort_column, view->sort_descending);
	if (held && table->rows.count > 0) {
		const size_t row = w_table_same_row(view, table);
		const size_t below = view->cursor_row > view->top ? view->cursor_row - view->top :
			0;

		view->cursor_row = row;
		view->top = row > below ? row - below : 0;
	}
	w_table_set(view, table);
}

bool w_table_sort(struct w_table *view, struct table *table, size_t column)
{
	assert(table == view->table && column < table->columns.count);

	const bool again = view->sort_column == (int)column;
	const bool descending = again ? !view->sort_descending :
		table->columns.items[column].type != COLUMN_TEXT &&
			table->columns.items[column].type != COLUMN_DATE;
	const struct table_cell *cells = view->cursor_row < table->rows.count ?
		table->rows.items[view->cursor_row].cells : NULL;

	if (!table_sort(table, column, descending))
		return false;
	view->sort_column = (int)column;
	view->sort_descending = descending;
	for (size_t r = 0; r < table->rows.count; r++) {
		if (table->rows.items[r].cells == cells) {
			view->cursor_row = r;
			break;
		}
	}
	w_table_set(view, table);
	return true;
}
