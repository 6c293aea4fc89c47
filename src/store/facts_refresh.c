#include "config.h"

#include "store/facts_refresh.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/vec.h"
#include "model/start.h"
#include "model/workflow.h"
#include "store/facts_block.h"
#include "store/facts_store.h"
#include "store/store_private.h"

/* So many changed projects are looked at one by one; after more everything is loaded anew. */
enum { CHANGED_MAX = 64 };

struct refresh {
	struct store *store;
	struct facts *facts;
	int first, last; /* fiscal years of the facts */
	struct facts_block *block; /* holds the one row in hand */
	struct facts_line_sums lines; /* of that project */
	struct error *err;
};

/* Outcome of a step: refused means that everything must be loaded anew. */
enum outcome { DONE, REFUSED, FAILED };

/* ---- can it be done at all? ------------------------------------------------------------------ */

/* What the facts hold of one project, as its lines should come to. */
static struct facts_line_sums refresh_held(const struct facts *facts, size_t at)
{
	struct facts_line_sums held = {.lines_fit = true};

	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		for (enum basis basis = 0; basis < BASIS_COUNT; basis++) {
			held.minutes[stage][basis] = facts->minutes[stage][basis][at];
			held.unknown[stage] = !facts_before(facts, at, stage, basis,
				&held.before[stage][basis]);
		}
	return held;
}

/* The sums of lines can be carried on only where the projects hold what their lines come to. */
static bool refresh_lines_tie(const struct facts *facts)
{
	const struct dictionary *years = &facts->dictionary[DIMENSION_FISCAL_YEAR];
	struct facts_lines *of_years = xcalloc(years->entries.count, sizeof *of_years);
	bool ties = true;

	for (size_t i = 0; ties && i < facts->count; i++) {
		const struct facts_line_sums held = refresh_held(facts, i);

		if (facts->flags[i] & FACT_COUNTED)
			ties = facts_lines_add(&of_years[facts->codes[DIMENSION_FISCAL_YEAR][i]], &held, 1);
	}
	for (size_t i = 0; ties && i < facts->lines.count; i++) {
		const struct facts_lines *lines = &facts->lines.items[i];
		char code[32];
		snprintf(code, sizeof code, "%lld", (long long)lines->fiscal_year);
		const struct facts_lines *held =
			&of_years[facts_find(facts, DIMENSION_FISCAL_YEAR, code)];
		/* entry 0 gathers lines of years that are not loaded */
		ties = held == of_years ||
			(memcmp(held->minutes, lines->minutes, sizeof held->minutes) == 0 &&
				memcmp(held->before, lines->before, sizeof held->before) == 0);
	}
	free(of_years);
	return ties;
}

/* ---- one project ----------------------------------------------------------------------------- */

/* The row and what its lines come to; REFUSED when it is gone. */
static enum outcome refresh_read_row(struct refresh *refresh, int64_t id)
{
	struct db_statement *row =
		statement_get(refresh->store, STATEMENT_FACTS_ROW, refresh->err);

	if (!row)
		return FAILED;
	facts_block_clear(refresh->block);
	db_bind_int(row, 1, id);
	enum db_step step = db_step(row, refresh->err);
	if (step == DB_ROW)
		facts_block_add_read(refresh->block, row);
	db_reset(row);
	if (step != DB_ROW)
		return step == DB_DONE ? REFUSED : FAILED;

	struct db_statement *line =
		statement_get(refresh->store, STATEMENT_FACTS_LINES, refresh->err);
	if (!line)
		return FAILED;
	refresh->lines = (struct facts_line_sums){.lines_fit = true};
	db_bind_int(line, 1, id);
	while ((step = db_step(line, refresh->err)) == DB_ROW)
		facts_block_add_line(&refresh->lines, line, 0);
	db_reset(line);
	return step == DB_DONE ? DONE : FAILED;
}

static const char *refresh_word(const struct refresh *refresh, enum facts_text text)
{
	return facts_block_word(refresh->block, text, refresh->block->text[text][0]);
}

/* What a row comes to, by the dictionaries as they are. */
struct codes {
	uint16_t of[DIMENSION_COUNT];
	uint16_t tools[64];
	uint32_t tool_count;
	uint8_t flags;
};

/* False for a code that is not there yet. */
static bool refresh_find(const struct facts *facts, enum dimension dimension, const char *code,
	uint16_t *found)
{
	*found = facts_find(facts, dimension, code);
	return *found || !*code;
}

