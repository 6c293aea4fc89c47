/* cube - sums of facts grouped by up to three dimensions; what pivot.c builds its tables from. */
#ifndef ROLLUP_CUBE_H
#define ROLLUP_CUBE_H

#include "base/error.h"
#include "rollup/cube_query.h"

enum { CUBE_MASKS = 1 << CUBE_SLOTS };

/* Cubes of at most so many cells are plain arrays; larger ones are hashed. */
#define CUBE_DENSE_CELLS ((size_t)1 << 22)

struct cube_sums {
	int64_t projects, minutes, cost;
	int64_t teams; /* different teams with a project; none is no team */
};

struct cube_map_slot {
	uint64_t key; /* plus one; 0 = empty */
	size_t value;
};

/* Keys to numbers: open addressing, at most half full. */
struct cube_map {
	struct cube_map_slot *slots;
	size_t slot_count;
	size_t used;
};

struct cube {
	unsigned mask;
	size_t extent[CUBE_SLOTS]; /* codes of the slot's dimension; 1 outside the mask */
	bool dense;
	size_t cell_count;         /* a dense cube has one more, for facts that are passed over */
	size_t capacity;
	int64_t *projects, *minutes, *cost, *teams; /* by cell; NULL when not wanted */
	uint64_t *marks;           /* teams seen: team_words of bits by cell, dense cubes only */
	size_t team_words;         /* 0 = without marks */
	uint64_t *keys;            /* by cell, hashed cubes only */
	struct cube_map map;
};

/* The cubes of one query by mask, each made when first asked for. */
struct cube_set {
	struct cube_query query;
	struct cube cubes[CUBE_MASKS];
	bool built[CUBE_MASKS];
};

void cube_set_init(struct cube_set *set, const struct cube_query *query);
void cube_set_free(struct cube_set *set);
/* The cube of that mask; slots not in use are ignored. NULL when a sum does not fit in 64 bits. */
const struct cube *cube_set_get(struct cube_set *set, unsigned mask, struct error *err);

/* The sums of a cell; codes of slots outside the mask do not matter. All zero where nothing is. */
struct cube_sums cube_at(const struct cube *cube, const uint16_t codes[CUBE_SLOTS]);
/* Fills codes of the cell (zero outside the mask) and returns its number of projects. */
int64_t cube_cell(const struct cube *cube, size_t cell, uint16_t codes[CUBE_SLOTS]);

#endif
