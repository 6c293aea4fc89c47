#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "store/catalogue_store.h"
#include "store/office_store.h"
#include "store/project_store.h"
#include "store/unit_store.h"
#include "store_fixture.h"

static struct store *store_of(void **state)
{
	return ((struct store_fixture *)*state)->store;
}

static void begin(struct store *store)
{
	assert_true(store_begin(store, "tester", "unit", NULL, NULL));
}

static void commit(struct store *store)
{
	struct error err = {0};

	if (!store_commit(store, &err))
		fail_msg("%s (%s)", err.message, err.detail);
}

static void put(struct store *store, struct unit unit, bool expected)
{
	struct error err = {0};
	bool changed = !expected;

	if (!unit_store_put(store, &unit, &changed, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_int_equal(changed, expected);
}

static void tree_comes_in_order(void **state)
{
	static const char *const codes[] = {"90000", "D1", "S11", "T111", "T112", "S12", "T121",
		"D2", "S21", "T211", "T212"};
	struct unit_tree tree;
	struct error err = {0};

	if (!unit_store_tree(store_of(state), 2025, &tree, &err))
		fail_msg("%s (%s)", err.message, err.detail);
	assert_int_equal(tree.nodes.count, sizeof codes / sizeof codes[0]);
	for (size_t i = 0; i < tree.nodes.count; i++)
		assert_string_equal(tree.nodes.items[i].unit.code, codes[i]);
	assert_string_equal(tree.nodes.items[1].unit.parent_code, "90000");
	assert_string_equal(tree.nodes.items[8].unit.name, "こども家庭課");
	assert_true(tree.nodes.items[8].unit.lead_section);
	unit_tree_free(&tree);
	/* Before the first year of all others there is only the body. */
	assert_true(unit_store_tree(store_of(state), 2023, &tree, &err));
	assert_int_equal(tree.nodes.count, 1);
	unit_tree_free(&tree);
}

static void versions_hold_from_their_first_year(void **state)
{
	struct store *store = store_of(state);
	struct unit renamed = {.code = "T111", .kind = UNIT_TEAM, .name = "人事給与班",
		.parent_code = "S11", .first_fiscal_year = 2026, .position = 1};
	struct unit closed = {.code = "T112", .kind = UNIT_TEAM, .name = "研修班",
		.parent_code = "S11", .first_fiscal_year = 2024, .last_fiscal_year = 2025,
		.successor_code = "T111", .position = 2};
	struct unit_tree tree;

	begin(store);
	put(store, renamed, true);
	put(store, renamed, false);
	put(store, closed, true);
	commit(store);
	assert_true(unit_store_tree(store, 2025, &tree, NULL));
	int index = unit_tree_find(&tree, "T111");
	assert_string_equal(tree.nodes.items[index].unit.name, "人事班");
	assert_true(unit_tree_find(&tree, "T112") >= 0);
	unit_tree_free(&tree);
	assert_true(unit_store_tree(store, 2026, &tree, NULL));
	index = unit_tree_find(&tree, "T111");
	assert_string_equal(tree.nodes.items[index].unit.name, "人事給与班");
	assert_int_equal(unit_tree_find(&tree, "T112"), -1);
	unit_tree_free(&tree);
	assert_true(unit_store_all(store, &tree, NULL));
	assert_int_equal(tree.nodes.count, 12);
	unit_tree_free(&tree);
}

static void projects_follow_a_team_that_moves(void **state)
{
	struct store *store = store_of(state);
	const int64_t id = store_fixture_add(store, "移管", "T121", 1);
	struct unit moved = {.code = "T121", .kind = UNIT_TEAM, .name = "課税班",
		.parent_code = "S21", .first_fiscal_year = 2024, .position = 3};
	struct project project;

	begin(store);
	put(store, moved, true);
	commit(store);
	project_init(&project);
	assert_int_equal(project_store_by_id(store, id, &project, NULL), PROJECT_FOUND);
	assert_string_equal(project.section_code, "S21");
	assert_string_equal(project.department_code, "D2");
	assert_string_equal(project.department, "福祉保健部");
	assert_int_equal(project.version, 2);
	project_free(&project);
}

static void a_unit_needs_code_and_name(void **state)
{
	struct store *store = store_of(state);
	struct error err = {0};
	const struct unit unit = {.code = "T999", .kind = UNIT_TEAM, .name = "",
		.parent_code = "S11", .first_fiscal_year = 2024};

	begin(store);
	assert_false(unit_store_put(store, &unit, NULL, &err));
	assert_int_equal(err.code, ERROR_DATA);
	store_rollback(store);
}

static void people_roles_and_leaders_come_back(void **state)
{
	struct store *store = store_of(state);
	const struct office_row person = {{"k001", "佐藤 翔太", "サトウ ショウタ", "sato@example.jp", "1"}};
	const struct office_row grant = {{"k001", "leader", "S11", "2025", "0"}};
	const struct office_row ended = {{"k001", "leader", "S11", "2025", "2026"}};
	const struct office_row leader = {{"2025", "S11", "k001", "2025-04-01", ""}};
	struct people people;

	begin(store);
	assert_true(office_store_insert(store, &office_people, &person, NULL));
	assert_true(office_store_insert(store, &office_roles, &grant, NULL));
	assert_true(office_store_update(store, &office_roles, &grant, &ended, NULL));
	assert_true(office_store_insert(store, &office_leaders, &leader, NULL));
	commit(store);
	assert_true(unit_store_people(store, &people, NULL));
	assert_int_equal(people.people.count, 1);
	assert_string_equal(people.people.items[0].kana, "サトウ ショウタ");
	assert_int_equal(people.grants.count, 1);
	assert_int_equal(people.grants.items[0].role, ROLE_LEADER);
	assert_int_equal(people.grants.items[0].last_fiscal_year, 2026);
	assert_int_equal(people.leaders.count, 1);
	assert_string_equal(people.leaders.items[0].from, "2025-04-01");
	people_free(&people);
}

static void a_grant_needs_its_person(void **state)
{
	struct store *store = store_of(state);
	const struct office_row grant = {{"nobody", "admin", "90000", "2025", "0"}};
	struct error err = {0};

	begin(store);
	assert_false(office_store_insert(store, &office_roles, &grant, &err));
	assert_int_equal(err.code, ERROR_DATA);
	store_rollback(store);
}

/* ---- catalogues: names as in tests/golden ------------------------------------------------- */

static void catalogues_ship_with_the_program(void **state)
{
	struct catalogue types, tools;

	assert_true(catalogue_store_load(store_of(state), CATALOGUE_PROBLEM_TYPE, &types, NULL));
	assert_true(catalogue_store_load(store_of(state), CATALOGUE_TOOL, &tools, NULL));
	assert_int_equal(types.entries.count, 8);
	assert_int_equal(tools.entries.count, 11);
	assert_string_equal(types.entries.items[0].name,
		"紙・手作業・旧システム依存による業務非効率");
	assert_string_equal(types.entries.items[7].name, "その他（電子申請等における周知率の低さ）");
	assert_string_equal(tools.entries.items[3].name, "Graffer電子申請");
	assert_string_equal(tools.entries.items[10].code, "other");
	assert_int_equal(catalogue_find(&tools, "rpa", 2019), 9);
	assert_int_equal(catalogue_find(&tools, "rpa", 2018), -1);
	assert_int_equal(catalogue_resolve(&tools, "ＺＯＯＭ", 2025, NULL), 7);
	assert_int_equal(catalogue_resolve(&tools, "LINEWORKS", 2025, NULL), 5);
	assert_int_equal(catalogue_resolve(&types, "③", 2025, NULL), 2);
	catalogue_free(&types);
	catalogue_free(&tools);
}

static void catalogue_entries_can_be_renamed_for_later_years(void **state)
{
	struct store *store = store_of(state);
	const struct office_row later = {{"genai", "2027", "0", "生成ＡＩ（庁内版）", "", "", "2", ""}};
	struct catalogue tools;

	begin(store);
	assert_true(office_store_insert(store, &office_tools, &later, NULL));
	commit(store);
	assert_true(catalogue_store_load(store, CATALOGUE_TOOL, &tools, NULL));
	assert_int_equal(tools.entries.count, 12);
	int index = catalogue_find(&tools, "genai", 2027);
	assert_string_equal(tools.entries.items[index].name, "生成ＡＩ（庁内版）");
	catalogue_free(&tools);
}

#define WITH_STORE(test)                                                                           \
	cmocka_unit_test_setup_teardown(test, store_fixture_setup, store_fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_STORE(tree_comes_in_order),
		WITH_STORE(versions_hold_from_their_first_year),
		WITH_STORE(projects_follow_a_team_that_moves),
		WITH_STORE(a_unit_needs_code_and_name),
		WITH_STORE(people_roles_and_leaders_come_back),
		WITH_STORE(a_grant_needs_its_person),
		WITH_STORE(catalogues_ship_with_the_program),
		WITH_STORE(catalogue_entries_can_be_renamed_for_later_years),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
