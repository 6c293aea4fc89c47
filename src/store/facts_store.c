#include "config.h"

#include "store/facts_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "model/workflow.h"
#include "store/facts_entries.h"
#include "store/filter_sql.h"
#include "store/store_private.h"

/* Everything a fact needs stands in the index project_facts, in the order of the index. */
enum column {
	COLUMN_ID, COLUMN_YEAR, COLUMN_TEAM, COLUMN_SECTION, COLUMN_DEPARTMENT,
	COLUMN_PROBLEM_TYPE, COLUMN_TOOLS, COLUMN_STATUS, COLUMN_EXCLUSION, COLUMN_REPLICABLE,
	COLUMN_START, COLUMN_COST, COLUMN_MINUTES,
	COLUMN_LEADER = COLUMN_MINUTES + STAGE_COUNT * BASIS_COUNT,
};
#define SELECT_FACTS                                                                               \
	"SELECT p.id, p.fiscal_year, p.team_code, p.section_code, p.department_code, "             \
	"p.problem_type, p.tools, p.status, p.exclusion, p.replicable, "                           \
	"COALESCE(p.operating_from, p.started_on), "                                               \
	"COALESCE(p.implementation_cost, 0) + COALESCE(p.running_cost, 0), "                       \
	"p.estimate_in_year, p.estimate_full_year, p.forecast_in_year, p.forecast_full_year, "     \
	"p.actual_in_year, p.actual_full_year, p.leader "                                          \
	"FROM project AS p WHERE p.fiscal_year >= ?1 AND p.fiscal_year <= ?2 AND "

enum { MONTHS = 12 * 10000 };

/* A dimension whose entries only the projects give: what was found, to be put in order when all
 * are read. */
struct found {
	const char *section; /* leaders only */
	const char *text;
	int order;
	uint16_t code;
};

/* The last text of a column and the code it got: neighbours are often alike. */
struct memo {
	struct strbuf text;
	uint16_t code;
};

struct loader {
	struct store *store;
	struct facts *facts;
	struct db_statement *row;
	struct memo memo[DIMENSION_COUNT];
	int64_t year; /* of the last row */
	struct strmap tools;   /* "kintone,genai" → index of its first code in tool_codes */
	VEC(uint16_t) tool_codes; /* a count, then that many codes */
	struct strmap leaders;
	VEC(struct found) leader_list;
	VEC(uint32_t) leader_of; /* per fact: index into leader_list + 1, 0 = none */
	VEC(uint32_t) month_of;  /* per fact: year × 12 + month - 1, 0 = none */
	uint16_t *months;        /* code by month, while loading 1 = seen */
	struct strbuf key;
	struct error *err;
};

static const char *text_of(const struct loader *loader, enum column column)
{
	return db_column_text(loader->row, (int)column);
}

/* ---- one project ---------------------------------------------------------------------------- */

/* A code that no master knows, written by another program, still stands for itself. */
static bool set_code(struct loader *loader, size_t at, enum dimension dimension,
	enum column column)
{
	const char *text = text_of(loader, column);
	struct memo *memo = &loader->memo[dimension];

	if (strcmp(strbuf_text(&memo->text), text) != 0) {
		strbuf_clear(&memo->text);
		strbuf_add_text(&memo->text, text);
		memo->code = facts_find(loader->facts, dimension, text);
		if (!memo->code && *text &&
			!facts_add_entry(loader->facts, dimension, text, text, 0, &memo->code,
				loader->err))
			return false;
	}
	loader->facts->codes[dimension][at] = memo->code;
	return true;
}

static bool set_year(struct loader *loader, size_t at)
{
	const int64_t year = db_column_int(loader->row, COLUMN_YEAR);

	if (year != loader->year &&
		!set_code(loader, at, DIMENSION_FISCAL_YEAR, COLUMN_YEAR))
		return false;
	loader->year = year;
	loader->facts->codes[DIMENSION_FISCAL_YEAR][at] = loader->memo[DIMENSION_FISCAL_YEAR].code;
	return true;
}

/* Takes a list of tools apart the first time it is seen. */
static bool learn_tools(struct loader *loader, const char *codes)
{
	const size_t first = loader->tool_codes.count;

	strmap_put(&loader->tools, codes, (int64_t)first);
	*vec_add(&loader->tool_codes) = 0;
	while (*codes) {
		const size_t length = strcspn(codes, ",");
		uint16_t *tool = vec_add(&loader->tool_codes);

		loader->tool_codes.items[first]++;
		strbuf_clear(&loader->key);
		strbuf_add(&loader->key, codes, length);
		if (!facts_add_entry(loader->facts, DIMENSION_TOOL, strbuf_text(&loader->key),
			    strbuf_text(&loader->key), 0, tool, loader->err))
			return false;
		codes += length + (codes[length] == ',');
	}
	return true;
}

