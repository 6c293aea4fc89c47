#include "config.h"

#include "service/units/succeeding.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/succession.h"
#include "store/unit_store.h"

/* Where a unit of the facts has gone, as codes of the facts' dictionaries. */
struct place {
	bool known;
	uint16_t codes[3]; /* department, section, team; 0 below the unit itself */
};

static uint16_t code_in(const struct facts *facts, const struct unit_tree *tree,
	enum dimension dimension, int unit)
{
	return unit < 0 ? 0 : facts_find(facts, dimension, tree->nodes.items[unit].unit.code);
}

/* Every unit of the year has an entry, also where none of the years loaded had it. */
static bool add_entries(const struct unit_tree *tree, struct facts *facts, struct error *err)
{
	static const struct {
		enum unit_kind kind;
		enum dimension dimension;
	} levels[] = {{UNIT_DEPARTMENT, DIMENSION_DEPARTMENT}, {UNIT_SECTION, DIMENSION_SECTION},
		{UNIT_TEAM, DIMENSION_TEAM}};
	uint16_t code;

	for (size_t l = 0; l < sizeof levels / sizeof levels[0]; l++)
		for (size_t i = 0; i < tree->nodes.count; i++) {
			const struct unit_node *node = &tree->nodes.items[i];
			const uint16_t parent = l == 0 ? 0 :
				code_in(facts, tree, levels[l - 1].dimension,
					l == 1 ? node->department : node->section);

			if (node->unit.kind == levels[l].kind &&
				!facts_add_entry(facts, levels[l].dimension, node->unit.code,
					node->unit.name, parent, &code, err))
				return false;
		}
	return true;
}

static struct place *succeeding_places_of(const struct succession *succession,
	const struct facts *facts, enum dimension dimension)
{
	const struct dictionary *dictionary = &facts->dictionary[dimension];
	const struct unit_tree *tree = succession->tree;
	struct place *places = xcalloc(dictionary->entries.count, sizeof *places);

	for (size_t c = 1; c < dictionary->entries.count; c++) {
		const int unit = succession_follow(succession, dictionary->entries.items[c].code);

		if (unit < 0)
			continue;
		const struct unit_node *node = &tree->nodes.items[unit];
		places[c].known = true;
		places[c].codes[0] = code_in(facts, tree, DIMENSION_DEPARTMENT, node->department);
		places[c].codes[1] = code_in(facts, tree, DIMENSION_SECTION, node->section);
		places[c].codes[2] = code_in(facts, tree, DIMENSION_TEAM,
			node->unit.kind == UNIT_TEAM ? unit : -1);
	}
	return places;
}

/* The smallest unit of a project that leads somewhere decides. */
static void regroup(struct facts *facts, struct place *const places[3])
{
	static const enum dimension levels[3] = {
		DIMENSION_DEPARTMENT, DIMENSION_SECTION, DIMENSION_TEAM};

	for (size_t i = 0; i < facts->count; i++)
		for (int level = 2; level >= 0; level--) {
			const struct place *place = &places[level][facts->codes[levels[level]][i]];

			if (!place->known)
				continue;
			for (int l = 0; l < 3; l++)
				facts->codes[levels[l]][i] = place->codes[l];
			break;
		}
}

bool succeeding_apply(struct session *session, int units_year, struct facts *facts,
	struct error *err)
{
	const struct unit_tree *tree = session_units(session, units_year, err);
	struct unit_tree versions = {0};
	struct succession succession = {0};
	struct place *places[3];
	bool known = tree && unit_store_all(session->store, &versions, err);

	if (known)
		succession_init(&succession, tree, &versions);
	known = known && add_entries(tree, facts, err);
	if (known) {
		places[0] = succeeding_places_of(&succession, facts, DIMENSION_DEPARTMENT);
		places[1] = succeeding_places_of(&succession, facts, DIMENSION_SECTION);
		places[2] = succeeding_places_of(&succession, facts, DIMENSION_TEAM);
		regroup(facts, places);
		for (int l = 0; l < 3; l++)
			free(places[l]);
	}
	unit_tree_free(&versions);
	succession_free(&succession);
	return known;
}
