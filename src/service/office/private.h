/* private - what the files of the office room share. */
#ifndef SERVICE_OFFICE_PRIVATE_H
#define SERVICE_OFFICE_PRIVATE_H

#include "service/office/desk.h"

/* A row that the desk does not have yet; keys: its keys. */
struct office_entry *office_desk_add(struct office_desk *desk, struct office_desk_table *rows,
	const struct office_row *stored, const struct office_row *keys);
/* The units of the fiscal year that a row is of, else of the session's. */
const struct unit_tree *office_entry_units(struct office_desk *desk, const struct office_entry *entry,
	const struct office_row *row, struct error *err);
/* Turns what names a row, a unit or a code in the cells that were laid down into the code that is stored (codes in
 * half width, names in any spelling). False where several are meant, or a code is none: *field says in which. */
bool office_desk_name(struct office_desk *desk, struct office_entry *entry, int *field, struct error *err);

#endif
