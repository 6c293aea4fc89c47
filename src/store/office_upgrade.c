#include "config.h"

#include "store/office_upgrade.h"

#include "base/ambient.h"
#include "model/indicator.h"
#include "store/store_private.h"

/* The first column of the first row of what a statement finds, "" where it finds none; NULL on failure. */
static const char *office_upgrade_find(struct store *store, enum statement statement, const char *text,
	struct arena *arena, struct error *err)
{
	struct db_statement *query = statement_get(store, statement, err);
	const char *found = "";

	if (!query)
		return NULL;
	if (text)
		db_bind_text(query, 1, text);
	const enum db_step step = db_step(query, err);
	if (step == DB_ROW)
		found = arena_strdup(arena, db_column_text(query, 0));
	db_reset(query);
	return step == DB_ROW || step == DB_DONE ? found : NULL;
}

static bool office_upgrade_run(struct store *store, enum statement statement, const char *text,
	struct error *err)
{
	struct db_statement *change = statement_get(store, statement, err);

	if (!change)
		return false;
	if (text)
		db_bind_text(change, 1, text);
	return db_execute(change, err);
}

/* The indicator that the goal is a target of; made where there is none, under a code that is free. */
static const char *office_upgrade_code(struct store *store, struct arena *arena, struct error *err)
{
	static const char *const codes[] = {INDICATOR_GOAL_CODE, "goal-hours"};
	const char *code = office_upgrade_find(store, STATEMENT_GOAL_CODE, NULL, arena, err);

	for (size_t i = 0; code && !*code && i < sizeof codes / sizeof codes[0]; i++) {
		const char *taken = office_upgrade_find(store, STATEMENT_GOAL_TAKEN, codes[i], arena, err);

		if (!taken)
			return NULL;
		if (!*taken)
			code = office_upgrade_run(store, STATEMENT_GOAL_MAKE, codes[i], err) ? codes[i] : NULL;
	}
	return code;
}

/* The change is opened with the first thing that there is to do. */
static bool office_upgrade_begin(struct store *store, struct error *err)
{
	return store_change(store) || store_begin(store, ambient_user(), "upgrade", NULL, err);
}

static bool office_upgrade_goal(struct store *store, struct arena *arena, struct error *err)
{
	const char *goal = office_upgrade_find(store, STATEMENT_GOAL_OLD, NULL, arena, err);

	if (!goal || !*goal)
		return goal != NULL;
	const char *code = office_upgrade_begin(store, err) ? office_upgrade_code(store, arena, err) : NULL;
	/* where both codes are taken, the parameter stays: nothing reads it, nothing is lost */
	if (!code || !*code)
		return code != NULL;
	return office_upgrade_run(store, STATEMENT_GOAL_CARRY, code, err) &&
		office_upgrade_run(store, STATEMENT_GOAL_DROP, NULL, err);
}

bool office_upgrade(struct store *store, struct error *err)
{
	/* where the first finds anything, the second puts it right */
	static const enum statement steps[][2] = {
		{STATEMENT_LEADERS_OLD, STATEMENT_LEADERS_CARRY},
		{STATEMENT_TARGETS_HANGING, STATEMENT_TARGETS_END},
		{STATEMENT_LEADERS_HANGING, STATEMENT_LEADERS_END},
		{STATEMENT_ROLES_HANGING, STATEMENT_ROLES_DROP},
		{STATEMENT_ROLES_OUTLIVING, STATEMENT_ROLES_END},
	};
	struct arena arena = {0};
	bool good = office_upgrade_goal(store, &arena, err);

	for (size_t i = 0; good && i < sizeof steps / sizeof steps[0]; i++) {
		const char *found = office_upgrade_find(store, steps[i][0], NULL, &arena, err);

		good = found && (!*found ||
			(office_upgrade_begin(store, err) && office_upgrade_run(store, steps[i][1], NULL, err)));
	}
	arena_free(&arena);
	return store_change(store) ? store_end(store, good, err) : good;
}
