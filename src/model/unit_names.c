#include "config.h"

#include "model/unit_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/near.h"

enum { QUOTE_COLUMNS = 40, LISTED_MAX = 4 };

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

static int compare_text(enum unit_kind kind, const char *text, const struct unit_name *name)
{
	if (kind != name->kind)
		return kind < name->kind ? -1 : 1;
	return strcmp(text, name->text);
}

static int compare_names(const void *a, const void *b)
{
	const struct unit_name *left = a;
	const struct unit_name *right = b;
	const int order = compare_text(left->kind, left->text, right);

	return order ? order : (left->node > right->node) - (left->node < right->node);
}

static void add_name(const struct unit_tree *tree, int node, const char *text)
{
	struct unit_name *name = vec_add(&tree->names->list);

	name->text = text;
	name->kind = tree->nodes.items[node].unit.kind;
	name->node = node;
}

/* Takes out of a key what only stands between names: blanks and the marks of a path. */
static void squeeze(char *key)
{
	char *to = key;

	for (const char *from = key; *from; from++)
		if (*from != ' ' && *from != '/' && *from != '>')
			*to++ = *from;
	*to = '\0';
}

static void make(const struct unit_tree *tree)
{
	struct unit_names *names = tree->names;
	const int count = (int)tree->nodes.count;
	const char **squeezed = xcalloc(tree->nodes.count, sizeof *squeezed);

	names->made = true;
	for (int i = 0; i < count; i++) {
		const struct unit_node *node = &tree->nodes.items[i];
		char *key = text_key(node->unit.name);
		add_name(tree, i, node->unit.name);
		add_name(tree, i, arena_strdup(&names->arena, key));
		squeeze(key);
		squeezed[i] = arena_strdup(&names->arena, key);
		free(key);
		const char *path = squeezed[i];
		add_name(tree, i, path);
		for (int above = node->parent; above >= 0; above = tree->nodes.items[above].parent) {
			path = arena_printf(&names->arena, "%s%s", squeezed[above], path);
			add_name(tree, i, path);
		}
	}
	free(squeezed);
	if (names->list.count > 0)
		qsort(names->list.items, names->list.count, sizeof *names->list.items,
			compare_names);
}

/* ---- looking up ------------------------------------------------------------------------- */

typedef VEC(int) nodes;

/* Adds the units of that kind in [low, high) that bear text, each once. */
static void look_up(const struct unit_tree *tree, enum unit_kind kind, const char *text, int low,
	int high, nodes *found)
{
	if (!tree->names->made)
		make(tree);
	const struct unit_name *names = tree->names->list.items;
	const size_t count = tree->names->list.count;
	size_t first = 0;
	size_t last = count;

	while (first < last) {
		const size_t middle = first + (last - first) / 2;
		const int order = compare_text(kind, text, &names[middle]);
		if (order > 0 || (order == 0 && names[middle].node < low))
			first = middle + 1;
		else
			last = middle;
	}
	for (; first < count && names[first].node < high &&
		compare_text(kind, text, &names[first]) == 0;
		first++)
		if (found->count == 0 || found->items[found->count - 1] != names[first].node)
			*vec_add(found) = names[first].node;
}

static void look_up_below(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const nodes *scopes, nodes *found)
{
	for (size_t i = 0; i < scopes->count; i++)
		look_up(tree, kind, text, scopes->items[i],
			tree->nodes.items[scopes->items[i]].end, found);
}

static int find_code(const struct unit_tree *tree, enum unit_kind kind, const char *code)
{
	const int index = unit_tree_find(tree, code);

	return index >= 0 && tree->nodes.items[index].unit.kind == kind ? index : -1;
}

/* The same, but full width and blanks around the code are forgiven. */
static int find_code_like(const struct unit_tree *tree, enum unit_kind kind, const char *text)
{
	char *normal = text_nfkc(text);
	size_t length;
	const char *start = text_trim(normal, &length);

	normal[(size_t)(start - normal) + length] = '\0';
	const int index = find_code(tree, kind, start);
	free(normal);
	return index;
}

/* The units of that kind below scopes that a text means, the strictest reading first. */
static void find_named(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const nodes *scopes, nodes *found)
{
	look_up_below(tree, kind, text, scopes, found);
	if (found->count > 0)
		return;
	char *key = text_key(text);
	look_up_below(tree, kind, key, scopes, found);
	if (found->count == 0) {
		squeeze(key);
		look_up_below(tree, kind, key, scopes, found);
	}
	free(key);
}

/* ---- messages ------------------------------------------------------------------------- */

/* 福祉保健部 児童課 第一班 */
static void add_path(const struct unit_tree *tree, int index, struct strbuf *out)
{
	const struct unit_node *node = &tree->nodes.items[index];

	if (node->parent >= 0 && tree->nodes.items[node->parent].unit.kind != UNIT_BODY) {
		add_path(tree, node->parent, out);
		strbuf_add_char(out, ' ');
	}
	strbuf_add_text(out, node->unit.name);
}

