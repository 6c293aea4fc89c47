#include "config.h"

#include "store/facts_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "model/filter_year.h"
#include "model/start.h"
#include "model/workflow.h"
#include "store/facts_entries.h"
#include "store/facts_pack.h"
#include "store/facts_refresh.h"
#include "store/filter_sql.h"
#include "store/store_private.h"

enum { ROOM_MAX = 20000000, FACTS_STAGE_SETS = 1 << STAGE_COUNT };

/* A leader as the projects give them, to be put in order when all are read. */
struct found {
	const char *key; /* section, '/', name */
	const char *name;
	int order;
	uint16_t code;
};

typedef VEC(uint16_t) codes;

struct loader {
	struct store *store;
	struct facts *facts;
	int first, last; /* fiscal years */
	codes map[FACTS_TEXTS];  /* codes of the words of the block in hand */
	uint16_t rows[FACTS_BLOCK_ROWS]; /* of the block in hand that are of those years */
	size_t row_count;
	bool used[FACTS_TEXTS][FACTS_BLOCK_ROWS]; /* words that stand in those rows */
	struct strmap tools;     /* "kintone,genai" → index of its first code in tool_codes */
	codes tool_codes;        /* a count, then that many codes */
	VEC(uint32_t) tools_of;  /* words of the block in hand → index in tool_codes */
	struct strmap leaders;
	VEC(struct found) leader_list;
	uint16_t *months;        /* code by month; while loading 1 = seen */
	VEC(uint32_t) month_of;  /* words of the block in hand → start_month() */
	VEC(uint32_t) month_list; /* in the order found; until the end facts hold its index + 1 */
	/* by standard work or not, status and stages with lines: facts_flags_of() */
	uint8_t flags[2][STATUS_COUNT][FACTS_STAGE_SETS];
	struct strbuf key;
	struct error *err;
};

/* ---- words of a block ------------------------------------------------------------------------ */

static bool facts_map_tools(struct loader *loader, const struct facts_block *block)
{
	loader->tools_of.count = 0;
	for (size_t w = 0; w < facts_block_words(block, FACTS_TOOLS); w++) {
		const char *list = facts_block_word(block, FACTS_TOOLS, w);
		int64_t first = 0;
		const bool known = !loader->used[FACTS_TOOLS][w] ||
			strmap_get(&loader->tools, list, &first);

		if (!known) {
			first = (int64_t)loader->tool_codes.count;
			strmap_put(&loader->tools, list, first);
			*vec_add(&loader->tool_codes) = 0;
		}
		*vec_add(&loader->tools_of) = (uint32_t)first;

		/* A list is taken apart the first time it is seen. */
		while (!known && *list) {
			const size_t length = strcspn(list, ",");
			uint16_t *tool = vec_add(&loader->tool_codes);

			loader->tool_codes.items[first]++;
			strbuf_clear(&loader->key);
			strbuf_add(&loader->key, list, length);
			const char *code = strbuf_text(&loader->key);
			if (!facts_add_entry(loader->facts, DIMENSION_TOOL, code, code, 0, tool,
				    loader->err))
				return false;
			list += length + (list[length] == ',');
		}
	}
	return true;
}

static bool facts_map_statuses(struct loader *loader, const struct facts_block *block)
{
	loader->map[FACTS_STATUS].count = 0;
	for (size_t w = 0; w < facts_block_words(block, FACTS_STATUS); w++) {
		const char *word = facts_block_word(block, FACTS_STATUS, w);
		const uint16_t code = facts_find(loader->facts, DIMENSION_STATUS, word);
		size_t at = 0;
		while (block->text[FACTS_STATUS][at] != w)
			at++;
		if (!code && loader->used[FACTS_STATUS][w])
			return error_set(loader->err, ERROR_DATABASE,
				_("Project %lld has a status this program does not know: %s."),
				(long long)block->id[at], word);
		*vec_add(&loader->map[FACTS_STATUS]) = code;
	}
	return true;
}

/* Words of these columns have only two meanings. */
static void facts_map_flags(struct loader *loader, const struct facts_block *block,
	enum facts_text text, const char *word, uint16_t is, uint16_t is_not)
{
	loader->map[text].count = 0;
	for (size_t w = 0; w < facts_block_words(block, text); w++)
		*vec_add(&loader->map[text]) =
			strcmp(facts_block_word(block, text, w), word) == 0 ? is : is_not;
}

