/* cube - sums of facts grouped by up to three dimensions; what pivot.c builds its tables from.
 *
 * A slot is a place for a dimension (0 and 1: rows, 2: columns); a mask says which slots a cube
 * groups by, so that mask 0 is the total of everything selected.
 */
#ifndef ROLLUP_CUBE_H
#define ROLLUP_CUBE_H

#include "base/error.h"
#include "model/facts.h"

enum { CUBE_SLOTS = 3, CUBE_MASKS = 1 << CUBE_SLOTS };

/* Cubes of at most so many cells are plain arrays; larger ones are hashed. */
#define CUBE_DENSE_CELLS ((size_t)1 << 22)

/* Sums wanted beside the number of projects. */
enum cube_wants { CUBE_MINUTES = 1, CUBE_COST = 2, CUBE_TEAMS = 4 };

/* Which facts count, and by what they are grouped. */
struct cube_query {
	const struct facts *facts;
	int dimensions[CUBE_SLOTS]; /* enum dimension, -1 = slot not in use */
	unsigned wants;             /* enum cube_wants */
	enum stage stage;
	enum basis basis;
	int year_code;              /* only this code of DIMENSION_FISCAL_YEAR, -1 = all */
	const int64_t *drill;       /* DIMENSION_COUNT codes, -1 = any */
};

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

/* The slot of the mask that groups by every tool, or -1. */
int cube_every_tool_slot(const struct cube_query *query, unsigned mask);
/* True for facts of the query's year and drill, whether they count or not. */
bool cube_selects(const struct cube_query *query, size_t fact);

#endif
