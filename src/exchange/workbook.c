#include "config.h"

#include "exchange/workbook.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/workbook_private.h"

/* How files begin: what is packed, and the compound files of older or encrypted workbooks. */
static const char packed_magic[] = {'P', 'K', 3, 4};
static const char compound_magic[] = {'\xD0', '\xCF', '\x11', '\xE0', '\xA1', '\xB1', '\x1A', '\xE1'};

static size_t workbook_peek(FILE *stream, char *bytes, size_t size)
{
	const long here = ftell(stream);
	const size_t length = here < 0 ? 0 : fread(bytes, 1, size, stream);

	if (here >= 0)
		fseek(stream, here, SEEK_SET);
	return length;
}

bool workbook_looks_like_one(FILE *stream)
{
	char start[sizeof compound_magic];
	const size_t length = workbook_peek(stream, start, sizeof start);

	return (length >= sizeof packed_magic &&
		memcmp(start, packed_magic, sizeof packed_magic) == 0) ||
		(length == sizeof start && memcmp(start, compound_magic, sizeof start) == 0);
}

/* An encrypted workbook is a compound file with a part of this name, in UTF-16. */
static bool workbook_refuse_compound(FILE *stream, struct error *err)
{
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g";
	char *const bytes = xmalloc(1 << 16);
	bool encrypted = false;

	for (int block = 0; block < 64 && !encrypted; block++) {
		const size_t length = fread(bytes, 1, 1 << 16, stream);

		encrypted = memmem(bytes, length, name, sizeof name) != NULL;
		if (length == 0)
			break;
	}
	free(bytes);
	return error_set(err, ERROR_DATA, encrypted ?
		_("The workbook is encrypted. Take the password off in Excel (File, Info) and save it "
		  "anew.") :
		_("This is an old Excel file (.xls). Open it in Excel and save it as a workbook "
		  "(.xlsx)."));
}

struct workbook *workbook_open(FILE *stream, struct error *err)
{
	char start[sizeof compound_magic];

	if (workbook_peek(stream, start, sizeof start) == sizeof start &&
		memcmp(start, compound_magic, sizeof start) == 0) {
		workbook_refuse_compound(stream, err);
		return NULL;
	}
	struct workbook *const book = xcalloc(1, sizeof *book);
	bool opened = (book->package = workbook_package_open(stream, err)) != NULL;

	if (opened && workbook_package_has(book->package, "_rels/.rels"))
		opened = workbook_xlsx_open(book, err);
	else if (opened && workbook_package_has(book->package, "content.xml"))
		opened = book->is_ods = workbook_ods_open(book, err);
	else if (opened)
		opened = error_set(err, ERROR_DATA,
			_("This is neither an Excel workbook (.xlsx) nor an OpenDocument sheet (.ods). "
			  "Save the sheet as one of these, or as CSV."));
	if (opened)
		return book;
	workbook_close(book);
	return NULL;
}

void workbook_close(struct workbook *book)
{
	if (!book)
		return;
	for (size_t s = 0; s < book->sheets.count; s++) {
		free(book->sheets.items[s].name);
		free(book->sheets.items[s].part);
	}
	vec_free(&book->sheets);
	vec_free(&book->formats);
	workbook_strings_free(&book->strings);
	free(book->strings_part);
	workbook_package_close(book->package);
	free(book);
}

size_t workbook_sheet_count(const struct workbook *book)
{
	return book->sheets.count;
}

const char *workbook_sheet_name(const struct workbook *book, size_t sheet)
{
	assert(sheet < book->sheets.count);
	return book->sheets.items[sheet].name;
}

bool workbook_sheet_hidden(const struct workbook *book, size_t sheet)
{
	assert(sheet < book->sheets.count);
	return book->sheets.items[sheet].hidden;
}

bool workbook_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err)
{
	assert(sheet < book->sheets.count);
	return book->is_ods ? workbook_ods_read(book, sheet, row, data, err) :
			      workbook_xlsx_read(book, sheet, row, data, err);
}
