/* unit_list_codes - codes for units that a list names without any. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "model/unit_list.h"

enum { WIDTH_USUAL = 2, WIDTH_MAX = 9, CODE_SIZE = 128 };

/* The digits of a code behind a prefix: their number, 0 where it is not made so. */
static int codes_width(const char *code, const char *prefix)
{
	const size_t length = strlen(prefix);

	if (strncmp(code, prefix, length) != 0)
		return 0;
	const size_t width = strlen(code + length);
	return width <= WIDTH_MAX && strspn(code + length, "0123456789") == width ? (int)width : 0;
}

/* How many digits those right below prefix have; else other units of the kind below theirs; 0 = none is made so. */
static int codes_shape(const struct unit_tree *tree, enum unit_kind kind, const char *prefix, bool *any)
{
	int beside = 0, elsewhere = 0;

	*any = false;
	for (size_t i = 1; i < tree->nodes.count; i++) {
		const struct unit_node *const node = &tree->nodes.items[i];

		if (node->unit.kind != kind)
			continue;
		/* the body's code is not part of those below it */
		const char *const own = node->parent == 0 ? "" : tree->nodes.items[node->parent].unit.code;
		const int width = codes_width(node->unit.code, own);

		*any = true;
		if (width > 0 && strcmp(own, prefix) == 0)
			beside = width;
		else if (width > 0)
			elsewhere = width;
	}
	return beside ? beside : elsewhere;
}

/* The highest number behind a prefix, in the tree and in the list. */
static long codes_last(const struct unit_list *list, enum unit_kind kind, const char *prefix, int width)
{
	const size_t length = strlen(prefix);
	long last = 0;

	for (size_t i = 0; i < list->tree->nodes.count + list->entries.count; i++) {
		const bool in_tree = i < list->tree->nodes.count;
		const struct unit_list_entry *const entry = in_tree ? NULL :
			&list->entries.items[i - list->tree->nodes.count];
		const char *const code = in_tree ? list->tree->nodes.items[i].unit.code : entry->code;

		if ((in_tree ? list->tree->nodes.items[i].unit.kind : entry->kind) == kind &&
			codes_width(code, prefix) == width) {
			const long number = strtol(code + length, NULL, 10);

			last = number > last ? number : last;
		}
	}
	return last;
}

/* T211 beside T210: the highest of those right below a parent that ends in digits, cut before them into code; its
 * digits, 0 where there is none. */
static int codes_beside(const struct unit_list *list, enum unit_kind kind, const char *parent, char code[CODE_SIZE])
{
	int width = 0;

	for (size_t i = 1; i < list->tree->nodes.count; i++) {
		const struct unit *const unit = &list->tree->nodes.items[i].unit;
		size_t head = strlen(unit->code);

		if (unit->kind != kind || strcmp(unit->parent_code, parent) != 0 || head >= CODE_SIZE)
			continue;
		while (head > 0 && unit->code[head - 1] >= '0' && unit->code[head - 1] <= '9')
			head--;
		const size_t digits = strlen(unit->code) - head;
		if (digits == 0 || digits > WIDTH_MAX)
			continue;
		width = (int)digits;
		memcpy(code, unit->code, head);
		code[head] = '\0';
	}
	return width;
}

const char *unit_list_propose(struct unit_list *list, int entry, const char *parent)
{
	const struct unit_list_entry *const of = &list->entries.items[entry];
	const char *prefix = strcmp(parent, list->tree->nodes.items[0].unit.code) == 0 ? "" : parent;
	bool any;
	int width = codes_shape(list->tree, of->kind, prefix, &any);
	char beside[CODE_SIZE];
	const char *code;

	if (any && !width && (width = codes_beside(list, of->kind, parent, beside)) > 0)
		prefix = beside;

	/* those there are stand alone: 1001, 1002 through all of the body */
	for (size_t i = 0; any && !width && i < list->tree->nodes.count; i++)
		if (list->tree->nodes.items[i].unit.kind == of->kind) {
			width = codes_width(list->tree->nodes.items[i].unit.code, "");
			prefix = width ? "" : prefix;
		}
	if (!width)
		width = WIDTH_USUAL;
	long number = codes_last(list, of->kind, prefix, width);
	do
		code = arena_printf(&list->arena, "%s%0*ld", prefix, width, ++number);
	while (strmap_get(&list->taken, code, NULL));
	return code;
}
