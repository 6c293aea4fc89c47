/* cube_query - which facts are added up, and by what they are grouped.
 *
 * A slot is a place for a dimension (0 and 1: rows, 2: columns); a mask says which slots a cube
 * groups by, so that mask 0 is the total of everything selected.
 */
#ifndef ROLLUP_CUBE_QUERY_H
#define ROLLUP_CUBE_QUERY_H

#include "model/facts.h"

enum { CUBE_SLOTS = 3 };

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

/* The slot of the mask that groups by every tool, or -1. */
int cube_query_tool_slot(const struct cube_query *query, unsigned mask);
/* True for facts of the query's year and drill, whether they count or not. */
bool cube_query_selects(const struct cube_query *query, size_t fact);

#endif
