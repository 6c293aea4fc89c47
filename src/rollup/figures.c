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
	[MEASURE_PROJECTS] = {"projects", N_("Projects"), N_("count"), "projects", COLUMN_COUNT_OF, true},
	[MEASURE_TEAMS] = {"teams", N_("Teams with a project"), N_("teams"), "teams",
		COLUMN_COUNT_OF, true},
	[MEASURE_HOURS] = {"hours", N_("Hours saved"), N_("hours"), "hours", COLUMN_HOURS, true},
	[MEASURE_PERSON_YEARS] = {"person-years", N_("Person-years"), N_("person-years"),
		"person_years", COLUMN_PERSON_YEARS, true},
	[MEASURE_MINUTES] = {"minutes", N_("Minutes saved"), N_("minutes"), "minutes",
		COLUMN_MINUTES, true},
	[MEASURE_COST] = {"cost", N_("Cost"), N_("yen"), "cost", COLUMN_YEN, true},
	[MEASURE_LABOUR_VALUE] = {"labour-value", N_("Labour value"), N_("yen"), "labour_value",
		COLUMN_YEN, true},
	[MEASURE_SHARE] = {"share", N_("Share"), N_("%"), "share", COLUMN_PERCENT, false},
	[MEASURE_CHANGE] = {"change", N_("Change on the year before"), N_("count"), "change",
		COLUMN_COUNT_OF, false},
	[MEASURE_REALISATION] = {"realisation", N_("Realisation"), N_("%"), "realisation",
		COLUMN_PERCENT, false},
	[MEASURE_HOURS_BEFORE] = {"hours-before", N_("Time before"), N_("hours"), "hours_before",
		COLUMN_HOURS, false},
	[MEASURE_HOURS_AFTER] = {"hours-after", N_("Time after"), N_("hours"), "hours_after",
		COLUMN_HOURS, false},
	[MEASURE_REDUCTION_RATE] = {"reduction-rate", N_("Reduction rate"), N_("%"), "reduction_rate",
		COLUMN_PERCENT, false},
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
	[FIGURE_CHANGE] = {MEASURE_CHANGE, .is_change = true},
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
	[FIGURE_HOURS_BEFORE] = {MEASURE_HOURS_BEFORE, .type = COLUMN_HOURS, .additive = true},
	[FIGURE_HOURS_AFTER] = {MEASURE_HOURS_AFTER, .type = COLUMN_HOURS, .additive = true},
	[FIGURE_REDUCTION_RATE] = {MEASURE_REDUCTION_RATE, .type = COLUMN_PERCENT, .rounded = true},
	[FIGURE_REDUCTION_OF] = {MEASURE_REDUCTION_RATE, N_("With hours before"), N_("count"),
		"projects_with_before", COLUMN_COUNT_OF, .additive = true},
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

bool pivot_query_measures(const struct pivot_query *query, enum measure measure)
{
	for (size_t m = 0; m < query->measure_count; m++)
		if (query->measures[m] == measure)
			return true;
	return false;
}

/* What a measure's own figure is like. */
static const struct figure_info *figures_info_of(enum measure measure)
{
	int figure = 0;

	while (figure_table[figure].measure != measure)
		figure++;
	return &figure_table[figure];
}

enum measure pivot_query_of(const struct pivot_query *query, size_t index)
{
	assert(index < query->measure_count);
	if (query->of[index])
		return (enum measure)(query->of[index] - 1);
	while (index-- > 0)
		if (query->measures[index] != MEASURE_SHARE &&
			query->measures[index] != MEASURE_CHANGE)
			return query->measures[index];
	return MEASURE_HOURS;
}

void pivot_query_add(struct pivot_query *query, enum measure measure)
{
	static const enum measure preferred[] = {MEASURE_PROJECTS, MEASURE_HOURS};
	const size_t before = query->measure_count;

	for (size_t p = measure == MEASURE_SHARE;
		p < 2 && (measure == MEASURE_SHARE || measure == MEASURE_CHANGE); p++) {
		if (!pivot_query_measures(query, preferred[p]))
			continue;
		assert(query->measure_count < PIVOT_MEASURES_MAX);
		query->of[query->measure_count] = (int)preferred[p] + 1;
		query->measures[query->measure_count++] = measure;
	}
	assert(query->measure_count < PIVOT_MEASURES_MAX);
	if (query->measure_count > before)
		return;
	query->of[query->measure_count] = 0;
	query->measures[query->measure_count++] = measure;
}

