/* home_draw - drawing home. */
#include "config.h"

#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ui/home/private.h"
#include "ui/widget/w_chart.h"

enum {
	NARROW = 72,       /* below, one pane at a time */
	SHORT = 16,        /* below, one row of panes at a time */
	SUMMARY_GAP = 2,
	GOAL_MIN = 24,
	FIGURE_GAP = 2,
	BAR_MIN = 4,
	NAME_MIN = 12,
	NAME_MAX = 44,
	LOWER_ROWS = 6,    /* least of the panes below */
};

/* ---- the first two lines -------------------------------------------------------------------- */

static const char *const figure_labels[HOME_FIGURES] = {
	[HOME_PROJECTS] = N_("Projects"),
	[HOME_HOURS] = N_("Hours saved"),
	[HOME_PERSON_YEARS] = N_("Person-years"),
	[HOME_TEAMS] = N_("Active teams"),
	[HOME_GOAL] = N_("Yearly goal"),
};

static const char months_label[] = N_("By start month, Apr–Mar");

/* " (+661)", nothing where there is no year before. */
static void home_draw_add_change(const struct home *home, const char *column, bool hours,
	struct strbuf *out)
{
	int64_t change;

	if (!home_total(home, column, &change))
		return;
	strbuf_addf(out, " (%s", change > 0 ? "+" : "");
	decimal_add_triangle(out, hours ? effect_hours(change) : change, 0, false);
	strbuf_add_char(out, ')');
}

/* The number in scratch. */
static const char *home_draw_grouped(struct strbuf *scratch, int64_t number, int decimals)
{
	strbuf_clear(scratch);
	decimal_add_triangle(scratch, number, decimals, false);
	return strbuf_text(scratch);
}

static void home_draw_add_figure(const struct home *home, enum home_figure figure, bool change,
	struct strbuf *out)
{
	const int64_t teams = home->rates.teams, with = home->rates.with[COVERAGE_REGISTERED];
	struct strbuf scratch = {0};
	int64_t number = 0;

	switch (figure) {
	case HOME_PROJECTS:
		home_total(home, "projects", &number);
		strbuf_addf(out, _("%s proj."), home_draw_grouped(&scratch, number, 0));
		if (change)
			home_draw_add_change(home, "projects_change", false, out);
		break;
	case HOME_HOURS:
		home_total(home, "hours", &number);
		strbuf_addf(out, _("%s h"), home_draw_grouped(&scratch, effect_hours(number), 0));
		if (change)
			home_draw_add_change(home, "hours_change", true, out);
		break;
	case HOME_PERSON_YEARS:
		home_total(home, "person_years", &number);
		number = effect_person_years_tenths(number, home->tables[0].hours_per_person_year);
		strbuf_addf(out, _("%s PY"), home_draw_grouped(&scratch, number, 1));
		break;
	default:
		/* teams with a project, teams */
		strbuf_addf(out, ngettext("%lld/%lld team", "%lld/%lld teams",
			(unsigned long)teams), (long long)with, (long long)teams);
		if (teams == 0)
			break;
		strbuf_add_char(out, ' ');
		decimal_add(out, decimal_divide_half_up(with * 1000, teams), 1, false);
		strbuf_add_char(out, '%');
	}
	strbuf_free(&scratch);
}

static void home_draw_add_attained(const struct home *home, struct strbuf *out)
{
	int64_t minutes = 0;

	home_total(home, "hours", &minutes);
	decimal_add_triangle(out, decimal_divide_half_up(minutes * 1000, home->target_minutes), 1,
		false);
	strbuf_add_char(out, '%');
}

/* What is reached of the goal, as a bar with its percentage. */
static void home_draw_goal(const struct home *home, struct canvas *canvas, struct area area, int x,
	enum theme_role role)
{
	struct strbuf label = {0}, percent = {0}, scratch = {0};
	int64_t minutes = 0;
	int width;

	home_total(home, "hours", &minutes);
	strbuf_addf(&label, "%s ", _(figure_labels[HOME_GOAL]));
	strbuf_addf(&label, _("%s h"), home_draw_grouped(&scratch,
		effect_hours(home->target_minutes), 0));
	draw_text(canvas, area, 0, x, -1, strbuf_text(&label), TEXT_LEFT, THEME_LABEL);
	home_draw_add_attained(home, &percent);
	width = text_width(strbuf_text(&percent));
	draw_bar(canvas, area, 1, x, area.columns - x - width - 2, minutes, home->target_minutes);
	draw_text(canvas, area, 1, area.columns - width - 1, width, strbuf_text(&percent), TEXT_LEFT,
		role);
	strbuf_free(&label);
	strbuf_free(&percent);
	strbuf_free(&scratch);
}

