/* workbook_private - an opened workbook, for the files that read its two forms. Private to src/exchange/. */
#ifndef EXCHANGE_WORKBOOK_PRIVATE_H
#define EXCHANGE_WORKBOOK_PRIVATE_H

#include "base/vec.h"
#include "exchange/workbook.h"
#include "exchange/workbook_number.h"
#include "exchange/workbook_part.h"
#include "exchange/workbook_strings.h"

struct workbook_sheet {
	char *name;
	bool hidden;
	char *part; /* .xlsx: where its cells are */
};

struct workbook {
	struct workbook_package *package;
	bool is_ods;
	bool from_1904;
	VEC(struct workbook_sheet) sheets;
	VEC(struct workbook_format) formats; /* .xlsx: by the number that cells name */
	struct workbook_strings strings;     /* .xlsx: read with the first sheet */
	bool has_strings;
	char *strings_part; /* NULL = there are none */
};

/* What sheets there are, and what reading them needs. */
bool workbook_xlsx_open(struct workbook *book, struct error *err);
bool workbook_ods_open(struct workbook *book, struct error *err);
/* .xlsx: the texts that cells share, once. */
bool workbook_xlsx_strings(struct workbook *book, struct error *err);
bool workbook_xlsx_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err);
bool workbook_ods_read(struct workbook *book, size_t sheet,
	bool (*row)(const struct workbook_row *row, void *data, struct error *err), void *data,
	struct error *err);

#endif
