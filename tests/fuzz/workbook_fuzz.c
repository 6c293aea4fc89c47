/* Any bytes read as a workbook: as they are, or as the parts of one, which packing them by chance would never
 * make. The first byte says which; parts are separated by NUL. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zlib.h>

#include "base/strbuf.h"
#include "exchange/workbook.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* ---- a package of parts that are not compressed ------------------------------------------------------ */

struct package {
	struct strbuf bytes, directory;
	unsigned count;
};

static void put(struct strbuf *out, uint32_t number, int bytes)
{
	for (int i = 0; i < bytes; i++)
		strbuf_add_char(out, (char)(number >> 8 * i));
}

/* What the header of a part and its row in the directory have in common. */
static void put_head(struct strbuf *out, const char *name, const char *text, size_t length)
{
	put(out, 20, 2);
	put(out, 0, 2);
	put(out, 0, 2);
	put(out, 0, 4);
	put(out, (uint32_t)crc32(0, (const Bytef *)text, (uInt)length), 4);
	put(out, (uint32_t)length, 4);
	put(out, (uint32_t)length, 4);
	put(out, (uint32_t)strlen(name), 2);
	put(out, 0, 2);
}

static void add_part(struct package *package, const char *name, const char *text, size_t length)
{
	const size_t start = package->bytes.length;

	put(&package->bytes, 0x04034b50, 4);
	put_head(&package->bytes, name, text, length);
	strbuf_add_text(&package->bytes, name);
	strbuf_add(&package->bytes, text, length);
	put(&package->directory, 0x02014b50, 4);
	put(&package->directory, 20, 2);
	put_head(&package->directory, name, text, length);
	put(&package->directory, 0, 2);
	put(&package->directory, 0, 2);
	put(&package->directory, 0, 2);
	put(&package->directory, 0, 4);
	put(&package->directory, (uint32_t)start, 4);
	strbuf_add_text(&package->directory, name);
	package->count++;
}

static void end_package(struct package *package)
{
	const size_t start = package->bytes.length;

	strbuf_add(&package->bytes, strbuf_text(&package->directory), package->directory.length);
	put(&package->bytes, 0x06054b50, 4);
	put(&package->bytes, 0, 4);
	put(&package->bytes, package->count, 2);
	put(&package->bytes, package->count, 2);
	put(&package->bytes, (uint32_t)package->directory.length, 4);
	put(&package->bytes, (uint32_t)start, 4);
	put(&package->bytes, 0, 2);
}

/* ---- the target --------------------------------------------------------------------------------------- */

static const char *const ods_parts[] = {"content.xml"};
static const char *const xlsx_parts[] = {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml",
	"xl/styles.xml", "xl/workbook.xml"};
#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
static const char relations[] = "<Relationships><Relationship Id=\"a\" Type=\"" TYPE
	"officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
static const char book_relations[] = "<Relationships><Relationship Id=\"a\" Type=\"" TYPE
	"worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"b\" Type=\"" TYPE
	"sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"c\" Type=\"" TYPE
	"styles\" Target=\"styles.xml\"/></Relationships>";
static const char book[] =
	"<workbook><sheets><sheet name=\"a\" r:id=\"a\"/></sheets></workbook>";

static void pack(struct package *package, const uint8_t *data, size_t size, const char *const *names,
	size_t count)
{
	const char *text = (const char *)data;
	size_t part = 0;

	for (; part < count && size > 0; part++) {
		const size_t length = strnlen(text, size);

		add_part(package, names[part], text, length);
		text += length < size ? length + 1 : length;
		size -= length < size ? length + 1 : length;
	}
	if (names == xlsx_parts) {
		add_part(package, "_rels/.rels", relations, sizeof relations - 1);
		add_part(package, "xl/_rels/workbook.xml.rels", book_relations,
			sizeof book_relations - 1);
		if (part < count)
			add_part(package, "xl/workbook.xml", book, sizeof book - 1);
	}
	end_package(package);
}

static bool take_row(const struct workbook_row *row, void *data, struct error *err)
{
	int64_t *const last = data;
	size_t bytes = 0;

	(void)err;
	for (size_t c = 0; c < row->count; c++)
		bytes += strlen(row->cells[c]) + row->merged[c];
	/* rows come in order, and have something in them */
	if (row->row <= *last || bytes == 0)
		abort();
	*last = row->row;
	return true;
}

static void read_stream(FILE *stream)
{
	struct error err = {0};
	struct workbook *const opened = workbook_open(stream, &err);

	for (size_t s = 0; opened && s < workbook_sheet_count(opened) && s < 3; s++) {
		struct error fault = {0};
		int64_t last = 0;
		const bool good = workbook_read(opened, s, take_row, &last, &fault);

		if (good == (fault.code != ERROR_NONE))
			abort();
	}
	if (!opened && err.code == ERROR_NONE)
		abort();
	workbook_close(opened);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct package package = {0};
	const int file = memfd_create("workbook", 0);

	if (file < 0 || size < 2)
		return file < 0 ? 0 : (close(file), 0);
	if (*data == 'o')
		pack(&package, data + 1, size - 1, ods_parts, 1);
	else if (*data == 'x')
		pack(&package, data + 1, size - 1, xlsx_parts, 4);
	else
		strbuf_add(&package.bytes, (const char *)data, size);
	if (write(file, package.bytes.text, package.bytes.length) < 0)
		abort();
	FILE *const stream = fdopen(file, "rb");
	rewind(stream);
	if (workbook_looks_like_one(stream))
		read_stream(stream);
	fclose(stream);
	strbuf_free(&package.bytes);
	strbuf_free(&package.directory);
	return 0;
}
