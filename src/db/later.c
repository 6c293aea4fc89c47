#include "config.h"

#include "db/later.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
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
	pthread_t thread;
	pthread_mutex_t lock; /* over all below but the batch in hand of either side */
	pthread_cond_t changed;
	struct strbuf batches[BATCHES];
	size_t given, taken; /* batches, counted up; the one in hand is the given'th */
	bool ending, failed;
	struct error failure;
};

/* ---- the thread ------------------------------------------------------------------------------- */

static bool run(struct db_later *later, struct db_statement *statement)
{
	const struct db_driver *driver = later->db->driver;
	struct error failure = {0};
	enum db_step step;

	do
		step = driver->step(statement, &failure);
	while (step == DB_ROW);
	driver->reset(statement);
	if (step == DB_DONE)
		return true;
	pthread_mutex_lock(&later->lock);
	later->failed = true;
	later->failure = failure;
	pthread_mutex_unlock(&later->lock);
	return false;
}

/* Values of a run stand before the statement they are for: the first pass finds it. */
static struct db_statement *statement_of(const char *at)
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

static const char *bind_value(const struct db_driver *driver, struct db_statement *statement,
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

static bool run_batch(struct db_later *later, const struct strbuf *batch)
{
	const char *at = batch->text, *const end = at + batch->length;

	while (at < end) {
		struct db_statement *statement = statement_of(at);
		struct value value;

		for (;;) {
			memcpy(&value, at, sizeof value);
			at += sizeof value;
			if (value.kind == VALUE_RUN)
				break;
			at = bind_value(later->db->driver, statement, &value, at);
		}
		if (!run(later, statement))
			return false;
	}
	return true;
}

static void *work(void *data)
{
	struct db_later *later = data;
	bool fine = true;

	pthread_mutex_lock(&later->lock);
	for (;;) {
		while (later->taken == later->given && !later->ending)
			pthread_cond_wait(&later->changed, &later->lock);
		if (later->taken == later->given)
			break;
		struct strbuf *batch = &later->batches[later->taken % BATCHES];
		pthread_mutex_unlock(&later->lock);
		fine = fine && run_batch(later, batch);
		pthread_mutex_lock(&later->lock);
		later->taken++;
		pthread_cond_broadcast(&later->changed);
	}
	pthread_mutex_unlock(&later->lock);
	return NULL;
}

/* ---- the caller -------------------------------------------------------------------------------- */

struct db_later *later_start(struct db *db)
{
	struct db_later *later = xcalloc(1, sizeof *later);
	sigset_t all, before;

	later->db = db;
	pthread_mutex_init(&later->lock, NULL);
	pthread_cond_init(&later->changed, NULL);
	sigfillset(&all); /* signals are the caller's */
	pthread_sigmask(SIG_SETMASK, &all, &before);
	const bool started = pthread_create(&later->thread, NULL, work, later) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started)
		return later;
	pthread_cond_destroy(&later->changed);
	pthread_mutex_destroy(&later->lock);
	free(later);
	return NULL;
}

static struct strbuf *in_hand(struct db_later *later)
{
	return &later->batches[later->given % BATCHES];
}

/* Hands the batch over, and waits for an empty one. */
static void give(struct db_later *later)
{
	pthread_mutex_lock(&later->lock);
	later->given++;
	pthread_cond_broadcast(&later->changed);
	while (later->given - later->taken >= BATCHES)
		pthread_cond_wait(&later->changed, &later->lock);
	pthread_mutex_unlock(&later->lock);
	strbuf_clear(in_hand(later));
}

void later_settle(struct db_later *later)
{
	if (in_hand(later)->length > 0)
		give(later);
	pthread_mutex_lock(&later->lock);
	while (later->taken < later->given)
		pthread_cond_wait(&later->changed, &later->lock);
	pthread_mutex_unlock(&later->lock);
}

bool later_stop(struct db_later *later, struct error *err)
{
	if (!later)
		return true;
	later_settle(later);
	pthread_mutex_lock(&later->lock);
	later->ending = true;
	pthread_cond_broadcast(&later->changed);
	pthread_mutex_unlock(&later->lock);
	pthread_join(later->thread, NULL);
	const bool fine = !later->failed;
	if (!fine && err)
		*err = later->failure;
	for (size_t i = 0; i < BATCHES; i++)
		strbuf_free(&later->batches[i]);
	pthread_cond_destroy(&later->changed);
	pthread_mutex_destroy(&later->lock);
	free(later);
	return fine;
}

static void put(struct db_later *later, const struct value *value)
{
	strbuf_add(in_hand(later), (const char *)value, sizeof *value);
}

void later_bind_int(struct db_later *later, int index, int64_t value)
{
	put(later, &(struct value){.kind = VALUE_INT, .index = index, .is.number = value});
}

void later_bind_text(struct db_later *later, int index, const char *text, size_t length)
{
	put(later, &(struct value){.kind = VALUE_TEXT, .index = index, .is.length = length});
	strbuf_add(in_hand(later), text, length);
}

void later_bind_blob(struct db_later *later, int index, const void *bytes, size_t length)
{
	put(later, &(struct value){.kind = VALUE_BLOB, .index = index, .is.length = length});
	strbuf_add(in_hand(later), bytes, length);
}

void later_bind_null(struct db_later *later, int index)
{
	put(later, &(struct value){.kind = VALUE_NULL, .index = index});
}

bool later_execute(struct db_later *later, struct db_statement *statement, struct error *err)
{
	put(later, &(struct value){.kind = VALUE_RUN, .is.statement = statement});
	if (in_hand(later)->length < BATCH_BYTES)
		return true;
	give(later);
	pthread_mutex_lock(&later->lock);
	const bool fine = !later->failed;
	if (!fine && err)
		*err = later->failure;
	pthread_mutex_unlock(&later->lock);
	return fine;
}
