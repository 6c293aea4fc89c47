#include "config.h"

#include "ui/kit/saved_filters.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

static char *saved_file_path(void)
{
	return ambient_config_path("filters");
}

static char *saved_trimmed(struct arena *arena, const char *text)
{
	size_t length;
	const char *start = text_trim(text, &length);

	return arena_strndup(arena, start, length);
}

static void saved_take_line(struct saved_filters *saved, char *line)
{
	char *equals = strchr(line, '=');
	struct saved_filter filter;

	if (line[0] == '#' || !equals)
		return;
	*equals = '\0';
	filter = (struct saved_filter){saved_trimmed(&saved->arena, line),
		saved_trimmed(&saved->arena, equals + 1)};
	if (*filter.name)
		*vec_add(&saved->items) = filter;
}

void saved_filters_read(struct saved_filters *saved)
{
	char *path = saved_file_path(), *line = NULL;
	FILE *stream = fopen(path, "r");
	size_t capacity = 0;

	*saved = (struct saved_filters){0};
	while (stream && getline(&line, &capacity, stream) >= 0)
		saved_take_line(saved, line);
	if (stream)
		fclose(stream);
	free(line);
	free(path);
}

void saved_filters_free(struct saved_filters *saved)
{
	vec_free(&saved->items);
	arena_free(&saved->arena);
}

int saved_filters_find(const struct saved_filters *saved, const char *name)
{
	for (size_t i = 0; i < saved->items.count; i++) {
		if (strcmp(saved->items.items[i].name, name) == 0)
			return (int)i;
	}
	return -1;
}

static bool saved_write_all(const struct saved_filters *saved, struct error *err)
{
	char *path = saved_file_path();
	struct file_writer writer;
	const bool open = file_writer_open_own(&writer, path, err);

	free(path);
	if (!open)
		return false;
	for (size_t i = 0; i < saved->items.count; i++)
		fprintf(writer.stream, "%s = %s\n", saved->items.items[i].name,
			saved->items.items[i].expression);
	return file_writer_commit(&writer, err);
}

bool saved_filters_put(const char *name, const char *expression, struct error *err)
{
	struct saved_filters saved;
	const char *kept;
	bool done;
	int at;

	saved_filters_read(&saved);
	kept = saved_trimmed(&saved.arena, name);
	at = saved_filters_find(&saved, kept);
	if (!*kept || *kept == '#' || strchr(kept, '=')) {
		done = error_set(err, ERROR_DATA,
			_("A filter needs a name without “=”, not “%s”."), kept);
	} else {
		if (at < 0) {
			at = (int)saved.items.count;
			vec_add(&saved.items)->name = kept;
		}
		saved.items.items[at].expression = expression;
		done = saved_write_all(&saved, err);
	}
	saved_filters_free(&saved);
	return done;
}

bool saved_filters_remove(const char *name, struct error *err)
{
	struct saved_filters saved;
	bool done = true;
	int at;

	saved_filters_read(&saved);
	at = saved_filters_find(&saved, name);
	if (at >= 0) {
		saved.items.count--;
		memmove(saved.items.items + at, saved.items.items + at + 1,
			(saved.items.count - (size_t)at) * sizeof saved.items.items[0]);
		done = saved_write_all(&saved, err);
	}
	saved_filters_free(&saved);
	return done;
}
