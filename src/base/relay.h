/* relay - two threads at one piece of work: the caller fills baskets, another thread empties them in the
 * same order. What is in a basket belongs to one of the two at a time; nothing else is shared by itself.
 */
#ifndef BASE_RELAY_H
#define BASE_RELAY_H

#include <stdbool.h>
#include <stddef.h>

struct relay;

/* empty() gets the number of a basket, below count. Where the system has no thread to give, baskets are
 * emptied as they are passed on. */
struct relay *relay_start(size_t count, void (*empty)(size_t basket, void *data), void *data);
/* The basket that the caller may fill; the same one until it is passed on. */
size_t relay_basket(const struct relay *relay);
/* Hands it over, and waits until there is another. */
void relay_pass(struct relay *relay);
/* Waits until all that were handed over are empty. */
void relay_settle(struct relay *relay);
/* Settles, ends the thread and frees. NULL is fine. */
void relay_end(struct relay *relay);

#endif
