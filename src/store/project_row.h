/* project_row - a project as a row of columns. Private to store/. */
#ifndef STORE_PROJECT_ROW_H
#define STORE_PROJECT_ROW_H

#include "model/project.h"
#include "store/project_held.h"
#include "store/store.h"

/* Reads PROJECT_SELECTED into an initialised project; unit names come from project_held_units(). */
bool project_row_read(struct store *store, struct db_statement *row, struct project *project,
	struct error *err);

/* The texts of dates that a bound statement points to. */
struct project_dates {
	char texts[FIELD_COUNT][11];
};
/* Binds PROJECT_ENTERED from parameter `index` on. Returns the next one. */
int project_row_bind_entered(struct db_statement *statement, int index,
	const struct project *project, const struct project_held *held,
	struct project_dates *dates);
/* The same for PROJECT_HELD. */
int project_row_bind_held(struct db_statement *statement, int index,
	const struct project *project, const struct project_held *held);

#endif
