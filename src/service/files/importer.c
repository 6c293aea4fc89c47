#include "config.h"

#include "service/files/importer.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/office/office.h"
#include "store/project_store.h"
#include "model/lock.h"

/* A reason without the name of its field and the value at its head, which the reject has beside it. */
static const char *importer_bare_reason(const struct importer *importer, const struct sheet_row *row,
	int column, const char *reason)
{
	size_t count;
	const char *const label = _(sheet_columns(importer->options->kind, &count)[column].label);
	const size_t length = strlen(label);
	struct strbuf head = {0};

	if (strncmp(reason, label, length) != 0)
		return reason;
	strbuf_addf(&head, _("%s '%s': %s"), label, row->cells[column], "");
	if (strncmp(reason, strbuf_text(&head), head.length) == 0)
		reason += head.length;
	else if (strncmp(reason + length, ": ", 2) == 0)
		reason += length + 2;
	strbuf_free(&head);
	return reason;
}

bool importer_reject(struct importer *importer, const struct sheet_row *row, int column,
	const char *reason)
{
	if (column < 0)
		sheet_reject_add(&importer->result->report, row->line, "", "", reason);
	else
		sheet_reject_add(&importer->result->report, row->line, row->headings[column],
			row->cells[column], importer_bare_reason(importer, row, column, reason));
	return true;
}

bool importer_may_change(struct importer *importer, int64_t line, const struct project *stored,
	const struct project *project)
{
	const char *const reason = importer->options->reason;
	struct strbuf why = {0};
	bool came = false;

	/* A project that came with a file and was never touched since is still to get its lines from another. */
	if (!stored->id || !lock_wants_reason(stored, project, &why) || (reason && *reason) ||
		(importer->options->kind == SHEET_EFFECTS &&
			project_store_came(importer->session->store, stored, &came, NULL) && came)) {
		strbuf_free(&why);
		return true;
	}
	sheet_reject_add(&importer->result->report, line, "", "", strbuf_text(&why));
	importer->result->unreasoned++;
	strbuf_free(&why);
	return false;
}

bool importer_stands(struct importer *importer, int64_t line, const struct project *stored,
	const struct project *project)
{
	project_problems problems = {0};
	const bool stands = project_check_standing(stored, project, &problems) == 0;
	struct strbuf reason = {0};

	if (!stands) {
		/* what it lacks */
		strbuf_addf(&reason, _("The project is completed. %s"), problems.items[0].message);
		sheet_reject_add(&importer->result->report, line, "", "", strbuf_text(&reason));
	}
	strbuf_free(&reason);
	vec_free(&problems);
	return stands;
}

bool importer_sums(struct importer *importer, int64_t line, struct project *project)
{
	struct error reason;

	if (project_sum_effects(project, &reason))
		return true;
	sheet_reject_add(&importer->result->report, line, "", "", reason.message);
	return false;
}

void importer_difference(struct importer *importer, int64_t line, const char *what,
	const char *field, const char *before, const char *after)
{
	const size_t most = importer->options->every_row ? IMPORTING_EVERY_ROW_MAX : IMPORTING_CHANGES_MAX;
	/* effect lines have no field that would tell a new one */
	const bool adds = !*field || (importer->options->kind == SHEET_EFFECTS && !*before);

	if (importer->result->changes.count >= most)
		return;
	struct importing_change *change = vec_add(&importer->result->changes);
	change->sort = line == 0 ? IMPORTING_GOES : adds ? IMPORTING_ADDED : IMPORTING_CHANGED;
	change->line = line;
	text_copy(change->what, sizeof change->what, what);
	text_copy(change->field, sizeof change->field, field);
	text_copy(change->before, sizeof change->before, before);
	text_copy(change->after, sizeof change->after, after);
}

void importer_unchanged(struct importer *importer, int64_t line, const char *what)
{
	struct importing_result *const result = importer->result;

	result->unchanged++;
	if (!importer->options->every_row || result->changes.count >= IMPORTING_EVERY_ROW_MAX)
		return;
	struct importing_change *const change = vec_add(&result->changes);
	change->sort = IMPORTING_UNCHANGED;
	change->line = line;
	text_copy(change->what, sizeof change->what, what);
}

/* A row that goes is told by what it held; of one that changes each cell. */
static void importer_follow(const struct office_entry *entry, void *data)
{
	const struct office_table *table = entry->table;
	struct importer *importer = data;
	struct strbuf what = {0};

	importer->result->followed++;
	strbuf_addf(&what, "%s ", _(table->title));
	office_row_key(table, entry->stored, &what);
	for (size_t i = 0; i < table->field_count; i++) {
		strbuf_clear(&importer->before);
		strbuf_clear(&importer->after);
		office_cell(table, i, entry->stored->cells[i], true, &importer->before);
		if (entry->here)
			office_cell(table, i, entry->now.cells[i], true, &importer->after);
		else
			strbuf_add_text(&importer->after, _("goes"));
		if (entry->here ? strcmp(entry->stored->cells[i], entry->now.cells[i]) != 0 : i == table->keys)
			importer_difference(importer, 0, strbuf_text(&what), _(table->fields[i].label),
				strbuf_text(&importer->before), strbuf_text(&importer->after));
	}
	strbuf_free(&what);
}

void importer_followed(struct importer *importer, const struct office_desk *desk)
{
	office_desk_followed(desk, importer_follow, importer);
}

bool importer_first(struct importer *importer, const char *key, int64_t line, int64_t *earlier)
{
	if (strmap_get(&importer->seen, key, earlier))
		return false;
	strmap_put(&importer->seen, key, line);
	return true;
}
