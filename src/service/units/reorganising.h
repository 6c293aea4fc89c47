/* reorganising - units through time (domain.md §1): a fiscal year has the tree of the year before until
 * an act changes it; old years keep theirs. Every act is one change, for the office only, with history
 * and undo; what would leave a tree that is not whole, or projects without their team, is refused. */
#ifndef SERVICE_UNITS_REORGANISING_H
#define SERVICE_UNITS_REORGANISING_H

#include "model/table.h"
#include "service/session/session.h"

/* A new unit from that fiscal year on. reading: its name in kana, "" = not given. */
bool reorganising_add(struct session *session, int fiscal_year, enum unit_kind kind,
	const char *code, const char *name, const char *reading, const char *parent_code,
	struct error *err);
/* Another name from that year on; of the same name only the reading is set. */
bool reorganising_rename(struct session *session, int fiscal_year, const char *code,
	const char *name, const char *reading, struct error *err);
/* Another unit above it from that year on; what lies below it goes with it. */
bool reorganising_move(struct session *session, int fiscal_year, const char *code,
	const char *parent_code, struct error *err);
/* Units that are no more from that year on, with all that lies below them; successor_code takes over
 * ("" = nobody): several into one is a merger. Appends to ended how many targets, leaders and roles end with
 * them, by table. */
bool reorganising_close(struct session *session, int fiscal_year, const char *const *codes,
	size_t count, const char *successor_code, struct strbuf *ended, struct error *err);
/* New units beside one, from that year on; the first takes over from it where it closes. ended: likewise. */
struct reorganising_part {
	const char *code, *name;
};
bool reorganising_split(struct session *session, int fiscal_year, const char *code,
	const struct reorganising_part *parts, size_t count, bool closes, struct strbuf *ended,
	struct error *err);

/* The tree of a year: a row per unit; row i is node i as key[0]. */
bool reorganising_tree(struct session *session, int fiscal_year, struct table *table,
	struct error *err);
/* What differs from one year's tree to another's: added, renamed, moved, closed. */
bool reorganising_diff(struct session *session, int before, int after, struct table *table,
	struct error *err);

#endif
