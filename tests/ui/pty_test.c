/* The program in terminals of all kinds, and what happens to them: sizes that change all the time,
 * signals, a line that is cut. Each test runs $URANIWA on a pty of its own and waits for what must
 * come; nothing sleeps for a fixed time. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/ambient.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "../scratch.h"

enum { LIMIT_MS = 60000, STORM = 300 };

struct fixture {
	char *home;
	char *database;
};

struct run {
	pid_t child;
	int terminal;
	struct strbuf output; /* since the last run_forget() */
};

static void run_start(struct run *run, const struct fixture *fixture, const char *term, int rows,
	int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	*run = (struct run){0};
	run->child = forkpty(&run->terminal, NULL, NULL, &size);
	assert_true(run->child >= 0);
	if (run->child == 0) {
		setenv("TERM", term, 1);
		setenv("HOME", fixture->home, 1);
		unsetenv("SSH_CONNECTION");
		unsetenv("SSH_TTY");
		unsetenv("LINES");
		unsetenv("COLUMNS");
		execl(getenv("URANIWA"), "uraniwa", "-f", fixture->database, "--user", "office",
			(char *)NULL);
		_exit(127);
	}
}

/* Reads what is there within wait_ms; false when the terminal is gone. */
static bool run_read(struct run *run, int wait_ms)
{
	struct pollfd input = {.fd = run->terminal, .events = POLLIN};
	char bytes[65536];
	ssize_t count;

	if (poll(&input, 1, wait_ms) <= 0)
		return true;
	count = read(run->terminal, bytes, sizeof bytes);
	if (count <= 0)
		return false;
	for (ssize_t i = 0; i < count; i++) {
		if (bytes[i] == '\0')
			bytes[i] = ' '; /* padding of old terminals */
	}
	strbuf_add(&run->output, bytes, (size_t)count);
	return true;
}

/* As much of the output as a message takes. */
static const char *tail(struct run *run)
{
	const char *text = strbuf_text(&run->output);

	return run->output.length > 800 ? text + run->output.length - 800 : text;
}

static void run_expect(struct run *run, const char *text)
{
	int64_t until = ambient_monotonic_ms() + LIMIT_MS;

	while (!strstr(strbuf_text(&run->output), text)) {
		if (!run_read(run, 50) || ambient_monotonic_ms() > until)
			fail_msg("no '%s' at the end of: %s", text, tail(run));
	}
}

/* Reads to its end. */
static void run_finish(struct run *run)
{
	int64_t until = ambient_monotonic_ms() + LIMIT_MS;

	while (run_read(run, 50))
		if (ambient_monotonic_ms() > until)
			fail_msg("it does not end: %s", tail(run));
}

static void run_forget(struct run *run)
{
	while (run_read(run, 0)) {
		struct pollfd input = {.fd = run->terminal, .events = POLLIN};

		if (poll(&input, 1, 0) <= 0)
			break;
	}
	strbuf_clear(&run->output);
}

static void run_type(struct run *run, const char *keys)
{
	assert_int_equal(write(run->terminal, keys, strlen(keys)), (ssize_t)strlen(keys));
}

static void run_resize(struct run *run, int rows, int columns)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};

	ioctl(run->terminal, TIOCSWINSZ, &size);
}

/* Waits for its end; the status as of waitpid(). */
static int run_end(struct run *run)
{
	int64_t until = ambient_monotonic_ms() + LIMIT_MS;
	int status = 0;

	while (waitpid(run->child, &status, WNOHANG) == 0) {
		if (ambient_monotonic_ms() > until) {
			kill(run->child, SIGKILL);
			waitpid(run->child, &status, 0);
			fail_msg("it does not end: %s", tail(run));
		}
		if (run->terminal >= 0)
			run_read(run, 10);
		else
			poll(NULL, 0, 5);
	}
	if (run->terminal >= 0) {
		run_read(run, 0);
		close(run->terminal);
	}
	strbuf_free(&run->output);
	return status;
}

/* From any tab's first screen. */
static void leave(struct run *run)
{
	int status;

	run_type(run, "1\003");
	status = run_end(run);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

/* --- kinds of terminals ---------------------------------------------------------------------- */

/* What ncurses keeps of a terminal it does not know, and libgpm of the Linux console, is not ours to
 * free: the other tests look for leaks, here only faults of memory count. */
static void allow_foreign_leaks(void)
{
	setenv("LSAN_OPTIONS", "exitcode=0:print_suppressions=0:color=never", 1);
}

static void test_terminals(void **state)
{
	static const char *const terms[] = {"vt100", "linux", "xterm", "xterm-256color", "screen",
		"screen-256color", "tmux", "tmux-256color", "ansi"};
	struct run run;

	allow_foreign_leaks();
	for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
		run_start(&run, *state, terms[i], 24, 80);
		run_expect(&run, "取組");
		run_type(&run, "2");
		run_expect(&run, "R7-0001");
		run_forget(&run);
		run_type(&run, "?");
		run_expect(&run, "ヘルプ");
		run_type(&run, "q1");
		run_expect(&run, "746");
		leave(&run);
	}
}

static void test_terminals_that_cannot(void **state)
{
	static const char *const terms[] = {"dumb", "no-such-terminal"};
	struct run run;
	int status;

	allow_foreign_leaks();
	for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
		run_start(&run, *state, terms[i], 24, 80);
		run_expect(&run, "TERM=");
		run_finish(&run);
		assert_null(strchr(strbuf_text(&run.output), '\033')); /* nobody reads escapes there */
		status = run_end(&run);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 2);
	}
}

