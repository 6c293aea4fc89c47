#include "config.h"

#include "rollup/figures.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"

enum { TENTHS_OF_PERCENT = 1000 };

const struct measure_info measures[MEASURE_COUNT] = {
	[MEASURE_PROJECTS] = {"projects", N_("Projects"), N_("count"), "projects", COLUMN_COUNT_OF},
	[MEASURE_TEAMS] = {"teams", N_("Teams with a project"), N_("teams"), "teams",
		COLUMN_COUNT_OF},
	[MEASURE_HOURS] = {"hours", N_("Hours saved"), N_("hours"), "hours", COLUMN_HOURS},
	[MEASURE_PERSON_YEARS] = {"person-years", N_("Person-years"), N_("person-years"),
		"person_years", COLUMN_PERSON_YEARS},
	[MEASURE_MINUTES] = {"minutes", N_("Minutes saved"), N_("minutes"), "minutes",
		COLUMN_MINUTES},
	[MEASURE_COST] = {"cost", N_("Cost"), N_("yen"), "cost", COLUMN_YEN},
	[MEASURE_LABOUR_VALUE] = {"labour-value", N_("Labour value"), N_("yen"), "labour_value",
		COLUMN_YEN},
	[MEASURE_SHARE] = {"share", N_("Share"), N_("%"), "share", COLUMN_PERCENT},
	[MEASURE_CHANGE] = {"change", N_("Change on the year before"), N_("count"), "change",
		COLUMN_COUNT_OF},
	[MEASURE_REALISATION] = {"realisation", N_("Realisation"), N_("%"), "realisation",
		COLUMN_PERCENT},
};

/* Where a figure's heading and type come from; label and id only where they differ. */
static const struct figure_info {
	enum measure measure;
	const char *label;
	const char *unit;
	const char *id;
	enum column_type type;
	bool additive;
	bool rounded;
	bool is_change;
} figure_table[FIGURE_COUNT] = {
	[FIGURE_PROJECTS] = {MEASURE_PROJECTS, .type = COLUMN_COUNT_OF, .additive = true},
	[FIGURE_TEAMS] = {MEASURE_TEAMS, .type = COLUMN_COUNT_OF},
	[FIGURE_TEAMS_TOTAL] = {MEASURE_TEAMS, N_("Teams"), N_("teams"), "teams_total",
		COLUMN_COUNT_OF, .additive = false},
	[FIGURE_TEAM_RATE] = {MEASURE_TEAMS, N_("Share of teams with a project"), N_("%"),
		"team_rate", COLUMN_PERCENT, .rounded = true},
	[FIGURE_HOURS] = {MEASURE_HOURS, .type = COLUMN_HOURS, .additive = true},
	[FIGURE_PERSON_YEARS] = {MEASURE_PERSON_YEARS, .type = COLUMN_PERSON_YEARS,
		.additive = true},
	[FIGURE_MINUTES] = {MEASURE_MINUTES, N_("Time saved"), .type = COLUMN_MINUTES, .additive = true},
	[FIGURE_COST] = {MEASURE_COST, .type = COLUMN_YEN, .additive = true},
	[FIGURE_LABOUR_VALUE] = {MEASURE_LABOUR_VALUE, .type = COLUMN_YEN, .additive = true,
		.rounded = true},
	[FIGURE_SHARE] = {MEASURE_SHARE, .type = COLUMN_PERCENT, .additive = true, .rounded = true},
	[FIGURE_PROJECTS_CHANGE] = {MEASURE_CHANGE, N_("Projects, change on the year before"),
		N_("count"), "projects_change", COLUMN_COUNT_OF, .additive = true,
		.is_change = true},
	[FIGURE_HOURS_CHANGE] = {MEASURE_CHANGE, N_("Hours, change on the year before"),
		N_("hours"), "hours_change", COLUMN_HOURS, .additive = true, .is_change = true},
	[FIGURE_ESTIMATE] = {MEASURE_REALISATION, N_("Estimate"), N_("hours"), "estimate_hours",
		COLUMN_HOURS, .additive = true},
	[FIGURE_FORECAST] = {MEASURE_REALISATION, N_("Forecast"), N_("hours"), "forecast_hours",
		COLUMN_HOURS, .additive = true},
	[FIGURE_ACTUAL] = {MEASURE_REALISATION, N_("Actual"), N_("hours"), "actual_hours",
		COLUMN_HOURS, .additive = true},
	[FIGURE_REALISED] = {MEASURE_REALISATION, N_("With actual figures"), N_("count"),
		"projects_with_actual", COLUMN_COUNT_OF, .additive = true},
	[FIGURE_REALISED_ESTIMATE] = {MEASURE_REALISATION, N_("Estimate of those"), N_("hours"),
		"estimate_of_actual_hours", COLUMN_HOURS, .additive = true},
	[FIGURE_REALISATION] = {MEASURE_REALISATION, N_("Realisation"), N_("%"), "realisation",
		COLUMN_PERCENT, .rounded = true},
};

