/* indicators_course - one indicator over the years and its months, as figures and as a table. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "rollup/goal.h"
#include "service/results/indicators.h"

enum { MONTHS = 12, FIRST_MONTH = 4 };

/* ---- the figures ----------------------------------------------------------------------------- */

/* An absurd year typed once must not make a table of hundreds of rows. */
enum { YEARS_MAX = 60 };

static void indicators_course_widen(int *first, int *last, int fiscal_year)
{
	if (fiscal_year <= 0)
		return;
	if (!*first || fiscal_year < *first)
		*first = fiscal_year;
	if (fiscal_year > *last)
		*last = fiscal_year;
}

/* Earlier years' savings keep counting: the years from the first with projects on. */
static bool add_stock(struct session *session, struct indicator_course *course, struct error *err)
{
	const size_t count = course->years.count;
	const int first = course->years.items[0].fiscal_year;
	const struct facts *facts = rollups_facts(session, 0, NULL, err);
	struct goal_year *years = xcalloc(count, sizeof *years);
	const bool done = facts && goal_read(facts, STAGE_ESTIMATE, BASIS_IN_YEAR, NULL, first,
		first + (int)count - 1, years, err);

	for (size_t y = 0; done && y < count; y++) {
		struct indicator_year *year = &course->years.items[y];

		/* whole hours, as the table of the goal says; years to come are not foretold */
		year->has_stock = year->has_value &&
			decimal_multiply(decimal_divide_half_up(years[y].stock, 60), 1000,
				&year->stock);
	}
	free(years);
	return done;
}

bool indicators_course(struct session *session, const char *code, struct indicator_course *course,
	struct error *err)
{
	int first = 0, last = 0, at;

	*course = (struct indicator_course){0};
	if (!indicators_load(session, &course->all, err)) {
		indicators_course_free(course);
		return false;
	}
	at = indicator_find(&course->all, code);
	if (at < 0) {
		indicators_course_free(course);
		return error_set(err, ERROR_DATA, _("There is no indicator %s (any more)."), code);
	}
	course->indicator = &course->all.indicators.items[at];
	course->goal = course->indicator->computed == INDICATOR_HOURS_SAVED;

	const struct indicator *indicator = course->indicator;

	for (size_t i = 0; i < indicator->values.count; i++)
		indicators_course_widen(&first, &last, indicator->values.items[i].fiscal_year);
	for (size_t i = 0; i < indicator->targets.count; i++)
		indicators_course_widen(&first, &last, indicator->targets.items[i].fiscal_year);
	if (!first)
		first = last = session->fiscal_year;
	if (last - first >= YEARS_MAX)
		first = last - YEARS_MAX + 1;
	for (int y = first; y <= last; y++) {
		const struct indicator_target *target = indicator_target_for(course->indicator, y);
		struct indicator_year *year = vec_add(&course->years);
		struct indicator_reading reading;

		*year = (struct indicator_year){.fiscal_year = y};
		if (target) {
			year->has_target = true;
			year->target = target->target;
		}
		if (indicator_read(course->indicator, y, &reading)) {
			year->has_value = true;
			year->value = reading.value;
		}
	}
	for (size_t i = 0; i < course->indicator->values.count; i++)
		course->months = course->months || course->indicator->values.items[i].month > 0;
	if (course->goal && !add_stock(session, course, err)) {
		indicators_course_free(course);
		return false;
	}
	return true;
}

void indicators_course_free(struct indicator_course *course)
{
	vec_free(&course->years);
	indicator_register_free(&course->all);
}

bool indicators_month(const struct indicator *indicator, int fiscal_year, int month, int64_t *value)
{
	for (size_t i = 0; i < indicator->values.count; i++) {
		const struct indicator_value *one = &indicator->values.items[i];

		if (one->fiscal_year == fiscal_year && one->month == month) {
			*value = one->value;
			return true;
		}
	}
	return false;
}

/* ---- the table ------------------------------------------------------------------------------- */

