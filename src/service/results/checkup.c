#include "config.h"

#include "service/results/checkup.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/fiscal_year.h"
#include "service/results/rollups.h"
#include "service/results/snapshots.h"
#include "store/check_store.h"
#include "store/history_store.h"

struct part {
	void (*report)(bool ok, const char *line, void *data);
	void *data;
	int64_t faults;
};

static void fault(const char *line, void *data)
{
	struct part *part = data;

	part->faults++;
	part->report(false, line, part->data);
}

/* Says that a part is in order when it has brought no fault since. */
static void conclude(struct part *part, int64_t before, const char *line)
{
	if (part->faults == before)
		part->report(true, line, part->data);
}

static bool check_derived(struct session *session, bool repair, struct part *part,
	struct error *err)
{
	int64_t differences;
	const int64_t before = part->faults;

	if (!repair) {
		if (!check_store_derived(session->store, false, fault, part, &differences,
			    &session->progress, err))
			return false;
		conclude(part, before, _("held totals: equal to the recomputed ones"));
		return true;
	}
	if (!session_permits(session, PERMISSION_EDIT_MASTERS, session->fiscal_year, NULL, err) ||
		!store_begin(session->store, session->user, "repair", NULL, err))
		return false;
	if (!check_store_derived(session->store, true, fault, part, &differences,
		    &session->progress, err)) {
		store_rollback(session->store);
		return false;
	}
	if (!store_commit(session->store, err))
		return false;
	/* What has been mended is no fault any more. */
	part->faults = before;
	char *line = xasprintf(_("held totals: %lld repaired"), (long long)differences);
	part->report(true, line, part->data);
	free(line);
	return true;
}

/* What the data say is a fault, and the check goes on; everything else stops it. */
static bool check_snapshots(struct session *session, struct part *part, struct error *err)
{
	struct snapshot_list list = {0};
	const int64_t before = part->faults;
	bool read = snapshots_list(session, &list, err);

	for (size_t i = 0; read && i < list.items.count; i++) {
		if (snapshots_verify(session, list.items.items[i].name, err))
			continue;
		read = err->code == ERROR_DATA;
		if (read)
			fault(err->message, part);
	}
	if (read && list.items.count)
		conclude(part, before, _("snapshots: their seals are unbroken"));
	snapshot_list_free(&list);
	return read;
}

static bool check_tables(struct session *session, struct part *part, struct error *err)
{
	const int year = session_latest_fiscal_year(session);
	char year_text[FISCAL_YEAR_TEXT];
	struct table table;

	fiscal_year_format(year, year_text);
	for (size_t i = 0; i < named_table_count; i++) {
		if (!progress_step(&session->progress, _("Check"), (int64_t)i + 1,
			    (int64_t)named_table_count, err))
			return false;
		if (!rollups_named(session, named_tables[i].id, year, STAGE_ESTIMATE,
			    BASIS_IN_YEAR, NULL, &table, err)) {
			if (err->code != ERROR_DATA)
				return false;
			fault(err->message, part);
			continue;
		}
		char *line = xasprintf(table.ties ? _("%s %s: ties") : _("%s %s: does not tie"),
			year_text, _(named_tables[i].title));
		part->report(table.ties, line, part->data);
		part->faults += !table.ties;
		free(line);
		table_free(&table);
	}
	return true;
}

bool checkup_run(struct session *session, bool repair_derived,
	void (*report)(bool ok, const char *line, void *data), void *data, int64_t *faults,
	struct error *err)
{
	struct part part = {report, data, 0};
	int64_t before = 0;

	if (!db_integrity(store_db(session->store), fault, &part, err))
		return false;
	conclude(&part, before, _("file and foreign keys: sound"));
	before = part.faults;
	if (!history_store_verify(session->store, fault, &part, err))
		return false;
	conclude(&part, before, _("history: unbroken"));
	if (!check_derived(session, repair_derived, &part, err) ||
		!check_snapshots(session, &part, err) || !check_tables(session, &part, err))
		return false;
	*faults = part.faults;
	return true;
}
