/* facts_fixture - facts made by hand and by chance for the suites of rollup. */
#ifndef TESTS_ROLLUP_FACTS_FIXTURE_H
#define TESTS_ROLLUP_FACTS_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "rollup/pivot.h"

enum { FIXTURE_TOOLS = 4, FIXTURE_H = 1860 };

/* One project before it becomes a row of facts. */
struct raw_fact {
	uint16_t codes[DIMENSION_COUNT];
	uint16_t tools[FIXTURE_TOOLS];
	size_t tool_count;
	uint8_t flags;
	int64_t minutes, cost;
};

static const struct pivot_context fixture_context = {
	.hours_per_person_year = FIXTURE_H, .body = "見本県"};

/* Messages in Japanese, from the catalogue of the build tree. */
static inline int fixture_japanese(void **state)
{
	char folder[4096];

	(void)state;
	snprintf(folder, sizeof folder, "%s/locale", getenv("abs_builddir"));
	setenv("URANIWA_LOCALEDIR", folder, 1);
	i18n_init("ja");
	return 0;
}

static inline void fixture_add(struct facts *facts, const struct raw_fact *raw)
{
	const size_t at = facts_add(facts);

	for (int d = 0; d < DIMENSION_COUNT; d++)
		if (d != DIMENSION_ANY_TOOL)
			facts->codes[d][at] = raw->codes[d];
	for (size_t t = 0; t < raw->tool_count; t++)
		facts_add_tool(facts, raw->tools[t]);
	facts->flags[at] = raw->flags | FACT_STAGE << STAGE_ESTIMATE;
	facts->minutes[STAGE_ESTIMATE][BASIS_IN_YEAR][at] = raw->minutes;
	facts->cost[at] = raw->cost;
}

static inline uint16_t fixture_entry(struct facts *facts, enum dimension dimension,
	const char *code, const char *name, uint16_t parent)
{
	uint16_t result;

	assert_true(facts_add_entry(facts, dimension, code, name, parent, &result, NULL));
	return result;
}

/* Entries 1 … count of a dimension, called "3" or, for fiscal years, "2027". */
static inline void fixture_entries(struct facts *facts, enum dimension dimension, int count)
{
	char code[16];

	for (int e = 1; e <= count; e++) {
		snprintf(code, sizeof code, "%d",
			dimension == DIMENSION_FISCAL_YEAR ? 2024 + e : e);
		fixture_entry(facts, dimension, code, code, 0);
	}
}

/* A row by its key; NULL when there is none. */
static inline const struct table_row *fixture_row(const struct table *table, int64_t first,
	int64_t second, enum row_kind kind)
{
	for (size_t r = 0; r < table->rows.count; r++) {
		const struct table_row *const row = &table->rows.items[r];
		const bool data = row->kind == ROW_DATA || row->kind == ROW_UNCLASSIFIED;

		if (row->key[0] == first && row->key[1] == second &&
			(data ? kind == ROW_DATA : row->kind == kind))
			return row;
	}
	return NULL;
}

static inline int64_t fixture_number(const struct table *table, size_t row, const char *column)
{
	const int at = table_column_index(table, column);

	assert_true(at >= 0);
	assert_int_equal(table->rows.items[row].cells[at].kind, CELL_NUMBER);
	return table->rows.items[row].cells[at].number;
}

static inline void fixture_assert_text(const struct table *table, size_t row, const char *column,
	enum table_style style, const char *expected)
{
	struct strbuf text = {0};
	const int at = table_column_index(table, column);

	assert_true(at >= 0);
	assert_in_range(row, 0, table->rows.count - 1);
	table_cell_text(table, row, (size_t)at, style, &text);
	assert_string_equal(strbuf_text(&text), expected);
	strbuf_free(&text);
}

/* Same numbers on every machine. */
static inline uint32_t fixture_random(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(*seed >> 33);
}

#endif
