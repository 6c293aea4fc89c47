/* xlsx_digits - a workbook is a zip of XML: the parts with figures are unpacked, rewritten and packed
 * again, the rest is copied as it is. */
#include "config.h"

#include "exchange/xlsx_digits.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/late_xlsx.h"

enum { DIGITS = 15 };
/* Sizes of the records of a zip without their names, and what stands where in them. */
enum {
	LOCAL_SIZE = 30, LOCAL_NAME_LENGTH = 26, LOCAL_EXTRA_LENGTH = 28,
	ENTRY_SIZE = 46, ENTRY_FLAGS = 8, ENTRY_METHOD = 10, ENTRY_CRC = 16, ENTRY_PACKED = 20,
	ENTRY_PLAIN = 24, ENTRY_NAME_LENGTH = 28, ENTRY_EXTRA_LENGTH = 30, ENTRY_COMMENT_LENGTH = 32,
	ENTRY_PLACE = 42,
	END_SIZE = 22, END_COUNT = 10, END_PLACE = 16,
	LOCAL_BEFORE = 2, /* what both records say stands so much earlier in the local one */
	DEFLATED = 8, SIZES_BEHIND = 8, /* a method, and the flag of sizes that stand behind the bytes */
};
static const char *const figure_parts[] = {"xl/worksheets/sheet", "xl/charts/chart"};
static const char entry_mark[] = "PK\1\2", end_mark[] = "PK\5\6";

/* ---- figures --------------------------------------------------------------------------------- */

void xlsx_digits_rewrite(const char *xml, size_t length, struct strbuf *out)
{
	static const char *const starts[] = {"<v>", "<c:v>"};
	const char *const end = xml + length;
	bool names = false;

	while (xml < end) {
		const char *const next = memchr(xml + 1, '<', (size_t)(end - xml - 1));
		const size_t piece = (size_t)((next ? next : end) - xml);
		char figure[64];
		size_t s = 0, start = 0;

		if (piece >= 11 && memcmp(xml, "<c:strCache", 11) == 0)
			names = true;
		else if (piece >= 12 && memcmp(xml, "</c:strCache", 12) == 0)
			names = false;
		while (s < 2 && !start) {
			const size_t mark = strlen(starts[s]);

			start = piece > mark && memcmp(xml, starts[s], mark) == 0 ? mark : 0;
			s++;
		}
		/* a sign, a point and an exponent are no digits, but what is shorter has not more */
		if (!names && start && piece - start > DIGITS && piece - start < sizeof figure) {
			strbuf_add(out, xml, start);
			memcpy(figure, xml + start, piece - start);
			figure[piece - start] = '\0';
			strbuf_addf(out, "%.*G", DIGITS, strtod(figure, NULL));
		} else {
			strbuf_add(out, xml, piece);
		}
		xml += piece;
	}
}

/* ---- the zip --------------------------------------------------------------------------------- */

static unsigned long digits_get(const char *bytes, int count)
{
	unsigned long value = 0;

	for (int i = count - 1; i >= 0; i--)
		value = value << 8 | (unsigned char)bytes[i];
	return value;
}

static void digits_put(char *bytes, int count, unsigned long value)
{
	for (int i = 0; i < count; i++)
		bytes[i] = (char)(value >> 8 * i & 0xFF);
}

static bool digits_run(z_stream *zip, int (*step)(z_stream *zip, int flush), const char *from, size_t length,
	size_t room, struct strbuf *out)
{
	char *const bytes = xmalloc(room + 1);

	zip->next_in = (Bytef *)from;
	zip->avail_in = (uInt)length;
	zip->next_out = (Bytef *)bytes;
	zip->avail_out = (uInt)room;
	const bool done = step(zip, Z_FINISH) == Z_STREAM_END;

	strbuf_add(out, bytes, zip->total_out);
	free(bytes);
	return done;
}

/* The packed bytes of a part, rewritten; its entry then says how many they are. */
static bool digits_repack(const char *packed, char *entry, struct strbuf *out)
{
	const size_t plain_size = digits_get(entry + ENTRY_PLAIN, 4);
	struct strbuf plain = {0}, rewritten = {0};
	z_stream zip = {0};
	bool done = inflateInit2(&zip, -MAX_WBITS) == Z_OK;

	done = done && digits_run(&zip, inflate, packed, digits_get(entry + ENTRY_PACKED, 4), plain_size,
		&plain);
	inflateEnd(&zip);
	if (done) {
		xlsx_digits_rewrite(strbuf_text(&plain), plain.length, &rewritten);
		zip = (z_stream){0};
		done = deflateInit2(&zip, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL,
			Z_DEFAULT_STRATEGY) == Z_OK;
		done = done && digits_run(&zip, deflate, strbuf_text(&rewritten), rewritten.length,
			deflateBound(&zip, rewritten.length), out);
		digits_put(entry + ENTRY_PACKED, 4, zip.total_out);
		digits_put(entry + ENTRY_PLAIN, 4, rewritten.length);
		digits_put(entry + ENTRY_CRC, 4, crc32(0, (const Bytef *)strbuf_text(&rewritten),
			(uInt)rewritten.length));
		deflateEnd(&zip);
	}
	strbuf_free(&plain);
	strbuf_free(&rewritten);
	return done;
}

