#include "grid.h"

static const char *grid_fault(struct pool *pool, const char **fault, size_t row, const char *what)
{
	*fault = pool_print(pool, "record %zu: %s", row + 1, what);
	return NULL;
}

/* A quoted cell from behind its quote on; returns where it ends, NULL where it does not. */
static const char *grid_quoted(struct pool *pool, const char *at, const char *end, const char **cell)
{
	struct text text = {0};

	text_add(pool, &text, "", 0);
	for (; at < end; at++) {
		if (*at != '"') {
			text_add(pool, &text, at, 1);
		} else if (at + 1 < end && at[1] == '"') {
			text_add(pool, &text, at++, 1);
		} else {
			*cell = text.bytes;
			return at + 1;
		}
	}
	return NULL;
}

const struct grid *grid_read(struct pool *pool, const char *bytes, size_t length, const char **fault)
{
	struct grid *const grid = pool_get(pool, sizeof *grid);
	const char *at = bytes, *const end = bytes + length;
	bool begin = true;

	if (length >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	while (at < end || !begin) {
		const char *cell;

		if (begin)
			*LIST_ADD(pool, &grid->rows) = (struct grid_row){0};
		if (at < end && *at == '"') {
			at = grid_quoted(pool, at + 1, end, &cell);
			if (!at)
				return (void *)grid_fault(pool, fault, grid->rows.count - 1, "an open quote");
		} else {
			size_t size = 0;

			while (at + size < end && !strchr(",\r\n\"", at[size]))
				size++;
			cell = pool_copy(pool, at, size);
			at += size;
		}
		*LIST_ADD(pool, &grid->rows.items[grid->rows.count - 1].cells) = cell;
		begin = at + 1 < end && at[0] == '\r' && at[1] == '\n';
		if (!begin && (at == end || *at != ','))
			return (void *)grid_fault(pool, fault, grid->rows.count - 1,
				"a cell is followed by neither a comma nor CR LF");
		at += begin ? 2 : 1;
	}
	return grid;
}

void grid_put(struct pool *pool, struct text *line, const char *cell)
{
	if (line->length && line->bytes[line->length - 1] != '\n')
		text_add(pool, line, ",", 1);
	text_add(pool, line, "\"", 1);
	for (; *cell; cell++) {
		if (*cell == '"')
			text_add(pool, line, "\"", 1);
		text_add(pool, line, cell, 1);
	}
	text_add(pool, line, "\"", 1);
}

int grid_column(const struct grid *grid, const char *heading)
{
	const struct grid_row *const first = grid->rows.count ? &grid->rows.items[0] : NULL;

	for (size_t c = 0; first && c < first->cells.count; c++)
		if (same(first->cells.items[c], heading))
			return (int)c;
	return -1;
}
