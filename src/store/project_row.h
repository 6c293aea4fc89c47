/* project_row - a project as a row of columns. Private to store/. */
#ifndef STORE_PROJECT_ROW_H
#define STORE_PROJECT_ROW_H

#include "model/project.h"
#include "store/project_held.h"
#include "store/store.h"

/* Reads PROJECT_COLUMNS into an initialised project; unit names come from project_held_units(). */
bool project_row_read(struct store *store, struct db_statement *row, struct project *project,
	struct error *err);

/* The texts of dates that a bound statement points to. */
struct project_dates {
	char started_on[11];
	char operating_from[11];
};
/* What the caller binds beside: the numbers of further parameters of those statements. */
enum project_bind {
	PROJECT_BIND_AT = 36,
	PROJECT_BIND_BY,
	PROJECT_BIND_FURTHER, /* what came later to the record: see project_row_bind() */
	PROJECT_BIND_ID = 46, /* update */
	PROJECT_BIND_CHANGE = PROJECT_BIND_ID, /* insert */
	PROJECT_BIND_VERSION,
	PROJECT_BIND_NEW_ID = PROJECT_BIND_VERSION, /* insert; NULL = the next */
};
/* Binds all of PROJECT_VALUES but PROJECT_BIND_AT and PROJECT_BIND_BY. */
void project_row_bind(struct db_statement *statement, const struct project *project,
	const struct project_held *held, struct project_dates *dates);

#endif
