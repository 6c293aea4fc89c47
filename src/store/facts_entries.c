#include "config.h"

#include "store/facts_entries.h"

#include <stdio.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/flag.h"
#include "model/start.h"
#include "model/workflow.h"
#include "store/catalogue_store.h"
#include "store/unit_store.h"

struct filler {
	struct facts *facts;
	int first, last; /* fiscal years */
	struct error *err;
};

static bool entries_add(struct filler *filler, enum dimension dimension, const char *code,
	const char *name)
{
	uint16_t result;

	return facts_add_entry(filler->facts, dimension, code, name, 0, &result, filler->err);
}

static bool entries_overlaps(const struct filler *filler, int first, int last)
{
	return first <= filler->last && (last == 0 || last >= filler->first);
}

static struct dictionary_entry *entries_entry_of(struct filler *filler, enum dimension dimension,
	uint16_t code)
{
	return &filler->facts->dictionary[dimension].entries.items[code];
}

/* An entry is valid while any version of its code is. */
static void entries_widen(struct dictionary_entry *entry, int first, int last, bool is_new)
{
	if (is_new || first < entry->first_fiscal_year)
		entry->first_fiscal_year = first;
	if (is_new || last == 0 || (entry->last_fiscal_year != 0 && last > entry->last_fiscal_year))
		entry->last_fiscal_year = last;
}

/* ---- units ---------------------------------------------------------------------------------- */

static const struct {
	enum unit_kind kind;
	enum dimension dimension;
	enum dimension above; /* its own for departments, which have none */
} levels[] = {
	{UNIT_DEPARTMENT, DIMENSION_DEPARTMENT, DIMENSION_DEPARTMENT},
	{UNIT_SECTION, DIMENSION_SECTION, DIMENSION_DEPARTMENT},
	{UNIT_TEAM, DIMENSION_TEAM, DIMENSION_SECTION},
};

static bool entries_add_units(struct filler *filler, const struct unit_tree *units)
{
	for (size_t level = 0; level < sizeof levels / sizeof levels[0]; level++)
		for (size_t i = 0; i < units->nodes.count; i++) {
			const struct unit *unit = &units->nodes.items[i].unit;
			const enum dimension dimension = levels[level].dimension;
			uint16_t code;

			if (unit->kind != levels[level].kind ||
				!entries_overlaps(filler, unit->first_fiscal_year,
					unit->last_fiscal_year))
				continue;
			const bool is_new = !facts_find(filler->facts, dimension, unit->code);
			const uint16_t parent = level == 0 ? 0 :
				facts_find(filler->facts, levels[level].above, unit->parent_code);
			if (!facts_add_entry(filler->facts, dimension, unit->code, unit->name,
				    parent, &code, filler->err))
				return false;
			entries_widen(entries_entry_of(filler, dimension, code),
				unit->first_fiscal_year, unit->last_fiscal_year, is_new);
		}
	return true;
}

/* The tree of the latest year first, so that its order and names hold; then what only earlier
 * years have. */
static bool entries_fill_units(struct store *store, struct filler *filler)
{
	struct unit_tree units;
	bool ok = unit_store_tree(store, filler->last, &units, filler->err);

	if (!ok)
		return false;
	ok = entries_add_units(filler, &units);
	unit_tree_free(&units);
	if (!ok || !unit_store_all(store, &units, filler->err))
		return false;
	ok = entries_add_units(filler, &units);
	unit_tree_free(&units);
	return ok;
}

/* ---- catalogues ------------------------------------------------------------------------------ */

static bool entries_fill_catalogue(struct store *store, struct filler *filler,
	enum catalogue_kind kind, enum dimension dimension)
{
	struct catalogue catalogue;
	bool ok = catalogue_store_load(store, kind, &catalogue, filler->err);

	if (!ok)
		return false;
	for (size_t i = 0; ok && i < catalogue.entries.count; i++) {
		const struct catalogue_entry *entry = &catalogue.entries.items[i];
		const int first = entry->first_fiscal_year, last = entry->last_fiscal_year;
		uint16_t code;

		if (!entries_overlaps(filler, first, last))
			continue;
		const bool is_new = !facts_find(filler->facts, dimension, entry->code);
		const int latest = catalogue_find(&catalogue, entry->code, filler->last);
		const struct catalogue_entry *named =
			latest >= 0 ? &catalogue.entries.items[latest] : entry;
		ok = facts_add_entry(filler->facts, dimension, entry->code, catalogue_name(named),
			0, &code, filler->err);
		if (!ok)
			break;
		entries_widen(entries_entry_of(filler, dimension, code), first, last, is_new);
		if (dimension == DIMENSION_TOOL)
			entries_widen(entries_entry_of(filler, DIMENSION_ANY_TOOL, code), first,
				last, is_new);
	}
	catalogue_free(&catalogue);
	return ok;
}

/* ---- the rest -------------------------------------------------------------------------------- */

bool facts_entries_fill(struct store *store, int first, int last, struct facts *facts,
	struct error *err)
{
	const struct {
		enum dimension dimension;
		const char *code, *name;
	} constants[] = {
		{DIMENSION_HALF_YEAR, "first", _("First half")},
		{DIMENSION_HALF_YEAR, "second", _("Second half")},
		{DIMENSION_HALF_YEAR, START_LATER_CODE, start_later_label()},
		{DIMENSION_REPLICABLE, "yes", flag_label(true)},
		{DIMENSION_REPLICABLE, "no", flag_label(false)},
	};
	struct filler filler = {facts, first, last, err};

	for (int year = first; year <= last; year++) {
		char code[FISCAL_YEAR_TEXT], name[FISCAL_YEAR_TEXT];
		uint16_t result;

		snprintf(code, sizeof code, "%d", year);
		fiscal_year_format(year, name);
		if (!facts_add_entry(facts, DIMENSION_FISCAL_YEAR, code, name, 0, &result, err))
			return false;
		entries_widen(entries_entry_of(&filler, DIMENSION_FISCAL_YEAR, result), year, year,
			true);
	}
	if (!entries_fill_units(store, &filler) ||
		!entries_fill_catalogue(store, &filler, CATALOGUE_PROBLEM_TYPE,
			DIMENSION_PROBLEM_TYPE) ||
		!entries_fill_catalogue(store, &filler, CATALOGUE_TOOL, DIMENSION_TOOL))
		return false;
	for (int status = 0; status < STATUS_COUNT; status++)
		if (!entries_add(&filler, DIMENSION_STATUS, workflow_status_id((enum status)status),
			    workflow_status_label((enum status)status)))
			return false;
	for (size_t i = 0; i < sizeof constants / sizeof constants[0]; i++)
		if (!entries_add(&filler, constants[i].dimension, constants[i].code,
			    constants[i].name))
			return false;
	return true;
}
