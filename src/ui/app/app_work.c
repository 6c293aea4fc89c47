/* app_work - progress of long work, clipboard, external editor. */
#include "config.h"

#include "ui/app/app.h"

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
#include "base/progress.h"
#include "base/text.h"

enum { BAR_COLUMNS = 20, GOES_ON_EVERY = 10 /* times as long */ };

/* --- long work ----------------------------------------------------------------------------- */

static void draw_progress(struct app *app, const char *label, int64_t done, int64_t total,
	int64_t elapsed)
{
	struct canvas *canvas = &app->canvas;
	const struct area whole = area_terminal();
	const struct area line = area_part(whole, whole.rows - 2, 0, 1, -1);
	struct strbuf text = {0};
	int used;

	progress_text(label, done, total, elapsed, &text);
	strbuf_add_text(&text, _("  Esc stops"));
	draw_clear(canvas, line, THEME_MESSAGE);
	used = draw_text(canvas, line, 0, 1, -1, strbuf_text(&text), TEXT_LEFT, THEME_MESSAGE);
	if (total > 0) {
		const int room = line.columns - used - 4;

		draw_bar(canvas, line, 0, used + 3, room < BAR_COLUMNS ? room : BAR_COLUMNS, done,
			total);
	}
	strbuf_free(&text);
	app->dirty = true;
	terminal_update(app->terminal, -1, -1, false);
}

/* Scripts neither wait nor see anything of it. What only goes on must not hide how far something
 * has come. */
static bool step(void *data, const char *label, int64_t done, int64_t total)
{
	struct app *app = data;
	const int64_t now = ambient_monotonic_ms();
	const int64_t elapsed = progress_elapsed(&app->work.phase, label, done, now);

	if (app->steady || app->work.stopped || app->work.drawing)
		return !app->work.stopped;
	if (now - app->work.started_ms < PROGRESS_AFTER_MS ||
		now - app->work.shown_ms < (done > 0 ? 1 : GOES_ON_EVERY) * PROGRESS_EVERY_MS)
		return true;
	app->work.shown_ms = now;
	draw_progress(app, label, done, total,
		done > 0 ? elapsed : now - app->work.started_ms);
	app->work.stopped = terminal_stop_asked(app->terminal);
	if (app->work.stopped)
		app_warn(app, _("Stopped."));
	return !app->work.stopped;
}

bool app_work_goes_on(void *app)
{
	return step(app, _("Working"), 0, 0);
}

void app_work_begin(struct app *app)
{
	app->work.started_ms = app->work.shown_ms = ambient_monotonic_ms();
	app->work.stopped = false;
	app->work.phase = (struct progress_phase){0};
	if (!app->session->store)
		return;
	app->session->progress = (struct progress){.step = step, .data = app};
	db_set_patience(store_db(app->session->store), app_work_goes_on, app);
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
