/* snapshots - results frozen, sealed, shown again and compared (domain.md §5). */
#ifndef SERVICE_RESULTS_SNAPSHOTS_H
#define SERVICE_RESULTS_SNAPSHOTS_H

#include "model/snapshot_compare.h"
#include "model/table.h"
#include "service/session/session.h"
#include "store/snapshot_store.h"

/* Freezes a fiscal year under a name: every project, rules, units, H, and every named table of each
 * stage and basis, in Japanese, the language of the data. The office may; a table that does not tie
 * is refused. It cannot be undone. */
bool snapshots_freeze(struct session *session, const char *name, int fiscal_year,
	struct error *err);

/* Every snapshot; snapshot_list_free() frees. As a table: name, year, when, by whom, projects, H,
 * seal. */
bool snapshots_list(struct session *session, struct snapshot_list *list, struct error *err);
bool snapshots_list_table(struct session *session, struct table *table, struct error *err);
/* The one of that name. */
bool snapshots_find(struct session *session, const char *name, int64_t *id, struct error *err);
/* True when every text is as it was sealed; ERROR_DATA when not. */
bool snapshots_verify(struct session *session, const char *name, struct error *err);

/* What changed from `before` to `after` (NULL: to now), of the same fiscal year. Tied out. */
bool snapshots_compare(struct session *session, const char *before, const char *after,
	const struct snapshot_scope *scope, struct table *table, struct error *err);

/* The named table as it was shown then; byte for byte the same in every format. */
bool snapshots_table(struct session *session, const char *name, const char *table_name,
	enum stage stage, enum basis basis, struct table *table, struct error *err);
/* The tables that a snapshot has, by named table: ids, each ended by a newline. */
bool snapshots_tables(struct session *session, const char *name, struct strbuf *ids,
	struct error *err);

#endif
