/* pivot_notes - titles and notes: what was left out, rounding, 未分類. */
#include "config.h"

#include "rollup/cube_dense.h"
#include "rollup/note_names.h"
#include "rollup/pivot_plan.h"

#include <stdlib.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"

static const char *grouped(struct arena *arena, int64_t number)
{
	struct strbuf text = {0};

	decimal_add_grouped(&text, number, 0, false);
	const char *const copy = arena_strdup(arena, strbuf_text(&text));
	strbuf_free(&text);
	return copy;
}

char *pivot_notes_title(const struct pivot_query *query)
{
	struct strbuf title = {0};

	for (size_t r = 0; r < query->row_count; r++) {
		strbuf_add_text(&title, r ? _(", ") : "");
		strbuf_add_text(&title, _(dimensions[query->rows[r]].label));
	}
	if (query->column >= 0) {
		strbuf_add_text(&title, " × ");
		strbuf_add_text(&title, _(dimensions[query->column].label));
	}
	/* the dimensions of a table */
	char *const text = xasprintf(_("By %s"), strbuf_text(&title));
	strbuf_free(&title);
	return text;
}

/* ---- what belongs to no category ----------------------------------------------------------- */

static bool note_unclassified(struct pivot_plan *plan, struct table *table, int slot,
	struct error *err)
{
	const enum dimension dimension = (enum dimension)plan->now.query.dimensions[slot];
	const struct cube *const cube = cube_set_get(&plan->now, 1u << slot, err);
	const uint16_t none[CUBE_SLOTS] = {0};

	if (!cube)
		return false;
	const int64_t projects = cube_at(cube, none).projects;
	if (!projects)
		return true;
	const char *const name = plan->facts->dictionary[dimension].entries.items[0].name;
	/* a dimension, a number of projects, the name of the row */
	table_add_note(table, NOTE_UNCLASSIFIED,
		arena_printf(&table->arena, ngettext("%s: %s project has none; it is in “%s”.",
			"%s: %s projects have none; they are in “%s”.", (unsigned long)projects),
			_(dimensions[dimension].label), grouped(&table->arena, projects), name),
		arena_printf(&table->arena, "unclassified:%s=%lld", dimensions[dimension].id,
			(long long)projects));
	return true;
}

/* ---- what does not count ------------------------------------------------------------------- */

static void count_left_out(const struct cube_query *query, struct pivot_left_out *left_out)
{
	const struct facts *const facts = query->facts;

	*left_out = (struct pivot_left_out){0};
	for (size_t f = 0; f < facts->count; f++) {
		if (facts->flags[f] & FACT_COUNTED || !cube_query_selects(query, f))
			continue;
		left_out->drafts += (facts->flags[f] & FACT_DRAFT) != 0;
		left_out->cancelled += (facts->flags[f] & (FACT_DRAFT | FACT_CANCELLED)) ==
			FACT_CANCELLED;
		left_out->excluded += (facts->flags[f] & (FACT_DRAFT | FACT_CANCELLED |
			FACT_EXCLUDED)) == FACT_EXCLUDED;
	}
}

static struct cube_query pivot_notes_selection(const struct facts *facts,
	const struct pivot_query *query)
{
	return (struct cube_query){
		.facts = facts,
		.drill = query->drill,
		.year_code = query->fiscal_year ? pivot_year_code(facts, query->fiscal_year) : -1,
	};
}

void pivot_left_out(const struct facts *facts, const struct pivot_query *query,
	struct pivot_left_out *left_out)
{
	const struct cube_query selection = pivot_notes_selection(facts, query);

	count_left_out(&selection, left_out);
}

void pivot_note_left_out(const struct pivot_left_out *left_out, struct table *table)
{
	struct strbuf text = {0}, machine = {0};
	const struct {
		const char *id, *text;
		int64_t count;
	} reasons[] = {
		{"draft", N_("drafts or returned"), left_out->drafts},
		{"cancelled", N_("cancelled"), left_out->cancelled},
		{"excluded", N_("standard work"), left_out->excluded},
	};
	for (size_t r = 0; r < sizeof reasons / sizeof reasons[0]; r++) {
		if (!reasons[r].count)
			continue;
		strbuf_add_text(&text, text.length ? _(", ") : "");
		/* why projects do not count, and how many */
		strbuf_addf(&text, ngettext("%s: %s project", "%s: %s projects",
			(unsigned long)reasons[r].count), _(reasons[r].text),
			grouped(&table->arena, reasons[r].count));
		strbuf_addf(&machine, "%s%s=%lld", machine.length ? "," : "left-out:",
			reasons[r].id, (long long)reasons[r].count);
	}
	if (text.length)
		/* a list such as “drafts or returned: 3 projects, cancelled: 1 projects” */
		table_add_note(table, NOTE_LEFT_OUT,
			arena_printf(&table->arena, _("Not counted: %s."), strbuf_text(&text)),
			strbuf_text(&machine));
	strbuf_free(&text);
	strbuf_free(&machine);
}

