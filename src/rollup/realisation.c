#include "config.h"

#include "rollup/realisation.h"

#include <assert.h>

#include "base/decimal.h"
#include "base/i18n.h"

enum { NUMBER, TITLE, SECTION, STATUS, ESTIMATE, RATE = ESTIMATE + STAGE_COUNT, WITH_ACTUAL,
	ESTIMATE_OF_THOSE };

struct sums {
	int64_t minutes[STAGE_COUNT];
	int64_t with_actual, estimate_of_those;
};

static void realisation_add_columns(struct table *table)
{
	static const struct {
		const char *id, *label;
	} stages[STAGE_COUNT] = {
		[STAGE_ESTIMATE] = {"estimate_hours", N_("Estimate (hours)")},
		[STAGE_FORECAST] = {"forecast_hours", N_("Forecast (hours)")},
		[STAGE_ACTUAL] = {"actual_hours", N_("Actual (hours)")},
	};

	table_add_column(table, "number", _("Number"), COLUMN_TEXT);
	table_add_column(table, "title", _("Title"), COLUMN_TEXT);
	table_add_column(table, "section", _("Section"), COLUMN_TEXT);
	table_add_column(table, "status", _("Status"), COLUMN_TEXT);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		table_add_column(table, stages[stage].id, _(stages[stage].label), COLUMN_HOURS);
	table_add_column(table, "realisation", _("Realisation (%)"), COLUMN_PERCENT);
	table->columns.items[RATE].rounded = true;
	table->columns.items[RATE].additive = false;
	/* what the total's rate is made of */
	table_add_column(table, "projects_with_actual", _("With actual figures"), COLUMN_COUNT_OF)
		->people = false;
	table_add_column(table, "estimate_of_actual_hours", _("Estimate of those (hours)"),
		COLUMN_HOURS)->people = false;
}

static void realisation_set_figures(struct table *table, struct table_row *row,
	const struct sums *sums)
{
	const __int128 actual = sums->minutes[STAGE_ACTUAL], estimate = sums->estimate_of_those;

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		table_set_number(table, row, (size_t)(ESTIMATE + stage), sums->minutes[stage]);
	table_set_number(table, row, WITH_ACTUAL, sums->with_actual);
	table_set_number(table, row, ESTIMATE_OF_THOSE, sums->estimate_of_those);
	if (sums->with_actual && estimate > 0)
		table_set_number(table, row, RATE,
			(int64_t)((2 * actual * 1000 + (actual < 0 ? -estimate : estimate)) /
				(2 * estimate)));
}

static bool realisation_add_project(struct table *table, const struct realisation_project *project,
	struct sums *total)
{
	struct table_row *row = table_add_row(table, ROW_DATA);
	struct sums own = {.with_actual = project->has_actual};

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		own.minutes[stage] = project->minutes[stage];
	own.estimate_of_those = project->has_actual ? project->minutes[STAGE_ESTIMATE] : 0;
	row->key[0] = project->id;
	table_set_text(table, row, NUMBER, project->number);
	table_set_text(table, row, TITLE, project->title);
	table_set_text(table, row, SECTION, project->section);
	table_set_text(table, row, STATUS, project->status);
	realisation_set_figures(table, row, &own);

	bool fits = decimal_sum(total->estimate_of_those, own.estimate_of_those,
		&total->estimate_of_those);

	total->with_actual += own.with_actual;
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		fits = fits && decimal_sum(total->minutes[stage], own.minutes[stage],
			&total->minutes[stage]);
	return fits;
}

bool realisation_table(const struct realisation_project *projects, size_t count, int fiscal_year,
	enum basis basis, int hours_per_person_year, const char *body, struct table *table,
	struct error *err)
{
	struct sums total = {0};
	bool fits = true;

	assert(projects || count == 0);
	assert(basis < BASIS_COUNT);
	table_init(table, "realisation", _("Realisation"));
	table->fiscal_year = fiscal_year;
	table->basis = basis;
	table->every_stage = true;
	table->hours_per_person_year = hours_per_person_year;
	table->has_figures = true;
	table->body = arena_strdup(&table->arena, body);
	realisation_add_columns(table);
	for (size_t p = 0; p < count && fits; p++)
		fits = realisation_add_project(table, &projects[p], &total);
	if (!fits) {
		table_free(table);
		return error_set(err, ERROR_DATA, _("The total is too large to be counted."));
	}
	struct table_row *row = table_add_row(table, ROW_TOTAL);
	table_set_text(table, row, NUMBER, _("Total"));
	realisation_set_figures(table, row, &total);
	if (total.with_actual)
		/* a number of projects */
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena, ngettext("The rate of the total is that of the "
				"%lld project with actual figures, against its estimate.",
				"The rate of the total is that of the %lld projects with actual "
				"figures, against their estimates.",
				(unsigned long)total.with_actual),
				(long long)total.with_actual), "with-actual");
	table_note_rounding(table);
	return true;
}
