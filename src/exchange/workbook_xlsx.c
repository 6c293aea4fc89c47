/* workbook_xlsx - Office Open XML: parts that name one another, cells that name texts and formats. */
#include "config.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/workbook_private.h"
#include "exchange/workbook_rows.h"

/* ---- texts --------------------------------------------------------------------------------------- */

static int xlsx_hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : isxdigit((unsigned char)c) ?
		tolower((unsigned char)c) - 'a' + 10 : -1;
}

/* "_x000D_" stands for a character that XML cannot hold; in place. What stands for NUL or half a character
 * stays as it is. */
static void xlsx_unescape(struct strbuf *text)
{
	size_t to = 0;

	if (!text->length || !strstr(text->text, "_x"))
		return;
	for (size_t from = 0; from < text->length;) {
		const char *const c = text->text + from;
		int code = 0;

		for (int d = 2; d < 6 && code >= 0; d++)
			code = from + 7 <= text->length && c[0] == '_' && c[1] == 'x' && c[6] == '_' &&
				xlsx_hex(c[d]) >= 0 ? code * 16 + xlsx_hex(c[d]) : -1;
		if (code <= 0 || code > 0x7F) {
			text->text[to++] = *c;
			from++;
			continue;
		}
		text->text[to++] = (char)code;
		from += 7;
	}
	strbuf_truncate(text, to);
}

/* The text of <si> or <is>: its <t>, and those of its runs, but not of what is said how to read it. */
struct xlsx_text {
	struct strbuf text;
	bool in_text;
	int phonetic; /* depth in <rPh> */
};

static void xlsx_text_start(struct xlsx_text *text, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		text->phonetic++;
	else if (strcmp(name, "t") == 0)
		text->in_text = text->phonetic == 0;
}

static void xlsx_text_end(struct xlsx_text *text, const char *name)
{
	if (strcmp(name, "rPh") == 0)
		text->phonetic--;
	else if (strcmp(name, "t") == 0)
		text->in_text = false;
}

/* ---- the table of texts ----------------------------------------------------------------------------- */

struct xlsx_strings {
	struct workbook_strings *strings;
	struct xlsx_text text;
};

static bool xlsx_strings_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct xlsx_strings *const in = data;

	(void)attributes;
	(void)err;
	xlsx_text_start(&in->text, name);
	return true;
}

static bool xlsx_strings_end(void *data, const char *name, struct error *err)
{
	struct xlsx_strings *const in = data;
	bool good = true;

	xlsx_text_end(&in->text, name);
	if (strcmp(name, "si") == 0) {
		xlsx_unescape(&in->text.text);
		good = workbook_strings_add(in->strings, strbuf_text(&in->text.text),
			in->text.text.length, err);
		strbuf_clear(&in->text.text);
	}
	return good;
}

static bool xlsx_strings_text(void *data, const char *text, size_t length, struct error *err)
{
	struct xlsx_strings *const in = data;

	(void)err;
	if (in->text.in_text && in->text.text.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->text.text, text, length);
	return true;
}

static bool xlsx_load_strings(struct workbook *book, struct error *err)
{
	static const struct workbook_part_handler handler = {xlsx_strings_start, xlsx_strings_end,
		xlsx_strings_text};
	struct xlsx_strings in = {.strings = &book->strings};

	if (book->has_strings || !book->strings_part)
		return true;
	book->has_strings = workbook_part_read(book->package, book->strings_part, &handler, &in, err) &&
		workbook_strings_finish(&book->strings, err);
	strbuf_free(&in.text.text);
	return book->has_strings;
}

/* ---- formats ------------------------------------------------------------------------------------------ */

struct xlsx_styles {
	struct workbook *book;
	VEC(int) ids; /* of the codes beside */
	VEC(struct workbook_format) codes;
	bool in_cells; /* inside <cellXfs>, whose entries cells name */
};

