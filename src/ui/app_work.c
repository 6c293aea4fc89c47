/* app_work - progress of long work, clipboard, external editor. */
#include "config.h"

#include "ui/app.h"

#include <curses.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { DRAW_EVERY_MS = 100, RATE_AFTER_MS = 500, BAR_COLUMNS = 20 };

/* --- long work ----------------------------------------------------------------------------- */

void app_progress_begin(struct app_progress *progress, struct app *app, const char *label,
	int64_t total)
{
	*progress = (struct app_progress){.app = app, .label = label, .total = total};
	progress->started_ms = progress->drawn_ms = ambient_monotonic_ms();
}

static void progress_text(const struct app_progress *progress, int64_t done, int64_t elapsed,
	struct strbuf *out)
{
	int64_t rate = elapsed >= RATE_AFTER_MS ? done * 1000 / elapsed : 0;

	strbuf_addf(out, "%s ", progress->label);
	if (progress->total > 0)
		strbuf_addf(out, "%lld / %lld", (long long)done, (long long)progress->total);
	else
		strbuf_addf(out, "%lld", (long long)done);
	if (rate > 0)
		strbuf_addf(out, _("  %lld/s"), (long long)rate);
	if (rate > 0 && progress->total > done)
		strbuf_addf(
			out, _("  %lld s left"), (long long)((progress->total - done) / rate + 1));
	strbuf_add_text(out, _("  Esc stops"));
}

static void draw_progress(struct app_progress *progress, int64_t done, int64_t now)
{
	struct canvas *canvas = &progress->app->canvas;
	struct area line = {LINES - 2, 0, 1, COLS};
	struct strbuf text = {0};
	int used;

	progress_text(progress, done, now - progress->started_ms, &text);
	draw_clear(canvas, line, THEME_MESSAGE);
	used = draw_text(canvas, line, 0, 1, -1, strbuf_text(&text), TEXT_LEFT, THEME_MESSAGE);
	if (progress->total > 0) {
		int columns = COLS - used - 4 < BAR_COLUMNS ? COLS - used - 4 : BAR_COLUMNS;

		draw_bar(canvas, line, 0, used + 3, columns, done, progress->total);
	}
	strbuf_free(&text);
	terminal_update(progress->app->terminal, -1, -1, false);
}

bool app_progress_step(struct app_progress *progress, int64_t done)
{
	int64_t now = ambient_monotonic_ms();
	struct event event;

	if (progress->cancelled || now - progress->drawn_ms < DRAW_EVERY_MS)
		return !progress->cancelled;
	progress->drawn_ms = now;
	draw_progress(progress, done, now);
	do {
		terminal_read(progress->app->terminal, 0, &event);
		if (event.kind == EVENT_KEY && (event.key == K_ESCAPE || event.key == K_INTERRUPT))
			progress->cancelled = true;
		if (event.kind == EVENT_SIGNAL && terminal_signals(progress->app->terminal).hung_up)
			progress->cancelled = progress->app->hung_up = progress->app->quit = true;
	} while (event.kind != EVENT_NONE);
	return !progress->cancelled;
}

void app_progress_end(struct app_progress *progress)
{
	progress->app->dirty = true;
}

/* --- clipboard ----------------------------------------------------------------------------- */

void app_copy(struct app *app, const char *text)
{
	strbuf_clear(&app->clipboard);
	strbuf_add_text(&app->clipboard, text);
	if (terminal_copy(app->terminal, text))
		app_message(app, _("Copied."));
	else
		app_message(app, _("Copied; too long for the terminal's clipboard."));
}

/* --- $EDITOR ------------------------------------------------------------------------------- */

static const char *editor_command(void)
{
	const char *command = getenv("VISUAL");

	if (!command || !*command)
		command = getenv("EDITOR");
	return command && *command ? command : "vi";
}

static bool write_text(int descriptor, const char *text)
{
	size_t length = strlen(text);

	while (length > 0) {
		ssize_t count = write(descriptor, text, length);

		if (count < 0 && errno == EINTR)
			continue;
		if (count <= 0)
			return false;
		text += count;
		length -= (size_t)count;
	}
	return true;
}

/* Runs the editor and waits for it. Ctrl-C in it is not meant for us. */
static bool run_editor(const char *path)
{
	char *command = xasprintf("%s \"$1\"", editor_command());
	struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
	pid_t child;
	int status = -1;

	sigaction(SIGINT, &ignore, &before);
	child = fork();
	if (child == 0) {
		sigaction(SIGINT, &before, NULL);
		execl("/bin/sh", "sh", "-c", command, "sh", path, (char *)NULL);
		_exit(127);
	}
	free(command);
	while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
		;
	sigaction(SIGINT, &before, NULL);
	return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool read_text(const char *path, struct strbuf *text, struct error *err)
{
	FILE *stream = file_open_read(path, err);
	char bytes[4096];
	size_t count;

	if (!stream)
		return false;
	while ((count = fread(bytes, 1, sizeof bytes, stream)) > 0)
		strbuf_add(text, bytes, count);
	fclose(stream);
	/* editors end the last line with a newline that nobody typed */
	if (text->length > 0 && text->text[text->length - 1] == '\n')
		strbuf_truncate(text, text->length - 1);
	return text_valid(strbuf_text(text), text->length, NULL) ||
	       error_set(err, ERROR_DATA,
		       _("The editor left a text that is not UTF-8; it was not taken."));
}

bool app_edit_text(struct app *app, char **text, struct error *err)
{
	const char *folder = getenv("TMPDIR");
	char *path = xasprintf("%s/uraniwa-XXXXXX", folder && *folder ? folder : "/tmp");
	int descriptor = mkstemp(path);
	struct strbuf edited = {0};
	bool done;

	done = descriptor >= 0 && write_text(descriptor, *text);
	if (descriptor >= 0)
		close(descriptor);
	if (!done)
		error_set(err, ERROR_FILE, _("%s cannot be written for the editor."), path);
	if (done) {
		terminal_release(app->terminal);
		done = run_editor(path) || error_set(err, ERROR_FILE,
			_("The editor “%s” ended with an error; the text is as before."),
			editor_command());
		terminal_retake(app->terminal);
		app->dirty = true;
	}
	done = done && read_text(path, &edited, err);
	if (done) {
		free(*text);
		*text = strbuf_detach(&edited);
		if (!*text)
			*text = xstrdup("");
	}
	strbuf_free(&edited);
	unlink(path);
	free(path);
	return done;
}
