/* scoping - says on a table what it covers (domain.md §5, table_scope.h), in words of the reader's
 * language. Whoever makes a table narrower calls it; exporting.h sees to it that nothing leaves without
 * the body. */
#ifndef SERVICE_SESSION_SCOPING_H
#define SERVICE_SESSION_SCOPING_H

#include "model/table_scope.h"
#include "service/session/session.h"

/* The body where the table does not name it; the rules and units of another year that the session
 * tries. For tables of today. */
void scoping_session(const struct session *session, struct table *table);
/* A unit of a tree: by its code, and its names from the department down. Nothing for the body. */
void scoping_unit(const struct unit_tree *units, int node, struct table *table);
/* A good filter, NULL or "" for none. The names of its codes are those of fiscal_year (0 = of any). */
void scoping_filter(struct session *session, int fiscal_year, const char *filter,
	struct table *table);
/* Narrowed to one entry of a dimension that is no unit: more words for the filter. */
void scoping_entry(const char *id, const char *label, const char *code, const char *name,
	struct table *table);
/* No more rows than that; nothing for -1. */
void scoping_limit(int64_t limit, struct table *table);

#endif
