#include "config.h"

#include "exchange/sheet_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "exchange/sheet_cells.h"
#include "model/project.h"

enum { FORM_LABEL_MAX = 120 /* bytes */, FORM_GAP_MAX = 3 /* blank cells between a label and its value */ };

/* A cell, and what it turned out to be. */
struct form_cell {
	const char *text;
	int column;      /* of a label */
	bool is_label, is_taken;
	unsigned char merged;
};

struct form_grid {
	struct sheet_form *form;
	struct form_cell *cells;
	size_t rows, columns;
};

void sheet_form_add(struct sheet_form *form, const struct csv_record *record, size_t count,
	const unsigned char *merged)
{
	if (form->rows.count >= FORM_ROWS_MAX)
		form->too_long = true;
	else
		sheet_line_take(vec_add(&form->rows), record, count < FORM_COLUMNS_MAX ? count : FORM_COLUMNS_MAX,
			merged);
}

void sheet_form_free(struct sheet_form *form)
{
	for (size_t i = 0; i < form->rows.count; i++)
		sheet_line_free(&form->rows.items[i]);
	vec_free(&form->rows);
	vec_free(&form->pairs);
	arena_free(&form->arena);
}

/* Past the grid there is the one blank cell behind all. */
static struct form_cell *form_at(const struct form_grid *grid, size_t row, size_t column)
{
	const bool inside = row < grid->rows && column < grid->columns;

	return &grid->cells[inside ? row * grid->columns + column : grid->rows * grid->columns];
}

/* The first cell behind one that may be merged over several. */
static size_t form_behind(const struct form_grid *grid, size_t row, size_t column)
{
	do
		column++;
	while (column < grid->columns && form_at(grid, row, column)->merged == MERGED_LEFT);
	return column;
}

static size_t form_below(const struct form_grid *grid, size_t row, size_t column)
{
	do
		row++;
	while (row < grid->rows && form_at(grid, row, column)->merged == MERGED_ABOVE);
	return row;
}

/* Something that is no label: what a value can be. */
static bool form_is_text(const struct form_cell *cell)
{
	return !cell->is_label && !cell->is_taken && !text_is_blank(cell->text);
}

/* ---- labels ------------------------------------------------------------------------------------- */

/* "１．取組名：" is 取組名: what counts labels or sets them off does not say what they mean. */
static char *form_plain_label(const char *text)
{
	static const char *const marks[] = {"■", "□", "◆", "◇", "●", "○", "・", "▼", "▶", "【", "（", "(", "第"};
	char *const plain = text_nfkc(text);
	char *at = plain;
	bool dropped = true;

	while (dropped) {
		const size_t counted = strspn(at, "0123456789 .)-\t");

		dropped = counted > 0;
		at += counted;
		for (size_t m = 0; m < sizeof marks / sizeof marks[0]; m++)
			if (strncmp(at, marks[m], strlen(marks[m])) == 0) {
				at += strlen(marks[m]);
				dropped = true;
			}
	}
	size_t length = strlen(at);

	while (length > 0 && strchr(": \n", at[length - 1]))
		length--;
	if (length >= strlen("】") && memcmp(at + length - strlen("】"), "】", strlen("】")) == 0)
		length -= strlen("】");
	memmove(plain, at, length);
	plain[length] = '\0';
	return plain;
}

