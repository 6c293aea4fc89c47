/* judge_units - a unit that has projects does not end; every fiscal year's tree is whole (domain.md §1). */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"
#include "store/unit_store.h"

static void units_place(const struct office_desk_table *rows, struct office_entry *entry)
{
	if (strcmp(entry->now.cells[UNIT_KIND], unit_kind_id(UNIT_DEPARTMENT)) != 0 ||
		*entry->now.cells[UNIT_PARENT])
		return;
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];

		if (other->here && strcmp(other->now.cells[UNIT_KIND], unit_kind_id(UNIT_BODY)) == 0) {
			entry->now.cells[UNIT_PARENT] = other->now.cells[UNIT_CODE];
			return;
		}
	}
}

/* ---- what hangs on a unit -------------------------------------------------------------------- */

static const struct {
	const struct office_table *table;
	size_t unit, first;
	int last; /* -1 = it is of one year */
} units_hanging[] = {
	{&office_targets, TARGET_SECTION, TARGET_YEAR, -1},
	{&office_leaders, LEADER_SECTION, LEADER_YEAR, -1},
	{&office_roles, GRANT_UNIT, GRANT_FIRST, GRANT_LAST},
};

/* Targets and leaders of years in which the unit is no more go, roles end with it. */
static bool units_end_hanging(struct office_desk *desk, const struct office_desk_table *units,
	const char *code, struct error *err)
{
	for (size_t h = 0; h < sizeof units_hanging / sizeof units_hanging[0]; h++) {
		const struct office_desk_table *rows = office_desk_table(desk, units_hanging[h].table, err);
		const int last_field = units_hanging[h].last;

		for (size_t i = 0; rows && i < rows->entries.count; i++) {
			struct office_entry *entry = rows->entries.items[i];

			if (!entry->here || strcmp(entry->now.cells[units_hanging[h].unit], code) != 0)
				continue;
			const int first = office_row_year(&entry->now, units_hanging[h].first);
			const int until = office_desk_unit_until(units, code, first);
			const int last = last_field < 0 ? first : office_row_year(&entry->now, (size_t)last_field);

			if (until < 0)
				entry->here = false;
			else if (until && last_field >= 0 && (!last || last > until))
				entry->now.cells[last_field] = arena_printf(&desk->arena, "%d", until);
		}
		if (!rows)
			return false;
	}
	return true;
}

/* A department without a unit above it stands below the body; what ends ends what hangs on it. */
static bool units_complete(struct office_desk *desk, struct office_entry *entry, struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, &office_units, err);

	if (!rows)
		return false;
	units_place(rows, entry);
	return !office_entry_changes(entry) || units_end_hanging(desk, rows, entry->now.cells[UNIT_CODE], err);
}

/* ---- whether it may be ----------------------------------------------------------------------- */

/* From the first year on in which a version is no more and no other stands in for it. */
static bool units_end(struct office_desk *desk, const struct office_desk_table *rows,
	const char *code, int year, struct error *err)
{
	int64_t projects;

	if (office_desk_unit_until(rows, code, year) >= 0)
		return true;
	if (!unit_store_used(desk->session->store, code, year, &projects, err))
		return false;
	if (projects)
		return error_set(err, ERROR_DATA,
			ngettext("“%s” has %lld project in that fiscal year or later; move it to another team first.",
				"“%s” has %lld projects in that fiscal year or later; move them to another team first.",
				(unsigned long)projects),
			code, (long long)projects);
	return office_judge_administered(desk, err);
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

/* A team that stands below no section would be in no review and in no share of a section. */
static bool units_placed(const struct office_desk_table *rows, struct error *err)
{
	struct strmap sections = {0};
	const char *team = NULL;

	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *const entry = rows->entries.items[i];

		if (entry->here && strcmp(entry->now.cells[UNIT_KIND], unit_kind_id(UNIT_SECTION)) == 0)
			strmap_put(&sections, entry->now.cells[UNIT_CODE], 1);
	}
	for (size_t i = 0; i < rows->entries.count && !team; i++) {
		const struct office_entry *const entry = rows->entries.items[i];

		if (entry->here && office_entry_changes(entry) &&
			strcmp(entry->now.cells[UNIT_KIND], unit_kind_id(UNIT_TEAM)) == 0 &&
			!strmap_get(&sections, entry->now.cells[UNIT_PARENT], NULL))
			team = entry->now.cells[UNIT_NAME];
	}
	strmap_free(&sections);
	return !team || error_set(err, ERROR_DATA, _("“%s”: a team stands below a section."), team);
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
	return !from || (unit_store_whole(desk->session->store, from, err) && units_placed(rows, err));
}

const struct office_judge judge_units = {
	.table = &office_units, .beside = {&office_targets, &office_leaders, &office_roles}, .complete = units_complete, .check = units_check, .whole = units_whole};
