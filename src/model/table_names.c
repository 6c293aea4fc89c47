#include "config.h"

#include "model/table_names.h"

#include <assert.h>
#include <stddef.h>
#include <string.h>

static const char *const column_types[] = {
	[COLUMN_TEXT] = "text",
	[COLUMN_CODE] = "code",
	[COLUMN_COUNT_OF] = "count",
	[COLUMN_MINUTES] = "minutes",
	[COLUMN_HOURS] = "hours",
	[COLUMN_PERSON_YEARS] = "person_years",
	[COLUMN_YEN] = "yen",
	[COLUMN_PERCENT] = "percent",
	[COLUMN_DATE] = "date",
};
static const char *const row_kinds[] = {
	[ROW_DATA] = "data",
	[ROW_UNCLASSIFIED] = "unclassified",
	[ROW_SUBTOTAL] = "subtotal",
	[ROW_TOTAL] = "total",
};
static const char *const notes[] = {
	[NOTE_ROUNDING] = "rounding",
	[NOTE_UNCLASSIFIED] = "unclassified",
	[NOTE_LEFT_OUT] = "left-out",
	[NOTE_EVERY_TOOL] = "every-tool",
	[NOTE_DOES_NOT_TIE] = "does-not-tie",
	[NOTE_OTHER] = "other",
};
#define TABLE_NAMES(names) names, sizeof names / sizeof names[0]

static const char *table_names_get(const char *const *names, size_t count, size_t value)
{
	assert(value < count && names[value]);
	return names[value];
}

/* -1 when there is none. */
static int table_names_find(const char *const *names, size_t count, const char *id)
{
	for (size_t i = 0; id && i < count; i++)
		if (strcmp(names[i], id) == 0)
			return (int)i;
	return -1;
}

const char *table_column_type_id(enum column_type type)
{
	return table_names_get(TABLE_NAMES(column_types), type);
}

const char *table_row_kind_id(enum row_kind kind)
{
	return table_names_get(TABLE_NAMES(row_kinds), kind);
}

const char *table_note_id(enum table_note note)
{
	return table_names_get(TABLE_NAMES(notes), note);
}

bool table_column_type_find(const char *id, enum column_type *type)
{
	const int found = table_names_find(TABLE_NAMES(column_types), id);

	*type = found < 0 ? COLUMN_TEXT : (enum column_type)found;
	return found >= 0;
}

bool table_row_kind_find(const char *id, enum row_kind *kind)
{
	const int found = table_names_find(TABLE_NAMES(row_kinds), id);

	*kind = found < 0 ? ROW_DATA : (enum row_kind)found;
	return found >= 0;
}

bool table_note_find(const char *id, enum table_note *note)
{
	const int found = table_names_find(TABLE_NAMES(notes), id);

	*note = found < 0 ? NOTE_OTHER : (enum table_note)found;
	return found >= 0;
}
