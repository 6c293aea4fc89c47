/* The figures of a workbook, as they stand in its XML. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "exchange/xlsx_digits.h"

static void assert_rewritten(const char *xml, const char *expected)
{
	struct strbuf out = {0};

	xlsx_digits_rewrite(xml, strlen(xml), &out);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
}

static void binary_fractions_become_decimals(void **state)
{
	(void)state;
	assert_rewritten("<c r=\"A1\" s=\"3\"><v>8.300000000000001</v></c>",
		"<c r=\"A1\" s=\"3\"><v>8.3</v></c>");
	assert_rewritten("<v>-0.07000000000000001</v><v>0.29999999999999999</v>", "<v>-0.07</v><v>0.3</v>");
	assert_rewritten("<c:numCache><c:v>2.2000000000000002</c:v>", "<c:numCache><c:v>2.2</c:v>");
	/* fifteen digits are all there are */
	assert_rewritten("<v>999999999999999</v>", "<v>999999999999999</v>");
	assert_rewritten("<v>-12345678901234.5</v>", "<v>-12345678901234.5</v>");
}

static void what_is_no_figure_stays(void **state)
{
	(void)state;
	assert_rewritten("<col width=\"10.300000000000001\"/><f>8.300000000000001</f>",
		"<col width=\"10.300000000000001\"/><f>8.300000000000001</f>");
	/* a row may be called like that */
	assert_rewritten("<c:strCache><c:pt><c:v>8.300000000000001</c:v></c:pt></c:strCache><c:v>8.300000000000001</c:v>",
		"<c:strCache><c:pt><c:v>8.300000000000001</c:v></c:pt></c:strCache><c:v>8.3</c:v>");
	assert_rewritten("", "");
	assert_rewritten("<v>", "<v>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(binary_fractions_become_decimals),
		cmocka_unit_test(what_is_no_figure_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
