/* A sheet of any kind: the first byte chooses it; a heading map may stand before the first NUL. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "exchange/sheet.h"
#include "exchange/sheet_rejects.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool take_row(const struct sheet_row *row, struct sheet_report *report, void *data,
	struct error *err)
{
	const enum sheet_kind *kind = data;
	size_t count;
	size_t bytes = 0;

	(void)err;
	sheet_columns(*kind, &count);
	for (size_t i = 0; i < count; i++) {
		if (!row->present[i] && row->cells[i][0] != '\0')
			abort();
		bytes += strlen(row->cells[i]);
	}
	if (bytes > 20)
		sheet_reject_add(report, row->line, row->headings[0], row->cells[0], "long");
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 2)
		return 0;
	enum sheet_kind kind = (enum sheet_kind)(data[0] % sheet_kind_count());
	const char *text = (const char *)data + 1;
	size_t length = size - 1;
	const char *nul = memchr(text, '\0', length);
	char *map = nul ? xstrndup(text, (size_t)(nul - text)) : NULL;
	if (nul) {
		length -= (size_t)(nul + 1 - text);
		text = nul + 1;
	}
	FILE *in = length > 0 ? fmemopen((void *)text, length, "rb") : tmpfile();
	FILE *out = tmpfile();
	struct sheet_report report = {0};
	struct error err = {0};

	const bool good =
		sheet_read(in, kind, &(struct sheet_options){.map = map}, take_row, &kind, &report, &err);
	struct csv_writer *rejects = sheet_rejects_start(out, false);
	sheet_rejects_put(rejects, &report, NULL);
	if (good == (err.code != ERROR_NONE) || !csv_writer_finish(rejects, NULL))
		abort();
	fclose(in);
	fclose(out);
	sheet_report_free(&report);
	free(map);
	return 0;
}
