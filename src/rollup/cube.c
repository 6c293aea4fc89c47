#include "config.h"

#include "rollup/cube.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "rollup/cube_dense.h"

enum { CODE_BITS = 16 };

/* ---- keys to numbers ----------------------------------------------------------------------- */

static size_t map_place(const struct cube_map *map, uint64_t key)
{
	uint64_t hash = (key + 1) * UINT64_C(0x9E3779B97F4A7C15);
	size_t at = (size_t)(hash >> 20) & (map->slot_count - 1);

	while (map->slots[at].key && map->slots[at].key != key + 1)
		at = (at + 1) & (map->slot_count - 1);
	return at;
}

/* The number of key; a new key gets value. *added says which. */
static size_t map_add(struct cube_map *map, uint64_t key, size_t value, bool *added)
{
	if (2 * (map->used + 1) > map->slot_count) {
		const struct cube_map old = *map;

		map->slot_count = old.slot_count ? old.slot_count * 2 : 1024;
		map->slots = xcalloc(map->slot_count, sizeof *map->slots);
		for (size_t s = 0; s < old.slot_count; s++)
			if (old.slots[s].key)
				map->slots[map_place(map, old.slots[s].key - 1)] = old.slots[s];
		free(old.slots);
	}
	struct cube_map_slot *const slot = &map->slots[map_place(map, key)];
	*added = slot->key == 0;
	if (*added) {
		*slot = (struct cube_map_slot){.key = key + 1, .value = value};
		map->used++;
	}
	return slot->value;
}

/* ---- cells --------------------------------------------------------------------------------- */

static size_t code_count(const struct facts *facts, int dimension)
{
	return facts->dictionary[dimension].entries.count;
}

static int64_t *cells_new(size_t count)
{
	return xcalloc(count, sizeof(int64_t));
}

/* An empty cube: dense when its cells are few enough. */
static void cube_open(struct cube *cube, const struct cube_query *query, unsigned mask)
{
	size_t cells = 1;

	*cube = (struct cube){.mask = mask, .dense = true};
	for (int s = 0; s < CUBE_SLOTS; s++) {
		cube->extent[s] = mask >> s & 1 ?
			code_count(query->facts, query->dimensions[s]) : 1;
		if (cells > CUBE_DENSE_CELLS / cube->extent[s])
			cube->dense = false;
		else
			cells *= cube->extent[s];
	}
	cube->cell_count = cube->dense ? cells : 0;
	cube->capacity = cube->dense ? cells + 1 : 1024;
	cube->projects = cells_new(cube->capacity);
	if (query->wants & CUBE_MINUTES)
		cube->minutes = cells_new(cube->capacity);
	if (query->wants & CUBE_COST)
		cube->cost = cells_new(cube->capacity);
	if (query->wants & CUBE_TEAMS)
		cube->teams = cells_new(cube->capacity);
	if (!cube->dense)
		cube->keys = xcalloc(cube->capacity, sizeof *cube->keys);
}

static void cube_close(struct cube *cube)
{
	free(cube->projects);
	free(cube->minutes);
	free(cube->cost);
	free(cube->teams);
	free(cube->marks);
	free(cube->keys);
	free(cube->map.slots);
	*cube = (struct cube){0};
}

static uint64_t cube_key_of(const struct cube *cube, const uint16_t codes[CUBE_SLOTS])
{
	uint64_t key = 0;

	for (int s = 0; s < CUBE_SLOTS; s++) {
		const uint64_t code = cube->mask >> s & 1 ? codes[s] : 0;

		key = cube->dense ? key * cube->extent[s] + code : key << CODE_BITS | code;
	}
	return key;
}

static int64_t *cells_grown(int64_t *cells, size_t count, size_t capacity)
{
	if (!cells)
		return NULL;
	cells = xrealloc(cells, capacity * sizeof *cells);
	memset(cells + count, 0, (capacity - count) * sizeof *cells);
	return cells;
}

