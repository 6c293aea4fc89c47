/* sheet_form - a sheet that is the form of one record: labels with their values beside or below them, several in a
 * row. Private to src/exchange/. */
#ifndef EXCHANGE_SHEET_FORM_H
#define EXCHANGE_SHEET_FORM_H

#include "base/vec.h"
#include "exchange/mapping.h"
#include "exchange/sheet_line.h"

enum { FORM_ROWS_MAX = 200, FORM_COLUMNS_MAX = 200 };

/* A label and what is written for it. */
struct form_pair {
	const char *label, *value; /* "" for nothing */
	int column;                /* of the sheet, HEADING_LEFT_OUT, or HEADING_UNKNOWN for what only looks like a label */
	int64_t row;               /* where the value stands, or would, from 1 */
	size_t place;              /* the column of the file, from 0 */
};

/* Zero-initialise. */
struct sheet_form {
	struct arena arena;
	VEC(struct sheet_line) rows;
	VEC(struct form_pair) pairs;
	bool too_long; /* no form has so many rows */
	bool has_headings; /* a line without gaps has all that a table needs, and hardly anything else */
};
/* The next row, in order. */
void sheet_form_add(struct sheet_form *form, const struct csv_record *record, size_t count,
	const unsigned char *merged);
/* Finds the pairs. A value is what stands at the right of its label, else below it, a long text in so many lines as it
 * has; a unit beside a bare figure belongs
 * to it. Of two labels for one column the one that is filled in counts. */
void sheet_form_find(struct sheet_form *form, const struct mapping *map, enum sheet_kind kind);
/* True when the labels that are known stand here and there, as in no table: in three rows at least, none of which has
 * more than half of them. */
bool sheet_form_is_scattered(const struct sheet_form *form);
/* True when nobody filled it in: beyond the names of units, nothing that is known has a value. */
bool sheet_form_is_blank(const struct sheet_form *form, enum sheet_kind kind);
void sheet_form_free(struct sheet_form *form);

#endif
