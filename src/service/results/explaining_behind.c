#include "config.h"

#include "service/results/explaining_behind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "model/destination.h"
#include "service/results/explaining_descent.h"
#include "service/results/explaining_text.h"
#include "store/destination_store.h"

static struct descent behind_descent(const struct explaining_page *page, const struct facts *facts,
	enum basis basis, int depth)
{
	return (struct descent){.session = page->session, .facts = facts,
		.levels = {DIMENSION_DEPARTMENT, DIMENSION_SECTION}, .level_count = 2,
		.stage = page->table->stage, .basis = basis, .depth = depth, .out = page->out};
}

/* ---- destinations ------------------------------------------------------------------------------- */

struct parts {
	enum destination destination; /* DESTINATION_COUNT = not stated */
	struct strmap of;             /* project id as text → minutes that go there */
};

static void behind_take_part(int64_t project_id, const char *text, int64_t minutes, void *data)
{
	struct parts *const parts = data;
	int64_t divided[DESTINATION_COUNT], sum = 0;
	struct destination_split split;
	char id[24];

	/* what is stored has been read before; a text that another program spoilt says nothing */
	if (!destination_parse(text, &split, NULL))
		split = (struct destination_split){0};
	const bool stated = destination_divide(&split, minutes, divided);
	if (stated == (parts->destination == DESTINATION_COUNT))
		return;
	snprintf(id, sizeof id, "%lld", (long long)project_id);
	strmap_get(&parts->of, id, &sum);
	if (stated)
		sum += divided[parts->destination];
	else
		sum += minutes;
	if (!stated || split.percent[parts->destination])
		strmap_put(&parts->of, id, sum);
}

bool explaining_behind_destination(const struct explaining_page *page, size_t row, struct error *err)
{
	const struct facts *facts = rollups_facts(page->session, page->table->fiscal_year,
		page->choice->filter, err);

	const int column = table_column_index(page->table, "destination_code");
	const struct table_cell *const cell =
		column < 0 ? NULL : &page->table->rows.items[row].cells[column];
	const char *const code = cell && cell->kind == CELL_TEXT ? cell->text : "";
	struct parts parts = {.destination = DESTINATION_OVERTIME};
	struct explaining_only only = explaining_all;
	struct descent descent;

	if (!facts)
		return false;
	while (parts.destination < DESTINATION_COUNT &&
		strcmp(destination_id(parts.destination), code) != 0)
		parts.destination++;
	only.destination = (int)parts.destination;
	descent = behind_descent(page, facts, page->table->basis, 2);
	descent.only = &only;
	bool written = destination_store_each(page->session->store, page->table->fiscal_year,
		page->table->stage, page->table->basis, behind_take_part, &parts, err);
	for (size_t f = 0; written && f < facts->count; f++) {
		char id[24];
		int64_t minutes;

		snprintf(id, sizeof id, "%lld", (long long)facts->project_id[f]);
		if ((facts->flags[f] & FACT_COUNTED) && strmap_get(&parts.of, id, &minutes))
			descent_add(&descent, f, minutes);
	}
	written = written && descent_write(&descent, err);
	descent_free(&descent);
	strmap_free(&parts.of);
	return written;
}

/* ---- the goal ------------------------------------------------------------------------------------ */

bool explaining_behind_goal(const struct explaining_page *page, size_t row, struct error *err)
{
	const int year = (int)page->table->rows.items[row].key[0];
	const struct facts *facts = rollups_facts(page->session, 0, page->choice->filter, err);

	if (!facts)
		return false;

	struct descent of_year = behind_descent(page, facts, page->table->basis, 3);
	struct descent earlier = behind_descent(page, facts, BASIS_FULL_YEAR, 3);
	const struct dictionary_entry *const years =
		facts->dictionary[DIMENSION_FISCAL_YEAR].entries.items;
	for (size_t f = 0; f < facts->count; f++) {
		const int start = (int)strtol(
			years[facts->codes[DIMENSION_FISCAL_YEAR][f]].code, NULL, 10);
		struct descent *const taken = start == year ? &of_year : &earlier;

		if ((facts->flags[f] & FACT_COUNTED) && start > 0 && start <= year)
			descent_add(taken, f, facts->minutes[taken->stage][taken->basis][f]);
	}
	bool written = descent_chapter(&of_year, _("Flow: the new projects of the year"), err);
	/* what they save in full years comes on top of the flow, and both are the stock */
	written = written && descent_chapter(&earlier,
		_("Stock: and the full years of earlier projects"), err);
	descent_free(&of_year);
	descent_free(&earlier);
	return written;
}