static void facts_map_starts(struct loader *loader, const struct facts_block *block)
{
	loader->month_of.count = 0;
	loader->map[FACTS_START].count = 0;
	for (size_t w = 0; w < facts_block_words(block, FACTS_START); w++) {
		const uint32_t slot = start_month(facts_block_word(block, FACTS_START, w));
		if (slot && loader->used[FACTS_START][w] && !loader->months[slot]) {
			*vec_add(&loader->month_list) = slot;
			loader->months[slot] = (uint16_t)loader->month_list.count;
		}
		*vec_add(&loader->month_of) = slot;
		*vec_add(&loader->map[FACTS_START]) = slot ? loader->months[slot] : 0;
	}
}

/* The first project of a leader tells where the section stands. */
static bool facts_map_leaders(struct loader *loader, const struct facts_block *block)
{
	struct facts *facts = loader->facts;

	loader->map[FACTS_LEADER].count = 0;
	for (size_t w = 0; w < facts_block_words(block, FACTS_LEADER); w++) {
		const char *key = facts_block_word(block, FACTS_LEADER, w);
		int64_t index = -1;
		if (*key && loader->used[FACTS_LEADER][w] &&
			!strmap_get(&loader->leaders, key, &index)) {
			const char *slash = strchr(key, '/');
			index = (int64_t)loader->leader_list.count;
			if (index >= UINT16_MAX)
				return facts_too_many(DIMENSION_LEADER, loader->err);
			strmap_put(&loader->leaders, key, index);
			*vec_add(&loader->leader_list) = (struct found){
				.key = arena_strdup(&facts->arena, key),
				.name = arena_strdup(&facts->arena, slash + 1),
				.order = -1,
			};
		}
		*vec_add(&loader->map[FACTS_LEADER]) = (uint16_t)(index + 1);
	}
	return true;
}

static bool facts_map_words(struct loader *loader, const struct facts_block *block)
{
	/* A code that no master knows, written by another program, still stands for itself. */
	for (size_t i = 0; i < FACTS_OPEN; i++) {
		const enum facts_text text = facts_coded[i].text;
		const enum dimension dimension = facts_coded[i].dimension;

		loader->map[text].count = 0;
		for (size_t w = 0; w < facts_block_words(block, text); w++) {
			const char *word = facts_block_word(block, text, w);
			uint16_t *code = vec_add(&loader->map[text]);

			if (!loader->used[text][w])
				continue;
			*code = facts_find(loader->facts, dimension, word);
			if (!*code && *word && !facts_add_entry(loader->facts, dimension, word,
						       word, 0, code, loader->err))
				return false;
		}
	}

	facts_map_flags(loader, block, FACTS_EXCLUSION, "confirmed", FACT_EXCLUDED, 0);
	loader->map[FACTS_STAGES].count = 0;
	for (size_t w = 0; w < facts_block_words(block, FACTS_STAGES); w++)
		*vec_add(&loader->map[FACTS_STAGES]) = (uint16_t)(strtoul(facts_block_word(block,
			FACTS_STAGES, w), NULL, 10) % FACTS_STAGE_SETS);
	facts_map_flags(loader, block, FACTS_REPLICABLE, "0", 2, 1);
	facts_map_starts(loader, block);
	return facts_map_statuses(loader, block) && facts_map_tools(loader, block) &&
		facts_map_leaders(loader, block);
}

/* ---- rows of a block ------------------------------------------------------------------------- */

/* The rows of those years, and the words that stand in them: what stands only in others is to leave
 * no trace. */
static void facts_choose_rows(struct loader *loader, const struct facts_block *block)
{
	const uint16_t *years = block->text[FACTS_YEAR];
	bool wanted[FACTS_BLOCK_ROWS];

	for (size_t w = 0; w < facts_block_words(block, FACTS_YEAR); w++) {
		const long year = strtol(facts_block_word(block, FACTS_YEAR, w), NULL, 10);
		wanted[w] = year >= loader->first && year <= loader->last;
	}
	loader->row_count = 0;
	for (size_t i = 0; i < block->count; i++)
		if (wanted[years[i]])
			loader->rows[loader->row_count++] = (uint16_t)i;

	const bool all = loader->row_count == block->count;
	for (int t = 0; t < FACTS_TEXTS; t++) {
		const uint16_t *words = block->text[t];
		bool *used = loader->used[t];

		memset(used, all, facts_block_words(block, (enum facts_text)t) * sizeof *used);
		for (size_t i = 0; !all && i < loader->row_count; i++)
			used[words[loader->rows[i]]] = true;
	}
}

