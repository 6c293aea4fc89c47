/* unit_resolve - which unit of a tree a text means, and what is said when none or several fit. */
#include "config.h"

#include <assert.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/near.h"
#include "model/unit_names.h"

enum { QUOTE_COLUMNS = 40, LISTED_MAX = 4 };

/* ---- looking up ------------------------------------------------------------------------- */

static void unit_resolve_look_up_below(const struct unit_tree *tree, enum unit_kind kind,
	const char *text, const unit_indexes *scopes, unit_indexes *found)
{
	for (size_t i = 0; i < scopes->count; i++)
		unit_names_find(tree, kind, text, scopes->items[i],
			tree->nodes.items[scopes->items[i]].end, found);
}

static int unit_resolve_find_code(const struct unit_tree *tree, enum unit_kind kind,
	const char *code)
{
	const int index = unit_tree_find(tree, code);

	return index >= 0 && tree->nodes.items[index].unit.kind == kind ? index : -1;
}

int unit_tree_find_typed(const struct unit_tree *tree, const char *code)
{
	int index = unit_tree_find(tree, code);

	if (index < 0) {
		char *const normal = text_nfkc(code);
		size_t length;
		const char *const start = text_trim(normal, &length);

		normal[(size_t)(start - normal) + length] = '\0';
		index = unit_tree_find(tree, start);
		free(normal);
	}
	return index;
}

/* ---- messages ------------------------------------------------------------------------- */

/* 福祉保健部 児童課 第一班 */
static void unit_resolve_add_path(const struct unit_tree *tree, int index, struct strbuf *out)
{
	const struct unit_node *node = &tree->nodes.items[index];

	if (node->parent >= 0 && tree->nodes.items[node->parent].unit.kind != UNIT_BODY) {
		unit_resolve_add_path(tree, node->parent, out);
		strbuf_add_char(out, ' ');
	}
	strbuf_add_text(out, node->unit.name);
}

/* 福祉保健部 児童課 第一班 (2101-1), … */
static void unit_resolve_add_list(const struct unit_tree *tree, const unit_indexes *list,
	struct strbuf *out)
{
	for (size_t i = 0; i < list->count && i < LISTED_MAX; i++) {
		strbuf_add_text(out, i ? ", " : "");
		unit_resolve_add_path(tree, list->items[i], out);
		strbuf_addf(out, " (%s)", tree->nodes.items[list->items[i]].unit.code);
	}
	if (list->count > LISTED_MAX)
		strbuf_add_text(out, ", …");
}

