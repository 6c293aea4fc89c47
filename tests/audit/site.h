/* site - a database of a made-up body: imported by the program, spoilt a little by SQL, mended by the program. */
#ifndef AUDIT_SITE_H
#define AUDIT_SITE_H

#include "body.h"
#include "program.h"
#include "tally.h"

/* Makes program->file, which is not there yet. False where the program did not take the body; the tally has
 * it then. */
bool site_make(struct body *body, const struct program *program, struct tally *tally);

#endif
