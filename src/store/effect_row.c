#include "config.h"

#include "store/effect_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "store/effect_sql.h"
#include "store/store_private.h"

/* As in the CHECK of effect_line.kind. */
static const char *const kinds[] = {
	[EFFECT_PER_PERIOD] = "per-period",
	[EFFECT_MONTHLY] = "monthly",
	[EFFECT_DIRECT] = "direct",
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

enum { MONTHLY_TEXT = EFFECT_MONTHS * 21 };

/* ---- reading ------------------------------------------------------------------------------ */

/* The value whose name stands in a row; an error when none of `count` has it. */
static bool effect_row_find(const struct project *project, const char *text,
	const char *(*name)(int value), int count, int *value, struct error *err)
{
	for (*value = 0; *value < count; ++*value)
		if (strcmp(text, name(*value)) == 0)
			return true;
	return error_set(err, ERROR_DATABASE,
		_("An effect line of project %lld holds a value this program does not know: %s."),
		(long long)project->id, text);
}

static const char *effect_row_stage(int stage)
{
	return effect_stage_id((enum stage)stage);
}

static const char *effect_row_period(int period)
{
	return effect_period_id((enum period)period);
}

static const char *effect_row_kind(int kind)
{
	return kinds[kind];
}

static void effect_row_read_months(struct effect *effect, const char *text)
{
	for (int month = 0; month < EFFECT_MONTHS && *text; month++) {
		char *end;
		effect->monthly_cases[month] = strtoll(text, &end, 10);
		text = *end ? end + 1 : end;
	}
}

#define READ_TEXT(member) effect->member = project_text(project, db_column_text(row, slot++));
#define READ_WHOLE(member) effect->member = (int)db_column_int(row, slot++);
#define READ_COUNT(member) effect->member = db_column_int(row, slot++);
#define READ_NAMED(member, name, count, type) \
	{ \
		const char *const text = db_column_text(row, slot++); \
		int value; \
		if (!effect_row_find(project, text, name, count, &value, err)) \
			return false; \
		effect->member = (type)value; \
	}
#define READ_STAGE(member) READ_NAMED(member, effect_row_stage, STAGE_COUNT, enum stage)
#define READ_PERIOD(member) READ_NAMED(member, effect_row_period, PERIOD_COUNT, enum period)
#define READ_KIND(member) READ_NAMED(member, effect_row_kind, KINDS, enum effect_kind)
#define READ_MONTHS(member) effect_row_read_months(effect, db_column_text(row, slot++));
#define READ_KEY_KEY(kind, member) READ_##kind(member)
#define READ_KEY_STORED(kind, member)
#define READ_KEY_COMPUTED
#define READ_KEY(name, id, label, variants, type, stored, ...) READ_KEY_##stored
#define READ_INPUT_KEY(kind, member)
#define READ_INPUT_STORED(kind, member) READ_##kind(member)
#define READ_INPUT_COMPUTED
#define READ_INPUT(name, id, label, variants, type, stored, ...) READ_INPUT_##stored
#define READ_FURTHER(kind, member) READ_##kind(member)

bool effect_row_read(struct effect *effect, struct db_statement *row, int slot,
	struct project *project, struct error *err)
{
	EFFECT_COLUMNS(READ_KEY)
	EFFECT_COLUMNS(READ_INPUT)
	EFFECT_FURTHER(READ_FURTHER)
	return true;
}

static int effect_row_by_line(const void *a, const void *b)
{
	const struct effect *left = a, *right = b;

	if (left->line != right->line)
		return left->line < right->line ? -1 : 1;
	return (int)left->stage - (int)right->stage;
}

bool effect_row_load(struct store *store, struct project *project, struct error *err)
{
	struct db_statement *query = statement_get(store, STATEMENT_EFFECTS, err);
	enum db_step step;
	bool ok = true;

	if (!query)
		return false;
	db_bind_int(query, 1, project->id);
	while (ok && (step = db_step(query, err)) == DB_ROW)
		ok = effect_row_read(vec_add(&project->effects), query, 1, project, err);
	db_reset(query);
	if (!ok || step != DB_DONE)
		return false;
	if (project->effects.count > 1)
		qsort(project->effects.items, project->effects.count,
			sizeof *project->effects.items, effect_row_by_line);
	return true;
}

/* ---- writing ------------------------------------------------------------------------------ */

#define BIND_TEXT(member) db_bind_text(insert, index++, effect->member ? effect->member : "");
#define BIND_WHOLE(member) db_bind_int(insert, index++, effect->member);
#define BIND_COUNT(member) db_bind_int(insert, index++, effect->member);
#define BIND_STAGE(member) db_bind_text(insert, index++, effect_stage_id(effect->member));
#define BIND_PERIOD(member) db_bind_text(insert, index++, effect_period_id(effect->member));
#define BIND_KIND(member) db_bind_text(insert, index++, kinds[effect->member]);
#define BIND_MONTHS(member) db_bind_text(insert, index++, months);
#define BIND_KEY_KEY(kind, member) BIND_##kind(member)
#define BIND_KEY_STORED(kind, member)
#define BIND_KEY_COMPUTED
#define BIND_KEY(name, id, label, variants, type, stored, ...) BIND_KEY_##stored
#define BIND_INPUT_KEY(kind, member)
#define BIND_INPUT_STORED(kind, member) BIND_##kind(member)
#define BIND_INPUT_COMPUTED
#define BIND_INPUT(name, id, label, variants, type, stored, ...) BIND_INPUT_##stored
#define BIND_FURTHER(kind, member) BIND_##kind(member)

static bool effect_row_put(struct store *store, int64_t project_id, const struct effect *effect,
	bool is_new, struct error *err)
{
	struct db_statement *insert = statement_get(store,
		is_new ? STATEMENT_EFFECT_INSERT : STATEMENT_EFFECT_PUT, err);
	char months[MONTHLY_TEXT];
	struct saving saving;
	int index = 1, length = 0;

	if (!insert || !effect_compute(effect, &saving, err))
		return false;
	months[0] = '\0';
	for (int month = 0; effect->kind == EFFECT_MONTHLY && month < EFFECT_MONTHS; month++)
		length += snprintf(months + length, (size_t)(MONTHLY_TEXT - length), "%s%lld",
			month > 0 ? "," : "", (long long)effect->monthly_cases[month]);
	db_bind_int(insert, index++, project_id);
	EFFECT_COLUMNS(BIND_KEY)
	EFFECT_COLUMNS(BIND_INPUT)
	EFFECT_FURTHER(BIND_FURTHER)
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		db_bind_int(insert, index++, saving.minutes[basis]);
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		db_bind_int(insert, index++, saving.before[basis]);
	db_bind_int(insert, index++, store->change);
	return db_execute(insert, err);
}

static bool effect_row_has(const struct project *project, int line, enum stage stage, size_t before)
{
	for (size_t i = 0; i < before; i++)
		if (project->effects.items[i].line == line &&
			project->effects.items[i].stage == stage)
			return true;
	return false;
}

/* Deletes the stored lines that the project no longer has. */
static bool effect_row_drop_gone(struct store *store, const struct project *project,
	struct error *err)
{
	struct project stored;

	project_init(&stored);
	stored.id = project->id;
	bool ok = effect_row_load(store, &stored, err);
	for (size_t i = 0; ok && i < stored.effects.count; i++) {
		const struct effect *effect = &stored.effects.items[i];

		if (effect_row_has(project, effect->line, effect->stage, project->effects.count))
			continue;
		struct db_statement *drop = statement_get(store, STATEMENT_EFFECT_DELETE, err);
		ok = drop != NULL;
		if (!ok)
			break;
		db_bind_int(drop, 1, project->id);
		db_bind_int(drop, 2, effect->line);
		db_bind_text(drop, 3, effect_stage_id(effect->stage));
		ok = db_execute(drop, err);
	}
	project_free(&stored);
	return ok;
}

bool effect_row_save(struct store *store, const struct project *project, bool is_new,
	struct error *err)
{
	if (!is_new && !effect_row_drop_gone(store, project, err))
		return false;
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];
		if (effect_row_has(project, effect->line, effect->stage, i))
			return error_set(err, ERROR_DATA,
				_("Effect line %d (%s) is there twice. Number the lines 1, 2, 3 …"),
				effect->line, effect_stage_label(effect->stage));
		if (!effect_row_put(store, project->id, effect, is_new, err))
			return false;
	}
	return true;
}
