#include "config.h"

#include "base/relay.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#include "base/mem.h"

struct relay {
	void (*empty)(size_t basket, void *data);
	void *data;
	size_t count;
	pthread_t thread;
	bool alone;            /* there is no thread */
	pthread_mutex_t lock;  /* over all below */
	pthread_cond_t changed;
	size_t passed, emptied; /* baskets, counted up */
	bool ending;
};

static void *relay_work(void *data)
{
	struct relay *relay = data;

	pthread_mutex_lock(&relay->lock);
	for (;;) {
		while (relay->emptied == relay->passed && !relay->ending)
			pthread_cond_wait(&relay->changed, &relay->lock);
		if (relay->emptied == relay->passed)
			break;
		const size_t basket = relay->emptied % relay->count;
		pthread_mutex_unlock(&relay->lock);
		relay->empty(basket, relay->data);
		pthread_mutex_lock(&relay->lock);
		relay->emptied++;
		pthread_cond_broadcast(&relay->changed);
	}
	pthread_mutex_unlock(&relay->lock);
	return NULL;
}

struct relay *relay_start(size_t count, void (*empty)(size_t basket, void *data), void *data)
{
	assert(count > 0 && empty);

	struct relay *relay = xcalloc(1, sizeof *relay);
	sigset_t all, before;

	relay->empty = empty;
	relay->data = data;
	relay->count = count;
	pthread_mutex_init(&relay->lock, NULL);
	pthread_cond_init(&relay->changed, NULL);
	sigfillset(&all); /* signals are the caller's */
	pthread_sigmask(SIG_SETMASK, &all, &before);
	relay->alone = pthread_create(&relay->thread, NULL, relay_work, relay) != 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return relay;
}

size_t relay_basket(const struct relay *relay)
{
	return relay->passed % relay->count; /* only the caller changes it */
}

void relay_pass(struct relay *relay)
{
	assert(!relay->ending);
	if (relay->alone) {
		relay->empty(relay_basket(relay), relay->data);
		relay->passed++;
		relay->emptied++;
		return;
	}
	pthread_mutex_lock(&relay->lock);
	relay->passed++;
	pthread_cond_broadcast(&relay->changed);
	while (relay->passed - relay->emptied >= relay->count)
		pthread_cond_wait(&relay->changed, &relay->lock);
	pthread_mutex_unlock(&relay->lock);
}

void relay_settle(struct relay *relay)
{
	pthread_mutex_lock(&relay->lock);
	while (relay->emptied < relay->passed)
		pthread_cond_wait(&relay->changed, &relay->lock);
	pthread_mutex_unlock(&relay->lock);
}

void relay_end(struct relay *relay)
{
	if (!relay)
		return;
	if (!relay->alone) {
		pthread_mutex_lock(&relay->lock);
		relay->ending = true;
		pthread_cond_broadcast(&relay->changed);
		pthread_mutex_unlock(&relay->lock);
		pthread_join(relay->thread, NULL);
	}
	pthread_cond_destroy(&relay->changed);
	pthread_mutex_destroy(&relay->lock);
	free(relay);
}
