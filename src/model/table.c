#include "config.h"

#include "model/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"

bool column_type_is_text(enum column_type type)
{
	return type == COLUMN_TEXT || type == COLUMN_CODE || type == COLUMN_DATE;
}

void table_init(struct table *table, const char *id, const char *title)
{
	assert(id && title);
	*table = (struct table){.ties = true};
	table->id = arena_strdup(&table->arena, id);
	table->title = arena_strdup(&table->arena, title);
	table->body = arena_strdup(&table->arena, "");
}

void table_free(struct table *table)
{
	vec_free(&table->columns);
	vec_free(&table->rows);
	vec_free(&table->notes);
	vec_free(&table->years);
	arena_free(&table->arena);
	*table = (struct table){0};
}

struct table_column *table_add_column(struct table *table, const char *id, const char *label,
	enum column_type type)
{
	assert(id && label);
	struct table_column *const column = vec_add(&table->columns);

	for (size_t r = 0; r < table->rows.count; r++) {
		struct table_cell *const cells = arena_alloc(&table->arena,
			table->columns.count * sizeof *cells);

		memcpy(cells, table->rows.items[r].cells,
			(table->columns.count - 1) * sizeof *cells);
		table->rows.items[r].cells = cells;
	}

	column->id = arena_strdup(&table->arena, id);
	column->label = arena_strdup(&table->arena, label);
	column->type = type;
	column->people = type != COLUMN_CODE;
	column->files = true;
	column->additive = type == COLUMN_COUNT_OF || type == COLUMN_MINUTES ||
		type == COLUMN_HOURS || type == COLUMN_PERSON_YEARS || type == COLUMN_YEN;
	column->group = -1;
	return column;
}

struct table_row *table_add_row(struct table *table, enum row_kind kind)
{
	struct table_row *const row = vec_add(&table->rows);

	row->kind = kind;
	row->cells = arena_alloc(&table->arena, table->columns.count * sizeof *row->cells);
	row->key[0] = row->key[1] = -1;
	return row;
}

void table_set_number(struct table *table, struct table_row *row, size_t column, int64_t number)
{
	assert(column < table->columns.count);
	row->cells[column] = (struct table_cell){.kind = CELL_NUMBER, .number = number};
}

void table_set_by_year(struct table *table, struct table_row *row, size_t column,
	const int64_t *minutes)
{
	int64_t *const by_year =
		arena_alloc(&table->arena, table->years.count * sizeof *by_year);
	uint64_t sum = 0; /* that of a kept table that somebody changed may not fit */

	assert(table->columns.items[column].type == COLUMN_PERSON_YEARS);
	for (size_t y = 0; y < table->years.count; y++) {
		by_year[y] = minutes[y];
		sum += (uint64_t)minutes[y];
	}
	table_set_number(table, row, column, (int64_t)sum);
	row->cells[column].by_year = by_year;
}

void table_set_text(struct table *table, struct table_row *row, size_t column, const char *text)
{
	assert(column < table->columns.count);
	row->cells[column] = (struct table_cell){
		.kind = CELL_TEXT, .text = arena_strdup(&table->arena, text)};
}

void table_add_note(struct table *table, enum table_note id, const char *text, const char *machine)
{
	*vec_add(&table->notes) = (struct table_footnote){
		.id = id,
		.text = arena_strdup(&table->arena, text),
		.machine = arena_strdup(&table->arena, machine),
	};
}

bool table_has_note(const struct table *table, enum table_note id)
{
	for (size_t n = 0; n < table->notes.count; n++)
		if (table->notes.items[n].id == id)
			return true;
	return false;
}

const char *table_row_name(const struct table *table, size_t row)
{
	const char *name = "";

	assert(row < table->rows.count);
	for (size_t c = 0; c < table->columns.count; c++) {
		if (table->columns.items[c].people && table->columns.items[c].type == COLUMN_TEXT &&
			table->rows.items[row].cells[c].kind == CELL_TEXT)
			name = table->rows.items[row].cells[c].text;
	}
	return name;
}

int table_column_index(const struct table *table, const char *id)
{
	assert(id);
	for (size_t c = 0; c < table->columns.count; c++)
		if (strcmp(table->columns.items[c].id, id) == 0)
			return (int)c;
	return -1;
}

int table_total_column(const struct table *table, size_t column)
{
	assert(column < table->columns.count);

	const struct table_column *const part = &table->columns.items[column];
	const char *const mark = strrchr(part->id, ':');

	return !part->sums_across || !mark ? -1 : table_column_index(table, mark + 1);
}

/* ---- a table from another one ---------------------------------------------------------------- */

void table_copy_column(struct table *table, const struct table_column *from)
{
	struct table_column *const column =
		table_add_column(table, from->id, from->label, from->type);

	column->people = from->people;
	column->files = from->files;
	column->additive = from->additive;
}

void table_copy_row(struct table *table, struct table_row *row, const struct table_row *from,
	size_t count, size_t at, size_t further)
{
	assert(from != row && at <= count);
	memcpy(row->key, from->key, sizeof row->key);
	for (size_t c = 0; c < count; c++) {
		const struct table_cell *const cell = &from->cells[c];
		const size_t to = c < at ? c : c + further;

		if (cell->kind == CELL_TEXT)
			table_set_text(table, row, to, cell->text);
		else if (cell->kind == CELL_NUMBER)
			table_set_number(table, row, to, cell->number);
	}
}

void table_copy_notes(struct table *table, const struct table *from)
{
	for (size_t n = 0; n < from->notes.count; n++)
		if (from->notes.items[n].id != NOTE_ROUNDING)
			table_add_note(table, from->notes.items[n].id, from->notes.items[n].text,
				from->notes.items[n].machine);
}