/* The cell of these codes, made when there is none. */
static size_t cell_make(struct cube *cube, const uint16_t codes[CUBE_SLOTS])
{
	const uint64_t key = cube_key_of(cube, codes);
	bool added;

	if (cube->dense)
		return (size_t)key;
	const size_t cell = map_add(&cube->map, key, cube->cell_count, &added);
	if (!added)
		return cell;
	if (cell == cube->capacity) {
		const size_t capacity = cube->capacity * 2;

		cube->projects = cells_grown(cube->projects, cell, capacity);
		cube->minutes = cells_grown(cube->minutes, cell, capacity);
		cube->cost = cells_grown(cube->cost, cell, capacity);
		cube->teams = cells_grown(cube->teams, cell, capacity);
		cube->keys = xrealloc(cube->keys, capacity * sizeof *cube->keys);
		cube->capacity = capacity;
	}
	cube->keys[cell] = key;
	cube->cell_count++;
	return cell;
}

struct cube_sums cube_at(const struct cube *cube, const uint16_t codes[CUBE_SLOTS])
{
	for (int s = 0; s < CUBE_SLOTS; s++)
		if (cube->mask >> s & 1 && codes[s] >= cube->extent[s])
			return (struct cube_sums){0};

	const uint64_t key = cube_key_of(cube, codes);
	size_t cell = (size_t)key;

	if (!cube->dense) {
		const struct cube_map_slot *const slot = cube->map.slot_count ?
			&cube->map.slots[map_place(&cube->map, key)] : NULL;

		if (!slot || !slot->key)
			return (struct cube_sums){0};
		cell = slot->value;
	}

	return (struct cube_sums){
		.projects = cube->projects[cell],
		.minutes = cube->minutes ? cube->minutes[cell] : 0,
		.cost = cube->cost ? cube->cost[cell] : 0,
		.teams = cube->teams ? cube->teams[cell] : 0,
	};
}

int64_t cube_cell(const struct cube *cube, size_t cell, uint16_t codes[CUBE_SLOTS])
{
	uint64_t key = cube->dense ? cell : cube->keys[cell];

	for (int s = CUBE_SLOTS - 1; s >= 0; s--) {
		const uint64_t base = cube->dense ? cube->extent[s] : UINT64_C(1) << CODE_BITS;

		codes[s] = (uint16_t)(key % base);
		key /= base;
	}
	return cube->projects[cell];
}

/* ---- adding up, one fact at a time: hashed cubes, and figures near 64 bits ------------------- */

/* Adds one fact to the cell of codes; false on overflow. */
static bool add_to_cell(struct cube *cube, const struct cube_query *query, size_t fact,
	const uint16_t codes[CUBE_SLOTS], struct cube_map *teams)
{
	const struct facts *const facts = query->facts;
	const size_t cell = cell_make(cube, codes);
	const uint16_t team = facts->codes[DIMENSION_TEAM][fact];
	bool added = false;

	cube->projects[cell]++;
	if (cube->teams && team)
		map_add(teams, (uint64_t)cell << 16 | team, 0, &added);
	if (added)
		cube->teams[cell]++;
	if (cube->minutes && !decimal_sum(cube->minutes[cell],
		facts->minutes[query->stage][query->basis][fact], &cube->minutes[cell]))
		return false;
	return !cube->cost ||
		decimal_sum(cube->cost[cell], facts->cost[fact], &cube->cost[cell]);
}

static bool cube_add_fact(struct cube *cube, const struct cube_query *query, size_t fact,
	struct cube_map *teams)
{
	const struct facts *const facts = query->facts;
	const int tool_slot = cube_query_tool_slot(query, cube->mask);
	const uint32_t first = facts->tool_first[fact], end = facts->tool_first[fact + 1];
	uint16_t codes[CUBE_SLOTS] = {0};

	for (int s = 0; s < CUBE_SLOTS; s++)
		if (cube->mask >> s & 1 && s != tool_slot)
			codes[s] = facts->codes[query->dimensions[s]][fact];
	if (tool_slot < 0 || first == end)
		return add_to_cell(cube, query, fact, codes, teams);
	for (uint32_t t = first; t < end; t++) {
		const uint16_t tool = facts->tool_codes[t];
		const int64_t wanted = query->drill[DIMENSION_ANY_TOOL];

		codes[tool_slot] = tool;
		if ((wanted < 0 || wanted == tool) &&
			!add_to_cell(cube, query, fact, codes, teams))
			return false;
	}
	return true;
}