static bool set_tools(struct loader *loader)
{
	const char *codes = text_of(loader, COLUMN_TOOLS);
	int64_t first;

	if (!strmap_get(&loader->tools, codes, &first)) {
		first = (int64_t)loader->tool_codes.count;
		if (!learn_tools(loader, codes))
			return false;
	}
	const uint16_t *tools = &loader->tool_codes.items[first];
	for (uint16_t i = 1; i <= tools[0]; i++)
		facts_add_tool(loader->facts, tools[i]);
	return true;
}

static bool set_status(struct loader *loader, size_t at)
{
	const char *text = text_of(loader, COLUMN_STATUS);
	const uint16_t code = facts_find(loader->facts, DIMENSION_STATUS, text);
	unsigned flags = 0;

	if (!code)
		return error_set(loader->err, ERROR_DATABASE,
			_("Project %lld has a status this program does not know: %s."),
			(long long)db_column_int(loader->row, COLUMN_ID), text);
	const enum status status = (enum status)(code - 1); /* in workflow order from entry 1 on */
	if (strcmp(text_of(loader, COLUMN_EXCLUSION), "confirmed") == 0)
		flags |= FACT_EXCLUDED;
	if (status == STATUS_CANCELLED)
		flags |= FACT_CANCELLED;
	else if (!workflow_counts(status))
		flags |= FACT_DRAFT;
	loader->facts->codes[DIMENSION_STATUS][at] = code;
	loader->facts->flags[at] = (uint8_t)(flags ? flags : FACT_COUNTED);
	return true;
}

/* First month of operation, or the day the work started. */
static void set_start(struct loader *loader, size_t at)
{
	const char *text = text_of(loader, COLUMN_START);
	uint32_t *slot = vec_add(&loader->month_of);

	if (strlen(text) != 10)
		return;
	const int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 +
		(text[3] - '0');
	const int month = (text[5] - '0') * 10 + (text[6] - '0');
	if (month < 1 || month > 12)
		return;
	*slot = (uint32_t)(year * 12 + month - 1);
	loader->months[*slot] = 1;
	loader->facts->codes[DIMENSION_HALF_YEAR][at] = month >= 4 && month <= 9 ? 1 : 2;
}

/* The same name in two sections is two people. */
static void set_leader(struct loader *loader, size_t at)
{
	const char *leader = text_of(loader, COLUMN_LEADER);
	const char *section = text_of(loader, COLUMN_SECTION);
	struct facts *facts = loader->facts;
	int64_t index;

	if (!*leader) {
		*vec_add(&loader->leader_of) = 0;
		return;
	}
	strbuf_clear(&loader->key);
	strbuf_add_text(&loader->key, section);
	strbuf_add_char(&loader->key, '/');
	strbuf_add_text(&loader->key, leader);
	if (!strmap_get(&loader->leaders, strbuf_text(&loader->key), &index)) {
		index = (int64_t)loader->leader_list.count;
		strmap_put(&loader->leaders, strbuf_text(&loader->key), index);
		*vec_add(&loader->leader_list) = (struct found){
			.section = arena_strdup(&facts->arena, strbuf_text(&loader->key)),
			.text = arena_strdup(&facts->arena, leader),
			.order = facts->codes[DIMENSION_SECTION][at],
		};
	}
	*vec_add(&loader->leader_of) = (uint32_t)index + 1;
}

static bool add_fact(struct loader *loader)
{
	struct facts *facts = loader->facts;
	const size_t at = facts_add(facts);
	int column = COLUMN_MINUTES;

	facts->project_id[at] = db_column_int(loader->row, COLUMN_ID);
	facts->cost[at] = db_column_int(loader->row, COLUMN_COST);
	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; basis < BASIS_COUNT; basis++)
			facts->minutes[stage][basis][at] = db_column_int(loader->row, column++);
	facts->codes[DIMENSION_REPLICABLE][at] =
		db_column_int(loader->row, COLUMN_REPLICABLE) ? 1 : 2;
	const bool ok = set_year(loader, at) &&
		set_code(loader, at, DIMENSION_DEPARTMENT, COLUMN_DEPARTMENT) &&
		set_code(loader, at, DIMENSION_SECTION, COLUMN_SECTION) &&
		set_code(loader, at, DIMENSION_TEAM, COLUMN_TEAM) &&
		set_code(loader, at, DIMENSION_PROBLEM_TYPE, COLUMN_PROBLEM_TYPE) &&
		set_status(loader, at) && set_tools(loader);
	if (ok) {
		set_start(loader, at);
		set_leader(loader, at);
	}
	return ok;
}

