/* late_zip - libzip, loaded when a workbook is read
 *
 * Linked in, it and what it brings along (cryptography, five ways to pack) would be loaded by every start of
 * the program. As in late_xlsx.h the names below stand for the addresses that were found. */
#ifndef EXCHANGE_LATE_ZIP_H
#define EXCHANGE_LATE_ZIP_H

#include <stdbool.h>
#include <zip.h>

#include "base/error.h"

#define LATE_ZIP_FUNCTIONS(F) \
	F(zip_discard) F(zip_fclose) F(zip_fopen_index) F(zip_fread) F(zip_name_locate) \
	F(zip_open_from_source) F(zip_source_filep_create) F(zip_source_free) F(zip_stat_index)

struct late_zip {
#define F(function) __typeof__(function) *function;
	LATE_ZIP_FUNCTIONS(F)
#undef F
};
extern struct late_zip late_zip;

/* Finds them all; once that has been done it does nothing. False where the library is not installed. */
bool late_zip_load(struct error *err);

#define zip_discard late_zip.zip_discard
#define zip_fclose late_zip.zip_fclose
#define zip_fopen_index late_zip.zip_fopen_index
#define zip_fread late_zip.zip_fread
#define zip_name_locate late_zip.zip_name_locate
#define zip_open_from_source late_zip.zip_open_from_source
#define zip_source_filep_create late_zip.zip_source_filep_create
#define zip_source_free late_zip.zip_source_free
#define zip_stat_index late_zip.zip_stat_index

#endif
