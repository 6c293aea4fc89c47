/* unit_whole - whether the trees of the fiscal years are whole. */
#include "config.h"

#include "model/fiscal_year.h"
#include "store/unit_store.h"

/* The next fiscal year in which a unit comes or goes. */
static int unit_whole_next(const struct unit_tree *versions, int year)
{
	int next = FISCAL_YEAR_MAX + 1;

	for (size_t i = 0; i < versions->nodes.count; i++) {
		const struct unit *unit = &versions->nodes.items[i].unit;
		const int ends = unit->last_fiscal_year ? unit->last_fiscal_year + 1 : 0;

		if (unit->first_fiscal_year > year && unit->first_fiscal_year < next)
			next = unit->first_fiscal_year;
		if (ends > year && ends < next)
			next = ends;
	}
	return next;
}

bool unit_store_whole(struct store *store, int fiscal_year, struct error *err)
{
	struct unit_tree versions = {0};
	bool whole = unit_store_all(store, &versions, err);

	for (int year = fiscal_year; whole && year <= FISCAL_YEAR_MAX;
		year = unit_whole_next(&versions, year)) {
		struct unit_tree tree = {0};

		whole = unit_store_tree(store, year, &tree, err);
		unit_tree_free(&tree);
	}
	unit_tree_free(&versions);
	return whole;
}
