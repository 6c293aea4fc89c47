/* prose - the texts of a project, from the sentences of its topic. */
#ifndef SAMPLE_PROSE_H
#define SAMPLE_PROSE_H

#include "entry.h"

/* Writes 現状・課題, 取組内容 and 定性的効果 of every entry, after its figures are settled. */
void prose_write(struct body *body, struct entries *entries);

#endif
