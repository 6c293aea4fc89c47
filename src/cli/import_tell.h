/* import_tell - what is said of a file that was read: on stderr what was passed over, refused and counted, on stdout
 * the difference that a dry run asks for. Private to src/cli/. */
#ifndef CLI_IMPORT_TELL_H
#define CLI_IMPORT_TELL_H

#include "service/files/importing.h"

struct import_telling {
	const struct importing_options *options;
	const struct importing_result *result;
	bool done;    /* it was read without a fault that stops it */
	bool whole;   /* what came of it, too: not after a file before it was refused */
	bool dry_run;
	bool listed;  /* --rejects lists the bad rows */
};

/* Which sheets were read, and what in them was not. */
void import_tell_read(const struct import_telling *telling);
/* Bad rows by their causes, what is to be looked at, the counts, the difference. */
void import_tell_result(const struct import_telling *telling);

#endif
