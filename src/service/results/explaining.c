#include "config.h"

#include "service/results/explaining.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "rollup/cube.h"
#include "service/results/rollups.h"
#include "store/project_store.h"

/* "16,688 min = 278 h = 0.1 person-years" */
static void explaining_add_total(struct strbuf *out, int64_t minutes, int hours_per_person_year)
{
	struct strbuf texts[3] = {{0}};

	decimal_add_triangle(&texts[0], minutes, 0, false);
	decimal_add_triangle(&texts[1], effect_hours(minutes), 0, false);
	decimal_add_triangle(&texts[2], effect_person_years_tenths(minutes, hours_per_person_year),
		1, false);
	strbuf_addf(out, _("%s min = %s h = %s person-years"), strbuf_text(&texts[0]),
		strbuf_text(&texts[1]), strbuf_text(&texts[2]));
	for (size_t i = 0; i < 3; i++)
		strbuf_free(&texts[i]);
}

/* What a person-year is here. */
static void add_unit(struct strbuf *out, int hours_per_person_year)
{
	struct strbuf hours = {0};

	decimal_add_grouped(&hours, hours_per_person_year, 0, false);
	strbuf_addf(out, _("(1 person-year = %s hours)"), strbuf_text(&hours));
	strbuf_free(&hours);
}

static void indent(struct strbuf *out, int depth)
{
	strbuf_add_repeated(out, ' ', (size_t)depth * 2);
}

/* Every line of a stage with its formula, in one basis. */
static void explaining_add_lines(const struct project *project, enum stage stage, enum basis basis,
	int depth, struct strbuf *out)
{
	struct headroom headroom;

	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		if (effect->stage != stage)
			continue;
		indent(out, depth);
		strbuf_addf(out, "%d. %s%s", effect->line, effect->label,
			*effect->label ? _(": ") : "");
		effect_explain(effect, basis, out);
		strbuf_add_char(out, '\n');
		/* Cases a year are those of a full one. */
		if (basis != BASIS_FULL_YEAR || !effect_headroom(effect, &headroom))
			continue;
		indent(out, depth);
		strbuf_add_text(out, "   ");
		effect_headroom_explain(&headroom, out);
		strbuf_add_char(out, '\n');
	}
}

static void explaining_add_number(const struct project *project, struct strbuf *out)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	strbuf_addf(out, "%s %s", number, project->title);
}

void explaining_effects(struct session *session, const struct project *project,
	struct strbuf *out)
{
	const int hours = session_hours_per_person_year(session, project->fiscal_year);
	bool any = false;

	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		if (!project->has_stage[stage])
			continue;
		any = true;
		for (int basis = 0; basis < BASIS_COUNT; basis++) {
			indent(out, 1);
			strbuf_addf(out, _("%s, %s: "), effect_stage_label((enum stage)stage),
				effect_basis_label((enum basis)basis));
			explaining_add_total(out, project->minutes[stage][basis], hours);
			strbuf_add_char(out, '\n');
			explaining_add_lines(project, (enum stage)stage, (enum basis)basis, 2, out);
		}
	}
	if (!any)
		strbuf_add_text(out, _("  No savings have been entered.\n"));
	add_unit(out, hours);
	strbuf_add_char(out, '\n');
}

bool explaining_project(struct session *session, const struct project *project,
	struct strbuf *out, struct error *err)
{
	(void)err;
	explaining_add_number(project, out);
	strbuf_add_char(out, '\n');
	explaining_effects(session, project, out);
	return true;
}

/* ---- a table's total, level by level --------------------------------------------------------- */

enum { LEVELS = 3 };

struct descent {
	struct session *session;
	const struct facts *facts;
	enum dimension levels[LEVELS]; /* the table's rows, then department, section */
	int level_count;
	enum stage stage;
	enum basis basis;
	int hours;
	struct strbuf *out;
};

struct counted {
	size_t index; /* in the facts */
	uint16_t codes[LEVELS];
};

/* Code 0 (未分類, なし) comes last, as in the tables. */
static int rank(uint16_t code)
{
	return code ? code : UINT16_MAX + 1;
}

static int by_codes(const void *a, const void *b)
{
	const struct counted *left = a, *right = b;

	for (int level = 0; level < LEVELS; level++)
		if (left->codes[level] != right->codes[level])
			return rank(left->codes[level]) < rank(right->codes[level]) ? -1 : 1;
	return left->index < right->index ? -1 : left->index > right->index;
}

static int64_t sum(const struct descent *descent, const struct counted *rows, size_t count)
{
	const int64_t *minutes = descent->facts->minutes[descent->stage][descent->basis];
	int64_t total = 0;

	for (size_t i = 0; i < count; i++)
		total += minutes[rows[i].index];
	return total;
}

static bool explain_rows(const struct descent *descent, const struct counted *rows, size_t count,
	struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		struct project project;
		project_init(&project);
		const enum project_find found = project_store_by_id(descent->session->store,
			descent->facts->project_id[rows[i].index], &project, err);
		if (found == PROJECT_FOUND) {
			indent(descent->out, descent->level_count + 1);
			explaining_add_number(&project, descent->out);
			strbuf_add_text(descent->out, _(": "));
			explaining_add_total(descent->out,
				project.minutes[descent->stage][descent->basis], descent->hours);
			strbuf_add_char(descent->out, '\n');
			explaining_add_lines(&project, descent->stage, descent->basis,
				descent->level_count + 2, descent->out);
		}
		project_free(&project);
		if (found == PROJECT_FAILED)
			return false;
	}
	return true;
}