uint8_t facts_flags_of(unsigned excluded, enum status status, unsigned stages)
{
	const unsigned left_out = excluded |
		(status == STATUS_CANCELLED ? FACT_CANCELLED :
			!workflow_counts(status) ? FACT_DRAFT : 0);
	unsigned flags = left_out ? left_out : FACT_COUNTED;

	for (enum stage stage = 0; stage < STAGE_COUNT; stage++)
		if (workflow_stage_known(status, stage, stages >> stage & 1))
			flags |= (unsigned)FACT_STAGE << stage;
	return (uint8_t)flags;
}

static void facts_put_numbers(struct loader *loader, const struct facts_block *block, size_t at)
{
	struct facts *facts = loader->facts;
	uint64_t bits = 0; /* of the sizes of all: no figure is larger */

	for (int n = 0; n < FACTS_NUMBERS; n++) {
		const int figure = n - (n < FACTS_BEFORE ? FACTS_MINUTES : FACTS_BEFORE);
		if (!block->any[n])
			continue; /* zero as they are new */
		int64_t *to = n == FACTS_COST ? facts->cost :
			(n < FACTS_BEFORE ? facts->minutes : facts->before)
				[figure / BASIS_COUNT][figure % BASIS_COUNT];
		for (size_t i = 0; i < loader->row_count; i++) {
			const int64_t number = block->number[n][loader->rows[i]];
			to[at + i] = number;
			bits |= (uint64_t)(number < 0 ? ~number : number);
		}
	}

	/* A project that would count, but whose figures cannot be. */
	for (size_t i = 0; bits >= (uint64_t)EFFECT_MINUTES_MAX && i < loader->row_count; i++) {
		if (!(facts->flags[at + i] & FACT_COUNTED) ||
			facts_block_fits(block, loader->rows[i]))
			continue;
		facts->flags[at + i] = FACT_TOO_LARGE;
		*vec_add(&facts->too_large) = (struct facts_too_large){.fact = at + i};
	}
}

static bool facts_add_block(struct loader *loader, const struct facts_block *block)
{
	struct facts *facts = loader->facts;
	const size_t at = facts->count;

	facts_choose_rows(loader, block);
	if (loader->row_count == 0)
		return true;
	if (!facts_map_words(loader, block))
		return false;
	for (size_t i = 0; i < loader->row_count; i++) {
		const size_t row = loader->rows[i];
		const uint16_t *tools = loader->tool_codes.items +
			loader->tools_of.items[block->text[FACTS_TOOLS][row]];

		facts_add(facts);
		for (uint16_t t = 1; t <= tools[0]; t++)
			facts_add_tool(facts, tools[t]);
	}

	for (size_t c = 0; c < FACTS_CODED; c++) {
		const uint16_t *words = block->text[facts_coded[c].text];
		const uint16_t *map = loader->map[facts_coded[c].text].items;
		uint16_t *to = facts->codes[facts_coded[c].dimension] + at;
		for (size_t i = 0; i < loader->row_count; i++)
			to[i] = map[words[loader->rows[i]]];
	}

	for (size_t i = 0; i < loader->row_count; i++) {
		const size_t row = loader->rows[i];
		const uint32_t month = loader->month_of.items[block->text[FACTS_START][row]];
		const uint16_t leader = facts->codes[DIMENSION_LEADER][at + i];

		facts->project_id[at + i] = block->id[row];
		facts->codes[DIMENSION_HALF_YEAR][at + i] = (uint16_t)start_half(month);
		/* statuses are in workflow order from entry 1 on */
		facts->flags[at + i] = loader->flags
			[loader->map[FACTS_EXCLUSION].items[block->text[FACTS_EXCLUSION][row]] != 0]
			[facts->codes[DIMENSION_STATUS][at + i] - 1]
			[loader->map[FACTS_STAGES].items[block->text[FACTS_STAGES][row]]];
		/* where leaders stand, by the first of their projects */
		if (leader && loader->leader_list.items[leader - 1].order < 0)
			loader->leader_list.items[leader - 1].order =
				facts->codes[DIMENSION_SECTION][at + i];
	}
	facts_put_numbers(loader, block, at);
	return true;
}

/* ---- what only projects give, in order ------------------------------------------------------- */

static int facts_by_section(const void *a, const void *b)
{
	const struct found *left = *(struct found *const *)a, *right = *(struct found *const *)b;

	if (left->order != right->order)
		return left->order < right->order ? -1 : 1;
	return strcmp(left->key, right->key);
}

