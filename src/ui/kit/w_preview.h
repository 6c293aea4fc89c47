/* w_preview - what would come of something, as a table to look at before a yes. */
#ifndef UI_KIT_W_PREVIEW_H
#define UI_KIT_W_PREVIEW_H

#include "model/table.h"
#include "ui/term/theme.h"

struct app;

struct w_preview {
	const char *title;    /* translated */
	const char *summary;  /* translated: what it comes to, in a line or two */
	const char *question; /* translated; asked on Enter. NULL = nothing can be taken over */
	const struct table *table;
	/* Why a cell is not taken; NULL = it is, or does not say. */
	const char *(*why)(const void *data, size_t row, size_t column);
	/* How a cell is drawn. */
	enum theme_role (*role)(const void *data, size_t row, size_t column);
	const void *data; /* for both */
};

/* Blocks until there is a yes (true) or it was given up. The cursor starts on the first cell of role THEME_ERROR. */
bool w_preview_run(struct app *app, const struct w_preview *preview);

#endif
