/* sheet_look - the headings and the first rows of a file as they are, and what each column is taken for: for whoever
 * is to say what a sheet means. */
#ifndef EXCHANGE_SHEET_LOOK_H
#define EXCHANGE_SHEET_LOOK_H

#include "base/mem.h"
#include "exchange/mapping.h"

enum { SHEET_LOOK_ROWS = 5 };

enum sheet_taken {
	SHEET_TAKEN_NOT,     /* what it means is not known */
	SHEET_TAKEN_FIGURE,  /* nor that, and it looks like a figure: nothing is read before somebody says so */
	SHEET_TAKEN_TWICE,   /* another column means the same */
	SHEET_TAKEN_OUT,     /* it is not to be read */
	SHEET_TAKEN_RULE,    /* the mapping says so */
	SHEET_TAKEN_NAME,    /* it is called so */
	SHEET_TAKEN_MEANING, /* its heading comes to the same */
};

struct sheet_look_column {
	const char *heading;
	int column; /* of sheet_columns(), or HEADING_… */
	enum sheet_taken taken;
	const char *cells[SHEET_LOOK_ROWS]; /* of the first rows, as they are; "" for none */
};

/* Texts live as long as the look. Zero-initialise. */
struct sheet_look {
	VEC(const char *) sheets; /* of a workbook, without the hidden ones; none for text */
	const char *sheet;        /* that was looked at; "" for text */
	VEC(struct sheet_look_column) columns;
	bool whole;       /* all that is needed is there */
	int64_t line;     /* below the headings: of the first row; 0 = there is none */
	int title_year;   /* fiscal year that stands above the headings; 0 = none */
	struct arena arena;
};

/* Finds the headings as sheet_read() does; where what is needed is not there, in the line that comes nearest. The
 * stream is read from its beginning and is left anywhere. */
bool sheet_look(FILE *stream, enum sheet_kind kind, const struct sheet_options *options, struct sheet_look *look,
	struct error *err);
void sheet_look_free(struct sheet_look *look);

#endif
