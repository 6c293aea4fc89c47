/* caption - the line under a table: year, stage, basis, H, and whether the table has been proved. */
#ifndef UI_KIT_CAPTION_H
#define UI_KIT_CAPTION_H

#include "model/table.h"
#include "ui/term/draw.h"

void caption_draw(const struct table *table, const struct canvas *canvas, struct area area, int y);
/* What does not tie, for the line of messages; "" where everything does. */
const char *caption_difference(const struct table *table);

#endif
