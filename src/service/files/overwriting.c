#include "config.h"

#include "service/files/overwriting.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/vec.h"
#include "db/db.h"
#include "db/db_files.h"
#include "service/session/creating.h"

struct keeping {
	VEC(struct file_kept) kept;
	struct arena arena;
};

bool overwriting_judge(struct file_target *target, const char *path, const char *database,
	const char *const *inputs, size_t count, struct error *err)
{
	struct keeping keeping = {0};
	char *place = database ? xstrdup(database) : creating_default_target();

	/* SQLite lays its files beside where links lead to, the queue beside the link. */
	char real[PATH_MAX];
	const char *const places[] = {place, realpath(place, real) ? real : place};

	for (size_t p = 0; db_is_file(place) && p < sizeof places / sizeof places[0]; p++)
		for (int i = 0; i < DB_FILE_ENDINGS; i++)
			*vec_add(&keeping.kept) = (struct file_kept){
				arena_printf(&keeping.arena, "%s%s", places[p], db_file_endings[i]),
				i ? _("a file that belongs to the database") :
				    _("the database")};
	for (size_t i = 0; i < count; i++)
		*vec_add(&keeping.kept) =
			(struct file_kept){inputs[i], _("a file that this command reads")};
	const bool free_to_write = file_target_judge(
		target, path, keeping.kept.items, keeping.kept.count, err);
	vec_free(&keeping.kept);
	arena_free(&keeping.arena);
	free(place);
	return free_to_write;
}
