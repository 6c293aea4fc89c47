/* cube_dense - the fast way to fill a cube: block by block over plain columns, without branches. */
#ifndef ROLLUP_CUBE_DENSE_H
#define ROLLUP_CUBE_DENSE_H

#include "rollup/cube.h"

/* Adds all selected facts to an empty dense cube that does not group by every tool. False when a
 * sum might not fit in 64 bits: the cube must then be filled anew with care. */
bool cube_dense_add(struct cube *cube, const struct cube_query *query);

#endif