static bool refresh_find_tools(const struct facts *facts, const char *list, struct codes *codes)
{
	codes->tool_count = 0;
	while (*list) {
		const size_t length = strcspn(list, ",");
		char code[64];

		if (length >= sizeof code ||
			codes->tool_count == sizeof codes->tools / sizeof codes->tools[0])
			return false;
		memcpy(code, list, length);
		code[length] = '\0';
		if (!refresh_find(facts, DIMENSION_TOOL, code, &codes->tools[codes->tool_count++]))
			return false;
		list += length + (list[length] == ',');
	}
	codes->of[DIMENSION_TOOL] = codes->tool_count ? codes->tools[0] : 0;
	return true;
}

static bool refresh_find_codes(const struct refresh *refresh, struct codes *codes)
{
	const struct facts *facts = refresh->facts;
	const uint32_t month = start_month(refresh_word(refresh, FACTS_START));
	const bool excluded = strcmp(refresh_word(refresh, FACTS_EXCLUSION), "confirmed") == 0;
	char start[START_CODE];

	*codes = (struct codes){0};
	for (size_t i = 0; i < FACTS_NAMED; i++) {
		const enum dimension dimension = facts_coded[i].dimension;
		if (!refresh_find(facts, dimension, refresh_word(refresh, facts_coded[i].text),
			    &codes->of[dimension]))
			return false;
	}
	codes->of[DIMENSION_REPLICABLE] =
		strcmp(refresh_word(refresh, FACTS_REPLICABLE), "0") == 0 ? 2 : 1;
	if (codes->of[DIMENSION_STATUS] == 0 ||
		!refresh_find_tools(facts, refresh_word(refresh, FACTS_TOOLS), codes))
		return false;
	codes->flags = facts_flags_of(excluded ? FACT_EXCLUDED : 0,
		(enum status)(codes->of[DIMENSION_STATUS] - 1),
		(unsigned)strtoul(refresh_word(refresh, FACTS_STAGES), NULL, 10));

	start_code(month, start);
	codes->of[DIMENSION_HALF_YEAR] = (uint16_t)start_half(month);
	return refresh_find(facts, DIMENSION_START_MONTH, start, &codes->of[DIMENSION_START_MONTH]);
}

/* An entry that only projects give goes with the last of them. */
static bool refresh_loses_entry(const struct facts *facts, const struct codes *codes, size_t at)
{
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		const bool fixed = d == DIMENSION_ANY_TOOL || d == DIMENSION_STATUS ||
			d == DIMENSION_HALF_YEAR || d == DIMENSION_REPLICABLE;
		const uint16_t *all = facts->codes[d];
		bool last = true;

		if (fixed || codes->of[d] == all[at] || all[at] == 0 ||
			facts->dictionary[d].entries.items[all[at]].first_fiscal_year != 0)
			continue;
		for (size_t i = 0; last && i < facts->count; i++)
			last = i == at || all[i] != all[at];
		if (last)
			return true;
	}
	return false;
}

/* The same number of tools, or those after move up. A tool no master knows is not taken away. */
static bool refresh_put_tools(struct facts *facts, const struct codes *codes, size_t at)
{
	const uint32_t first = facts->tool_first[at], end = facts->tool_first[at + 1];
	const struct dictionary *tools = &facts->dictionary[DIMENSION_TOOL];

	if (codes->tool_count != end - first)
		return false;
	for (uint32_t t = first; t < end; t++)
		if (tools->entries.items[facts->tool_codes[t]].first_fiscal_year == 0)
			return false;
	memcpy(facts->tool_codes + first, codes->tools, codes->tool_count * sizeof *codes->tools);
	return true;
}

/* What the project holds goes from the sums; what its lines come to now is added. */
static bool refresh_move_lines(const struct refresh *refresh, const struct codes *codes, size_t at)
{
	const struct facts *facts = refresh->facts;
	const int64_t year = strtoll(refresh_word(refresh, FACTS_YEAR), NULL, 10);
	struct facts_lines *lines = NULL;
	const bool was = facts->flags[at] & FACT_COUNTED, is = codes->flags & FACT_COUNTED;
	bool fits = true;

	if (!was && !is)
		return true;
	for (size_t i = 0; !lines && i < facts->lines.count; i++)
		if (facts->lines.items[i].fiscal_year == year)
			lines = &facts->lines.items[i];
	if (!lines)
		return false;
	const struct facts_line_sums held = refresh_held(facts, at);

	if (was)
		fits = facts_lines_add(lines, &held, -1);
	return (!is || facts_lines_add(lines, &refresh->lines, 1)) && fits;
}

