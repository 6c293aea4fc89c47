#include "config.h"

#include "rollup/goal.h"

#include <assert.h>
#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"

/* ---- counting -------------------------------------------------------------------------------- */

bool goal_read(const struct facts *facts, enum stage stage, enum basis basis, const int *last_years,
	int first, int last, struct goal_year *years, struct error *err)
{
	assert(stage < STAGE_COUNT && basis < BASIS_COUNT && first <= last);

	const struct dictionary *const dictionary = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	int *const starts = xcalloc(dictionary->entries.count, sizeof *starts);
	const size_t count = (size_t)(last - first + 1);
	bool fits = true;

	for (size_t c = 1; c < dictionary->entries.count; c++)
		starts[c] = (int)strtol(dictionary->entries.items[c].code, NULL, 10);
	for (size_t y = 0; y < count; y++)
		years[y] = (struct goal_year){.fiscal_year = first + (int)y};
	for (size_t f = 0; f < facts->count && fits; f++) {
		const int start = starts[facts->codes[DIMENSION_FISCAL_YEAR][f]];
		const int end = last_years ? last_years[f] : 0;
		const bool counts = facts->flags[f] & FACT_COUNTED && start;

		for (size_t y = 0; y < count && counts && fits; y++) {
			struct goal_year *const year = &years[y];
			const bool is_new = start == year->fiscal_year;
			const int64_t minutes =
				facts->minutes[stage][is_new ? basis : BASIS_FULL_YEAR][f];

			if (start > year->fiscal_year ||
				(end && !is_new && end < year->fiscal_year))
				continue;
			year->projects += is_new;
			year->living += !is_new;
			fits = decimal_sum(year->stock, minutes, &year->stock) &&
				(!is_new || decimal_sum(year->flow, minutes, &year->flow));
		}
	}
	free(starts);
	return fits || error_set(err, ERROR_DATA,
		_("The hours of several years are too large to add up; look for a project with an "
		  "impossible number of hours"));
}

/* ---- the table ------------------------------------------------------------------------------- */

enum column {
	YEAR, YEAR_CODE, PROJECTS, LIVING, FLOW, STOCK, TARGET, FLOW_ATTAINED, STOCK_ATTAINED,
};

/* Years do not add up: what is stock in one is in the next again. */
static void goal_add_columns(struct table *table, bool has_target)
{
	static const struct {
		const char *id, *label;
		enum column_type type;
	} columns[] = {
		[YEAR] = {"fiscal_year", N_("Fiscal year"), COLUMN_TEXT},
		[YEAR_CODE] = {"fiscal_year", N_("Fiscal year"), COLUMN_CODE},
		[PROJECTS] = {"new_projects", N_("New projects"), COLUMN_COUNT_OF},
		[LIVING] = {"earlier_projects", N_("Earlier projects that still count"),
			COLUMN_COUNT_OF},
		[FLOW] = {"flow_hours", N_("Flow: new projects (hours)"), COLUMN_HOURS},
		[STOCK] = {"stock_hours", N_("Stock: with earlier ones in full years (hours)"),
			COLUMN_HOURS},
		[TARGET] = {"target_hours", N_("Target (hours)"), COLUMN_HOURS},
		[FLOW_ATTAINED] = {"flow_attainment", N_("Attainment by flow (%)"), COLUMN_PERCENT},
		[STOCK_ATTAINED] = {"stock_attainment", N_("Attainment by stock (%)"),
			COLUMN_PERCENT},
	};

	for (size_t c = 0; c < (has_target ? sizeof columns / sizeof columns[0] : TARGET); c++)
		table_add_column(table, columns[c].id, _(columns[c].label), columns[c].type)
			->additive = false;
	table->columns.items[YEAR].files = false; /* machines read the western year behind it */
}

void goal_table(const struct goal_year *years, const struct year_terms *terms, size_t count,
	enum stage stage, enum basis basis, const struct indicator *indicator, const char *body,
	struct table *table)
{
	assert(years || count == 0);
	table_init(table, "goal", _("Goal over several years"));
	table->stage = stage;
	table->has_figures = true; /* they differ by stage: the caption says of which they are */
	table->basis = basis;
	for (size_t y = 0; y < count; y++) {
		table->hours_per_person_year = terms[y].hours_per_person_year;
		*vec_add(&table->years) = terms[y];
	}
	table->body = arena_strdup(&table->arena, body ? body : "");
	goal_add_columns(table, indicator != NULL);
	for (size_t y = 0; y < count; y++) {
		struct table_row *const row = table_add_row(table, ROW_DATA);
		char text[FISCAL_YEAR_TEXT];

		fiscal_year_format(years[y].fiscal_year, text);
		row->key[0] = years[y].fiscal_year;
		table_set_text(table, row, YEAR, text);
		table_set_text(table, row, YEAR_CODE,
			arena_printf(&table->arena, "%d", years[y].fiscal_year));
		table_set_number(table, row, PROJECTS, years[y].projects);
		table_set_number(table, row, LIVING, years[y].living);
		table_set_number(table, row, FLOW, years[y].flow);
		table_set_number(table, row, STOCK, years[y].stock);

		const struct indicator_target *const target =
			indicator ? indicator_target_for(indicator, years[y].fiscal_year) : NULL;
		int64_t minutes, tenths;

		if (!target || !decimal_multiply(target->target, 60, &minutes))
			continue;
		minutes = decimal_divide_half_up(minutes, INDICATOR_ONE);
		table_set_number(table, row, TARGET, minutes);
		if (indicator_attainment(INDICATOR_UP, years[y].flow, minutes, &tenths))
			table_set_number(table, row, FLOW_ATTAINED, tenths);
		if (indicator_attainment(INDICATOR_UP, years[y].stock, minutes, &tenths))
			table_set_number(table, row, STOCK_ATTAINED, tenths);
	}
	table_add_note(table, NOTE_OTHER,
		basis == BASIS_IN_YEAR ?
		_("Flow counts each year's new projects in that year. Stock adds the full-year "
		  "savings of earlier projects as long as they live.") :
		_("Flow counts each year's new projects in a full year. Stock adds those of "
		  "earlier years as long as they live."),
		"flow-and-stock");
}