/* Units of that kind below scopes whose name is like text, or all of them when text is NULL. */
static void unit_resolve_find_near(const struct unit_tree *tree, enum unit_kind kind,
	const char *text, const unit_indexes *scopes, unit_indexes *found)
{
	char *key = text ? text_key(text) : NULL;

	for (size_t i = 0; i < scopes->count; i++) {
		const int end = tree->nodes.items[scopes->items[i]].end;
		for (int node = scopes->items[i]; node < end && found->count <= LISTED_MAX;
			node++) {
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

static void unit_resolve_refuse_unknown(const struct unit_tree *tree, enum unit_kind kind,
	const char *text, const unit_indexes *scopes, struct error *err)
{
	char year[FISCAL_YEAR_TEXT];
	struct strbuf quote = {0};
	struct strbuf where = {0};
	struct strbuf hint = {0};
	unit_indexes near = {0};
	/* The first unit is the body: to name it would say nothing. */
	const int scope = scopes->count == 1 ? scopes->items[0] : 0;
	const bool narrowed = scope > 0;

	fiscal_year_format(tree->fiscal_year, year);
	text_clip(&quote, text, QUOTE_COLUMNS);
	unit_resolve_find_near(tree, kind, text, scopes, &near);
	if (near.count == 0 && narrowed)
		unit_resolve_find_near(tree, kind, NULL, scopes, &near);
	if (near.count > 0) {
		struct strbuf list = {0};
		unit_resolve_add_list(tree, &near, &list);
		strbuf_addf(&hint, _(" (candidates: %s)"), strbuf_text(&list));
		strbuf_free(&list);
	}
	if (narrowed) {
		unit_resolve_add_path(tree, scope, &where);
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

static void unit_resolve_refuse_several(const struct unit_tree *tree, const char *text, const unit_indexes *found,
	struct error *err)
{
	struct strbuf quote = {0};
	struct strbuf list = {0};

	text_clip(&quote, text, QUOTE_COLUMNS);
	unit_resolve_add_list(tree, found, &list);
	error_set(err, ERROR_DATA,
		_("“%s” may be any of %zu units (%s): %s; name those above it "
		  "too, or give the code"),
		strbuf_text(&quote), found->count,
		unit_kind_label(tree->nodes.items[found->items[0]].unit.kind), strbuf_text(&list));
	strbuf_free(&quote);
	strbuf_free(&list);
}

/* ---- resolving ------------------------------------------------------------------------- */

static bool unit_resolve_is_given(const char *text)
{
	size_t length = 0;

	if (text)
		text_trim(text, &length);
	return length > 0;
}

/* The units of that kind in scopes that a text means. */
static void unit_resolve_look(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	const unit_indexes *scopes, unit_indexes *found)
{
	int index = unit_resolve_find_code(tree, kind, text);

	/* The strictest reading first. */
	if (index < 0)
		unit_resolve_look_up_below(tree, kind, text, scopes, found);
	if (index < 0 && found->count == 0) {
		char *key = text_key(text);

		unit_resolve_look_up_below(tree, kind, key, scopes, found);
		if (found->count == 0) {
			unit_names_squeeze(key);
			unit_resolve_look_up_below(tree, kind, key, scopes, found);
		}
		free(key);
	}
	if (index < 0 && found->count == 0) {
		index = unit_tree_find_typed(tree, text);
		if (index >= 0 && tree->nodes.items[index].unit.kind != kind)
			index = -1;
	}
	if (index >= 0)
		*vec_add(found) = index;
}

/* Narrows scopes to the units of that kind that a text means; several may remain. */
static bool unit_resolve_narrow(const struct unit_tree *tree, enum unit_kind kind, const char *text,
	unit_indexes *scopes, struct error *err)
{
	unit_indexes found = {0};

	unit_resolve_look(tree, kind, text, scopes, &found);
	if (found.count == 0)
		unit_resolve_refuse_unknown(tree, kind, text, scopes, err);
	vec_free(scopes);
	*scopes = found;
	return found.count > 0;
}

int unit_tree_resolve(const struct unit_tree *tree, enum unit_kind kind, const char *department,
	const char *section, const char *name, struct error *err)
{
	assert(kind < UNIT_KIND_COUNT);
	unit_indexes scopes = {0};
	int found = -1;

	if (!unit_resolve_is_given(name)) {
		error_set(err, ERROR_DATA, _("no unit (%s) is named"), unit_kind_label(kind));
		return -1;
	}
	if (tree->nodes.count > 0)
		*vec_add(&scopes) = 0;
	const bool above =
		unit_resolve_find_code(tree, kind, name) >= 0 ||
		((kind <= UNIT_DEPARTMENT || !unit_resolve_is_given(department) ||
			 unit_resolve_narrow(tree, UNIT_DEPARTMENT, department, &scopes, err)) &&
			(kind <= UNIT_SECTION || !unit_resolve_is_given(section) ||
				unit_resolve_narrow(tree, UNIT_SECTION, section, &scopes, err)));
	if (above && unit_resolve_narrow(tree, kind, name, &scopes, err)) {
		if (scopes.count == 1)
			found = scopes.items[0];
		else
			unit_resolve_refuse_several(tree, name, &scopes, err);
	}
	vec_free(&scopes);
	return found;
}

int unit_tree_named(const struct unit_tree *tree, enum unit_kind kind, const char *text, struct error *err)
{
	const enum unit_kind first = kind == UNIT_KIND_COUNT ? UNIT_BODY : kind;
	const enum unit_kind last = kind == UNIT_KIND_COUNT ? UNIT_TEAM : kind;
	unit_indexes scopes = {0}, found = {0};

	if (tree->nodes.count > 0)
		*vec_add(&scopes) = 0;
	for (enum unit_kind at = first; at <= last && unit_resolve_is_given(text); at++)
		unit_resolve_look(tree, at, text, &scopes, &found);
	const int unit = found.count == 1 ? found.items[0] : -1;

	if (found.count > 1)
		unit_resolve_refuse_several(tree, text, &found, err);
	vec_free(&scopes);
	vec_free(&found);
	return unit;
}
