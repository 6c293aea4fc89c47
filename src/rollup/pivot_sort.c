/* pivot_sort - the order of a pivot's rows. */
#include "config.h"

#include "rollup/pivot_plan.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Data rows up to and with their subtotal; without subtotals the whole table is one. */
struct section_of_rows {
	size_t first, count; /* the subtotal is not counted */
	bool has_subtotal;
};

struct order {
	const struct table *table;
	size_t column;
	bool descending;
};

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* Code 0 and totals come after the others. */
static int64_t place_of_key(int64_t key)
{
	return key > 0 ? key : INT64_MAX;
}

static int pivot_sort_compare_keys(const struct table_row *a, const struct table_row *b)
{
	const int first = compare_numbers(place_of_key(a->key[0]), place_of_key(b->key[0]));

	return first ? first :
		compare_numbers(place_of_key(a->key[1]), place_of_key(b->key[1]));
}

/* The display order of a catalogue or a tree says more than that of characters, so that sorting by
 * a name follows the keys. Empty cells come last either way. */
static int compare_rows(const struct table_row *a, const struct table_row *b,
	const struct order *order)
{
	const struct table_cell *const left = &a->cells[order->column];
	const struct table_cell *const right = &b->cells[order->column];
	int result = 0;

	if ((left->kind == CELL_NUMBER) != (right->kind == CELL_NUMBER))
		return left->kind == CELL_NUMBER ? -1 : 1;
	if (left->kind == CELL_NUMBER)
		result = table_cell_compare(order->table, left, right);
	else
		result = pivot_sort_compare_keys(a, b);
	if (order->descending)
		result = -result;
	return result ? result : pivot_sort_compare_keys(a, b);
}

static int compare_data(const void *left, const void *right, void *data)
{
	const struct table_row *const a = left, *const b = right;

	if (a->kind != b->kind)
		return a->kind == ROW_UNCLASSIFIED ? 1 : -1;
	return compare_rows(a, b, data);
}

static int compare_sections(const void *left, const void *right, void *data)
{
	const struct section_of_rows *const a = left, *const b = right;
	const struct order *const order = data;
	const struct table_row *const rows = order->table->rows.items;
	const struct table_row *const first = &rows[a->first + a->count];
	const struct table_row *const second = &rows[b->first + b->count];

	if ((first->key[0] == 0) != (second->key[0] == 0))
		return first->key[0] == 0 ? 1 : -1;
	return compare_rows(first, second, order);
}

void pivot_sort(struct table *table, size_t column, bool descending)
{
	assert(column < table->columns.count);

	VEC(struct section_of_rows) sections = {0};
	struct order order = {table, column, descending};
	size_t first = 0;

	for (size_t r = 0; r < table->rows.count; r++) {
		const bool subtotal = table->rows.items[r].kind == ROW_SUBTOTAL;

		if (!subtotal && r + 1 < table->rows.count)
			continue;
		*vec_add(&sections) = (struct section_of_rows){
			first, r - first + !subtotal, subtotal};
		first = r + 1;
	}
	for (size_t s = 0; s < sections.count; s++)
		qsort_r(table->rows.items + sections.items[s].first, sections.items[s].count,
			sizeof *table->rows.items, compare_data, &order);
	if (sections.count > 1) {
		qsort_r(sections.items, sections.count, sizeof *sections.items, compare_sections,
			&order);

		struct table_row *const rows = xmalloc(table->rows.count * sizeof *rows);
		size_t at = 0;

		for (size_t s = 0; s < sections.count; s++) {
			const size_t length =
				sections.items[s].count + sections.items[s].has_subtotal;

			memcpy(rows + at, table->rows.items + sections.items[s].first,
				length * sizeof *rows);
			at += length;
		}
		memcpy(table->rows.items, rows, at * sizeof *rows);
		free(rows);
	}
	vec_free(&sections);
}
