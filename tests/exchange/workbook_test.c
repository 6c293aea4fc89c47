/* Workbooks, made here part by part, read as what a person sees in them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <zip.h>

#include "base/strbuf.h"
#include "exchange/workbook.h"

/* ---- making them ------------------------------------------------------------------------------------- */

struct part {
	const char *name, *text;
};

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define RELATION(id, type, target) "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/" \
	"officeDocument/2006/relationships/" type "\" Target=\"" target "\"/>"
static const char package_relations[] =
	XML "<Relationships>" RELATION("rId1", "officeDocument", "xl/workbook.xml") "</Relationships>";
static const char book_relations[] = XML "<Relationships>"
	RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
	RELATION("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
	RELATION("rId3", "sharedStrings", "sharedStrings.xml")
	RELATION("rId4", "styles", "styles.xml") "</Relationships>";
static const char one_sheet[] = XML "<workbook><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"rId1\"/>"
	"</sheets></workbook>";
static const char styles[] = XML "<styleSheet><numFmts>"
	"<numFmt numFmtId=\"164\" formatCode=\"000000\"/>"
	"<numFmt numFmtId=\"165\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/>"
	"<numFmt numFmtId=\"166\" formatCode=\"[h]:mm\"/>"
	"<numFmt numFmtId=\"167\" formatCode=\"#,##0.0_ ;[Red]\\-#,##0.0\\ \"/>"
	"<numFmt numFmtId=\"168\" formatCode=\"mmm\\-yy\"/></numFmts>"
	"<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
	"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/><xf numFmtId=\"165\"/>"
	"<xf numFmtId=\"166\"/><xf numFmtId=\"10\"/><xf numFmtId=\"167\"/><xf numFmtId=\"168\"/>"
	"<xf numFmtId=\"22\"/></cellXfs></styleSheet>";

/* A package in a file without a name; parts end with a name of NULL. */
static FILE *packed(const struct part *parts)
{
	char path[] = "/tmp/workbook_test_XXXXXX";
	const int file = mkstemp(path);
	zip_t *const zip = zip_open(path, ZIP_TRUNCATE, NULL);

	assert_true(file >= 0 && zip);
	for (; parts->name; parts++) {
		zip_source_t *const source =
			zip_source_buffer(zip, parts->text, strlen(parts->text), 0);

		assert_true(source && zip_file_add(zip, parts->name, source, 0) >= 0);
	}
	assert_int_equal(zip_close(zip), 0);
	close(file);
	FILE *const stream = fopen(path, "rb");
	assert_non_null(stream);
	unlink(path);
	return stream;
}

/* A workbook of one sheet with these rows, and these texts. */
static FILE *workbook(const char *rows, const char *strings)
{
	const struct part parts[] = {{"_rels/.rels", package_relations}, {"xl/workbook.xml", one_sheet},
		{"xl/_rels/workbook.xml.rels", book_relations}, {"xl/styles.xml", styles},
		{"xl/worksheets/sheet1.xml", rows}, {"xl/sharedStrings.xml", strings}, {NULL, NULL}};

	return packed(parts);
}

/* ---- reading them ------------------------------------------------------------------------------------ */

static bool take_row(const struct workbook_row *row, void *data, struct error *err)
{
	static const char marks[] = {[MERGED_NOT] = '\0', [MERGED_LEFT] = '<', [MERGED_ABOVE] = '^'};
	struct strbuf *const out = data;

	(void)err;
	strbuf_addf(out, "%lld:", (long long)row->row);
	for (size_t c = 0; c < row->count; c++) {
		strbuf_addf(out, "%s%s", c ? "|" : "", row->cells[c]);
		if (marks[row->merged[c]])
			strbuf_add_char(out, marks[row->merged[c]]);
	}
	strbuf_add_char(out, '\n');
	return true;
}

static void assert_sheet(FILE *stream, size_t sheet, const char *expected)
{
	struct strbuf out = {0};
	struct error err = {0};
	struct workbook *const book = workbook_open(stream, &err);

	if (!book || !workbook_read(book, sheet, take_row, &out, &err))
		fail_msg("%s", err.message);
	assert_string_equal(strbuf_text(&out), expected);
	strbuf_free(&out);
	workbook_close(book);
	fclose(stream);
}

static void assert_refused(FILE *stream, const char *words)
{
	struct strbuf out = {0};
	struct error err = {0};
	struct workbook *const book = workbook_open(stream, &err);

	assert_false(book && workbook_read(book, 0, take_row, &out, &err));
	if (!strstr(err.message, words))
		fail_msg("%s", err.message);
	strbuf_free(&out);
	workbook_close(book);
	fclose(stream);
}

/* ---- tests ------------------------------------------------------------------------------------------- */

static void texts_are_read_without_their_readings(void **state)
{
	(void)state;
	assert_sheet(workbook(XML "<worksheet><sheetData><row r=\"2\">"
		"<c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c>"
		"<c r=\"D2\" t=\"inlineStr\"><is><r><t>直</t></r><r><t>接</t></r></is></c>"
		"<c r=\"E2\" t=\"str\"><f>A1&amp;B1</f><v>式の値</v></c>"
		"<c r=\"F2\" t=\"s\"><v>99</v></c><c r=\"G2\" t=\"s\"><v>2</v></c></row>"
		"</sheetData></worksheet>",
		XML "<sst><si><t>課題</t><rPh sb=\"0\" eb=\"2\"><t>カダイ</t></rPh></si>"
		"<si><r><t>太</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 字</t></r></si>"
		"<si><t>一行_x000D_\n二行_x005F_</t></si></sst>"),
		0, "2:課題||太 字|直接|式の値||一行\r\n二行_\n");
}

static void numbers_are_what_people_see(void **state)
{
	(void)state;
	assert_sheet(workbook(XML "<worksheet><sheetData><row r=\"1\">"
		"<c s=\"1\"><v>10101</v></c><c s=\"2\"><v>45748</v></c><c s=\"3\"><v>45748</v></c>"
		"<c s=\"4\"><v>1.25</v></c><c s=\"5\"><v>0.839</v></c>"
		"<c s=\"6\"><v>-8.3000000000000007</v></c><c s=\"7\"><v>45870</v></c>"
		"<c s=\"8\"><v>45748.395833333336</v></c><c><v>0.30000000000000004</v></c>"
		"<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row></sheetData></worksheet>",
		XML "<sst/>"),
		0, "1:010101|2025-04-01|2025-04-01|30:00|83.9%|-8.3|2025-08|2025-04-01 09:30|0.3|TRUE|"
		   "#N/A\n");
}

static void dates_of_1904_are_four_years_later(void **state)
{
	static const char book[] = XML "<workbook><workbookPr date1904=\"1\"/><sheets>"
		"<sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>";
	const struct part parts[] = {{"_rels/.rels", package_relations}, {"xl/workbook.xml", book},
		{"xl/_rels/workbook.xml.rels", book_relations}, {"xl/styles.xml", styles},
		{"xl/worksheets/sheet1.xml", XML "<worksheet><sheetData><row><c s=\"2\"><v>44286</v></c>"
			"</row></sheetData></worksheet>"},
		{NULL, NULL}};

	(void)state;
	assert_sheet(packed(parts), 0, "1:2025-04-01\n");
}

static void merged_cells_say_where_their_text_stands(void **state)
{
	(void)state;
	assert_sheet(workbook(XML "<worksheet><sheetData>"
		"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>見出し</t></is></c></row>"
		"<row r=\"3\" hidden=\"1\"><c r=\"B3\"><v>1</v></c></row>"
		"<row r=\"4\"><c r=\"B4\"><v>2</v></c></row></sheetData>"
		"<mergeCells count=\"2\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A1:C1\"/></mergeCells>"
		"</worksheet>", XML "<sst/>"),
		0, "1:見出し|<|<\n3:|1\n4:^|2\n");
}

static void sheets_have_names_and_may_be_hidden(void **state)
{
	static const char book[] = XML "<workbook><sheets><sheet name=\"一覧\" r:id=\"rId1\"/>"
		"<sheet name=\"裏\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>";
	static const char rows[] = XML "<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row>"
		"</x:sheetData></x:worksheet>";
	const struct part parts[] = {{"_rels/.rels", package_relations}, {"xl/workbook.xml", book},
		{"xl/_rels/workbook.xml.rels", book_relations},
		{"xl/worksheets/sheet1.xml", rows}, {"xl/worksheets/sheet2.xml", rows}, {NULL, NULL}};
	FILE *const stream = packed(parts);
	struct error err = {0};
	struct workbook *const opened = workbook_open(stream, &err);

	(void)state;
	assert_non_null(opened);
	assert_int_equal(workbook_sheet_count(opened), 2);
	assert_string_equal(workbook_sheet_name(opened, 1), "裏");
	assert_true(workbook_sheet_hidden(opened, 1) && !workbook_sheet_hidden(opened, 0));
	workbook_close(opened);
	rewind(stream);
	assert_sheet(stream, 1, "1:7\n");
}

static void open_document_sheets_are_read_too(void **state)
{
	static const char content[] = XML "<office:document-content><office:body><office:spreadsheet>"
		"<table:table table:name=\"表\">"
		"<table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>"
		"<table:table-row><table:table-cell office:value-type=\"string\" "
		"table:number-columns-spanned=\"2\"><office:annotation><text:p>メモ</text:p></office:annotation>"
		"<text:p>一<text:s text:c=\"2\"/>行</text:p><text:p><text:ruby><text:ruby-base>二</text:ruby-base>"
		"<text:ruby-text>に</text:ruby-text></text:ruby></text:p></table:table-cell>"
		"<table:covered-table-cell/>"
		"<table:table-cell office:value-type=\"float\" office:value=\"10101\"><text:p>010101</text:p>"
		"</table:table-cell>"
		"<table:table-cell office:value-type=\"float\" office:value=\"1234.5\"><text:p>1,235</text:p>"
		"</table:table-cell>"
		"<table:table-cell office:value-type=\"percentage\" office:value=\"0.839\"><text:p>84%</text:p>"
		"</table:table-cell>"
		"<table:table-cell office:value-type=\"date\" office:date-value=\"2025-04-01\">"
		"<text:p>4月1日</text:p></table:table-cell>"
		"<table:table-cell office:value-type=\"time\" office:time-value=\"PT30H00M00S\">"
		"<text:p>30:00</text:p></table:table-cell>"
		"<table:table-cell table:number-columns-repeated=\"16377\"/></table:table-row>"
		"<table:table-row table:number-rows-repeated=\"1048573\"><table:table-cell/></table:table-row>"
		"</table:table></office:spreadsheet></office:body></office:document-content>";
	const struct part parts[] = {{"content.xml", content}, {NULL, NULL}};

	(void)state;
	assert_sheet(packed(parts), 0,
		"3:一  行\n二|<|010101|1234.5|83.9%|2025-04-01|30:00\n");
}

static void drawings_on_a_cell_are_no_text_of_it(void **state)
{
	static const char content[] = XML "<office:document-content><table:table table:name=\"a\">"
		"<table:shapes><draw:frame><draw:text-box><text:p>表の上</text:p></draw:text-box></draw:frame>"
		"</table:shapes><table:table-row>"
		"<table:table-cell office:value-type=\"string\"><text:p>区<text:span>分</text:span></text:p>"
		"<draw:line><text:p/></draw:line><draw:g><draw:custom-shape><text:p>11</text:p>"
		"</draw:custom-shape></draw:g></table:table-cell>"
		"<table:table-cell><draw:frame><draw:text-box><text:p>吹き出し</text:p></draw:text-box>"
		"</draw:frame></table:table-cell>"
		"<table:table-cell office:value-type=\"string\"><draw:line><text:p/></draw:line>"
		"<text:p>一</text:p><text:p>二</text:p></table:table-cell>"
		"</table:table-row></table:table></office:document-content>";
	const struct part parts[] = {{"content.xml", content}, {NULL, NULL}};

	(void)state;
	assert_sheet(packed(parts), 0, "1:区分||一\n二\n");
}

static FILE *bytes(const char *text, size_t length)
{
	FILE *const stream = tmpfile();

	assert_non_null(stream);
	assert_int_equal(fwrite(text, 1, length, stream), length);
	rewind(stream);
	return stream;
}

static void others_are_refused_with_what_to_do(void **state)
{
	static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on";
	static const char encrypted[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1....."
		"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
	const struct part document[] = {{"word/document.xml", XML "<a/>"}, {NULL, NULL}};
	const struct part entities[] = {{"content.xml", XML "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"},
		{NULL, NULL}};

	(void)state;
	assert_refused(bytes(old, sizeof old), "xls");
	assert_refused(bytes(encrypted, sizeof encrypted), "encrypted");
	assert_refused(bytes("PK\3\4 broken", 11), "damaged");
	assert_refused(packed(document), "neither");
	assert_refused(packed(entities), "damaged");
	assert_refused(workbook(XML "<worksheet><sheetData><row><c><v>1</v>", XML "<sst/>"), "damaged");
	assert_refused(workbook(XML "<worksheet><sheetData><row r=\"2000000\"><c><v>1</v></c></row>"
		"</sheetData></worksheet>", XML "<sst/>"), "more cells");
	assert_refused(workbook(XML "<worksheet><sheetData><row r=\"9223372036854775807\"/>"
		"<row><c><v>1</v></c></row></sheetData></worksheet>", XML "<sst/>"), "more cells");
}

static void a_merged_area_may_reach_below_every_sheet(void **state)
{
	static const char content[] = XML "<office:document-content><table:table table:name=\"a\">"
		"<table:table-row><table:table-cell/></table:table-row><table:table-row>"
		"<table:table-cell office:value-type=\"string\" "
		"table:number-rows-spanned=\"9223372036854775807\"><text:p>x</text:p></table:table-cell>"
		"</table:table-row><table:table-row><table:covered-table-cell/>"
		"<table:table-cell office:value-type=\"string\"><text:p>y</text:p></table:table-cell>"
		"</table:table-row></table:table></office:document-content>";
	const struct part parts[] = {{"content.xml", content}, {NULL, NULL}};

	(void)state;
	assert_sheet(packed(parts), 0, "2:x\n3:^|y\n");
}

static void a_sheet_that_unpacks_to_too_much_is_refused(void **state)
{
	struct strbuf content = {0};

	(void)state;
	strbuf_add_text(&content, XML "<office:document-content><table:table table:name=\"a\">");
	strbuf_add_repeated(&content, ' ', 80u << 20);
	strbuf_add_text(&content, "</table:table></office:document-content>");
	const struct part parts[] = {{"content.xml", strbuf_text(&content)}, {NULL, NULL}};
	assert_refused(packed(parts), "more than can be meant");

	/* few bytes, many cells */
	static const char repeated[] = XML "<office:document-content><table:table table:name=\"a\">"
		"<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell "
		"table:number-columns-repeated=\"16000\" office:value-type=\"string\"><text:p>x</text:p>"
		"</table:table-cell></table:table-row></table:table></office:document-content>";
	const struct part cells[] = {{"content.xml", repeated}, {NULL, NULL}};
	assert_refused(packed(cells), "more cells");

	/* one cell at the end of many rows: as many cells without text */
	strbuf_clear(&content);
	strbuf_add_text(&content, XML "<worksheet><sheetData>");
	for (int row = 0; row < 13000; row++)
		strbuf_add_text(&content, "<row><c r=\"XFD1\"><v>1</v></c></row>");
	strbuf_add_text(&content, "</sheetData></worksheet>");
	assert_refused(workbook(strbuf_text(&content), XML "<sst/>"), "more cells");

	/* merged areas over one another */
	strbuf_clear(&content);
	strbuf_add_text(&content, XML "<worksheet><sheetData>");
	for (int row = 0; row < 15000; row++)
		strbuf_add_text(&content, "<row><c r=\"A1\"><v>1</v></c></row>");
	strbuf_add_text(&content, "</sheetData><mergeCells>");
	for (int area = 0; area < 15000; area++)
		strbuf_add_text(&content, "<mergeCell ref=\"B1:B100000\"/>");
	strbuf_add_text(&content, "</mergeCells></worksheet>");
	assert_refused(workbook(strbuf_text(&content), XML "<sst/>"), "more cells");
	strbuf_free(&content);
}

static void a_cell_of_blanks_is_as_long_as_any(void **state)
{
	static const char few[] = XML "<office:document-content><table:table table:name=\"a\">"
		"<table:table-row><table:table-cell office:value-type=\"string\"><text:p>x"
		"<text:s text:c=\"3\"/>y</text:p></table:table-cell></table:table-row></table:table>"
		"</office:document-content>";
	const struct part one[] = {{"content.xml", few}, {NULL, NULL}};
	struct strbuf content = {0};

	(void)state;
	assert_sheet(packed(one), 0, "1:x   y\n");
	strbuf_add_text(&content, XML "<office:document-content><table:table table:name=\"a\">"
		"<table:table-row><table:table-cell office:value-type=\"string\"><text:p>");
	for (int space = 0; space < 20000; space++)
		strbuf_add_text(&content, "<text:s text:c=\"1000000\"/>");
	strbuf_add_text(&content, "</text:p></table:table-cell></table:table-row></table:table>"
		"</office:document-content>");
	const struct part many[] = {{"content.xml", strbuf_text(&content)}, {NULL, NULL}};
	assert_refused(packed(many), "more cells");
	strbuf_free(&content);
}

/* No program writes it; rows come in order all the same. */
static void a_row_within_a_row_is_another_one(void **state)
{
	(void)state;
	assert_sheet(workbook(XML "<worksheet><sheetData><row r=\"2\"><c><v>1</v></c><row r=\"2\"><c><v>2</v></c></row>"
		"<c><v>3</v></c></row></sheetData></worksheet>", XML "<sst/>"), 0, "3:2\n4:|3\n");
}

static void more_sheets_and_formats_than_any_program_makes_are_refused(void **state)
{
	struct strbuf relations = {0}, codes = {0};

	(void)state;
	strbuf_add_text(&relations, XML "<Relationships>");
	for (int i = 0; i < 20000; i++)
		strbuf_add_text(&relations, RELATION("r", "worksheet", "s"));
	strbuf_add_text(&relations, "</Relationships>");
	const struct part related[] = {{"_rels/.rels", strbuf_text(&relations)}, {NULL, NULL}};
	assert_refused(packed(related), "(relationships)");
	strbuf_free(&relations);

	strbuf_add_text(&codes, XML "<styleSheet>");
	for (int i = 0; i < 5000; i++)
		strbuf_add_text(&codes, "<numFmt numFmtId=\"164\" formatCode=\"0\"/>");
	strbuf_add_text(&codes, "</styleSheet>");
	const struct part styled[] = {{"_rels/.rels", package_relations}, {"xl/workbook.xml", one_sheet},
		{"xl/_rels/workbook.xml.rels", book_relations}, {"xl/styles.xml", strbuf_text(&codes)},
		{NULL, NULL}};
	assert_refused(packed(styled), "(styles)");
	strbuf_free(&codes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_read_without_their_readings),
		cmocka_unit_test(numbers_are_what_people_see),
		cmocka_unit_test(dates_of_1904_are_four_years_later),
		cmocka_unit_test(merged_cells_say_where_their_text_stands),
		cmocka_unit_test(sheets_have_names_and_may_be_hidden),
		cmocka_unit_test(open_document_sheets_are_read_too),
		cmocka_unit_test(drawings_on_a_cell_are_no_text_of_it),
		cmocka_unit_test(others_are_refused_with_what_to_do),
		cmocka_unit_test(a_merged_area_may_reach_below_every_sheet),
		cmocka_unit_test(a_sheet_that_unpacks_to_too_much_is_refused),
		cmocka_unit_test(a_cell_of_blanks_is_as_long_as_any),
		cmocka_unit_test(a_row_within_a_row_is_another_one),
		cmocka_unit_test(more_sheets_and_formats_than_any_program_makes_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
