#include "config.h"

#include "ui/reports/s_indicator.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/results/indicators.h"
#include "ui/app/app.h"
#include "ui/kit/export_table.h"
#include "ui/kit/report.h"
#include "ui/office/s_office_table.h"
#include "ui/widget/w_chart.h"
#include "ui/widget/w_table.h"

enum { MONTHS = 12, FIRST_MONTH = 4, LABEL_SIZE = 16, HEAD_ROWS = 2, HEADING_ROWS = 2, SMALL_CHART_ROWS = 2,
	CHART_ROWS_MIN = 6, TABLE_ROWS_MIN = 3 };

struct page {
	char *code;
	struct indicator_course course;
	struct table table;
	struct w_table view;
	bool has_table;
	int months_of; /* the fiscal year whose months the chart shows; 0 = the years */
	VEC(struct chart_point) points;
	VEC(char) labels; /* LABEL_SIZE each */
};

/* ---- reading --------------------------------------------------------------------------------- */

static void indicator_page_drop(struct page *page)
{
	if (page->has_table) {
		table_free(&page->table);
		indicators_course_free(&page->course);
	}
	page->has_table = false;
}

static int indicator_page_year_of_row(const struct page *page)
{
	return page->view.cursor_row < page->table.rows.count ?
		(int)page->table.rows.items[page->view.cursor_row].key[0] : 0;
}

static bool indicator_page_has_months(const struct page *page, int fiscal_year)
{
	const struct indicator *indicator = page->course.indicator;

	for (size_t i = 0; i < indicator->values.count; i++)
		if (indicator->values.items[i].fiscal_year == fiscal_year &&
			indicator->values.items[i].month > 0)
			return true;
	return false;
}

static bool indicator_page_read(struct app *app, struct page *page, struct error *err)
{
	struct indicator_course course;

	if (!indicators_course(app->session, page->code, &course, err))
		return false;
	indicator_page_drop(page);
	page->course = course;
	indicators_course_table(app->session, &page->course, &page->table);
	page->has_table = true;
	w_table_set(&page->view, &page->table);
	if (page->months_of && !indicator_page_has_months(page, page->months_of))
		page->months_of = 0;
	return true;
}

static bool indicator_page_open_screen(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	struct page *page = screen->state;

	page->code = xstrdup(argument);
	w_table_init(&page->view);
	if (!indicator_page_read(app, page, err)) {
		screen->ops->close(app, screen);
		return false;
	}

	/* The cursor begins on the year one is in. */
	for (size_t r = 0; r < page->table.rows.count; r++)
		if (page->table.rows.items[r].key[0] == app->session->fiscal_year)
			page->view.cursor_row = r;

	return true;
}

static bool indicator_page_reload(struct app *app, struct screen *screen, struct error *err)
{
	return indicator_page_read(app, screen->state, err);
}

/* ---- the chart ------------------------------------------------------------------------------- */

/* What the chart shows: as many places as the texts. */
static int64_t indicator_page_tenths(int64_t figure)
{
	return decimal_divide_half_up(figure, INDICATOR_ONE / 10);
}

static const char *indicator_page_add_label(struct page *page, size_t place, const char *text)
{
	char *label = page->labels.items + place * LABEL_SIZE;

	text_copy(label, LABEL_SIZE, text);
	return label;
}

static void indicator_page_room_for(struct page *page, size_t count)
{
	page->points.count = page->labels.count = 0;
	for (size_t i = 0; i < count * LABEL_SIZE; i++)
		*vec_add(&page->labels) = '\0';
}

static void indicator_page_point_years(struct page *page)
{
	const int focus = indicator_page_year_of_row(page);

	indicator_page_room_for(page, page->course.years.count);
	for (size_t y = 0; y < page->course.years.count; y++) {
		const struct indicator_year *year = &page->course.years.items[y];
		char text[FISCAL_YEAR_TEXT];

		fiscal_year_short(year->fiscal_year, text);
		*vec_add(&page->points) = (struct chart_point){
			.label = indicator_page_add_label(page, y, text),
			.values = {indicator_page_tenths(year->value),
				indicator_page_tenths(year->stock)},
			.known = {year->has_value, year->has_stock},
			.target = indicator_page_tenths(year->target),
			.has_target = year->has_target,
			.focus = year->fiscal_year == focus,
		};
	}
}

/* The target of a year is what its last month is to reach; it says nothing of a month whose figures
 * are added up. */
