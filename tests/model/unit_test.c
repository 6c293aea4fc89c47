#include "config.h"

#include "model/unit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "../effort.h"

static void add(struct unit_tree *tree, enum unit_kind kind, const char *code, const char *name,
	const char *parent, int position)
{
	struct unit_node *node = vec_add(&tree->nodes);

	node->unit.code = arena_strdup(&tree->arena, code);
	node->unit.name = arena_strdup(&tree->arena, name);
	node->unit.parent_code = arena_strdup(&tree->arena, parent);
	node->unit.kind = kind;
	node->unit.position = position;
	node->unit.first_fiscal_year = 2025;
}

/* Handed over in no order at all, as a table may come. */
static struct unit_tree small_tree(void)
{
	struct unit_tree tree = {.fiscal_year = 2025};
	struct error err = {0};

	add(&tree, UNIT_TEAM, "T3", "総務班", "S2", 0);
	add(&tree, UNIT_SECTION, "S2", "道路建設課", "D2", 1);
	add(&tree, UNIT_TEAM, "T1", "総務班", "S1", 2);
	add(&tree, UNIT_DEPARTMENT, "D2", "土木建築部", "B", 2);
	add(&tree, UNIT_BODY, "B", "見本県", "", 0);
	add(&tree, UNIT_TEAM, "T2", "ＤＸ推進班", "S1", 1);
	add(&tree, UNIT_DEPARTMENT, "D1", "福祉保健部", "B", 1);
	add(&tree, UNIT_SECTION, "S3", "総務課", "D2", 1);
	add(&tree, UNIT_SECTION, "S1", "総務課", "D1", 1);
	add(&tree, UNIT_TEAM, "T4", "予算班", "S3", 1);
	add(&tree, UNIT_SECTION, "S4", "会計課", "B", 9);
	if (!unit_tree_build(&tree, &err))
		fail_msg("%s", err.message);
	return tree;
}

static const char *code_at(const struct unit_tree *tree, int index)
{
	return index < 0 ? "-" : tree->nodes.items[index].unit.code;
}

static void parents_come_before_children_in_order(void **state)
{
	static const struct {
		const char *code, *parent, *department, *section;
		int depth;
	} expected[] = {
		{"B", "-", "-", "-", 0},
		{"D1", "B", "D1", "-", 1},
		{"S1", "D1", "D1", "S1", 2},
		{"T2", "S1", "D1", "S1", 3}, /* position 1 before 2 */
		{"T1", "S1", "D1", "S1", 3},
		{"D2", "B", "D2", "-", 1},
		{"S2", "D2", "D2", "S2", 2}, /* same position: by code */
		{"T3", "S2", "D2", "S2", 3},
		{"S3", "D2", "D2", "S3", 2},
		{"T4", "S3", "D2", "S3", 3},
		{"S4", "B", "-", "S4", 1},
	};
	struct unit_tree tree = small_tree();
	(void)state;

	assert_int_equal(tree.nodes.count, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < tree.nodes.count; i++) {
		const struct unit_node *node = &tree.nodes.items[i];
		assert_string_equal(node->unit.code, expected[i].code);
		assert_string_equal(code_at(&tree, node->parent), expected[i].parent);
		assert_string_equal(code_at(&tree, node->department), expected[i].department);
		assert_string_equal(code_at(&tree, node->section), expected[i].section);
		assert_int_equal(node->depth, expected[i].depth);
		assert_int_equal(unit_tree_find(&tree, expected[i].code), i);
	}
	assert_int_equal(unit_tree_find(&tree, "T9"), -1);
	assert_int_equal(unit_tree_find(&tree, ""), -1);
	unit_tree_free(&tree);
}

static void units_lie_within_those_above(void **state)
{
	struct unit_tree tree = small_tree();
	const int department = unit_tree_find(&tree, "D2");
	(void)state;

	assert_true(unit_tree_within(&tree, department, department));
	assert_true(unit_tree_within(&tree, unit_tree_find(&tree, "T4"), department));
	assert_true(unit_tree_within(&tree, unit_tree_find(&tree, "T4"), 0));
	assert_false(unit_tree_within(&tree, unit_tree_find(&tree, "T1"), department));
	assert_false(unit_tree_within(&tree, unit_tree_find(&tree, "S4"), department));
	assert_false(unit_tree_within(&tree, 0, department));
	assert_int_equal(unit_tree_count(&tree, UNIT_TEAM, -1), 4);
	assert_int_equal(unit_tree_count(&tree, UNIT_TEAM, department), 2);
	assert_int_equal(unit_tree_count(&tree, UNIT_SECTION, department), 2);
	assert_int_equal(unit_tree_count(&tree, UNIT_DEPARTMENT, department), 1);
	assert_int_equal(unit_tree_count(&tree, UNIT_BODY, department), 0);
	unit_tree_free(&tree);
}

