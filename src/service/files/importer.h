/* importer - what the readers of each kind of file share and stand on; importing.c knows the readers.
 * Private to src/service/files/import*.c. */
#ifndef SERVICE_FILES_IMPORTER_H
#define SERVICE_FILES_IMPORTER_H

#include "base/strmap.h"
#include "service/files/importing.h"
#include "service/office/desk.h"

struct importer {
	struct session *session;
	const struct importing_options *options;
	const struct importer_kind *kind; /* the reader in hand */
	struct importing_result *result;
	struct strmap seen;      /* keys of this file → line, to find two rows for one record */
	FILE *stream;            /* read from */
	int64_t bytes, rows;     /* of the whole stream, 0 = not known; read so far */
	struct strbuf before, after; /* scratch for differences */
	struct code_zeros *zeros; /* looks at the codes of each row */
	void *state;             /* of the kind in hand */
};

/* How one kind of file goes into the database. row() stores or rejects one row; it returns false
 * only for what stops the whole import. */
struct importer_kind {
	bool (*begin)(struct importer *importer, struct error *err);
	bool (*row)(struct importer *importer, const struct sheet_row *row, struct error *err);
	/* Rejects rows that may not stand beside the others, once all were read. NULL = nothing to judge. */
	bool (*judge)(struct importer *importer, struct error *err);
	bool (*finish)(struct importer *importer, struct error *err);
	void (*release)(struct importer *importer);
	/* Reads the whole file itself; NULL: row by row under the headings of sheet_columns(). */
	bool (*file)(struct importer *importer, FILE *stream, struct error *err);
};

extern const struct importer_kind importing_projects, importing_effects, importing_office,
	importing_indicators, importing_tree; /* units, where the file is the whole tree of a year */

/* Puts the row on the list of rejects. column is an index of sheet_columns(), -1 for the whole
 * row. Returns true, so that a reader can `return importer_reject(…)` and go on. */
bool importer_reject(struct importer *importer, const struct sheet_row *row, int column,
	const char *reason);
/* Notes one difference, while there is room for it. */
void importer_difference(struct importer *importer, int64_t line, const char *what,
	const char *field, const char *before, const char *after);
/* Counts a row that changes nothing, and notes it where the difference is to have every row. */
void importer_unchanged(struct importer *importer, int64_t line, const char *what);
/* Notes what follows in other tables from what a file laid on the desk. */
void importer_followed(struct importer *importer, const struct office_desk *desk);
/* False when the key stood in an earlier row of this file; *line gets that row's. */
bool importer_first(struct importer *importer, const char *key, int64_t line, int64_t *earlier);

/* False, with the row rejected, where a sheet would change what is fixed in a project that was stored before, and no
 * reason is given for it, whoever asks. */
bool importer_may_change(struct importer *importer, int64_t line, const struct project *stored,
	const struct project *project);

/* False, with the row rejected, where the project would fall short of what its status needs. */
bool importer_stands(struct importer *importer, int64_t line, const struct project *stored,
	const struct project *project);

/* Adds up the project's lines; false, with the row rejected, where they come to more than can be. */
bool importer_sums(struct importer *importer, int64_t line, struct project *project);

#endif
