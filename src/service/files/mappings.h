/* mappings - what an office's own sheets mean, from a file or kept under a name in the database. */
#ifndef SERVICE_FILES_MAPPINGS_H
#define SERVICE_FILES_MAPPINGS_H

#include "exchange/mapping.h"
#include "service/session/session.h"
#include "store/mapping_store.h"

/* Those of a kind of file, or all (kind NULL), by kind and name. */
bool mappings_list(struct session *session, const char *kind, struct mappings_kept *kept, struct error *err);
/* Keeps one under a name that is trimmed; refuses an empty name, and a text that is no mapping. */
bool mappings_keep(struct session *session, enum sheet_kind kind, const char *name, const char *text,
	struct error *err);
bool mappings_remove(struct session *session, enum sheet_kind kind, const char *name, struct error *err);
/* Appends the text of the one of that name; false where there is none, naming those there are. */
bool mappings_get(struct session *session, enum sheet_kind kind, const char *name, struct strbuf *text,
	struct error *err);
/* Appends what a word of the command line means: the text of the file (UTF-8, UTF-16 or CP932), or, where there
 * is no such file, the kept one of that name. */
bool mappings_load(struct session *session, enum sheet_kind kind, const char *word, struct strbuf *text,
	struct error *err);

#endif
