/* sheet_reader - the reading of a sheet: what is known of its headings, and the row in hand. Shared by
 * sheet_read.c, sheet_look.c and sheet_headings.c only.
 */
#ifndef EXCHANGE_SHEET_READER_H
#define EXCHANGE_SHEET_READER_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "exchange/mapping.h"
#include "exchange/sheet_cells.h"
#include "exchange/sheet_line.h"
#include "model/fiscal_year.h"

/* One column of the file. */
struct file_column {
	char *heading;
	int column; /* of the sheet, or negative: nobody's */
	bool nameless; /* no heading, and nothing seen below it so far */
	bool twice;      /* another column means the same */
	bool figure;     /* it looks like one, and what it means is not known */
	bool translated; /* the mapping speaks of values of the column */
	char unit[SHEET_UNIT_SIZE];    /* of bare figures; "" = the usual one */
	char above[SHEET_ABOVE_SIZE];  /* what stood there in the row before; "" for long texts */
	struct strbuf with_unit;       /* the cell in hand, with its unit */
};

struct sheet_reader {
	enum sheet_kind kind;
	const struct sheet_column *columns;
	size_t count;
	struct mapping map;
	bool (*row)(const struct sheet_row *row, struct sheet_report *report, void *data,
		struct error *err);
	void *data;
	struct sheet_report *report;
	const unsigned char *merged; /* of the record in hand; NULL for text */
	int lines_seen;              /* without the blank ones, while the headings are looked for */
	struct sheet_line above;     /* the line before: a second line of headings may follow it */
	struct sheet_line held;      /* headings that are whole, if the next line adds none */
	char unit[SHEET_UNIT_SIZE];  /* of yen, as it stands above the headings */
	struct strbuf titles;        /* what stands above the headings */
	struct strbuf likely;        /* the headings of the line that came nearest */
	int likely_matches;
	bool only_looking; /* what is amiss with headings is marked, not refused */
	int enough;        /* so many known headings make a line of them; -1 = those that are needed */
	VEC(struct file_column) file; /* empty until the headings are found */
	const char *cells[SHEET_COLUMNS_MAX];
	/* What the mapping says of every row, and of empty cells; NULL = nothing. */
	const char *constants[SHEET_COLUMNS_MAX], *defaults[SHEET_COLUMNS_MAX];
	char title_year[FISCAL_YEAR_TEXT];
	bool present[SHEET_COLUMNS_MAX];
	bool is_own; /* its headings are the ids that this program writes: every cell is what it says */
	const char *headings[SHEET_COLUMNS_MAX];
};

/* ---- sheet_read.c ---- */

void sheet_reader_init(struct sheet_reader *reader, enum sheet_kind kind, struct sheet_report *report);
/* What was read of a file; the mapping stays. */
void sheet_reader_free(struct sheet_reader *reader);
/* Has the source read the sheet that has most of what is needed; the first that is not hidden where none has. */
struct sheet_source;
void sheet_reader_choose_sheet(const struct sheet_reader *reader, struct sheet_source *source);

/* ---- sheet_headings.c ---- */

/* Looks at a line while the headings are not known: it may be theirs (reader->held, or reader->file where it and
 * the one above are), or a title. False where none was found among the first lines. */
bool sheet_headings_look(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	struct error *err);
/* The line after one that has all headings (NULL: there is none): fills reader->file; *row says whether it is a
 * row, or adds headings below those. */
bool sheet_headings_settle(struct sheet_reader *reader, const struct csv_record *record, size_t count,
	bool *row, struct error *err);
/* Fills reader->file from a line of headings that is known to be one. */
bool sheet_headings_take(struct sheet_reader *reader, const struct sheet_line *line, struct error *err);
/* True when the columns, some of them perhaps negative, are those that are needed. */
bool sheet_headings_enough(const struct sheet_reader *reader, const int *columns, size_t count);
/* How many of the headings held so far are known. */
int sheet_headings_known(const struct sheet_reader *reader);
/* Says which are needed, and what the nearest line reads. Returns false. */
bool sheet_headings_missing(struct sheet_reader *reader, struct error *err);

#endif