/* ---- figures as they are shown ------------------------------------------------------------- */

bool table_cell_is_number(const struct table *table, size_t row, size_t column)
{
	assert(row < table->rows.count && column < table->columns.count);
	return table->rows.items[row].cells[column].kind == CELL_NUMBER;
}

int64_t table_cell_number(const struct table *table, size_t row, size_t column, int *decimals)
{
	assert(row < table->rows.count && column < table->columns.count);

	const struct table_column *const info = &table->columns.items[column];
	const struct table_cell *const cell = &table->rows.items[row].cells[column];
	const int hours = table->hours_per_person_year;
	int64_t figure = cell->number;
	int places = info->type == COLUMN_PERSON_YEARS ? 1 + info->fine :
		info->type == COLUMN_FIGURE ? TABLE_FIGURE_DECIMALS : info->type == COLUMN_PERCENT;

	for (; info->type == COLUMN_FIGURE && places > 0 && figure % 10 == 0; places--)
		figure /= 10;
	if (decimals)
		*decimals = places;
	if (cell->kind != CELL_NUMBER)
		return 0;
	if (info->type == COLUMN_HOURS)
		return effect_hours(cell->number);
	if (info->type != COLUMN_PERSON_YEARS)
		return figure;
	if (cell->by_year)
		return year_terms_person_years(table->years.items, table->years.count,
			cell->by_year, 1 + info->fine);
	return info->fine ? effect_person_years_hundredths(cell->number, hours) :
		effect_person_years_tenths(cell->number, hours);
}

int table_cell_compare(const struct table *table, const struct table_cell *left,
	const struct table_cell *right)
{
	assert(left->kind == CELL_NUMBER && right->kind == CELL_NUMBER);
	if (left->by_year && right->by_year)
		return year_terms_compare(table->years.items, table->years.count, left->by_year,
			right->by_year);
	return (left->number > right->number) - (left->number < right->number);
}

void table_cell_text(const struct table *table, size_t row, size_t column, enum table_style style,
	struct strbuf *out)
{
	assert(row < table->rows.count && column < table->columns.count);

	const struct table_column *const info = &table->columns.items[column];
	const struct table_cell *const cell = &table->rows.items[row].cells[column];
	int decimals;

	if (cell->kind == CELL_TEXT)
		strbuf_add_text(out, cell->text);
	if (cell->kind != CELL_NUMBER)
		return;
	const int64_t number = table_cell_number(table, row, column, &decimals);
	if (style == TABLE_MACHINE) {
		decimal_add(out, number, decimals, false);
		return;
	}
	if (info->signed_value && number > 0)
		strbuf_add_char(out, '+');
	decimal_add_triangle(out, number, decimals, false);
}

/* ---- the rounding note --------------------------------------------------------------------- */

/* False when what is shown in the rows does not sum to what is shown in a subtotal or total. The
 * unsigned sums cannot trap; a sum that wraps is far beyond what tie-out lets pass. */
static bool column_sums(const struct table *table, size_t column)
{
	uint64_t since_subtotal = 0, rows = 0, subtotals = 0;
	bool has_subtotals = false;

	for (size_t r = 0; r < table->rows.count; r++) {
		const uint64_t figure = (uint64_t)table_cell_number(table, r, column, NULL);

		switch (table->rows.items[r].kind) {
		case ROW_DATA:
		case ROW_UNCLASSIFIED:
			since_subtotal += figure;
			rows += figure;
			break;
		case ROW_SUBTOTAL:
			if (table_cell_is_number(table, r, column) && figure != since_subtotal)
				return false;
			since_subtotal = 0;
			subtotals += figure;
			has_subtotals = true;
			break;
		case ROW_TOTAL:
			if (table_cell_is_number(table, r, column) &&
				(figure != rows || (has_subtotals && figure != subtotals)))
				return false;
			break;
		}
	}
	return true;
}

/* False when the pivot columns that make up a total column do not sum to it in some row. */
static bool rows_sum(const struct table *table, int total, const int *total_of)
{
	bool sums = true;

	for (size_t r = 0; r < table->rows.count && sums; r++) {
		uint64_t parts = 0;
		bool any = false;

		for (size_t c = 0; c < table->columns.count; c++)
			if (total_of[c] == total) {
				parts += (uint64_t)table_cell_number(table, r, c, NULL);
				any = true;
			}
		if (!any)
			return true;
		sums = !table_cell_is_number(table, r, (size_t)total) ||
			parts == (uint64_t)table_cell_number(table, r, (size_t)total, NULL);
	}
	return sums;
}

void table_note_rounding(struct table *table)
{
	int *const total_of = xmalloc(table->columns.count * sizeof *total_of);
	bool sums = true;

	for (size_t c = 0; c < table->columns.count; c++)
		total_of[c] = table_total_column(table, c);
	for (size_t c = 0; c < table->columns.count && sums; c++) {
		const struct table_column *const column = &table->columns.items[c];
		const bool rounds = column->rounded || column->type == COLUMN_HOURS ||
			column->type == COLUMN_PERSON_YEARS || column->type == COLUMN_PERCENT;

		if (rounds)
			sums = (!column->additive || column_sums(table, c)) &&
				rows_sum(table, (int)c, total_of);
	}
	free(total_of);
	if (!sums && !table_has_note(table, NOTE_ROUNDING))
		table_add_note(table, NOTE_ROUNDING,
			_("Because of rounding, totals may not equal the sum of their parts."),
			"rounding");
}
