/* form_history - the section of the form that shows who changed what and when. */
#ifndef UI_FORM_FORM_HISTORY_H
#define UI_FORM_FORM_HISTORY_H

#include "base/mem.h"
#include "ui/widget/w_list.h"

struct app;
struct form;

struct history_row {
	const char *at;   /* 2025-11-20 10:02 */
	const char *user;
	const char *text; /* Title: old → new */
};
struct form_history {
	VEC(struct history_row) rows; /* newest first */
	struct arena arena;
	struct w_list list;
	bool loaded;
};

void form_history_init(struct form_history *history);
void form_history_free(struct form_history *history);
/* Something was stored: read it again before it is shown. */
void form_history_forget(struct form_history *history);
bool form_history_action(struct form *form, enum action action);
void form_history_draw(struct app *app, struct form *form, struct canvas *canvas,
	struct area area);

#endif