static bool explain_level(const struct descent *descent, int level, const struct counted *rows,
	size_t count, struct error *err)
{
	if (level == descent->level_count)
		return explain_rows(descent, rows, count, err);
	const struct dictionary *dictionary =
		&descent->facts->dictionary[descent->levels[level]];
	for (size_t start = 0, end; start < count; start = end) {
		const uint16_t code = rows[start].codes[level];
		for (end = start; end < count && rows[end].codes[level] == code; end++)
			;
		indent(descent->out, level + 1);
		strbuf_addf(descent->out, ngettext("%s (%zu project): ", "%s (%zu projects): ",
			end - start), dictionary->entries.items[code].name, end - start);
		explaining_add_total(descent->out, sum(descent, rows + start, end - start),
			descent->hours);
		strbuf_add_char(descent->out, '\n');
		if (!explain_level(descent, level + 1, rows + start, end - start, err))
			return false;
	}
	return true;
}

static bool pinned(const struct pivot_query *query, enum dimension from)
{
	for (enum dimension d = from; d <= DIMENSION_TEAM; d++)
		if (query->drill[d] >= 0)
			return true;
	return false;
}

static size_t explaining_collect(const struct descent *descent, const struct pivot_query *query,
	struct counted *rows)
{
	const struct facts *facts = descent->facts;
	struct cube_query selection = {.facts = facts, .year_code = -1, .drill = query->drill};
	char year[16];
	size_t count = 0;

	if (query->fiscal_year) {
		snprintf(year, sizeof year, "%d", query->fiscal_year);
		selection.year_code = facts_find(facts, DIMENSION_FISCAL_YEAR, year);
	}
	for (size_t i = 0; i < facts->count; i++) {
		if (!(facts->flags[i] & FACT_COUNTED) || !cube_query_selects(&selection, i))
			continue;
		struct counted *row = &rows[count++];
		*row = (struct counted){.index = i};
		for (int level = 0; level < descent->level_count; level++)
			row->codes[level] = facts->codes[descent->levels[level]][i];
	}
	if (count)
		qsort(rows, count, sizeof *rows, by_codes);
	return count;
}

bool explaining_pivot(struct session *session, const struct pivot_query *query, const char *title,
	const char *filter, struct strbuf *out, struct error *err)
{
	struct descent descent = {.session = session, .stage = query->stage,
		.basis = query->basis, .out = out};
	const int fiscal_year = query->fiscal_year;
	char year[FISCAL_YEAR_TEXT];

	descent.facts = rollups_facts(session, fiscal_year, filter, err);
	if (!descent.facts)
		return false;
	descent.hours = session_hours_per_person_year(session,
		fiscal_year ? fiscal_year : session->fiscal_year);

	/* The table's row dimension first, then the levels of the tree that it does not already
	 * hold and that are still more than one unit. */
	const enum dimension first =
		query->rows[0] == DIMENSION_ANY_TOOL ? DIMENSION_TOOL : query->rows[0];

	if (query->drill[query->rows[0]] < 0 && first != DIMENSION_DEPARTMENT &&
		first != DIMENSION_SECTION && first != DIMENSION_TEAM)
		descent.levels[descent.level_count++] = first;
	if (!pinned(query, DIMENSION_DEPARTMENT))
		descent.levels[descent.level_count++] = DIMENSION_DEPARTMENT;
	if (!pinned(query, DIMENSION_SECTION))
		descent.levels[descent.level_count++] = DIMENSION_SECTION;

	struct counted *rows = xcalloc(descent.facts->count + 1, sizeof *rows);
	const size_t count = explaining_collect(&descent, query, rows);
	if (fiscal_year)
		fiscal_year_format(fiscal_year, year);
	strbuf_addf(out, _("%s %s, %s, %s: "), fiscal_year ? year : _("Several fiscal years"),
		title, effect_stage_label(descent.stage), effect_basis_label(descent.basis));

	const int64_t minutes = sum(&descent, rows, count);
	struct strbuf total = {0}, unit = {0};

	explaining_add_total(&total, minutes, descent.hours);
	add_unit(&unit, descent.hours);
	/* a total, and what a person-year is in brackets */
	strbuf_addf(out, _("%s %s"), strbuf_text(&total), strbuf_text(&unit));
	strbuf_free(&total);
	strbuf_free(&unit);

	strbuf_add_char(out, '\n');
	const bool explained = explain_level(&descent, 0, rows, count, err);
	free(rows);
	return explained;
}

bool explaining_table(struct session *session, const char *name, int fiscal_year,
	const char *filter, struct strbuf *out, struct error *err)
{
	const struct named_table *named = named_find(name);
	struct pivot_query query;

	if (!named)
		return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
	if (!named->query)
		return error_set(err, ERROR_USAGE,
			_("The table “%s” has no total that could be explained by its projects."),
			_(named->title));
	named_query(named, fiscal_year, STAGE_ESTIMATE, BASIS_IN_YEAR, &query);
	query.fiscal_year = fiscal_year;
	return explaining_pivot(session, &query, _(named->title), filter, out, err);
}
