/* explaining_pivot - the sum of a pivot, by its rows, then departments and sections, down to lines. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "rollup/cube.h"
#include "service/results/explaining.h"
#include "service/results/explaining_descent.h"
#include "service/results/explaining_text.h"
#include "service/results/rollups_span.h"

static bool pivot_is_pinned(const struct pivot_query *query, enum dimension from)
{
	for (enum dimension d = from; d <= DIMENSION_TEAM; d++)
		if (query->drill[d] >= 0)
			return true;
	return false;
}

static void pivot_collect(const struct pivot_query *query, struct descent *descent)
{
	const struct facts *facts = descent->facts;
	struct cube_query selection = {.facts = facts, .year_code = -1, .drill = query->drill};
	char year[16];

	if (query->fiscal_year) {
		snprintf(year, sizeof year, "%d", query->fiscal_year);
		selection.year_code = facts_find(facts, DIMENSION_FISCAL_YEAR, year);
	}
	for (size_t i = 0; i < facts->count; i++)
		if ((facts->flags[i] & FACT_COUNTED) && cube_query_selects(&selection, i))
			descent_add(descent, i,
				facts->minutes[query->stage][query->basis][i]);
}

bool explaining_pivot(struct session *session, const struct pivot_query *query, const char *title,
	const char *filter, struct strbuf *out, struct error *err)
{
	struct descent descent = {.session = session, .stage = query->stage, .basis = query->basis,
		.depth = 1, .out = out};
	struct pivot_query of_span = *query;
	struct rollups_span span;
	char year[FISCAL_YEAR_TEXT];

	if (!rollups_span_read(query->fiscal_year, filter, &span, err))
		return false;

	const int fiscal_year = span.fiscal_year;

	of_span.fiscal_year = fiscal_year;
	descent.facts = rollups_facts(session, fiscal_year, span.filter, err);
	rollups_span_free(&span);

	if (!descent.facts)
		return false;

	/* The row dimension first, then the levels of the tree that it does not already hold and
	 * that are still more than one unit. */
	const enum dimension first =
		query->rows[0] == DIMENSION_ANY_TOOL ? DIMENSION_TOOL : query->rows[0];

	if (query->drill[query->rows[0]] < 0 && first != DIMENSION_DEPARTMENT &&
		first != DIMENSION_SECTION && first != DIMENSION_TEAM)
		descent.levels[descent.level_count++] = first;
	if (!pivot_is_pinned(query, DIMENSION_DEPARTMENT))
		descent.levels[descent.level_count++] = DIMENSION_DEPARTMENT;
	if (!pivot_is_pinned(query, DIMENSION_SECTION))
		descent.levels[descent.level_count++] = DIMENSION_SECTION;

	pivot_collect(&of_span, &descent);
	if (fiscal_year)
		fiscal_year_format(fiscal_year, year);
	strbuf_addf(out, _("%s %s, %s, %s: "), fiscal_year ? year : _("Several fiscal years"), title,
		effect_stage_label(query->stage), effect_basis_label(query->basis));
	bool explained = descent_write_total(&descent, err);
	if (explained) {
		descent_write_person_years(&descent,
			fiscal_year ? fiscal_year : session->fiscal_year);
		strbuf_add_char(out, '\n');
		explained = descent_write(&descent, err);
	}
	descent_free(&descent);
	return explained;
}

bool explaining_unit(struct session *session, const char *unit,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err)
{
	static const enum dimension dimensions_of[UNIT_KIND_COUNT] = {
		[UNIT_DEPARTMENT] = DIMENSION_DEPARTMENT, [UNIT_SECTION] = DIMENSION_SECTION,
		[UNIT_TEAM] = DIMENSION_TEAM};
	struct pivot_query query;
	int node;

	if (!rollups_unit(session, choice->fiscal_year, unit, &node, err))
		return false;
	const struct facts *facts =
		rollups_facts(session, choice->fiscal_year, choice->filter, err);
	const struct unit_tree *tree = session_units(session, choice->fiscal_year, err);
	if (!facts || !tree)
		return false;
	pivot_query_init(&query);
	query.fiscal_year = choice->fiscal_year;
	query.stage = choice->stage;
	query.basis = choice->basis;
	query.rows[0] = DIMENSION_DEPARTMENT;
	const struct unit *const asked_for = &tree->nodes.items[node].unit;
	if (asked_for->kind != UNIT_BODY) {
		const enum dimension dimension = dimensions_of[asked_for->kind];

		query.drill[dimension] = facts_find(facts, dimension, asked_for->code);
	}
	return explaining_pivot(session, &query, asked_for->name, choice->filter, out, err);
}