/* 福祉保健部 児童課 第一班 (2101-1), … */
static void add_list(const struct unit_tree *tree, const nodes *list, struct strbuf *out)
{
	for (size_t i = 0; i < list->count && i < LISTED_MAX; i++) {
		strbuf_add_text(out, i ? ", " : "");
		add_path(tree, list->items[i], out);
		strbuf_addf(out, " (%s)", tree->nodes.items[list->items[i]].unit.code);
	}
	if (list->count > LISTED_MAX)
		strbuf_add_text(out, ", …");
}

/* Units of that kind below scopes whose name is like text, or all of them when text is NULL. */
static void find_near(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const nodes *scopes, nodes *found)
{
	char *key = text ? text_key(text) : NULL;

	for (size_t i = 0; i < scopes->count; i++) {
		const int end = tree->nodes.items[scopes->items[i]].end;
		for (int node = scopes->items[i]; node < end && found->count <= LISTED_MAX; node++) {
			const struct unit *unit = &tree->nodes.items[node].unit;
			if (unit->kind != kind)
				continue;
			char *name = text_key(unit->name);
			if (!key || near_match(key, name))
				*vec_add(found) = node;
			free(name);
		}
	}
	free(key);
}

static void refuse_unknown(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const nodes *scopes, struct error *err)
{
	char year[FISCAL_YEAR_TEXT];
	struct strbuf quote = {0};
	struct strbuf where = {0};
	struct strbuf hint = {0};
	nodes near = {0};
	/* The first unit is the body: to name it would say nothing. */
	const int scope = scopes->count == 1 ? scopes->items[0] : 0;
	const bool narrowed = scope > 0;

	fiscal_year_format(tree->fiscal_year, year);
	text_clip(&quote, text, QUOTE_COLUMNS);
	find_near(tree, kind, text, scopes, &near);
	if (near.count == 0 && narrowed)
		find_near(tree, kind, NULL, scopes, &near);
	if (near.count > 0) {
		struct strbuf list = {0};
		add_list(tree, &near, &list);
		strbuf_addf(&hint, _(" (candidates: %s)"), strbuf_text(&list));
		strbuf_free(&list);
	}
	if (narrowed) {
		add_path(tree, scope, &where);
		error_set(err, ERROR_DATA, _("“%s” is not a unit (%s) of %s in %s%s"),
			strbuf_text(&quote), unit_kind_label(kind), strbuf_text(&where), year,
			strbuf_text(&hint));
	} else {
		error_set(err, ERROR_DATA, _("“%s” is not a unit (%s) in %s%s"),
			strbuf_text(&quote), unit_kind_label(kind), year, strbuf_text(&hint));
	}
	vec_free(&near);
	strbuf_free(&quote);
	strbuf_free(&where);
	strbuf_free(&hint);
}

static void refuse_several(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const nodes *found, struct error *err)
{
	struct strbuf quote = {0};
	struct strbuf list = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	add_list(tree, found, &list);
	error_set(err, ERROR_DATA,
		_("“%s” may be any of %zu units (%s): %s; name those above it too, or give the code"),
		strbuf_text(&quote), found->count, unit_kind_label(kind), strbuf_text(&list));
	strbuf_free(&quote);
	strbuf_free(&list);
}

/* ---- resolving ------------------------------------------------------------------------- */

static bool is_given(const char *text)
{
	size_t length = 0;

	if (text)
		text_trim(text, &length);
	return length > 0;
}

/* Narrows scopes to the units of that kind that a text means; several may remain. */
static bool narrow(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	nodes *scopes, struct error *err)
{
	nodes found = {0};
	int index = find_code(tree, kind, text);

	if (index < 0)
		find_named(tree, kind, text, scopes, &found);
	if (index < 0 && found.count == 0)
		index = find_code_like(tree, kind, text);
	if (index >= 0)
		*vec_add(&found) = index;
	if (found.count == 0)
		refuse_unknown(tree, kind, text, scopes, err);
	vec_free(scopes);
	*scopes = found;
	return found.count > 0;
}

int unit_tree_resolve(const struct unit_tree *tree, enum unit_kind kind, const char *department,
	const char *section, const char *name, struct error *err)
{
	nodes scopes = {0};
	int found = -1;

	if (!is_given(name)) {
		error_set(err, ERROR_DATA, _("no unit (%s) is named"), unit_kind_label(kind));
		return -1;
	}
	if (tree->nodes.count > 0)
		*vec_add(&scopes) = 0;
	const bool above =
		find_code(tree, kind, name) >= 0 ||
		((kind <= UNIT_DEPARTMENT || !is_given(department) ||
			 narrow(tree, UNIT_DEPARTMENT, department, &scopes, err)) &&
			(kind <= UNIT_SECTION || !is_given(section) ||
				narrow(tree, UNIT_SECTION, section, &scopes, err)));
	if (above && narrow(tree, kind, name, &scopes, err)) {
		if (scopes.count == 1)
			found = scopes.items[0];
		else
			refuse_several(tree, kind, name, &scopes, err);
	}
	vec_free(&scopes);
	return found;
}
