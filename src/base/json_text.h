/* json_text - texts of unknown origin in JSON, which takes UTF-8 only. */
#ifndef BASE_JSON_TEXT_H
#define BASE_JSON_TEXT_H

#include <jansson.h>

/* The text as a JSON string: text that came in broken from elsewhere as it is shown on the
 * screen. Caller gives it back with json_decref(). */
json_t *json_text(const char *text);

#endif
