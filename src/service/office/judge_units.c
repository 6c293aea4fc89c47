/* judge_units - a unit that has projects does not end; every fiscal year's tree is whole (domain.md §1). */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"
#include "store/unit_store.h"

/* A department without a unit above it stands below the body. */
static bool units_complete(struct office_desk *desk, struct office_entry *entry, struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_units, err);

	if (!rows)
		return false;
	if (strcmp(entry->now.cells[UNIT_KIND], unit_kind_id(UNIT_DEPARTMENT)) != 0 ||
		*entry->now.cells[UNIT_PARENT])
		return true;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];

		if (other->here && strcmp(other->now.cells[UNIT_KIND], unit_kind_id(UNIT_BODY)) == 0) {
			entry->now.cells[UNIT_PARENT] = other->now.cells[UNIT_CODE];
			return true;
		}
	}
	return true;
}

/* From the first year on in which a version is no more and no other stands in for it. */
static bool units_end(struct office_desk *desk, const struct office_desk_table *rows,
	const char *code, int year, struct error *err)
{
	const struct office_entry *last = NULL;
	int64_t projects;

	/* A unit of that code holds in the year. */
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *version = rows->entries.items[i];
		const int first = office_row_year(&version->now, UNIT_FIRST);

		if (version->here && strcmp(version->now.cells[UNIT_CODE], code) == 0 &&
			first <= year &&
			(!last || first > office_row_year(&last->now, UNIT_FIRST)))
			last = version;
	}
	if (last && (office_row_year(&last->now, UNIT_LAST) == 0 ||
		office_row_year(&last->now, UNIT_LAST) >= year))
		return true;
	if (!unit_store_used(desk->session->store, code, year, &projects, err))
		return false;
	return projects == 0 || error_set(err, ERROR_DATA,
		ngettext("“%s” has %lld project in that fiscal year or later; move it to another team first.",
			"“%s” has %lld projects in that fiscal year or later; move them to another team first.",
			(unsigned long)projects),
		code, (long long)projects);
}

static bool units_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_units, err);

	if (!rows)
		return false;
	if (!entry->here)
		return units_end(desk, rows, entry->stored->cells[UNIT_CODE],
			office_row_year(entry->stored, UNIT_FIRST), err);
	const char *code = entry->now.cells[UNIT_CODE];
	const int first = office_row_year(&entry->now, UNIT_FIRST), last = office_row_year(&entry->now, UNIT_LAST);

	if (last && last < first)
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	return !last || units_end(desk, rows, code, last + 1, err);
}

/* A unit without its parent would drop out of every rollup. */
static bool units_whole(struct office_desk *desk, struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_units, err);
	int from = 0;

	if (!rows)
		return false;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *entry = rows->entries.items[i];
		const struct office_row *row = entry->here ? &entry->now : entry->stored;

		if (row && office_entry_changes(entry) &&
			(!from || office_row_year(row, UNIT_FIRST) < from))
			from = office_row_year(row, UNIT_FIRST);
	}
	return !from || unit_store_whole(desk->session->store, from, err);
}

const struct office_judge judge_units = {
	.table = &office_units, .complete = units_complete, .check = units_check, .whole = units_whole};
