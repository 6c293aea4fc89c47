#include "config.h"

#include "exchange/sheet_report.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

void sheet_report_free(struct sheet_report *report)
{
	for (size_t i = 0; i < report->sheets.count; i++) {
		struct sheet_origin *const sheet = &report->sheets.items[i];

		for (size_t h = 0; h < sheet->headings.count; h++)
			free(sheet->headings.items[h]);
		vec_free(&sheet->headings);
		vec_free(&sheet->spots);
		free(sheet->name);
	}
	vec_free(&report->sheets);
	for (size_t i = 0; i < report->ignored.count; i++)
		free(report->ignored.items[i]);
	vec_free(&report->ignored);
	for (size_t i = 0; i < report->passed.count; i++)
		free(report->passed.items[i]);
	vec_free(&report->passed);
	vec_free(&report->unmet);
	vec_free(&report->rejects);
}

void sheet_report_begin(struct sheet_report *report, const char *name)
{
	vec_add(&report->sheets)->name = xstrdup(name);
}

void sheet_report_heading(struct sheet_report *report, const char *heading)
{
	assert(report->sheets.count > 0);
	*vec_add(&report->sheets.items[report->sheets.count - 1].headings) = xstrdup(heading);
}

void sheet_report_spot(struct sheet_report *report, int64_t row, size_t column)
{
	assert(report->sheets.count > 0);
	*vec_add(&report->sheets.items[report->sheets.count - 1].spots) = (struct sheet_spot){row, column};
}

void sheet_reject_add(struct sheet_report *report, int64_t line, const char *column,
	const char *value, const char *reason)
{
	const size_t count = report->rejects.count, sheets = report->sheets.count;

	assert(column && value && reason);
	if (count == 0 || report->rejects.items[count - 1].line != line ||
		report->rejects.items[count - 1].sheet + 1 < sheets)
		report->rejected_rows++;
	struct sheet_reject *reject = vec_add(&report->rejects);

	reject->sheet = sheets ? sheets - 1 : 0;
	reject->line = line;
	reject->cell = -1;
	for (size_t i = 0; *column && sheets && i < report->sheets.items[sheets - 1].headings.count; i++)
		if (strcmp(report->sheets.items[sheets - 1].headings.items[i], column) == 0)
			reject->cell = (int)i;
	if (reject->cell >= 0 && (size_t)reject->cell < report->sheets.items[sheets - 1].spots.count) {
		const struct sheet_spot *const spot = &report->sheets.items[sheets - 1].spots.items[reject->cell];

		reject->cell = (int)spot->column;
		reject->cell_row = spot->row;
	}
	text_copy(reject->column, sizeof reject->column, column);
	text_copy(reject->value, sizeof reject->value, value);
	text_copy(reject->reason, sizeof reject->reason, reason);
}

static int sheet_report_by_line(const void *a, const void *b)
{
	const struct sheet_reject *one = a, *other = b;

	if (one->sheet != other->sheet)
		return one->sheet < other->sheet ? -1 : 1;
	return one->line != other->line ? one->line < other->line ? -1 : 1 : 0;
}

static int sheet_report_by_column(const void *a, const void *b)
{
	const int order = sheet_report_by_line(a, b);

	return order ? order :
		strcmp(((const struct sheet_reject *)a)->column, ((const struct sheet_reject *)b)->column);
}

void sheet_report_sort(struct sheet_report *report)
{
	for (size_t i = 1; i < report->rejects.count; i++)
		if (sheet_report_by_line(&report->rejects.items[i], &report->rejects.items[i - 1]) < 0) {
			qsort(report->rejects.items, report->rejects.count,
				sizeof report->rejects.items[0], sheet_report_by_column);
			return;
		}
}

const char *sheet_reject_sheet(const struct sheet_report *report, const struct sheet_reject *reject)
{
	return reject->sheet < report->sheets.count ? report->sheets.items[reject->sheet].name : "";
}

void sheet_reject_cell(const struct sheet_report *report, const struct sheet_reject *reject,
	struct strbuf *out)
{
	char letters[8];
	size_t at = sizeof letters - 1;

	if (reject->cell < 0 || !*sheet_reject_sheet(report, reject))
		return;
	letters[at] = '\0';
	for (int column = reject->cell; column >= 0 && at > 0; column = column / 26 - 1)
		letters[--at] = (char)('A' + column % 26);
	strbuf_addf(out, "%s%lld", letters + at,
		(long long)(reject->cell_row ? reject->cell_row : reject->line));
}

void sheet_reject_place(const struct sheet_report *report, const struct sheet_reject *reject,
	struct strbuf *out)
{
	const char *const name = sheet_reject_sheet(report, reject);
	const char *const quote = strpbrk(name, " !'()[]{}+-*/=,;:&") ? "'" : "";

	if (*name)
		strbuf_addf(out, "%s%s%s!", quote, name, quote);
	if (*name && reject->cell >= 0)
		sheet_reject_cell(report, reject, out);
	else
		strbuf_add_int(out, reject->line);
}
