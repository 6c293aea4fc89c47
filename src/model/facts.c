#include "config.h"

#include "model/facts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

const struct dimension_info dimensions[DIMENSION_COUNT] = {
	[DIMENSION_FISCAL_YEAR] = {"fiscal-year", N_("Fiscal year"), true, "fiscal_year", "年度"},
	[DIMENSION_DEPARTMENT] = {"department", N_("Department"), true, "department", "部局\n部局名"},
	[DIMENSION_SECTION] = {"section", N_("Section"), true, "section", "所属\n所属名\n課"},
	[DIMENSION_TEAM] = {"team", N_("Team"), true, "team", "班\n班名\n係"},
	[DIMENSION_PROBLEM_TYPE] = {"problem-type", N_("Problem type"), true, "problem_type",
		"課題類型\n類型"},
	[DIMENSION_TOOL] = {"tool", N_("ICT tool"), true, "primary_tool",
		"ICTツール\nツール\n主なツール\nprimary-tool"},
	[DIMENSION_ANY_TOOL] = {"any-tool", N_("ICT tool (every one)"), true, "tool",
		"ICTツール（延べ）\nツール延べ\nすべてのツール"},
	[DIMENSION_STATUS] = {"status", N_("Status"), true, "status", "状態"},
	[DIMENSION_LEADER] = {"leader", N_("DX leader"), false, "leader",
		"DX推進リーダー\nリーダー"},
	[DIMENSION_START_MONTH] = {"start-month", N_("Start month"), true, "start_month",
		"開始月\n運用開始月\nstart"},
	[DIMENSION_HALF_YEAR] = {"half-year", N_("Half year"), true, "half_year", "半期\n前後期"},
	[DIMENSION_REPLICABLE] = {"replicable", N_("Can be copied"), true, "replicable",
		"横展開\n横展開可"},
};

/* True when the text_key of any line of names is key. */
static bool names_match(const char *names, const char *key)
{
	bool found = false;

	for (const char *line = names; *line && !found;) {
		const size_t length = strcspn(line, "\n");
		struct strbuf name = {0};

		text_key_add(&name, line, length);
		found = strcmp(strbuf_text(&name), key) == 0;
		strbuf_free(&name);
		line += length + (line[length] == '\n');
	}
	return found;
}

int dimension_parse(const char *text)
{
	char *const key = text_key(text);
	int found = -1;

	for (int d = 0; d < DIMENSION_COUNT && found < 0; d++) {
		const struct dimension_info *const info = &dimensions[d];

		if (names_match(info->id, key) || names_match(info->field_id, key) ||
			names_match(info->label, key) || names_match(_(info->label), key) ||
			names_match(info->variants, key))
			found = d;
	}
	free(key);
	return found;
}

/* ---- dictionaries -------------------------------------------------------------------------- */

/* The slot that holds code, or the empty one where it would stand. */
static uint16_t *index_slot(const struct facts *facts, enum dimension dimension, const char *code)
{
	const struct dictionary_index *const index = &facts->index[dimension];
	uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a: codes are short */

	for (const char *byte = code; *byte; byte++)
		hash = (hash ^ (unsigned char)*byte) * UINT64_C(1099511628211);
	size_t at = (size_t)(hash ^ hash >> 32) & (index->slot_count - 1);
	while (index->slots[at] &&
		strcmp(facts->dictionary[dimension].entries.items[index->slots[at]].code, code) != 0)
		at = (at + 1) & (index->slot_count - 1);
	return &index->slots[at];
}

static void append_entry(struct facts *facts, enum dimension dimension,
	struct dictionary_entry entry)
{
	struct dictionary *const dictionary = &facts->dictionary[dimension];
	struct dictionary_index *const index = &facts->index[dimension];

	/* Keeps the index at most half full. */
	if (index->slot_count < 2 * (dictionary->entries.count + 1)) {
		free(index->slots);
		index->slot_count = index->slot_count ? index->slot_count * 2 : 32;
		index->slots = xcalloc(index->slot_count, sizeof *index->slots);
		for (size_t e = 1; e < dictionary->entries.count; e++)
			*index_slot(facts, dimension, dictionary->entries.items[e].code) =
				(uint16_t)e;
	}
	*index_slot(facts, dimension, entry.code) = (uint16_t)dictionary->entries.count;
	*vec_add(&dictionary->entries) = entry;
}

bool facts_too_many(enum dimension dimension, struct error *err)
{
	assert(dimension < DIMENSION_COUNT);
	return error_set(err, ERROR_DATA,
		_("%s: there are more than 65,535 different ones, which is more than a table "
		  "can hold; narrow the fiscal years or the filter"),
		_(dimensions[dimension].label));
}

bool facts_add_entry(struct facts *facts, enum dimension dimension, const char *code,
	const char *name, uint16_t parent, uint16_t *result, struct error *err)
{
	assert(dimension < DIMENSION_COUNT && facts->dictionary[dimension].entries.count > 0);
	if (dimension == DIMENSION_ANY_TOOL)
		dimension = DIMENSION_TOOL;
	const uint16_t known = facts_find(facts, dimension, code);
	if (known || !*code) {
		*result = known;
		return true;
	}
	const size_t next = facts->dictionary[dimension].entries.count;
	if (next > UINT16_MAX)
		return facts_too_many(dimension, err);
	const struct dictionary_entry entry = {
		.code = arena_strdup(&facts->arena, code),
		.name = arena_strdup(&facts->arena, name),
		.parent = parent,
	};
	append_entry(facts, dimension, entry);
	if (dimension == DIMENSION_TOOL)
		append_entry(facts, DIMENSION_ANY_TOOL, entry);
	*result = (uint16_t)next;
	return true;
}

