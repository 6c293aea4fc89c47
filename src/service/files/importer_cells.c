/* importer_cells - cells that several kinds of sheets have, read and checked. */
#include "config.h"

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "service/files/importer.h"

bool importer_begin_masters(struct importer *importer, struct error *err)
{
	importer->state = NULL;
	return session_permits(importer->session, PERMISSION_EDIT_MASTERS,
		importer->session->fiscal_year, NULL, err);
}

bool importer_year_cell(struct importer *importer, const struct sheet_row *row, int column,
	int otherwise, int *year)
{
	struct error error;

	*year = otherwise;
	if (!*row->cells[column] || fiscal_year_parse(row->cells[column], year, &error))
		return true;
	importer_reject(importer, row, column, error.message);
	return false;
}

bool importer_flag_cell(struct importer *importer, const struct sheet_row *row, int column,
	bool otherwise, bool *flag)
{
	*flag = otherwise;
	if (!*row->cells[column] || flag_parse(row->cells[column], flag))
		return true;
	importer_reject(importer, row, column, _("This is neither yes (1) nor no (0)."));
	return false;
}

bool importer_required_cell(struct importer *importer, const struct sheet_row *row, int column)
{
	if (*row->cells[column])
		return true;
	importer_reject(importer, row, column, _("This cell must not be empty."));
	return false;
}

bool importer_date_cell(struct importer *importer, const struct sheet_row *row, int column,
	char text[11])
{
	struct date date;
	struct error error;

	text[0] = '\0';
	if (!*row->cells[column])
		return true;
	if (!date_parse(row->cells[column], false, &date, &error)) {
		importer_reject(importer, row, column, error.message);
		return false;
	}
	date_format(date, text);
	return true;
}

void importer_count(struct importer *importer, const struct sheet_row *row, const char *key,
	const char *what, bool changed)
{
	const bool known = strmap_get(&importer->stored, key, NULL);

	if (!changed) {
		importer->result->unchanged++;
		return;
	}
	*(known ? &importer->result->changed : &importer->result->added) += 1;
	importer_difference(importer, row->line, what, "", "", row->cells[1]);
}

bool importer_reject_second(struct importer *importer, const struct sheet_row *row, int64_t earlier)
{
	struct error error;

	error_set(&error, ERROR_DATA, _("Line %lld of this file is the same record already."),
		(long long)earlier);
	return importer_reject(importer, row, -1, error.message);
}
