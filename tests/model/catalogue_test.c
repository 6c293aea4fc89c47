#include "config.h"

#include "model/catalogue.h"

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

static struct catalogue_entry *add(
	struct catalogue *catalogue, const char *code, const char *name, const char *aliases)
{
	struct catalogue_entry *entry = vec_add(&catalogue->entries);

	entry->id = (int64_t)catalogue->entries.count;
	entry->code = arena_strdup(&catalogue->arena, code);
	entry->name = arena_strdup(&catalogue->arena, name);
	entry->name_en = "";
	entry->aliases = aliases;
	entry->position = (int)catalogue->entries.count;
	entry->first_fiscal_year = 2025;
	entry->merged_into = "";
	return entry;
}

/* The eight published types; no cell of that file holds a comma or a quote. */
static struct catalogue problem_types(void)
{
	struct catalogue catalogue = {.kind = CATALOGUE_PROBLEM_TYPE};
	char *path = xasprintf(
		"%s/tests/golden/oita-r7-problem-types.csv", getenv("abs_srcdir"));
	FILE *file = fopen(path, "r");
	char line[1024];

	if (!file)
		fail_msg("%s cannot be read", path);
	free(path);
	assert_non_null(fgets(line, sizeof line, file));
	while (fgets(line, sizeof line, file)) {
		char *name = strchr(line, ',');
		*name++ = '\0';
		name[strcspn(name, ",")] = '\0';
		if (strcmp(line, "total") != 0)
			add(&catalogue, line, name, "");
	}
	fclose(file);
	catalogue_index(&catalogue);
	return catalogue;
}

static struct catalogue tools(void)
{
	struct catalogue catalogue = {.kind = CATALOGUE_TOOL};

	add(&catalogue, "kintone", "kintone", "キントーン\nきんとん");
	add(&catalogue, "genai", "生成AI", "ChatGPT\nCopilot");
	catalogue.entries.items[1].name_en = "Generative AI";
	add(&catalogue, "minutes-ai", "議事録AI", "議事録作成支援");
	add(&catalogue, "web-meeting", "WEB会議", "Teams会議\nZoom");
	add(&catalogue, "rpa", "RPA", "");
	return catalogue;
}

static const char *code_at(const struct catalogue *catalogue, int index)
{
	return index < 0 ? "-" : catalogue->entries.items[index].code;
}

static void assert_resolved(
	const struct catalogue *catalogue, const char *text, int fiscal_year, const char *code)
{
	struct error err = {0};
	const int found = catalogue_resolve(catalogue, text, fiscal_year, &err);

	if (strcmp(code_at(catalogue, found), code) != 0)
		fail_msg("%s: %s instead of %s (%s)", text, code_at(catalogue, found), code,
			err.message);
}

static void every_form_of_a_problem_type_is_read(void **state)
{
	static const char *const texts[] = {"1", "①", "１", " 1 ",
		"①紙・手作業・旧システム依存による業務非効率", "紙・手作業・旧システム依存による業務非効率",
		"1紙・手作業・旧システム依存による業務非効率",
		"1. 紙・手作業・旧システム依存による業務非効率",
		"(1)紙・手作業・旧システム依存による業務非効率", "⑴", "（１）",
		"①　紙・手作業・旧システム依存による業務非効率",
		"１：紙・手作業・旧ｼｽﾃﾑ依存による業務非効率"};
	struct catalogue catalogue = problem_types();
	(void)state;

	assert_int_equal(catalogue.entries.count, 8);
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_resolved(&catalogue, texts[i], 2025, "1");
	assert_resolved(&catalogue, "⑧", 2025, "8");
	assert_resolved(&catalogue, "スキル・リテラシーのバラつき／不足", 2025, "6");
	for (size_t i = 0; i < catalogue.entries.count; i++) {
		struct strbuf shown = {0};
		catalogue_display_name(&catalogue, &catalogue.entries.items[i], &shown);
		assert_resolved(&catalogue, strbuf_text(&shown), 2025,
			catalogue.entries.items[i].code);
		strbuf_free(&shown);
	}
	catalogue_free(&catalogue);
}

