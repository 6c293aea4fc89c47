#include "config.h"

#include "rollup/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "exchange/csv_reader.h"
#include "model/fiscal_year.h"

/* The sample prefecture plants three near-copies of R7-0484: data/sample/README.md. */
enum { ORIGINAL = 20250484, HITS = 10, COLUMNS = 7, TOOLS_MAX = 16 };
static const int64_t copies[] = {20250426, 20250198, 20250421};
enum { COPIES = sizeof copies / sizeof copies[0] };

enum column { NUMBER, TITLE, APPROACH, ISSUE, WORK, TYPE, TOOLS };
static const char *const headings[COLUMNS] = {"number", "title", "approach", "current_issue", "work",
	"problem_type_code", "tools"};

struct loading {
	struct similar_index *index;
	size_t columns[COLUMNS];
	size_t records;
	char *title; /* of the original */
};

/* R7-0484 is 20250484. */
static int64_t id_of(const char *text)
{
	int fiscal_year, number;

	assert_true(fiscal_year_number_parse(text, &fiscal_year, &number, NULL));
	return (int64_t)fiscal_year * 10000 + number;
}

static void add_project(struct loading *loading, const struct csv_record *record)
{
	const char *cells[COLUMNS];
	const char *tools[TOOLS_MAX];
	struct similar_project project = {.tools = tools};
	char *rest, *tool;

	for (size_t c = 0; c < COLUMNS; c++)
		cells[c] = record->cells[loading->columns[c]];
	char *const list = xstrdup(cells[TOOLS]);
	for (tool = strtok_r(list, ";", &rest); tool; tool = strtok_r(NULL, ";", &rest))
		tools[project.tool_count++] = tool;
	project.id = id_of(cells[NUMBER]);
	project.title = cells[TITLE];
	project.approach = cells[APPROACH];
	project.current_issue = cells[ISSUE];
	project.work = cells[WORK];
	project.problem_type = cells[TYPE];
	similar_add(loading->index, &project);
	if (project.id == ORIGINAL)
		loading->title = xstrdup(project.title);
	free(list);
}

static bool load_record(const struct csv_record *record, void *data, struct error *err)
{
	struct loading *const loading = data;

	(void)err;
	if (loading->records++) {
		add_project(loading, record);
		return true;
	}
	for (size_t c = 0; c < COLUMNS; c++) {
		loading->columns[c] = record->count;
		for (size_t i = 0; i < record->count; i++)
			if (strcmp(record->cells[i], headings[c]) == 0)
				loading->columns[c] = i;
		assert_true(loading->columns[c] < record->count);
	}
	return true;
}

static int set_up(void **state)
{
	static struct loading loading;
	char path[4096];

	loading = (struct loading){.index = similar_new()};
	snprintf(path, sizeof path, "%s/data/sample/projects.csv", getenv("abs_srcdir"));
	FILE *const stream = fopen(path, "r");
	if (!stream || !csv_read(stream, ENCODING_AUTO, NULL, load_record, &loading, NULL))
		return 1;
	fclose(stream);
	*state = &loading;
	return 0;
}

static int tear_down(void **state)
{
	struct loading *const loading = *state;

	similar_free(loading->index);
	free(loading->title);
	return 0;
}

static void assert_all_copies(const struct similar_hit *hits)
{
	for (size_t c = 0; c < COPIES; c++) {
		size_t h = 0;

		while (h < COPIES && hits[h].id != copies[c])
			h++;
		if (h == COPIES)
			fail_msg("%d is not among the first", (int)copies[c]);
	}
}

static void the_planted_copies_come_first(void **state)
{
	const struct loading *const loading = *state;
	struct similar_hit hits[HITS];

	assert_true(similar_count(loading->index) >= 746);
	assert_int_equal(similar_to(loading->index, ORIGINAL, hits, HITS), HITS);
	assert_all_copies(hits);
	/* and nothing else comes near them */
	assert_true(hits[COPIES].score + 200 < hits[COPIES - 1].score);
}

static void each_copy_leads_to_the_original(void **state)
{
	const struct loading *const loading = *state;
	struct similar_hit hits[HITS];

	for (size_t c = 0; c < COPIES; c++) {
		size_t h = 0;

		assert_true(similar_to(loading->index, copies[c], hits, HITS) >= COPIES);
		while (h < COPIES && hits[h].id != ORIGINAL)
			h++;
		assert_true(h < COPIES);
	}
}

static void typing_the_title_leads_there_too(void **state)
{
	const struct loading *const loading = *state;
	struct similar_hit hits[HITS];

	assert_true(similar_to_text(loading->index, loading->title, hits, HITS) > COPIES);
	assert_int_equal(hits[0].id, ORIGINAL);
	assert_int_equal(hits[0].score, 1000);
	assert_all_copies(hits + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_planted_copies_come_first),
		cmocka_unit_test(each_copy_leads_to_the_original),
		cmocka_unit_test(typing_the_title_leads_there_too),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