static bool facts_order_leaders(struct loader *loader)
{
	const size_t count = loader->leader_list.count;
	struct found **sorted = xcalloc(count, sizeof *sorted);
	uint16_t *leaders = loader->facts->codes[DIMENSION_LEADER];
	bool ok = true;

	for (size_t i = 0; i < count; i++)
		sorted[i] = &loader->leader_list.items[i];
	if (count > 1)
		qsort(sorted, count, sizeof *sorted, facts_by_section);
	for (size_t i = 0; ok && i < count; i++)
		ok = facts_add_entry(loader->facts, DIMENSION_LEADER,
			sorted[i]->key, sorted[i]->name, 0, &sorted[i]->code, loader->err);
	free(sorted);
	for (size_t i = 0; ok && i < loader->facts->count; i++)
		if (leaders[i])
			leaders[i] = loader->leader_list.items[leaders[i] - 1].code;
	return ok;
}

static bool facts_order_months(struct loader *loader)
{
	uint16_t *months = loader->facts->codes[DIMENSION_START_MONTH];
	bool ok = true;

	for (uint32_t month = 0; ok && month < START_MONTHS; month++)
		if (loader->months[month]) {
			char code[START_CODE], name[64];

			start_code(month, code);
			/* a month: year, month */
			snprintf(name, sizeof name, _("%d-%02d"), (int)(month / 12),
				(int)(month % 12 + 1));
			ok = facts_add_entry(loader->facts, DIMENSION_START_MONTH, code,
				month == START_LATER ? start_later_label() : name, 0,
				&loader->months[month], loader->err);
		}
	for (size_t i = 0; ok && i < loader->facts->count; i++)
		if (months[i])
			months[i] = loader->months[loader->month_list.items[months[i] - 1]];
	return ok;
}

