/* db_open - which engine a target is for. Stands above the engines, which may call db.c. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "db/driver.h"

static const struct {
	const char *prefix; /* "" takes every other target: a file */
	const struct db_driver *driver;
} engines[] = {
	{"postgresql://", NULL},
	{"postgres://", NULL},
	{"", &sqlite_driver},
};

/* The engine of a target. */
static size_t db_engine_index(const char *target)
{
	size_t i = 0;

	while (strncmp(target, engines[i].prefix, strlen(engines[i].prefix)) != 0)
		i++;
	return i;
}

bool db_is_file(const char *target)
{
	return !*engines[db_engine_index(target)].prefix;
}

/* NULL, with the error set, for an engine that this build does not have. */
static const struct db_driver *db_driver_for(const char *target, struct error *err)
{
	const size_t i = db_engine_index(target);

	if (!engines[i].driver)
		error_set(err, ERROR_DATABASE,
			_("This program was built without the engine for %s. Give a file instead."),
			engines[i].prefix);
	return engines[i].driver;
}

bool db_may_create(const char *target, struct error *err)
{
	const struct db_driver *driver = db_driver_for(target, err);

	return driver && driver->may_create(target, err);
}

struct db *db_open(const char *target, enum db_mode mode, struct error *err)
{
	const struct db_driver *driver = db_driver_for(target, err);

	if (!driver)
		return NULL;
	struct db *db = driver->open(target, mode, err);
	if (!db)
		return NULL;
	db->driver = driver;
	db->target = xstrdup(target);
	return db;
}
