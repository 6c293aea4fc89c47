#include "config.h"

#include "model/unit_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* A text that means a unit: its name, the text_key of that, or the names from above joined to it
 * without blanks (福祉保健部児童課第一班). */
struct unit_name {
	const char *text;
	enum unit_kind kind;
	int node;
};

struct unit_names {
	VEC(struct unit_name) list; /* sorted */
	struct arena arena;
	bool made;
};

struct unit_names *unit_names_new(void)
{
	return xcalloc(1, sizeof(struct unit_names));
}

void unit_names_free(struct unit_names *names)
{
	if (!names)
		return;
	vec_free(&names->list);
	arena_free(&names->arena);
	free(names);
}

/* ---- the index ------------------------------------------------------------------------- */

static int unit_names_compare_text(enum unit_kind kind, const char *text,
	const struct unit_name *name)
{
	if (kind != name->kind)
		return kind < name->kind ? -1 : 1;
	return strcmp(text, name->text);
}

static int unit_names_compare(const void *a, const void *b)
{
	const struct unit_name *left = a;
	const struct unit_name *right = b;
	const int order = unit_names_compare_text(left->kind, left->text, right);

	return order ? order : (left->node > right->node) - (left->node < right->node);
}

static void unit_names_add(const struct unit_tree *tree, int node, const char *text)
{
	struct unit_name *name = vec_add(&tree->names->list);

	name->text = text;
	name->kind = tree->nodes.items[node].unit.kind;
	name->node = node;
}

void unit_names_squeeze(char *key)
{
	char *to = key;

	for (const char *from = key; *from; from++)
		if (*from != ' ' && *from != '/' && *from != '>')
			*to++ = *from;
	*to = '\0';
}

static void unit_names_make(const struct unit_tree *tree)
{
	struct unit_names *names = tree->names;
	const int count = (int)tree->nodes.count;
	const char **squeezed = xcalloc(tree->nodes.count, sizeof *squeezed);

	names->made = true;
	for (int i = 0; i < count; i++) {
		const struct unit_node *node = &tree->nodes.items[i];
		char *key = text_key(node->unit.name);
		unit_names_add(tree, i, node->unit.name);
		unit_names_add(tree, i, arena_strdup(&names->arena, key));
		unit_names_squeeze(key);
		squeezed[i] = arena_strdup(&names->arena, key);
		free(key);
		const char *path = squeezed[i];
		unit_names_add(tree, i, path);
		for (int above = node->parent; above >= 0;
			above = tree->nodes.items[above].parent) {
			path = arena_printf(&names->arena, "%s%s", squeezed[above], path);
			unit_names_add(tree, i, path);
		}
	}
	free(squeezed);
	if (names->list.count > 0)
		qsort(names->list.items, names->list.count, sizeof *names->list.items,
			unit_names_compare);
}

/* ---- looking up ------------------------------------------------------------------------- */

void unit_names_find(const struct unit_tree *tree, enum unit_kind kind, const char *text, int low,
	int high, unit_indexes *found)
{
	if (!tree->names->made)
		unit_names_make(tree);
	const struct unit_name *names = tree->names->list.items;
	const size_t count = tree->names->list.count;
	size_t first = 0;
	size_t last = count;

	while (first < last) {
		const size_t middle = first + (last - first) / 2;
		const int order = unit_names_compare_text(kind, text, &names[middle]);
		if (order > 0 || (order == 0 && names[middle].node < low))
			first = middle + 1;
		else
			last = middle;
	}
	for (; first < count && names[first].node < high &&
		unit_names_compare_text(kind, text, &names[first]) == 0;
		first++)
		if (found->count == 0 || found->items[found->count - 1] != names[first].node)
			*vec_add(found) = names[first].node;
}
