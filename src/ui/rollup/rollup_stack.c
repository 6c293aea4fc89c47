#include "config.h"

#include "ui/rollup/rollup_stack.h"

#include <string.h>

#include "base/i18n.h"
#include "service/results/rollups.h"
#include "ui/rollup/private.h"

enum { NAME_PART = 3, LEGEND_MIN = 12, LEGEND_MAX = 38, GAP = 2 };

static const char keys[] = "123456789abcdefghijklmnopqrstuvwxyz";

/* The key of a part on its cells and in the legend. */
static char rollup_stack_key_of(size_t part)
{
	return part < sizeof keys - 1 ? keys[part] : '*';
}

/* ---- reading --------------------------------------------------------------------------------- */

void rollup_stack_drop(struct rollup_stack *stack)
{
	if (stack->has_table)
		table_free(&stack->table);
	stack->has_table = false;
	stack->names.count = stack->groups.count = stack->rows.count = 0;
}

void rollup_stack_free(struct rollup_stack *stack)
{
	rollup_stack_drop(stack);
	vec_free(&stack->names);
	vec_free(&stack->groups);
	vec_free(&stack->rows);
}

/* What the bars are broken down by: the columns of the table where it has some, else the first that
 * says something new. */
static int rollup_stack_parts_of(const struct rollup *rollup)
{
	static const enum dimension choices[] = {DIMENSION_PROBLEM_TYPE, DIMENSION_TOOL,
		DIMENSION_DEPARTMENT, DIMENSION_STATUS};

	if (rollup->query.column >= 0)
		return rollup->query.column;
	for (size_t i = 0; i < sizeof choices / sizeof choices[0]; i++) {
		bool used = rollup_pins_has(&rollup->pins, choices[i]);

		for (size_t r = 0; r < rollup->query.row_count; r++)
			used |= rollup->query.rows[r] == choices[i];
		if (!used)
			return (int)choices[i];
	}
	return DIMENSION_STATUS;
}

/* A column of a part: its figure is what follows the colon. */
static bool rollup_stack_is_part(const struct table_column *column, const char *figure)
{
	const char *colon = strrchr(column->id, ':');

	return column->group >= 0 && colon && strcmp(colon + 1, figure) == 0;
}

bool rollup_stack_read(struct app *app, struct rollup *rollup, struct rollup_stack *stack,
	struct error *err)
{
	struct pivot_query query = rollup->query;
	const struct facts *facts;

	query.column = rollup_stack_parts_of(rollup);
	query.measures[0] = MEASURE_PROJECTS;
	query.measures[1] = MEASURE_HOURS;
	query.measure_count = 2;
	query.sort_column = -1;
	stack->parts = query.column;
	if (!rollups_pivot(app->session, &query, rollup->filter, &stack->table, err))
		return false;
	stack->has_table = true;
	facts = rollups_facts(app->session, query.fiscal_year, rollup->filter, err);
	if (!facts)
		return false;

	/* The parts with a project in them, hours or not. */
	const struct table *table = &stack->table;

	for (size_t c = 0; c < table->columns.count; c++) {
		const struct table_column *column = &table->columns.items[c];
		bool any = false;

		for (size_t r = 0; r < table->rows.count; r++)
			any |= table->rows.items[r].cells[c].number > 0;
		if (!any || !rollup_stack_is_part(column, "projects"))
			continue;
		*vec_add(&stack->groups) = column->group;
		*vec_add(&stack->names) = arena_strdup(&stack->table.arena,
			facts->dictionary[stack->parts].entries.items[column->group].name);
	}

	for (size_t r = 0; r < rollup->table.rows.count; r++) {
		const struct table_row *wanted = &rollup->table.rows.items[r];
		int found = -1;

		for (size_t s = 0; s < table->rows.count && found < 0; s++) {
			const struct table_row *row = &table->rows.items[s];

			if (row->kind == wanted->kind && row->key[0] == wanted->key[0] &&
				row->key[1] == wanted->key[1])
				found = (int)s;
		}
		*vec_add(&stack->rows) = found;
	}
	return true;
}

/* ---- drawing --------------------------------------------------------------------------------- */

static size_t rollup_stack_drawn_rows(const struct rollup *rollup)
{
	size_t count = rollup->table.rows.count;

	/* The sums of a total dwarf what they are the sums of. */
	while (count > 0 && rollup->table.rows.items[count - 1].kind == ROW_TOTAL)
		count--;
	return count;
}

