/* destination - 使途: where the freed time of a line goes, in percent (domain.md §4). */
#ifndef MODEL_DESTINATION_H
#define MODEL_DESTINATION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"

enum destination {
	DESTINATION_OVERTIME,  /* 時間外縮減 */
	DESTINATION_NEW_WORK,  /* 新規業務 */
	DESTINATION_RESIDENTS, /* 住民対応 */
	DESTINATION_PLANNING,  /* 企画・学び */
	DESTINATION_OTHER,     /* その他 */
	DESTINATION_COUNT,
};

struct destination_split {
	int percent[DESTINATION_COUNT]; /* sums to 0 (not given) or 100 */
};

/* Reads "overtime:60;residents:40", "時間外縮減60% 住民対応40%", or one name alone (100 %);
 * "" is not given. Percentages must sum to 100. */
bool destination_parse(const char *text, struct destination_split *split, struct error *err);
/* The normal form: ids in the order of the enum, "overtime:60;residents:40", or "". */
void destination_format(const struct destination_split *split, struct strbuf *out);
/* Divides minutes among the destinations to the minute: the parts sum to the whole. False, with
 * nothing in parts, when none is given. */
bool destination_divide(const struct destination_split *split, int64_t minutes,
	int64_t parts[DESTINATION_COUNT]);
const char *destination_id(enum destination destination);
const char *destination_label(enum destination destination);

#endif