static bool xlsx_styles_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct xlsx_styles *const in = data;
	const char *const id = workbook_part_attribute(attributes, "numFmtId");
	const int number = id ? (int)strtol(id, NULL, 10) : 0;

	(void)err;
	if (strcmp(name, "cellXfs") == 0)
		in->in_cells = true;
	if (strcmp(name, "numFmt") == 0) {
		const char *const code = workbook_part_attribute(attributes, "formatCode");

		*vec_add(&in->ids) = number;
		*vec_add(&in->codes) = workbook_format_of_code(code ? code : "");
	}
	if (strcmp(name, "xf") == 0 && in->in_cells) {
		struct workbook_format format = workbook_format_builtin(number);

		for (size_t i = 0; i < in->ids.count; i++)
			if (in->ids.items[i] == number)
				format = in->codes.items[i];
		*vec_add(&in->book->formats) = format;
	}
	return true;
}

static bool xlsx_styles_end(void *data, const char *name, struct error *err)
{
	struct xlsx_styles *const in = data;

	(void)err;
	if (strcmp(name, "cellXfs") == 0)
		in->in_cells = false;
	return true;
}

/* ---- which part is what --------------------------------------------------------------------------------- */

struct xlsx_relation {
	char *id, *type, *target;
};

struct xlsx_relations {
	const char *folder; /* of the part that relates */
	VEC(struct xlsx_relation) items;
};

/* A target as the package names it: "/xl/a.xml" and, beside xl/workbook.xml, "a.xml" and "../xl/a.xml". */
static char *xlsx_resolve(const char *folder, const char *target)
{
	size_t length = strlen(folder);

	if (*target == '/')
		return xstrdup(target + 1);
	for (;;) {
		if (strncmp(target, "./", 2) == 0) {
			target += 2;
		} else if (strncmp(target, "../", 3) == 0) {
			target += 3;
			while (length > 0 && folder[--length] != '/')
				;
		} else {
			break;
		}
	}
	return xasprintf("%.*s%s%s", (int)length, folder, length ? "/" : "", target);
}

static bool xlsx_relations_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct xlsx_relations *const in = data;
	const char *const id = workbook_part_attribute(attributes, "Id");
	const char *const type = workbook_part_attribute(attributes, "Type");
	const char *const target = workbook_part_attribute(attributes, "Target");

	(void)err;
	if (strcmp(name, "Relationship") == 0 && id && type && target)
		*vec_add(&in->items) = (struct xlsx_relation){xstrdup(id), xstrdup(type),
			xlsx_resolve(in->folder, target)};
	return true;
}

static bool xlsx_load_relations(struct workbook *book, const char *part, const char *folder,
	struct xlsx_relations *relations, struct error *err)
{
	static const struct workbook_part_handler handler = {.start = xlsx_relations_start};

	relations->folder = folder;
	return workbook_part_read(book->package, part, &handler, relations, err);
}

/* By id, or by the end of its type: "officeDocument". */
static const struct xlsx_relation *xlsx_relation(const struct xlsx_relations *relations, const char *id,
	const char *type)
{
	for (size_t i = 0; i < relations->items.count; i++) {
		const struct xlsx_relation *const relation = &relations->items.items[i];
		const char *const slash = strrchr(relation->type, '/');

		if (id ? strcmp(relation->id, id) == 0 : slash && strcmp(slash + 1, type) == 0)
			return relation;
	}
	return NULL;
}

static void xlsx_relations_free(struct xlsx_relations *relations)
{
	for (size_t i = 0; i < relations->items.count; i++) {
		free(relations->items.items[i].id);
		free(relations->items.items[i].type);
		free(relations->items.items[i].target);
	}
	vec_free(&relations->items);
}

/* ---- opening ------------------------------------------------------------------------------------------ */

struct xlsx_book {
	struct workbook *book;
	const struct xlsx_relations *relations;
};

static bool xlsx_true(const char *text)
{
	return text && (strcmp(text, "1") == 0 || strcmp(text, "true") == 0);
}

