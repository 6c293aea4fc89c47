#include "config.h"

#include "rollup/cube_dense.h"

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

static inline __attribute__((always_inline)) void keep_counted(uint16_t *restrict keep,
	const uint8_t *restrict flags, size_t count)
{
	for (size_t i = 0; i < count; i++)
		keep[i] = (uint16_t)-(flags[i] & FACT_COUNTED);
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

static void select_block(struct block *block, const struct cube_query *query)
{
	const struct facts *const facts = query->facts;

	OVER_BLOCK(keep_counted, block->keep, facts->flags + block->first);
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
			if (block->keep[i] && !cube_selects(query, block->first + i))
				block->keep[i] = 0;
}

static void place_block(struct block *block, const struct cube *cube,
	const struct cube_query *query)
{
	uint32_t stride = 1;

	memset(block->cell, 0, sizeof block->cell);
	for (int s = CUBE_SLOTS - 1; s >= 0; s--) {
		if (cube->mask >> s & 1)
			OVER_BLOCK(add_codes, block->cell,
				query->facts->codes[query->dimensions[s]] + block->first, stride);
		stride *= (uint32_t)cube->extent[s];
	}
	OVER_BLOCK(spare_rest, block->cell, block->keep, (uint32_t)cube->cell_count);
}

/* Unsigned, so that a sum that wraps is no fault; the caller then throws the cube away. */
static void add_figures(const struct block *block, int64_t *restrict sums,
	const int64_t *restrict figures)
{
	for (size_t i = 0; i < block->count; i++)
		sums[block->cell[i]] =
			(int64_t)((uint64_t)sums[block->cell[i]] + (uint64_t)figures[i]);
}

static void count_projects(const struct block *block, int64_t *restrict projects)
{
	for (size_t i = 0; i < block->count; i++)
		projects[block->cell[i]]++;
}

static void mark_teams(const struct block *block, const uint16_t *restrict teams, size_t words,
	uint64_t *restrict marks)
{
	for (size_t i = 0; i < block->count; i++)
		marks[block->cell[i] * words + teams[i] / BITS] |= UINT64_C(1) << teams[i] % BITS;
}

static void count_teams(struct cube *cube, const uint64_t *marks, size_t words)
{
	for (size_t c = 0; c < cube->cell_count; c++) {
		const uint64_t *const of_cell = marks + c * words;
		/* Code 0 is no team. */
		int64_t teams = __builtin_popcountll(of_cell[0] & ~UINT64_C(1));

		for (size_t w = 1; w < words; w++)
			teams += __builtin_popcountll(of_cell[w]);
		cube->teams[c] = teams;
	}
}

/* False when count figures of that many bits might not fit. */
static bool sum_fits(uint64_t bits, size_t count)
{
	const int figure = bits ? BITS - __builtin_clzll(bits) : 0;
	const int number = count ? BITS - __builtin_clzll(count) : 0;

	return figure + number < BITS;
}

bool cube_dense_add(struct cube *cube, const struct cube_query *query)
{
	const struct facts *const facts = query->facts;
	const int64_t *const minutes = facts->minutes[query->stage][query->basis];
	const size_t words =
		(facts->dictionary[DIMENSION_TEAM].entries.count + BITS - 1) / BITS;
	uint64_t minute_bits = 0, cost_bits = 0, *marks = NULL;
	struct block whole, *const block = &whole;

	if (cube->teams) {
		if ((cube->cell_count + 1) > TEAM_WORDS_MAX / words)
			return false;
		marks = xcalloc((cube->cell_count + 1) * words, sizeof *marks);
	}
	for (block->first = 0; block->first < facts->count; block->first += BLOCK) {
		const size_t left = facts->count - block->first;

		block->count = left < BLOCK ? left : BLOCK;
		select_block(block, query);
		place_block(block, cube, query);
		count_projects(block, cube->projects);
		if (cube->minutes) {
			add_figures(block, cube->minutes, minutes + block->first);
			minute_bits |= OVER_BLOCK(bits_used, minutes + block->first);
		}
		if (cube->cost) {
			add_figures(block, cube->cost, facts->cost + block->first);
			cost_bits |= OVER_BLOCK(bits_used, facts->cost + block->first);
		}
		if (marks)
			mark_teams(block, facts->codes[DIMENSION_TEAM] + block->first, words, marks);
	}
	if (marks)
		count_teams(cube, marks, words);
	free(marks);
	return sum_fits(minute_bits, facts->count) && sum_fits(cost_bits, facts->count);
}
