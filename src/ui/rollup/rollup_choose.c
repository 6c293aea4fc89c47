/* rollup_choose - what a rollup is made of, chosen from lists. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "model/filter.h"
#include "ui/kit/ask_filter.h"
#include "ui/kit/w_choice.h"
#include "ui/office/s_overlaps.h"
#include "ui/rollup/private.h"

/* ---- ready-made tables ---------------------------------------------------------------------- */

void rollup_choose_named(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	struct w_choice_entry *entries = xcalloc(named_table_count, sizeof *entries);
	int initial = -1, chosen;

	for (size_t i = 0; i < named_table_count; i++) {
		entries[i].label = _(named_tables[i].title);
		entries[i].reading = named_tables[i].id;
		if (rollup->named == &named_tables[i])
			initial = (int)i;
	}
	chosen = w_choice_run(app, _("Tables"), entries, named_table_count, initial);
	free(entries);
	if (chosen < 0)
		return;
	if (strcmp(named_tables[chosen].id, "overlaps") == 0) {
		overlaps_open(app);
		return;
	}
	rollup_set_named(rollup, &named_tables[chosen]);
	rollup_show(app, rollup);
}

/* ---- dimensions ----------------------------------------------------------------------------- */

/* The dimensions but those taken, after “none” where that may be chosen. -2 = given up, -1 = none.
 * taken is a set of bits. */
static int rollup_choose_dimension(struct app *app, const char *title, unsigned taken,
	bool with_none, int present)
{
	struct w_choice_entry entries[DIMENSION_COUNT + 1] = {{0}};
	int of_entry[DIMENSION_COUNT + 1], initial = -1, chosen;
	size_t count = 0;

	if (with_none) {
		entries[count].label = _("none");
		of_entry[count++] = -1;
	}
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		if (taken & 1u << d)
			continue;
		if (d == present)
			initial = (int)count;
		entries[count].label = _(dimensions[d].label);
		entries[count].reading = dimensions[d].id;
		of_entry[count++] = d;
	}
	chosen = w_choice_run(app, title, entries, count, initial);
	return chosen < 0 ? -2 : of_entry[chosen];
}

static void rollup_choose_become_own(struct app *app, struct rollup *rollup)
{
	rollup->named = NULL;
	rollup->view.cursor_row = rollup->view.top = 0;
	rollup_show(app, rollup);
}

void rollup_choose_rows(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	struct pivot_query *query = &rollup->query;
	int second = query->row_count > 1 ? (int)query->rows[1] : -1, first;

	first = rollup_choose_dimension(app, _("Rows"), 0, false, (int)query->rows[0]);
	if (first < 0)
		return;
	second = rollup_choose_dimension(app, _("Rows, within those"), 1u << first, true, second);
	if (second < -1)
		return;
	query->rows[0] = (enum dimension)first;
	query->row_count = second >= 0 ? 2 : 1;
	if (second >= 0)
		query->rows[1] = (enum dimension)second;
	if (query->column == first || query->column == second)
		query->column = -1;
	rollup_choose_become_own(app, rollup);
}

void rollup_choose_column(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	struct pivot_query *query = &rollup->query;
	unsigned taken = 1u << query->rows[0];
	int column;

	if (query->row_count > 1)
		taken |= 1u << query->rows[1];
	column = rollup_choose_dimension(app, _("Columns"), taken, true, query->column);
	if (column < -1)
		return;
	query->column = column;
	rollup_choose_become_own(app, rollup);
}

/* ---- measures ------------------------------------------------------------------------------- */

static void rollup_choose_set_measures(struct app *app, struct rollup *rollup,
	const bool chosen[MEASURE_COUNT])
{
	rollup->query.measure_count = 0;
	for (int m = 0; m < MEASURE_COUNT; m++) {
		if (chosen[m])
			pivot_query_add(&rollup->query, (enum measure)m);
	}
	if (rollup->query.measure_count == 0)
		pivot_query_add(&rollup->query, MEASURE_PROJECTS);
	rollup_show(app, rollup);
}

void rollup_choose_measures(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	struct w_choice_entry entries[MEASURE_COUNT] = {{0}};
	bool chosen[MEASURE_COUNT];

	for (int m = 0; m < MEASURE_COUNT; m++) {
		entries[m].label = _(measures[m].label);
		entries[m].reading = measures[m].id;
		entries[m].hint = _(measures[m].unit);
		chosen[m] = pivot_query_measures(&rollup->query, (enum measure)m);
	}
	if (w_choice_run_many(app, _("Figures (Space chooses)"), entries, MEASURE_COUNT, chosen))
		rollup_choose_set_measures(app, rollup, chosen);
}

void rollup_toggle_measure(struct app *app, struct rollup *rollup, enum measure measure)
{
	bool chosen[MEASURE_COUNT];

	for (int m = 0; m < MEASURE_COUNT; m++)
		chosen[m] = pivot_query_measures(&rollup->query,
			(enum measure)m) != (m == (int)measure);
	rollup_choose_set_measures(app, rollup, chosen);
}

/* ---- rows by name --------------------------------------------------------------------------- */

void rollup_choose_row(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	size_t count = rollup->table.rows.count, before = rollup->view.cursor_row;
	struct w_choice_entry *entries = xcalloc(count + 1, sizeof *entries);
	char **names = xcalloc(count + 1, sizeof *names);
	int chosen;

	for (size_t i = 0; i < count; i++) {
		struct strbuf name = {0};

		rollup->view.cursor_row = i;
		rollup_row_name(rollup, app->theme.glyphs.right, &name);
		names[i] = xstrdup(strbuf_text(&name));
		entries[i].label = names[i];
		strbuf_free(&name);
	}
	rollup->view.cursor_row = before;
	chosen = w_choice_run(app, _("Go to"), entries, count, (int)before);
	if (chosen >= 0)
		rollup->view.cursor_row = (size_t)chosen;
	for (size_t i = 0; i < count; i++)
		free(names[i]);
	free(names);
	free(entries);
}

/* ---- the filter ----------------------------------------------------------------------------- */

void rollup_ask_filter(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	char *text = ask_filter(app, rollup->filter);

	if (!text)
		return;
	free(rollup->filter);
	rollup->filter = text;
	rollup_show(app, rollup);
}
