#include "config.h"

#include "db/later.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/relay.h"
#include "base/strbuf.h"
#include "db/driver.h"

/* Batches go round: one is filled while another is run. */
enum { BATCHES = 3, BATCH_BYTES = 1 << 18 };

enum value_kind { VALUE_INT, VALUE_TEXT, VALUE_BLOB, VALUE_NULL, VALUE_RUN };

/* In a batch each value is followed by its bytes; VALUE_RUN ends a run. */
struct value {
	enum value_kind kind;
	int index;
	union {
		int64_t number;
		size_t length;
		struct db_statement *statement;
	} is;
};

struct db_later {
	struct db *db;
	struct relay *relay;
	struct strbuf batches[BATCHES];
	atomic_bool failed;   /* set once failure is written, which then stays as it is */
	struct error failure;
};

/* ---- the thread ------------------------------------------------------------------------------ */

/* Values of a run stand before the statement they are for: the first pass finds it. */
static struct db_statement *later_statement_of(const char *at)
{
	struct value value;

	for (;; at += value.is.length) {
		memcpy(&value, at, sizeof value);
		at += sizeof value;
		if (value.kind == VALUE_RUN)
			return value.is.statement;
		if (value.kind != VALUE_TEXT && value.kind != VALUE_BLOB)
			value.is.length = 0;
	}
}

static const char *later_bind_value(const struct db_driver *driver, struct db_statement *statement,
	const struct value *value, const char *bytes)
{
	switch (value->kind) {
	case VALUE_INT:
		driver->bind_int(statement, value->index, value->is.number);
		return bytes;
	case VALUE_TEXT:
		driver->bind_text(statement, value->index, bytes, value->is.length);
		return bytes + value->is.length;
	case VALUE_BLOB:
		driver->bind_blob(statement, value->index, bytes, value->is.length);
		return bytes + value->is.length;
	default:
		driver->bind_null(statement, value->index);
		return bytes;
	}
}

static void later_run_batch(size_t number, void *data)
{
	struct db_later *later = data;
	struct strbuf *batch = &later->batches[number];
	const char *at = batch->text, *const end = at + batch->length;

	while (at < end && !atomic_load(&later->failed)) {
		struct db_statement *statement = later_statement_of(at);
		struct value value;

		for (;;) {
			memcpy(&value, at, sizeof value);
			at += sizeof value;
			if (value.kind == VALUE_RUN)
				break;
			at = later_bind_value(later->db->driver, statement, &value, at);
		}

		const struct db_driver *driver = later->db->driver;
		enum db_step step;

		do
			step = driver->step(statement, &later->failure);
		while (step == DB_ROW);
		driver->reset(statement);
		if (step == DB_FAILED)
			atomic_store(&later->failed, true);
	}
	strbuf_clear(batch);
}

/* ---- the caller ------------------------------------------------------------------------------ */

struct db_later *later_start(struct db *db)
{
	struct db_later *later = xcalloc(1, sizeof *later);

	later->db = db;
	later->relay = relay_start(BATCHES, later_run_batch, later);
	return later;
}

static struct strbuf *later_in_hand(struct db_later *later)
{
	return &later->batches[relay_basket(later->relay)];
}

void later_settle(struct db_later *later)
{
	if (later_in_hand(later)->length > 0)
		relay_pass(later->relay);
	relay_settle(later->relay);
}

bool later_stop(struct db_later *later, struct error *err)
{
	if (!later)
		return true;
	later_settle(later);
	relay_end(later->relay);
	const bool fine = !later->failed;
	if (!fine && err)
		*err = later->failure;
	for (size_t i = 0; i < BATCHES; i++)
		strbuf_free(&later->batches[i]);
	free(later);
	return fine;
}

static void later_put(struct db_later *later, const struct value *value)
{
	strbuf_add(later_in_hand(later), (const char *)value, sizeof *value);
}

void later_bind_int(struct db_later *later, int index, int64_t value)
{
	later_put(later, &(struct value){.kind = VALUE_INT, .index = index, .is.number = value});
}

void later_bind_text(struct db_later *later, int index, const char *text, size_t length)
{
	later_put(later, &(struct value){.kind = VALUE_TEXT, .index = index, .is.length = length});
	strbuf_add(later_in_hand(later), text, length);
}

void later_bind_blob(struct db_later *later, int index, const void *bytes, size_t length)
{
	later_put(later, &(struct value){.kind = VALUE_BLOB, .index = index, .is.length = length});
	strbuf_add(later_in_hand(later), bytes, length);
}

void later_bind_null(struct db_later *later, int index)
{
	later_put(later, &(struct value){.kind = VALUE_NULL, .index = index});
}

bool later_execute(struct db_later *later, struct db_statement *statement, struct error *err)
{
	later_put(later, &(struct value){.kind = VALUE_RUN, .is.statement = statement});
	if (later_in_hand(later)->length < BATCH_BYTES)
		return true;
	relay_pass(later->relay);
	if (!atomic_load(&later->failed))
		return true;
	if (err)
		*err = later->failure;
	return false;
}
