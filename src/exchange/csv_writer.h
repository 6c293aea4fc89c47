/* csv_writer - RFC 4180 records with CRLF, streaming; quotes only where needed; guards text cells
 * against formula injection; refuses what CP932 cannot hold, naming the cells. */
#ifndef EXCHANGE_CSV_WRITER_H
#define EXCHANGE_CSV_WRITER_H

#include <stdio.h>

#include "exchange/encoding.h"

struct csv_writer;
/* UTF8_BOM (and AUTO, which is the same here) writes the BOM first. The stream stays the
 * caller's. */
struct csv_writer *csv_writer_new(FILE *stream, enum encoding encoding);
/* Guarded: csv_unguard() of what csv_read() gives is this text again. NULL counts as "". */
void csv_writer_text(struct csv_writer *writer, const char *text);
/* As it is: digits, '-' and '.' only. */
void csv_writer_number(struct csv_writer *writer, const char *digits);
void csv_writer_end_record(struct csv_writer *writer);
/* Reports what failed of all calls: how many cells CP932 cannot hold, the first of them with record (from 1, the
 * headings are record 1), heading and text; a full disk. Frees. */
bool csv_writer_finish(struct csv_writer *writer, struct error *err);

#endif
