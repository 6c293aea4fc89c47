#include "config.h"

#include "line_reader.h"

#include <stdlib.h>
#include <string.h>

void line_reader_open(struct line_reader *reader, struct arena *arena, const char *folder,
	const char *name)
{
	char *path = xasprintf("%s/%s", folder, name);

	*reader = (struct line_reader){.name = name, .arena = arena, .stream = fopen(path, "r")};
	if (!reader->stream)
		line_reader_fail(reader, "to be there");
	free(path);
}

void line_reader_fail(const struct line_reader *reader, const char *expected)
{
	fprintf(stderr, "%s:%d: expected %s\n", reader->name, reader->number, expected);
	exit(EXIT_FAILURE);
}

static char *trim(char *text)
{
	text += strspn(text, " ");
	for (size_t length = strlen(text); length && strchr(" \n", text[length - 1]);)
		text[--length] = '\0';
	return text;
}

bool line_reader_next_whole(struct line_reader *reader)
{
	while (getline(&reader->line, &reader->capacity, reader->stream) >= 0) {
		reader->number++;
		reader->value = trim(reader->line);
		if (*reader->value && *reader->value != '#')
			return true;
	}
	return false;
}

bool line_reader_next(struct line_reader *reader)
{
	if (!line_reader_next_whole(reader))
		return false;
	reader->key = reader->value;
	reader->value += strcspn(reader->value, " ");
	if (*reader->value)
		*reader->value++ = '\0';
	reader->value = trim(reader->value);
	return true;
}

void line_reader_close(struct line_reader *reader)
{
	free(reader->line);
	fclose(reader->stream);
}

const char *line_reader_keep(const struct line_reader *reader, const char *text)
{
	return arena_strdup(reader->arena, text);
}

void line_reader_split_some(const struct line_reader *reader, char *text, char **cells, int least,
	int most)
{
	int count = 0;

	for (char *cell; (cell = strsep(&text, "|")) != NULL; count++)
		if (count < most)
			cells[count] = trim(cell);
	if (count < least || count > most)
		line_reader_fail(reader, "another number of cells");
}

void line_reader_split(const struct line_reader *reader, char *text, char **cells, int count)
{
	line_reader_split_some(reader, text, cells, count, count);
}

void line_reader_keep_all(const struct line_reader *reader, char *text, phrases *cells)
{
	for (char *cell; (cell = strsep(&text, "|")) != NULL;)
		*vec_add(cells) = line_reader_keep(reader, trim(cell));
}