void pivot_note_no_figure(const struct facts *facts, const struct pivot_query *query,
	unsigned stages, struct table *table)
{
	const struct cube_query selection = pivot_notes_selection(facts, query);
	struct strbuf text = {0}, machine = {0};

	for (enum stage stage = 0; stage < STAGE_COUNT; stage++) {
		const int64_t count = stages >> stage & 1 ? cube_dense_count(&selection,
			FACT_COUNTED | (unsigned)FACT_STAGE << stage, FACT_COUNTED) : 0;

		if (!count)
			continue;
		strbuf_add_text(&text, text.length ? _(", ") : "");
		strbuf_addf(&text, ngettext("%s: %s project", "%s: %s projects",
			(unsigned long)count), effect_stage_label(stage),
			grouped(&table->arena, count));
		strbuf_addf(&machine, "%s%s=%lld", machine.length ? "," : "no-figure:",
			effect_stage_id(stage), (long long)count);
	}
	if (text.length)
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				/* a list such as “Actual: 706 projects” */
				_("Without a figure yet, and so 0 in the sum: %s."),
				strbuf_text(&text)),
			strbuf_text(&machine));
	strbuf_free(&text);
	strbuf_free(&machine);
}

void pivot_note_too_large(const struct facts *facts, const struct pivot_query *query,
	struct table *table)
{
	const struct cube_query selection = pivot_notes_selection(facts, query);
	struct note_names names = {0};

	for (size_t i = 0; i < facts->too_large.count; i++) {
		const struct facts_too_large *const left_out = &facts->too_large.items[i];
		char number[FISCAL_YEAR_TEXT];

		if (!cube_query_selects(&selection, left_out->fact))
			continue;
		fiscal_year_number_format(left_out->fiscal_year, left_out->number, number);
		note_names_add(&names, number, number);
	}
	if (note_names_end(&names))
		table_add_note(table, NOTE_LEFT_OUT,
			arena_printf(&table->arena,
				/* numbers of projects */
				_("Not counted, because no work takes so many hours or costs so "
				  "much: %s. Please correct these."), strbuf_text(&names.text)),
			arena_printf(&table->arena, "left-out:too-large=%s",
				strbuf_text(&names.machine)));
	note_names_free(&names);
}

/* ---- teams that stand in several rows ------------------------------------------------------ */

/* Teams of several projects may have them in different rows, save in rows of units. */
static bool note_teams(struct pivot_plan *plan, struct table *table, struct error *err)
{
	const uint16_t all[CUBE_SLOTS] = {0};
	bool split = false;

	for (int s = 0; s < CUBE_SLOTS; s++) {
		const int dimension = plan->now.query.dimensions[s];

		split |= dimension >= 0 && !pivot_labels_is_unit((enum dimension)dimension);
	}
	if (!split || !pivot_query_measures(plan->query, MEASURE_TEAMS))
		return true;
	const struct cube *const cube = cube_set_get(&plan->now, 0, err);
	if (!cube)
		return false;
	const struct cube_sums total = cube_at(cube, all);
	if (total.teams < total.projects)
		table_add_note(table, NOTE_OTHER,
			_("A team with several projects counts in each row that has one of them, "
			  "but once in the total."), "teams-repeated");
	return true;
}

bool pivot_notes_add(struct pivot_plan *plan, struct table *table, struct error *err)
{
	struct pivot_left_out left_out;
	bool every_tool = false;

	for (int s = 0; s < CUBE_SLOTS; s++) {
		if (plan->now.query.dimensions[s] < 0)
			continue;
		if (!note_unclassified(plan, table, s, err))
			return false;
		every_tool |= plan->now.query.dimensions[s] == DIMENSION_ANY_TOOL;
	}
	count_left_out(&plan->now.query, &left_out);
	pivot_note_left_out(&left_out, table);
	pivot_note_no_figure(plan->facts, plan->query, plan->realises ? PIVOT_EVERY_STAGE :
		plan->now.query.wants & CUBE_MINUTES ? 1u << plan->query->stage : 0, table);
	if (!pivot_reduction_note(plan, table, err))
		return false;
	if (every_tool)
		table_add_note(table, NOTE_EVERY_TOOL,
			_("A project with several tools counts once for each of them, so that the "
			  "parts may come to more than the total."), "every-tool");
	return note_teams(plan, table, err);
}
