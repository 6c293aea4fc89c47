/* heading - which column of a sheet each heading of a file means; private to src/exchange/. */
#ifndef EXCHANGE_HEADING_H
#define EXCHANGE_HEADING_H

#include "exchange/sheet.h"

/* Besides the index of a sheet column. */
enum { HEADING_UNKNOWN = -1, HEADING_LEFT_OUT = -2 };

struct heading_rule {
	char *key;
	int column; /* or HEADING_LEFT_OUT */
};

/* A --map file: what the user says headings mean. */
struct heading_map {
	VEC(struct heading_rule) rules;
};

/* Reads "heading=id" lines into a zeroed map; an id that the kind does not have is refused with the
 * line. text may be NULL. */
bool heading_map_parse(const char *text, enum sheet_kind kind, struct heading_map *map,
	struct error *err);
void heading_map_free(struct heading_map *map);

/* The column, HEADING_LEFT_OUT or HEADING_UNKNOWN. */
int heading_find(const struct heading_map *map, enum sheet_kind kind, const char *heading);

#endif
