#include "workbook.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "compare.h"
#include "exact.h"

enum { DIGITS_MAX = 15 /* Excel keeps no more */, EPOCH = 25569 /* days from 1899-12-30 to 1970 */ };

const char *workbook_command(struct pool *pool, const char *command)
{
	FILE *const pipe = popen(command, "r");
	struct text text = {0};
	char buffer[65536];
	size_t got;

	text_add(pool, &text, "", 0);
	while (pipe && (got = fread(buffer, 1, sizeof buffer, pipe)) > 0)
		text_add(pool, &text, buffer, got);
	if (pipe)
		pclose(pipe);
	return text.bytes;
}

/* ---- XML ------------------------------------------------------------------------------------------------ */

/* Text between tags, with its entities replaced, added to out. */
static void workbook_add_text(struct pool *pool, struct text *out, const char *at, const char *end)
{
	static const char *const entities[][2] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}};

	while (at < end) {
		size_t e = 0;

		while (e < 4 && strncmp(at, entities[e][0], strlen(entities[e][0])) != 0)
			e++;
		text_add(pool, out, e < 4 ? entities[e][1] : at, 1);
		at += e < 4 ? strlen(entities[e][0]) : 1;
	}
}

struct tag {
	const char *name, *text; /* behind "<", behind ">" */
	const char *end;         /* of the text */
};

/* The next tag from *at on; false at the end. */
static bool workbook_tag(const char **at, struct tag *tag)
{
	const char *const open = strchr(*at, '<');
	const char *const close = open ? strchr(open, '>') : NULL;

	if (!close)
		return false;
	*tag = (struct tag){open + 1, close + 1, close + 1 + strcspn(close + 1, "<")};
	*at = tag->end;
	return true;
}

static bool workbook_is(const struct tag *tag, const char *name)
{
	const size_t length = strlen(name);

	return strncmp(tag->name, name, length) == 0 && strchr(" >/", tag->name[length]);
}

static void workbook_words(struct pool *pool, const char *xml, struct grid_row *words)
{
	struct text word = {0};
	struct tag tag;

	while (workbook_tag(&xml, &tag)) {
		if (workbook_is(&tag, "si"))
			word = (struct text){0};
		if (workbook_is(&tag, "t"))
			workbook_add_text(pool, &word, tag.text, tag.end);
		if (workbook_is(&tag, "/si"))
			*LIST_ADD(pool, &words->cells) = word.bytes ? word.bytes : "";
	}
}

/* The cells of the sheet: a text as it is, a number behind "#". */
static const struct grid *workbook_sheet(struct pool *pool, const char *xml, const struct grid_row *words)
{
	struct grid *const grid = pool_get(pool, sizeof *grid);
	struct tag tag;
	bool is_text = false;

	while (workbook_tag(&xml, &tag)) {
		if (workbook_is(&tag, "row"))
			*LIST_ADD(pool, &grid->rows) = (struct grid_row){0};
		if (!grid->rows.count)
			continue;
		struct grid_row *const row = &grid->rows.items[grid->rows.count - 1];
		if (workbook_is(&tag, "c")) {
			const char *const place = strstr(tag.name, "r=\"") + 3;
			size_t column = 0;

			for (const char *letter = place; *letter >= 'A' && *letter <= 'Z'; letter++)
				column = column * 26 + (size_t)(*letter - 'A' + 1);
			while (row->cells.count < column)
				*LIST_ADD(pool, &row->cells) = "";
			const char *const kind = strstr(tag.name, "t=\"s\"");
			is_text = kind && kind < tag.text;
		}
		if (!workbook_is(&tag, "v"))
			continue;
		const char *value = pool_copy(pool, tag.text, (size_t)(tag.end - tag.text));
		const size_t word = (size_t)strtoul(value, NULL, 10);
		row->cells.items[row->cells.count - 1] = is_text && word < words->cells.count ?
			words->cells.items[word] : pool_print(pool, "#%s", value);
	}
	return grid;
}