int measure_parse(const char *text)
{
	char *const key = text_key(text);
	int found = -1;

	for (int m = 0; m < MEASURE_COUNT && found < 0; m++) {
		const char *const names[] = {measures[m].id, measures[m].field_id,
			measures[m].label, _(measures[m].label)};

		for (size_t n = 0; n < sizeof names / sizeof names[0] && found < 0; n++) {
			char *const name = text_key(names[n]);

			if (strcmp(name, key) == 0)
				found = m;
			free(name);
		}
	}
	free(key);
	return found;
}

/* ---- which figures ------------------------------------------------------------------------- */

static bool is_measured(const struct pivot_query *query, enum measure measure)
{
	for (size_t m = 0; m < query->measure_count; m++)
		if (query->measures[m] == measure)
			return true;
	return false;
}

static bool figure_wanted(enum figure figure, enum measure measure, bool rates,
	const struct pivot_query *query)
{
	if (figure_table[figure].measure != measure)
		return false;
	switch (figure) {
	case FIGURE_TEAMS_TOTAL:
	case FIGURE_TEAM_RATE:
		return rates;
	case FIGURE_PROJECTS_CHANGE:
		return is_measured(query, MEASURE_PROJECTS) || !is_measured(query, MEASURE_HOURS);
	case FIGURE_HOURS_CHANGE:
		return is_measured(query, MEASURE_HOURS);
	default:
		return true;
	}
}

size_t figures_of_query(const struct pivot_query *query, const struct pivot_context *context,
	bool in_group, enum figure figures[FIGURE_COUNT])
{
	bool taken[FIGURE_COUNT] = {false};
	bool by_unit = false;
	size_t count = 0;

	for (size_t r = 0; r < query->row_count; r++)
		by_unit |= query->rows[r] == DIMENSION_DEPARTMENT ||
			query->rows[r] == DIMENSION_SECTION || query->rows[r] == DIMENSION_TEAM;
	const bool rates = !in_group && context->units && !context->regrouped &&
		query->fiscal_year && by_unit;

	for (size_t m = 0; m < query->measure_count; m++)
		for (int f = 0; f < FIGURE_COUNT; f++)
			if (!taken[f] &&
				figure_wanted((enum figure)f, query->measures[m], rates, query)) {
				taken[f] = true;
				figures[count++] = (enum figure)f;
			}
	return count;
}

bool figures_by_year(enum figure figure)
{
	return figure == FIGURE_PERSON_YEARS || figure == FIGURE_LABOUR_VALUE;
}

bool figures_realises(enum figure figure)
{
	return figure_table[figure].measure == MEASURE_REALISATION;
}

unsigned figures_wants(const struct pivot_query *query)
{
	unsigned wants = 0;

	if (is_measured(query, MEASURE_HOURS) || is_measured(query, MEASURE_MINUTES) ||
		is_measured(query, MEASURE_PERSON_YEARS) ||
		is_measured(query, MEASURE_LABOUR_VALUE))
		wants |= CUBE_MINUTES;
	if (is_measured(query, MEASURE_COST))
		wants |= CUBE_COST;
	if (is_measured(query, MEASURE_TEAMS))
		wants |= CUBE_TEAMS;
	return wants;
}

struct table_column *figures_add_column(struct table *table, enum figure figure,
	const struct dictionary_entry *entry, bool alone)
{
	assert(figure < FIGURE_COUNT);

	const struct figure_info *const info = &figure_table[figure];
	const struct measure_info *const measure = &measures[info->measure];
	const char *const name = info->label ? info->label : measure->label;
	const char *const unit = info->unit ? info->unit : measure->unit;
	const char *id = info->id ? info->id : measure->field_id;
	/* a heading and its unit */
	const char *label = strcasecmp(_(name), _(unit)) == 0 ? _(name) :
		arena_printf(&table->arena, _("%s (%s)"), _(name), _(unit));

	if (entry) {
		/* A code column of files must not start empty. */
		id = arena_printf(&table->arena, "%s:%s", *entry->code ? entry->code : "none", id);
		label = alone ? entry->name :
			arena_printf(&table->arena, "%s: %s", entry->name, label);
	}
	struct table_column *const column = table_add_column(table, id, label, info->type);
	column->additive = info->additive;
	column->rounded = info->rounded;
	column->signed_value = info->is_change;
	column->sums_across = entry && info->additive;
	return column;
}

