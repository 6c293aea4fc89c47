/* proof - is the screen as it was drawn whole? For tests: `:trial` of script.h proves every frame. */
#ifndef UI_TERM_PROOF_H
#define UI_TERM_PROOF_H

#include <stdbool.h>

#include "base/error.h"
#include "ui/term/draw.h"

/* True when no wide character has lost a half, and every box drawn last has its corners and both
 * its sides in one column, wherever nothing was drawn over it later. err says what stands where,
 * counted from 0. */
bool proof_screen(const struct canvas *canvas, struct error *err);

#endif
