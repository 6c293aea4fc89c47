#include "config.h"

#include "store/schema.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/resource.h"
#include "store/history_triggers.h"

enum { APPLICATION = 0x55524E57 }; /* "URNW" */

static const struct resource *schema_migration(const struct db *db, int64_t version)
{
	char prefix[64];

	snprintf(prefix, sizeof prefix, "schema/%s/%03lld-", db_engine_name(db),
		(long long)version);
	return resource_nth(prefix, 0);
}

bool schema_migrate(struct db *db, struct error *err)
{
	const struct resource *next;
	int64_t application, version;

	if (!db_begin(db, err))
		return false;
	/* From the version that the database has by now: another program may have upgraded it while
	 * this one waited for its turn. */
	bool good = db_identity(db, &application, &version, err);
	while (good && (next = schema_migration(db, version + 1))) {
		version++;
		struct error cause = {0};
		good = db_run(db, next->start, &cause) &&
			db_set_identity(db, APPLICATION, version, &cause);
		if (good)
			continue;
		/* what a migration is refused by says nothing of itself */
		error_set(err, cause.code,
			_("The database cannot be brought up to format %lld, and stays as it is. %s"),
			(long long)version, cause.message);
		error_detail(err, "%s", cause.detail);
	}
	if (good && history_triggers_put(db, err))
		return db_commit(db, err);
	db_rollback(db);
	return false;
}

bool schema_check(struct db *db, bool *is_older, struct error *err)
{
	int64_t application, version, newest = 0;

	while (schema_migration(db, newest + 1))
		newest++;
	if (!db_identity(db, &application, &version, err))
		return false;
	if (application != APPLICATION)
		return error_set(err, ERROR_DATABASE,
			_("%s is a database of another program. It was left as it is."),
			db_target(db));
	if (version > newest)
		return error_set(err, ERROR_DATABASE,
			_("%s was written by a newer version of this program (format %lld; this one knows %lld). Please install the newer version."),
			db_target(db), (long long)version, (long long)newest);
	*is_older = version < newest;
	if (*is_older && db_is_read_only(db))
		return error_set(err, ERROR_DATABASE,
			_("%s is in an older format (%lld; this program writes %lld) and can only be read here. Open it once with the right to write."),
			db_target(db), (long long)version, (long long)newest);
	return true;
}
