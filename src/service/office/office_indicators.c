/* office_indicators - indicators, their targets and their values. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/indicator.h"
#include "service/office/private.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static bool choose_direction(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int i = INDICATOR_UP; i <= INDICATOR_DOWN; i++)
		office_add_choice(choices, indicator_direction_id((enum indicator_direction)i),
			indicator_direction_label((enum indicator_direction)i));
	return true;
}

static bool choose_yearly(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int i = INDICATOR_LAST; i <= INDICATOR_SUM; i++)
		office_add_choice(choices, indicator_yearly_id((enum indicator_yearly)i),
			indicator_yearly_label((enum indicator_yearly)i));
	return true;
}

static bool choose_computed(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int i = 0; i < INDICATOR_COMPUTED_COUNT; i++)
		office_add_choice(choices, indicator_computed_id((enum indicator_computed)i),
			indicator_computed_label((enum indicator_computed)i));
	return true;
}

/* What has targets or values stays on record. */
static bool has_rows(struct session *session, const struct office_table *table, const char *code,
	bool *found, struct error *err)
{
	struct office_rows rows = {0};
	const bool loaded = office_load(session, table, &rows, err);

	for (size_t i = 0; loaded && i < rows.items.count; i++)
		*found = *found || strcmp(rows.items.items[i].cells[0], code) == 0;
	office_store_free(&rows);
	return loaded;
}

enum { POSITION = 7 };

/* A new indicator comes last. */
static bool put_last(struct session *session, struct office_row *row, struct arena *arena,
	struct error *err)
{
	struct office_rows rows = {0};
	const bool loaded = office_load(session, &office_indicators, &rows, err);
	long last = 0;

	for (size_t i = 0; loaded && i < rows.items.count; i++) {
		const long position = strtol(rows.items.items[i].cells[POSITION], NULL, 10);
		last = position > last ? position : last;
	}
	office_store_free(&rows);
	row->cells[POSITION] = arena_printf(arena, "%ld", last + 1);
	return loaded;
}

static bool apply_indicator(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	bool found = false;

	if (row && strcmp(row->cells[POSITION], "0") == 0 && !put_last(session, row, arena, err))
		return false;
	if (!before || (row && strcmp(row->cells[0], before->cells[0]) == 0))
		return true;
	if (!has_rows(session, &office_indicator_targets, before->cells[0], &found, err) ||
		!has_rows(session, &office_indicator_values, before->cells[0], &found, err))
		return false;
	return !found || error_set(err, ERROR_DATA,
		_("“%s” has targets or values; take those away first."), before->cells[0]);
}

static const struct office_source indicator_source = {"indicator",
	{"code", "name", "unit", "direction", "yearly", "computed", "source", "position"}, 1, false,
	"position, code"};
static const struct office_field indicator_fields[] = {
	{"code", N_("Code"), OFFICE_CODE, .required = true},
	{"name", N_("Indicator"), OFFICE_TEXT, .required = true},
	{"unit", N_("Unit of measure"), OFFICE_TEXT, .required = false},
	{"direction", N_("Direction"), OFFICE_TEXT, .required = true, .choices = choose_direction},
	{"yearly", N_("Of the months"), OFFICE_TEXT, .required = true, .choices = choose_yearly},
	{"computed", N_("Computed from"), OFFICE_TEXT, .required = false,
		.choices = choose_computed},
	{"source", N_("Source"), OFFICE_TEXT, .required = false},
	{"position", N_("Order"), OFFICE_NUMBER, .required = false},
};
const struct office_table office_indicators = {"indicators", N_("Indicators"),
	N_("the register of indicators: unit, direction, source"), &indicator_source,
	indicator_fields, COUNT_OF(indicator_fields), -1, apply_indicator};

static bool choose_indicator(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	struct office_rows rows = {0};
	const bool loaded = office_load(session, &office_indicators, &rows, err);

	(void)fiscal_year;
	for (size_t i = 0; loaded && i < rows.items.count; i++)
		office_add_choice(choices, rows.items.items[i].cells[0],
			rows.items.items[i].cells[1]);
	office_store_free(&rows);
	return loaded;
}

static const struct office_source target_source = {"indicator_target",
	{"indicator_code", "fiscal_year", "target"}, 2, false, "indicator_code, fiscal_year"};
static const struct office_field target_fields[] = {
	{"code", N_("Indicator"), OFFICE_TEXT, .required = true, .choices = choose_indicator},
	{"fiscal_year", N_("Target year"), OFFICE_EVERY_YEAR, .required = false},
	{"target", N_("Target"), OFFICE_FIGURE, .required = true},
};
const struct office_table office_indicator_targets = {"indicator-targets", N_("Targets of indicators"),
	N_("what an indicator is to reach in a fiscal year, or without one"), &target_source,
	target_fields, COUNT_OF(target_fields), -1, NULL};

static const struct office_source value_source = {"indicator_value",
	{"indicator_code", "fiscal_year", "month", "value"}, 3, false,
	"indicator_code, fiscal_year, (month + 8) % 12, month"};
static const struct office_field value_fields[] = {
	{"code", N_("Indicator"), OFFICE_TEXT, .required = true, .choices = choose_indicator},
	{"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	{"month", N_("Month"), OFFICE_MONTH, .required = false},
	{"value", N_("Value"), OFFICE_FIGURE, .required = true},
};
const struct office_table office_indicator_values = {"indicator-values", N_("Values of indicators"),
	N_("by month, or for the whole year"), &value_source, value_fields, COUNT_OF(value_fields),
	1, NULL};
