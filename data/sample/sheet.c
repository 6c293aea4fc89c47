#include "config.h"

#include "sheet.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void sheet_begin(struct sheet *sheet, const char *folder, const char *name)
{
	*sheet = (struct sheet){.folder = folder, .name = name};
	sheet->stream = open_memstream(&sheet->bytes, &sheet->size);
	sheet->writer = csv_writer_new(sheet->stream, ENCODING_UTF8);
}

static void fail(const char *path)
{
	perror(path);
	exit(EXIT_FAILURE);
}

void sheet_finish(struct sheet *sheet)
{
	char *path = xasprintf("%s/%s", sheet->folder, sheet->name);
	FILE *file = fopen(path, "w");

	if (!csv_writer_finish(sheet->writer, NULL) || fclose(sheet->stream) != 0 || !file)
		fail(path);
	for (size_t i = 0; i < sheet->size; i++)
		if (sheet->bytes[i] != '\r')
			fputc(sheet->bytes[i], file);
	if (fclose(file) != 0)
		fail(path);
	free(sheet->bytes);
	free(path);
	strbuf_free(&sheet->cell);
}

void sheet_text(struct sheet *sheet, const char *value)
{
	csv_writer_text(sheet->writer, value);
}

void sheet_number(struct sheet *sheet, int64_t value)
{
	char digits[24];

	snprintf(digits, sizeof digits, "%" PRId64, value);
	csv_writer_number(sheet->writer, digits);
}

void sheet_number_or_empty(struct sheet *sheet, int64_t value, int64_t nothing)
{
	if (value == nothing)
		csv_writer_number(sheet->writer, "");
	else
		sheet_number(sheet, value);
}

void sheet_end_record(struct sheet *sheet)
{
	csv_writer_end_record(sheet->writer);
}

void sheet_headings(struct sheet *sheet, const char *names)
{
	char *copy = xstrdup(names), *rest = copy;

	for (char *name; (name = strsep(&rest, " ")) != NULL;)
		sheet_text(sheet, name);
	sheet_end_record(sheet);
	free(copy);
}
