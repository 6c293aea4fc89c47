/* importing_list - the rows of an office's own list of units: by levels (部局, 所属, 班, blank = the one above; an org
 * chart by columns), by the unit above, in order; with or without codes. What is no list has columns for code and
 * kind, and for the code of the unit above or the first fiscal year. Private to src/service/files/import*.c. */
#ifndef SERVICE_FILES_IMPORTING_LIST_H
#define SERVICE_FILES_IMPORTING_LIST_H

#include "exchange/sheet.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/unit_list.h"

struct importing_list_row {
	const char *headings[UNIT_FIELDS]; /* by field; NULL = the file has none */
	const char *cells[UNIT_FIELDS];    /* likewise; of those that say more of a unit: reading, lead section, order */
};

struct importing_list {
	struct unit_list units;
	int above[UNIT_KIND_COUNT]; /* the entry of each level that blanks mean; -1 = none yet */
	const char *headings[OFFICE_SHEET_COLUMNS_MAX]; /* of the file, with the first row */
	bool begun;
	bool by_order;    /* nothing but the order says what stands below what */
	bool goes_back;   /* a larger unit has stood after a smaller one */
	enum unit_kind last;
	size_t counts[UNIT_KIND_COUNT + 1];
	VEC(struct importing_list_row) rows; /* unit_list_entry.row */
	struct arena arena;
};

/* True for a row of a list; the same for all rows of a file. */
bool importing_list_means(const struct sheet_row *row);
/* Takes a row in. Headings that say nothing in a list are told as ignored, with the first row. */
void importing_list_add(struct importing_list *list, const struct sheet_row *row, struct sheet_report *report);
/* Once all rows are in. Where units are sorted by their kind, the order does not say where they belong: those that
 * have more than one larger unit above get their fault. */
void importing_list_end(struct importing_list *list);
void importing_list_free(struct importing_list *list);

#endif