/* By what people know them, and in that order, not the one in which they came into the database. */
static bool facts_name_left_out(struct loader *loader)
{
	struct facts *facts = loader->facts;

	for (size_t i = 0; i < facts->too_large.count; i++) {
		struct facts_too_large *found = &facts->too_large.items[i];
		struct db_statement *query =
			statement_get(loader->store, STATEMENT_PROJECT_NUMBER, loader->err);
		if (!query)
			return false;
		db_bind_int(query, 1, facts->project_id[found->fact]);
		const enum db_step step = db_step(query, loader->err);
		if (step == DB_ROW) {
			found->fiscal_year = (int)db_column_int(query, 0);
			found->number = (int)db_column_int(query, 1);
		}
		db_reset(query);
		if (step == DB_FAILED)
			return false;
	}
	facts_settle_too_large(facts);
	return true;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static bool facts_read_all(struct loader *loader)
{
	struct db_statement *query =
		statement_get(loader->store, STATEMENT_PROJECT_SPAN, loader->err);
	struct facts_reader reader;
	bool more;

	/* Room for all at once, so that what is not written takes no memory. Deleted projects leave
	 * gaps: where ids lie far apart columns grow as they come. */
	if (!query)
		return false;
	bool ok = db_step(query, loader->err) == DB_ROW;
	const int64_t span = ok ? db_column_int(query, 0) : 0;
	db_reset(query);
	if (!ok)
		return false;
	if (span > 0 && span <= ROOM_MAX)
		facts_reserve(loader->facts, (size_t)span);

	facts_reader_open(&reader, loader->store);
	while ((ok = facts_reader_next(&reader, &more, loader->err)) && more) {
		for (size_t i = 0; i < reader.block->lines.count; i++)
			*vec_add(&loader->facts->lines) = reader.block->lines.items[i];
		ok = facts_add_block(loader, reader.block);
		if (!ok)
			break;
	}
	facts_reader_close(&reader);
	return ok;
}

/* What passes a filter is asked of the database row by row. */
static bool facts_read_filtered(struct loader *loader, const struct filter *filter)
{
	struct filter_sql condition = {0};
	struct strbuf sql = {0};
	enum db_step step = DB_FAILED;

	if (!filter_sql_build(loader->store, filter, 3, &condition, loader->err))
		return false;
	strbuf_addf(&sql, "SELECT %s FROM project AS p WHERE p.fiscal_year >= ?1 "
		"AND p.fiscal_year <= ?2 AND %s", FACTS_COLUMNS, strbuf_text(&condition.where));
	struct db_statement *row = db_prepare(loader->store->db, strbuf_text(&sql), loader->err);
	bool ok = row != NULL;
	if (ok) {
		db_bind_int(row, 1, loader->first);
		db_bind_int(row, 2, loader->last);
		filter_sql_bind(&condition, row);
	}

	struct facts_block *block = facts_block_new();
	while (ok && (step = db_step(row, loader->err)) == DB_ROW) {
		facts_block_add_read(block, row);
		if (block->count == FACTS_BLOCK_ROWS) {
			ok = facts_add_block(loader, block);
			facts_block_clear(block);
		}
	}
	ok = ok && step == DB_DONE && facts_add_block(loader, block);
	facts_block_free(block);
	db_finish(row);
	strbuf_free(&sql);
	filter_sql_free(&condition);
	return ok;
}

/* Whether anything counts in a year does not hang on the filter: what it passes is compared with what
 * it passes of the year before, though that be nothing. */
static bool facts_read_counted_years(struct loader *loader, const struct filter *filter)
{
	struct facts *facts = loader->facts;
	struct strbuf sql = {0};

	facts->is_filtered = true;
	strbuf_add_text(&sql, "SELECT 1 FROM project AS p WHERE p.fiscal_year = ?1 AND ");
	filter_sql_counted(&sql);
	strbuf_add_text(&sql, " LIMIT 1");
	struct db_statement *query = db_prepare(loader->store->db, strbuf_text(&sql), loader->err);
	bool ok = query != NULL;

	for (int year = loader->first; ok && year <= loader->last; year++) {
		if (!filter_passes_year(filter, year))
			continue;
		db_bind_int(query, 1, year);
		const enum db_step step = db_step(query, loader->err);

		if (step == DB_ROW)
			*vec_add(&facts->counted_years) = year;
		ok = step != DB_FAILED;
		db_reset(query);
	}
	db_finish(query);
	strbuf_free(&sql);
	return ok;
}

static bool facts_load(struct store *store, int first, int last, const struct filter *filter,
	struct facts *facts, struct error *err)
{
	struct loader *loader = xcalloc(1, sizeof *loader);

	*loader = (struct loader){.store = store, .facts = facts, .first = first, .last = last,
		.months = xcalloc(START_MONTHS, sizeof *loader->months), .err = err};
	for (unsigned excluded = 0; excluded < 2; excluded++)
		for (enum status status = 0; status < STATUS_COUNT; status++)
			for (unsigned stages = 0; stages < FACTS_STAGE_SETS; stages++)
				loader->flags[excluded][status][stages] = facts_flags_of(
					excluded ? FACT_EXCLUDED : 0, status, stages);
	const bool ok =
		(filter ? facts_read_filtered(loader, filter) &&
			facts_read_counted_years(loader, filter) : facts_read_all(loader)) &&
		facts_order_leaders(loader) && facts_order_months(loader) &&
		facts_name_left_out(loader);
	for (int text = 0; text < FACTS_TEXTS; text++)
		vec_free(&loader->map[text]);
	strmap_free(&loader->tools);
	vec_free(&loader->tool_codes);
	vec_free(&loader->tools_of);
	strmap_free(&loader->leaders);
	vec_free(&loader->leader_list);
	vec_free(&loader->month_of);
	vec_free(&loader->month_list);
	free(loader->months);
	strbuf_free(&loader->key);
	free(loader);
	return ok;
}

/* As of one moment: other people may save while this reads block after block. */
static bool facts_load_snapshot(struct store *store, int first, int last,
	const struct filter *filter, struct facts *facts, struct error *err)
{
	if (first == 0 || last == 0) { /* all years: those that have projects */
		struct db_statement *query = statement_get(store, STATEMENT_FISCAL_YEARS, err);

		if (!query)
			return false;
		const bool found = db_step(query, err) == DB_ROW;
		first = (int)db_column_int(query, 0);
		last = (int)db_column_int(query, 1);
		db_reset(query);
		if (!found)
			return false;
	}

	facts_init(facts);
	facts->change = store_last_change(store);
	if (!store_last_history(store, &facts->history, err)) {
		facts_free(facts);
		return false;
	}
	if ((first == 0 || facts_entries_fill(store, first, last, facts, err)) &&
		facts_load(store, first, last, filter, facts, err))
		return true;
	facts_free(facts);
	return false;
}

bool facts_store_load(struct store *store, int first_fiscal_year, int last_fiscal_year,
	const struct filter *filter, struct facts *facts, struct error *err)
{
	if (filter && filter->terms.count == 0)
		filter = NULL;
	if (!db_begin_read(store->db, err))
		return false;
	const bool ok = facts_load_snapshot(store, first_fiscal_year, last_fiscal_year, filter,
		facts, err);
	if (!db_commit(store->db, ok ? err : NULL) && ok) {
		facts_free(facts);
		return false;
	}
	return ok;
}