static void indicator_page_point_months(struct page *page)
{
	const struct indicator *indicator = page->course.indicator;
	const struct indicator_target *target = indicator_target_for(indicator, page->months_of);

	indicator_page_room_for(page, MONTHS);
	for (size_t m = 0; m < MONTHS; m++) {
		const int month = (FIRST_MONTH - 1 + (int)m) % MONTHS + 1;
		struct chart_point *point = vec_add(&page->points);
		char text[LABEL_SIZE];
		int64_t value = 0;

		snprintf(text, sizeof text, "%d", month);
		*point = (struct chart_point){.label = indicator_page_add_label(page, m, text)};
		point->known[0] = indicators_month(indicator, page->months_of, month, &value);
		point->values[0] = indicator_page_tenths(value);
		point->has_target = target && indicator->yearly == INDICATOR_LAST;
		point->target = target ? indicator_page_tenths(target->target) : 0;
	}
}

/* "時間" behind a name for the legend, where there is a unit. */
static void indicator_page_add_name(const struct indicator *indicator, const char *name,
	struct strbuf *out)
{
	if (*indicator->unit)
		strbuf_addf(out, _("%s (%s)"), name, indicator->unit);
	else
		strbuf_add_text(out, name);
}

static void indicator_page_add_target_name(const struct page *page, struct strbuf *out)
{
	const int year = page->months_of ? page->months_of : indicator_page_year_of_row(page);
	const struct indicator_target *target = indicator_target_for(page->course.indicator, year);

	strbuf_add_text(out, _("Target"));
	if (!target)
		return;
	strbuf_add_char(out, ' ');
	indicator_format(target->target, 1, out);
}

static void indicator_page_draw_chart(struct page *page, struct canvas *canvas, struct area area)
{
	struct strbuf first = {0}, second = {0}, target = {0};
	struct w_chart chart = {.decimals = 1};

	if (page->months_of)
		indicator_page_point_months(page);
	else
		indicator_page_point_years(page);
	indicator_page_add_name(page->course.indicator,
		page->course.goal && !page->months_of ? _("Flow") : _("Value"), &first);
	indicator_page_add_name(page->course.indicator, _("Stock"), &second);
	indicator_page_add_target_name(page, &target);
	chart.points = page->points.items;
	chart.count = page->points.count;
	chart.names[0] = strbuf_text(&first);
	chart.names[1] = page->course.goal && !page->months_of ? strbuf_text(&second) : NULL;
	for (size_t i = 0; i < page->points.count; i++)
		if (page->points.items[i].has_target)
			chart.target_name = strbuf_text(&target);
	w_chart_draw(&chart, canvas, area);
	strbuf_free(&first);
	strbuf_free(&second);
	strbuf_free(&target);
}

/* ---- drawing --------------------------------------------------------------------------------- */

static void indicator_page_draw_head(const struct page *page, const struct canvas *canvas,
	struct area area)
{
	const struct indicator *indicator = page->course.indicator;
	struct strbuf text = {0};
	char year[FISCAL_YEAR_TEXT];

	draw_text(canvas, area, 0, 1, area.columns - 2, indicator->name, TEXT_LEFT, THEME_TITLE);
	if (page->months_of) {
		fiscal_year_format(page->months_of, year);
		strbuf_addf(&text, _("Months of %s"), year);
	} else {
		strbuf_add_text(&text, _("Over the years"));
	}
	strbuf_addf(&text, "  %s", indicator_direction_label(indicator->direction));
	if (*indicator->source)
		strbuf_addf(&text, "  %s: %s", _("Source"), indicator->source);
	draw_text(canvas, area, 1, 1, area.columns - 2, strbuf_text(&text), TEXT_LEFT, THEME_LABEL);
	strbuf_free(&text);
}

static void indicator_page_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	struct page *page = screen->state;
	const int rest = area.rows - HEAD_ROWS;
	int rows = (int)page->table.rows.count + HEADING_ROWS;

	(void)app;
	rows = rows > rest * 2 / 5 ? rest * 2 / 5 : rows;
	rows = rows < TABLE_ROWS_MIN ? TABLE_ROWS_MIN : rows;
	if (rest - rows - 1 < CHART_ROWS_MIN)
		rows = rest - SMALL_CHART_ROWS - 1;
	indicator_page_draw_head(page, canvas, area);
	indicator_page_draw_chart(page, canvas, area_part(area, HEAD_ROWS, 1, rest - rows - 1,
		area.columns - 2));
	w_table_draw(&page->view, canvas, area_part(area, area.rows - rows, 1, rows,
		area.columns - 2), true);
}

