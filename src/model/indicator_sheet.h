/* indicator_sheet - rows of indicator files, as their cells stand there, into the register.
 *
 * Three forms, told apart by their headings (ids or Japanese, in any order):
 *   register  code name unit target target_fiscal_year direction source [yearly computed position];
 *             a code may have several rows, one for each target
 *   values    code fiscal_year [month] value
 *   months    month, then one column per indicator: its code, or one of the headings that usage
 *             reports of generative AI have (characters, users, usage_rate_percent, hours_saved)
 */
#ifndef MODEL_INDICATOR_SHEET_H
#define MODEL_INDICATOR_SHEET_H

#include "model/indicator.h"

enum indicator_form { INDICATOR_FORM_REGISTER, INDICATOR_FORM_VALUES, INDICATOR_FORM_MONTHS };

enum indicator_column {
	INDICATOR_COLUMN_CODE, INDICATOR_COLUMN_NAME, INDICATOR_COLUMN_UNIT,
	INDICATOR_COLUMN_TARGET, INDICATOR_COLUMN_TARGET_YEAR, INDICATOR_COLUMN_DIRECTION, INDICATOR_COLUMN_SOURCE,
	INDICATOR_COLUMN_YEARLY, INDICATOR_COLUMN_COMPUTED, INDICATOR_COLUMN_POSITION,
	INDICATOR_COLUMN_FISCAL_YEAR, INDICATOR_COLUMN_MONTH, INDICATOR_COLUMN_VALUE,
	INDICATOR_COLUMN_COUNT,
};

struct indicator_column_info {
	const char *id;       /* heading of the machine format */
	const char *label;    /* N_() */
	const char *variants; /* newline-separated */
};
extern const struct indicator_column_info indicator_columns[INDICATOR_COLUMN_COUNT];

/* What the headings said. Zero-initialise. */
struct indicator_sheet {
	enum indicator_form form;
	int places[INDICATOR_COLUMN_COUNT]; /* index of the cell, -1 = no such column */
	VEC(const char *) series;           /* months: code of each cell's indicator, "" = none */
	struct arena arena;
};

/* Reads the heading line. False, with a message, when it is none of the forms. */
bool indicator_sheet_start(struct indicator_sheet *sheet, const char *const *cells, size_t count,
	struct error *err);
/* Reads a row into the register; cells missing at its end are empty. Texts and targets that are
 * there replace those of the register; empty cells change nothing. On a bad cell the register is
 * unchanged and the message names the column and the value; *column (may be NULL) is then the
 * index of the cell. */
bool indicator_sheet_row(const struct indicator_sheet *sheet, const char *const *cells,
	size_t count, struct indicator_register *indicators, size_t *column, struct error *err);
void indicator_sheet_free(struct indicator_sheet *sheet);

#endif
