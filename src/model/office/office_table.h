/* office_table - what a small table of the office is: its fields, what a row is known by, how it stands in
 * files, under which command. Everything that shows, reads, writes or keeps such rows derives from this;
 * whether a row may stand there is judged in one place, service/office/office.h.
 *
 * To add one: a file that describes it, and a line in office_tables.h. */
#ifndef MODEL_OFFICE_OFFICE_TABLE_H
#define MODEL_OFFICE_OFFICE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/vec.h"
#include "model/choice.h"
#include "model/office/office_tables.h"

enum office_type {
	OFFICE_TEXT,
	OFFICE_CODE,       /* what a row is named by: office_code_is_good() */
	OFFICE_LINES,      /* several texts: stored by line, typed with ; between */
	OFFICE_NUMBER,     /* a count, 0 or more */
	OFFICE_POSITION,   /* likewise; "" = none, stored as 0 */
	OFFICE_YEAR,
	OFFICE_LAST_YEAR,  /* "" = still valid; stored as 0 */
	OFFICE_EVERY_YEAR, /* "" = every year without a row of its own; stored as 0 */
	OFFICE_DATE,       /* "" = none */
	OFFICE_HOURS,      /* stored in minutes */
	OFFICE_FLAG,
	OFFICE_FIGURE,     /* up to three decimals, of either sign; stored in thousandths */
	OFFICE_MONTH,      /* 1 to 12; "" = the whole year, stored as 0 */
	OFFICE_CHOICE,     /* one of the field's choices, by id */
	OFFICE_ROW,        /* a row of the table that the field refers to, by its key */
	OFFICE_UNIT,       /* a unit of the row's fiscal year, by code */
	OFFICE_SECTION,    /* a section of it */
};

struct office_table;

struct office_field {
	const char *id;    /* heading of machine formats, and the word on the command line */
	const char *label; /* N_() */
	enum office_type type;
	bool required;
	bool automatic;    /* given by the database */
	const char *initial; /* what a new row has unless told otherwise, as it is typed; NULL = "" */
	const char *column;  /* in the database; NULL = as the id */
	const char *variants; /* other headings of files, separated by newlines; NULL = none */
	const struct choice *choices; /* OFFICE_CHOICE */
	size_t choice_count;
	const struct office_table *refers; /* OFFICE_ROW: to a table of one key, whose rows are called by name_field */
	bool afresh; /* a date: a row that is carried over begins without it; others are a year later */
};

/* A row in a file: one of a table, or of two side by side, where the second may be left empty. */
struct office_heading {
	const char *id;
	const char *label;    /* N_() */
	const char *variants; /* separated by newlines */
	int required;         /* a group, one heading of which a file must have; 0 = may be missing */
	size_t field;
	size_t part;          /* which of the sheet's tables has it */
	bool is_name;         /* the name of the row or unit that the field refers to; read where the code is not given */
	bool import_only;     /* understood in files that come in, not written */
};
struct office_sheet {
	const char *id; /* "people" */
	const struct office_table *tables[2];
	const struct office_heading *headings;
	size_t count;
};

/* Whether last year's rows are carried into the next fiscal year in one act (service/office/office_carry.h). Each
 * description says it. */
enum office_carry_which {
	OFFICE_CARRY_UNSAID,
	OFFICE_CARRY_NONE, /* they hold until they are ended, or belong to their year alone */
	OFFICE_CARRY_ROWS, /* those of last year, one by one */
};
struct office_carried {
	enum office_carry_which which;
	const char *how; /* N_(): what comes over, or why nothing does; one line */
	/* Of the rows that agree in the first so many fields one comes over: that of the unit which stayed, else the
	 * first; 0 = as many as are keys. */
	size_t alone;
};

enum { OFFICE_COLUMNS_MAX = 12, OFFICE_KEYS_MAX = 4 };

struct office_table {
	const char *id;      /* "due-dates" */
	const char *title;   /* N_() */
	const char *help;    /* N_(): what it is for, one line */
	const char *one;     /* N_(): a row, as the history calls it */
	const char *command; /* the word that shows and changes it: "catalogue" */
	const char *act;     /* the word after that; NULL = the first table of the command, NULL there as well */
	const char *table;   /* in the database; it keeps a history */
	const char *order;   /* ORDER BY of lists */
	const char *file_order; /* of files; NULL = likewise */
	const struct office_field *fields;
	size_t field_count;
	size_t keys;         /* the first so many fields identify a row */
	const char *history_keys[OFFICE_KEYS_MAX + 1]; /* their columns as the history names them; none = in that order */
	bool numbered;       /* the only key is given by the database: "" in a new row */
	int year_field;      /* screens show the rows of the session's year by it; -1 = all rows */
	size_t name_field;   /* what people and the history call a row by */
	const char *search_key; /* a held column: the search key of the name; NULL = none */
	struct office_carried carried;
	bool own_page;       /* has a screen and a command of its own */
	/* The file that holds it alone; NULL = one with a heading for each field, or of two tables side by side
	 * (office_sheet.h). */
	const struct office_sheet *sheet;
};

#define X(name) extern const struct office_table office_##name;
OFFICE_TABLES(X)
#undef X

#define X(name) +1
enum { OFFICE_TABLE_COUNT = 0 OFFICE_TABLES(X) };
#undef X
/* In the order of the list. */
extern const struct office_table *const office_tables[OFFICE_TABLE_COUNT];
/* NULL when there is none with that id, or in the database under that name. */
const struct office_table *office_table_find(const char *id);
const struct office_table *office_table_of(const char *table);
/* The index of a field by id or label; -1. */
int office_field_find(const struct office_table *table, const char *name);
const char *office_column(const struct office_table *table, size_t field);

/* What every command and filter can name: no blanks, no control characters, none of , / | ; = " and no dash
 * in front. */
bool office_code_is_good(const char *code);

/* Cells are texts as they are stored; numbers in digits. */
struct office_row {
	const char *cells[OFFICE_COLUMNS_MAX];
};
struct office_rows {
	VEC(struct office_row) items;
	struct arena arena;
};
void office_rows_free(struct office_rows *rows);
/* The year in a cell; 0 where it is open. */
int office_row_year(const struct office_row *row, size_t field);
/* The field that says of which fiscal year a row is, or from which one on; -1 = rows are of no year. */
int office_year_of_rows(const struct office_table *table);
/* The field that says until when; -1 where each row is of one year. */
int office_last_year_of_rows(const struct office_table *table);
/* True when a row is of that very year, or of every year or a span that it lies in. */
bool office_row_holds(const struct office_table *table, const struct office_row *row, int fiscal_year);

#endif