/* Hours, unless the cursor is on a number of projects or there is nothing else. */
static const char *rollup_stack_figure_of(const struct rollup *rollup)
{
	const struct table_column *column =
		&rollup->table.columns.items[rollup->view.cursor_column];
	const char *colon = strrchr(column->id, ':');

	if (strcmp(colon ? colon + 1 : column->id, "projects") == 0)
		return "projects";
	for (size_t m = 0; m < rollup->query.measure_count; m++)
		if (rollup->query.measures[m] != MEASURE_PROJECTS)
			return "hours";
	return "projects";
}

struct bars {
	const struct rollup_stack *stack;
	const char *figure;
	size_t columns[sizeof keys + 64]; /* of the stack's table, by part; SIZE_MAX = none */
	size_t parts;
	int total;      /* its column; -1 = none, for what is counted several times */
	int64_t largest;
	int name, value, bar; /* columns */
};

static int64_t rollup_stack_part_of(const struct bars *bars, size_t row, size_t part)
{
	const int at = bars->stack->rows.items[row];
	const struct table_row *line = at < 0 ? NULL : &bars->stack->table.rows.items[at];

	/* a subtotal would dwarf the bars that it is made of */
	if (!line || line->kind == ROW_SUBTOTAL || bars->columns[part] == SIZE_MAX)
		return 0;
	/* more work than before cannot be a part of a bar; the figure beside it counts it */
	return line->cells[bars->columns[part]].number > 0 ? line->cells[bars->columns[part]].number :
		0;
}

static void rollup_stack_add_value(const struct bars *bars, size_t row, struct strbuf *out)
{
	const int at = bars->stack->rows.items[row];

	if (at >= 0 && bars->total >= 0)
		table_cell_text(&bars->stack->table, (size_t)at, (size_t)bars->total, TABLE_PEOPLE,
			out);
}

static void rollup_stack_share_room(const struct rollup *rollup, struct bars *bars, int columns)
{
	struct strbuf text = {0};

	for (size_t r = 0; r < rollup_stack_drawn_rows(rollup); r++) {
		int64_t sum = 0;

		for (size_t p = 0; p < bars->parts; p++)
			sum += rollup_stack_part_of(bars, r, p);
		const int64_t length = sum;
		int width = text_width(table_row_name(&rollup->table, r));

		bars->largest = length > bars->largest ? length : bars->largest;
		bars->name = width > bars->name ? width : bars->name;
		strbuf_clear(&text);
		rollup_stack_add_value(bars, r, &text);
		width = text_width(strbuf_text(&text));
		bars->value = width > bars->value ? width : bars->value;
	}
	strbuf_free(&text);
	if (bars->name > columns / NAME_PART)
		bars->name = columns / NAME_PART;
	bars->bar = columns - bars->name - bars->value - 2;
}

static void rollup_stack_draw_bar_row(const struct rollup *rollup, const struct bars *bars,
	struct canvas *canvas, struct area area, int y, size_t row)
{
	const bool here = row == rollup->view.cursor_row;
	const enum theme_role role = here ? THEME_CURSOR :
		rollup->table.rows.items[row].kind == ROW_SUBTOTAL ? THEME_TOTAL : THEME_NORMAL;
	struct strbuf text = {0};
	const int x = bars->name + bars->value + 2;
	int64_t sum = 0;
	int from = 0;

	draw_text(canvas, area, y, 0, bars->name, table_row_name(&rollup->table, row),
		TEXT_LEFT, role);
	rollup_stack_add_value(bars, row, &text);
	draw_text(canvas, area, y, bars->name + 1, bars->value, strbuf_text(&text), TEXT_RIGHT, role);
	strbuf_free(&text);
	if (here)
		draw_focus(canvas, area, y, 0);
	for (size_t p = 0; p < bars->parts; p++) {
		int to;

		sum += rollup_stack_part_of(bars, row, p);
		to = (int)((draw_eighths(bars->bar, sum, bars->largest) + 4) / 8);
		draw_segment(canvas, area, y, x + from, to - from, p, rollup_stack_key_of(p));
		from = to;
	}
}

/* ---- the legend ------------------------------------------------------------------------------ */

struct legend {
	int rows, across, width;
};

/* Names as long as there is room for all of them in two fifths of the rows. */
static struct legend rollup_stack_legend_for(const struct rollup_stack *stack, struct area area)
{
	const int count = (int)stack->names.count, most = area.rows * 2 / 5;
	struct legend legend = {.width = LEGEND_MIN};