/* ---- what a cell must hold ----------------------------------------------------------------------------- */

/* The digits of a figure without zeros at the end; of a percent a hundredth. */
static const char *workbook_digits(struct pool *pool, const char *cell, bool percent)
{
	wide value = 0;
	int decimals = -1;

	for (const char *at = cell; *at; at++) {
		if (*at >= '0' && *at <= '9')
			value = value * 10 + (*at - '0');
		decimals += decimals >= 0 || *at == '.';
	}
	decimals = (decimals < 0 ? 0 : decimals) + (percent ? 2 : 0);
	return exact_plain(pool, *cell == '-' ? -value : value, decimals);
}

static const char *workbook_right(struct pool *pool, const char *cell, const char *type)
{
	struct tm day = {.tm_mday = 1};
	size_t digits = 0;

	for (const char *at = cell; *at; at++)
		digits += *at >= '0' && *at <= '9';
	if (same(type, "date") && (strptime(cell, "%Y-%m-%d", &day) || strptime(cell, "%Y-%m", &day)))
		return pool_print(pool, "#%lld", (long long)(timegm(&day) / 86400 + EPOCH));
	if (!*cell || !compare_is_figure(type))
		return compare_plain(cell);
	const char *const number = workbook_digits(pool, cell, same(type, "percent"));
	return digits > DIGITS_MAX ? cell : pool_print(pool, "#%s", number);
}

static const char *workbook_cell(const struct grid *sheet, size_t row, size_t column)
{
	return row < sheet->rows.count && column < sheet->rows.items[row].cells.count ?
		sheet->rows.items[row].cells.items[column] : "";
}

/* The row of the sheet in which the headings stand: its table ends where the sheet's rows with a cell in the
 * last label do. */
static size_t workbook_heading(const struct grid *sheet, const struct grid *grid, const char *first)
{
	for (size_t r = 0; r + 1 < sheet->rows.count; r++)
		if (same(workbook_cell(sheet, r + 1, 0), first) &&
			sheet->rows.items[r].cells.count + 1 >= grid->rows.items[0].cells.count)
			return r;
	return 0;
}

bool workbook_compare(struct tally *tally, struct pool *pool, const char *name, const struct answer *answer,
	const char *path, const struct grid *grid, const struct answer *json)
{
	struct grid_row words = {0};
	json_t *const root = json_loadb(json->out, json->length, 0, NULL);
	const json_t *const columns = json_object_get(root, "columns");
	const char *const kind = pool_print(pool, "%s as workbook", name);

	if (!*workbook_command(pool, "command -v unzip"))
		return false;
	tally->tables++;
	workbook_words(pool, workbook_command(pool,
		pool_print(pool, "unzip -p '%s' xl/sharedStrings.xml 2>/dev/null", path)), &words);
	const struct grid *const sheet = workbook_sheet(pool, workbook_command(pool,
		pool_print(pool, "unzip -p '%s' xl/worksheets/sheet1.xml 2>/dev/null", path)), &words);
	const json_t *const first = json_array_get(columns, 0);
	const size_t heading = grid->rows.count < 2 ? 0 : workbook_heading(sheet, grid, workbook_right(pool,
		grid->rows.items[1].cells.items[0], first ? json_string_value(json_object_get(first, "type")) : "text"));

	for (size_t r = 1; r < grid->rows.count; r++)
		for (size_t c = 0; c < json_array_size(columns) && c < grid->rows.items[0].cells.count; c++) {
			const json_t *const column = json_array_get(columns, c);
			const char *const type = json_string_value(json_object_get(column, "type"));
			const char *const right = workbook_right(pool, grid->rows.items[r].cells.items[c], type);
			const char *const got = workbook_cell(sheet, heading + r, c);

			tally->cells++;
			if (!same(got, right))
				compare_fault(tally, kind, answer, pool_print(pool,
					"row %zu, %s: got \"%s\", right \"%s\"", r, grid->rows.items[0].cells.items[c],
					got, right));
		}
	json_decref(root);
	return true;
}
