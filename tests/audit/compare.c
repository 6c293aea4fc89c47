#include "compare.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "key.h"

void compare_fault(struct tally *tally, const char *name, const struct answer *answer, const char *what)
{
	if (tally_differs(tally, name))
		printf("%s\n    %s: %s\n%s%.400s%s", answer->command, name, what, *answer->err ? "    " : "",
			answer->err, *answer->err ? "\n" : "");
}

static void compare_differs(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, size_t row, const char *column, const char *got, const char *right)
{
	struct text place = {0};
	char kind[256];

	snprintf(kind, sizeof kind, "%s.%s", name, column);
	if (!tally_differs(tally, kind))
		return;
	for (size_t c = 0; row < grid->rows.count && c < 4 && c < grid->rows.items[row].cells.count; c++)
		text_print(pool, &place, "%s%s", c ? "," : "", grid->rows.items[row].cells.items[c]);
	printf("%s\n    %s, row %zu (%s): got \"%s\", right \"%s\"\n", answer->command, kind, row,
		place.bytes ? place.bytes : "", got, right);
}

/* True where a word of the notes is a remark. */
static bool compare_has_remark(const char *notes, const char *remark)
{
	const size_t length = strlen(remark);

	for (const char *at = notes; (at = strstr(at, remark)) != NULL; at += length)
		if ((at == notes || at[-1] == ' ') && (!at[length] || at[length] == ' '))
			return true;
	return false;
}

static void compare_notes(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, const struct wanted *wanted)
{
	const size_t last = grid->rows.count - 1;
	const int column = grid_column(grid, "note");
	const char *const notes = column < 0 || last == 0 ? "" : grid->rows.items[last].cells.items[column];

	for (size_t r = 0; last > 0 && r < wanted->remarks.count; r++)
		if (!compare_has_remark(notes, wanted->remarks.items[r]))
			compare_differs(tally, pool, name, answer, grid, last, "note", notes,
				wanted->remarks.items[r]);
	if (strstr(notes, "does-not-tie"))
		compare_differs(tally, pool, name, answer, grid, last, "note", notes, "no does-not-tie");
}

bool compare_is_about(const char *heading)
{
	return strncmp(heading, "scope_", 6) == 0 || same(heading, "note");
}

static bool compare_columns(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid, const struct wanted *wanted)
{
	const struct grid_row *const heading = &grid->rows.items[0];
	size_t at = 0;

	for (size_t c = 0; c < wanted->columns.count; c++)
		if (grid_column(grid, wanted->columns.items[c]) < 0) {
			compare_differs(tally, pool, name, answer, grid, 0, wanted->columns.items[c], "no such column",
				"a column");
			return false;
		}
	for (size_t c = 0; c < heading->cells.count; c++) {
		if (compare_is_about(heading->cells.items[c]))
			continue;
		if (at >= wanted->columns.count || !same(heading->cells.items[c], wanted->columns.items[at])) {
			compare_differs(tally, pool, name, answer, grid, 0, heading->cells.items[c], "a column",
				at < wanted->columns.count ? wanted->columns.items[at] : "no such column");
			return false;
		}
		at++;
	}
	return true;
}

const struct grid *compare_csv(struct tally *tally, struct pool *pool, const char *name,
	const struct answer *answer, const struct wanted *wanted)
{
	const char *fault = NULL;
	const struct grid *const grid = answer->status ? NULL :
		grid_read(pool, answer->out, answer->length, &fault);

	tally->tables++;
	if (!grid || !grid->rows.count) {
		compare_fault(tally, name, answer, fault ? fault :
			pool_print(pool, "ended with %d", answer->status));
		return NULL;
	}
	if (!compare_columns(tally, pool, name, answer, grid, wanted))
		return grid;
	if (grid->rows.count - 1 != wanted->rows.count)
		compare_differs(tally, pool, name, answer, grid, grid->rows.count, "rows",
			pool_print(pool, "%zu", grid->rows.count - 1), pool_print(pool, "%zu", wanted->rows.count));
	for (size_t r = 1; r < grid->rows.count && r <= wanted->rows.count; r++) {
		const struct grid_row *const row = &grid->rows.items[r];
		const bool aligned = row->cells.count == grid->rows.items[0].cells.count;
		bool moved = false;

		if (!aligned)
			compare_differs(tally, pool, name, answer, grid, r, "cells", "another number", "as headings");
		for (size_t c = 0; aligned && c < wanted->columns.count && !moved; c++) {
			const char *const got = row->cells.items[grid_column(grid, wanted->columns.items[c])];
			const char *const right = wanted->rows.items[r - 1].cells.items[c];

			tally->cells++;
			if (right ? same(got, right) || same(right, WANTED_ANY) : !*got)
				continue;
			compare_differs(tally, pool, name, answer, grid, r, wanted->columns.items[c], got,
				right ? right : "");
			/* a row of something else: its figures tell nothing */
			moved = c < 2;
		}
		if (moved)
			break;
	}
	compare_notes(tally, pool, name, answer, grid, wanted);
	return grid;
}

/* ---- JSON ------------------------------------------------------------------------------------------------ */

const char *compare_plain(const char *cell)
{
	return *cell == '\'' && key_is_formula(cell + strspn(cell, "'")) ? cell + 1 : cell;
}

bool compare_is_figure(const char *type)
{
	return !same(type, "text") && !same(type, "code") && !same(type, "date");
}

static const char *compare_value(struct pool *pool, const json_t *value)
{
	if (json_is_string(value))
		return json_string_value(value);
	if (json_is_integer(value))
		return pool_print(pool, "%lld", (long long)json_integer_value(value));
	if (json_is_real(value))
		return pool_print(pool, "%.17g", json_real_value(value));
	return json_is_null(value) ? "" : "(no value)";
}

void compare_json(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const struct grid *grid)
{
	const char *const kind = pool_print(pool, "%s as JSON", name);
	json_t *const root = answer->status ? NULL : json_loadb(answer->out, answer->length, 0, NULL);
	const json_t *const rows = json_object_get(root, "rows");
	const json_t *const total = json_object_get(root, "total");
	const size_t count = json_array_size(rows) + json_is_object(total);

	tally->tables++;
	if (!root || count != grid->rows.count - 1)
		compare_fault(tally, kind, answer, root ? "another number of rows" : "no JSON");
	for (size_t r = 1; root && r < grid->rows.count && r <= count; r++) {
		const json_t *const row = r <= json_array_size(rows) ? json_array_get(rows, r - 1) : total;

		for (size_t c = 0; c < grid->rows.items[0].cells.count; c++) {
			const char *const id = grid->rows.items[0].cells.items[c];
			const char *const right = compare_plain(grid->rows.items[r].cells.items[c]);
			const json_t *const value = json_object_get(row, id);

			if (compare_is_about(id))
				continue;
			tally->cells++;
			const char *const got = value ? compare_value(pool, value) : "(none)";
			if (!same(got, right))
				compare_differs(tally, pool, kind, answer, grid, r, id, got, right);
		}
	}
	json_decref(root);
}