/* ---- what only projects give, in order --------------------------------------------------------- */

static int by_section(const void *a, const void *b)
{
	const struct found *left = *(struct found *const *)a, *right = *(struct found *const *)b;

	if (left->order != right->order)
		return left->order < right->order ? -1 : 1;
	return strcmp(left->section, right->section);
}

static bool order_leaders(struct loader *loader)
{
	const size_t count = loader->leader_list.count;
	struct found **sorted = xcalloc(count, sizeof *sorted);
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		sorted[i] = &loader->leader_list.items[i];
	if (count > 1)
		qsort(sorted, count, sizeof *sorted, by_section);
	for (size_t i = 0; ok && i < count; i++)
		ok = facts_add_entry(loader->facts, DIMENSION_LEADER, sorted[i]->section,
			sorted[i]->text, 0, &sorted[i]->code, loader->err);
	free(sorted);
	for (size_t i = 0; ok && i < loader->leader_of.count; i++)
		if (loader->leader_of.items[i])
			loader->facts->codes[DIMENSION_LEADER][i] =
				loader->leader_list.items[loader->leader_of.items[i] - 1].code;
	return ok;
}

static bool order_months(struct loader *loader)
{
	for (int month = 0; month < MONTHS; month++) {
		char code[32], name[64];

		if (!loader->months[month])
			continue;
		snprintf(code, sizeof code, "%04d-%02d", month / 12, month % 12 + 1);
		/* a month: year, month */
		snprintf(name, sizeof name, _("%d-%02d"), month / 12, month % 12 + 1);
		if (!facts_add_entry(loader->facts, DIMENSION_START_MONTH, code, name, 0,
			    &loader->months[month], loader->err))
			return false;
	}
	for (size_t i = 0; i < loader->month_of.count; i++)
		if (loader->month_of.items[i])
			loader->facts->codes[DIMENSION_START_MONTH][i] =
				loader->months[loader->month_of.items[i]];
	return true;
}

/* ---- the whole --------------------------------------------------------------------------------- */

static bool read_rows(struct loader *loader)
{
	enum db_step step;

	while ((step = db_step(loader->row, loader->err)) == DB_ROW)
		if (!add_fact(loader))
			return false;
	return step == DB_DONE;
}

static bool load_rows(struct loader *loader, int first, int last, const struct filter *filter)
{
	struct filter_sql condition = {0};
	struct strbuf sql = {0};

	if (!filter_sql_build(loader->store, filter, 3, &condition, loader->err))
		return false;
	strbuf_addf(&sql, "%s%s ORDER BY p.fiscal_year, p.number", SELECT_FACTS,
		strbuf_text(&condition.where));
	loader->row = db_prepare(loader->store->db, strbuf_text(&sql), loader->err);
	bool ok = loader->row != NULL;
	if (ok) {
		db_bind_int(loader->row, 1, first);
		db_bind_int(loader->row, 2, last);
		filter_sql_bind(&condition, loader->row);
		loader->months = xcalloc(MONTHS, sizeof *loader->months);
		ok = read_rows(loader) && order_leaders(loader) && order_months(loader);
		free(loader->months);
	}
	db_finish(loader->row);
	for (int d = 0; d < DIMENSION_COUNT; d++)
		strbuf_free(&loader->memo[d].text);
	strmap_free(&loader->tools);
	vec_free(&loader->tool_codes);
	strmap_free(&loader->leaders);
	vec_free(&loader->leader_list);
	vec_free(&loader->leader_of);
	vec_free(&loader->month_of);
	strbuf_free(&loader->key);
	strbuf_free(&sql);
	filter_sql_free(&condition);
	return ok;
}

/* All years: those that have projects. */
static bool find_years(struct store *store, int *first, int *last, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_FISCAL_YEARS, err);

	if (!query)
		return false;
	const bool ok = db_step(query, err) == DB_ROW;
	*first = (int)db_column_int(query, 0);
	*last = (int)db_column_int(query, 1);
	db_reset(query);
	return ok;
}

bool facts_store_load(struct store *store, int first_fiscal_year, int last_fiscal_year,
	const struct filter *filter, struct facts *facts, struct error *err)
{
	struct loader loader = {.store = store, .facts = facts, .err = err};
	int first = first_fiscal_year, last = last_fiscal_year;

	if ((first == 0 || last == 0) && !find_years(store, &first, &last, err))
		return false;
	facts_init(facts);
	facts->change = store_last_change(store);
	if ((first == 0 || facts_entries_fill(store, first, last, facts, err)) &&
		load_rows(&loader, first, last, filter))
		return true;
	facts_free(facts);
	return false;
}
