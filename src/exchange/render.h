/* render - a table as aligned text, CSV or JSON: one entry point, a renderer for each format. */
#ifndef EXCHANGE_RENDER_H
#define EXCHANGE_RENDER_H

#include <stdio.h>

#include "base/error.h"
#include "exchange/encoding.h"
#include "model/table.h"

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_XLSX, FORMAT_PDF, FORMAT_COUNT };
bool format_parse(const char *text, enum format *format);
const char *format_id(enum format format);
/* From a file name's ending; FORMAT_CSV when it tells nothing. */
enum format format_of_path(const char *path);
/* False for formats that this build does not write. */
bool format_available(enum format format);

struct render_options {
	enum encoding encoding; /* CSV; AUTO = UTF-8 with BOM */
	bool localized;  /* CSV and JSON with headings and notes for people (--lang given) */
	int columns;     /* text: width of the terminal, 0 = unlimited */
	bool color;      /* text: negative numbers in red */
};

/* Writes the table. CSV: number cells hold only digits and '-', a last column `note` stands on the
 * total row (caption and notes); never merged cells or layout spaces. Returns false with a message
 * naming record and column for text that the encoding cannot hold. */
bool render_table(const struct table *table, enum format format,
	const struct render_options *options, FILE *stream, struct error *err);

#endif
