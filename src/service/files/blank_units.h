/* blank_units - projects whose 部局 or 所属 a sheet leaves blank, so that the team alone says where they are: never in
 * silence. Private to src/service/files/import*.c. */
#ifndef SERVICE_FILES_BLANK_UNITS_H
#define SERVICE_FILES_BLANK_UNITS_H

#include "model/project.h"
#include "service/files/importer.h"

enum { BLANK_DEPARTMENT, BLANK_SECTION, BLANK_LEVELS };
enum { BLANK_COLUMNS = 5 };

/* What stood in these columns above. Zero-initialise. */
struct blank_units {
	bool begun;
	size_t columns[BLANK_COLUMNS]; /* of the sheet: the team's code, then code and name of each level */
	char above[BLANK_LEVELS][96];
	bool blank[BLANK_LEVELS]; /* in the row in hand */
};

/* Looks at each row, in their order. */
void blank_units_look(struct blank_units *blank, const struct sheet_row *row);
/* The row in hand comes in or changes: notes in the difference what was blank, and in result->found where the team
 * lies elsewhere than what stood above says. */
void blank_units_tell(const struct blank_units *blank, struct importer *importer, const struct sheet_row *row,
	const char *what, const struct project *project);

#endif
