/* s_office_table - one of the small tables that the office keeps, as a list to add to, change and take from. */
#ifndef UI_OFFICE_S_OFFICE_TABLE_H
#define UI_OFFICE_S_OFFICE_TABLE_H

#include <stdbool.h>

struct app;

/* Opens it above the present screen; id is of service/office/office.h. */
bool office_table_open(struct app *app, const char *id);

#endif
