/* workbook_part - the XML parts of a packed workbook, read as elements and text; with limits, because such
 * files come from anywhere. Private to src/exchange/.
 */
#ifndef EXCHANGE_WORKBOOK_PART_H
#define EXCHANGE_WORKBOOK_PART_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/error.h"

/* A part is refused beyond these: unpacked bytes, how much more than packed once it is large, and how
 * deep its elements lie in one another. */
#define PART_BYTES_MAX (UINT64_C(4) << 30)
#define PART_LARGE (UINT64_C(64) << 20)
enum { PART_GROWTH_MAX = 500, PART_DEPTH_MAX = 256 };

/* An opened package. */
struct workbook_package;
/* stream must be seekable; it stays the caller's, and open until the package is closed. */
struct workbook_package *workbook_package_open(FILE *stream, struct error *err);
void workbook_package_close(struct workbook_package *package);
bool workbook_package_has(const struct workbook_package *package, const char *name);

/* Names come without their prefix ("x:row" is "row"), attributes too. Texts are pieces: what belongs
 * together may come in several. A handler that fails fills err and returns false, and reading stops. */
struct workbook_part_handler {
	bool (*start)(void *data, const char *name, const char *const *attributes,
		struct error *err);
	bool (*end)(void *data, const char *name, struct error *err);
	bool (*text)(void *data, const char *text, size_t length, struct error *err);
};
/* Reads a part from its first byte to its last. A part that is missing, broken, too large, or declares
 * entities is refused. */
bool workbook_part_read(struct workbook_package *package, const char *name,
	const struct workbook_part_handler *handler, void *data, struct error *err);
/* The value of an attribute, NULL where it is not there. */
const char *workbook_part_attribute(const char *const *attributes, const char *name);

/* The bytes of a part, in pieces, for a quick look; take() returns false to have enough. */
bool workbook_part_bytes(struct workbook_package *package, const char *name,
	bool (*take)(void *data, const char *bytes, size_t length), void *data, struct error *err);

#endif
