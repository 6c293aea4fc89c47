#include "config.h"

#include "ui/kit/paste_rows.h"

#include "base/i18n.h"
#include "service/files/pasting_rows.h"
#include "ui/app/app.h"
#include "ui/kit/w_preview.h"

/* What is shown: the reasons cell by cell, beside the table. */
struct paste_rows {
	const struct table *table;
	const char *const *whys;
};

static const char *paste_rows_why(const void *data, size_t row, size_t column)
{
	const struct paste_rows *const shown = data;
	const struct table *const table = shown->table;

	return row < table->rows.count && column < table->columns.count ?
		shown->whys[(size_t)table->rows.items[row].key[0] * table->columns.count + column] : NULL;
}

/* A bad cell has its reason, and so has a row of which nothing else is said. */
static enum theme_role paste_rows_role(const void *data, size_t row, size_t column)
{
	const struct paste_rows *const shown = data;
	const struct table_cell *const cell = &shown->table->rows.items[row].cells[column];

	return cell->kind == CELL_TEXT && *cell->text == '!' && paste_rows_why(data, row, column) ? THEME_ERROR :
		THEME_NORMAL;
}

static void paste_rows_sum_up(const struct importing_result *trial, struct strbuf *out)
{
	strbuf_addf(out, _("Added %lld, changed %lld, unchanged %lld, refused %lld, goes %lld"), (long long)trial->added,
		(long long)trial->changed, (long long)trial->unchanged, (long long)trial->left_out,
		(long long)(trial->removed + trial->followed));
	for (size_t i = 0; i < trial->report.ignored.count; i++)
		strbuf_addf(out, "%s%s", i == 0 ? _("; columns passed over: ") : _(", "), trial->report.ignored.items[i]);
	if (trial->report.totals)
		strbuf_addf(out, ngettext(" %zu line of sums is left out.", " %zu lines of sums are left out.",
			(size_t)trial->report.totals), (size_t)trial->report.totals);
}

/* The preview; true after a yes. */
static bool paste_rows_ask(struct app *app, const struct pasting_rows *rows, const struct importing_result *trial)
{
	const bool any = trial->added + trial->changed > 0;
	struct strbuf summary = {0}, question = {0};
	struct paste_rows shown;
	struct table table;

	pasting_rows_tell(rows, trial, &table, &shown.whys);
	shown.table = &table;
	paste_rows_sum_up(trial, &summary);
	if (trial->left_out)
		strbuf_addf(&question, ngettext("Store the good rows, and leave %lld row out?",
			"Store the good rows, and leave %lld rows out?", (unsigned long)trial->left_out),
			(long long)trial->left_out);
	else
		strbuf_add_text(&question, _("Store these rows?"));
	const bool yes = w_preview_run(app, &(struct w_preview){.title = _("Paste as rows"),
		.summary = strbuf_text(&summary), .question = any ? strbuf_text(&question) : NULL, .table = &table,
		.why = paste_rows_why, .role = paste_rows_role, .data = &shown});

	table_free(&table);
	strbuf_free(&summary);
	strbuf_free(&question);
	return yes;
}

bool paste_rows(struct app *app, enum sheet_kind kind, const char *text, const char *const *columns, size_t count)
{
	struct pasted pasted = {0};
	struct pasting_rows rows = {kind, &pasted, columns, count, IMPORTING_CODES_ASKED};
	struct importing_result result = {0};
	struct error err = {0};

	pasted_split(text, &pasted);
	const bool table = pasted_is_table(&pasted);
	bool read = table && pasting_rows(app->session, &rows, false, &result, &err);

	if (read && result.zeros.rows &&
		app_confirm(app, ngettext("Leading zeros are lost in %lld row (%s: %s is %s). Put them back?",
			"Leading zeros are lost in %lld rows (%s: %s is %s). Put them back?",
			(unsigned long)result.zeros.rows),
			(long long)result.zeros.rows, result.zeros.column, result.zeros.typed, result.zeros.code)) {
		rows.codes = IMPORTING_CODES_MENDED;
		importing_result_free(&result);
		result = (struct importing_result){0};
		read = pasting_rows(app->session, &rows, false, &result, &err);
	}
	if (read && paste_rows_ask(app, &rows, &result)) {
		importing_result_free(&result);
		result = (struct importing_result){0};
		read = pasting_rows(app->session, &rows, true, &result, &err);
		if (read) {
			app_changed(app);
			app_message(app, _("Stored: added %lld, changed %lld; left out %lld. u takes it back."),
				(long long)result.added, (long long)result.changed, (long long)result.left_out);
		}
	}
	if (table && !read)
		app_error(app, &err);
	importing_result_free(&result);
	pasted_free(&pasted);
	return table;
}