/* Marks the cell when it is a label, with the text that says so. "取組名：会議録の自動化" is a pair by itself. */
static void form_look_at(struct form_grid *grid, const struct mapping *map, enum sheet_kind kind, size_t row,
	size_t column)
{
	struct form_cell *const cell = form_at(grid, row, column);
	struct sheet_form *const form = grid->form;
	const char *colon = strstr(cell->text, "：");
	const char *value = colon ? colon + strlen("：") : NULL;

	if (text_is_blank(cell->text) || strlen(cell->text) > FORM_LABEL_MAX)
		return;
	cell->column = mapping_find(map, kind, cell->text);
	if (cell->column == HEADING_UNKNOWN) {
		char *const plain = form_plain_label(cell->text);

		cell->column = *plain ? mapping_find(map, kind, plain) : HEADING_UNKNOWN;
		if (cell->column != HEADING_UNKNOWN)
			cell->text = arena_strdup(&form->arena, plain);
		free(plain);
	}
	cell->is_label = cell->column != HEADING_UNKNOWN;
	if (cell->is_label || !value || text_is_blank(value))
		return;
	char *const left = xstrndup(cell->text, (size_t)(colon - cell->text));
	char *const plain = form_plain_label(left);
	const int both = *plain ? mapping_find(map, kind, plain) : HEADING_UNKNOWN;

	if (both != HEADING_UNKNOWN) {
		size_t length;
		const char *const text = text_trim(value, &length);

		*vec_add(&form->pairs) = (struct form_pair){arena_strdup(&form->arena, plain),
			arena_strndup(&form->arena, text, length), both, form->rows.items[row].line, column};
		cell->is_taken = true;
	}
	free(left);
	free(plain);
}

/* ---- values ------------------------------------------------------------------------------------- */

/* A cell that is nothing but the unit of the figure beside it. */
static bool form_is_unit(const struct form_cell *cell)
{
	static const char *const units[] = {"時間", "分", "円", "千円", "万円", "百万円", "件", "人", "h", "時間/年",
		"円/年"};
	bool is = false;

	for (size_t u = 0; u < sizeof units / sizeof units[0]; u++)
		is = is || strcmp(cell->text, units[u]) == 0;
	return is;
}

/* Where the value at the right of a label stands; false where there is none. Behind a gap only what is no label of
 * something else. */
static bool form_find_right(const struct form_grid *grid, size_t row, size_t column, size_t *at)
{
	size_t gap = 0;

	for (*at = form_behind(grid, row, column); *at < grid->columns && gap <= FORM_GAP_MAX; gap++) {
		const struct form_cell *const cell = form_at(grid, row, *at);

		if (cell->is_label || form_is_unit(cell))
			return false;
		if (form_is_text(cell)) {
			const struct form_cell *const next = form_at(grid, row, form_behind(grid, row, *at));

			return gap == 0 || !form_is_text(next) || form_is_unit(next);
		}
		*at = form_behind(grid, row, *at);
	}
	return false;
}

/* What forms ask for and nobody keeps: it ends the text above it. */
static bool form_is_foreign(const char *text)
{
	static const char *const words[] = {"備考", "その他", "連絡先", "電話番号", "内線", "内線番号", "提出日", "記入日",
		"記入者", "作成者", "添付資料", "特記事項", "決裁", "確認欄"};
	bool is = strncmp(text, "※", strlen("※")) == 0;

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		is = is || strcmp(text, words[i]) == 0;
	return is;
}

/* A line of text, or a pair of its own, is no value of what stands above it, unless labels stand side by side there. */
static bool form_find_below(const struct form_grid *grid, size_t row, size_t column, bool right_is_usual,
	size_t *at)
{
	const bool side_by_side = form_at(grid, row, form_behind(grid, row, column))->is_label;
	*at = form_below(grid, row, column);
	const struct form_cell *const below = form_at(grid, *at, column);

	if (!form_is_text(below) || form_is_foreign(below->text))
		return false;
	return side_by_side || (!right_is_usual &&
		!form_is_text(form_at(grid, *at, form_behind(grid, *at, column))));
}

/* A long text below its label goes on in the lines below. */
static const char *form_take_text(const struct form_grid *grid, size_t row, size_t column)
{
	struct strbuf text = {0};
	size_t next;

	strbuf_add_text(&text, form_at(grid, row, column)->text);
	form_at(grid, row, column)->is_taken = true;
	while (form_find_below(grid, row, column, false, &next)) {
		row = next;
		strbuf_addf(&text, "\n%s", form_at(grid, row, column)->text);
		form_at(grid, row, column)->is_taken = true;
	}
	const char *const kept = arena_strdup(&grid->form->arena, strbuf_text(&text));

	strbuf_free(&text);
	return kept;
}

