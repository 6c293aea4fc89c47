/* flag - yes and no as sheets and people write them. */
#ifndef MODEL_FLAG_H
#define MODEL_FLAG_H

#include <stdbool.h>

/* Takes 1/0, yes/no, true/false, 可/不可, ○/×, はい/いいえ, 有/無 and the like in any width; "" is no.
 * False for anything else. */
bool flag_parse(const char *text, bool *flag);
/* "yes" or "no" in the language in use. */
const char *flag_label(bool flag);

#endif
