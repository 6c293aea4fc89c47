/* s_admin - the office's own pages (screens.md §7): a menu of them. */
#ifndef UI_OFFICE_S_ADMIN_H
#define UI_OFFICE_S_ADMIN_H

#include "ui/app/screen.h"

extern const struct screen_ops s_admin_ops;

/* The pages of the menu, for who goes there without it. */
size_t admin_pages(void);
const char *admin_page_id(size_t page);
const char *admin_page_title(size_t page);
void admin_page_open(struct app *app, size_t page);

#endif
