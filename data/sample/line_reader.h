/* line_reader - the lines of a word table: '#' comments and blank lines left out, blanks trimmed.
 * A line that cannot be read ends the program: the tables belong to the source. */
#ifndef SAMPLE_LINE_READER_H
#define SAMPLE_LINE_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/mem.h"
#include "base/vec.h"

typedef VEC(const char *) phrases;

struct line_reader {
	const char *name;
	FILE *stream;
	char *line;
	size_t capacity;
	int number;
	struct arena *arena;
	const char *key; /* the first word of the line */
	char *value;     /* the rest; the whole line after line_reader_next_whole() */
};

void line_reader_open(struct line_reader *reader, struct arena *arena, const char *folder,
	const char *name);
bool line_reader_next(struct line_reader *reader);
bool line_reader_next_whole(struct line_reader *reader);
void line_reader_close(struct line_reader *reader);
void line_reader_fail(const struct line_reader *reader, const char *expected)
	__attribute__((noreturn));
/* A copy that lives as long as the arena. */
const char *line_reader_keep(const struct line_reader *reader, const char *text);
/* Splits at '|' and trims; exactly count cells, or least … most (those left out stay NULL). */
void line_reader_split(const struct line_reader *reader, char *text, char **cells, int count);
void line_reader_split_some(const struct line_reader *reader, char *text, char **cells, int least,
	int most);
/* Appends every cell of a line of any number of them, kept. */
void line_reader_keep_all(const struct line_reader *reader, char *text, phrases *cells);

#endif