	for (int p = 0; p < count; p++) {
		const int width = text_width(stack->names.items[p]) + 2 + GAP;

		legend.width = width > legend.width ? width : legend.width;
	}
	if (legend.width > LEGEND_MAX)
		legend.width = LEGEND_MAX;
	legend.across = area.columns / legend.width > 0 ? area.columns / legend.width : 1;
	while ((count + legend.across - 1) / legend.across > most &&
		area.columns / (legend.across + 1) >= LEGEND_MIN)
		legend.across++;
	if (legend.across * legend.width > area.columns)
		legend.width = area.columns / legend.across;
	legend.rows = (count + legend.across - 1) / legend.across;
	legend.rows = legend.rows > most ? most : legend.rows;
	return legend;
}

static void rollup_stack_draw_legend(const struct rollup_stack *stack, const struct legend *legend,
	const struct canvas *canvas, struct area area)
{
	for (size_t p = 0; p < stack->names.count; p++) {
		const int y = (int)p / legend->across, x = (int)p % legend->across * legend->width;

		draw_segment(canvas, area, y, x, 1, p, rollup_stack_key_of(p));
		if (y < area.rows)
			draw_text(canvas, area, y, x + 2, legend->width - 3, stack->names.items[p],
				TEXT_LEFT, THEME_NORMAL);
	}
}

/* ---- the whole ------------------------------------------------------------------------------- */

void rollup_stack_draw(struct rollup *rollup, struct rollup_stack *stack, struct canvas *canvas,
	struct area area)
{
	struct bars bars = {.stack = stack, .figure = rollup_stack_figure_of(rollup)};
	const struct legend legend = rollup_stack_legend_for(stack, area);
	const size_t rows = rollup_stack_drawn_rows(rollup), cursor = rollup->view.cursor_row;

	if (stack->names.count == 0) {
		draw_wrapped(canvas, area, 0, rollup_empty(rollup), THEME_LABEL);
		return;
	}

	const struct table *table = &bars.stack->table;
	const size_t most = sizeof bars.columns / sizeof bars.columns[0];

	bars.parts = bars.stack->groups.count < most ? bars.stack->groups.count : most;
	for (size_t p = 0; p < bars.parts; p++) {
		bars.columns[p] = SIZE_MAX;
		for (size_t c = 0; c < table->columns.count; c++)
			if (table->columns.items[c].group == bars.stack->groups.items[p] &&
				rollup_stack_is_part(&table->columns.items[c], bars.figure))
				bars.columns[p] = c;
	}
	bars.total = table_column_index(table, bars.figure);

	rollup_stack_share_room(rollup, &bars, area.columns);
	stack->area = area_part(area, 1, 0,
		area.rows > legend.rows + 2 ? area.rows - legend.rows - 2 : 0, -1);
	/* hours by problem type */
	draw_format(canvas, area, 0, 0, THEME_HEADING, _("%s by %s"),
		bars.total >= 0 ? stack->table.columns.items[bars.total].label : "",
		_(dimensions[stack->parts].label));

	const size_t shown = (size_t)stack->area.rows;

	if (stack->top > cursor)
		stack->top = cursor;
	if (cursor < rows && shown > 0 && cursor >= stack->top + shown)
		stack->top = cursor - shown + 1;
	if (stack->top + shown > rows)
		stack->top = rows > shown ? rows - shown : 0;
	rollup->view.shown_rows = shown;
	for (int y = 0; y < stack->area.rows && stack->top + (size_t)y < rows; y++)
		rollup_stack_draw_bar_row(rollup, &bars, canvas, stack->area, y,
			stack->top + (size_t)y);
	rollup_stack_draw_legend(stack, &legend, canvas,
		area_part(area, area.rows - legend.rows, 0, legend.rows, -1));
}

bool rollup_stack_mouse(struct rollup *rollup, const struct rollup_stack *stack,
	const struct event *event, bool *opened)
{
	const size_t rows = rollup_stack_drawn_rows(rollup);
	size_t row;

	if (!area_contains(stack->area, event->y, event->x) || rows == 0)
		return false;
	row = stack->top + (size_t)(event->y - stack->area.y);
	if (event->mouse == MOUSE_WHEEL_UP)
		row = rollup->view.cursor_row > 0 ? rollup->view.cursor_row - 1 : 0;
	else if (event->mouse == MOUSE_WHEEL_DOWN)
		row = rollup->view.cursor_row + 1;
	if (row >= rows)
		return event->mouse == MOUSE_WHEEL_UP || event->mouse == MOUSE_WHEEL_DOWN;
	rollup->view.cursor_row = row;
	*opened = event->mouse == MOUSE_DOUBLE;
	return true;
}