/* Behind what there is: the part with its local record. *entry then says where. */
static bool digits_add_part(const struct strbuf *zip, char *entry, struct strbuf *out)
{
	const size_t place = digits_get(entry + ENTRY_PLACE, 4), packed_size = digits_get(entry + ENTRY_PACKED, 4);
	const size_t name = digits_get(entry + ENTRY_NAME_LENGTH, 2);
	bool has_figures = false;
	struct strbuf packed = {0};

	if (place + LOCAL_SIZE > zip->length)
		return false;
	const size_t head = LOCAL_SIZE + digits_get(zip->text + place + LOCAL_NAME_LENGTH, 2) +
		digits_get(zip->text + place + LOCAL_EXTRA_LENGTH, 2);
	if (place + head + packed_size > zip->length)
		return false;
	for (size_t p = 0; p < sizeof figure_parts / sizeof figure_parts[0]; p++)
		has_figures = has_figures || (name > strlen(figure_parts[p]) &&
			memcmp(entry + ENTRY_SIZE, figure_parts[p], strlen(figure_parts[p])) == 0);
	if (has_figures && digits_get(entry + ENTRY_METHOD, 2) == DEFLATED) {
		if (!digits_repack(zip->text + place + head, entry, &packed)) {
			strbuf_free(&packed);
			return false;
		}
	} else {
		strbuf_add(&packed, zip->text + place + head, packed_size);
	}
	digits_put(entry + ENTRY_FLAGS, 2, digits_get(entry + ENTRY_FLAGS, 2) & ~(unsigned long)SIZES_BEHIND);
	digits_put(entry + ENTRY_PLACE, 4, out->length);
	/* the local record says the same as the entry, two bytes earlier */
	char *const local = xmalloc(head);
	memcpy(local, zip->text + place, head);
	memcpy(local + ENTRY_FLAGS - LOCAL_BEFORE, entry + ENTRY_FLAGS, ENTRY_NAME_LENGTH - ENTRY_FLAGS);
	strbuf_add(out, local, head);
	strbuf_add(out, strbuf_text(&packed), packed.length);
	free(local);
	strbuf_free(&packed);
	return true;
}

/* False for what is no zip as the library writes it. */
static bool digits_rezip(struct strbuf *zip, struct strbuf *out)
{
	if (zip->length < END_SIZE || memcmp(zip->text + zip->length - END_SIZE, end_mark, 4) != 0)
		return false;
	char *const end = zip->text + zip->length - END_SIZE;
	char *const entries = zip->text + digits_get(end + END_PLACE, 4);
	size_t count = digits_get(end + END_COUNT, 2);

	for (char *entry = entries; count > 0; count--) {
		if (end - entry < ENTRY_SIZE || memcmp(entry, entry_mark, 4) != 0 ||
			!digits_add_part(zip, entry, out))
			return false;
		entry += ENTRY_SIZE + digits_get(entry + ENTRY_NAME_LENGTH, 2) + digits_get(entry + ENTRY_EXTRA_LENGTH, 2) +
			digits_get(entry + ENTRY_COMMENT_LENGTH, 2);
	}
	digits_put(end + END_PLACE, 4, out->length);
	strbuf_add(out, entries, (size_t)(end - entries) + END_SIZE);
	return true;
}

bool xlsx_digits_copy(FILE *workbook, FILE *stream, struct error *err)
{
	struct strbuf zip = {0}, out = {0};
	char bytes[65536];
	size_t count;

	while ((count = fread(bytes, 1, sizeof bytes, workbook)) > 0)
		strbuf_add(&zip, bytes, count);
	errno = ferror(workbook) ? errno : EIO;
	const bool done = !ferror(workbook) && digits_rezip(&zip, &out) &&
		fwrite(strbuf_text(&out), 1, out.length, stream) == out.length;
	strbuf_free(&zip);
	strbuf_free(&out);
	return done || error_set(err, ERROR_FILE, _("The file cannot be written: %s"), strerror(errno));
}