struct places {
	size_t value, stock, target, attainment, stock_attainment, months;
};

static struct places indicators_course_add_columns(const struct indicator_course *course,
	struct table *table)
{
	struct places places = {0};

	table_add_column(table, "fiscal_year", _("Fiscal year"), COLUMN_TEXT)->files = false;
	table_add_column(table, "fiscal_year", _("Fiscal year"), COLUMN_CODE);
	places.value = table->columns.count;
	table_add_column(table, course->goal ? "flow" : "value",
		course->goal ? _("Flow") : _("Value"), COLUMN_FIGURE);
	if (course->goal) {
		places.stock = table->columns.count;
		table_add_column(table, "stock", _("Stock"), COLUMN_FIGURE);
	}
	places.target = table->columns.count;
	table_add_column(table, "target", _("Target"), COLUMN_FIGURE);
	places.attainment = table->columns.count;
	table_add_column(table, "attainment", course->goal ? _("Attainment, flow (%)") :
		_("Attainment (%)"), COLUMN_PERCENT);
	if (course->goal) {
		places.stock_attainment = table->columns.count;
		table_add_column(table, "stock_attainment", _("Attainment, stock (%)"),
			COLUMN_PERCENT);
	}
	places.months = table->columns.count;
	for (int m = 0; course->months && m < MONTHS; m++) {
		const int month = (FIRST_MONTH - 1 + m) % MONTHS + 1;
		char id[16], label[32];

		snprintf(id, sizeof id, "month_%d", month);
		snprintf(label, sizeof label, _("Month %d"), month);
		table_add_column(table, id, label, COLUMN_FIGURE);
	}
	return places;
}

static void indicators_course_add_row(const struct indicator_course *course,
	const struct indicator_year *year, const struct places *places, struct table *table)
{
	struct table_row *row = table_add_row(table, ROW_DATA);
	char text[FISCAL_YEAR_TEXT];

	row->key[0] = year->fiscal_year;
	fiscal_year_format(year->fiscal_year, text);
	table_set_text(table, row, 0, text);
	table_set_text(table, row, 1, arena_printf(&table->arena, "%d", year->fiscal_year));
	if (year->has_value)
		table_set_number(table, row, places->value, year->value);
	if (year->has_stock)
		table_set_number(table, row, places->stock, year->stock);
	if (year->has_target) {
		table_set_number(table, row, places->target, year->target);

		const enum indicator_direction direction = course->indicator->direction;
		int64_t tenths;

		if (year->has_value && indicator_attainment(direction, year->value, year->target,
			&tenths))
			table_set_number(table, row, places->attainment, tenths);
		if (year->has_stock && indicator_attainment(direction, year->stock, year->target,
			&tenths))
			table_set_number(table, row, places->stock_attainment, tenths);
	}
	for (int m = 0; course->months && m < MONTHS; m++) {
		int64_t value;

		if (indicators_month(course->indicator, year->fiscal_year,
			    (FIRST_MONTH - 1 + m) % MONTHS + 1, &value))
			table_set_number(table, row, places->months + (size_t)m, value);
	}
}

void indicators_course_table(const struct session *session, const struct indicator_course *course,
	struct table *table)
{
	struct places places;

	table_init(table, "indicator", course->indicator->name);
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;
	table->chart = (struct table_chart){CHART_TREND, "fiscal_year", "fiscal_year",
		{course->goal ? "flow" : "value", course->goal ? "stock" : NULL}, "target"};
	places = indicators_course_add_columns(course, table);
	for (size_t y = 0; y < course->years.count; y++)
		indicators_course_add_row(course, &course->years.items[y], &places, table);
	if (course->goal)
		table_add_note(table, NOTE_OTHER,
			_("Flow counts each year's new projects in that year. Stock adds the full-year "
			  "savings of earlier projects as long as they live."),
			"flow-and-stock");
	indicators_note_counting(course->indicator, table);
}
