/* importing_effect_lines - which effect lines a file names, and what becomes of those that it does not
 * (domain.md §8): they stay, and only where the file is to replace them do they go. Private to
 * importing_effects.c. */
#ifndef SERVICE_FILES_IMPORTING_EFFECT_LINES_H
#define SERVICE_FILES_IMPORTING_EFFECT_LINES_H

#include "service/files/importer.h"

/* A stored line of a stage of which the file names others. */
struct unnamed_line {
	char uuid[UUID_TEXT]; /* of the project */
	int line;
	enum stage stage;
	int64_t row; /* the line of the file where the project stood first */
};

struct effect_lines {
	VEC(struct unnamed_line) unnamed; /* so far: a later row may name it */
	int64_t placed; /* rejected rows of which is known what they would have been about */
};

/* False when an earlier row has named it; *earlier gets its line. */
bool effect_lines_name(struct importer *importer, const char *uuid, enum stage stage, int line,
	int64_t row, int64_t *earlier);
/* A row that was rejected since there were so many rejected rows: what is stored for it stays. stage -1
 * and line 0: any of them, for that could not be read. */
void effect_lines_spare(struct importer *importer, struct effect_lines *lines, const char *uuid,
	int stage, int line, int64_t rejected_before);
/* A figure that was all there was of a stage, entered directly and without a word, as a sheet of projects
 * brings it, gives way to the lines of the file that come to the very same: it is what they are the sum of. */
void effect_lines_break_down(struct importer *importer, const struct project *stored,
	struct project *project);
/* Takes note of the lines of a project that the file does not name and that are still there. */
void effect_lines_look(struct importer *importer, struct effect_lines *lines,
	const struct project *stored, struct project *project, int64_t row);
/* At the end of the file: takes them away, or counts them. Nothing is taken away while there are
 * rejected rows that may have been about any line. */
bool effect_lines_finish(struct importer *importer, struct effect_lines *lines, struct error *err);
/* The fields of a line, as a difference shows them. */
void effect_lines_describe(const struct effect *effect, struct strbuf *out);

#endif