static void units_are_found_by_code_name_or_path(void **state)
{
	static const struct {
		enum unit_kind kind;
		const char *department, *section, *name, *code;
	} cases[] = {
		{UNIT_TEAM, NULL, NULL, "T1", "T1"},
		{UNIT_TEAM, NULL, NULL, "　Ｔ１ ", "T1"},
		{UNIT_TEAM, NULL, NULL, "予算班", "T4"},
		{UNIT_TEAM, "", "", " 予算班　", "T4"},
		{UNIT_TEAM, NULL, NULL, "DX推進班", "T2"},
		{UNIT_TEAM, NULL, NULL, "ｄｘ推進班", "T2"},
		{UNIT_TEAM, "福祉保健部", "総務課", "総務班", "T1"},
		{UNIT_TEAM, "福祉保健部", NULL, "総務班", "T1"},
		{UNIT_TEAM, "D1", "S1", "総務班", "T1"},
		{UNIT_TEAM, NULL, "道路建設課", "総務班", "T3"},
		/* two sections are called 総務課, but one of them has such a team */
		{UNIT_TEAM, NULL, "総務課", "総務班", "T1"},
		{UNIT_TEAM, NULL, "総務課", "予算班", "T4"},
		{UNIT_TEAM, NULL, NULL, "福祉保健部 総務課 総務班", "T1"},
		{UNIT_TEAM, NULL, NULL, "土木建築部／道路建設課／総務班", "T3"},
		{UNIT_TEAM, NULL, NULL, "道路建設課総務班", "T3"},
		{UNIT_TEAM, NULL, NULL, "見本県土木建築部道路建設課 > 総務班", "T3"},
		{UNIT_TEAM, NULL, "福祉保健部総務課", "総務班", "T1"},
		{UNIT_TEAM, "土木建築部", "総務課", "T1", "T1"}, /* the code wins */
		{UNIT_SECTION, "土木建築部", NULL, "総務課", "S3"},
		{UNIT_SECTION, "土木建築部", "何でもよい", "総務課", "S3"},
		{UNIT_SECTION, NULL, NULL, "会計課", "S4"},
		{UNIT_DEPARTMENT, NULL, NULL, "福祉保健部", "D1"},
		{UNIT_BODY, NULL, NULL, "見本県", "B"},
	};
	struct unit_tree tree = small_tree();
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		const int found = unit_tree_resolve(&tree, cases[i].kind, cases[i].department,
			cases[i].section, cases[i].name, &err);
		if (strcmp(code_at(&tree, found), cases[i].code) != 0)
			fail_msg("%s: %s instead of %s (%s)", cases[i].name, code_at(&tree, found),
				cases[i].code, err.message);
	}
	unit_tree_free(&tree);
}

static void what_does_not_fit_is_refused_with_candidates(void **state)
{
	static const struct {
		enum unit_kind kind;
		const char *department, *section, *name;
		const char *parts[3]; /* of the message */
	} cases[] = {
		{UNIT_TEAM, NULL, NULL, "総務班", {"「総務班」", "福祉保健部 総務課 総務班 (T1)", "(T3)"}},
		{UNIT_SECTION, NULL, NULL, "総務課", {"(S1)", "(S3)", "2件"}},
		{UNIT_TEAM, NULL, NULL, "総務", {"「総務」", "令和7年度", "(T3)"}},
		{UNIT_TEAM, "福祉保健部", "総務課", "経理班", {"福祉保健部 総務課", "(T1)", "(T2)"}},
		{UNIT_TEAM, "福祉保健部", "道路建設課", "総務班", {"「道路建設課」", "福祉保健部", "所属"}},
		{UNIT_TEAM, "教育庁", "総務課", "総務班", {"「教育庁」", "部局", "令和7年度"}},
		{UNIT_TEAM, NULL, NULL, "S1", {"「S1」", "班", "令和7年度"}},
		{UNIT_TEAM, NULL, NULL, "", {"班", "", ""}},
		{UNIT_TEAM, NULL, NULL, NULL, {"班", "", ""}},
		{UNIT_SECTION, NULL, NULL, "道路健設課", {"道路建設課 (S2)", "", ""}},
	};
	struct unit_tree tree = small_tree();
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		assert_int_equal(unit_tree_resolve(&tree, cases[i].kind, cases[i].department,
					 cases[i].section, cases[i].name, &err),
			-1);
		assert_int_equal(err.code, ERROR_DATA);
		for (size_t part = 0; part < 3; part++)
			if (!strstr(err.message, cases[i].parts[part]))
				fail_msg("'%s' does not say '%s'", err.message,
					cases[i].parts[part]);
	}
	unit_tree_free(&tree);
}