static bool xlsx_book_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	const struct xlsx_book *const in = data;

	(void)err;
	if (strcmp(name, "workbookPr") == 0)
		in->book->from_1904 = xlsx_true(workbook_part_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") == 0) {
		const char *const title = workbook_part_attribute(attributes, "name");
		const char *const state = workbook_part_attribute(attributes, "state");
		const char *id = NULL;

		/* r:id; sheetId is another */
		for (const char *const *a = attributes; *a; a += 2)
			if (strchr(a[0], ':') && strcmp(strchr(a[0], ':'), ":id") == 0)
				id = a[1];
		const struct xlsx_relation *const relation =
			id ? xlsx_relation(in->relations, id, NULL) : NULL;
		/* sheets that are charts alone have no cells */
		if (title && relation && strstr(relation->type, "/worksheet"))
			*vec_add(&in->book->sheets) = (struct workbook_sheet){xstrdup(title),
				state && strcmp(state, "visible") != 0, xstrdup(relation->target)};
	}
	return true;
}

static bool xlsx_open_book(struct workbook *book, const char *part, struct error *err)
{
	static const struct workbook_part_handler handler = {.start = xlsx_book_start},
		styles_handler = {.start = xlsx_styles_start, .end = xlsx_styles_end};
	const char *const slash = strrchr(part, '/');
	char *const folder = xstrndup(part, slash ? (size_t)(slash - part) : 0);
	char *const relations_part = xasprintf("%s%s_rels/%s.rels", folder, *folder ? "/" : "",
		slash ? slash + 1 : part);
	struct xlsx_relations relations = {0};
	struct xlsx_book in = {book, &relations};
	struct xlsx_styles styles = {.book = book};
	bool opened = xlsx_load_relations(book, relations_part, folder, &relations, err) &&
		workbook_part_read(book->package, part, &handler, &in, err);
	const struct xlsx_relation *const strings = xlsx_relation(&relations, NULL, "sharedStrings");
	const struct xlsx_relation *const formats = xlsx_relation(&relations, NULL, "styles");

	if (strings && workbook_package_has(book->package, strings->target))
		book->strings_part = xstrdup(strings->target);
	if (opened && formats && workbook_package_has(book->package, formats->target))
		opened = workbook_part_read(book->package, formats->target, &styles_handler, &styles,
			err);
	vec_free(&styles.ids);
	vec_free(&styles.codes);
	xlsx_relations_free(&relations);
	free(relations_part);
	free(folder);
	return opened;
}

bool workbook_xlsx_open(struct workbook *book, struct error *err)
{
	struct xlsx_relations relations = {0};
	bool opened = xlsx_load_relations(book, "_rels/.rels", "", &relations, err);
	const struct xlsx_relation *const main_part =
		opened ? xlsx_relation(&relations, NULL, "officeDocument") : NULL;

	if (main_part)
		opened = xlsx_open_book(book, main_part->target, err);
	else if (opened)
		opened = error_set(err, ERROR_DATA,
			_("This is no Excel workbook. Save the sheet as one (.xlsx), or as CSV."));
	if (opened && book->sheets.count == 0)
		opened = error_set(err, ERROR_DATA, _("The workbook has no sheet with cells."));
	xlsx_relations_free(&relations);
	return opened;
}

/* ---- merged areas, which stand behind all rows ------------------------------------------------------- */

/* "AB12": false for what is no cell. */
static bool xlsx_cell_place(const char **text, int64_t *row, size_t *column)
{
	const char *c = *text;
	int64_t number = 0;
	size_t letters = 0;

	for (; *c >= 'A' && *c <= 'Z' && letters <= WORKBOOK_COLUMNS_MAX; c++)
		letters = letters * 26 + (size_t)(*c - 'A' + 1);
	if (!letters || letters > WORKBOOK_COLUMNS_MAX)
		return false;
	for (; isdigit((unsigned char)*c) && number <= WORKBOOK_ROWS_MAX; c++)
		number = number * 10 + (*c - '0');
	*row = number;
	*column = letters - 1;
	*text = c;
	return number > 0;
}