static enum outcome refresh_project(struct refresh *refresh, size_t at)
{
	struct facts *facts = refresh->facts;
	const enum outcome outcome = refresh_read_row(refresh, facts->project_id[at]);
	struct codes codes;

	if (outcome != DONE)
		return outcome;
	/* who is left out for impossible figures is found out by loading */
	if (!facts_line_sums_fit(&refresh->lines) || !facts_block_fits(refresh->block, 0) ||
		facts->flags[at] == FACT_TOO_LARGE)
		return REFUSED;
	/* nothing is written before all is known to fit, but what a reload would throw away */
	if (!refresh_find_codes(refresh, &codes) ||
		codes.of[DIMENSION_FISCAL_YEAR] != facts->codes[DIMENSION_FISCAL_YEAR][at] ||
		refresh_loses_entry(facts, &codes, at) || !refresh_put_tools(facts, &codes, at) ||
		!refresh_move_lines(refresh, &codes, at))
		return REFUSED;
	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (d != DIMENSION_ANY_TOOL)
			facts->codes[d][at] = codes.of[d];
	facts->flags[at] = codes.flags;
	facts->cost[at] = refresh->block->number[FACTS_COST][0];
	for (int f = 0; f < STAGE_COUNT * BASIS_COUNT; f++) {
		facts->minutes[f / BASIS_COUNT][f % BASIS_COUNT][at] =
			refresh->block->number[FACTS_MINUTES + f][0];
		facts->before[f / BASIS_COUNT][f % BASIS_COUNT][at] =
			refresh->block->number[FACTS_BEFORE + f][0];
	}
	return DONE;
}

/* ---- all that changed ------------------------------------------------------------------------ */

/* A project of another year, or one that is new, is not among the facts. */
static enum outcome refresh_id(struct refresh *refresh, int64_t id)
{
	const struct facts *facts = refresh->facts;
	const int64_t *at = facts->count == 0 ? NULL : bsearch(&id, facts->project_id,
		facts->count, sizeof id, vec_compare_int64);

	if (at)
		return refresh_project(refresh, (size_t)(at - facts->project_id));
	const enum outcome outcome = refresh_read_row(refresh, id);
	if (outcome != DONE)
		return outcome;
	const long year = strtol(refresh_word(refresh, FACTS_YEAR), NULL, 10);
	return year < refresh->first || year > refresh->last ? DONE : REFUSED;
}

static enum outcome refresh_all(struct refresh *refresh)
{
	struct facts *facts = refresh->facts;
	struct db_statement *changed =
		statement_get(refresh->store, STATEMENT_FACTS_CHANGED, refresh->err);
	int64_t ids[CHANGED_MAX + 1];
	size_t count = 0;
	enum db_step step;

	if (!changed)
		return FAILED;
	db_bind_int(changed, 1, facts->history);
	db_bind_int(changed, 2, facts->change);
	db_bind_int(changed, 3, CHANGED_MAX + 1);
	while ((step = db_step(changed, refresh->err)) == DB_ROW)
		ids[count++] = db_column_int(changed, 0);
	db_reset(changed);
	if (step == DB_FAILED)
		return FAILED;
	/* -1, which comes first, stands for a change that is more than single projects */
	if (count > CHANGED_MAX || (count > 0 && ids[0] < 0))
		return REFUSED;
	if (!facts->refreshed && !refresh_lines_tie(facts))
		return REFUSED;

	for (size_t i = 0; i < count; i++) {
		const enum outcome outcome = refresh_id(refresh, ids[i]);
		if (outcome != DONE)
			return outcome;
	}
	facts->refreshed = true;
	facts->change = store_last_change(refresh->store);
	return store_last_history(refresh->store, &facts->history, refresh->err) ? DONE : FAILED;
}

bool facts_store_refresh(struct store *store, int first_fiscal_year, int last_fiscal_year,
	struct facts *facts, bool *refreshed, struct error *err)
{
	struct refresh refresh = {.store = store, .facts = facts, .first = first_fiscal_year,
		.last = last_fiscal_year, .err = err};

	*refreshed = false;
	if (first_fiscal_year == 0 || !db_begin_read(store->db, err))
		return first_fiscal_year == 0;
	refresh.block = facts_block_new();
	const enum outcome outcome = refresh_all(&refresh);
	facts_block_free(refresh.block);
	*refreshed = outcome == DONE;
	return db_commit(store->db, outcome == FAILED ? NULL : err) && outcome != FAILED;
}