static void a_name_spelt_exactly_so_goes_first(void **state)
{
	struct unit_tree tree = {.fiscal_year = 2025};
	(void)state;

	add(&tree, UNIT_BODY, "B", "見本県", "", 0);
	add(&tree, UNIT_TEAM, "T1", "A班", "B", 1);
	add(&tree, UNIT_TEAM, "T2", "Ａ班", "B", 2);
	assert_true(unit_tree_build(&tree, NULL));
	assert_string_equal(
		code_at(&tree, unit_tree_resolve(&tree, UNIT_TEAM, NULL, NULL, "A班", NULL)), "T1");
	assert_string_equal(
		code_at(&tree, unit_tree_resolve(&tree, UNIT_TEAM, NULL, NULL, "Ａ班", NULL)), "T2");
	assert_int_equal(unit_tree_resolve(&tree, UNIT_TEAM, NULL, NULL, "a班", NULL), -1);
	unit_tree_free(&tree);
}

static void a_text_alone_names_a_unit_of_any_kind(void **state)
{
	static const struct {
		enum unit_kind kind;
		const char *text, *code;
		bool told;
	} cases[] = {
		{UNIT_KIND_COUNT, "土木 建築部", "D2", false},
		{UNIT_KIND_COUNT, "ｄｘ推進班", "T2", false},
		{UNIT_KIND_COUNT, " Ｓ４", "S4", false},
		{UNIT_KIND_COUNT, "総務班", "-", true}, /* two teams */
		{UNIT_SECTION, "総務課", "-", true},
		{UNIT_SECTION, "福祉保健部 総務課", "S1", false},
		{UNIT_SECTION, "予算班", "-", false}, /* a team */
		{UNIT_KIND_COUNT, "どこか", "-", false},
		{UNIT_KIND_COUNT, "", "-", false},
	};
	struct unit_tree tree = small_tree();

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		const int found = unit_tree_named(&tree, cases[i].kind, cases[i].text, &err);

		assert_string_equal(code_at(&tree, found), cases[i].code);
		assert_int_equal(err.code, cases[i].told ? ERROR_DATA : ERROR_NONE);
	}
	assert_string_equal(code_at(&tree, unit_tree_find_typed(&tree, "　Ｔ１")), "T1");
	assert_int_equal(unit_tree_find_typed(&tree, "Ｔ９"), -1);
	unit_tree_free(&tree);
}

static void broken_trees_are_refused_with_the_code(void **state)
{
	static const struct {
		enum unit_kind kind;
		const char *code, *parent;
		const char *part;
	} cases[] = {
		{UNIT_TEAM, "T9", "S9", "S9"},       /* no such parent */
		{UNIT_TEAM, "T9", "", "T9"},         /* none given */
		{UNIT_TEAM, "D1", "B", "D1"},        /* a code that is there already */
		{UNIT_BODY, "B2", "", "B2"},         /* a second body */
		{UNIT_SECTION, "S9", "T1", "S9"},    /* below a team */
		{UNIT_SECTION, "S9", "S9", "S9"},    /* below itself */
		{UNIT_DEPARTMENT, "D9", "D1", "D9"}, /* beside, not below */
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct unit_tree tree = {.fiscal_year = 2025};
		struct error err = {0};
		add(&tree, UNIT_BODY, "B", "見本県", "", 0);
		add(&tree, UNIT_DEPARTMENT, "D1", "福祉保健部", "B", 1);
		add(&tree, UNIT_TEAM, "T1", "総務班", "D1", 1);
		add(&tree, cases[i].kind, cases[i].code, "余分", cases[i].parent, 1);
		assert_false(unit_tree_build(&tree, &err));
		assert_int_equal(err.code, ERROR_DATA);
		if (!strstr(err.message, cases[i].part))
			fail_msg("'%s' does not say '%s'", err.message, cases[i].part);
		unit_tree_free(&tree);
	}
}

