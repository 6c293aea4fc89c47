#include "config.h"

#include "ui/term/probe.h"

#include <curses.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/mem.h"
#include "ui/term/rescue.h"

enum { LOCAL_LIMIT_MS = 4, ASK_TIMES = 2 };

/* A copy of a capability; NULL where terminfo has none for this terminal. */
static char *probe_capability(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (const char *)-1 ? xstrdup(text) : NULL;
}

/* Nothing is sent that the terminal would print: it must say where its cursor is, and have a screen
 * to give back. Curses looks the terminal up again for itself. */
void probe_ask(struct probe *probe)
{
	char *where, *enter, *leave;
	int found;

	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return;
	where = probe_capability("u7");
	enter = probe_capability("smcup");
	leave = probe_capability("rmcup");
	del_curterm(cur_term);
	if (where && strcmp(where, "\033[6n") == 0 && enter && leave) {
		rescue_raw();
		rescue_probing(leave);
		rescue_write(enter);
		rescue_write("\033[2;1H\xe2\x91\xa0\033[6n"); /* ① */
		probe->asked = true;
		probe->times = 1;
		probe->asked_ms = ambient_monotonic_ms();
	}
	free(where);
	free(enter);
	free(leave);
}

static bool probe_digits(const char *text, size_t length, size_t *at, int *number)
{
	size_t start = *at;

	*number = 0;
	while (*at < length && text[*at] >= '0' && text[*at] <= '9' && *number < 10000)
		*number = *number * 10 + (text[(*at)++] - '0');
	return *at > start;
}

/* Finds ESC [ row ; column R, takes it out of the buffer, and gives the width it means. */
static int probe_take_answer(struct strbuf *input)
{
	for (size_t i = 0; i + 1 < input->length; i++) {
		size_t at = i + 2;
		int row, column;

		if (input->text[i] != '\033' || input->text[i + 1] != '[')
			continue;
		if (!probe_digits(input->text, input->length, &at, &row) || at >= input->length ||
			input->text[at++] != ';' ||
			!probe_digits(input->text, input->length, &at,
				&column) || at >= input->length ||
			input->text[at++] != 'R')
			continue;
		memmove(input->text + i, input->text + at, input->length - at);
		strbuf_truncate(input, input->length - (at - i));
		return column == 2 ? 1 : column == 3 ? 2 : 0;
	}
	return 0;
}

int probe_collect(struct probe *probe, struct strbuf *typed)
{
	const bool far = getenv("SSH_CONNECTION") || getenv("SSH_TTY");
	const int limit = far ? PROBE_LIMIT_MS : LOCAL_LIMIT_MS;
	int width = 0;

	while (width == 0) {
		struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
		int64_t left = probe->asked_ms + limit - ambient_monotonic_ms();
		char bytes[256];
		ssize_t count;

		if (poll(&input, 1, left > 0 ? (int)left : 0) <= 0)
			break;
		count = read(STDIN_FILENO, bytes, sizeof bytes);
		if (count <= 0)
			break;
		strbuf_add(typed, bytes, (size_t)count);
		width = probe_take_answer(typed);
	}
	probe->answered = width != 0;
	return width;
}

void probe_erase(struct probe *probe)
{
	(void)probe;
	rescue_write("\033[2;1H\033[K");
}

bool probe_again(struct probe *probe, int *wait_ms)
{
	int64_t left;

	if (!probe->asked || probe->answered || probe->times >= ASK_TIMES)
		return false;
	left = probe->asked_ms + PROBE_LIMIT_MS - ambient_monotonic_ms();
	if (left > 0) {
		if (*wait_ms < 0 || *wait_ms > left)
			*wait_ms = (int)left;
		return false;
	}
	rescue_write("\0337\033[2;1H\xe2\x91\xa0\033[6n\0338");
	probe->times++;
	return true;
}

bool probe_late_answer(struct probe *probe)
{
	bool waiting = probe->asked && !probe->answered;

	probe->answered = true;
	return waiting;
}
