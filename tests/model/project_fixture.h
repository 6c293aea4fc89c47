/* project_fixture - a small prefecture of R7 that the project suites read texts against. */
#ifndef TESTS_MODEL_PROJECT_FIXTURE_H
#define TESTS_MODEL_PROJECT_FIXTURE_H

#include "model/project.h"

struct fixture {
	struct unit_tree units;
	struct catalogue problem_types;
	struct catalogue tools;
	struct project_context context;
};

static void fixture_unit(struct fixture *fixture, enum unit_kind kind, const char *code,
	const char *name, const char *parent)
{
	struct unit_node *node = vec_add(&fixture->units.nodes);

	node->unit.code = code;
	node->unit.name = name;
	node->unit.parent_code = parent;
	node->unit.successor_code = "";
	node->unit.kind = kind;
	node->unit.first_fiscal_year = 2025;
}

static void fixture_entry(struct catalogue *catalogue, const char *code, const char *name,
	const char *aliases, int last_fiscal_year)
{
	struct catalogue_entry *entry = vec_add(&catalogue->entries);

	*entry = (struct catalogue_entry){.code = code, .name = name, .name_en = "",
		.aliases = aliases, .position = (int)catalogue->entries.count,
		.first_fiscal_year = 2020, .last_fiscal_year = last_fiscal_year, .merged_into = ""};
}

static void fixture_make(struct fixture *fixture)
{
	static const char *const codes[] = {"t01", "t02", "t03", "t04", "t05", "t06", "t07", "t08",
		"t09", "t10", "t11", "t12", "t13", "t14", "t15", "t16"};

	*fixture = (struct fixture){.units = {.fiscal_year = 2025}};
	fixture_unit(fixture, UNIT_BODY, "B", "見本県", "");
	fixture_unit(fixture, UNIT_DEPARTMENT, "2000", "福祉保健部", "B");
	fixture_unit(fixture, UNIT_SECTION, "2100", "児童課", "2000");
	fixture_unit(fixture, UNIT_TEAM, "2101", "総務班", "2100");
	fixture_unit(fixture, UNIT_TEAM, "2102", "相談班", "2100");
	fixture_unit(fixture, UNIT_DEPARTMENT, "3000", "土木建築部", "B");
	fixture_unit(fixture, UNIT_SECTION, "3100", "道路課", "3000");
	fixture_unit(fixture, UNIT_TEAM, "3101", "総務班", "3100");
	unit_tree_build(&fixture->units, NULL);
	fixture->problem_types.kind = CATALOGUE_PROBLEM_TYPE;
	fixture_entry(&fixture->problem_types, "1", "紙・手作業・旧システム依存による業務非効率", "", 0);
	fixture_entry(&fixture->problem_types, "3", "情報連携・共有・調整の非効率", "", 0);
	fixture_entry(&fixture->problem_types, "9", "昔の類型", "", 2024);
	catalogue_index(&fixture->problem_types);
	fixture->tools.kind = CATALOGUE_TOOL;
	fixture_entry(&fixture->tools, "kintone", "kintone", "キントーン", 0);
	fixture_entry(&fixture->tools, "genai", "生成AI", "ChatGPT", 0);
	fixture_entry(&fixture->tools, "various", "各種システム（庁内/庁外、その他）", "", 0);
	fixture_entry(&fixture->tools, "fax", "FAX", "", 2024);
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		fixture_entry(&fixture->tools, codes[i], codes[i], "", 0);
	catalogue_index(&fixture->tools);
	fixture->context = (struct project_context){
		&fixture->units, &fixture->problem_types, &fixture->tools};
}

static void fixture_free(struct fixture *fixture)
{
	unit_tree_free(&fixture->units);
	catalogue_free(&fixture->problem_types);
	catalogue_free(&fixture->tools);
}

#endif
