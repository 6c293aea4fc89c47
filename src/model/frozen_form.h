/* frozen_form - kept tables of the first form, in which numbers stood for what has a name: numbers of
 * enumerators as the programs up to schema 013 had them. They are read by lists that stay as they are,
 * whatever becomes of the enumerators.
 *
 * Raising and lowering are exact: lowered again, a raised text is the one it came from, so that the
 * seal of old can be proved ever after. */
#ifndef MODEL_FROZEN_FORM_H
#define MODEL_FROZEN_FORM_H

#include <stdbool.h>

#include "base/strbuf.h"

/* The form that frozen_table.h writes. */
enum { FROZEN_FORM = 2 };

/* True for a text of the first form, well-formed or not. */
bool frozen_form_is_first(const char *text);
/* Adds the text in today's form. False, with nothing added, for one that no program wrote. */
bool frozen_form_raise(const char *text, struct strbuf *out);
/* Adds the text of the first form that a raised one came from. False when it came from none. */
bool frozen_form_lower(const char *text, struct strbuf *out);

#endif
