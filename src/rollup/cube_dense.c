#include "config.h"

#include "rollup/cube_dense.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* Facts are taken in blocks whose cell numbers stay in the nearest cache. Every loop over a whole
 * block has a constant length, so that compilers vectorise it. */
enum { BLOCK = 1024, BITS = 64 };

/* Distinct teams are bits by cell and team while they take at most so many words. */
#define TEAM_WORDS_MAX ((size_t)1 << 21)

struct block {
	size_t first, count;
	uint16_t keep[BLOCK]; /* all ones or zero */
	uint32_t cell[BLOCK];
};

static inline __attribute__((always_inline)) void keep_flags(uint16_t *restrict keep,
	const uint8_t *restrict flags, uint8_t mask, uint8_t value, size_t count)
{
	for (size_t i = 0; i < count; i++)
		keep[i] = (uint16_t)-((flags[i] & mask) == value);
}

static inline __attribute__((always_inline)) void keep_code(uint16_t *restrict keep,
	const uint16_t *restrict codes, uint16_t wanted, size_t count)
{
	for (size_t i = 0; i < count; i++)
		keep[i] &= (uint16_t)-(codes[i] == wanted);
}

static inline __attribute__((always_inline)) void add_codes(uint32_t *restrict cell,
	const uint16_t *restrict codes, uint32_t stride, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cell[i] += codes[i] * stride;
}

/* Facts that are not kept go to the spare cell. */
static inline __attribute__((always_inline)) void spare_rest(uint32_t *restrict cell,
	const uint16_t *restrict keep, uint32_t spare, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cell[i] = keep[i] ? cell[i] : spare;
}

/* The bits in use by any figure, whatever its sign: bounds every one of them. */
static inline __attribute__((always_inline)) uint64_t bits_used(const int64_t *restrict figures,
	size_t count)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < count; i++)
		bits |= (uint64_t)(figures[i] ^ figures[i] >> (BITS - 1));
	return bits;
}

/* Runs a loop with the constant length where the block is whole. */
#define OVER_BLOCK(call, ...)                                                                      \
	(block->count == BLOCK ? call(__VA_ARGS__, BLOCK) : call(__VA_ARGS__, block->count))

/* Those of the facts from block->first on whose flags are these, of the query's year and drill. */
static void select_block(struct block *block, const struct cube_query *query, unsigned mask,
	unsigned value)
{
	const struct facts *const facts = query->facts;
	const size_t left = facts->count - block->first;

	block->count = left < BLOCK ? left : BLOCK;
	OVER_BLOCK(keep_flags, block->keep, facts->flags + block->first, (uint8_t)mask,
		(uint8_t)value);
	if (query->year_code >= 0)
		OVER_BLOCK(keep_code, block->keep,
			facts->codes[DIMENSION_FISCAL_YEAR] + block->first,
			(uint16_t)query->year_code);
	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (query->drill[d] >= 0 && d != DIMENSION_ANY_TOOL)
			OVER_BLOCK(keep_code, block->keep, facts->codes[d] + block->first,
				(uint16_t)query->drill[d]);
	if (query->drill[DIMENSION_ANY_TOOL] >= 0)
		for (size_t i = 0; i < block->count; i++)
			if (block->keep[i] && !cube_query_selects(query, block->first + i))
				block->keep[i] = 0;
}

/* Unsigned, so that a sum that wraps is no fault; the caller then throws the cube away. */
static void add_figures(const struct block *block, int64_t *restrict sums,
	const int64_t *restrict figures)
{
	for (size_t i = 0; i < block->count; i++)
		sums[block->cell[i]] =
			(int64_t)((uint64_t)sums[block->cell[i]] + (uint64_t)figures[i]);
}

static void add_block(const struct block *block, struct cube *cube, const struct cube_query *query)
{
	const struct facts *const facts = query->facts;

	for (size_t i = 0; i < block->count; i++)
		cube->projects[block->cell[i]]++;
	if (cube->minutes)
		add_figures(block, cube->minutes,
			facts->minutes[query->stage][query->basis] + block->first);
	if (cube->cost)
		add_figures(block, cube->cost, facts->cost + block->first);
	if (cube->marks) {
		const uint16_t *restrict teams = facts->codes[DIMENSION_TEAM] + block->first;
		for (size_t i = 0; i < block->count; i++)
			cube->marks[block->cell[i] * cube->team_words + teams[i] / BITS] |=
				UINT64_C(1) << teams[i] % BITS;
	}
}

/* The same for one fact and cell, where a fact may count in several. */
static inline void add_one(struct cube *cube, const struct cube_query *query, size_t fact,
	size_t cell)
{
	const struct facts *const facts = query->facts;
	const uint16_t team = facts->codes[DIMENSION_TEAM][fact];

	cube->projects[cell]++;
	if (cube->minutes)
		cube->minutes[cell] = (int64_t)((uint64_t)cube->minutes[cell] +
			(uint64_t)facts->minutes[query->stage][query->basis][fact]);
	if (cube->cost)
		cube->cost[cell] = (int64_t)((uint64_t)cube->cost[cell] +
			(uint64_t)facts->cost[fact]);
	if (cube->marks)
		cube->marks[cell * cube->team_words + team / BITS] |= UINT64_C(1) << team % BITS;
}

