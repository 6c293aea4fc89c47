#include "config.h"

#include "model/succession.h"

/* A chain that is longer goes round in a circle. */
enum { SUCCESSIONS_MAX = 64 };

void succession_init(struct succession *succession, const struct unit_tree *tree,
	const struct unit_tree *versions)
{
	*succession = (struct succession){.tree = tree, .versions = versions};
	for (size_t i = 0; i < versions->nodes.count; i++) {
		const struct unit *unit = &versions->nodes.items[i].unit;

		if (*unit->successor_code)
			strmap_put(&succession->last, unit->code, (int64_t)i);
	}
}

void succession_free(struct succession *succession)
{
	strmap_free(&succession->last);
}

int succession_follow(const struct succession *succession, const char *code)
{
	for (int step = 0; step < SUCCESSIONS_MAX; step++) {
		const int unit = unit_tree_find(succession->tree, code);
		int64_t version;

		if (unit >= 0)
			return unit;
		if (!strmap_get(&succession->last, code, &version))
			return -1;
		code = succession->versions->nodes.items[version].unit.successor_code;
	}
	return -1;
}
