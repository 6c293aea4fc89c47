/* pasting_row - a pasted row on its way to an effect line. Shared by pasting_effects.c, pasting_line.c and
 * pasting_fields.c only. */
#ifndef SERVICE_FILES_PASTING_ROW_H
#define SERVICE_FILES_PASTING_ROW_H

#include "service/files/pasting_effects.h"

/* The row in hand, and the line that it goes to: the last of to->lines. */
struct pasting_row {
	struct pasting_effects *to;
	const struct pasting_place *place;
	struct pasting_line *line;
	struct effect before; /* the line as it stands */
	bool fresh;           /* nothing has been said of the line yet */
};

/* ---- pasting_fields.c ---- */

/* The cell of a field's figure, or of all of it (EFFECT_PART_WHOLE); NULL where the row says nothing there. */
struct pasting_cell *pasting_cell_of(const struct pasting_row *row, enum effect_field field, int part);
/* Marks all cells of a field. */
void pasting_mark(const struct pasting_row *row, enum effect_field field, enum pasting_fate fate, const char *why);
/* Gives the line what the row says, field by field. */
void pasting_take(struct pasting_row *row);

/* ---- pasting_line.c ---- */

/* Finds the line that the row is, or begins a new one. next: the line of a row that names none. */
void pasting_find_line(struct pasting_row *row, size_t next);

#endif
