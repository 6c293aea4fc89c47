/* cube_dense - the fast way to fill a cube: block by block over plain columns, without branches. */
#ifndef ROLLUP_CUBE_DENSE_H
#define ROLLUP_CUBE_DENSE_H

#include "rollup/cube.h"

/* Adds all selected facts to an empty dense cube. False when there are too many teams to mark, or a
 * sum might not fit in 64 bits: the cube must then be filled anew with care. */
bool cube_dense_add(struct cube *cube, const struct cube_query *query);
/* How many of the facts of the query's year and drill have, of their flags (enum fact_flags) in mask,
 * those in value and no others. */
int64_t cube_dense_count(const struct cube_query *query, unsigned mask, unsigned value);
/* Room for the marks of teams; false when they would take too much. */
bool cube_dense_mark_teams(struct cube *cube, const struct facts *facts);
/* Counts the teams of each cell from their marks. */
void cube_dense_count_teams(struct cube *cube);

#endif