/* Cells were placed as if nobody had a tool (code 0); stride leads from one tool to the next. */
static void add_every_tool(const struct block *block, struct cube *cube,
	const struct cube_query *query, size_t stride)
{
	const struct facts *const facts = query->facts;
	const int64_t wanted = query->drill[DIMENSION_ANY_TOOL];

	for (size_t i = 0; i < block->count; i++) {
		const size_t fact = block->first + i;
		const uint32_t first = facts->tool_first[fact], end = facts->tool_first[fact + 1];

		if (!block->keep[i])
			continue;
		if (first == end)
			add_one(cube, query, fact, block->cell[i]);
		for (uint32_t t = first; t < end; t++)
			if (wanted < 0 || facts->tool_codes[t] == wanted)
				add_one(cube, query, fact,
					block->cell[i] + facts->tool_codes[t] * stride);
	}
}

bool cube_dense_mark_teams(struct cube *cube, const struct facts *facts)
{
	const size_t words = (facts->dictionary[DIMENSION_TEAM].entries.count + BITS - 1) / BITS;

	assert(cube->dense);
	if (cube->cell_count + 1 > TEAM_WORDS_MAX / words)
		return false;
	cube->team_words = words;
	cube->marks = xcalloc((cube->cell_count + 1) * words, sizeof *cube->marks);
	return true;
}

void cube_dense_count_teams(struct cube *cube)
{
	assert(cube->dense);
	for (size_t c = 0; c < cube->cell_count; c++) {
		const uint64_t *const of_cell = cube->marks + c * cube->team_words;
		/* Code 0 is no team. */
		int64_t teams = __builtin_popcountll(of_cell[0] & ~UINT64_C(1));

		for (size_t w = 1; w < cube->team_words; w++)
			teams += __builtin_popcountll(of_cell[w]);
		cube->teams[c] = teams;
	}
}

static uint64_t block_bits(const struct block *block, const struct cube *cube,
	const struct cube_query *query)
{
	const struct facts *const facts = query->facts;
	uint64_t bits = 0;

	if (cube->minutes)
		bits |= OVER_BLOCK(bits_used,
			facts->minutes[query->stage][query->basis] + block->first);
	if (cube->cost)
		bits |= OVER_BLOCK(bits_used, facts->cost + block->first);
	return bits;
}

bool cube_dense_add(struct cube *cube, const struct cube_query *query)
{
	assert(cube->dense);

	const struct facts *const facts = query->facts;
	const int tool_slot = cube_query_tool_slot(query, cube->mask);
	/* No fact counts more often than it has tools, or once. */
	const size_t times = facts->count +
		(tool_slot >= 0 && facts->count ? facts->tool_first[facts->count] : 0);
	size_t tool_stride = 1;
	uint64_t bits = 0;
	struct block whole, *const block = &whole;

	for (int s = CUBE_SLOTS - 1; s > tool_slot; s--)
		tool_stride *= cube->extent[s];
	if (cube->teams && !cube_dense_mark_teams(cube, facts))
		return false;
	for (block->first = 0; block->first < facts->count; block->first += BLOCK) {
		select_block(block, query, FACT_COUNTED, FACT_COUNTED);

		/* tool_slot, grouped by every tool, is left out; -1 = there is none. */
		uint32_t stride = 1;

		memset(block->cell, 0, sizeof block->cell);
		for (int s = CUBE_SLOTS - 1; s >= 0; s--) {
			if (cube->mask >> s & 1 && s != tool_slot)
				OVER_BLOCK(add_codes, block->cell,
					query->facts->codes[query->dimensions[s]] + block->first,
					stride);
			stride *= (uint32_t)cube->extent[s];
		}
		OVER_BLOCK(spare_rest, block->cell, block->keep, (uint32_t)cube->cell_count);

		if (tool_slot < 0)
			add_block(block, cube, query);
		else
			add_every_tool(block, cube, query, tool_stride);
		bits |= block_bits(block, cube, query);
	}
	if (cube->marks)
		cube_dense_count_teams(cube);

	/* False when count figures of that many bits might not fit. */
	const int figure = bits ? BITS - __builtin_clzll(bits) : 0;
	const int number = times ? BITS - __builtin_clzll(times) : 0;

	return figure + number < BITS;
}

int64_t cube_dense_count(const struct cube_query *query, unsigned mask, unsigned value)
{
	struct block whole, *const block = &whole;
	int64_t found = 0;

	assert(mask <= UINT8_MAX && (value & ~mask) == 0);
	for (block->first = 0; block->first < query->facts->count; block->first += BLOCK) {
		int kept = 0;

		select_block(block, query, mask, value);
		for (size_t i = 0; i < block->count; i++)
			kept += block->keep[i] & 1;
		found += kept;
	}
	return found;
}
