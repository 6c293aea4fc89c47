#include "config.h"

#include "service/files/importer.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/lock.h"

bool importer_reject(struct importer *importer, const struct sheet_row *row, int column,
	const char *reason)
{
	sheet_reject_add(&importer->result->report, row->line,
		column < 0 ? "" : row->headings[column], column < 0 ? "" : row->cells[column],
		reason);
	return true;
}

bool importer_may_change(struct importer *importer, int64_t line, const struct project *stored,
	const struct project *project)
{
	const int stage = lock_broken(stored, project);
	struct error error;

	if (!stored->id || (stage < 0 && !workflow_frozen(stored->status)) ||
		session_permits(importer->session, PERMISSION_EDIT_MASTERS, project->fiscal_year, NULL,
			NULL))
		return true;
	if (stage < 0)
		error_set(&error, ERROR_DATA, _("The project is completed; edit it with a reason."));
	else
		error_set(&error, ERROR_DATA,
			_("The figures of the stage “%s” are fixed; edit the project with a reason."),
			effect_stage_label((enum stage)stage));
	sheet_reject_add(&importer->result->report, line, "", "", error.message);
	return false;
}

void importer_difference(struct importer *importer, int64_t line, const char *what,
	const char *field, const char *before, const char *after)
{
	if (importer->result->changes.count >= IMPORTING_CHANGES_MAX)
		return;
	struct importing_change *change = vec_add(&importer->result->changes);
	change->line = line;
	text_copy(change->what, sizeof change->what, what);
	text_copy(change->field, sizeof change->field, field);
	text_copy(change->before, sizeof change->before, before);
	text_copy(change->after, sizeof change->after, after);
}

bool importer_first(struct importer *importer, const char *key, int64_t line, int64_t *earlier)
{
	if (strmap_get(&importer->seen, key, earlier))
		return false;
	strmap_put(&importer->seen, key, line);
	return true;
}