static enum theme_role home_draw_figure_role(const struct home *home, size_t figure)
{
	return home->pane == HOME_SUMMARY && home->cursor[HOME_SUMMARY] == figure ? THEME_CURSOR :
		THEME_STRONG;
}

/* The figures beside each other; those that do not fit are left out. Returns the x behind. */
static int home_draw_figures(struct home *home, struct canvas *canvas, struct area area,
	bool labels)
{
	int x = 1;

	for (int i = 0; i < HOME_GOAL; i++) {
		struct strbuf value = {0};
		int width, label = labels ? text_width(_(figure_labels[i])) : 0;

		home_draw_add_figure(home, (enum home_figure)i, labels, &value);
		width = text_width(strbuf_text(&value));
		home->figure_x[i] = x;
		if (x + width <= area.columns) {
			if (labels)
				draw_text(canvas, area, 0, x, label, _(figure_labels[i]), TEXT_LEFT,
					THEME_LABEL);
			draw_text(canvas, area, labels, x, width, strbuf_text(&value), TEXT_LEFT,
				home_draw_figure_role(home, (size_t)i));
			if (home->pane == HOME_SUMMARY && home->cursor[HOME_SUMMARY] == (size_t)i)
				draw_focus(canvas, area, labels, x);
		}
		x += (label > width ? label : width) + SUMMARY_GAP;
		strbuf_free(&value);
	}
	home->figure_x[HOME_GOAL] = x;
	return x;
}

/* How wide the months may be: two cells each and a gap, where there is room for them. */
static int home_draw_months_columns(const struct home *home, int room)
{
	const int label = text_width(_(months_label));
	const int columns = label > HOME_MONTHS * 2 ? label : HOME_MONTHS * 2;

	return home->has_months && columns + 1 <= room ? columns + 1 : 0;
}

static void home_draw_months(const struct home *home, const struct canvas *canvas, struct area area,
	int x, int columns)
{
	if (columns <= 0)
		return;
	draw_text(canvas, area, 0, x, columns, _(months_label), TEXT_LEFT, THEME_LABEL);
	w_chart_sparkline(canvas, area, 1, x, 2, home->months, HOME_MONTHS);
}

static void home_draw_summary(struct home *home, struct canvas *canvas, struct area area)
{
	int x;

	home->areas[HOME_SUMMARY] = area;
	x = home_draw_figures(home, canvas, area, area.rows > 1);
	home->figure_x[HOME_FIGURES] = area.columns;
	if (area.rows < 2)
		return;
	if (home_has_goal(home)) {
		const int months = home_draw_months_columns(home,
			area.columns - x - GOAL_MIN - SUMMARY_GAP);

		home_draw_months(home, canvas, area, area.columns - months, months);
		if (area.columns - x >= GOAL_MIN)
			home_draw_goal(home, canvas,
				area_part(area, 0, 0, -1, area.columns - (months ? months + 1 : 0)), x,
				home_draw_figure_role(home, HOME_GOAL));
		else {
			/* The percentage alone, where there is no room for the bar. */
			const enum theme_role role = home_draw_figure_role(home, HOME_GOAL);
			struct strbuf percent = {0};

			home_draw_add_attained(home, &percent);
			if (x + text_width(strbuf_text(&percent)) <= area.columns) {
				draw_text(canvas, area, 0, x, area.columns - x, _("Goal"),
					TEXT_LEFT, THEME_LABEL);
				draw_text(canvas, area, 1, x, -1, strbuf_text(&percent), TEXT_LEFT,
					role);
			}
			strbuf_free(&percent);
		}
	} else {
		home_draw_months(home, canvas, area, x, home_draw_months_columns(home,
			area.columns - x));
	}
}

/* ---- panes ---------------------------------------------------------------------------------- */

static void home_draw_pane_title(const struct home *home, enum home_pane pane, struct strbuf *out)
{
	bool scoped = home->scope.count > 0 && pane == HOME_LEFT;

	/* whose figures these are, where it is not the whole body */
	strbuf_addf(out, "%s%s", scoped ? home->scope.items[0].name : "", scoped ? "  " : "");
	switch (pane) {
	case HOME_LEFT:
		strbuf_add_text(out, home->queries[0].rows[0] == DIMENSION_TEAM ?
			_("Hours saved by team") : _("Hours saved by problem type"));
		break;
	case HOME_RIGHT:
		strbuf_add_text(out, _("Projects by ICT tool"));
		break;
	case HOME_TODO:
		strbuf_add_text(out, _("To do"));
		break;
	default:
		strbuf_add_text(out, _("Recent changes"));
	}
}