/* ---- sets of cubes ------------------------------------------------------------------------- */

/* The coarser cube from a finer one: sums add up, marks of teams unite. */
static bool roll_up(const struct cube *fine, struct cube *coarse)
{
	const size_t words = fine->team_words;
	uint16_t codes[CUBE_SLOTS];

	for (size_t from = 0; from < fine->cell_count; from++) {
		if (!fine->projects[from])
			continue;
		cube_cell(fine, from, codes);
		const size_t to = cell_make(coarse, codes);
		coarse->projects[to] += fine->projects[from];
		if (fine->minutes && !decimal_sum(coarse->minutes[to], fine->minutes[from],
			&coarse->minutes[to]))
			return false;
		if (fine->cost && !decimal_sum(coarse->cost[to], fine->cost[from],
			&coarse->cost[to]))
			return false;
		for (size_t w = 0; w < words; w++)
			coarse->marks[to * words + w] |= fine->marks[from * words + w];
	}
	if (words)
		cube_dense_count_teams(coarse);
	return true;
}

static unsigned slots_in_use(const struct cube_query *query)
{
	unsigned mask = 0;

	for (int s = 0; s < CUBE_SLOTS; s++)
		if (query->dimensions[s] >= 0)
			mask |= 1u << s;
	return mask;
}

static bool cube_build(struct cube_set *set, unsigned mask)
{
	const struct cube_query *const query = &set->query;
	const unsigned full = slots_in_use(query);
	struct cube *const cube = &set->cubes[mask];

	cube_open(cube, query, mask);

	/* True when the query asks for a code that no fact can have. */
	bool nothing =
		query->year_code >= (int)code_count(query->facts, DIMENSION_FISCAL_YEAR);

	for (int d = 0; d < DIMENSION_COUNT; d++)
		nothing |= query->drill[d] >= (int64_t)code_count(query->facts, d);
	if (nothing)
		return true;

	/* By every tool the parts are more than the whole; teams without marks cannot be united. */
	const struct cube *const fine = &set->cubes[full];

	if (mask != full && cube_query_tool_slot(query, fine->mask) < 0 &&
		(!(query->wants & CUBE_TEAMS) ||
			(fine->marks && cube_dense_mark_teams(cube, query->facts))))
		return roll_up(fine, cube);

	if (cube->dense) {
		if (cube_dense_add(cube, query))
			return true;
		cube_close(cube);
		cube_open(cube, query, mask);
	}

	struct cube_map teams = {0};
	bool fits = true;

	for (size_t f = 0; f < query->facts->count && fits; f++)
		if (query->facts->flags[f] & FACT_COUNTED && cube_query_selects(query, f))
			fits = cube_add_fact(cube, query, f, &teams);
	free(teams.slots);
	return fits;
}

void cube_set_init(struct cube_set *set, const struct cube_query *query)
{
	*set = (struct cube_set){.query = *query};
}

void cube_set_free(struct cube_set *set)
{
	for (int m = 0; m < CUBE_MASKS; m++)
		cube_close(&set->cubes[m]);
	*set = (struct cube_set){0};
}

const struct cube *cube_set_get(struct cube_set *set, unsigned mask, struct error *err)
{
	assert(mask < CUBE_MASKS);

	const unsigned full = slots_in_use(&set->query);

	mask &= full;
	if (!set->built[full] && mask != full && !cube_set_get(set, full, err))
		return NULL;
	if (!set->built[mask]) {
		if (!cube_build(set, mask)) {
			cube_close(&set->cubes[mask]);
			error_set(err, ERROR_DATA,
				_("The figures are too large to add up; look for a project with an "
				  "impossible number of hours or yen"));
			return NULL;
		}
		set->built[mask] = true;
	}
	return &set->cubes[mask];
}