size_t figures_of_query(const struct pivot_query *query, const struct pivot_context *context,
	bool in_group, struct figure_of figures[FIGURES_MAX])
{
	bool by_unit = false;
	size_t count = 0;

	for (size_t r = 0; r < query->row_count; r++)
		by_unit |= query->rows[r] == DIMENSION_DEPARTMENT ||
			query->rows[r] == DIMENSION_SECTION || query->rows[r] == DIMENSION_TEAM;
	const bool rates = !in_group && context->units && !context->regrouped &&
		query->fiscal_year && by_unit;

	for (size_t m = 0; m < query->measure_count; m++)
		for (int f = 0; f < FIGURE_COUNT; f++) {
			const bool is_rate = f == FIGURE_TEAMS_TOTAL || f == FIGURE_TEAM_RATE;
			const bool relates = f == FIGURE_SHARE || f == FIGURE_CHANGE;
			/* what relates to nothing is of its own measure */
			const struct figure_of wanted = {(enum figure)f,
				relates ? pivot_query_of(query, m) : figure_table[f].measure};
			size_t at = 0;

			while (at < count && (figures[at].figure != wanted.figure ||
				figures[at].of != wanted.of))
				at++;
			if (figure_table[f].measure == query->measures[m] && (rates || !is_rate) &&
				at == count)
				figures[count++] = wanted;
		}
	return count;
}

bool figures_by_year(struct figure_of figure)
{
	return figure.of == MEASURE_PERSON_YEARS || figure.of == MEASURE_LABOUR_VALUE;
}

bool figures_realises(enum figure figure)
{
	return figure_table[figure].measure == MEASURE_REALISATION;
}

bool figures_reduces(enum figure figure)
{
	const enum measure measure = figure_table[figure].measure;

	return measure == MEASURE_HOURS_BEFORE || measure == MEASURE_HOURS_AFTER ||
		measure == MEASURE_REDUCTION_RATE;
}

unsigned figures_wants(const struct pivot_query *query)
{
	static const unsigned wants_of[MEASURE_COUNT] = {
		[MEASURE_HOURS] = CUBE_MINUTES, [MEASURE_MINUTES] = CUBE_MINUTES,
		[MEASURE_PERSON_YEARS] = CUBE_MINUTES, [MEASURE_LABOUR_VALUE] = CUBE_MINUTES,
		[MEASURE_COST] = CUBE_COST, [MEASURE_TEAMS] = CUBE_TEAMS,
	};
	unsigned wants = 0;

	for (size_t m = 0; m < query->measure_count; m++)
		wants |= wants_of[query->measures[m]] | (query->measures[m] == MEASURE_SHARE ||
			query->measures[m] == MEASURE_CHANGE ?
				wants_of[pivot_query_of(query, m)] : 0);
	return wants;
}

/* "Hours saved, share"; the share of hours is the one that tables have had all along: "share". */
static void figures_name(struct table *table, struct figure_of figure, const char **id,
	const char **name)
{
	const struct figure_info *const info = &figure_table[figure.figure];
	const struct measure_info *const of = &measures[figure.of];
	const char *const own = figures_info_of(figure.of)->label;
	const char *const what = _(own ? own : of->label);

	*id = info->id ? info->id : measures[info->measure].field_id;
	*name = _(info->label ? info->label : measures[info->measure].label);
	if (figure.figure == FIGURE_SHARE && figure.of == MEASURE_HOURS)
		*name = _("Share of hours");
	else if (figure.figure == FIGURE_SHARE)
		*name = arena_printf(&table->arena, _("%s, share"), what);
	if (figure.figure == FIGURE_CHANGE)
		*name = arena_printf(&table->arena, _("%s, change on the year before"), what);
	if (figure.figure == FIGURE_CHANGE ||
		(figure.figure == FIGURE_SHARE && figure.of != MEASURE_HOURS))
		*id = arena_printf(&table->arena, "%s_%s", of->field_id, *id);
}

struct table_column *figures_add_column(struct table *table, struct figure_of figure,
	const struct dictionary_entry *entry, bool alone)
{
	assert(figure.figure < FIGURE_COUNT && figure.of < MEASURE_COUNT);

	const struct figure_info *const info = &figure_table[figure.figure];
	/* A change is of the same kind as what changes; a share is added up as that is. */
	const struct figure_info *const like = figure.figure == FIGURE_CHANGE ||
		figure.figure == FIGURE_SHARE ? figures_info_of(figure.of) : info;
	const char *id, *label;

	figures_name(table, figure, &id, &label);

	const char *const unit = _(figure.figure == FIGURE_CHANGE ? measures[figure.of].unit :
		info->unit ? info->unit : measures[info->measure].unit);

	/* a heading and its unit */
	if (strcasecmp(label, unit) != 0)
		label = arena_printf(&table->arena, _("%s (%s)"), label, unit);
	if (entry) {
		/* A code column of files must not start empty. */
		id = arena_printf(&table->arena, "%s:%s", *entry->code ? entry->code : "none", id);
		label = alone ? entry->name :
			arena_printf(&table->arena, "%s: %s", entry->name, label);
	}
	struct table_column *const column = table_add_column(table, id, label,
		figure.figure == FIGURE_CHANGE ? like->type : info->type);
	column->additive = like->additive;
	column->rounded = figure.figure == FIGURE_CHANGE ? like->rounded : info->rounded;
	column->signed_value = info->is_change;
	column->sums_across = entry && like->additive;
	return column;
}

