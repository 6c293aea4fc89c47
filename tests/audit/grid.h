/* grid - rows of cells as they stand in a CSV file. */
#ifndef AUDIT_GRID_H
#define AUDIT_GRID_H

#include "pool.h"

struct grid_row {
	LIST(const char *) cells;
};
struct grid {
	LIST(struct grid_row) rows; /* the first has the headings */
};

/* Reads RFC 4180 with or without BOM, rows ended by CR LF; NULL and a fault in words where the bytes are
 * no such file. */
const struct grid *grid_read(struct pool *pool, const char *bytes, size_t length, const char **fault);
/* Adds a cell and, before it, a comma where the line has begun; quoted where it must be. */
void grid_put(struct pool *pool, struct text *line, const char *cell);
/* The index of a heading; -1 where there is none. */
int grid_column(const struct grid *grid, const char *heading);

#endif
