/* line_store - the effect lines of a whole fiscal year, project by project. */
#ifndef STORE_LINE_STORE_H
#define STORE_LINE_STORE_H

#include "model/project.h"
#include "store/store.h"

/* Calls each() with every project of the year that has effect lines, by team, then number. It has its
 * effects by line and stage, id, fiscal_year, number, title, work, team_code, section_code, and nothing else;
 * each() takes it over and frees it. False with what went wrong. */
bool line_store_each(struct store *store, int fiscal_year,
	void (*each)(struct project *project, void *data), void *data, struct error *err);

#endif
