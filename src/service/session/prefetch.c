#include "config.h"

#include "service/session/prefetch.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

#include "base/mem.h"
#include "store/facts_store.h"

/* From so many bytes on, some thousands of projects, facts take longer than a screen. */
enum { LARGE = 6 << 20 };

struct prefetch {
	char *target;
	int first, last;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool done; /* below the lock; what follows belongs to the thread until then */
	bool read;
	struct facts facts;
	int64_t masters;
	atomic_bool given_up;
};

static bool go_on(void *data)
{
	const struct prefetch *prefetch = data;

	return !atomic_load(&prefetch->given_up);
}

static void *prefetch_work(void *data)
{
	struct prefetch *prefetch = data;
	struct store *store = store_open(prefetch->target, STORE_READ_ONLY, NULL);

	if (store) {
		db_set_patience(store_db(store), go_on, prefetch);
		prefetch->masters = store_masters(store);
		prefetch->read = facts_store_load(store, prefetch->first, prefetch->last, NULL,
			&prefetch->facts, NULL);
		store_close(store);
	}
	pthread_mutex_lock(&prefetch->lock);
	prefetch->done = true;
	pthread_cond_broadcast(&prefetch->changed);
	pthread_mutex_unlock(&prefetch->lock);
	return NULL;
}

static void release(struct prefetch *prefetch)
{
	pthread_cond_destroy(&prefetch->changed);
	pthread_mutex_destroy(&prefetch->lock);
	free(prefetch->target);
	free(prefetch);
}

struct prefetch *prefetch_start(struct store *store, int first_fiscal_year, int last_fiscal_year)
{
	const char *target = db_target(store_db(store));
	struct stat info;
	sigset_t all, before;

	if (stat(target, &info) != 0 || info.st_size < LARGE)
		return NULL;
	struct prefetch *prefetch = xcalloc(1, sizeof *prefetch);
	prefetch->target = xstrdup(target);
	prefetch->first = first_fiscal_year;
	prefetch->last = last_fiscal_year;
	pthread_mutex_init(&prefetch->lock, NULL);
	pthread_cond_init(&prefetch->changed, NULL);
	sigfillset(&all); /* signals are the caller's */
	pthread_sigmask(SIG_SETMASK, &all, &before);
	const bool started = pthread_create(&prefetch->thread, NULL, prefetch_work, prefetch) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	if (started)
		return prefetch;
	release(prefetch);
	return NULL;
}

bool prefetch_is_for(const struct prefetch *prefetch, int first_fiscal_year, int last_fiscal_year)
{
	return prefetch->first == first_fiscal_year && prefetch->last == last_fiscal_year;
}

bool prefetch_ready(struct prefetch *prefetch, int wait_ms)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += (long)wait_ms * 1000000;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&prefetch->lock);
	while (!prefetch->done &&
		pthread_cond_timedwait(&prefetch->changed, &prefetch->lock, &until) == 0)
		;
	const bool done = prefetch->done;
	pthread_mutex_unlock(&prefetch->lock);
	return done;
}

bool prefetch_take(struct prefetch *prefetch, struct store *store, struct facts *facts)
{
	pthread_join(prefetch->thread, NULL);
	const bool good = prefetch->read && prefetch->masters == store_masters(store);
	if (good)
		*facts = prefetch->facts;
	else if (prefetch->read)
		facts_free(&prefetch->facts);
	release(prefetch);
	return good;
}

void prefetch_drop(struct prefetch *prefetch)
{
	if (!prefetch)
		return;
	atomic_store(&prefetch->given_up, true);
	pthread_join(prefetch->thread, NULL);
	if (prefetch->read)
		facts_free(&prefetch->facts);
	release(prefetch);
}
