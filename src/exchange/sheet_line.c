#include "config.h"

#include "exchange/sheet_line.h"

#include <string.h>

#include "base/text.h"

void sheet_line_take(struct sheet_line *line, const struct csv_record *record, size_t count,
	const unsigned char *merged)
{
	sheet_line_free(line);
	line->line = record->line;
	line->count = count;
	line->cells = arena_alloc(&line->arena, (count + 1) * sizeof *line->cells);
	for (size_t c = 0; c < count; c++)
		line->cells[c] = arena_strdup(&line->arena, record->cells[c]);
	if (merged) {
		line->merged = arena_alloc(&line->arena, count + 1);
		memcpy(line->merged, merged, count);
	}
}

void sheet_line_widen(struct sheet_line *line, size_t count)
{
	const char **const cells = arena_alloc(&line->arena, (count + 1) * sizeof *cells);
	unsigned char *const merged = arena_alloc(&line->arena, count + 1);

	if (count <= line->count)
		return;
	for (size_t c = 0; c < count; c++)
		cells[c] = c < line->count ? line->cells[c] : "";
	if (line->merged)
		line->merged = memcpy(merged, line->merged, line->count);
	line->cells = cells;
	line->count = count;
}

void sheet_line_free(struct sheet_line *line)
{
	arena_free(&line->arena);
	*line = (struct sheet_line){0};
}

const char *sheet_line_over(const struct sheet_line *line, size_t column)
{
	if (column >= line->count && (line->merged || line->count == 0))
		return "";
	if (column >= line->count)
		column = line->count - 1; /* a group may be last, and its blanks were cut off */
	while (column > 0 && text_is_blank(line->cells[column]) &&
		(!line->merged || line->merged[column] == MERGED_LEFT))
		column--;
	return text_is_blank(line->cells[column]) ? "" : line->cells[column];
}

bool sheet_line_reaches_down(const struct sheet_line *line, const unsigned char *merged_below,
	size_t column)
{
	return column < line->count && !text_is_blank(line->cells[column]) &&
		(!merged_below || merged_below[column] == MERGED_ABOVE);
}
