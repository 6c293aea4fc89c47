#include "config.h"

#include "rollup/similar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { HITS = 5 };

static const char *const minutes_ai[] = {"gijiroku-ai", "genai"};
static const char *const forms[] = {"graffer", "kintone"};
static const char *const robot[] = {"rpa"};

static const struct similar_project prefecture[] = {
	{10, "児童相談の面接記録の文字起こし", "録音した面接を議事録AIで文字にし、要点を生成AIで整える。",
		"面接のたびに記録作成に1時間近くかかり、相談への対応が遅れている。", "面接記録", "2",
		minutes_ai, 2},
	{20, "補助金申請のオンライン化", "申請フォームを作り、受付から審査までをkintoneでつなぐ。",
		"紙の申請書を手で入力しており、転記の誤りが多い。", "補助金の受付", "1", forms, 2},
	{30, "女性相談の面接記録の文字おこし", "面接の録音を議事録ＡＩで文字にして、要点を生成AIで整える。",
		"面接の記録作成に時間がかかり、相談対応が遅れがちである。", "面接記録", "2", minutes_ai, 2},
	{40, "旅費システムへの入力の自動化", "毎月の旅費の入力をロボットに任せる。",
		"旅費の入力に毎月2日かかる。", "旅費", "1", robot, 1},
	{50, "助成金申請のオンライン受付", "電子申請のフォームで受け付け、kintoneで審査する。",
		"紙の申請書の転記に手間がかかる。", "助成金の受付", "1", forms, 2},
	{60, "公用車の予約", "予約表を共有する。", "電話で予約している。", "公用車", "3", NULL, 0},
};
enum { PROJECTS = sizeof prefecture / sizeof prefecture[0] };

static struct similar_index *index_of(const struct similar_project *projects, size_t count,
	bool backwards)
{
	struct similar_index *const index = similar_new();

	for (size_t p = 0; p < count; p++)
		similar_add(index, &projects[backwards ? count - 1 - p : p]);
	return index;
}

static void near_copies_come_first(void **state)
{
	struct similar_index *const index = index_of(prefecture, PROJECTS, false);
	struct similar_hit hits[HITS];
	(void)state;

	assert_true(similar_to(index, 10, hits, HITS) >= 1);
	assert_int_equal(hits[0].id, 30);
	assert_int_equal(hits[0].type, 1000);
	assert_int_equal(hits[0].tools, 1000);
	assert_true(hits[0].text > 400);
	assert_true(similar_to(index, 50, hits, HITS) >= 1);
	assert_int_equal(hits[0].id, 20);
	assert_true(similar_to(index, 20, hits, 1) == 1);
	assert_int_equal(hits[0].id, 50);
	assert_int_equal(similar_to(index, 999, hits, HITS), 0);
	assert_int_equal(similar_to(index, 10, hits, 0), 0);
	similar_free(index);
}

static void a_title_being_typed_finds_them_in_any_spelling(void **state)
{
	static const struct {
		const char *text;
		int64_t first;
	} typed[] = {
		{"面接", 10}, {"面接の記録", 30}, {"女性の相談", 30}, {"旅費", 40}, {"ＫＩＮＴＯＮＥで審査", 50},
		{"ロボット", 40}, {"ろぼっと", 40}, {"公用車", 60}, {"助成金", 50}, {"ｵﾝﾗｲﾝ化", 20},
	};
	struct similar_index *const index = index_of(prefecture, PROJECTS, false);
	struct similar_hit hits[HITS];
	(void)state;

	for (size_t t = 0; t < sizeof typed / sizeof typed[0]; t++) {
		if (similar_to_text(index, typed[t].text, hits, HITS) == 0)
			fail_msg("nothing for %s", typed[t].text);
		if (hits[0].id != typed[t].first)
			fail_msg("%s: %d", typed[t].text, (int)hits[0].id);
		assert_int_equal(hits[0].score, hits[0].text);
	}
	assert_int_equal(similar_to_text(index, "", hits, HITS), 0);
	assert_int_equal(similar_to_text(index, "、。・ ", hits, HITS), 0);
	assert_int_equal(similar_to_text(index, "鉄道模型", hits, HITS), 0);
	similar_free(index);
}

/* By hand: of two projects, log2(3) = 1.58… = 405/256; a pair of one weighs 405, of both 149.
 * 議事録 = 議事(149) 事録(405), twice for a title: 1108. 議事要旨: 2 × (149 + 405 + 405) = 1918. */
static void scores_are_exact(void **state)
{
	static const char *const tools[] = {"genai", "rpa", "kintone"};
	static const struct similar_project two[] = {
		{.id = 1, .title = "議事録", .problem_type = "2", .tools = tools, .tool_count = 2},
		{.id = 2, .title = "議事要旨", .problem_type = "2", .tools = tools + 1, .tool_count = 2},
	};
	static const struct similar_project body = {.id = 3, .approach = "議事録"};
	struct similar_index *const index = index_of(two, 2, false);
	struct similar_index *const other = index_of(&body, 1, false);
	struct similar_hit hits[HITS];
	(void)state;

	assert_int_equal(similar_to(index, 1, hits, HITS), 1);
	assert_int_equal(hits[0].text, 2 * 298 * 1000 / (1108 + 1918)); /* 196 */
	assert_int_equal(hits[0].tools, 500); /* 2 × 1 of 4 */
	assert_int_equal(hits[0].type, 1000);
	assert_int_equal(hits[0].score, (80 * 196 + 12 * 500 + 8 * 1000) / 100);
	assert_int_equal(similar_to_text(index, "議事録", hits, HITS), 2);
	assert_int_equal(hits[0].id, 1);
	assert_int_equal(hits[0].score, 1000);
	assert_int_equal(hits[1].score, 298 * 1000 / 1108); /* 268 */
	/* what stands in the text only counts half as much as a title */
	assert_int_equal(similar_to_text(other, "議事録", hits, HITS), 1);
	assert_int_equal(hits[0].score, 500);
	/* 録画 is nowhere: it weighs as if one project held it */
	assert_int_equal(similar_to_text(index, "議事録画", hits, HITS), 2);
	assert_int_equal(hits[0].score, 1108 * 1000 / (1108 + 2 * 405)); /* 577 */
	similar_free(index);
	similar_free(other);
}

