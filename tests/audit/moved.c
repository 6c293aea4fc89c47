#include "moved.h"

enum { CHAIN_MAX = 64 };

/* The node that a unit has become; -1 where it leads nowhere. */
static int moved_to(const struct world *world, const struct tree *tree, const char *code)
{
	for (int step = 0; step < CHAIN_MAX && *code; step++) {
		const int node = tree_find(tree, code);
		const char *successor = NULL;

		if (node >= 0)
			return node;
		for (size_t u = 0; u < world->units.count; u++)
			if (same(world->units.items[u].code, code) && *world->units.items[u].successor)
				successor = world->units.items[u].successor;
		if (!successor)
			return -1;
		code = successor;
	}
	return -1;
}

static const char *moved_code(const struct tree *tree, int node)
{
	return node < 0 ? "" : tree->nodes.items[node].unit->code;
}

/* The smallest of its units that leads somewhere decides. */
static void moved_project(const struct world *world, const struct tree *tree, struct project *project)
{
	const char *const codes[] = {project->team, project->section, project->department};
	int node = -1;

	for (int level = 0; level < 3 && node < 0; level++)
		node = moved_to(world, tree, codes[level]);
	if (node < 0)
		return;
	project->team = tree->nodes.items[node].unit->kind == TEAM ? moved_code(tree, node) : "";
	project->section = moved_code(tree, tree->nodes.items[node].section);
	project->department = moved_code(tree, tree->nodes.items[node].department);
}

struct world moved_world(struct world *world, struct ask *ask, int units_year)
{
	const struct tree *const tree = world_tree(world, units_year);
	struct world moved = *world;

	moved.projects.items = pool_get(world->pool, (world->projects.count + 1) * sizeof(struct project));
	for (size_t p = 0; p < world->projects.count; p++) {
		moved.projects.items[p] = world->projects.items[p];
		moved.projects.items[p].out = !ask_matches(ask, &world->projects.items[p]);
		moved_project(world, tree, &moved.projects.items[p]);
	}
	ask->terms.count = 0;
	ask->units_year = units_year;
	return moved;
}
