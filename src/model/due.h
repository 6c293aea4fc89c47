/* due - what is due in a fiscal year (domain.md §6). */
#ifndef MODEL_DUE_H
#define MODEL_DUE_H

#include "model/choice.h"

enum due_kind {
	DUE_DECISION, /* projects are decided on */
	DUE_LEADER,   /* DX leaders are registered */
	DUE_INTERIM,  /* 中間報告 */
	DUE_YEAR_END, /* actual results */
	DUE_COUNT,
};
extern const struct choice due_kinds[DUE_COUNT];

#endif
