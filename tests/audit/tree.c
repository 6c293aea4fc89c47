/* tree - which units there are in a fiscal year, from the top down. */
#include "world.h"

/* The version of a unit that holds in a year: the last that has begun, unless it has ended. */
static bool tree_holds(const struct world *world, size_t u, int fiscal_year)
{
	const struct unit *const unit = &world->units.items[u];
	const struct unit *const next = u + 1 < world->units.count ? unit + 1 : NULL;

	if (unit->first > fiscal_year || (unit->last && unit->last < fiscal_year))
		return false;
	return !next || !same(next->code, unit->code) || next->first > fiscal_year;
}

/* Adds what lies below a unit, by position and code. */
static void tree_add_below(struct world *world, struct tree *tree, int above)
{
	const char *last_code = "";
	int last_position = -1;

	for (;;) {
		const struct unit *best = NULL;

		for (size_t u = 0; u < world->units.count; u++) {
			const struct unit *const unit = &world->units.items[u];
			const bool taken = unit->position < last_position ||
				(unit->position == last_position && strcmp(unit->code, last_code) <= 0);

			if (taken || !tree_holds(world, u, tree->fiscal_year) || unit->kind == BODY ||
				!same(unit->parent, tree->nodes.items[above].unit->code))
				continue;
			if (!best || unit->position < best->position ||
				(unit->position == best->position && strcmp(unit->code, best->code) < 0))
				best = unit;
		}
		if (!best)
			return;
		last_code = best->code;
		last_position = best->position;
		const int at = (int)tree->nodes.count;
		const struct node over = tree->nodes.items[above];
		*LIST_ADD(world->pool, &tree->nodes) = (struct node){best, above,
			best->kind == DEPARTMENT ? at : over.department,
			best->kind == SECTION ? at : over.section, 0};
		tree_add_below(world, tree, at);
		tree->nodes.items[at].end = (int)tree->nodes.count;
	}
}

const struct tree *world_tree(struct world *world, int fiscal_year)
{
	for (size_t t = 0; t < world->trees.count; t++)
		if (world->trees.items[t]->fiscal_year == fiscal_year)
			return world->trees.items[t];
	struct tree *const tree = pool_get(world->pool, sizeof *tree);
	tree->fiscal_year = fiscal_year;
	*LIST_ADD(world->pool, &world->trees) = tree;
	for (size_t u = 0; u < world->units.count && !tree->nodes.count; u++)
		if (world->units.items[u].kind == BODY && tree_holds(world, u, fiscal_year)) {
			*LIST_ADD(world->pool, &tree->nodes) =
				(struct node){&world->units.items[u], -1, -1, -1, 0};
			tree_add_below(world, tree, 0);
			tree->nodes.items[0].end = (int)tree->nodes.count;
		}
	return tree;
}

int tree_find(const struct tree *tree, const char *code)
{
	for (size_t n = 0; n < tree->nodes.count; n++)
		if (same(tree->nodes.items[n].unit->code, code))
			return (int)n;
	return -1;
}

bool tree_within(const struct tree *tree, int node, int above)
{
	return node >= above && node < tree->nodes.items[above].end;
}

int64_t tree_count(const struct tree *tree, enum kind kind, int below)
{
	int64_t count = 0;

	for (size_t n = 0; n < tree->nodes.count; n++)
		count += tree->nodes.items[n].unit->kind == kind &&
			(below < 0 || tree_within(tree, (int)n, below));
	return count;
}
