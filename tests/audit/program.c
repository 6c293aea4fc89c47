#include "program.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void program_fail(const char *what)
{
	perror(what);
	exit(2);
}

static void program_read(struct pool *pool, const char *path, const char **bytes, size_t *length)
{
	FILE *const stream = fopen(path, "rb");
	struct text text = {0};
	char buffer[65536];
	size_t got;

	if (!stream)
		program_fail(path);
	text_add(pool, &text, "", 0);
	while ((got = fread(buffer, 1, sizeof buffer, stream)) > 0)
		text_add(pool, &text, buffer, got);
	fclose(stream);
	*bytes = text.bytes;
	*length = text.length;
}

static void program_child(const char *const *words, const char *out, const char *err)
{
	const int null = open("/dev/null", O_RDONLY);
	const int to_out = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	const int to_err = open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (null < 0 || to_out < 0 || to_err < 0 || dup2(null, 0) < 0 || dup2(to_out, 1) < 0 ||
		dup2(to_err, 2) < 0)
		_exit(126);
	execv(words[0], (char *const *)words);
	_exit(127);
}

/* Words with anything but these are quoted. */
static void program_quote(struct pool *pool, struct text *command, const char *word)
{
	const bool plain = *word && strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789_-./,:=+") == strlen(word);

	text_print(pool, command, "%s", command->length ? " " : "");
	text_print(pool, command, plain ? "%s" : "'%s'", word);
}

struct answer program_run(const struct program *program, struct pool *pool, const char *const *words)
{
	LIST(const char *) all = {0};
	struct text command = {0};
	struct answer answer = {0};
	const char *const out = pool_print(pool, "%s/out", program->folder);
	const char *const err = pool_print(pool, "%s/err", program->folder);
	size_t length;
	int status;

	*LIST_ADD(pool, &all) = program->path;
	if (program->file) {
		*LIST_ADD(pool, &all) = "-f";
		*LIST_ADD(pool, &all) = program->file;
	}
	if (program->fiscal_year) {
		*LIST_ADD(pool, &all) = "--fy";
		*LIST_ADD(pool, &all) = pool_print(pool, "%d", program->fiscal_year);
	}
	for (size_t w = 0; words[w]; w++)
		*LIST_ADD(pool, &all) = words[w];
	for (size_t w = 0; w < all.count; w++)
		program_quote(pool, &command, w ? all.items[w] : "uraniwa");
	*LIST_ADD(pool, &all) = NULL;

	fflush(NULL);
	const pid_t child = fork();
	if (child < 0)
		program_fail("fork");
	if (child == 0)
		program_child(all.items, out, err);
	if (waitpid(child, &status, 0) != child)
		program_fail("waitpid");
	answer.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	answer.command = command.bytes;
	program_read(pool, out, &answer.out, &answer.length);
	program_read(pool, err, &answer.err, &length);
	return answer;
}

const char *program_write(const struct program *program, struct pool *pool, const char *name,
	const struct text *text)
{
	const char *const path = pool_print(pool, "%s/%s", program->folder, name);
	FILE *const stream = fopen(path, "wb");

	if (!stream || fwrite(text->bytes, 1, text->length, stream) != text->length || fclose(stream) != 0)
		program_fail(path);
	return path;
}
