#include "config.h"

#include "model/filter_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char *name(void *data, enum filter_key key, const char *text)
{
	(void)data;
	return key == FILTER_DEPARTMENT && strcmp(text, "02") == 0 ? "企画振興部" :
		key == FILTER_PROBLEM_TYPE && strcmp(text, "1") == 0 ? "①紙・手作業" :
		key == FILTER_PROBLEM_TYPE && strcmp(text, "3") == 0 ? "③情報連携" : NULL;
}

/* What a section head reads, not what somebody typed. */
static void filters_read_as_words(void **state)
{
	static const struct {
		const char *filter, *words;
	} cases[] = {
		{"", ""},
		{"議事録", "with “議事録”"},
		{"-\"会議 録\"", "not with “会議 録”"},
		{"dept:02", "Department: 企画振興部"},
		{"dept:福祉", "Department: with “福祉”"},
		{"dept:=福祉", "Department: 福祉"},
		{"dept:", "Department: none"},
		{"type:1,3", "Problem type: ①紙・手作業 or ③情報連携"},
		{"hours:>=100", "Hours saved: 100 hours or more"},
		{"hours:100..200", "Hours saved: 100 to 200 hours"},
		{"hours:..200", "Hours saved: 200 hours or less"},
		{"cost:<5000", "Cost: less than 5000 yen"},
		{"start:2025-04..2025-09", "Start date: 2025-04 to 2025-09"},
		{"start:2025-04..", "Start date: from 2025-04 on"},
		{"fy:>R6", "Fiscal year: after 令和6年度"},
		{"fy:R7", "Fiscal year: 令和7年度"},
		{"-status:draft", "not Status: Draft"},
		{"leader:佐藤 status:running", "DX leader: with “佐藤”, Status: Running"},
	};

	(void)state;
	for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
		struct filter filter;
		struct strbuf words = {0};
		struct error err = {0};

		if (!filter_parse(cases[c].filter, &filter, &err))
			fail_msg("%s: %s", cases[c].filter, err.message);
		filter_words(&filter, name, NULL, &words);
		assert_string_equal(strbuf_text(&words), cases[c].words);
		strbuf_free(&words);
		filter_free(&filter);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters_read_as_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
