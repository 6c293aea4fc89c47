/* effect_row - effect lines as rows. Private to store/. */
#ifndef STORE_EFFECT_ROW_H
#define STORE_EFFECT_ROW_H

#include "model/project.h"
#include "store/store.h"

/* Appends the lines of a stored project to its effects, by line, then stage. */
bool effect_row_load(struct store *store, struct project *project, struct error *err);
/* Reads a line from the columns EFFECT_KEY EFFECT_INPUTS of a row, from slot on; texts go to the project. */
bool effect_row_read(struct effect *effect, struct db_statement *row, int slot,
	struct project *project, struct error *err);
/* Makes the stored lines those of the project; rows that stay as they are are not touched. */
bool effect_row_save(struct store *store, const struct project *project, bool is_new,
	struct error *err);

#endif
