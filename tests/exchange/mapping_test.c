#include "config.h"

#include "exchange/mapping.h"
#include "exchange/sheet_look.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What is written is read as the same. */
static void survives_its_text(void **state)
{
	static const char *const headings[] = {"事業名", "係：名", "a=b?", "# 1", "効果 ▸ 時間", "\"x\" y", "表題", " z ",
		"年間\n削減時間"};
	struct mapping mapping = {0}, again = {0};
	struct strbuf text = {0}, second = {0};
	struct error err = {0};
	(void)state;

	for (size_t i = 0; i < sizeof headings / sizeof headings[0]; i++)
		mapping_put(&mapping, MAPPING_HEADING, i % 2 ? HEADING_LEFT_OUT : (int)i, headings[i], NULL);
	mapping_put(&mapping, MAPPING_VALUE, 3, "電子=申請", "Graffer: 電子申請");
	mapping_put(&mapping, MAPPING_VALUE, 3, "未定", "");
	mapping_put(&mapping, MAPPING_DEFAULT, 4, "", "1 ? 2");
	mapping_put(&mapping, MAPPING_CONSTANT, 2, "", NULL);
	mapping_put(&mapping, MAPPING_CONSTANT, 5, "", "表題");
	mapping_write_all(&mapping, SHEET_PROJECTS, &text);
	if (!mapping_parse(strbuf_text(&text), SHEET_PROJECTS, &again, &err))
		fail_msg("%s\n%s", err.message, strbuf_text(&text));
	assert_int_equal(again.rules.count, mapping.rules.count);
	for (size_t i = 0; i < again.rules.count; i++) {
		const struct mapping_rule *const rule = &again.rules.items[i], *const was = &mapping.rules.items[i];

		assert_int_equal(rule->act, was->act);
		assert_int_equal(rule->column, was->column);
		assert_string_equal(rule->key, was->key);
		assert_int_equal(rule->right == NULL, was->right == NULL);
		if (rule->right)
			assert_string_equal(rule->right, was->right);
	}
	mapping_write_all(&again, SHEET_PROJECTS, &second);
	assert_string_equal(strbuf_text(&second), strbuf_text(&text));
	strbuf_free(&text);
	strbuf_free(&second);
	mapping_free(&mapping);
	mapping_free(&again);
}

static void a_rule_takes_the_place_of_another(void **state)
{
	struct mapping mapping = {0};
	(void)state;

	mapping_put(&mapping, MAPPING_HEADING, 1, "事業 名", NULL);
	mapping_put(&mapping, MAPPING_HEADING, 2, "事業名", NULL);
	mapping_put(&mapping, MAPPING_VALUE, 1, "ア", "x");
	mapping_put(&mapping, MAPPING_VALUE, 2, "ア", "y");
	mapping_put(&mapping, MAPPING_VALUE, 2, "ｱ", "z");
	assert_int_equal(mapping.rules.count, 3);
	assert_int_equal(mapping_heading(&mapping, "事\n業名"), 2);
	assert_string_equal(mapping_value(&mapping, 1, "ｱ"), "x");
	assert_string_equal(mapping_value(&mapping, 2, "ア"), "z");
	assert_string_equal(mapping_value(&mapping, 3, "ア"), "ア");
	mapping_remove(&mapping, 0);
	assert_int_equal(mapping_heading(&mapping, "事業名"), HEADING_UNKNOWN);
	assert_int_equal(mapping.rules.count, 2);
	mapping_free(&mapping);
}

static bool look_at(const char *content, const char *map, struct sheet_look *look, struct error *err)
{
	FILE *const stream = tmpfile();

	fputs(content, stream);
	rewind(stream);
	const bool looked = sheet_look(stream, SHEET_PROJECTS, &(struct sheet_options){.map = map}, look, err);
	fclose(stream);
	return looked;
}

static void looks_at_what_is_there(void **state)
{
	static const enum sheet_taken taken[] = {SHEET_TAKEN_NAME, SHEET_TAKEN_NOT, SHEET_TAKEN_NAME, SHEET_TAKEN_RULE,
		SHEET_TAKEN_FIGURE, SHEET_TAKEN_TWICE, SHEET_TAKEN_OUT, SHEET_TAKEN_MEANING};
	struct sheet_look look = {0};
	struct error err = {0};
	(void)state;

	assert_true(look_at("令和6年度 一覧\n取組名,メモ,班,人,見込効果時間X,件名,除,想定削減時間[時間]/年\na, m ,b\n\nc,,d\n",
		"人 = 担当者\n除 =\n", &look, &err));
	assert_true(look.whole);
	assert_int_equal(look.title_year, 2024);
	assert_int_equal(look.columns.count, sizeof taken / sizeof taken[0]);
	for (size_t i = 0; i < look.columns.count; i++)
		if (look.columns.items[i].taken != taken[i])
			fail_msg("%s: %d", look.columns.items[i].heading, look.columns.items[i].taken);
	assert_string_equal(look.columns.items[1].cells[0], " m ");
	assert_string_equal(look.columns.items[2].cells[1], "d");
	assert_string_equal(look.columns.items[2].cells[2], "");
	assert_int_equal(look.line, 3);
	sheet_look_free(&look);

	/* what is needed is not there: the line that knows most, or the first of several cells */
	assert_true(look_at("表紙\n作成日\n事業,係,担当者\na,b,c\n", NULL, &look, &err));
	assert_false(look.whole);
	assert_string_equal(look.columns.items[0].heading, "事業");
	sheet_look_free(&look);
	assert_true(look_at("表紙\nあ,い\na,b\n", NULL, &look, &err));
	assert_string_equal(look.columns.items[1].heading, "い");
	sheet_look_free(&look);
	assert_false(look_at("表紙\nだけ\n", NULL, &look, &err));
	assert_non_null(strstr(err.message, "more than one cell"));
	sheet_look_free(&look);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(survives_its_text),
		cmocka_unit_test(a_rule_takes_the_place_of_another),
		cmocka_unit_test(looks_at_what_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
