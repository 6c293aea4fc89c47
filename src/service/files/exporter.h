/* exporter - what the writers of each kind of file share; private to src/service/export*.c. */
#ifndef SERVICE_FILES_EXPORTER_H
#define SERVICE_FILES_EXPORTER_H

#include "exchange/record.h"
#include "service/files/exporting.h"

struct output {
	struct session *session;
	struct record_writer *writer;
	struct strbuf text; /* scratch */
	struct error *err;
	bool failed;
	int64_t done, total; /* projects; 0 = not known */
};

/* Writes every record of a file of the office's tables; false, with the error set, where it cannot be read. */
bool exporting_office(struct output *out, enum sheet_kind kind);

#endif
