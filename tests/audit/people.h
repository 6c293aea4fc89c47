/* people - figures as people read them, on screens, paper and in explanations. */
#ifndef AUDIT_PEOPLE_H
#define AUDIT_PEOPLE_H

#include "exact.h"

/* "1,294,322" and "△7" of a cell of a file; NULL for what is no figure. */
const char *people_figure(struct pool *pool, const char *cell);
/* Where a figure that stands as a word of its own, with or without + before it, ends in the text; NULL where
 * it does not stand there. */
const char *people_find(const char *text, size_t length, const char *figure);
/* The minutes in front of the mark: "△1,520" of "…△1,520分". False where no digit is there. */
bool people_before(const char *text, const char *mark, wide *minutes);

#endif
