#include "config.h"

#include "rollup/similar.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strmap.h"
#include "rollup/similar_terms.h"

enum {
	PER_MILLE = 1000,
	TITLE_FACTOR = 2,
	SHARE_TEXT = 80, SHARE_TOOLS = 12, SHARE_TYPE = 8,
};

struct entry {
	int64_t id;
	int64_t type; /* 0 = none */
	size_t tools_first;
	uint64_t weight; /* of its whole text */
	size_t terms_first;
};

typedef VEC(int64_t) tool_numbers;

struct similar_index {
	struct similar_dictionary dictionary;
	VEC(struct entry) entries; /* ends of ranges: the next entry's start */
	similar_terms terms;
	tool_numbers tools;
	struct strmap codes; /* of types and tools, to numbers from 1 on */
	bool sealed;         /* what follows is up to date */
	uint32_t *weights;   /* of a term */
	size_t *places_first; /* count + 1 offsets into places */
	uint32_t *places;     /* entry × 2, plus SIMILAR_IN_TITLE */
	uint32_t *shared;     /* of an entry with the question, one question at a time */
};

/* What is asked, taken apart. */
struct question {
	const uint32_t *terms;
	size_t term_count;
	uint64_t weight;
	bool is_text; /* typed: how much of it is there, instead of how much is common */
	int64_t type;
	const int64_t *tools;
	size_t tool_count;
	int64_t id; /* left out; 0 = none */
};

struct similar_index *similar_new(void)
{
	return xcalloc(1, sizeof(struct similar_index));
}

static void unseal(struct similar_index *index)
{
	free(index->weights);
	free(index->places_first);
	free(index->places);
	free(index->shared);
	index->weights = index->places = index->shared = NULL;
	index->places_first = NULL;
	index->sealed = false;
}

void similar_free(struct similar_index *index)
{
	if (!index)
		return;
	unseal(index);
	similar_dictionary_free(&index->dictionary);
	vec_free(&index->entries);
	vec_free(&index->terms);
	vec_free(&index->tools);
	strmap_free(&index->codes);
	free(index);
}

size_t similar_count(const struct similar_index *index)
{
	return index->entries.count;
}

static int64_t code_number(struct similar_index *index, const char *code)
{
	int64_t number;

	if (!code || !*code)
		return 0;
	if (!strmap_get(&index->codes, code, &number)) {
		number = (int64_t)index->codes.count + 1;
		strmap_put(&index->codes, code, number);
	}
	return number;
}

/* Each tool once. */
static void add_tools(struct similar_index *index, const struct similar_project *project,
	tool_numbers *tools)
{
	const size_t first = tools->count;

	for (size_t t = 0; t < project->tool_count; t++) {
		const int64_t number = code_number(index, project->tools[t]);
		bool new = number != 0;

		for (size_t i = first; i < tools->count && new; i++)
			new = tools->items[i] != number;
		if (new)
			*vec_add(tools) = number;
	}
}

/* The title first: what stands there too counts as title. */
static size_t take_apart(struct similar_index *index, const struct similar_project *project,
	bool learn, similar_terms *terms)
{
	const char *const texts[] = {project->approach, project->current_issue, project->work};
	struct similar_dictionary *const dictionary = &index->dictionary;
	size_t unknown = 0;

	similar_dictionary_start(dictionary);
	similar_dictionary_add(dictionary, project->title, true, learn, terms, &unknown);
	unknown *= TITLE_FACTOR;
	for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
		similar_dictionary_add(dictionary, texts[t], false, learn, terms, &unknown);
	return unknown;
}

void similar_add(struct similar_index *index, const struct similar_project *project)
{
	assert(project->tools || project->tool_count == 0);
	unseal(index);
	*vec_add(&index->entries) = (struct entry){
		.id = project->id,
		.type = code_number(index, project->problem_type),
		.tools_first = index->tools.count,
		.terms_first = index->terms.count,
	};
	add_tools(index, project, &index->tools);
	take_apart(index, project, true, &index->terms);
}