/* The value, with the unit that stands beside a bare figure. */
static const char *form_take_value(const struct form_grid *grid, size_t row, size_t column)
{
	struct form_cell *const cell = form_at(grid, row, column);
	struct form_cell *const beside = form_at(grid, row, form_behind(grid, row, column));

	cell->is_taken = true;
	if (!form_is_unit(beside) || !sheet_cell_is_bare(cell->text))
		return cell->text;
	char *const whole = xasprintf("%s%s", cell->text, beside->text);
	const char *const kept = arena_strdup(&grid->form->arena, whole);

	beside->is_taken = true;
	free(whole);
	return kept;
}

static void form_take_label(const struct form_grid *grid, size_t row, size_t column, const bool *right_is_usual)
{
	struct form_cell *const label = form_at(grid, row, column);
	struct sheet_form *const form = grid->form;
	size_t at, count;
	const char *const id = label->column < 0 ? "" : sheet_columns(SHEET_PROJECTS, &count)[label->column].id;
	const int field = project_field_by_heading(id);
	const bool is_long = field >= 0 && project_fields[field].type == FIELD_TYPE_LONG_TEXT;
	struct form_pair pair = {label->text, "", label->column, form->rows.items[row].line, column};

	if (form_find_right(grid, row, column, &at)) {
		pair.place = at;
		pair.value = form_take_value(grid, row, at);
	} else if (form_find_below(grid, row, column, right_is_usual[column] && !is_long, &at)) {
		pair.row = form->rows.items[at].line;
		pair.value = is_long ? form_take_text(grid, at, column) : form_take_value(grid, at, column);
	}
	for (size_t i = 0; i < form->pairs.count && pair.column >= 0; i++) {
		struct form_pair *const other = &form->pairs.items[i];

		if (other->column != pair.column || (*pair.value && *other->value &&
			strcmp(other->value, pair.value) != 0))
			continue;
		if (!*other->value)
			*other = pair;
		return;
	}
	*vec_add(&form->pairs) = pair;
}

/* What looks like a label with its value and is not known is listed, that it be asked about. A unit beside the value, or
 * behind it, belongs to the label: 取組前 | 100 | 時間 is 取組前（時間）. */
static void form_take_unknown(const struct form_grid *grid, const struct mapping *map, enum sheet_kind kind, size_t row,
	size_t column)
{
	static const char *const units[] = {"時間", "分", "千円", "万円", "円"};
	struct form_cell *const cell = form_at(grid, row, column);
	size_t at;

	if (!form_is_text(cell) || sheet_cell_is_bare(cell->text) || form_is_unit(cell) ||
		!form_find_right(grid, row, column, &at))
		return;
	struct form_cell *const value = form_at(grid, row, at);
	const struct form_cell *const beside = form_at(grid, row, form_behind(grid, row, at));
	struct form_pair pair = {cell->text, value->text, HEADING_UNKNOWN, grid->form->rows.items[row].line, at};
	const size_t length = strlen(value->text);

	for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
		const size_t unit = strlen(units[u]);

		if (strcmp(beside->text, units[u]) != 0 && (length <= unit || (unsigned char)value->text[0] - '0' > 9 ||
			strcmp(value->text + length - unit, units[u]) != 0))
			continue;
		char *const whole = xasprintf("%s（%s）", cell->text, units[u]);

		pair.label = arena_strdup(&grid->form->arena, whole);
		pair.column = mapping_find(map, kind, whole);
		free(whole);
		break;
	}
	cell->is_taken = value->is_taken = true;
	*vec_add(&grid->form->pairs) = pair;
}

