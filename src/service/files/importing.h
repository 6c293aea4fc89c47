/* importing - files into the database: all or nothing, idempotent, with a dry-run difference
 * (domain.md §8). */
#ifndef SERVICE_FILES_IMPORTING_H
#define SERVICE_FILES_IMPORTING_H

#include <stdio.h>

#include "base/strmap.h"
#include "base/vec.h"
#include "exchange/sheet.h"
#include "model/doubt.h"
#include "service/session/session.h"

/* Codes that are unknown as they stand, and known with zeros put in front: a spreadsheet ate them. */
enum importing_codes {
	IMPORTING_CODES_ASKED,  /* their rows are rejected, and result.zeros says so */
	IMPORTING_CODES_MENDED, /* the zeros are put back */
	IMPORTING_CODES_KEPT,   /* they are codes of their own */
};

/* What the files of one change have brought so far: a file does not overwrite in silence what one before it brought.
 * Zero-initialise. */
struct importing_earlier {
	struct strmap projects; /* UUID of one that was added or changed → in files */
	VEC(const char *) files; /* sources, the last is the one in hand; the caller's */
};
void importing_earlier_free(struct importing_earlier *earlier);

struct importing_options {
	enum sheet_kind kind;
	enum encoding encoding;
	const char *map;  /* text of exchange/mapping.h, or NULL */
	const char *sheet; /* of a workbook; NULL = the one that fits best */
	bool dry_run;
	bool skip_bad;
	bool replace;     /* effects: lines of the file's projects and stages that it does not name go */
	bool whole_tree;  /* units: the file is the whole tree of the session's year; others end */
	enum importing_codes codes;
	const char *source; /* file name for messages and history */
	bool every_row;   /* the difference has the rows that change nothing too, and more lines */
	struct importing_earlier *earlier; /* for several files; NULL = there is one */
	const char *reason; /* why what is fixed may change; NULL = none is given */
};

enum importing_sort { IMPORTING_ADDED, IMPORTING_CHANGED, IMPORTING_UNCHANGED, IMPORTING_GOES };

struct importing_change { /* one line of the difference */
	enum importing_sort sort;
	int64_t line;    /* 0 = about what the file does not have */
	char what[64];   /* R7-0001, unit code, … */
	char field[64];  /* "" for a new record */
	char before[120], after[120];
};

struct importing_doubt { /* an effect line that is stored although it should be looked at */
	int64_t line;    /* of the file */
	char what[64];   /* R7-0001 */
	int effect_line;
	doubts found;    /* those of model/doubt.h that need a yes */
};

struct importing_found { /* a project whose department or section a sheet leaves blank, and what stands above says otherwise */
	int64_t line;
	char what[64];   /* R7-0001, or the title */
	char where[200]; /* department, section and team, by the team */
};

struct importing_zeros { /* rows with codes whose leading zeros were lost, and the first such code */
	int64_t rows;
	char column[64]; /* heading in the file */
	char typed[64], code[64];
};

struct importing_result {
	struct sheet_report report;
	int64_t added, changed, unchanged, left_out;
	int64_t proposed; /* units that were added with a code of our own */
	int64_t followed; /* rows of other tables that end with what the file ends */
	int64_t unreasoned; /* rows rejected because they change what is fixed without a reason */
	int64_t removed;  /* replaced by nothing */
	int64_t unnamed;  /* effect lines that the file does not name, where it names others; they stay */
	VEC(struct importing_change) changes; /* the first IMPORTING_CHANGES_MAX of them */
	VEC(struct importing_found) found;
	VEC(struct importing_doubt) doubts; /* of what was added or changed */
	struct importing_zeros zeros; /* rejected, or put right, as the options say */
	bool stored;
};
enum { IMPORTING_CHANGES_MAX = 1000, IMPORTING_EVERY_ROW_MAX = 100 * 1000 };
void importing_result_free(struct importing_result *result);

/* False with ERROR_DATA when rows are bad (they are in result->report) and nothing was stored, or
 * on any other error. Result must be zeroed. */
bool importing_run(struct session *session, FILE *stream, const struct importing_options *options,
	struct importing_result *result, struct error *err);

/* Several files, of so many bytes (0 = not known), as one change: importing_run() between the two stores nothing by itself. After a
 * failed run nothing is left to be stored; end with store false. */
bool importing_begin(struct session *session, const char *source, int64_t bytes,
	struct error *err);
bool importing_end(struct session *session, bool store, struct error *err);

#endif
