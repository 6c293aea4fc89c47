#include "config.h"

#include "model/unit_list.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

enum { SEVERAL = -1 };
enum { LIST_NEW, LIST_IN_HAND, LIST_SETTLED };

void unit_list_free(struct unit_list *list)
{
	vec_free(&list->entries);
	strmap_free(&list->taken);
	strmap_free(&list->elsewhere);
	vec_free(&list->codes_elsewhere);
	strmap_free(&list->same);
	strmap_free(&list->units);
	strmap_free(&list->codes);
	strmap_free(&list->named);
	arena_free(&list->arena);
}

void unit_list_take(struct unit_list *list, const char *code)
{
	strmap_put(&list->taken, code, 1);
}

/* By what a unit of another year is known again. Caller frees. */
static char *list_elsewhere_key(const struct unit_list *list, enum unit_kind kind, const char *above, const char *name)
{
	char *const plain = text_key_joined(name);
	const bool body = strcmp(above, list->tree->nodes.items[0].unit.code) == 0;
	char *const key = xasprintf("%d\n%s\n%s", (int)kind, body ? "" : above, plain);

	free(plain);
	return key;
}

void unit_list_elsewhere(struct unit_list *list, enum unit_kind kind, const char *above, const char *name,
	const char *code)
{
	char *const key = list_elsewhere_key(list, kind, above, name);

	strmap_put(&list->elsewhere, key, (int64_t)list->codes_elsewhere.count);
	*vec_add(&list->codes_elsewhere) = arena_strdup(&list->arena, code);
	unit_list_take(list, code);
	free(key);
}

int unit_list_add(struct unit_list *list, const struct unit_list_entry *entry)
{
	char *const name = text_key_joined(entry->name), *const above = text_key_joined(entry->above);
	char *const key = xasprintf("%d\n%d\n%d\n%s\n%s\n%s", (int)entry->kind, entry->parent, entry->parent_node,
		above, name, entry->code);
	int64_t place = (int64_t)list->entries.count;

	if (!strmap_get(&list->same, key, &place)) {
		struct unit_list_entry *const added = vec_add(&list->entries);

		*added = *entry;
		added->code = arena_strdup(&list->arena, entry->code);
		added->name = arena_strdup(&list->arena, entry->name);
		added->above = arena_strdup(&list->arena, entry->above);
		added->fault = entry->fault ? arena_strdup(&list->arena, entry->fault) : NULL;
		added->node = added->twin = -1;
		added->state = LIST_NEW;
		strmap_put(&list->same, key, place);
	}
	free(name);
	free(above);
	free(key);
	return (int)place;
}

/* ---- what it stands below ------------------------------------------------------------------------ */

static void list_index(struct unit_list *list, const char *text, size_t entry)
{
	char *const key = text_key_joined(text);
	int64_t other;

	if (*key && (!strmap_get(&list->named, key, &other) || other != (int64_t)entry))
		strmap_put(&list->named, key,
			strmap_get(&list->named, key, NULL) ? SEVERAL : (int64_t)entry);
	free(key);
}

static void list_refuse(struct unit_list *list, struct unit_list_entry *entry, const struct error *reason)
{
	entry->fault = arena_strdup(&list->arena, reason->message);
}

/* Finds what the text names: an entry of the list, else a unit of the tree. */
static void list_find_above(struct unit_list *list, struct unit_list_entry *entry)
{
	char *const key = text_key_joined(entry->above);
	struct error reason = {0};
	int64_t place;

	if (!strmap_get(&list->named, key, &place)) {
		entry->parent_node = unit_tree_named(list->tree, UNIT_KIND_COUNT, entry->above, &reason);
		if (entry->parent_node < 0 && !reason.code)
			error_set(&reason, ERROR_DATA,
				_("“%s” is neither in this list nor among the units of the year."), entry->above);
	} else if (place == SEVERAL) {
		error_set(&reason, ERROR_DATA,
			_("Several units of this list are called “%s”; give the code of the one above."),
			entry->above);
	} else {
		entry->parent = (int)place;
	}
	if (reason.code)
		list_refuse(list, entry, &reason);
	free(key);
}

static const struct unit *list_unit_above(const struct unit_list *list, const struct unit_list_entry *entry)
{
	return &list->tree->nodes.items[entry->parent_node < 0 ? 0 : entry->parent_node].unit;
}

/* ---- what it is ------------------------------------------------------------------------------------ */