/* A line of a table's headings has no gaps and holds no values. */
static bool form_is_headings(const struct form_grid *grid, enum sheet_kind kind, size_t row)
{
	size_t count, known = 0, filled = 0, blank = 0, gaps = 0;
	const struct sheet_column *const columns = sheet_columns(kind, &count);
	unsigned needed = 0, here = 0;

	for (size_t i = 0; i < count; i++)
		needed |= 1u << columns[i].required;
	for (size_t c = 0; c < grid->columns; c++) {
		const struct form_cell *const cell = form_at(grid, row, c);

		known += cell->is_label;
		if (text_is_blank(cell->text)) {
			blank += cell->merged != MERGED_LEFT && filled > 0;
		} else {
			filled++;
			gaps += blank;
			blank = 0;
		}
		if (cell->is_label && cell->column >= 0)
			here |= 1u << columns[cell->column].required;
	}
	return (here | 1u) == (needed | 1u) && gaps == 0 &&
		(known == filled || (known > 3 && known * 2 > filled));
}

void sheet_form_find(struct sheet_form *form, const struct mapping *map, enum sheet_kind kind)
{
	struct form_grid grid = {.form = form, .rows = form->rows.count};
	bool right_is_usual[FORM_COLUMNS_MAX] = {false};
	size_t at;

	for (size_t r = 0; r < grid.rows; r++)
		grid.columns = form->rows.items[r].count > grid.columns ? form->rows.items[r].count : grid.columns;
	grid.cells = xcalloc(grid.rows * grid.columns + 1, sizeof *grid.cells);
	grid.cells[grid.rows * grid.columns].text = "";
	for (size_t r = 0; r < grid.rows; r++)
		for (size_t c = 0; c < grid.columns; c++) {
			const struct sheet_line *const line = &form->rows.items[r];

			*form_at(&grid, r, c) = (struct form_cell){.text = c < line->count ? line->cells[c] : "",
				.merged = line->merged && c < line->count ? line->merged[c] : MERGED_NOT};
			form_look_at(&grid, map, kind, r, c);
		}
	for (size_t r = 0; r < grid.rows; r++)
		form->has_headings = form->has_headings || form_is_headings(&grid, kind, r);
	for (size_t r = 0; r < grid.rows; r++)
		for (size_t c = 0; c < grid.columns; c++)
			right_is_usual[c] |= form_at(&grid, r, c)->is_label && form_find_right(&grid, r, c, &at);
	for (size_t r = 0; r < grid.rows; r++)
		for (size_t c = 0; c < grid.columns; c++)
			if (form_at(&grid, r, c)->is_label)
				form_take_label(&grid, r, c, right_is_usual);
	for (size_t r = 0; r < grid.rows; r++)
		for (size_t c = 0; c < grid.columns; c++)
			form_take_unknown(&grid, map, kind, r, c);
	free(grid.cells);
}

/* ---- what it is --------------------------------------------------------------------------------- */

bool sheet_form_is_scattered(const struct sheet_form *form)
{
	size_t known = 0, rows = 0, most = 0;

	for (size_t i = 0; i < form->pairs.count; i++) {
		size_t here = 0, before = 0;

		if (form->pairs.items[i].column < 0)
			continue;
		known++;
		for (size_t other = 0; other < form->pairs.count; other++)
			if (form->pairs.items[other].column >= 0 &&
				form->pairs.items[other].row == form->pairs.items[i].row) {
				here++;
				before += other < i;
			}
		rows += before == 0;
		most = here > most ? here : most;
	}
	return rows >= 3 && most * 2 <= known;
}

bool sheet_form_is_blank(const struct sheet_form *form, enum sheet_kind kind)
{
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < form->pairs.count; i++) {
		const struct form_pair *const pair = &form->pairs.items[i];
		const int field = pair->column < 0 ? -1 : project_field_by_heading(columns[pair->column].id);

		/* a formula leaves 0 where nothing was filled in */
		if (field > FIELD_TEAM && !text_is_blank(pair->value) && strcmp(pair->value, "0") != 0)
			return false;
	}
	return true;
}