/* ---- what stands in a cell ----------------------------------------------------------------- */

/* Of the figures of MEASURE_REALISATION. */
static bool realisation_value(enum figure figure, const struct figure_input *in, bool *known,
	int64_t *value)
{
	switch (figure) {
	case FIGURE_ESTIMATE:
		*value = in->stages[STAGE_ESTIMATE];
		return true;
	case FIGURE_FORECAST:
		*value = in->stages[STAGE_FORECAST];
		return true;
	case FIGURE_ACTUAL:
		*value = in->stages[STAGE_ACTUAL];
		return true;
	case FIGURE_REALISED:
		*value = in->realised.projects;
		return true;
	case FIGURE_REALISED_ESTIMATE:
		*value = in->realised.minutes;
		return true;
	case FIGURE_REALISATION:
		*known = in->realised.projects > 0 && in->realised.minutes > 0;
		return !*known || decimal_scale(in->stages[STAGE_ACTUAL], TENTHS_OF_PERCENT,
			in->realised.minutes, value);
	default:
		*known = false;
		return true;
	}
}

/* Finds the value; *known is false where the cell stays empty. False on overflow. */
static bool figure_value(enum figure figure, const struct figure_input *in, bool *known,
	int64_t *value)
{
	const int64_t whole = in->share_of_minutes ? in->grand.minutes : in->grand.projects;
	const int64_t part = in->share_of_minutes ? in->sums.minutes : in->sums.projects;

	*known = true;
	switch (figure) {
	case FIGURE_PROJECTS:
		*value = in->sums.projects;
		return true;
	case FIGURE_TEAMS:
		*value = in->sums.teams;
		return true;
	case FIGURE_TEAMS_TOTAL:
		*known = in->teams_total >= 0;
		*value = in->teams_total;
		return true;
	case FIGURE_TEAM_RATE:
		*known = in->teams_total > 0;
		return !*known || decimal_scale(in->sums.teams, TENTHS_OF_PERCENT,
			in->teams_total, value);
	case FIGURE_HOURS:
	case FIGURE_PERSON_YEARS:
	case FIGURE_MINUTES:
		*value = in->sums.minutes;
		return true;
	case FIGURE_COST:
		*value = in->sums.cost;
		return true;
	case FIGURE_LABOUR_VALUE:
		*known = in->year_count > 0;
		for (size_t y = 0; y < in->year_count; y++)
			*known = *known && (in->years[y].hourly_rate > 0 ||
				(in->year_count > 1 && !in->minutes_of_years[y]));
		return !*known ||
			year_terms_value(in->years, in->year_count, in->minutes_of_years, value);
	case FIGURE_SHARE:
		*known = whole > 0;
		return !*known || decimal_scale(part, TENTHS_OF_PERCENT, whole, value);
	case FIGURE_PROJECTS_CHANGE:
		*known = in->has_previous;
		*value = in->sums.projects - in->previous.projects;
		return true;
	case FIGURE_HOURS_CHANGE:
		*known = in->has_previous;
		return !__builtin_sub_overflow(in->sums.minutes, in->previous.minutes, value);
	default:
		return realisation_value(figure, in, known, value);
	}
}

bool figures_set(struct table *table, struct table_row *row, size_t column, enum figure figure,
	const struct figure_input *input, struct error *err)
{
	bool known;
	int64_t value;

	assert(figure < FIGURE_COUNT && column < table->columns.count);
	if (!figure_value(figure, input, &known, &value))
		return error_set(err, ERROR_DATA,
			_("%s: a figure is too large to be shown; look for a project with an "
			  "impossible number of hours"),
			table->columns.items[column].label);
	if (figure == FIGURE_PERSON_YEARS && input->year_count > 1)
		table_set_by_year(table, row, column, input->minutes_of_years);
	else if (known)
		table_set_number(table, row, column, value);
	return true;
}