static void what_is_no_problem_type_is_refused_with_what_is_near(void **state)
{
	static const struct {
		const char *text;
		const char *parts[2];
	} cases[] = {
		/* number and name contradict each other */
		{"②紙・手作業・旧システム依存による業務非効率", {"候補", "①紙・手作業"}},
		{"データ活用", {"「データ活用」", "⑤データ活用・分析の未熟さ"}},
		{"9", {"「9」", "①紙・手作業"}},
		{"", {"課題類型", "①紙・手作業"}},
		{"まったく別のこと", {"令和7年度", "①紙・手作業"}},
	};
	struct catalogue catalogue = problem_types();
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct error err = {0};
		assert_int_equal(catalogue_resolve(&catalogue, cases[i].text, 2025, &err), -1);
		assert_int_equal(err.code, ERROR_DATA);
		for (size_t part = 0; part < 2; part++)
			if (!strstr(err.message, cases[i].parts[part]))
				fail_msg("'%s' does not say '%s'", err.message,
					cases[i].parts[part]);
	}
	assert_int_equal(catalogue_resolve(&catalogue, "9", 2025, NULL), -1);
	catalogue_free(&catalogue);
}

static void tools_are_read_by_code_name_and_alias(void **state)
{
	struct catalogue catalogue = tools();
	struct error err = {0};
	(void)state;

	/* Without an index first, then with one: no difference but speed. */
	for (int round = 0; round < 2; round++) {
		assert_resolved(&catalogue, "kintone", 2025, "kintone");
		assert_resolved(&catalogue, "Kintone", 2025, "kintone");
		assert_resolved(&catalogue, "ｷﾝﾄｰﾝ", 2025, "kintone");
		assert_resolved(&catalogue, "生成ＡＩ", 2025, "genai");
		assert_resolved(&catalogue, "generative ai", 2025, "genai");
		assert_resolved(&catalogue, "chatgpt", 2025, "genai");
		assert_resolved(&catalogue, "ZOOM", 2025, "web-meeting");
		assert_resolved(&catalogue, "Teams会議", 2025, "web-meeting");
		assert_int_equal(catalogue_resolve(&catalogue, "kintoone", 2025, &err), -1);
		assert_non_null(strstr(err.message, "候補：kintone"));
		assert_null(strstr(err.message, "RPA"));
		assert_int_equal(catalogue_resolve(&catalogue, "そろばん", 2025, &err), -1);
		assert_non_null(strstr(err.message, "kintone, 生成AI, 議事録AI, WEB会議, RPA"));
		catalogue_index(&catalogue);
	}
	catalogue_free(&catalogue);
}

static void years_decide_which_entry_holds(void **state)
{
	struct catalogue catalogue = tools();
	struct catalogue_entry *entry;
	struct error err = {0};
	(void)state;

	catalogue.entries.items[4].last_fiscal_year = 2026; /* RPA goes */
	catalogue.entries.items[2].last_fiscal_year = 2025; /* 議事録AI becomes part of 生成AI */
	catalogue.entries.items[2].merged_into = "genai";
	catalogue.entries.items[3].last_fiscal_year = 2026; /* WEB会議 is renamed */
	entry = add(&catalogue, "web-meeting", "オンライン会議", "");
	entry->first_fiscal_year = 2027;
	catalogue_index(&catalogue);

	assert_resolved(&catalogue, "RPA", 2026, "rpa");
	assert_int_equal(catalogue_resolve(&catalogue, "RPA", 2027, &err), -1);
	assert_non_null(strstr(err.message, "令和9年度"));
	assert_null(strstr(err.message, "議事録AI"));
	assert_int_equal(catalogue_resolve(&catalogue, "kintone", 2024, &err), -1);
	assert_resolved(&catalogue, "RPA", 0, "rpa");
	assert_resolved(&catalogue, "議事録AI", 2025, "minutes-ai");
	assert_resolved(&catalogue, "議事録AI", 2026, "genai");
	assert_int_equal(catalogue_resolve(&catalogue, "WEB会議", 2027, NULL), 5);
	assert_int_equal(catalogue_resolve(&catalogue, "オンライン会議", 2025, NULL), 3);
	assert_int_equal(catalogue_resolve(&catalogue, "web-meeting", 0, NULL), 5);
	assert_int_equal(catalogue_find(&catalogue, "web-meeting", 2026), 3);
	assert_int_equal(catalogue_find(&catalogue, "web-meeting", 2027), 5);
	assert_int_equal(catalogue_find(&catalogue, "web-meeting", 0), 5);
	assert_int_equal(catalogue_find(&catalogue, "rpa", 2027), -1);
	assert_int_equal(catalogue_find(&catalogue, "RPA", 2026), -1);
	catalogue_free(&catalogue);
}