/* Nothing is sent that terminfo does not know of: no modes of the mouse and of pastes, no second
 * screen, no question about widths, no clipboard. */
static void test_terminal_without_modes(void **state)
{
	struct run run;

	allow_foreign_leaks();
	run_start(&run, *state, "vt100", 24, 80);
	run_expect(&run, "取組");
	run_type(&run, "y1\003");
	run_finish(&run);
	assert_null(strstr(strbuf_text(&run.output), "\033[?2004"));
	assert_null(strstr(strbuf_text(&run.output), "\033[?1049"));
	assert_null(strstr(strbuf_text(&run.output), "\033[6n"));
	assert_null(strstr(strbuf_text(&run.output), "\033]52"));
	assert_int_equal(run_end(&run), 0);
}

static void test_locale_without_utf8(void **state)
{
	struct run run;

	setenv("LC_ALL", "C", 1);
	run_start(&run, *state, "xterm-256color", 24, 80);
	setenv("LC_ALL", "C.UTF-8", 1);
	run_expect(&run, "取組");
	leave(&run);
}

/* --- sizes ----------------------------------------------------------------------------------- */

static void test_resize_storm(void **state)
{
	static const int sizes[][2] = {{24, 80}, {5, 20}, {1, 1}, {60, 200}, {12, 40}, {24, 79},
		{3, 300}, {100, 10}, {25, 81}};
	struct run run;

	run_start(&run, *state, "xterm-256color", 24, 80);
	run_expect(&run, "取組");
	for (int i = 0; i < STORM; i++) {
		const int *size = sizes[i % 9];

		run_resize(&run, size[0], size[1]);
		if (i % 7 == 0)
			run_type(&run, i % 2 ? "2" : "3");
		run_read(&run, i % 5 == 0 ? 5 : 0);
	}
	run_resize(&run, 24, 80);
	run_forget(&run);
	run_type(&run, "\014"); /* C-l */
	run_expect(&run, "ヘルプ");
	run_type(&run, "2");
	run_expect(&run, "R7-0001");
	run_type(&run, "1");
	leave(&run);
}

static void test_small_and_lying_terminals(void **state)
{
	struct run run;

	run_start(&run, *state, "xterm-256color", 5, 20);
	run_expect(&run, "小さすぎます");
	run_type(&run, "x2n"); /* nothing happens unseen */
	run_resize(&run, 12, 40);
	run_expect(&run, "746件");
	run_resize(&run, 5, 20);
	run_type(&run, "\003");
	assert_int_equal(run_end(&run), 0);

	run_start(&run, *state, "xterm-256color", 0, 0); /* it does not say how large it is */
	run_expect(&run, "取組");
	leave(&run);
}

/* --- signals and lost lines ------------------------------------------------------------------ */

static void test_stopped_and_continued(void **state)
{
	struct run run;

	run_start(&run, *state, "xterm-256color", 24, 80);
	run_expect(&run, "課題類型別");
	for (int i = 0; i < 3; i++) {
		run_forget(&run);
		kill(run.child, SIGSTOP);
		kill(run.child, SIGCONT);
		run_expect(&run, "課題類型別"); /* drawn anew */
	}
	leave(&run);
}

/* Types a title into a new project, and then the line is cut: what was typed is offered again. */
static void lose(const struct fixture *fixture, int how, const char *title)
{
	struct run run;
	int status;

	run_start(&run, fixture, "xterm-256color", 24, 80);
	run_expect(&run, "取組");
	run_type(&run, "2n");
	run_expect(&run, "新規の取組");
	run_type(&run, "\033[B");
	run_type(&run, title);
	run_expect(&run, title);

	if (how == 0) {
		close(run.terminal);
		run.terminal = -1;
	} else {
		kill(run.child, how);
	}
	status = run_end(&run);
	assert_true(WIFEXITED(status));

	run_start(&run, fixture, "xterm-256color", 24, 80);
	run_expect(&run, "取組");
	run_type(&run, "2n");
	run_expect(&run, "続きがあります");
	run_type(&run, "\r");
	run_expect(&run, title);
	run_type(&run, "\023"); /* C-s */
	run_expect(&run, "保存しました");
	kill(run.child, SIGTERM);
	run_end(&run);
}

static void test_lost_lines_keep_what_was_typed(void **state)
{
	lose(*state, SIGHUP, "失われない名前");
	lose(*state, SIGTERM, "消えない題名");
	lose(*state, 0, "残っている表題");
}

/* --- fixture --------------------------------------------------------------------------------- */

static int setup(void **state)
{
	static struct fixture fixture;
	char *command;
	int status;

	fixture.home = scratch_folder("pty");
	if (!fixture.home)
		return -1;
	fixture.database = xasprintf("%s/.local/share/uraniwa/demo.db", fixture.home);
	command = xasprintf("HOME='%s' \"$URANIWA\" demo > '%s/made'", fixture.home, fixture.home);
	status = system(command);
	free(command);
	*state = &fixture;
	return status == 0 ? 0 : -1;
}

static int teardown(void **state)
{
	struct fixture *fixture = *state;
	char *command = xasprintf("rm -rf '%s'", fixture->home);
	int status = system(command);

	free(command);
	free(fixture->database);
	free(fixture->home);
	return status;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_terminals),
		cmocka_unit_test(test_terminals_that_cannot),
		cmocka_unit_test(test_terminal_without_modes),
		cmocka_unit_test(test_locale_without_utf8),
		cmocka_unit_test(test_resize_storm),
		cmocka_unit_test(test_small_and_lying_terminals),
		cmocka_unit_test(test_stopped_and_continued),
		cmocka_unit_test(test_lost_lines_keep_what_was_typed),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
