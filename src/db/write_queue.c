#include "config.h"

#include "db/write_queue.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
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
	queue->patience_ms = WRITE_QUEUE_PATIENCE_MS;
}

/* Everyone who may write the database must be able to lock it, whatever the umask says. */
static int open_lock_file(const char *path)
{
	struct stat database;
	char *database_path = xstrndup(path, strlen(path) - strlen(".lock"));
	const mode_t mode = stat(database_path, &database) == 0 ? database.st_mode & 0666 : 0600;

	free(database_path);
	int file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode);
	if (file >= 0) {
		if (fchmod(file, mode) != 0)
			errno = 0; /* the owner's own mode does for the owner */
		return file;
	}
	return open(path, O_RDWR | O_CLOEXEC);
}

static struct flock whole_file(short type)
{
	return (struct flock){.l_type = type, .l_whence = SEEK_SET};
}

static void wake_up(int signal_number)
{
	(void)signal_number;
}

/* Blocks in the kernel's queue; a timer's signal ends the wait when patience runs out. */
static bool wait_for_lock(struct write_queue *queue)
{
	const struct sigaction wake = {.sa_handler = wake_up};
	const struct itimerval alarm = {
		.it_value = {queue->patience_ms / 1000, queue->patience_ms % 1000 * 1000},
		.it_interval.tv_usec = 100000, /* again, should it strike before the wait begins */
	};
	const int64_t deadline = ambient_monotonic_ms() + queue->patience_ms;
	struct sigaction old_action;
	struct itimerval old_timer;
	struct flock lock = whole_file(F_WRLCK);
	int result, reason;

	if (queue->patience_ms == 0)
		return false;
	sigaction(SIGALRM, &wake, &old_action);
	setitimer(ITIMER_REAL, &alarm, &old_timer);
	do {
		result = fcntl(queue->file, F_OFD_SETLKW, &lock);
		reason = errno;
	} while (result != 0 && reason == EINTR && ambient_monotonic_ms() < deadline);
	setitimer(ITIMER_REAL, &old_timer, NULL);
	sigaction(SIGALRM, &old_action, NULL);
	errno = reason;
	return result == 0;
}

bool write_queue_enter(struct write_queue *queue, struct error *err)
{
	struct flock lock = whole_file(F_WRLCK);

	if (queue->file < 0)
		queue->file = open_lock_file(queue->path);
	if (queue->file < 0) {
		error_set(err, ERROR_DATABASE,
			_("%s cannot be written, so nothing can be saved. Check the permissions of the file and its folder."),
			queue->path);
		return error_detail(err, "%s", strerror(errno));
	}
	if (fcntl(queue->file, F_OFD_SETLK, &lock) == 0 || wait_for_lock(queue))
		return true;
	error_set(err, ERROR_DATABASE,
		_("Someone else has been saving for %d seconds, so nothing was saved. Please try again in a moment."),
		queue->patience_ms / 1000);
	return error_detail(err, "%s: %s", queue->path, strerror(errno));
}

void write_queue_leave(struct write_queue *queue)
{
	struct flock lock = whole_file(F_UNLCK);

	if (queue->file >= 0)
		fcntl(queue->file, F_OFD_SETLK, &lock);
}

void write_queue_free(struct write_queue *queue)
{
	if (queue->file >= 0)
		close(queue->file);
	free(queue->path);
}
