/* pasting_effects - cells copied in a spreadsheet among the effect lines of a project: which goes where, what it
 * would make of the lines, what cannot be read. Nothing is stored: the form takes the lines over after a yes, and
 * what it saves is judged as if it had been typed. */
#ifndef SERVICE_FILES_PASTING_EFFECTS_H
#define SERVICE_FILES_PASTING_EFFECTS_H

#include "exchange/pasted.h"
#include "model/effect_part.h"
#include "model/project.h"
#include "model/table.h"

enum { PASTING_COLUMNS_MAX = 64, PASTING_UNIT_SIZE = 16 };

/* What stands in a column that is pasted. */
struct pasting_column {
	const char *label;       /* translated, or the heading that was pasted with it */
	enum effect_field field; /* EFFECT_FIELD_COUNT: none that can be given */
	int part;                /* of the field's figures, or EFFECT_PART_WHOLE */
	char unit[PASTING_UNIT_SIZE]; /* of bare figures; "" = the usual one */
};

struct pasting_place {
	const struct project *project;
	const struct effect *lines; /* as they stand on the sheet */
	size_t count;
	size_t line;                /* of the cursor */
	/* From the column of the cursor on, for cells that come without headings. */
	const struct pasting_column *columns;
	size_t column_count;
	int working_days;
};

enum pasting_fate {
	PASTING_NOTHING,  /* an empty cell: what stands there stays */
	PASTING_SAME,     /* as it stands there */
	PASTING_TAKEN,
	PASTING_COMPUTED, /* passed over: the line computes it */
	PASTING_NOWHERE,  /* passed over: no such column */
	PASTING_BAD,      /* cannot be read: the line stays as it is there */
};
struct pasting_cell {
	const char *text;
	enum pasting_fate fate;
	const char *why; /* of what is passed over or bad; else NULL */
};
struct pasting_line {
	struct effect effect;       /* as it would be; texts in the arena */
	ptrdiff_t at;               /* which of the lines it is; -1 = a new one */
	struct pasting_cell *cells; /* one per column */
};
/* Zero-initialise. */
struct pasting_effects {
	struct pasting_column columns[PASTING_COLUMNS_MAX];
	size_t column_count;
	VEC(struct pasting_line) lines; /* in the order of the rows that were pasted */
	size_t added, changed, bad;     /* lines, lines, cells */
	size_t totals;                  /* rows of sums, passed over */
	struct arena arena;
};

/* A first row of headings says what the columns are. Then a row is the line of its number or, without one, of its
 * work step, or else a new line; a row that names neither is the line below that of the row before, from the
 * cursor on. Rows without a stage are of the cursor's. */
void pasting_effects(struct pasting_effects *to, const struct pasted *pasted, const struct pasting_place *place);
void pasting_effects_free(struct pasting_effects *to);

/* What would become of the lines, as a table: a row for each of them, where the first column says which it is; the
 * columns that were pasted follow, bad cells marked with '!'. */
void pasting_effects_tell(const struct pasting_effects *to, struct table *table);
enum { PASTING_EFFECTS_FIRST = 1 /* column of the table that is the first pasted one */ };

#endif