static size_t terms_end(const struct similar_index *index, size_t e)
{
	return e + 1 < index->entries.count ? index->entries.items[e + 1].terms_first :
		index->terms.count;
}

static size_t tools_end(const struct similar_index *index, size_t e)
{
	return e + 1 < index->entries.count ? index->entries.items[e + 1].tools_first :
		index->tools.count;
}

/* ---- weights and places ---------------------------------------------------------------------- */

static uint32_t factor(uint32_t term)
{
	return term & SIMILAR_IN_TITLE ? TITLE_FACTOR : 1;
}

static uint64_t weight_of_terms(const struct similar_index *index, const uint32_t *terms,
	size_t count)
{
	uint64_t weight = 0;

	for (size_t t = 0; t < count; t++)
		weight += (uint64_t)index->weights[terms[t] >> 1] * factor(terms[t]);
	return weight;
}

/* Turns 'which terms are in a project' into 'which projects hold a term'. */
static void seal(struct similar_index *index)
{
	const size_t term_count = index->dictionary.count;

	if (index->sealed)
		return;
	index->weights = xcalloc(term_count, sizeof *index->weights);
	index->places_first = xcalloc(term_count + 2, sizeof *index->places_first);
	index->places = xcalloc(index->terms.count, sizeof *index->places);
	index->shared = xcalloc(index->entries.count, sizeof *index->shared);
	/* Counted two places on, so that filling moves each start to where it belongs. */
	size_t *const next = index->places_first + 1;
	for (size_t t = 0; t < index->terms.count; t++)
		next[(index->terms.items[t] >> 1) + 1]++;
	for (size_t t = 0; t < term_count; t++) {
		index->weights[t] = similar_weight(next[t + 1], index->entries.count);
		next[t + 1] += next[t];
	}
	for (size_t e = 0; e < index->entries.count; e++) {
		struct entry *const entry = &index->entries.items[e];
		const size_t end = terms_end(index, e);

		for (size_t t = entry->terms_first; t < end; t++) {
			const uint32_t term = index->terms.items[t];

			index->places[next[term >> 1]++] =
				(uint32_t)e << 1 | (term & SIMILAR_IN_TITLE);
		}
		entry->weight = weight_of_terms(
			index, index->terms.items + entry->terms_first, end - entry->terms_first);
	}
	index->sealed = true;
}

/* ---- questions ------------------------------------------------------------------------------- */

static int tools_in_common(const struct similar_index *index, size_t e,
	const struct question *question)
{
	const size_t first = index->entries.items[e].tools_first, end = tools_end(index, e);
	size_t common = 0;

	if (question->tool_count == 0)
		return 0;
	for (size_t q = 0; q < question->tool_count; q++)
		for (size_t t = first; t < end; t++)
			if (index->tools.items[t] == question->tools[q]) {
				common++;
				break;
			}
	return (int)(2 * PER_MILLE * common / (question->tool_count + end - first));
}

static struct similar_hit judge(const struct similar_index *index, size_t e,
	const struct question *question)
{
	const struct entry *const entry = &index->entries.items[e];
	const uint64_t shared = index->shared[e];
	struct similar_hit hit = {.id = entry->id};
	int score, shares = SHARE_TEXT;

	hit.text = (int)(question->is_text ? PER_MILLE * shared / question->weight :
		2 * PER_MILLE * shared / (question->weight + entry->weight));
	hit.type = question->type && question->type == entry->type ? PER_MILLE : 0;
	hit.tools = tools_in_common(index, e, question);
	score = SHARE_TEXT * hit.text;
	if (question->tool_count) {
		score += SHARE_TOOLS * hit.tools;
		shares += SHARE_TOOLS;
	}
	if (question->type) {
		score += SHARE_TYPE * hit.type;
		shares += SHARE_TYPE;
	}
	hit.score = score / shares;
	return hit;
}