uint16_t facts_find(const struct facts *facts, enum dimension dimension, const char *code)
{
	assert(dimension < DIMENSION_COUNT);
	if (!facts->index[dimension].slot_count)
		return 0;
	return *index_slot(facts, dimension, code);
}

/* ---- columns ------------------------------------------------------------------------------- */

void facts_init(struct facts *facts)
{
	assert(facts->count == 0);
	for (int d = 0; d < DIMENSION_COUNT; d++)
		*vec_add(&facts->dictionary[d].entries) = (struct dictionary_entry){
			.code = "",
			.name = arena_strdup(&facts->arena,
				d == DIMENSION_PROBLEM_TYPE ? _("Unclassified") : _("None")),
		};
}

/* A grown column whose new part is zero. A new one takes no memory where nothing is written to
 * it. */
static void *grown(void *column, size_t count, size_t capacity, size_t size)
{
	if (!column)
		return xcalloc(capacity, size);
	char *const block = xrealloc(column, capacity * size);

	memset(block + count * size, 0, (capacity - count) * size);
	return block;
}

void facts_reserve(struct facts *facts, size_t count)
{
	const size_t used = facts->count;

	if (count <= facts->capacity)
		return;
	facts->project_id = grown(facts->project_id, used, count, sizeof *facts->project_id);
	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (d != DIMENSION_ANY_TOOL)
			facts->codes[d] = grown(facts->codes[d], used, count,
				sizeof *facts->codes[d]);
	facts->flags = grown(facts->flags, used, count, sizeof *facts->flags);
	for (int s = 0; s < STAGE_COUNT; s++)
		for (int b = 0; b < BASIS_COUNT; b++) {
			facts->minutes[s][b] = grown(facts->minutes[s][b], used, count,
				sizeof *facts->minutes[s][b]);
			facts->before[s][b] = grown(facts->before[s][b], used, count,
				sizeof *facts->before[s][b]);
		}
	facts->cost = grown(facts->cost, used, count, sizeof *facts->cost);
	facts->tool_first = grown(facts->tool_first, facts->tool_first ? used + 1 : 0, count + 1,
		sizeof *facts->tool_first);
	facts->capacity = count;
}

size_t facts_add(struct facts *facts)
{
	const size_t index = facts->count;

	if (index == facts->capacity)
		facts_reserve(facts, index ? index * 2 : 256);
	facts->count++;
	facts->tool_first[index + 1] = facts->tool_first[index];
	return index;
}

void facts_add_tool(struct facts *facts, uint16_t tool)
{
	assert(facts->count > 0);

	const size_t project = facts->count - 1;
	uint32_t *const end = &facts->tool_first[facts->count];

	if (*end == facts->tool_capacity) {
		facts->tool_capacity = facts->tool_capacity ? facts->tool_capacity * 2 : 256;
		facts->tool_codes = xrealloc(facts->tool_codes,
			facts->tool_capacity * sizeof *facts->tool_codes);
	}
	if (*end == facts->tool_first[project])
		facts->codes[DIMENSION_TOOL][project] = tool;
	facts->tool_codes[(*end)++] = tool;
}

bool facts_has_stage(const struct facts *facts, size_t fact, enum stage stage)
{
	assert(fact < facts->count && stage < STAGE_COUNT);
	return facts->flags[fact] & FACT_STAGE << stage;
}

bool facts_before(const struct facts *facts, size_t fact, enum stage stage, enum basis basis,
	int64_t *minutes)
{
	assert(fact < facts->count && stage < STAGE_COUNT && basis < BASIS_COUNT);
	*minutes = facts->before[stage][basis][fact] - 1;
	return *minutes >= 0;
}

static int facts_compare_too_large(const void *left, const void *right)
{
	const struct facts_too_large *const a = left, *const b = right;

	return a->fiscal_year != b->fiscal_year ? a->fiscal_year - b->fiscal_year : a->number - b->number;
}

void facts_settle_too_large(struct facts *facts)
{
	struct facts_too_large *const found = facts->too_large.items;
	size_t kept = 0;

	for (size_t i = 0; i < facts->too_large.count; i++)
		if (facts->flags[found[i].fact] & FACT_TOO_LARGE)
			found[kept++] = found[i];
	facts->too_large.count = kept;
	if (kept)
		qsort(found, kept, sizeof *found, facts_compare_too_large);
}

void facts_free(struct facts *facts)
{
	free(facts->project_id);
	free(facts->flags);
	free(facts->cost);
	free(facts->tool_first);
	free(facts->tool_codes);
	for (int s = 0; s < STAGE_COUNT; s++)
		for (int b = 0; b < BASIS_COUNT; b++) {
			free(facts->minutes[s][b]);
			free(facts->before[s][b]);
		}
	for (int d = 0; d < DIMENSION_COUNT; d++) {
		free(facts->codes[d]);
		free(facts->index[d].slots);
		vec_free(&facts->dictionary[d].entries);
	}
	vec_free(&facts->lines);
	vec_free(&facts->too_large);
	vec_free(&facts->counted_years);
	arena_free(&facts->arena);
	*facts = (struct facts){0};
}
