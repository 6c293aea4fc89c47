#include "config.h"

#include "service/files/pasting_rows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

enum { HEADINGS_WITHIN = 30 };

/* The row of headings: the first most of whose cells are known; the count of rows where there is none. */
static size_t rows_find_headings(const struct pasting_rows *rows)
{
	const struct pasted *const pasted = rows->pasted;

	for (size_t r = 0; r < pasted->rows.count && r < HEADINGS_WITHIN; r++) {
		size_t known = 0, filled = 0;

		for (size_t c = 0; c < pasted->columns; c++) {
			filled += *pasted_cell(pasted, r, c) != '\0';
			known += sheet_column_by_heading(rows->kind, pasted_cell(pasted, r, c)) >= 0;
		}
		if (known > 0 && 2 * known >= filled)
			return r;
	}
	return pasted->rows.count;
}

/* The heading of a column that comes without one; "" where there is none. */
static const char *rows_heading(const struct pasting_rows *rows, size_t column)
{
	size_t count;
	const struct sheet_column *const columns = sheet_columns(rows->kind, &count);

	if (rows->count == 0)
		return column < count ? _(columns[column].label) : "";
	for (size_t i = 0; column < rows->count && i < count; i++)
		if (strcmp(columns[i].id, rows->columns[column]) == 0)
			return _(columns[i].label);
	return "";
}

bool pasting_rows(struct session *session, const struct pasting_rows *rows, bool store,
	struct importing_result *result, struct error *err)
{
	const struct pasted *const pasted = rows->pasted;
	struct strbuf text = {0};

	if (rows_find_headings(rows) == pasted->rows.count) {
		const char **const headings = xcalloc(pasted->columns + 1, sizeof *headings);

		for (size_t c = 0; c < pasted->columns; c++)
			headings[c] = rows_heading(rows, c);
		pasted_write(headings, pasted->columns, &text);
		free(headings);
	}
	for (size_t r = 0; r < pasted->rows.count; r++)
		pasted_write(pasted->rows.items[r].cells, pasted->rows.items[r].count, &text);
	FILE *const stream = fmemopen(text.text, text.length, "r");

	if (!stream) {
		strbuf_free(&text);
		return error_set(err, ERROR_DATA, _("There is no room for a copy of the file: %s."), strerror(errno));
	}
	const bool done = importing_run(session, stream,
		&(struct importing_options){.kind = rows->kind, .encoding = ENCODING_UTF8, .dry_run = !store,
			.skip_bad = true, .every_row = !store, .codes = rows->codes, .source = _("Paste")},
		result, err);

	fclose(stream);
	strbuf_free(&text);
	return done;
}

/* ---- as a table ------------------------------------------------------------------------------- */

static const char *const rows_sorts[] = {
	[IMPORTING_ADDED] = N_("Added"),
	[IMPORTING_CHANGED] = N_("Changed"),
	[IMPORTING_UNCHANGED] = N_("Unchanged"),
	[IMPORTING_GOES] = N_("Goes"),
};

/* What becomes of the row on a line, and what changes in it, which is appended. */
static const char *rows_fate(enum sheet_kind kind, const struct importing_result *trial, int64_t line,
	struct strbuf *changes)
{
	const char *fate = NULL;
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < trial->changes.count; i++) {
		const struct importing_change *const change = &trial->changes.items[i];

		if (change->line != line)
			continue;
		const char *field = change->field;

		fate = _(rows_sorts[change->sort]);
		for (size_t c = 0; c < count; c++)
			if (strcmp(columns[c].id, field) == 0)
				field = _(columns[c].label);
		if (*field)
			strbuf_addf(changes, "%s%s: %s → %s", changes->length ? "  " : "", field, change->before,
				change->after);
	}
	return fate;
}

void pasting_rows_tell(const struct pasting_rows *rows, const struct importing_result *trial, struct table *table,
	const char *const **whys)
{
	const struct pasted *const pasted = rows->pasted;
	const size_t headings = rows_find_headings(rows), width = pasted->columns + 1;
	const bool none = headings == pasted->rows.count;
	/* the synthetic line of headings comes first; a cell may take several lines */
	int64_t line = 1 + none;

	table_init(table, "pasted", _("Pasted cells"));
	table->ties = true; /* it is a list: there is nothing to prove */
	table_add_column(table, "state", _("Becomes"), COLUMN_TEXT);
	for (size_t c = 0; c < pasted->columns; c++)
		table_add_column(table, "cell", none ? rows_heading(rows, c) : pasted_cell(pasted, headings, c), COLUMN_TEXT);
	const char **const reasons = arena_alloc(&table->arena, (pasted->rows.count * width + 1) * sizeof *reasons);

	for (size_t r = 0; r < pasted->rows.count; r++) {
		const struct pasted_row *const cells = &pasted->rows.items[r];
		const char **const why = reasons + r * width;
		struct strbuf text = {0};
		const char *fate = rows_fate(rows->kind, trial, line, &text);

		if (text.length)
			why[0] = arena_strdup(&table->arena, strbuf_text(&text));
		for (size_t i = 0; i < trial->report.rejects.count; i++) {
			const struct sheet_reject *const reject = &trial->report.rejects.items[i];
			const size_t at = reject->cell < 0 ? 0 : (size_t)reject->cell + 1;

			if (reject->line == line && at < width) {
				fate = arena_printf(&table->arena, "!%s", _("Refused"));
				why[at] = arena_strdup(&table->arena, reject->reason);
			}
		}
		const bool shown = cells->count > 0 && (none || r > headings);
		struct table_row *const row = shown ? table_add_row(table, ROW_DATA) : NULL;

		for (size_t c = 0; c < pasted->columns; c++) {
			const char *const cell = pasted_cell(pasted, r, c);

			strbuf_clear(&text);
			strbuf_addf(&text, "%s%s", why[c + 1] ? "!" : "", cell);
			if (row)
				table_set_text(table, row, c + 1, strbuf_text(&text));
			for (const char *at = cell; (at = strchr(at, '\n')); at++)
				line++;
		}
		if (row) {
			row->key[0] = (int64_t)r;
			table_set_text(table, row, 0, fate ? fate : _("Passed over"));
		}
		strbuf_free(&text);
		line++;
	}
	*whys = reasons;
}
