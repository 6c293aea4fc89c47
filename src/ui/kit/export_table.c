#include "config.h"

#include "ui/kit/export_table.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "service/files/exporting.h"
#include "service/files/overwriting.h"
#include "ui/app/app.h"

/* The database and its like are refused before anything is asked. */
static bool export_may_write(struct app *app, const char *path, struct file_target *target)
{
	struct error err = {0};
	const char *database = db_target(store_db(app->session->store));

	if (overwriting_judge(target, path, database, NULL, 0, &err) &&
		(!target->taken || file_target_may_replace(target, &err)))
		return !target->taken ||
			app_confirm(app, _("There is a file %s already. Replace it?"), path);
	app_error(app, &err);
	return false;
}

/* NULL when the user gave up. Caller frees, when the target is done with. */
static char *export_ask_path(struct app *app, const struct table *table,
	struct file_target *target)
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
	if (path && (!*path || !export_may_write(app, path, target))) {
		free(path);
		return NULL;
	}
	return path;
}

void export_table(struct app *app, struct table *table)
{
	const struct render_options options = {.localized = true};
	struct file_target target;
	struct error err = {0};
	char *path;

	if (!table->ties && !app_confirm(app,
		_("The table does not tie (see its notes). Write it all the same? It will say so.")))
		return;
	path = export_ask_path(app, table, &target);
	if (!path)
		return;
	if (exporting_table(app->session, table, format_of_path(path), &options, !table->ties, &target,
		&err))
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
