/* workbook_xlsx_open - what the parts of an Excel workbook are to one another: its sheets, the texts that
 * cells share, the formats that they name. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/workbook_private.h"
#include "exchange/workbook_xlsx_text.h"

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

bool workbook_xlsx_strings(struct workbook *book, struct error *err)
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

/* More of them than any program makes would take for ever. */
enum { CODES_MAX = 1 << 12, FORMATS_MAX = 1 << 16, RELATIONS_MAX = 1 << 14 };

static bool xlsx_refuse_many(const char *what, struct error *err)
{
	return error_set(err, ERROR_DATA,
		_("The workbook unpacks to more than can be meant (%s); it is not read."), what);
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

	if (in->ids.count > CODES_MAX || in->book->formats.count > FORMATS_MAX)
		return xlsx_refuse_many("styles", err);
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

	if (in->items.count > RELATIONS_MAX)
		return xlsx_refuse_many("relationships", err);
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
