#include "config.h"

#include "ui/term/rescue.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"

enum { TAIL_MAX = 256 };

static const int flag_signals[] = {SIGHUP, SIGTERM, SIGINT, SIGTSTP, SIGCONT};
static const int fatal_signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
enum {
	FLAG_COUNT = sizeof flag_signals / sizeof flag_signals[0],
	FATAL_COUNT = sizeof fatal_signals / sizeof fatal_signals[0],
};

static volatile sig_atomic_t raised_hung_up, raised_suspended, raised_continued;

static struct {
	struct termios original;
	sigset_t original_mask;
	struct sigaction old_flags[FLAG_COUNT];
	struct sigaction old_fatal[FATAL_COUNT];
	char tail[TAIL_MAX]; /* what takes the screen down */
	size_t tail_length;
	bool started;
	volatile sig_atomic_t active;
} rescue;

static void rescue_on_flag(int number)
{
	if (number == SIGTSTP)
		raised_suspended = 1;
	else if (number == SIGCONT)
		raised_continued = 1;
	else
		raised_hung_up = 1;
}

/* Only calls that are allowed in a signal handler. */
static void rescue_put_back(void)
{
	if (!rescue.active)
		return;
	if (write(STDOUT_FILENO, rescue.tail, rescue.tail_length) < 0)
		return;
	tcsetattr(STDIN_FILENO, TCSANOW, &rescue.original);
}

static void rescue_on_fatal(int number)
{
	rescue_put_back();
	for (size_t i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal_signals[i], &rescue.old_fatal[i], NULL);
	raise(number);
}

static void rescue_add_tail(const char *text)
{
	size_t length = text ? strlen(text) : 0;

	/* capabilities with delays ($<5>) are of terminals long gone */
	if (length == 0 || strchr(text, '$') || rescue.tail_length + length > TAIL_MAX)
		return;
	memcpy(rescue.tail + rescue.tail_length, text, length);
	rescue.tail_length += length;
}

static void rescue_install(void)
{
	struct sigaction flag = {.sa_handler = rescue_on_flag};
	struct sigaction fatal = {.sa_handler = rescue_on_fatal, .sa_flags = (int)SA_RESETHAND};
	sigset_t blocked;

	sigemptyset(&flag.sa_mask);
	sigemptyset(&fatal.sa_mask);
	sigemptyset(&blocked);
	sigaddset(&blocked, SIGWINCH);
	for (size_t i = 0; i < FLAG_COUNT; i++) {
		sigaction(flag_signals[i], &flag, &rescue.old_flags[i]);
		sigaddset(&blocked, flag_signals[i]);
	}
	for (size_t i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal_signals[i], &fatal, &rescue.old_fatal[i]);
	sigprocmask(SIG_BLOCK, &blocked, &rescue.original_mask);
}

static void rescue_uninstall(void)
{
	/* What waits to be delivered becomes a flag: delivered between the old handlers and the old
	 * mask it would end the program before anything is kept. */
	const struct sigaction ignore = {.sa_handler = SIG_IGN}; /* which drops what waits */
	sigset_t pending;

	sigpending(&pending);
	for (size_t i = 0; i < FLAG_COUNT; i++) {
		if (sigismember(&pending, flag_signals[i]) == 1) {
			rescue_on_flag(flag_signals[i]);
			sigaction(flag_signals[i], &ignore, NULL);
		}
	}

	for (size_t i = 0; i < FLAG_COUNT; i++)
		sigaction(flag_signals[i], &rescue.old_flags[i], NULL);
	for (size_t i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal_signals[i], &rescue.old_fatal[i], NULL);
	sigprocmask(SIG_SETMASK, &rescue.original_mask, NULL);
}

void rescue_begin(void)
{
	tcgetattr(STDIN_FILENO, &rescue.original);
	rescue.tail_length = 0;
	rescue_install();
	rescue.active = 1;
	mem_set_exhausted_handler(rescue_put_back);
}

void rescue_raw(void)
{
	struct termios raw_mode = rescue.original;

	cfmakeraw(&raw_mode);
	tcsetattr(STDIN_FILENO, TCSANOW, &raw_mode);
}

void rescue_probing(const char *leave)
{
	rescue.tail_length = 0;
	rescue_add_tail(leave);
}

/* Modes of the mouse and of pastes are known to terminals with a mouse only. */
void rescue_started(void)
{
	rescue.started = true;
	rescue.tail_length = 0;
	rescue_add_tail(key_mouse ? RESCUE_MODE_OFF("2004") RESCUE_MODE_OFF("1000") RESCUE_MODE_OFF("1006")
				  : NULL);
	rescue_add_tail(exit_attribute_mode);
	rescue_add_tail(cursor_normal);
	rescue_add_tail(keypad_local);
	rescue_add_tail(exit_ca_mode);
}

void rescue_end(void)
{
	if (!rescue.active)
		return;
	/* endwin() has been there when curses was up */
	if (!rescue.started)
		rescue_write_n(rescue.tail, rescue.tail_length);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &rescue.original);
	rescue.active = 0;
	rescue.started = false;
	rescue_uninstall();
	mem_set_exhausted_handler(NULL);
}

void rescue_release(void)
{
	tcsetattr(STDIN_FILENO, TCSADRAIN, &rescue.original);
	rescue.active = 0;
	rescue_uninstall();
}

void rescue_retake(void)
{
	rescue_install();
	rescue.active = 1;
}

void rescue_stop(void)
{
	kill(0, SIGTSTP);
}

int rescue_wait(int timeout_ms)
{
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	struct timespec time = {.tv_sec = timeout_ms / 1000,
		.tv_nsec = (long)(timeout_ms % 1000) * 1000000};
	int count = ppoll(&input, 1, timeout_ms < 0 ? NULL : &time, &rescue.original_mask);

	if (count > 0 && (input.revents & (POLLHUP | POLLERR | POLLNVAL)))
		raised_hung_up = 1;
	return count != 0;
}

bool rescue_signalled(void)
{
	return raised_hung_up || raised_suspended || raised_continued;
}

bool rescue_hung_up(void)
{
	return raised_hung_up;
}

void rescue_take(bool *hung_up, bool *suspended, bool *continued)
{
	*hung_up = raised_hung_up;
	*suspended = raised_suspended;
	*continued = raised_continued;
	raised_hung_up = raised_suspended = raised_continued = 0;
}

void rescue_write(const char *text)
{
	rescue_write_n(text, strlen(text));
}

void rescue_write_n(const char *text, size_t length)
{
	fflush(stdout);
	while (length > 0) {
		ssize_t count = write(STDOUT_FILENO, text, length);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return;
		text += count;
		length -= (size_t)count;
	}
}