static enum theme_role home_draw_row_role(const struct home *home, enum home_pane pane, size_t row,
	enum theme_role otherwise)
{
	if (home->pane != pane || home->cursor[pane] != row)
		return otherwise;
	return THEME_CURSOR;
}

static const struct table_cell *home_draw_cell_of(const struct table *table, size_t row,
	const char *column)
{
	static const struct table_cell empty;
	int at = table_column_index(table, column);

	return at < 0 ? &empty : &table->rows.items[row].cells[at];
}

static int64_t home_draw_largest(const struct table *table, size_t rows, const char *column)
{
	int64_t most = 0;

	for (size_t r = 0; r < rows; r++) {
		int64_t number = home_draw_cell_of(table, r, column)->number;

		most = number > most ? number : most;
	}
	return most;
}

/* How the room of a bar line is shared: name, count, hours, bar. */
struct bar_columns {
	int name, count, hours, bar;
};

/* "255件" beside hours; the count alone where it is the pane's own figure. */
static void home_draw_count_text(const struct table *table, size_t row, bool unit,
	struct strbuf *out)
{
	struct strbuf scratch = {0};
	const char *number = home_draw_grouped(&scratch, home_draw_cell_of(table, row,
		"projects")->number, 0);

	if (unit)
		strbuf_addf(out, _("%s proj."), number);
	else
		strbuf_add_text(out, number);
	strbuf_free(&scratch);
}

static void home_draw_hours_text(const struct table *table, size_t row, struct strbuf *out)
{
	decimal_add_triangle(out, effect_hours(home_draw_cell_of(table, row, "hours")->number), 0,
		false);
}

static void home_draw_widen(int *columns, const char *text)
{
	int width = text_width(text);

	*columns = width > *columns ? width : *columns;
}

static struct bar_columns home_draw_share_room(const struct table *table, size_t rows, int columns,
	bool hours)
{
	struct bar_columns share = {.name = NAME_MIN};
	struct strbuf text = {0};
	int room;

	for (size_t r = 0; r < rows; r++) {
		home_draw_widen(&share.name, table_row_name(table, r));
		strbuf_clear(&text);
		home_draw_count_text(table, r, hours, &text);
		home_draw_widen(&share.count, strbuf_text(&text));
		strbuf_clear(&text);
		home_draw_hours_text(table, r, &text);
		home_draw_widen(&share.hours, strbuf_text(&text));
	}
	strbuf_free(&text);
	share.count += 1;
	share.hours = hours ? share.hours + FIGURE_GAP : 0;
	room = columns - share.count - share.hours - 1;
	if (share.name > NAME_MAX)
		share.name = NAME_MAX;
	if (share.name > room * 2 / 3)
		share.name = room * 2 / 3;
	share.bar = room - share.name;
	if (share.bar < BAR_MIN) {
		share.name += share.bar;
		share.bar = 0;
	}
	return share;
}

static void home_draw_bar_row(const struct home *home, struct canvas *canvas, struct area area,
	int y, enum home_pane pane, size_t row, const struct bar_columns *share, int64_t most)
{
	const struct table *table = &home->tables[pane - HOME_LEFT];
	enum theme_role role = home_draw_row_role(home, pane, row, THEME_NORMAL);
	const char *measure = share->hours ? "hours" : "projects";
	int64_t value = home_draw_cell_of(table, row, measure)->number;
	struct strbuf text = {0};

	draw_text(canvas, area, y, 0, share->name, table_row_name(table, row), TEXT_LEFT, role);
	home_draw_count_text(table, row, share->hours > 0, &text);
	draw_text(canvas, area, y, share->name, share->count, strbuf_text(&text), TEXT_RIGHT, role);
	strbuf_clear(&text);
	home_draw_hours_text(table, row, &text);
	draw_text(canvas, area, y, share->name + share->count, share->hours, strbuf_text(&text),
		TEXT_RIGHT, value < 0 && role == THEME_NORMAL ? THEME_NEGATIVE : role);
	draw_bar(canvas, area, y, share->name + share->count + share->hours + 1, share->bar, value,
		most);
	strbuf_free(&text);
}

