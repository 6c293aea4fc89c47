/* effect_direct - the hours of a line entered directly, as text: those saved and, where the line knows them,
 * those before and after, of which what is saved is the difference (domain.md §4). For effect_field.c. */
#ifndef MODEL_EFFECT_DIRECT_H
#define MODEL_EFFECT_DIRECT_H

#include "model/effect_field.h"

/* True for a line entered directly that says what the work took. */
bool effect_direct_knows_before(const struct effect *effect);
/* True for the types of hours entered directly. */
bool effect_direct_is_type(enum effect_type type);

/* The minutes of one basis; false where the line does not know. The type is one of
 * effect_direct_is_type(). */
bool effect_direct_minutes(const struct effect *effect, enum effect_type type, enum basis basis,
	int64_t *minutes);
/* Appends "H:MM", or "H:MM/H:MM" where the full-year figure is another; nothing where the line does not
 * know. */
void effect_direct_get(const struct effect *effect, enum effect_type type, struct strbuf *out);
/* Reads such a text. Hours saved keep those before; hours before keep those after, where they are known,
 * or else those saved; hours after keep those before, and are refused without. Empty hours saved, or
 * before, are forgotten with what hangs on them. The label is named in messages. */
bool effect_direct_set(struct effect *effect, enum effect_type type, const char *label, const char *text,
	struct error *err);

#endif
