/* s_office_table - one of the small tables that the office keeps, as a list to add to, change and take from. */
#ifndef UI_OFFICE_S_OFFICE_TABLE_H
#define UI_OFFICE_S_OFFICE_TABLE_H

#include "ui/app/app.h"

/* Opens it above the present screen; id is of service/office/office.h. */
static inline bool office_table_open(struct app *app, const char *id)
{
	return app_open(app, "office-table", id);
}
bool office_table_place(struct app *app, const void *argument);

#endif
