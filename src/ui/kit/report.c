#include "config.h"

#include "ui/kit/report.h"

#include "base/i18n.h"
#include "base/text.h"
#include "service/results/explaining.h"
#include "ui/kit/s_viewer.h"
#include "ui/widget/w_table_order.h"

void report_init(struct report *report, const struct session *session,
	const struct named_table *named)
{
	const bool office = session->role == ROLE_ADMIN || session->role == ROLE_VIEWER;

	report->named = named;
	report->choice = rollups_choice(session->fiscal_year);
	w_table_init(&report->view);
	if (!office && report_has_units(named))
		text_copy(report->unit, sizeof report->unit, session->unit_code);
	if (session->role == ROLE_COLLECTOR && named->any_rows && report_has_units(named))
		report->choice.rows = DIMENSION_SECTION;
}

void report_free(struct report *report)
{
	if (report->has_table)
		table_free(&report->table);
	report->has_table = false;
	w_table_free(&report->view);
}

/* From so many columns on, the units above are shown too. */
enum { NARROW = 60, WIDE = 100 };

void report_fit(struct report *report, int columns)
{
	static const char *const units[] = {"department", "section", "team"};
	const struct table *table = &report->table;
	size_t first = 0, fixed = 0;

	for (size_t i = 0; i < sizeof units / sizeof units[0] && columns < WIDE; i++) {
		const int column = table_column_index(table, units[i]);
		const bool wanted = i == 1 || columns < NARROW;

		if (column > 0 && wanted)
			first = (size_t)column;
	}
	/* names stay where they are while figures scroll */
	for (size_t c = first; c < table->columns.count && fixed < (columns < WIDE ? 1 : 2); c++) {
		if (!table->columns.items[c].people)
			continue;
		if (table->columns.items[c].type != COLUMN_TEXT)
			break;
		fixed++;
	}
	if (report->view.first == first && report->view.fixed == fixed)
		return;
	report->view.first = first;
	report->view.fixed = fixed;
	w_table_set(&report->view, table);
}

bool report_run(struct app *app, struct report *report, struct error *err)
{
	struct table table;

	report->choice.fiscal_year = app->session->fiscal_year;

	/* A unit that the year does not have narrows nothing. */
	const struct unit_tree *units =
		session_units(app->session, app->session->fiscal_year, NULL);

	if (units && *report->unit && unit_tree_find(units, report->unit) < 0)
		*report->unit = '\0';
	report->choice.unit = report->unit;

	if (!rollups_table(app->session, report->named->id, &report->choice, &table, err))
		return false;
	w_table_renew(&report->view, &table);
	if (report->has_table)
		table_free(&report->table);
	report->table = table;
	report->has_table = true;
	report->view.table = &report->table;
	return true;
}

void report_explain(struct app *app, const struct named_table *named,
	const struct rollups_choice *choice, const struct table *table, size_t row)
{
	const bool one = row < table->rows.count && table->rows.items[row].kind != ROW_TOTAL;
	const struct facts *facts =
		rollups_facts(app->session, choice->fiscal_year, choice->filter, NULL);
	struct strbuf text = {0}, title = {0};
	struct error err = {0};

	strbuf_addf(&title, _("Where the figures come from: %s"),
		one ? table_row_name(table, row) : table->title);
	if (!one && facts && facts->count > EXPLAINING_MAX)
		error_set(&err, ERROR_DATA,
			_("Too many projects to explain at once. Please open a part of them."));
	if (err.code == ERROR_NONE && explaining_shown(app->session, named->id, choice, table,
		one ? (int)row : -1, &text, &err))
		viewer_open(app, strbuf_text(&title), strbuf_text(&text));
	else
		app_error(app, &err);
	strbuf_free(&text);
	strbuf_free(&title);
}
