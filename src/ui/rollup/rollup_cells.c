#include "config.h"

#include "ui/rollup/rollup_cells.h"

#include "base/i18n.h"

enum { BAR_COLUMNS = 7, SHADE_COLUMNS = 3, LEVELS = 4 };

static const char *const labels[ROLLUP_LOOKS] = {
	[ROLLUP_BAR] = N_("Bar of the cursor's column"),
	[ROLLUP_BARS] = N_("Bars in every cell"),
	[ROLLUP_SHADES] = N_("Shades in every cell"),
	[ROLLUP_PLAIN] = N_("Figures only"),
};

const char *rollup_look_label(enum rollup_look look)
{
	return _(labels[look]);
}

/* Totals would dwarf what they are the total of. */
static bool rollup_cells_compared(const struct rollup_cells *cells, size_t row, size_t column)
{
	const struct table_row *line = &cells->table->rows.items[row];

	return (line->kind == ROW_DATA || line->kind == ROW_UNCLASSIFIED) &&
		line->cells[column].kind == CELL_NUMBER && line->cells[column].number > 0;
}

/* The parts of one measure are compared with each other, across the whole table. */
static void rollup_cells_share_scales(struct rollup_cells *cells, size_t column)
{
	int total = table_total_column(cells->table, column);
	int64_t *mine = &cells->largest.items[column];

	for (size_t c = 0; c < cells->table->columns.count && total >= 0; c++) {
		if (table_total_column(cells->table, c) == total &&
			cells->largest.items[c] > *mine)
			*mine = cells->largest.items[c];
	}
}

int rollup_cells_level(const struct rollup_cells *cells, size_t row, size_t column)
{
	int64_t largest = cells->largest.items[column];
	int level = 0;

	if (!rollup_cells_compared(cells, row, column))
		return 0;
	/* level quarters of the largest; divided first, for figures may be as large as they come */
	while (level < LEVELS &&
		cells->table->rows.items[row].cells[column].number > largest / LEVELS * level)
		level++;
	return level;
}

/* A warmer ground in colour, bolder digits without; the glyph beside says it in either. */
static enum theme_role rollup_cells_heat(const void *data, size_t row, size_t column)
{
	const int level = rollup_cells_level(data, row, column);

	return level > 0 ? (enum theme_role)(THEME_HEAT_1 + level - 1) : THEME_NORMAL;
}

static void rollup_cells_draw_beside(const void *data, const struct canvas *canvas,
	struct area area, size_t row, size_t column)
{
	const struct rollup_cells *cells = data;
	int level;
	bool ground;

	if (!rollup_cells_compared(cells, row, column))
		return;
	if (cells->look == ROLLUP_BARS) {
		draw_bar(canvas, area, 0, 0, area.columns - 1,
			cells->table->rows.items[row].cells[column].number,
			cells->largest.items[column]);
		return;
	}
	level = rollup_cells_level(cells, row, column);
	ground = level == LEVELS &&
		(canvas->theme->colour || canvas->theme->glyphs.unicode);
	/* the ground goes on to the figure; the warmest one is a ground alone, where that is seen */
	for (int x = 0; x < area.columns && level > 0; x++) {
		const bool blank = x == area.columns - 1 || ground;

		draw_text(canvas, area, 0, x, 1, blank ? " " : canvas->theme->glyphs.shades[level],
			TEXT_LEFT, rollup_cells_heat(data, row, column));
	}
}

void rollup_cells_set(struct rollup_cells *cells, enum rollup_look look, const struct table *table,
	struct w_table *view)
{
	cells->look = look;
	cells->table = table;
	cells->largest.count = 0;
	for (size_t c = 0; c < table->columns.count; c++) {
		int64_t largest = 0;

		for (size_t r = 0; r < cells->table->rows.count; r++) {
			int64_t number = cells->table->rows.items[r].cells[c].number;

			if (rollup_cells_compared(cells, r, c) && number > largest)
				largest = number;
		}
		*vec_add(&cells->largest) = largest;
	}
	for (size_t c = 0; c < table->columns.count; c++)
		rollup_cells_share_scales(cells, c);
	view->beside = look == ROLLUP_BARS || look == ROLLUP_SHADES ? rollup_cells_draw_beside : NULL;
	view->role = look == ROLLUP_SHADES ? rollup_cells_heat : NULL;
	view->beside_data = cells;
	view->beside_columns = look == ROLLUP_BARS ? BAR_COLUMNS : SHADE_COLUMNS;
	w_table_set(view, table);
}

/* The cursor's column, else the hours: what people look for first. */
void rollup_cells_fill_room(const struct rollup_cells *cells, struct w_table *view)
{
	int column = (int)view->cursor_column;

	if (column_type_is_text(cells->table->columns.items[column].type))
		column = table_column_index(cells->table, "hours");
	view->bar_column = cells->look == ROLLUP_BAR ? column : -1;
}

void rollup_cells_free(struct rollup_cells *cells)
{
	vec_free(&cells->largest);
}
