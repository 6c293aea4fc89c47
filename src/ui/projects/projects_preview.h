/* projects_preview - one project in a pane: its fields, its effect lines with their formulas, its
 * texts. */
#ifndef UI_PROJECTS_PROJECTS_PREVIEW_H
#define UI_PROJECTS_PROJECTS_PREVIEW_H

#include "service/session/session.h"
#include "ui/term/draw.h"

struct projects_preview_line {
	char *text;
	enum theme_role role;
};
struct projects_preview {
	int64_t id, version; /* what lines are of; id 0 = nothing */
	VEC(struct projects_preview_line) lines; /* not wrapped */
	char *title;
	int top;             /* first shown row, wrapped */
	int rows;            /* rows it takes, as of the last draw */
};

void projects_preview_free(struct projects_preview *preview);
/* Shows this project, which may come without its effect lines (NULL = nothing); reads it only when
 * it is another one or another version. */
void projects_preview_show(struct projects_preview *preview, struct session *session,
	const struct project *project);
/* The whole text of it, for reading it on a page of its own. */
void projects_preview_text(const struct projects_preview *preview, struct strbuf *out);
void projects_preview_scroll(struct projects_preview *preview, int rows);
void projects_preview_draw(struct projects_preview *preview, struct canvas *canvas,
	struct area area, bool focus);

#endif
