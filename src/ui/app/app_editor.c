/* app_editor - a text in the user's own editor. */
#include "config.h"

#include "ui/app/app.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

static const char *editor_command(void)
{
	const char *command = getenv("VISUAL");

	if (!command || !*command)
		command = getenv("EDITOR");
	return command && *command ? command : "vi";
}

static bool editor_write_text(int descriptor, const char *text)
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
static bool editor_run(const char *path)
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

static bool editor_read_text(const char *path, struct strbuf *text, struct error *err)
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

	done = descriptor >= 0 && editor_write_text(descriptor, *text);
	if (descriptor >= 0)
		close(descriptor);
	if (!done)
		error_set(err, ERROR_FILE, _("%s cannot be written for the editor."), path);
	if (done) {
		terminal_release(app->terminal);
		done = editor_run(path) || error_set(err, ERROR_FILE,
			_("The editor “%s” ended with an error; the text is as before."),
			editor_command());
		terminal_retake(app->terminal);
		app->dirty = true;
	}
	done = done && editor_read_text(path, &edited, err);
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
