#include "config.h"

#include "model/table_names.h"

#include <stddef.h>
#include <string.h>

/* Switches and no arrays: whoever adds one without a name is told by the compiler. NULL is for numbers
 * beyond the last. */

const char *table_column_type_id(enum column_type type)
{
	switch (type) {
	case COLUMN_TEXT:
		return "text";
	case COLUMN_CODE:
		return "code";
	case COLUMN_COUNT_OF:
		return "count";
	case COLUMN_MINUTES:
		return "minutes";
	case COLUMN_HOURS:
		return "hours";
	case COLUMN_PERSON_YEARS:
		return "person_years";
	case COLUMN_YEN:
		return "yen";
	case COLUMN_PERCENT:
		return "percent";
	case COLUMN_DATE:
		return "date";
	case COLUMN_FIGURE:
		return "figure";
	}
	return NULL;
}

const char *table_row_kind_id(enum row_kind kind)
{
	switch (kind) {
	case ROW_DATA:
		return "data";
	case ROW_UNCLASSIFIED:
		return "unclassified";
	case ROW_SUBTOTAL:
		return "subtotal";
	case ROW_TOTAL:
		return "total";
	}
	return NULL;
}

const char *table_note_id(enum table_note note)
{
	switch (note) {
	case NOTE_ROUNDING:
		return "rounding";
	case NOTE_UNCLASSIFIED:
		return "unclassified";
	case NOTE_LEFT_OUT:
		return "left-out";
	case NOTE_EVERY_TOOL:
		return "every-tool";
	case NOTE_DOES_NOT_TIE:
		return "does-not-tie";
	case NOTE_OTHER:
		return "other";
	}
	return NULL;
}

/* ---- by name --------------------------------------------------------------------------------- */

bool table_column_type_find(const char *id, enum column_type *type)
{
	const char *name;

	for (int i = 0; id && (name = table_column_type_id((enum column_type)i)); i++)
		if (strcmp(name, id) == 0) {
			*type = (enum column_type)i;
			return true;
		}
	return false;
}

bool table_row_kind_find(const char *id, enum row_kind *kind)
{
	const char *name;

	for (int i = 0; id && (name = table_row_kind_id((enum row_kind)i)); i++)
		if (strcmp(name, id) == 0) {
			*kind = (enum row_kind)i;
			return true;
		}
	return false;
}

bool table_note_find(const char *id, enum table_note *note)
{
	const char *name;

	for (int i = 0; id && (name = table_note_id((enum table_note)i)); i++)
		if (strcmp(name, id) == 0) {
			*note = (enum table_note)i;
			return true;
		}
	return false;
}
