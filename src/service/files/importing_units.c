/* importing_units - import of the unit tree. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "service/files/importer.h"
#include "store/unit_store.h"

/* A few hundred rows, each stored as it is read. */

static void nothing_to_release(struct importer *importer)
{
	(void)importer;
}

static void unit_key(const struct unit *unit, char *key, size_t size)
{
	snprintf(key, size, "%s/%d", unit->code, unit->first_fiscal_year);
}

static bool begin_units(struct importer *importer, struct error *err)
{
	struct unit_tree list = {0};
	char key[128];

	if (!importer_begin_masters(importer, err) ||
		!unit_store_all(importer->session->store, &list, err))
		return false;
	for (size_t i = 0; i < list.nodes.count; i++) {
		unit_key(&list.nodes.items[i].unit, key, sizeof key);
		strmap_put(&importer->stored, key, 1);
	}
	unit_tree_free(&list);
	return true;
}

bool importer_unit_cells(struct importer *importer, const struct sheet_row *row,
	struct unit *unit)
{
	int64_t position = unit->position;
	struct error error;

	if (!importer_required_cell(importer, row, UNIT_CODE) ||
		!importer_required_cell(importer, row, UNIT_NAME))
		return false;
	if (!unit_kind_parse(row->cells[UNIT_KIND], &unit->kind)) {
		importer_reject(importer, row, UNIT_KIND,
			_("A unit is a body, department, section or team."));
		return false;
	}
	if (*row->cells[UNIT_POSITION] &&
		!decimal_parse(row->cells[UNIT_POSITION], 0, &position, &error)) {
		importer_reject(importer, row, UNIT_POSITION, error.message);
		return false;
	}
	if (position < 0 || position > 1000000) {
		importer_reject(importer, row, UNIT_POSITION, _("A position is 0 to 1,000,000."));
		return false;
	}
	unit->position = (int)position;
	return importer_flag_cell(importer, row, UNIT_LEAD, unit->lead_section, &unit->lead_section);
}

static bool read_unit(struct importer *importer, const struct sheet_row *row, struct unit *unit)
{
	*unit = (struct unit){
		.code = row->cells[UNIT_CODE],
		.name = row->cells[UNIT_NAME],
		.parent_code = row->cells[UNIT_PARENT],
		.successor_code = row->cells[UNIT_SUCCESSOR],
		.reading = row->present[UNIT_READING] ? row->cells[UNIT_READING] : NULL,
	};
	if (!importer_unit_cells(importer, row, unit) ||
		!importer_year_cell(importer, row, UNIT_FIRST, importer->session->fiscal_year,
			&unit->first_fiscal_year) ||
		!importer_year_cell(importer, row, UNIT_LAST, 0, &unit->last_fiscal_year))
		return false;
	if (!unit->last_fiscal_year || unit->last_fiscal_year >= unit->first_fiscal_year)
		return true;
	importer_reject(importer, row, UNIT_LAST, _("The last year comes before the first."));
	return false;
}

/* The years in which a unit comes or goes are those whose trees must be whole. */
static void note_year(struct importer *importer, int fiscal_year)
{
	char key[32];

	snprintf(key, sizeof key, "year %d", fiscal_year);
	strmap_put(&importer->seen, key, fiscal_year);
}

static bool row_unit(struct importer *importer, const struct sheet_row *row, struct error *err)
{
	struct unit unit;
	char key[128];
	int64_t earlier;
	bool changed;

	if (!read_unit(importer, row, &unit))
		return true;
	unit_key(&unit, key, sizeof key);
	if (!importer_first(importer, key, row->line, &earlier))
		return importer_reject_second(importer, row, earlier);
	note_year(importer, unit.first_fiscal_year);
	if (unit.last_fiscal_year)
		note_year(importer, unit.last_fiscal_year + 1);
	if (!unit_store_put(importer->session->store, &unit, &changed, err))
		return false;
	importer_count(importer, row, key, unit.code, changed);
	return true;
}

/* A unit without its parent would drop out of every rollup: the whole file is refused. */
static bool finish_units(struct importer *importer, struct error *err)
{
	for (size_t i = 0; i < importer->seen.capacity; i++) {
		const struct strmap_slot *slot = &importer->seen.slots[i];
		struct unit_tree tree = {0};
		if (!slot->key || strncmp(slot->key, "year ", 5) != 0)
			continue;
		if (!unit_store_tree(importer->session->store, (int)slot->value, &tree, err))
			return false;
		unit_tree_free(&tree);
	}
	return true;
}

const struct importer_kind importing_units = {
	.begin = begin_units, .row = row_unit, .finish = finish_units, .release = nothing_to_release};
