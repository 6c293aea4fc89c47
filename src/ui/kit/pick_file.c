#include "config.h"

#include "ui/kit/pick_file.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/ambient.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "ui/app/app.h"
#include "ui/kit/w_choice.h"

/* What stands in a folder: folders, then files. */
struct picking {
	VEC(char *) names; /* a folder's ends with / */
};

static bool pick_is_folder(const char *path)
{
	struct stat what;

	return stat(path, &what) == 0 && S_ISDIR(what.st_mode);
}

/* "." is left out: what is chosen there is named as it would be typed. */
static char *pick_join(const char *folder, const char *name)
{
	const size_t length = strlen(folder);

	if (strcmp(folder, ".") == 0)
		return xstrdup(name);
	return xasprintf(length && folder[length - 1] == '/' ? "%s%s" : "%s/%s", folder, name);
}

static int pick_compare(const void *a, const void *b)
{
	const char *const one = *(char *const *)a, *const other = *(char *const *)b;
	const bool folder = one[strlen(one) - 1] == '/', other_folder = other[strlen(other) - 1] == '/';

	return folder != other_folder ? other_folder - folder : strcmp(one, other);
}

static void pick_read(const char *folder, const char *const *endings, struct picking *picking)
{
	DIR *const stream = opendir(folder);

	for (const struct dirent *entry; stream && (entry = readdir(stream));) {
		char *const path = pick_join(folder, entry->d_name);
		const char *const ending = strrchr(entry->d_name, '.');
		const char *const *known = endings;

		while (ending && *known && strcasecmp(ending, *known) != 0)
			known++;
		if (entry->d_name[0] != '.' && pick_is_folder(path))
			*vec_add(&picking->names) = xasprintf("%s/", entry->d_name);
		else if (entry->d_name[0] != '.' && ending && *known)
			*vec_add(&picking->names) = xstrdup(entry->d_name);
		free(path);
	}
	if (stream)
		closedir(stream);
	if (picking->names.count)
		qsort(picking->names.items, picking->names.count, sizeof picking->names.items[0], pick_compare);
}

/* Chosen from the folder: a path, a folder's with / at its end; "" = a path is to be typed. NULL = given up. *whole:
 * the folder itself was. */
static char *pick_from(struct app *app, const char *title, const char *folder, const char *typed,
	const char *const *endings, const char *all, bool *whole)
{
	struct picking picking = {0};
	VEC(struct w_choice_entry) entries = {0};
	struct strbuf heading = {0};
	char *path = NULL;

	pick_read(folder, endings, &picking);
	*vec_add(&entries) = (struct w_choice_entry){.label = _("Type a path …")};
	*vec_add(&entries) = (struct w_choice_entry){.label = "../", .hint = _("the folder above")};
	if (all)
		*vec_add(&entries) = (struct w_choice_entry){.label = all};
	const size_t fixed = entries.count;
	for (size_t i = 0; i < picking.names.count; i++)
		*vec_add(&entries) = (struct w_choice_entry){.label = picking.names.items[i]};
	strbuf_addf(&heading, "%s: %s", title, folder);
	const int first = entries.count > fixed ? (int)fixed : 0;
	const int chosen =
		w_choice_run_typed(app, strbuf_text(&heading), entries.items, entries.count, first, typed);

	*whole = all && chosen == 2;
	if (chosen == 0)
		path = xstrdup("");
	else if (*whole)
		path = xasprintf(folder[strlen(folder) - 1] == '/' ? "%s" : "%s/", folder);
	else if (chosen > 0)
		path = pick_join(folder, entries.items[chosen].label);
	for (size_t i = 0; i < picking.names.count; i++)
		free(picking.names.items[i]);
	vec_free(&picking.names);
	vec_free(&entries);
	strbuf_free(&heading);
	return path;
}

char *pick_file(struct app *app, const char *title, const char *const *endings, const char *all)
{
	bool whole;
	char *folder = xstrdup("."), *typed = xstrdup(""), *path;

	while ((path = pick_from(app, title, folder, typed, endings, all, &whole))) {
		if (whole)
			break;
		if (!*path) {
			char *const answer = app_ask(app, title, strcmp(folder, ".") == 0 ? "" : folder);

			free(path);
			if (!answer)
				continue;
			path = ambient_path(answer);
			free(answer);
		}
		free(typed);
		typed = xstrdup("");

		struct stat what;
		if (stat(path, &what) == 0 && !S_ISDIR(what.st_mode))
			break;
		if (!pick_is_folder(path)) {
			/* the beginning of a name: the folder that it stands in, already searched */
			char *const slash = strrchr(path, '/');

			free(typed);
			typed = xstrdup(slash ? slash + 1 : path);
			if (slash)
				slash[1] = '\0';
			else {
				free(path);
				path = xstrdup(".");
			}
		}
		free(folder);
		folder = path;
	}
	free(folder);
	free(typed);
	return path;
}