struct xlsx_merges {
	struct workbook_rows *rows;
	struct strbuf tail; /* of the piece before: a name may lie across two */
};

static const char xlsx_merge_mark[] = "mergeCell ref=\"";

/* Looks for them in the bytes as they are: reading the whole part as elements twice takes twice as long. */
static bool xlsx_take_merges(void *data, const char *bytes, size_t length)
{
	struct xlsx_merges *const in = data;
	enum { LONGEST = sizeof xlsx_merge_mark + 40 };

	strbuf_add(&in->tail, bytes, length);
	const char *at = strbuf_text(&in->tail);
	const char *const end = at + in->tail.length;
	const char *found;
	while ((found = memmem(at, (size_t)(end - at), xlsx_merge_mark,
			sizeof xlsx_merge_mark - 1))) {
		const char *place = found + sizeof xlsx_merge_mark - 1;
		struct workbook_merge merge;

		at = found;
		if (!memchr(place, '"', (size_t)(end - place)))
			break; /* the rest of it is in the next piece */
		at = place;
		if (xlsx_cell_place(&place, &merge.first_row, &merge.first_column) &&
			*place++ == ':' &&
			xlsx_cell_place(&place, &merge.last_row, &merge.last_column) &&
			in->rows->waiting.count < WORKBOOK_ROWS_MAX)
			workbook_rows_merge(in->rows, &merge);
	}
	/* what begins a mark may stand at the very end */
	const size_t kept = (size_t)(end - at) < LONGEST ? (size_t)(end - at) : LONGEST;
	memmove(in->tail.text, end - kept, kept);
	strbuf_truncate(&in->tail, kept);
	return true;
}

/* ---- cells ---------------------------------------------------------------------------------------------- */

enum xlsx_type { TYPE_NUMBER, TYPE_SHARED, TYPE_TEXT, TYPE_INLINE, TYPE_BOOLEAN, TYPE_ERROR, TYPE_DATE };

struct xlsx_sheet {
	struct workbook *book;
	struct workbook_rows rows;
	int64_t row;
	bool hidden;
	size_t column;       /* of the next cell, where it does not say */
	enum xlsx_type type;
	size_t format;
	bool in_cell, in_value;
	struct strbuf value; /* of <v> */
	struct xlsx_text inline_text;
	struct strbuf shown;
};

static enum xlsx_type xlsx_cell_type(const char *text)
{
	static const struct {
		const char *id;
		enum xlsx_type type;
	} types[] = {{"s", TYPE_SHARED}, {"str", TYPE_TEXT}, {"inlineStr", TYPE_INLINE},
		{"b", TYPE_BOOLEAN}, {"e", TYPE_ERROR}, {"d", TYPE_DATE}};

	for (size_t i = 0; text && i < sizeof types / sizeof types[0]; i++)
		if (strcmp(text, types[i].id) == 0)
			return types[i].type;
	return TYPE_NUMBER;
}

static void xlsx_start_cell(struct xlsx_sheet *in, const char *const *attributes)
{
	const char *place = workbook_part_attribute(attributes, "r");
	const char *const style = workbook_part_attribute(attributes, "s");
	int64_t row;
	size_t column;

	if (place && xlsx_cell_place(&place, &row, &column))
		in->column = column;
	in->type = xlsx_cell_type(workbook_part_attribute(attributes, "t"));
	in->format = style ? (size_t)strtoul(style, NULL, 10) : 0;
	in->in_cell = true;
	strbuf_clear(&in->value);
	strbuf_clear(&in->inline_text.text);
}

static bool xlsx_sheet_start(void *data, const char *name, const char *const *attributes,
	struct error *err)
{
	struct xlsx_sheet *const in = data;

