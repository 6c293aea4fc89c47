/* effect_part - the columns of an effect line in files: a field each, but for the fields that hold several
 * figures, which have a column of numbers for each of them (domain.md §8): minutes entered directly of the year
 * and of a full year, cases of twelve months. On import the text of the whole field is understood, too.
 */
#ifndef MODEL_EFFECT_PART_H
#define MODEL_EFFECT_PART_H

#include <stddef.h>

#include "model/effect_field.h"

struct effect_part {
	enum effect_field field;
	int part;             /* of the figures of the field, from 0; EFFECT_PART_WHOLE: the field's text */
	const char *id;       /* heading of the machine format */
	const char *label;    /* N_() */
	const char *variants; /* further headings, newline-separated */
	bool number;          /* a number cell */
	bool import_only;     /* not written */
};
enum { EFFECT_PART_WHOLE = -1, EFFECT_PARTS_MAX = EFFECT_MONTHS };

/* All of them in the order of files, those that are only read at the end. */
size_t effect_part_count(void);
const struct effect_part *effect_part_at(size_t index);

/* Appends what a line has in that column; "" where the field means nothing for the kind of line. */
void effect_part_get(const struct effect *effect, const struct effect_part *part, struct strbuf *out);
/* Appends the text of a field from the texts of its figures, all "" for none. False, with *bad the
 * figure that cannot be read. */
bool effect_part_join(enum effect_field field, const char *const figures[EFFECT_PARTS_MAX],
	struct strbuf *out, int *bad, struct error *err);

#endif
