/* facts_pack - blocks of facts, from the packed form that table facts_block keeps or, where that
 * form is gone because a project or line changed, from the rows themselves. Triggers take the form
 * away within the very transaction that changes a row, whichever program does it; so a form that is
 * there is right. Private to store/.
 */
#ifndef STORE_FACTS_PACK_H
#define STORE_FACTS_PACK_H

#include "store/facts_block.h"
#include "store/store.h"

struct facts_reader {
	struct store *store;
	struct db_statement *rows, *lines; /* prepared when first needed */
	struct facts_block *block;         /* the one in hand */
	int64_t number;                    /* its number */
	int64_t next;                      /* projects from this id on are still to come */
	bool packed;                       /* the block in hand came in packed form */
	bool ended;
};

/* From the first project on. */
void facts_reader_open(struct facts_reader *reader, struct store *store);
/* Reads the next block into hand, with its lines; *more is false when there is none. */
bool facts_reader_next(struct facts_reader *reader, bool *more, struct error *err);
void facts_reader_close(struct facts_reader *reader);

/* Keeps the packed form of that block, made in `bytes`. Inside a transaction. */
bool facts_pack_put(struct store *store, const struct facts_block *block, int64_t number,
	struct strbuf *bytes, struct error *err);
/* Keeps the packed form of every block that has none which this program can read. Inside a
 * transaction. */
bool facts_pack_all(struct store *store, struct error *err);
/* The same where packed forms are kept at all: those that an older program left are of another form. */
bool facts_pack_renew(struct store *store, struct error *err);

/* Compares every packed form with one made anew; report() gets a line for each that differs. With
 * repair (inside a change) those are taken away. */
bool facts_pack_check(struct store *store, bool repair,
	void (*report)(const char *line, void *data), void *data, struct error *err);

#endif