/* ---- what stands in a cell ----------------------------------------------------------------- */

/* What a share or a change is of. */
static int64_t figures_sum(const struct cube_sums *sums, enum measure of)
{
	return of == MEASURE_PROJECTS ? sums->projects :
		of == MEASURE_TEAMS ? sums->teams :
		of == MEASURE_COST ? sums->cost : sums->minutes;
}

/* Hours are worth something where the years that saved them have a rate. */
static bool figures_have_rates(const struct figure_input *in, const int64_t *minutes)
{
	bool known = in->year_count > 0;

	for (size_t y = 0; y < in->year_count; y++)
		known = known && (in->years[y].hourly_rate > 0 ||
			(in->year_count > 1 && !minutes[y]));
	return known;
}

static bool figures_value(const struct figure_input *in, bool *known, int64_t *value)
{
	*known = figures_have_rates(in, in->minutes_of_years);
	return !*known || year_terms_value(in->years, in->year_count, in->minutes_of_years, value);
}

/* Finds the value; *known is false where the cell stays empty. False on overflow. */
static bool figure_value(struct figure_of figure, const struct figure_input *in, bool *known,
	int64_t *value)
{
	const bool valued = figure.of == MEASURE_LABOUR_VALUE;
	const int64_t whole = figures_sum(&in->grand, figure.of);

	*known = true;
	switch (figure.figure) {
	case FIGURE_PROJECTS:
	case FIGURE_TEAMS:
	case FIGURE_HOURS:
	case FIGURE_PERSON_YEARS:
	case FIGURE_MINUTES:
	case FIGURE_COST:
		*value = figures_sum(&in->sums, figure.of);
		return true;
	case FIGURE_TEAMS_TOTAL:
		*known = in->teams_total >= 0;
		*value = in->teams_total;
		return true;
	case FIGURE_TEAM_RATE:
		*known = in->teams_total > 0;
		return !*known || decimal_scale(in->sums.teams, TENTHS_OF_PERCENT,
			in->teams_total, value);
	case FIGURE_LABOUR_VALUE:
		return figures_value(in, known, value);
	case FIGURE_SHARE:
		*known = valued ? figures_have_rates(in, in->grand_of_years) : whole > 0;
		if (*known && (valued || (figure.of == MEASURE_PERSON_YEARS && in->year_count > 1)))
			return year_terms_share(in->years, in->year_count, valued,
				in->minutes_of_years, in->grand_of_years, known, value);
		return !*known || decimal_scale(figures_sum(&in->sums, figure.of),
			TENTHS_OF_PERCENT, whole, value);
	case FIGURE_CHANGE:
		*known = in->has_previous;
		if (*known && valued)
			return figures_value(in, known, value);
		return !*known || !__builtin_sub_overflow(figures_sum(&in->sums, figure.of),
			figures_sum(&in->previous, figure.of), value);
	case FIGURE_ESTIMATE:
	case FIGURE_FORECAST:
	case FIGURE_ACTUAL:
		*value = in->stages[figure.figure - FIGURE_ESTIMATE + STAGE_ESTIMATE];
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
	case FIGURE_HOURS_BEFORE:
		*value = in->before;
		return true;
	case FIGURE_HOURS_AFTER:
		return !__builtin_sub_overflow(in->before, in->knowing.minutes, value);
	case FIGURE_REDUCTION_OF:
		*value = in->knowing.projects;
		return true;
	case FIGURE_REDUCTION_RATE:
		*known = in->before > 0;
		*value = *known ? effect_reduction_tenths(in->knowing.minutes, in->before) : 0;
		return true;
	case FIGURE_COUNT:
		break;
	}
	*known = false;
	return true;
}

bool figures_set(struct table *table, struct table_row *row, size_t column, struct figure_of figure,
	const struct figure_input *input, struct error *err)
{
	bool known;
	int64_t value;

	assert(figure.figure < FIGURE_COUNT && column < table->columns.count);
	if (!figure_value(figure, input, &known, &value))
		return error_set(err, ERROR_DATA,
			_("%s: a figure is too large to be shown; look for a project with an "
			  "impossible number of hours"),
			table->columns.items[column].label);
	if (known && table->columns.items[column].type == COLUMN_PERSON_YEARS &&
		input->year_count > 1)
		table_set_by_year(table, row, column, input->minutes_of_years);
	else if (known)
		table_set_number(table, row, column, value);
	return true;
}
