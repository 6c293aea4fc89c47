#include "config.h"

#include "exchange/late_zip.h"

#include "exchange/late.h"

/* Here the names are names. */
#undef zip_discard
#undef zip_fclose
#undef zip_fopen_index
#undef zip_fread
#undef zip_name_locate
#undef zip_open_from_source
#undef zip_source_filep_create
#undef zip_source_free
#undef zip_stat_index

struct late_zip late_zip;

bool late_zip_load(struct error *err)
{
	static const char *const names[] = {
#define F(function) #function,
		LATE_ZIP_FUNCTIONS(F)
#undef F
	};

	return late_load(ZIP_LIBRARY, names, sizeof names / sizeof names[0], &late_zip, err);
}
