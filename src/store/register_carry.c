#include "config.h"

#include "store/register_carry.h"

#include "base/ambient.h"
#include "model/indicator.h"
#include "store/store_private.h"

/* The first column of the first row of what a statement finds, "" where it finds none; NULL on failure. */
static const char *register_carry_find(struct store *store, enum statement statement, const char *text,
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

static bool register_carry_run(struct store *store, enum statement statement, const char *text,
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
static const char *register_carry_code(struct store *store, struct arena *arena, struct error *err)
{
	static const char *const codes[] = {INDICATOR_GOAL_CODE, "goal-hours"};
	const char *code = register_carry_find(store, STATEMENT_GOAL_CODE, NULL, arena, err);

	for (size_t i = 0; code && !*code && i < sizeof codes / sizeof codes[0]; i++) {
		const char *taken = register_carry_find(store, STATEMENT_GOAL_TAKEN, codes[i], arena, err);

		if (!taken)
			return NULL;
		if (!*taken)
			code = register_carry_run(store, STATEMENT_GOAL_MAKE, codes[i], err) ? codes[i] : NULL;
	}
	return code;
}

bool register_carry_over(struct store *store, struct error *err)
{
	struct arena arena = {0};
	const char *goal = register_carry_find(store, STATEMENT_GOAL_OLD, NULL, &arena, err);
	const char *leaders = goal ? register_carry_find(store, STATEMENT_LEADERS_OLD, NULL, &arena, err) : NULL;
	bool done = leaders != NULL;

	if (done && (*goal || *leaders)) {
		done = store_begin(store, ambient_user(), "upgrade", NULL, err);
		const char *code = done && *goal ? register_carry_code(store, &arena, err) : "";

		/* where both codes are taken, the parameter stays: nothing reads it, nothing is lost */
		done = done && code && (!*code || (register_carry_run(store, STATEMENT_GOAL_CARRY, code, err) &&
			register_carry_run(store, STATEMENT_GOAL_DROP, NULL, err)));
		done = done && register_carry_run(store, STATEMENT_LEADERS_CARRY, NULL, err);
		if (done)
			done = store_commit(store, err);
		else
			store_rollback(store);
	}
	arena_free(&arena);
	return done;
}
