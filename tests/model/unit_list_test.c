#include "config.h"

#include "model/unit_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A unit of the tree, or (without a code) of a list below it. */
struct given {
	enum unit_kind kind;
	const char *code, *name, *above;
};

static struct unit_tree tree_of(const struct given *units)
{
	struct unit_tree tree = {.fiscal_year = 2025};
	struct error err = {0};

	for (; units->name; units++) {
		struct unit_node *const node = vec_add(&tree.nodes);

		node->unit.code = arena_strdup(&tree.arena, units->code);
		node->unit.name = arena_strdup(&tree.arena, units->name);
		node->unit.parent_code = arena_strdup(&tree.arena, units->above);
		node->unit.kind = units->kind;
		node->unit.first_fiscal_year = 2025;
	}
	if (!unit_tree_build(&tree, &err))
		fail_msg("%s", err.message);
	return tree;
}

static struct unit_list list_of(const struct unit_tree *tree, const struct given *units)
{
	struct unit_list list = {.tree = tree};

	for (; units->name; units++)
		unit_list_add(&list, &(struct unit_list_entry){.kind = units->kind, .code = units->code,
			.name = units->name, .above = units->above, .parent = -1, .parent_node = -1});
	return list;
}

/* "01 0101 …"; a fault is "-", a unit that was there before "=". */
static void codes_are(const struct given *there, const struct given *named, const char *taken, const char *expected)
{
	struct unit_tree tree = tree_of(there);
	struct unit_list list = list_of(&tree, named);
	struct strbuf codes = {0};

	if (taken)
		unit_list_take(&list, taken);
	unit_list_settle(&list);
	for (size_t i = 0; i < list.entries.count; i++)
		strbuf_addf(&codes, "%s%s", i ? " " : "", list.entries.items[i].fault ? "-" :
			list.entries.items[i].twin >= 0 ? "=" : list.entries.items[i].code);
	assert_string_equal(strbuf_text(&codes), expected);
	strbuf_free(&codes);
	unit_list_free(&list);
	unit_tree_free(&tree);
}

#define ANY UNIT_KIND_COUNT
static const struct given body[] = {{UNIT_BODY, "440000", "試験県", ""}, {0}};
static const struct given named[] = {{ANY, "", "総務部", ""}, {ANY, "", "人事課", "総務部"}, {ANY, "", "給与班", "人事課"},
	{ANY, "", "総務班", "人事課"}, {ANY, "", "企画部", "試験県"}, {ANY, "", "企画課", "企画部"}, {0}};

static void where_there_are_none_codes_go_by_place(void **state)
{
	(void)state;
	codes_are(body, named, NULL, "01 0101 010101 010102 02 0201");
}

static void a_code_that_another_year_has_is_not_given_again(void **state)
{
	(void)state;
	codes_are(body, named, "0101", "01 0102 010201 010202 02 0201");
}

static void what_is_there_is_found_by_name_below_its_parent(void **state)
{
	static const struct given there[] = {{UNIT_BODY, "440000", "試験県", ""}, {UNIT_DEPARTMENT, "07", "総務部", "440000"},
		{UNIT_SECTION, "0703", "人事　課", "07"}, {UNIT_TEAM, "070309", "総務班", "0703"}, {0}};

	(void)state;
	codes_are(there, named, NULL, "07 0703 070310 070309 08 0801");
}

static void shapes_follow_those_there_are(void **state)
{
	/* three digits behind the parent's */
	static const struct given wide[] = {{UNIT_BODY, "B", "試験県", ""}, {UNIT_DEPARTMENT, "A10", "総務部", "B"},
		{UNIT_SECTION, "A10005", "税務課", "A10"}, {0}};
	/* one count through all of the body */
	static const struct given flat[] = {{UNIT_BODY, "B", "試験県", ""}, {UNIT_DEPARTMENT, "10", "総務部", "B"},
		{UNIT_SECTION, "5001", "税務課", "10"}, {0}};
	/* letters and digits that follow no parent */
	static const struct given letters[] = {{UNIT_BODY, "B", "試験県", ""}, {UNIT_DEPARTMENT, "D1", "総務部", "B"},
		{UNIT_SECTION, "S11", "税務課", "D1"}, {0}};

	(void)state;
	codes_are(wide, named, NULL, "A10 A10006 A1000601 A1000602 A11 A11001");
	codes_are(flat, named, NULL, "10 5002 500201 500202 11 5003");
	codes_are(letters, named, NULL, "D1 S12 S1201 S1202 D2 D201");
}

static void what_cannot_be_has_its_fault(void **state)
{
	static const struct given wrong[] = {{ANY, "", "甲課", "乙課"}, {ANY, "", "乙課", "甲課"}, {ANY, "", "丙", "どこか"},
		{UNIT_TEAM, "", "丁班", ""}, {ANY, "", "戊", "丁班"}, {UNIT_TEAM, "", "総務班", "試験県"}, {0}};

	(void)state;
	codes_are(body, wrong, NULL, "- - - - - -");
}

static void one_unit_that_is_named_twice_is_one(void **state)
{
	static const struct given twice[] = {{ANY, "", "試験県", ""}, {UNIT_DEPARTMENT, "", "総務部", ""}, {ANY, "", "総務　部", "試験県"},
		{UNIT_SECTION, "", "人事課", "総務　部"}, {ANY, "", "人事 課", "総務 部"}, {0}};

	(void)state;
	codes_are(body, twice, NULL, " 01 = - -");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(where_there_are_none_codes_go_by_place),
		cmocka_unit_test(a_code_that_another_year_has_is_not_given_again),
		cmocka_unit_test(what_is_there_is_found_by_name_below_its_parent),
		cmocka_unit_test(shapes_follow_those_there_are),
		cmocka_unit_test(what_cannot_be_has_its_fault),
		cmocka_unit_test(one_unit_that_is_named_twice_is_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
