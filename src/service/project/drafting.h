/* drafting - what stands in an open form as texts: for telling whether it was changed, for keeping
 * it in the database while it is unsaved, and for comparing two versions of a project. */
#ifndef SERVICE_PROJECT_DRAFTING_H
#define SERVICE_PROJECT_DRAFTING_H

#include "base/vec.h"
#include "model/effect_field.h"
#include "model/project.h"
#include "service/session/session.h"

/* Texts are machine forms, or what was typed where that cannot be read. They belong to the draft. */
struct draft_line {
	char *texts[EFFECT_FIELD_COUNT]; /* never NULL */
};
struct draft {
	char uuid[UUID_TEXT];
	int fiscal_year;
	int64_t version; /* of the stored project it began from; 0 = a new project */
	char at[20];     /* when it was kept; "" = never */
	char *texts[FIELD_COUNT]; /* NULL = the field is not part of it */
	VEC(struct draft_line) lines;
};

/* Zero-initialise a draft to use it. */
void draft_free(struct draft *draft);
/* Replaces the text of a field. */
void draft_set(struct draft *draft, enum field field, const char *text);
/* A new last line, its texts empty. Valid until the next one. */
struct draft_line *draft_add_line(struct draft *draft);
void draft_line_set(struct draft_line *line, enum effect_field field, const char *text);
/* Same texts in the same fields and lines; where they began from does not matter. */
bool draft_same(const struct draft *a, const struct draft *b);

/* Keeps it for the session's user: one for each stored project, and one for a new project. */
bool drafting_keep(struct session *session, const struct draft *draft, struct error *err);
/* Looks for what was kept for the project with that UUID (NULL = for a new one) into a zeroed
 * draft; *found tells whether there is something. False when it cannot be read. */
bool drafting_find(struct session *session, const char *uuid, struct draft *draft, bool *found,
	struct error *err);
/* Fine when there is none. */
bool drafting_drop(struct session *session, const char *uuid, struct error *err);

#endif
