/* importing_effect_cells - the cells of a row as the texts of an effect line's fields: from a field's own column,
 * or from those of its figures (model/effect_part.h). Private to importing_effects.c. */
#ifndef SERVICE_FILES_IMPORTING_EFFECT_CELLS_H
#define SERVICE_FILES_IMPORTING_EFFECT_CELLS_H

#include "model/effect_part.h"
#include "service/files/importer.h"

/* Columns of a file of effects before those of the line. */
enum { EFFECT_COLUMN_UUID, EFFECT_COLUMN_NUMBER, EFFECT_COLUMN_FIRST };

struct effect_cells {
	struct strbuf texts[EFFECT_FIELD_COUNT];
	bool present[EFFECT_FIELD_COUNT]; /* the file has a column of it */
	int columns[EFFECT_FIELD_COUNT];  /* the column that a message names */
	bool exact[EFFECT_FIELD_COUNT];   /* from columns of its figures */
};

/* Fills the texts anew. What is stored (may be NULL) fills in figures of a field that the file has no column
 * for, and stays where hours of the file only say it in a rounder way. False with the row rejected. */
bool effect_cells_read(struct effect_cells *cells, struct importer *importer, const struct sheet_row *row,
	const struct effect *stored);
void effect_cells_free(struct effect_cells *cells);

/* The text that a field of the line is to be given: that of the row, or that of what is stored where the file
 * does not have the field and does not put it out by what it says of others; in `scratch`. */
const char *effect_cells_text(const struct effect_cells *cells, enum effect_field field,
	const struct effect *stored, struct strbuf *scratch);
/* False, with the row rejected, where hours before, after and saved do not go together; `said` is what the
 * line saved when it was given those saved. */
bool effect_cells_agree(const struct effect_cells *cells, struct importer *importer,
	const struct sheet_row *row, const struct effect *effect, int64_t said);

#endif
