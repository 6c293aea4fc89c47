#include "config.h"

#include "ui/kit/export_table.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/files/exporting.h"
#include "ui/app/app.h"

static bool may_write_to(struct app *app, const char *path)
{
	struct stat there;

	return stat(path, &there) != 0 || !S_ISREG(there.st_mode) ||
		app_confirm(app, _("There is a file %s already. Replace it?"), path);
}

/* NULL when the user gave up. Caller frees. */
static char *ask_path(struct app *app, const struct table *table)
{
	char year[FISCAL_YEAR_TEXT] = "all";
	struct strbuf name = {0}, question = {0};
	char *path;

	if (table->fiscal_year)
		fiscal_year_short(table->fiscal_year, year);
	strbuf_addf(&name, "%s-%s.csv", table->id, year);
	strbuf_add_text(&question, _("Write to which file?"));
	for (int format = FORMAT_CSV; format < FORMAT_COUNT; format++)
		if (format_available((enum format)format))
			strbuf_addf(&question, "%s.%s", format == FORMAT_CSV ? " (" : " ",
				format_id((enum format)format));
	strbuf_add_char(&question, ')');
	path = app_ask(app, strbuf_text(&question), strbuf_text(&name));
	strbuf_free(&question);
	strbuf_free(&name);
	if (path && (!*path || !may_write_to(app, path))) {
		free(path);
		return NULL;
	}
	return path;
}

void export_table(struct app *app, struct table *table)
{
	const struct render_options options = {.localized = true};
	struct error err = {0};
	char *path;

	if (!table->ties && !app_confirm(app,
		_("The table does not tie (see its notes). Write it all the same? It will say so.")))
		return;
	path = ask_path(app, table);
	if (!path)
		return;
	if (exporting_table(table, format_of_path(path), &options, !table->ties, path, &err))
		app_message(app, ngettext("Wrote %zu row to %s.", "Wrote %zu rows to %s.",
			(unsigned long)table->rows.count), table->rows.count, path);
	else
		app_error(app, &err);
	free(path);
}

void export_cell(struct app *app, const struct table *table, const struct w_table *view)
{
	struct strbuf text = {0};

	if (table->rows.count)
		table_cell_text(table, view->cursor_row, view->cursor_column, TABLE_PEOPLE, &text);
	app_copy(app, strbuf_text(&text));
	strbuf_free(&text);
}