static bool is_nearer(const struct similar_hit *a, const struct similar_hit *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	if (a->text != b->text)
		return a->text > b->text;
	return a->id < b->id;
}

/* Few are wanted of many: each goes to its place among the best so far. */
static size_t keep_best(struct similar_hit *hits, size_t count, size_t most,
	const struct similar_hit *hit)
{
	size_t at;

	if (count == most && !is_nearer(hit, &hits[count - 1]))
		return count;
	if (count < most)
		count++;
	for (at = count - 1; at > 0 && is_nearer(hit, &hits[at - 1]); at--)
		hits[at] = hits[at - 1];
	hits[at] = *hit;
	return count;
}

static size_t answer(struct similar_index *index, const struct question *question,
	struct similar_hit *hits, size_t most)
{
	size_t count = 0;

	if (most == 0 || question->weight == 0)
		return 0;

	/* What each project has in common with the question. */
	memset(index->shared, 0, index->entries.count * sizeof *index->shared);
	for (size_t t = 0; t < question->term_count; t++) {
		const uint32_t term = question->terms[t];
		const uint32_t weight = index->weights[term >> 1];
		const size_t end = index->places_first[(term >> 1) + 1];

		if (weight == 0)
			continue;
		for (size_t p = index->places_first[term >> 1]; p < end; p++) {
			const uint32_t place = index->places[p];
			const uint32_t times = factor(place & term);

			index->shared[place >> 1] += weight * times;
		}
	}

	for (size_t e = 0; e < index->entries.count; e++) {
		if (index->shared[e] == 0 ||
			(question->id && index->entries.items[e].id == question->id))
			continue;
		const struct similar_hit hit = judge(index, e, question);

		count = keep_best(hits, count, most, &hit);
	}
	return count;
}

size_t similar_to(struct similar_index *index, int64_t id, struct similar_hit *hits, size_t most)
{
	size_t e = 0;

	assert(hits || most == 0);
	seal(index);
	while (e < index->entries.count && index->entries.items[e].id != id)
		e++;
	if (e == index->entries.count)
		return 0;
	const struct entry *const entry = &index->entries.items[e];
	const struct question question = {
		.terms = index->terms.items + entry->terms_first,
		.term_count = terms_end(index, e) - entry->terms_first,
		.weight = entry->weight,
		.type = entry->type,
		.tools = index->tools.items + entry->tools_first,
		.tool_count = tools_end(index, e) - entry->tools_first,
		.id = id,
	};

	return answer(index, &question, hits, most);
}

/* Pairs that no project holds weigh as much as those that one does. */
static size_t ask(struct similar_index *index, const struct similar_project *project, bool is_text,
	struct similar_hit *hits, size_t most)
{
	tool_numbers tools = {0};
	similar_terms terms = {0};

	seal(index);
	const size_t unknown = take_apart(index, project, false, &terms);
	add_tools(index, project, &tools);
	const struct question question = {
		.terms = terms.items,
		.term_count = terms.count,
		.weight = weight_of_terms(index, terms.items, terms.count) +
			(uint64_t)unknown * similar_weight(1, index->entries.count),
		.is_text = is_text,
		.type = code_number(index, project->problem_type),
		.tools = tools.items,
		.tool_count = tools.count,
		.id = project->id,
	};
	const size_t count = answer(index, &question, hits, most);

	vec_free(&terms);
	vec_free(&tools);
	return count;
}

size_t similar_to_project(struct similar_index *index, const struct similar_project *project,
	struct similar_hit *hits, size_t most)
{
	assert(hits || most == 0);
	return ask(index, project, false, hits, most);
}

size_t similar_to_text(struct similar_index *index, const char *text, struct similar_hit *hits,
	size_t most)
{
	assert(text && (hits || most == 0));

	const struct similar_project project = {.title = text};

	return ask(index, &project, true, hits, most);
}
