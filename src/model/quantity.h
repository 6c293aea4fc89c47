/* quantity - figures as people write them, with their unit: one reader for cells, commands and files. In full
 * width or half, with separators, an IME's points (39。2), 1時間30分, 1:30, 2.5h, 90分, 12万円, 30件/月, △5.
 * Nothing is dropped to make a number: what is not understood is refused whole.
 */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

enum quantity {
	QUANTITY_WHOLE,        /* whole numbers without a unit */
	QUANTITY_CASES,        /* 件, 回, 人 …; whole */
	QUANTITY_CASE_MINUTES, /* minutes a case, in hundredths; a bare number is minutes */
	QUANTITY_HOURS,        /* whole minutes; a bare number is hours */
	QUANTITY_MINUTES,      /* whole minutes, a bare number too */
	QUANTITY_YEN,          /* whole */
	QUANTITY_COUNT,
};

/* Minutes of hours are rounded half away from zero, for a third of an hour has no end; every other figure that is finer than can be held is refused. *value is untouched on failure; the message quotes
 * the text and shows how to write it. */
bool quantity_parse(const char *text, enum quantity kind, int64_t *value, struct error *err);

#endif
