/* year_fixture - a small prefecture in R7 for the suites of the programme's year. */
#ifndef TESTS_ROLLUP_YEAR_FIXTURE_H
#define TESTS_ROLLUP_YEAR_FIXTURE_H

#include "facts_fixture.h"
#include "model/workflow.h"

enum { FIXTURE_YEAR = 2025 };

static inline void year_unit(struct unit_tree *tree, enum unit_kind kind, const char *code,
	const char *name, const char *parent)
{
	struct unit_node *const node = vec_add(&tree->nodes);

	node->unit = (struct unit){.code = code, .kind = kind, .name = name, .parent_code = parent,
		.successor_code = "", .first_fiscal_year = FIXTURE_YEAR};
	node->unit.position = (int)tree->nodes.count;
}

/* 福祉保健部: 児童課 (T1, T2), 高齢課 (T3); 土木建築部: 道路課 (T4); 会計課 without a department (T5). */
static inline struct unit_tree year_tree(void)
{
	struct unit_tree tree = {.fiscal_year = FIXTURE_YEAR};

	year_unit(&tree, UNIT_BODY, "B", "見本県", "");
	year_unit(&tree, UNIT_DEPARTMENT, "D1", "福祉保健部", "B");
	year_unit(&tree, UNIT_SECTION, "S1", "児童課", "D1");
	year_unit(&tree, UNIT_TEAM, "T1", "相談班", "S1");
	year_unit(&tree, UNIT_TEAM, "T2", "手当班", "S1");
	year_unit(&tree, UNIT_SECTION, "S2", "高齢課", "D1");
	year_unit(&tree, UNIT_TEAM, "T3", "計画班", "S2");
	year_unit(&tree, UNIT_DEPARTMENT, "D2", "土木建築部", "B");
	year_unit(&tree, UNIT_SECTION, "S3", "道路課", "D2");
	year_unit(&tree, UNIT_TEAM, "T4", "維持班", "S3");
	year_unit(&tree, UNIT_SECTION, "S4", "会計課", "B");
	year_unit(&tree, UNIT_TEAM, "T5", "審査班", "S4");
	assert_true(unit_tree_build(&tree, NULL));
	return tree;
}

/* Dictionaries of two years, the units, and every status under its id. */
static inline void year_facts(struct facts *facts, const struct unit_tree *tree)
{
	static const enum dimension of_kind[UNIT_KIND_COUNT] = {[UNIT_DEPARTMENT] = DIMENSION_DEPARTMENT,
		[UNIT_SECTION] = DIMENSION_SECTION, [UNIT_TEAM] = DIMENSION_TEAM};

	facts_init(facts);
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2024", "令和6年度", 0);
	fixture_entry(facts, DIMENSION_FISCAL_YEAR, "2025", "令和7年度", 0);
	for (size_t n = 1; n < tree->nodes.count; n++) {
		const struct unit *const unit = &tree->nodes.items[n].unit;

		fixture_entry(facts, of_kind[unit->kind], unit->code, unit->name, 0);
	}
	for (int s = 0; s < STATUS_COUNT; s++)
		fixture_entry(facts, DIMENSION_STATUS, workflow_status_id((enum status)s), "", 0);
	fixture_entry(facts, DIMENSION_HALF_YEAR, "first", "前期", 0);
	fixture_entry(facts, DIMENSION_HALF_YEAR, "second", "後期", 0);
}

struct year_project {
	const char *team; /* "" = none */
	enum status status;
	int half; /* 0 = no start month */
	int64_t estimate, actual; /* minutes, in-year; the full year has twice as many */
	bool excluded;
	bool last_year;
};

static inline void year_add(struct facts *facts, const struct unit_tree *tree,
	const struct year_project *project)
{
	const int node = unit_tree_find(tree, project->team);
	const int section = node < 0 ? -1 : tree->nodes.items[node].section;
	struct raw_fact raw = {.minutes = project->estimate};

	raw.codes[DIMENSION_FISCAL_YEAR] = project->last_year ? 1 : 2;
	raw.codes[DIMENSION_TEAM] = facts_find(facts, DIMENSION_TEAM, project->team);
	if (section >= 0)
		raw.codes[DIMENSION_SECTION] = facts_find(
			facts, DIMENSION_SECTION, tree->nodes.items[section].unit.code);
	raw.codes[DIMENSION_STATUS] = facts_find(
		facts, DIMENSION_STATUS, workflow_status_id(project->status));
	raw.codes[DIMENSION_HALF_YEAR] = (uint16_t)project->half;
	raw.flags = project->status == STATUS_CANCELLED ? FACT_CANCELLED :
		!workflow_counts(project->status)       ? FACT_DRAFT :
		project->excluded                       ? FACT_EXCLUDED :
							  FACT_COUNTED;
	fixture_add(facts, &raw);
	const size_t at = facts->count - 1;
	if (workflow_stage_known(project->status, STAGE_ACTUAL, project->actual != 0))
		facts->flags[at] |= FACT_STAGE << STAGE_ACTUAL;
	facts->minutes[STAGE_ACTUAL][BASIS_IN_YEAR][at] = project->actual;
	facts->minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR][at] = 2 * project->estimate;
	facts->minutes[STAGE_ACTUAL][BASIS_FULL_YEAR][at] = 2 * project->actual;
}

/* The text of a cell as people see it must be this. */
static inline void year_assert(const struct table *table, size_t row, const char *column,
	const char *expected)
{
	fixture_assert_text(table, row, column, TABLE_PEOPLE, expected);
}

#endif
