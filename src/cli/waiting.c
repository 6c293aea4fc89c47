#include "config.h"

#include "cli/waiting.h"

#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/text.h"

enum { COLUMNS_OTHERWISE = 80 };

/* A signal handler gets no argument. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

/* Blanks over what the line was longer: not every terminal can clear one. */
static void waiting_put_line(struct waiting *waiting, const char *text)
{
	struct winsize size;
	const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
	const int room = (known ? size.ws_col : COLUMNS_OTHERWISE) - 1, width = text_width(text);
	struct strbuf line = {0};

	text_pad(&line, text, width > room ? room : width > waiting->columns ? width :
		waiting->columns, TEXT_LEFT);
	fflush(stdout);
	fprintf(stderr, "\r%s", strbuf_text(&line));
	fflush(stderr);
	waiting->columns = width > room ? room : width;
	strbuf_free(&line);
}

static bool step(void *data, const char *label, int64_t done, int64_t total)
{
	struct waiting *waiting = data;
	const int64_t now = ambient_monotonic_ms();
	const int64_t elapsed = progress_elapsed(&waiting->phase, label, done, now);
	struct strbuf text = {0};

	if (interrupted)
		return false;
	/* what only goes on does not hide how far something has come */
	if (now - waiting->started_ms < PROGRESS_AFTER_MS ||
		now - waiting->drawn_ms < (done > 0 ? 1 : 10) * PROGRESS_EVERY_MS)
		return true;
	waiting->drawn_ms = now;
	progress_text(label, done, total, done > 0 ? elapsed : now - waiting->started_ms, &text);
	strbuf_add_text(&text, _("  Ctrl-C stops"));
	waiting_put_line(waiting, strbuf_text(&text));
	strbuf_free(&text);
	return true;
}

static void waiting_end_progress(void *data)
{
	waiting_hide(data);
}

static bool goes_on(void *data)
{
	return step(data, _("Working"), 0, 0);
}

struct progress waiting_progress(struct waiting *waiting)
{
	const struct sigaction interrupt = {
		.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};

	if (!isatty(STDERR_FILENO))
		return (struct progress){0};
	waiting->started_ms = waiting->drawn_ms = ambient_monotonic_ms();
	waiting->on = true;
	sigaction(SIGINT, &interrupt, NULL);
	return (struct progress){.step = step, .end = waiting_end_progress, .data = waiting};
}

void waiting_begin(struct waiting *waiting, struct session *session)
{
	session->progress = waiting_progress(waiting);
	if (waiting->on)
		db_set_patience(store_db(session->store), goes_on, waiting);
}

void waiting_hide(struct waiting *waiting)
{
	if (waiting->columns == 0)
		return;
	waiting_put_line(waiting, "");
	fputc('\r', stderr);
	fflush(stderr);
	waiting->columns = 0;
}

void waiting_end(struct waiting *waiting, struct session *session)
{
	waiting_hide(waiting);
	if (!waiting->on)
		return;
	if (session) {
		session->progress = (struct progress){0};
		db_set_patience(store_db(session->store), NULL, NULL);
	}
	signal(SIGINT, SIG_DFL);
	waiting->on = false;
}