	(void)err;
	if (strcmp(name, "row") == 0) {
		const char *const number = workbook_part_attribute(attributes, "r");
		const int64_t row = number ? strtoll(number, NULL, 10) : in->row + 1;

		in->row = row > in->row ? row : in->row + 1;
		in->hidden = xlsx_true(workbook_part_attribute(attributes, "hidden"));
		in->column = 0;
	} else if (strcmp(name, "c") == 0)
		xlsx_start_cell(in, attributes);
	else if (strcmp(name, "v") == 0)
		in->in_value = in->in_cell;
	else if (in->in_cell)
		xlsx_text_start(&in->inline_text, name);
	return true;
}

static bool xlsx_end_cell(struct xlsx_sheet *in, struct error *err)
{
	static const struct workbook_format plain = {.form = FORM_NUMBER};
	const char *text = strbuf_text(&in->value);

	strbuf_clear(&in->shown);
	in->in_cell = false;
	if (in->type == TYPE_SHARED) {
		text = *text ? workbook_strings_get(&in->book->strings, strtoull(text, NULL, 10)) : "";
	} else if (in->type == TYPE_INLINE || in->type == TYPE_TEXT) {
		struct strbuf *const own =
			in->type == TYPE_INLINE ? &in->inline_text.text : &in->value;

		xlsx_unescape(own);
		text = strbuf_text(own);
	} else if (in->type == TYPE_BOOLEAN) {
		text = xlsx_true(text) ? "TRUE" : *text ? "FALSE" : "";
	} else if (*text && in->type == TYPE_DATE) {
		workbook_date_add(text, &in->shown);
		text = strbuf_text(&in->shown);
	} else if (*text && in->type == TYPE_NUMBER) {
		workbook_number_add(text, in->format < in->book->formats.count ?
			&in->book->formats.items[in->format] : &plain, in->book->from_1904,
			&in->shown);
		text = strbuf_text(&in->shown);
	}
	if (!text)
		text = ""; /* it names a text that is not there */
	return workbook_rows_set(&in->rows, in->column++, text, strlen(text), err);
}

static bool xlsx_sheet_end(void *data, const char *name, struct error *err)
{
	struct xlsx_sheet *const in = data;

	if (strcmp(name, "row") == 0)
		return workbook_rows_end(&in->rows, in->row, 1, in->hidden, err);
	if (strcmp(name, "c") == 0 && in->in_cell)
		return xlsx_end_cell(in, err);
	if (strcmp(name, "v") == 0)
		in->in_value = false;
	else if (in->in_cell)
		xlsx_text_end(&in->inline_text, name);
	return true;
}

static bool xlsx_sheet_text(void *data, const char *text, size_t length, struct error *err)
{
	struct xlsx_sheet *const in = data;

	(void)err;
	if (in->in_value && in->value.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->value, text, length);
	else if (in->inline_text.in_text && in->inline_text.text.length < WORKBOOK_CELL_MAX)
		strbuf_add(&in->inline_text.text, text, length);
	return true;
}

bool workbook_xlsx_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err)
{
	static const struct workbook_part_handler handler = {xlsx_sheet_start, xlsx_sheet_end,
		xlsx_sheet_text};
	const char *const part = book->sheets.items[sheet].part;
	struct xlsx_sheet in = {.book = book, .rows = {.row = row, .data = data}};
	struct xlsx_merges merges = {.rows = &in.rows};
	bool good = xlsx_load_strings(book, err) &&
		workbook_part_bytes(book->package, part, xlsx_take_merges, &merges, err);

	workbook_rows_sort_merges(&in.rows);
	good = good && workbook_part_read(book->package, part, &handler, &in, err);
	strbuf_free(&merges.tail);
	strbuf_free(&in.value);
	strbuf_free(&in.inline_text.text);
	strbuf_free(&in.shown);
	workbook_rows_free(&in.rows);
	return good;
}