static void indicator_page_status(const struct app *app, const struct screen *screen,
	struct strbuf *out)
{
	const struct page *page = screen->state;

	(void)app;
	if (page->months_of == 0 && indicator_page_has_months(page, indicator_page_year_of_row(page)))
		strbuf_add_text(out, _("Enter shows the months of this year."));
}

/* ---- actions --------------------------------------------------------------------------------- */

static void indicator_page_move(struct app *app, struct screen *screen, enum action action)
{
	struct page *page = screen->state;

	(void)app;
	w_table_action(&page->view, action);
}

/* The months of the year of the cursor, or the years again. */
static void indicator_page_turn(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	(void)app;
	page->months_of = page->months_of ? 0 : indicator_page_year_of_row(page);
}

static bool indicator_page_can_turn(const struct app *app, const struct screen *screen)
{
	const struct page *page = screen->state;

	(void)app;
	return page->months_of || indicator_page_has_months(page, indicator_page_year_of_row(page));
}

static void indicator_page_edit_values(struct app *app, struct screen *screen)
{
	(void)screen;
	office_table_open(app, "indicator-values");
}

static void indicator_page_write_out(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	export_table(app, &page->table);
}

static void indicator_page_yank_cell(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	export_cell(app, &page->table, &page->view);
}

/* Of the cursor's year: what is computed, and from what. */
static void indicator_page_explain(struct app *app, struct screen *screen)
{
	const struct page *page = screen->state;
	const int year = indicator_page_year_of_row(page);
	const struct rollups_choice choice = rollups_choice(year ? year : app->session->fiscal_year);
	const struct named_table *named = named_find("indicators");
	struct error err = {0};
	struct table table;

	if (!rollups_table(app->session, named->id, &choice, &table, &err)) {
		app_error(app, &err);
		return;
	}
	const int code = table_column_index(&table, "code");
	size_t row = 0;
	while (row < table.rows.count &&
		strcmp(table.rows.items[row].cells[code].text, page->code) != 0)
		row++;
	report_explain(app, named, &choice, &table, row);
	table_free(&table);
}

static const struct screen_act indicator_page_acts[] = {
	{ACTION_UP, .to = ACTION_LAST, .each = indicator_page_move},
	{ACTION_OPEN, .act = indicator_page_turn, .offered = indicator_page_can_turn},
	{ACTION_EDIT, .act = indicator_page_edit_values},
	{ACTION_CHART, .act = indicator_page_turn, .offered = indicator_page_can_turn},
	{ACTION_EXPLAIN, .act = indicator_page_explain},
	{ACTION_EXPORT, .act = indicator_page_write_out},
	{ACTION_YANK, .act = indicator_page_yank_cell},
	{0},
};

static bool indicator_page_mouse(struct app *app, struct screen *screen, const struct event *event)
{
	struct page *page = screen->state;
	int column = -1;
	const enum w_table_hit hit = w_table_mouse(&page->view, event, &column);

	if (hit == W_TABLE_CELL_OPENED && indicator_page_can_turn(app, screen))
		indicator_page_turn(app, screen);
	return hit != W_TABLE_NOWHERE;
}

static bool indicator_page_go_to(struct app *app, struct screen *screen, const char *id)
{
	struct page *page = screen->state;

	(void)app;
	return w_table_go_to(&page->view, id);
}

static void indicator_page_close_screen(struct app *app, struct screen *screen)
{
	struct page *page = screen->state;

	(void)app;
	indicator_page_drop(page);
	free(page->code);
	w_table_free(&page->view);
	vec_free(&page->points);
	vec_free(&page->labels);
}

static const struct screen_ops s_indicator_ops = {
	.title = N_("Indicator"),
	.context = CONTEXT_INDICATORS,
	.acts = indicator_page_acts,
	.private_size = sizeof(struct page),
	.open = indicator_page_open_screen,
	.reload = indicator_page_reload,
	.draw = indicator_page_draw,
	.mouse = indicator_page_mouse,
	.go_to = indicator_page_go_to,
	.status = indicator_page_status,
	.close = indicator_page_close_screen,
};

bool indicator_open(struct app *app, const char *code)
{
	return app_push(app, &s_indicator_ops, code);
}