static void merging_in_a_circle_ends(void **state)
{
	struct catalogue catalogue = tools();
	(void)state;

	for (int i = 0; i < 2; i++) {
		catalogue.entries.items[i].last_fiscal_year = 2025;
		catalogue.entries.items[i].merged_into = i ? "kintone" : "genai";
	}
	catalogue_index(&catalogue);
	assert_int_equal(catalogue_resolve(&catalogue, "kintone", 2026, NULL), -1);
	catalogue_free(&catalogue);
}

static void the_strictest_reading_wins_and_rivals_are_named(void **state)
{
	struct catalogue catalogue = tools();
	struct error err = {0};
	(void)state;

	add(&catalogue, "other", "ChatGPT", "自動化\nrpa");
	add(&catalogue, "macro", "マクロ", "自動化");
	catalogue_index(&catalogue);
	assert_resolved(&catalogue, "ChatGPT", 2025, "other"); /* a name before an alias */
	assert_resolved(&catalogue, "rpa", 2025, "rpa");       /* a code before an alias */
	assert_int_equal(catalogue_resolve(&catalogue, "自動化", 2025, &err), -1);
	assert_non_null(strstr(err.message, "ChatGPT (other)"));
	assert_non_null(strstr(err.message, "マクロ (macro)"));
	catalogue_free(&catalogue);
}

static void assert_displayed(enum catalogue_kind kind, const char *code, const char *expected)
{
	const struct catalogue catalogue = {.kind = kind};
	const struct catalogue_entry entry = {.code = code, .name = "名", .name_en = "name"};
	struct strbuf out = {0};

	catalogue_display_name(&catalogue, &entry, &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void problem_types_show_their_circled_digit(void **state)
{
	(void)state;

	assert_displayed(CATALOGUE_PROBLEM_TYPE, "1", "①名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "8", "⑧名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "20", "⑳名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "21", "名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "0", "名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "01", "名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "1a", "名");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "99999999999999999999", "名");
	assert_displayed(CATALOGUE_TOOL, "1", "名");
	i18n_init("en");
	assert_displayed(CATALOGUE_PROBLEM_TYPE, "2", "②name");
	i18n_init("ja");
}

static void an_import_of_many_rows_is_quick(void **state)
{
	enum { LOOKUPS = 200000 };
	struct catalogue catalogue = problem_types();
	const int64_t start = effort_ms();
	(void)state;

	for (int i = 0; i < LOOKUPS; i++)
		assert_int_equal(catalogue_resolve(&catalogue, "①紙・手作業・旧システム依存による業務非効率",
					 2025, NULL),
			0);
	const int64_t took = effort_ms() - start;
	print_message("%d look-ups: %d ms\n", LOOKUPS, (int)took);
	assert_true(took < 10000);
	catalogue_free(&catalogue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_of_a_problem_type_is_read),
		cmocka_unit_test(what_is_no_problem_type_is_refused_with_what_is_near),
		cmocka_unit_test(tools_are_read_by_code_name_and_alias),
		cmocka_unit_test(years_decide_which_entry_holds),
		cmocka_unit_test(merging_in_a_circle_ends),
		cmocka_unit_test(the_strictest_reading_wins_and_rivals_are_named),
		cmocka_unit_test(problem_types_show_their_circled_digit),
		cmocka_unit_test(an_import_of_many_rows_is_quick),
	};

	i18n_init("ja");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
