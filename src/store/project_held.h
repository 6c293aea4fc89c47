/* project_held - what a project row holds beside what was entered: the units above its team, the
 * totals of its lines, its search keys. All of it can be computed anew. Private to store/. */
#ifndef STORE_PROJECT_HELD_H
#define STORE_PROJECT_HELD_H

#include "base/strbuf.h"
#include "model/project.h"
#include "store/project_sql.h"
#include "store/store.h"

#define PROJECT_HELD_KEY_STORED(kind, member, write) IF_KEYED(kind, struct strbuf member##_key;)
#define PROJECT_HELD_KEY_NAMED(member)
#define PROJECT_HELD_KEY_COMPUTED
#define PROJECT_HELD_KEY(name, type, id, label, variants, stored, ...) PROJECT_HELD_KEY_##stored

/* Zero-initialise; keep one for many projects. */
struct project_held {
	struct strbuf tools; /* codes, comma separated */
	struct strbuf search_key;
	PROJECT_COLUMNS(PROJECT_HELD_KEY) /* member_key of each text that is KEYED */
};
void project_held_free(struct project_held *held);

/* Sets the unit fields above the team, the totals and stages of the project, and fills held. */
bool project_held_compute(struct store *store, struct project *project, struct project_held *held,
	struct error *err);
/* Sets the codes above the team, and the names of all three units, from the tree of the project's
 * fiscal year. A team that is not in it leaves what was given. */
bool project_held_units(struct store *store, struct project *project, struct error *err);

struct tool_keys;
void tool_keys_free(struct tool_keys *keys); /* NULL is fine */

#endif
