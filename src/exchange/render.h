/* render - a table as aligned text, CSV, JSON, XLSX or PDF: one entry point, a renderer for each format. */
#ifndef EXCHANGE_RENDER_H
#define EXCHANGE_RENDER_H

#include <stdio.h>

#include "base/error.h"
#include "exchange/encoding.h"
#include "model/table.h"

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON, FORMAT_XLSX, FORMAT_PDF, FORMAT_COUNT };
bool format_parse(const char *text, enum format *format); /* text csv json xlsx pdf */
const char *format_id(enum format format);
/* From a file name's ending, in either case; FORMAT_CSV when it tells nothing. */
enum format format_of_path(const char *path);
/* False for formats that this build does not write. */
bool format_available(enum format format);

struct render_options {
	enum encoding encoding; /* CSV; AUTO = UTF-8 with BOM */
	bool localized;  /* CSV and JSON with headings and notes for people (--lang given) */
	int columns;     /* text: width of the terminal, 0 = unlimited */
	bool color;      /* text: negative numbers in red */
};

/* Writes the table. Returns false with a message naming record and column for text that the
 * encoding cannot hold, and when the stream takes no more.
 *
 * Every format tells what the table covers (table_scope.h).
 *
 * Text: body, unit and title, caption, what else the table covers, headings, rows, the total set off
 * by a rule, notes. Too wide a table has its widest text columns cut; figures are never cut.
 *
 * CSV: number cells hold only digits, '-' and '.'; never merged cells or layout spaces. Behind the
 * table's columns stand those of its scope, scope_body, scope_unit …, one fact each and the same on
 * every row, as far as it says something of it; a bare table has none. Where the
 * table has figures or notes, a last column `note` holds caption and notes on the total row (the
 * last row where there is no total), as space-separated tokens (table_caption_machine() …).
 *
 * JSON, one row a line: {"table", "body", "title"?, "fiscal_year" (null = several), and where the
 * table has figures "stage", "basis", "hours_per_person_year", "hourly_rate" (where hours are valued; both
 * {"2024": …, "2025": …} where the years differ), "ties"; "scope": what else it covers, by the ids of
 * table_scopes; "columns": [{"id",
 * "label"?, "type"}], "rows": [{"row_kind": data | unclassified | subtotal, then each column by its
 * id}], "total": {…} or null, "notes": […]}; those with ? are for people and stand only when
 * localized. Counts, minutes, hours and yen are integers; person-years, percent ("4.8") and figures
 * are strings, for JSON readers make binary fractions of numbers.
 * Beside hours and person-years stand the exact minutes they are rounded from, under the id with
 * that word replaced by "minutes". Empty cells are null.
 *
 * XLSX: a sheet with the same columns as CSV under headings for people, numbers as numbers with a format
 * that shows them as on the screen, percents as parts of 1, days and months as dates, a filter over all but the total; a sheet
 * with a native chart where one tells the table (chart_spec.h); a sheet with title, caption,
 * scope and notes. No merged cells, no layout spaces.
 *
 * PDF: A4 landscape, what people see on the screen; title, scope and headings on every page, at the foot
 * source, year, H, the day it was made or frozen and the page; then the chart. Nothing is cut: texts are broken into lines, and
 * where a page has not room for all columns they go on over further pages beside those that name the
 * rows. Refused where no font has the characters. */
bool render_table(const struct table *table, enum format format,
	const struct render_options *options, FILE *stream, struct error *err);

#endif
