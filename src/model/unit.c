#include "config.h"

#include "model/unit.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/unit_names.h"
#include "model/unit_reading.h"

const struct choice unit_kinds[UNIT_KIND_COUNT] = {
	[UNIT_BODY] = {"body", N_("Body"), "団体\n自治体"},
	[UNIT_DEPARTMENT] = {"department", N_("Department"), "部局\n部\n局"},
	[UNIT_SECTION] = {"section", N_("Section"), "所属\n課\n所属名"},
	[UNIT_TEAM] = {"team", N_("Team"), "班\n係\nグループ"},
};

/* ---- building ------------------------------------------------------------------------- */

/* Working state: indexes are those of the nodes as they came, unless called new. */
struct builder {
	struct unit_tree *tree;
	int *by_code;  /* sorted by code */
	int *parents;  /* -1 for the body */
	int *children; /* sorted by parent, position, code: those of one parent lie together */
	int *first;    /* place in children of the first child; [count] is the end */
	int *moved;    /* new index */
	struct unit_node *ordered; /* the nodes by new index */
	int placed;
};

static int compare_codes(const void *a, const void *b, void *nodes)
{
	const struct unit_node *const items = nodes;

	return strcmp(items[*(const int *)a].unit.code,
		items[*(const int *)b].unit.code);
}

static int compare_siblings(const void *a, const void *b, void *data)
{
	const struct builder *builder = data;
	const int left = *(const int *)a;
	const int right = *(const int *)b;
	const struct unit_node *nodes = builder->tree->nodes.items;

	if (builder->parents[left] != builder->parents[right])
		return builder->parents[left] < builder->parents[right] ? -1 : 1;
	if (nodes[left].unit.position != nodes[right].unit.position)
		return nodes[left].unit.position < nodes[right].unit.position ? -1 : 1;
	return strcmp(nodes[left].unit.code, nodes[right].unit.code);
}

static int search_code(
	const struct unit_node *nodes, const int *by_code, size_t count, const char *code)
{
	size_t low = 0;
	size_t high = count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		const int order = strcmp(nodes[by_code[middle]].unit.code, code);
		if (order == 0)
			return by_code[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return -1;
}

/* Parents are larger units, so no chain of them can run in a circle. */
static bool find_parent(struct builder *builder, size_t index, int *body, const char *year,
	struct error *err)
{
	const struct unit_node *nodes = builder->tree->nodes.items;
	const struct unit *unit = &nodes[index].unit;
	const char *code = unit->parent_code;

	if (unit->kind == UNIT_BODY) {
		if (*body >= 0)
			return error_set(err, ERROR_DATA,
				_("%s and %s are both bodies; a database holds one"),
				nodes[*body].unit.code, unit->code);
		*body = (int)index;
		builder->parents[index] = -1;
		return true;
	}
	const int parent = search_code(nodes, builder->by_code, builder->tree->nodes.count, code);
	if (parent < 0)
		return error_set(err, ERROR_DATA,
			_("unit %s (%s): the unit above it, “%s”, does not exist in %s"),
			unit->code, unit->name, code, year);
	if (nodes[parent].unit.kind >= unit->kind)
		return error_set(err, ERROR_DATA,
			_("unit %s (%s, %s) cannot stand below %s (%s)"), unit->code,
			unit->name, unit_kind_label(unit->kind), code,
			unit_kind_label(nodes[parent].unit.kind));
	builder->parents[index] = parent;
	return true;
}

static void sort_children(struct builder *builder)
{
	const size_t count = builder->tree->nodes.count;
	size_t place = 0;

	for (size_t i = 0; i < count; i++)
		builder->children[i] = (int)i;
	qsort_r(builder->children, count, sizeof *builder->children, compare_siblings, builder);
	/* The body has no parent: it comes first, and is nobody's child. */
	while (place < count && builder->parents[builder->children[place]] < 0)
		place++;
	for (size_t i = 0; i < count; i++) {
		builder->first[i] = (int)place;
		while (place < count && builder->parents[builder->children[place]] == (int)i)
			place++;
	}
	builder->first[count] = (int)place;
}

/* Places a unit and what lies below it; as deep as there are kinds. */
static void place(struct builder *builder, int index, int new_parent)
{
	const int at = builder->placed++;
	struct unit_node *node = &builder->ordered[at];
	const struct unit_node *above = new_parent < 0 ? NULL : &builder->ordered[new_parent];

	*node = builder->tree->nodes.items[index];
	builder->moved[index] = at;
	node->parent = new_parent;
	node->depth = above ? above->depth + 1 : 0;
	node->department = node->unit.kind == UNIT_DEPARTMENT ? at : above ? above->department : -1;
	node->section = node->unit.kind == UNIT_SECTION ? at : above ? above->section : -1;
	for (int i = builder->first[index]; i < builder->first[index + 1]; i++)
		place(builder, builder->children[i], at);
	node->end = builder->placed;
}

static bool order_nodes(struct builder *builder, struct error *err)
{
	const size_t count = builder->tree->nodes.count;
	char year[FISCAL_YEAR_TEXT];
	int body = -1;

	fiscal_year_format(builder->tree->fiscal_year, year);
	for (size_t i = 0; i < count; i++) {
		struct unit *const unit = &builder->tree->nodes.items[i].unit;
		const char **const texts[] = {
			&unit->code, &unit->name, &unit->parent_code, &unit->successor_code};

		/* So that nothing below need ask for NULL. */
		for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++)
			if (!*texts[t])
				*texts[t] = "";
	}

	const struct unit_node *const nodes = builder->tree->nodes.items;

	for (size_t i = 0; i < count; i++)
		builder->by_code[i] = (int)i;
	qsort_r(builder->by_code, count, sizeof *builder->by_code, compare_codes,
		builder->tree->nodes.items);
	for (size_t i = 1; i < count; i++) {
		const char *const code = nodes[builder->by_code[i]].unit.code;

		if (strcmp(code, nodes[builder->by_code[i - 1]].unit.code) == 0)
			return error_set(err, ERROR_DATA,
				_("unit %s stands twice in %s; end one version before the other "
				  "begins"),
				code, year);
	}

	for (size_t i = 0; i < count; i++)
		if (!find_parent(builder, i, &body, year, err))
			return false;
	sort_children(builder);
	if (body >= 0)
		place(builder, body, -1);
	return true;
}

