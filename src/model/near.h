/* near - was this perhaps meant? For suggestions in messages, never for deciding. */
#ifndef MODEL_NEAR_H
#define MODEL_NEAR_H

#include <stdbool.h>

/* Both are text_keys. True when one holds the other, or when few characters differ (at most one in
 * three of the longer one); never for "". */
bool near_match(const char *key, const char *other);

#endif