/* The unit of that name and kind right below the one that the entry stands below; -1. */
static int list_child(const struct unit_list *list, const struct unit_list_entry *entry)
{
	const int above = entry->parent >= 0 ? list->entries.items[entry->parent].node :
		entry->parent_node < 0 ? 0 : entry->parent_node;
	char *const key = text_key_joined(entry->name);
	int found = -1;

	for (int i = above < 0 ? 0 : above + 1; above >= 0 && found < 0 && i < list->tree->nodes.items[above].end; i++) {
		const struct unit_node *const node = &list->tree->nodes.items[i];
		char *const name = node->parent == above && node->unit.kind == entry->kind ?
			text_key_joined(node->unit.name) : NULL;

		if (name && strcmp(name, key) == 0)
			found = i;
		free(name);
	}
	free(key);
	return found;
}

static void list_find_node(struct unit_list *list, struct unit_list_entry *entry)
{
	struct error reason;

	entry->node = *entry->code ? unit_tree_find_typed(list->tree, entry->code) : list_child(list, entry);
	if (entry->node >= 0) {
		const struct unit *const unit = &list->tree->nodes.items[entry->node].unit;

		if (unit->kind != entry->kind) {
			error_set(&reason, ERROR_DATA, _("The code %s is a unit of another kind: %s (%s)."), unit->code,
				unit->name, unit_kind_label(unit->kind));
			list_refuse(list, entry, &reason);
			return;
		}
		/* found by its name, it is spelt as it is stored */
		if (!*entry->code || !*entry->name)
			entry->name = unit->name;
		entry->code = unit->code;
		return;
	}
	if (!*entry->name) {
		error_set(&reason, ERROR_DATA, _("please fill this in"));
		list_refuse(list, entry, &reason);
	} else if (*entry->code && list_child(list, entry) >= 0) {
		error_set(&reason, ERROR_DATA,
			_("This unit is there already, with the code %s. Give that one, or leave the code out."),
			list->tree->nodes.items[list_child(list, entry)].unit.code);
		list_refuse(list, entry, &reason);
	}
}

/* Two entries that came differently (with and without a kind, above and in order) may be one unit; two units have two codes. */
static void list_join(struct unit_list *list, int place)
{
	struct unit_list_entry *const entry = &list->entries.items[place];
	char *const name = text_key_joined(entry->name);
	char *const key = xasprintf("%d\n%d\n%d\n%d\n%s\n%s", entry->node, (int)entry->kind,
		entry->node < 0 ? entry->parent : -1, entry->node < 0 && entry->parent_node > 0 ? entry->parent_node : 0,
		name, entry->code);
	int64_t other;

	if (strmap_get(&list->units, key, &other))
		entry->twin = (int)other;
	else
		strmap_put(&list->units, key, place);
	free(name);
	free(key);
	if (entry->twin >= 0 || !*entry->code)
		return;
	char *const code = text_key_joined(entry->code);
	if (strmap_get(&list->codes, code, &other)) {
		struct error reason;

		error_set(&reason, ERROR_DATA, _("Line %lld gives the code %s to another unit: %s."),
			(long long)list->entries.items[other].line, entry->code, list->entries.items[other].name);
		list_refuse(list, entry, &reason);
	} else {
		strmap_put(&list->codes, code, place);
	}
	free(code);
}