bool unit_tree_build(struct unit_tree *tree, struct error *err)
{
	const size_t count = tree->nodes.count;
	struct builder builder = {
		.tree = tree,
		.by_code = xcalloc(count, sizeof *builder.by_code),
		.parents = xcalloc(count, sizeof *builder.parents),
		.children = xcalloc(count, sizeof *builder.children),
		.first = xcalloc(count + 1, sizeof *builder.first),
		.moved = xcalloc(count, sizeof *builder.moved),
		.ordered = xcalloc(count, sizeof *builder.ordered),
	};
	const bool ordered = order_nodes(&builder, err);

	if (ordered) {
		/* The tree takes the builder's order over. */
		for (size_t i = 0; i < count; i++)
			builder.by_code[i] = builder.moved[builder.by_code[i]];
		free(tree->nodes.items);
		tree->nodes.items = builder.ordered;
		tree->nodes.capacity = count;
		builder.ordered = NULL;
		free(tree->by_code);
		tree->by_code = builder.by_code;
		builder.by_code = NULL;

		unit_names_free(tree->names);
		tree->names = unit_names_new();
		unit_readings_free(tree->readings);
		tree->readings = unit_readings_new();
	}
	free(builder.by_code);
	free(builder.parents);
	free(builder.children);
	free(builder.first);
	free(builder.moved);
	free(builder.ordered);
	return ordered;
}

void unit_tree_free(struct unit_tree *tree)
{
	vec_free(&tree->nodes);
	unit_names_free(tree->names);
	tree->names = NULL;
	unit_readings_free(tree->readings);
	tree->readings = NULL;
	free(tree->by_code);
	tree->by_code = NULL;
	arena_free(&tree->arena);
}

/* ---- asking ------------------------------------------------------------------------- */

int unit_tree_find(const struct unit_tree *tree, const char *code)
{
	assert(code);
	return search_code(tree->nodes.items, tree->by_code, tree->nodes.count, code);
}

bool unit_tree_within(const struct unit_tree *tree, int descendant, int ancestor)
{
	assert(ancestor >= 0 && (size_t)ancestor < tree->nodes.count);
	return descendant >= ancestor && descendant < tree->nodes.items[ancestor].end;
}

size_t unit_tree_count(const struct unit_tree *tree, enum unit_kind kind, int below)
{
	assert(below >= -1 && below < (int)tree->nodes.count);

	const size_t start = below < 0 ? 0 : (size_t)below;
	const size_t end = below < 0 ? tree->nodes.count : (size_t)tree->nodes.items[below].end;
	size_t count = 0;

	for (size_t i = start; i < end; i++)
		count += tree->nodes.items[i].unit.kind == kind;
	return count;
}

const char *unit_kind_id(enum unit_kind kind)
{
	assert(kind < UNIT_KIND_COUNT);
	return unit_kinds[kind].id;
}

const char *unit_kind_label(enum unit_kind kind)
{
	assert(kind < UNIT_KIND_COUNT);
	return _(unit_kinds[kind].label);
}

bool unit_kind_parse(const char *text, enum unit_kind *kind)
{
	const int found = choice_parse(unit_kinds, UNIT_KIND_COUNT, text);

	if (found >= 0)
		*kind = (enum unit_kind)found;
	return found >= 0;
}