static void home_draw_line(const struct home *home, struct canvas *canvas, struct area area, int y,
	enum home_pane pane, size_t row)
{
	const struct home_line *line =
		pane == HOME_TODO ? &home->todo.items[row] : &home->recent.items[row];
	bool urgent = line->role == THEME_WARNING || line->role == THEME_ERROR;
	int x = 0;

	if (pane == HOME_TODO) {
		draw_text(canvas, area, y, 0, 2, urgent ? "!" : "-", TEXT_LEFT, line->role);
		x = 2;
	}
	draw_text(canvas, area, y, x, area.columns - x, line->text, TEXT_LEFT,
		home_draw_row_role(home, pane, row, line->role));
}

static void home_draw_pane(struct home *home, struct canvas *canvas, struct area area,
	enum home_pane pane)
{
	size_t rows = home_rows(home, pane);
	bool bars = pane == HOME_LEFT || pane == HOME_RIGHT;
	struct bar_columns share = {0};
	struct strbuf title = {0};
	struct area inside;
	int64_t most = 0;

	home_draw_pane_title(home, pane, &title);
	inside = draw_box(canvas, area, strbuf_text(&title));
	strbuf_free(&title);
	home->areas[pane] = inside;

	const size_t shown = (size_t)inside.rows;
	size_t *top = &home->top[pane];

	if (*top > home->cursor[pane])
		*top = home->cursor[pane];
	if (shown > 0 && home->cursor[pane] >= *top + shown)
		*top = home->cursor[pane] - shown + 1;
	if (*top + shown > rows)
		*top = rows > shown ? rows - shown : 0;

	if (bars && home->has_tables) {
		const struct table *table = &home->tables[pane - HOME_LEFT];

		share = home_draw_share_room(table, rows, inside.columns, pane == HOME_LEFT);
		most = home_draw_largest(table, rows, pane == HOME_LEFT ? "hours" : "projects");
	}
	for (int y = 0; y < inside.rows && home->top[pane] + (size_t)y < rows; y++) {
		size_t row = home->top[pane] + (size_t)y;

		if (bars)
			home_draw_bar_row(home, canvas, inside, y, pane, row, &share, most);
		else
			home_draw_line(home, canvas, inside, y, pane, row);
		if (home->pane == pane && home->cursor[pane] == row)
			draw_focus(canvas, inside, y, 0);
	}
	if (rows == 0)
		draw_wrapped(canvas, inside, 0, pane == HOME_TODO ? _("Nothing for now.") :
			_("Nothing yet."), THEME_MUTED);
}

/* Two panes beside each other, or the one with the focus where there is no room. */
static void home_draw_pair(struct home *home, struct canvas *canvas, struct area area,
	enum home_pane left)
{
	int split = area.columns * 62 / 100;
	enum home_pane right = (enum home_pane)(left + 1);

	if (area.columns < NARROW) {
		home_draw_pane(home, canvas, area, home->pane == right ? right : left);
		return;
	}
	home_draw_pane(home, canvas, area_part(area, 0, 0, -1, split), left);
	home_draw_pane(home, canvas, area_part(area, 0, split, -1, -1), right);
}

void home_draw(struct app *app, struct home *home, struct canvas *canvas, struct area area)
{
	bool narrow = area.columns < NARROW || area.rows < SHORT;
	bool lower = home->pane == HOME_TODO || home->pane == HOME_RECENT;
	struct area rest;
	int upper;

	(void)app;
	memset(home->areas, 0, sizeof home->areas);
	home_draw_summary(home, canvas, area_part(area, 0, 0, narrow ? 1 : 2, -1));
	rest = area_part(area, narrow ? 1 : 2, 0, -1, -1);
	if (narrow) {
		home_draw_pair(home, canvas, rest, lower ? HOME_TODO : HOME_LEFT);
		return;
	}

	/* The upper panes get the rows they need, as far as something is left for the lower
	 * ones. */
	size_t left = home_rows(home, HOME_LEFT), right = home_rows(home, HOME_RIGHT);
	size_t wanted = (left > right ? left : right) + 2, most = (size_t)(rest.rows - LOWER_ROWS);
	upper = (int)(wanted < most ? wanted : most);
	home_draw_pair(home, canvas, area_part(rest, 0, 0, upper, -1), HOME_LEFT);
	home_draw_pair(home, canvas, area_part(rest, upper, 0, -1, -1), HOME_TODO);
}
