/* judge_catalogues - versions of a problem type or a tool: one in a year, and none ends while projects of
 * later years have it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"
#include "store/catalogue_store.h"

static bool catalogues_same(const struct office_entry *one, const struct office_entry *other)
{
	return other->here && strcmp(one->now.cells[ENTRY_CODE], other->now.cells[ENTRY_CODE]) == 0;
}

static bool catalogues_overlap(const struct office_row *one, const struct office_row *other)
{
	const int first = office_row_year(one, ENTRY_FIRST), last = office_row_year(one, ENTRY_LAST);
	const int begins = office_row_year(other, ENTRY_FIRST), ends = office_row_year(other, ENTRY_LAST);

	return (!ends || ends >= first) && (!last || begins <= last);
}

/* ---- what follows from a row ----------------------------------------------------------------- */

/* A new version stands where the one before stood and is found by the same spellings; a new entry comes
 * last. */
static void catalogues_follow(struct office_desk *desk, const struct office_desk_table *rows,
	struct office_entry *entry)
{
	const struct office_entry *before = NULL;
	long position = 0;

	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];
		const long stands = other->here ? strtol(other->now.cells[ENTRY_POSITION], NULL, 10) : 0;

		position = stands > position ? stands : position;
		if (other != entry && catalogues_same(entry, other) &&
			(!before || office_row_year(&other->now, ENTRY_FIRST) >
				office_row_year(&before->now, ENTRY_FIRST)))
			before = other;
	}
	entry->now.cells[ENTRY_POSITION] = before ? before->now.cells[ENTRY_POSITION] :
						    arena_printf(&desk->arena, "%ld", position + 1);
	if (before && !*entry->now.cells[ENTRY_ALIASES])
		entry->now.cells[ENTRY_ALIASES] = before->now.cells[ENTRY_ALIASES];
}

/* The version before ends where the new one begins. */
static bool catalogues_complete(struct office_desk *desk, struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, entry->table, err);
	const int first = office_row_year(&entry->now, ENTRY_FIRST);

	if (!rows)
		return false;
	if (strcmp(entry->now.cells[ENTRY_POSITION], "0") == 0)
		catalogues_follow(desk, rows, entry);
	for (size_t i = 0; i < rows->entries.count; i++) {
		struct office_entry *other = rows->entries.items[i];

		if (other != entry && !other->is_said && catalogues_same(entry, other) &&
			catalogues_overlap(&entry->now, &other->now) &&
			office_row_year(&other->now, ENTRY_FIRST) < first)
			other->now.cells[ENTRY_LAST] = arena_printf(&desk->arena, "%d", first - 1);
	}
	return true;
}

/* ---- whether it may be ----------------------------------------------------------------------- */

/* Projects of years in which the entry would no longer be valid keep it from going. */
static bool catalogues_unused(struct office_desk *desk, const struct office_entry *entry, int first,
	int last, struct error *err)
{
	const enum catalogue_kind kind =
		entry->table == &office_tools ? CATALOGUE_TOOL : CATALOGUE_PROBLEM_TYPE;
	const char *code = entry->stored->cells[ENTRY_CODE];
	char year[FISCAL_YEAR_TEXT];
	int64_t projects;

	if (!catalogue_store_used(desk->session->store, kind, code, first, last, &projects, err))
		return false;
	if (projects == 0)
		return true;
	fiscal_year_format(first, year);
	return error_set(err, ERROR_DATA,
		ngettext("“%s” is used by %lld project from %s on; give that another one first.",
			"“%s” is used by %lld projects from %s on; give those another one first.",
			(unsigned long)projects), code,
		(long long)projects, year);
}

static bool catalogues_check_merge(const struct office_desk_table *rows,
	const struct office_entry *entry, struct error *err)
{
	const char *into = entry->now.cells[ENTRY_MERGED_INTO];
	bool found = false;

	if (!*into)
		return true;
	if (strcmp(into, entry->now.cells[ENTRY_CODE]) == 0)
		return error_set(err, ERROR_DATA, _("Nothing can be merged into itself."));
	for (size_t i = 0; i < rows->entries.count; i++)
		found = found || (rows->entries.items[i]->here &&
			strcmp(rows->entries.items[i]->now.cells[ENTRY_CODE], into) == 0);
	if (!found)
		return error_set(err, ERROR_DATA, _("There is no “%s” to merge it into."), into);
	return office_row_year(&entry->now, ENTRY_LAST) || error_set(err, ERROR_DATA,
		_("Say up to which fiscal year it holds; later years then go to “%s”."), into);
}

static bool catalogues_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_desk_table *rows = office_desk_table(desk, entry->table, err);
	const struct office_row *before = entry->stored;

	if (!rows)
		return false;
	if (!entry->here)
		return catalogues_unused(desk, entry, office_row_year(before, ENTRY_FIRST),
			office_row_year(before, ENTRY_LAST), err);
	const int first = office_row_year(&entry->now, ENTRY_FIRST), last = office_row_year(&entry->now, ENTRY_LAST);

	if (last && last < first)
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	if (!catalogues_check_merge(rows, entry, err))
		return false;
	if (before && last && !catalogues_unused(desk, entry, last + 1, 0, err))
		return false;

	/* Two versions never hold in one year. */
	for (size_t i = 0; i < rows->entries.count; i++) {
		const struct office_entry *other = rows->entries.items[i];

		if (other != entry && catalogues_same(entry, other) &&
			catalogues_overlap(&entry->now, &other->now))
			return error_set(err, ERROR_DATA,
				_("“%s” has a version from fiscal year %d on; let this one end before it."),
				entry->now.cells[ENTRY_CODE], office_row_year(&other->now,
				ENTRY_FIRST));
	}
	return true;
}

const struct office_judge judge_problem_types = {
	.table = &office_problem_types, .complete = catalogues_complete, .check = catalogues_check};
const struct office_judge judge_tools = {
	.table = &office_tools, .complete = catalogues_complete, .check = catalogues_check};