static void list_settle(struct unit_list *list, int place)
{
	struct unit_list_entry *const entry = &list->entries.items[place];
	struct error reason = {0};

	if (entry->state != LIST_NEW || entry->fault)
		return;
	entry->state = LIST_IN_HAND;
	const int known = entry->by_order && *entry->code ? unit_tree_find_typed(list->tree, entry->code) : -1;
	if (known > 0) {
		entry->parent = -1;
		entry->parent_node = list->tree->nodes.items[known].parent;
	}
	if (*entry->above)
		list_find_above(list, entry);
	if (entry->fault)
		return;
	if (entry->parent >= 0) {
		const struct unit_list_entry *const parent = &list->entries.items[entry->parent];

		list_settle(list, entry->parent);
		if (parent->fault)
			error_set(&reason, ERROR_DATA, _("The unit that it stands below was refused: %s"), parent->name);
		else if (parent->state == LIST_IN_HAND)
			error_set(&reason, ERROR_DATA, _("The unit would stand below itself."));
		if (parent->twin >= 0)
			entry->parent = parent->twin;
		if (parent->kind == UNIT_BODY)
			entry->parent = -1;
	}
	const struct unit *const above = list_unit_above(list, entry);
	char *const body = text_key_joined(above->name), *const name = text_key_joined(entry->name);
	/* a list may begin with the body itself */
	const bool is_body = entry->parent < 0 && entry->parent_node < 0 && strcmp(body, name) == 0;
	if (is_body && entry->kind == UNIT_KIND_COUNT)
		entry->kind = UNIT_BODY;
	if (entry->kind == UNIT_BODY && !is_body)
		error_set(&reason, ERROR_DATA, _("The body is %s; a database holds one."),
			list->tree->nodes.items[0].unit.name);
	free(body);
	free(name);
	if (!reason.code && entry->kind == UNIT_KIND_COUNT) {
		entry->kind = (entry->parent >= 0 ? list->entries.items[entry->parent].kind : above->kind) + 1;
		if (entry->kind == UNIT_KIND_COUNT)
			error_set(&reason, ERROR_DATA, _("Nothing stands below a team."));
	}
	if (reason.code) {
		list_refuse(list, entry, &reason);
		return;
	}
	if (entry->kind == UNIT_BODY)
		entry->node = 0;
	else
		list_find_node(list, entry);
	const enum unit_kind larger = entry->parent >= 0 ? list->entries.items[entry->parent].kind : above->kind;
	if (entry->node < 0 && entry->kind == UNIT_TEAM && larger != UNIT_SECTION && !entry->fault) {
		error_set(&reason, ERROR_DATA, _("A team stands below a section."));
		list_refuse(list, entry, &reason);
	}
	if (!entry->fault)
		list_join(list, place);
	entry->state = LIST_SETTLED;
}

/* Parents first. */
static void list_give_code(struct unit_list *list, int place)
{
	struct unit_list_entry *const entry = &list->entries.items[place];

	if (entry->fault || entry->kind == UNIT_BODY || entry->twin >= 0 || *entry->code)
		return;
	if (entry->parent >= 0)
		list_give_code(list, entry->parent);
	const char *const above = unit_list_parent_code(list, place);
	char *const key = list_elsewhere_key(list, entry->kind, above, entry->name);
	int64_t known;
	const bool found = strmap_get(&list->elsewhere, key, &known);

	free(key);
	if (found && unit_tree_find_typed(list->tree, list->codes_elsewhere.items[known]) < 0) {
		entry->code = list->codes_elsewhere.items[known];
		return;
	}
	entry->code = unit_list_propose(list, place, above);
	entry->proposed = true;
	unit_list_take(list, entry->code);
}

void unit_list_settle(struct unit_list *list)
{
	assert(list->tree->nodes.count > 0);
	for (size_t i = 0; i < list->entries.count; i++) {
		list_index(list, list->entries.items[i].name, i);
		list_index(list, list->entries.items[i].code, i);
	}
	for (size_t i = 0; i < list->entries.count; i++)
		list_settle(list, (int)i);
	for (size_t i = 0; i < list->entries.count; i++)
		unit_list_take(list, list->entries.items[i].code);
	for (size_t i = 0; i < list->entries.count; i++)
		list_give_code(list, (int)i);
}

const char *unit_list_parent_code(const struct unit_list *list, int entry)
{
	const struct unit_list_entry *const of = &list->entries.items[entry];
	const struct unit_list_entry *const parent = of->parent < 0 ? NULL : &list->entries.items[of->parent];

	return parent && parent->kind != UNIT_BODY ? parent->code : list_unit_above(list, parent ? parent : of)->code;
}

void unit_list_path(const struct unit_list *list, int entry, struct strbuf *out)
{
	const struct unit_list_entry *const of = &list->entries.items[entry];

	if (of->parent >= 0) {
		if (list->entries.items[of->parent].kind != UNIT_BODY) {
			unit_list_path(list, of->parent, out);
			strbuf_add_char(out, ' ');
		}
	} else {
		for (int node = of->parent_node; node > 0; node = list->tree->nodes.items[node].parent) {
			struct strbuf below = {0};

			strbuf_addf(&below, "%s %s", list->tree->nodes.items[node].unit.name, strbuf_text(out));
			strbuf_clear(out);
			strbuf_add_text(out, strbuf_text(&below));
			strbuf_free(&below);
		}
	}
	strbuf_add_text(out, of->name);
}
