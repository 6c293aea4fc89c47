/* succession - what a unit of one year has become in another: itself where it is still there, else its
 * successor, and the successor's, as far as it takes (domain.md §1). */
#ifndef MODEL_SUCCESSION_H
#define MODEL_SUCCESSION_H

#include "base/strmap.h"
#include "model/unit.h"

struct succession {
	const struct unit_tree *tree;     /* of the year looked at */
	const struct unit_tree *versions; /* every version of every unit */
	struct strmap last;               /* code → index of its last version that names a successor */
};

/* Both trees stay the caller's and must outlive it; succession_free() frees the rest. */
void succession_init(struct succession *succession, const struct unit_tree *tree,
	const struct unit_tree *versions);
void succession_free(struct succession *succession);
/* The unit of the year looked at that a code leads to; -1 when it leads nowhere. */
int succession_follow(const struct succession *succession, const char *code);

#endif
