#include "config.h"

#include "db/write_queue.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"

void write_queue_init(struct write_queue *queue, const char *database)
{
	queue->path = xasprintf("%s.lock", database);
	queue->file = -1;
	queue->next = NULL;
	queue->ticket = 0;
	queue->patience_ms = WRITE_QUEUE_PATIENCE_MS;
}

/* The lock file: first the number of the next ticket, as the machine has it; the bytes after are
 * not there, but are locked: TURN by whoever may write, TICKETS + t by whoever has ticket t. */
enum { TURN = 64, TICKETS = 128 };
/* Whatever the file holds, it is a byte that can be locked. */
#define TICKET_MASK ((UINT64_C(1) << 40) - 1)

static bool queue_lock_byte(const struct write_queue *queue, int command, short type, int64_t byte)
{
	struct flock lock = {
		.l_type = type, .l_whence = SEEK_SET, .l_start = byte, .l_len = 1};

	return fcntl(queue->file, command, &lock) == 0;
}

static bool queue_try_lock(const struct write_queue *queue, int64_t byte)
{
	return queue_lock_byte(queue, F_OFD_SETLK, F_WRLCK, byte);
}

static void queue_unlock(const struct write_queue *queue, int64_t byte)
{
	const int reason = errno;

	queue_lock_byte(queue, F_OFD_SETLK, F_UNLCK, byte);
	errno = reason;
}

static void queue_wake_up(int signal_number)
{
	(void)signal_number;
}

/* Blocks in the kernel; a timer's signal ends the wait at the deadline. */
static bool queue_wait_for(const struct write_queue *queue, int64_t byte, int64_t deadline)
{
	const struct sigaction wake = {.sa_handler = queue_wake_up};
	int64_t left = deadline - ambient_monotonic_ms();
	struct sigaction old_action;
	struct itimerval old_timer;
	int reason;
	bool locked;

	if (queue_try_lock(queue, byte))
		return true;
	if (left <= 0)
		return false;
	const struct itimerval alarm = {
		.it_value = {left / 1000, left % 1000 * 1000},
		.it_interval.tv_usec = 100000, /* again, should it strike before the wait begins */
	};
	sigaction(SIGALRM, &wake, &old_action);
	setitimer(ITIMER_REAL, &alarm, &old_timer);
	do {
		locked = queue_lock_byte(queue, F_OFD_SETLKW, F_WRLCK, byte);
		reason = errno;
	} while (!locked && reason == EINTR && ambient_monotonic_ms() < deadline);
	setitimer(ITIMER_REAL, &old_timer, NULL);
	sigaction(SIGALRM, &old_action, NULL);
	errno = reason;
	return locked;
}

static int64_t queue_ticket_byte(uint64_t ticket)
{
	return TICKETS + (int64_t)(ticket & TICKET_MASK);
}

/* A ticket is locked before the next can be drawn, so that who has the next finds it locked. */
static bool queue_draw_ticket(struct write_queue *queue, int64_t deadline)
{
	for (;;) {
		queue->ticket = atomic_load(queue->next);
		uint64_t drawn = queue->ticket;

		if (queue_try_lock(queue, queue_ticket_byte(drawn))) {
			if (atomic_compare_exchange_strong(queue->next, &drawn, drawn + 1))
				return true;
			queue_unlock(queue, queue_ticket_byte(queue->ticket));
		} else if (ambient_monotonic_ms() >= deadline) {
			return false;
		}
		sched_yield(); /* someone else draws it just now */
	}
}

/* Waits for the ticket before one's own: who leaves wakes exactly the next. A program that dies
 * with a ticket lets the next one through early; the turn itself is locked apart. */
static bool queue_take_turn(struct write_queue *queue)
{
	const int64_t deadline = ambient_monotonic_ms() + queue->patience_ms;

	if (!queue_draw_ticket(queue, deadline))
		return false;
	const int64_t before = queue_ticket_byte(queue->ticket - 1);
	const bool came = queue_wait_for(queue, before, deadline);
	if (came)
		queue_unlock(queue, before);
	if (came && queue_wait_for(queue, TURN, deadline))
		return true;
	queue_unlock(queue, queue_ticket_byte(queue->ticket));
	return false;
}

static bool queue_open(struct write_queue *queue)
{
	/* Everyone who may write the database must be able to lock it, whatever the umask says. */
	struct stat database;
	char *path = xstrndup(queue->path, strlen(queue->path) - strlen(".lock"));
	const mode_t mode = stat(path, &database) == 0 ? database.st_mode & 0666 : 0600;

	free(path);
	queue->file = open(queue->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (queue->file < 0)
		queue->file = open(queue->path, O_RDWR | O_CLOEXEC);
	else if (fchmod(queue->file, mode) != 0)
		errno = 0; /* the owner's own mode does for the owner */
	if (queue->file < 0)
		return false;

	/* room for the number, so that a full disk is an error here and no fault later */
	int reason = posix_fallocate(queue->file, 0, sizeof *queue->next);
	void *mapped = reason != 0 ? MAP_FAILED :
		mmap(NULL, sizeof *queue->next, PROT_READ | PROT_WRITE, MAP_SHARED, queue->file, 0);
	if (mapped != MAP_FAILED) {
		queue->next = mapped;
		return true;
	}
	reason = reason != 0 ? reason : errno;
	close(queue->file);
	queue->file = -1;
	errno = reason;
	return false;
}

bool write_queue_enter(struct write_queue *queue, struct error *err)
{
	if (queue->file < 0 && !queue_open(queue)) {
		error_set(err, ERROR_DATABASE,
			_("%s cannot be written, so nothing can be saved. Check the permissions of the file and its folder."),
			queue->path);
		return error_detail(err, "%s", strerror(errno));
	}
	if (queue_take_turn(queue))
		return true;
	error_set(err, ERROR_DATABASE,
		_("Someone else has been saving for %d seconds, so nothing was saved. Please try again in a moment."),
		queue->patience_ms / 1000);
	return error_detail(err, "%s: %s", queue->path, strerror(errno));
}

void write_queue_leave(struct write_queue *queue)
{
	if (queue->file < 0)
		return;
	queue_unlock(queue, TURN);
	queue_unlock(queue, queue_ticket_byte(queue->ticket));
}

void write_queue_free(struct write_queue *queue)
{
	if (queue->file >= 0) {
		munmap(queue->next, sizeof *queue->next);
		close(queue->file);
	}
	free(queue->path);
}