static void a_year_without_units_is_an_empty_tree(void **state)
{
	struct unit_tree tree = {.fiscal_year = 2030};
	struct error err = {0};
	(void)state;

	assert_true(unit_tree_build(&tree, NULL));
	assert_int_equal(unit_tree_find(&tree, "T1"), -1);
	assert_int_equal(unit_tree_count(&tree, UNIT_TEAM, -1), 0);
	assert_int_equal(unit_tree_resolve(&tree, UNIT_TEAM, NULL, NULL, "総務班", &err), -1);
	assert_non_null(strstr(err.message, "令和12年度"));
	unit_tree_free(&tree);
}

/* The real size, and a hundred times as many look-ups as sections. */
static void a_prefecture_is_quick(void **state)
{
	enum { DEPARTMENTS = 17, SECTIONS = 172, TEAMS = 700, LOOKUPS = 100000 };
	struct unit_tree tree = {.fiscal_year = 2025};
	const int64_t start = effort_ms();
	char code[16], parent[16], name[64], section[64];
	(void)state;

	add(&tree, UNIT_BODY, "B", "見本県", "", 0);
	for (int i = 0; i < TEAMS; i++) {
		snprintf(code, sizeof code, "T%d", i);
		snprintf(parent, sizeof parent, "S%d", i % SECTIONS);
		snprintf(name, sizeof name, "第%d班", i / SECTIONS + 1);
		add(&tree, UNIT_TEAM, code, name, parent, i);
	}
	for (int i = 0; i < SECTIONS; i++) {
		snprintf(code, sizeof code, "S%d", i);
		snprintf(parent, sizeof parent, "D%d", i % DEPARTMENTS);
		snprintf(name, sizeof name, "第%d課", i / DEPARTMENTS + 1);
		add(&tree, UNIT_SECTION, code, name, parent, i);
	}
	for (int i = 0; i < DEPARTMENTS; i++) {
		snprintf(code, sizeof code, "D%d", i);
		snprintf(name, sizeof name, "%d部", i);
		add(&tree, UNIT_DEPARTMENT, code, name, "B", i);
	}
	assert_true(unit_tree_build(&tree, NULL));
	for (int i = 0; i < LOOKUPS; i++) {
		const int team = i % TEAMS;
		const int of = team % SECTIONS;
		snprintf(code, sizeof code, "T%d", team);
		snprintf(parent, sizeof parent, "%d部", of % DEPARTMENTS);
		snprintf(section, sizeof section, "第%d課", of / DEPARTMENTS + 1);
		snprintf(name, sizeof name, i % 2 ? "第%d班" : "第　%d　班", team / SECTIONS + 1);
		const int found =
			unit_tree_resolve(&tree, UNIT_TEAM, parent, section, name, NULL);
		assert_string_equal(code_at(&tree, found), code);
	}
	unit_tree_free(&tree);
	const int64_t took = effort_ms() - start;
	print_message("%d look-ups: %d ms\n", LOOKUPS, (int)took);
	/* A fiftieth of that would do; a tree searched from end to end takes ten times as long. */
	assert_true(took < 10000);
}

static void kinds_are_read_by_id_and_label(void **state)
{
	enum unit_kind kind;
	(void)state;

	for (enum unit_kind i = 0; i < UNIT_KIND_COUNT; i++) {
		assert_true(unit_kind_parse(unit_kind_id(i), &kind));
		assert_int_equal(kind, i);
		assert_true(unit_kind_parse(unit_kind_label(i), &kind));
		assert_int_equal(kind, i);
	}
	assert_string_equal(unit_kind_label(UNIT_TEAM), "班");
	assert_false(unit_kind_parse("町内会", &kind));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parents_come_before_children_in_order),
		cmocka_unit_test(units_lie_within_those_above),
		cmocka_unit_test(units_are_found_by_code_name_or_path),
		cmocka_unit_test(what_does_not_fit_is_refused_with_candidates),
		cmocka_unit_test(a_name_spelt_exactly_so_goes_first),
		cmocka_unit_test(a_text_alone_names_a_unit_of_any_kind),
		cmocka_unit_test(broken_trees_are_refused_with_the_code),
		cmocka_unit_test(a_year_without_units_is_an_empty_tree),
		cmocka_unit_test(a_prefecture_is_quick),
		cmocka_unit_test(kinds_are_read_by_id_and_label),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