static void a_project_being_edited_leaves_itself_out(void **state)
{
	struct similar_index *const index = index_of(prefecture, PROJECTS, false);
	struct similar_project edited = prefecture[0];
	struct similar_hit hits[HITS], stored[HITS];
	(void)state;

	const size_t count = similar_to_project(index, &edited, hits, HITS);
	assert_int_equal(count, similar_to(index, edited.id, stored, HITS));
	assert_memory_equal(hits, stored, count * sizeof *hits);
	edited.id = 0;
	assert_true(similar_to_project(index, &edited, hits, HITS) > 0);
	assert_int_equal(hits[0].id, 10);
	assert_int_equal(hits[0].score, 1000);
	similar_free(index);
}

static void the_order_of_input_does_not_matter(void **state)
{
	struct similar_index *const index = index_of(prefecture, PROJECTS, false);
	struct similar_index *const backwards = index_of(prefecture, PROJECTS, true);
	struct similar_hit hits[HITS], other[HITS];
	(void)state;

	for (size_t p = 0; p < PROJECTS; p++) {
		const size_t count = similar_to(index, prefecture[p].id, hits, HITS);

		assert_int_equal(count, similar_to(backwards, prefecture[p].id, other, HITS));
		assert_memory_equal(hits, other, count * sizeof *hits);
	}
	similar_free(index);
	similar_free(backwards);
}

static void equals_are_told_by_number(void **state)
{
	struct similar_index *const index = similar_new();
	struct similar_project project = {.title = "窓口の混雑表示"};
	struct similar_hit hits[3];
	(void)state;

	for (int64_t id = 9; id > 0; id--) {
		project.id = id;
		similar_add(index, &project);
	}
	assert_int_equal(similar_count(index), 9);
	assert_int_equal(similar_to(index, 2, hits, 3), 3);
	assert_int_equal(hits[0].id, 1);
	assert_int_equal(hits[1].id, 3);
	assert_int_equal(hits[2].id, 4);
	/* adding goes on after a question */
	project.id = 0;
	similar_add(index, &project);
	assert_int_equal(similar_to(index, 2, hits, 3), 3);
	assert_int_equal(hits[0].id, 0);
	similar_free(index);
}

static void no_project_at_all_is_no_trouble(void **state)
{
	static const struct similar_project empty = {.id = 1};
	struct similar_index *const index = similar_new();
	struct similar_hit hits[HITS];
	(void)state;

	assert_int_equal(similar_to(index, 1, hits, HITS), 0);
	assert_int_equal(similar_to_text(index, "面接", hits, HITS), 0);
	similar_add(index, &empty);
	assert_int_equal(similar_to(index, 1, hits, HITS), 0);
	assert_int_equal(similar_to_text(index, "面接", hits, HITS), 0);
	similar_free(index);
}

/* A text of characters drawn unevenly from 400 kanji, like words that many projects share. */
static void invent(char *text, size_t characters, uint32_t *seed)
{
	for (size_t c = 0; c < characters; c++) {
		*seed = *seed * 1664525 + 1013904223;
		const uint32_t roll = *seed >> 8, pick = (roll % 400) * (roll / 400 % 400) / 400;
		const uint32_t character = 0x4E00 + pick;

		*text++ = (char)(0xE0 | character >> 12);
		*text++ = (char)(0x80 | (character >> 6 & 0x3F));
		*text++ = (char)(0x80 | (character & 0x3F));
	}
	*text = '\0';
}

/* A question takes some milliseconds; the bound only catches a wrong order of growth. */
static void ten_thousand_projects_answer_at_once(void **state)
{
	enum { MANY = 10000, ASKED = 20 };
	struct similar_index *const index = similar_new();
	char title[64], approach[700], issue[700];
	uint32_t seed = 7;
	struct similar_hit hits[HITS];
	(void)state;

	for (int64_t id = 1; id <= MANY; id++) {
		const struct similar_project project = {.id = id, .title = title,
			.approach = approach, .current_issue = issue, .problem_type = "1",
			.tools = robot, .tool_count = 1};

		invent(title, 18, &seed);
		invent(approach, 200, &seed);
		invent(issue, 200, &seed);
		similar_add(index, &project);
	}
	assert_int_equal(similar_to_text(index, title, hits, 1), 1);
	assert_int_equal(hits[0].id, MANY);
	const clock_t start = clock();
	for (int64_t id = 1; id <= ASKED; id++)
		assert_int_equal(similar_to(index, id * 400, hits, HITS), HITS);
	const clock_t each = (clock() - start) / ASKED;
	assert_true(each < CLOCKS_PER_SEC / 2);
	similar_free(index);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(near_copies_come_first),
		cmocka_unit_test(a_title_being_typed_finds_them_in_any_spelling),
		cmocka_unit_test(scores_are_exact),
		cmocka_unit_test(a_project_being_edited_leaves_itself_out),
		cmocka_unit_test(the_order_of_input_does_not_matter),
		cmocka_unit_test(equals_are_told_by_number),
		cmocka_unit_test(no_project_at_all_is_no_trouble),
		cmocka_unit_test(ten_thousand_projects_answer_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
