#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/mem.h"
#include "db/write_queue.h"
#include "../scratch.h"

struct fixture {
	char *folder, *database;
	struct write_queue mine, theirs; /* open files of their own, so each locks for itself */
};

static int setup(void **state)
{
	struct fixture *fixture = xcalloc(1, sizeof *fixture);

	fixture->folder = scratch_folder("queue");
	if (!fixture->folder)
		return 1;
	fixture->database = xasprintf("%s/a.db", fixture->folder);
	close(open(fixture->database, O_CREAT | O_WRONLY, 0600));
	write_queue_init(&fixture->mine, fixture->database);
	write_queue_init(&fixture->theirs, fixture->database);
	*state = fixture;
	return 0;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;

	unlink(fixture->mine.path);
	unlink(fixture->database);
	const bool left = rmdir(fixture->folder) == 0;
	write_queue_free(&fixture->mine);
	write_queue_free(&fixture->theirs);
	free(fixture->database);
	free(fixture->folder);
	free(fixture);
	return !left;
}

static void patience_ends_with_words(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	assert_true(write_queue_enter(&fixture->theirs, &err));
	fixture->mine.patience_ms = 0;
	assert_false(write_queue_enter(&fixture->mine, &err));
	fixture->mine.patience_ms = 30;
	assert_false(write_queue_enter(&fixture->mine, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	write_queue_leave(&fixture->theirs);
	assert_true(write_queue_enter(&fixture->mine, &err));
	write_queue_leave(&fixture->mine);
}

static int alarms;
static void count_alarm(int signal_number)
{
	(void)signal_number;
	alarms++;
}

/* The wait borrows SIGALRM and gives it back. */
static void the_alarm_is_given_back(void **state)
{
	struct fixture *fixture = *state;
	const struct sigaction mine = {.sa_handler = count_alarm};
	struct sigaction after;
	struct itimerval timer;

	sigaction(SIGALRM, &mine, NULL);
	assert_true(write_queue_enter(&fixture->theirs, NULL));
	fixture->mine.patience_ms = 20;
	assert_false(write_queue_enter(&fixture->mine, NULL));
	sigaction(SIGALRM, NULL, &after);
	assert_ptr_equal(after.sa_handler, count_alarm);
	getitimer(ITIMER_REAL, &timer);
	assert_int_equal(timer.it_value.tv_sec + timer.it_value.tv_usec, 0);
	assert_int_equal(alarms, 0);
	signal(SIGALRM, SIG_DFL);
}

static void a_program_that_dies_leaves_the_queue(void **state)
{
	struct fixture *fixture = *state;
	int ready[2];
	char byte;

	assert_int_equal(pipe(ready), 0);
	const pid_t child = fork();
	if (child == 0) {
		const bool entered = write_queue_enter(&fixture->theirs, NULL);
		if (write(ready[1], "x", 1) != 1 || !entered)
			_exit(1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	fixture->mine.patience_ms = 0;
	assert_false(write_queue_enter(&fixture->mine, NULL));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	fixture->mine.patience_ms = 5000;
	assert_true(write_queue_enter(&fixture->mine, NULL));
	close(ready[0]);
	close(ready[1]);
}

/* A child that queues, says its name once it is its turn, and leaves. */
static pid_t queue_up(const struct fixture *fixture, char name, int said)
{
	const pid_t child = fork();

	if (child == 0) {
		struct write_queue queue;
		write_queue_init(&queue, fixture->database);
		const bool entered = write_queue_enter(&queue, NULL);
		const bool wrote = write(said, &name, 1) == 1;
		write_queue_leave(&queue);
		write_queue_free(&queue);
		_exit(!entered || !wrote);
	}
	return child;
}

static void turns_come_in_the_order_of_coming(void **state)
{
	enum { CHILDREN = 6 };
	struct fixture *fixture = *state;
	char names[CHILDREN + 1] = "";
	int said[2];

	assert_int_equal(pipe(said), 0);
	assert_true(write_queue_enter(&fixture->mine, NULL));
	for (int i = 0; i < CHILDREN; i++) {
		const uint64_t before = atomic_load(fixture->mine.next);
		assert_true(queue_up(fixture, (char)('a' + i), said[1]) > 0);
		while (atomic_load(fixture->mine.next) == before)
			usleep(1000); /* until it has its ticket */
	}
	write_queue_leave(&fixture->mine);
	for (int i = 0; i < CHILDREN; i++) {
		int status;
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(read(said[0], names, CHILDREN), CHILDREN);
	assert_string_equal(names, "abcdef");
	close(said[0]);
	close(said[1]);
}

/* Whatever stands in the file: a number is a number. */
static void a_spoilt_lock_file_still_locks(void **state)
{
	struct fixture *fixture = *state;

	assert_true(write_queue_enter(&fixture->mine, NULL));
	write_queue_leave(&fixture->mine);
	atomic_store(fixture->mine.next, UINT64_MAX);
	for (int i = 0; i < 3; i++) {
		assert_true(write_queue_enter(&fixture->mine, NULL));
		fixture->theirs.patience_ms = 0;
		assert_false(write_queue_enter(&fixture->theirs, NULL));
		write_queue_leave(&fixture->mine);
	}
}

static void all_who_may_write_the_database_may_queue(void **state)
{
	struct fixture *fixture = *state;
	struct stat info;

	chmod(fixture->database, 0664);
	const mode_t before = umask(077);
	assert_true(write_queue_enter(&fixture->mine, NULL));
	umask(before);
	assert_int_equal(stat(fixture->mine.path, &info), 0);
	assert_int_equal(info.st_mode & 0777, 0664);
}

static void no_lock_file_no_writing(void **state)
{
	struct fixture *fixture = *state;
	struct error err = {0};

	assert_int_equal(mkdir(fixture->mine.path, 0700), 0);
	assert_false(write_queue_enter(&fixture->mine, &err));
	assert_int_equal(err.code, ERROR_DATABASE);
	assert_non_null(strstr(err.message, "a.db"));
	assert_int_equal(rmdir(fixture->mine.path), 0);
}

#define QUEUED(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		QUEUED(patience_ends_with_words),
		QUEUED(the_alarm_is_given_back),
		QUEUED(a_program_that_dies_leaves_the_queue),
		QUEUED(turns_come_in_the_order_of_coming),
		QUEUED(a_spoilt_lock_file_still_locks),
		QUEUED(all_who_may_write_the_database_may_queue),
		QUEUED(no_lock_file_no_writing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
