/* polite - plain sentences (である) made polite (です・ます), since people write in both. */
#ifndef SAMPLE_POLITE_H
#define SAMPLE_POLITE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends the text with the end of every sentence made polite. False when one of them ends in a
 * way it does not know; out is then useless. */
bool polite_add(struct strbuf *out, const char *text);

#endif
