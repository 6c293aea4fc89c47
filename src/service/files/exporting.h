/* exporting - what leaves the database as files. */
#ifndef SERVICE_FILES_EXPORTING_H
#define SERVICE_FILES_EXPORTING_H

#include "base/file_target.h"
#include "exchange/render.h"
#include "exchange/sheet.h"
#include "service/session/session.h"

/* Writes every record of a kind in the import format, streaming, in stable order (projects and
 * effects: fiscal year, number; effects: line, stage; units: code, year). */
bool exporting_records(struct session *session, enum sheet_kind kind, const char *filter,
	enum format format, const struct render_options *options, FILE *stream, struct error *err);

/* One project as JSON: its record under "projects" and its lines under "effects", both as
 * exporting_records() writes them. */
bool exporting_project(struct session *session, const struct project *project, FILE *stream,
	struct error *err);

/* Writes a table whole or not at all, to where overwriting.h said it may go. Refuses one that does not
 * tie unless forced; then the table says so itself. A table that does not name its body is of the session's;
 * but registers keep their columns in CSV, which scripts read. */
bool exporting_table(const struct session *session, struct table *table, enum format format,
	const struct render_options *options, bool force, const struct file_target *target,
	struct error *err);

#endif
