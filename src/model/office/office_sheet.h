/* office_sheet - the kinds of files that hold rows of the office's tables: those that a table describes, and
 * one with a heading for each field where it describes none. */
#ifndef MODEL_OFFICE_OFFICE_SHEET_H
#define MODEL_OFFICE_OFFICE_SHEET_H

#include "model/office/office_table.h"

/* Of two tables side by side, each in a file of its own. */
extern const struct office_sheet office_people_sheet, office_training_sheet, office_indicators_sheet;

enum { OFFICE_SHEET_COLUMNS_MAX = 24 };

/* In the order of the tables. */
size_t office_sheet_count(void);
const struct office_sheet *office_sheet_at(size_t sheet);
/* The one that holds rows of a table. */
const struct office_sheet *office_sheet_of(const struct office_table *table);

#endif
