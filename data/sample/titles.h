/* titles - what a project is about and what it is called. */
#ifndef SAMPLE_TITLES_H
#define SAMPLE_TITLES_H

#include "entry.h"

/* Gives every entry with a topic its object and a title, as few alike as the tables allow and
 * never two alike in one section; the written ones keep theirs. */
void titles_give(struct body *body, struct entries *entries);
/* The text with each "{name}" replaced; texts come in pairs name, value, ended by NULL. */
char *titles_fill(struct arena *arena, const char *text, const char *const *values);

#endif
