/* office_parameters - parameters, due dates and targets of sections. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/office/private.h"
#include "store/due_store.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* ---- parameters ------------------------------------------------------------------------------ */

/* Every parameter is a whole number from least to most. */
static const struct {
	const char *name, *label; /* N_() */
	int64_t least, most;
} parameters[] = {
	{"hours_per_person_year", N_("Hours per person-year (H)"), 1, 8784},
	{"working_days", N_("Working days a year"), 1, 366},
	{"hourly_rate_yen", N_("Labour value of an hour (yen)"), 0, 1000000},
	{"target_hours", N_("Goal: hours saved a year"), 0, 1000000000},
};

static bool choose_parameter(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (size_t i = 0; i < COUNT_OF(parameters); i++)
		office_add_choice(choices, parameters[i].name, _(parameters[i].label));
	return true;
}

enum { PARAMETER_NAME, PARAMETER_YEAR, PARAMETER_VALUE };

static bool apply_parameter(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	int64_t value;

	(void)session;
	if (!row)
		return strcmp(before->cells[PARAMETER_YEAR], "0") != 0 ||
			strcmp(before->cells[PARAMETER_NAME], "hours_per_person_year") != 0 ||
			error_set(err, ERROR_DATA,
				_("This holds for every year without a value of its own; change it instead."));
	if (!decimal_parse(row->cells[PARAMETER_VALUE], 0, &value, err))
		return false;
	for (size_t i = 0; i < COUNT_OF(parameters); i++)
		if (strcmp(parameters[i].name, row->cells[PARAMETER_NAME]) == 0 &&
			(value < parameters[i].least || value > parameters[i].most))
			return error_set(err, ERROR_DATA, _("%s must be from %lld to %lld."),
				_(parameters[i].label), (long long)parameters[i].least,
				(long long)parameters[i].most);
	row->cells[PARAMETER_VALUE] = arena_printf(arena, "%lld", (long long)value);
	return true;
}

static const struct office_source parameter_source = {
	"parameter", {"name", "fiscal_year", "value"}, 2, false, "name, fiscal_year"};
static const struct office_field parameter_fields[] = {
	{"name", N_("Parameter"), OFFICE_TEXT, .required = true, .choices = choose_parameter},
	{"fiscal_year", N_("Fiscal year"), OFFICE_EVERY_YEAR, .required = false},
	{"value", N_("Value"), OFFICE_TEXT, .required = true},
};
const struct office_table office_parameters = {"parameters", N_("Parameters"),
	N_("hours per person-year, working days, labour value, goal: for every year or for one"),
	&parameter_source, parameter_fields, COUNT_OF(parameter_fields), -1, apply_parameter};

/* ---- due dates ------------------------------------------------------------------------------- */

static const char *const due_labels[DUE_COUNT] = {
	[DUE_DECISION] = N_("Projects decided on"),
	[DUE_LEADER] = N_("DX leaders registered"),
	[DUE_INTERIM] = N_("Interim report"),
	[DUE_YEAR_END] = N_("Year-end report"),
};

static bool choose_due(struct session *session, int fiscal_year, struct office_choices *choices,
	struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int kind = 0; kind < DUE_COUNT; kind++)
		office_add_choice(choices, due_kind_id((enum due_kind)kind), _(due_labels[kind]));
	return true;
}

enum { DUE_YEAR, DUE_KIND, DUE_ON };

static bool apply_due(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	struct date date;

	(void)session;
	(void)before;
	(void)arena;
	if (!row)
		return true;
	if (!date_parse(row->cells[DUE_ON], false, &date, err))
		return false;
	const int year = fiscal_year_of(date);
	const int wanted = office_year(row, DUE_YEAR);
	return year == wanted || year == wanted + 1 ||
		error_set(err, ERROR_DATA, _("%s does not lie in that fiscal year or the next."),
			row->cells[DUE_ON]);
}

static const struct office_source due_source = {
	"due_date", {"fiscal_year", "kind", "due_on"}, 2, false, "fiscal_year DESC, due_on"};
static const struct office_field due_fields[] = {
	{"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	{"kind", N_("What is due"), OFFICE_TEXT, .required = true, .choices = choose_due},
	{"due_on", N_("Due"), OFFICE_DATE, .required = true},
};
const struct office_table office_due_dates = {"due-dates", N_("Due dates"),
	N_("when projects, leaders and reports are due; home and the reminders go by them"),
	&due_source, due_fields, COUNT_OF(due_fields), DUE_YEAR, apply_due};

/* ---- targets of sections --------------------------------------------------------------------- */

static bool choose_period(struct session *session, int fiscal_year,
	struct office_choices *choices, struct error *err)
{
	(void)session;
	(void)fiscal_year;
	(void)err;
	for (int half = 0; half < HALF_COUNT; half++)
		office_add_choice(choices, fiscal_year_period_id((enum half)half),
			fiscal_year_period_label((enum half)half));
	return true;
}

static const struct office_source target_source = {"section_target",
	{"fiscal_year", "section_code", "period", "minutes"}, 3, false,
	"fiscal_year DESC, section_code, period DESC"};
static const struct office_field target_fields[] = {
	{"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true},
	{"section_code", N_("Section"), OFFICE_TEXT, .required = true,
		.choices = office_choose_section},
	{"period", N_("Period"), OFFICE_TEXT, .required = true, .choices = choose_period},
	{"target_hours", N_("Target (hours)"), OFFICE_HOURS, .required = true},
};
const struct office_table office_targets = {"targets", N_("Targets of sections"),
	N_("what a section is to save in a year or a half, for the review sheet"), &target_source,
	target_fields, COUNT_OF(target_fields), 0, NULL};
