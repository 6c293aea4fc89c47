/* write_queue - writers of one host wait for each other on a lock file, in the order they came.
 *
 * The engine's own busy handler polls and starves when many save at once (measured: 4.8 s worst), and a
 * plain lock wakes everyone who waits, in no order. Here each draws a ticket and waits for the one before
 * it. All locks belong to the open file, so they are gone when the program ends in any way.
 */
#ifndef DB_WRITE_QUEUE_H
#define DB_WRITE_QUEUE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct write_queue {
	char *path;
	int file; /* -1 until the first write */
	_Atomic uint64_t *next; /* ticket, shared by all through the file */
	uint64_t ticket; /* one's own */
	int patience_ms; /* how long to wait for the others; 0 = not at all */
};

enum { WRITE_QUEUE_PATIENCE_MS = 20000 };

/* database: the file that is guarded; the lock file lies beside it and ends in ".lock". */
void write_queue_init(struct write_queue *queue, const char *database);
/* Waits for the turn. False when the lock file cannot be had or the turn does not come. */
bool write_queue_enter(struct write_queue *queue, struct error *err);
void write_queue_leave(struct write_queue *queue);
void write_queue_free(struct write_queue *queue);

#endif
