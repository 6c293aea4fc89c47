#include "config.h"

#include "store/effect_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
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

static bool effect_row_unknown(const struct project *project, const char *text, struct error *err)
{
	return error_set(err, ERROR_DATABASE,
		_("An effect line of project %lld holds a value this program does not know: %s."),
		(long long)project->id, text);
}

static bool effect_row_read_kinds(struct effect *effect, struct db_statement *row,
	const struct project *project, struct error *err)
{
	const char *stage = db_column_text(row, 1);
	const char *kind = db_column_text(row, 2);
	const char *period = db_column_text(row, 9);
	int i = 0;

	while (i < STAGE_COUNT && strcmp(stage, effect_stage_id((enum stage)i)) != 0)
		i++;
	if (i == STAGE_COUNT)
		return effect_row_unknown(project, stage, err);
	effect->stage = (enum stage)i;
	for (i = 0; i < KINDS && strcmp(kind, kinds[i]) != 0;)
		i++;
	if (i == KINDS)
		return effect_row_unknown(project, kind, err);
	effect->kind = (enum effect_kind)i;
	for (i = 0; i < PERIOD_COUNT && strcmp(period, effect_period_id((enum period)i)) != 0;)
		i++;
	if (i == PERIOD_COUNT)
		return effect_row_unknown(project, period, err);
	effect->period = (enum period)i;
	return true;
}

static void effect_row_read_months(struct effect *effect, const char *text)
{
	for (int month = 0; month < EFFECT_MONTHS && *text; month++) {
		char *end;
		effect->monthly_cases[month] = strtoll(text, &end, 10);
		text = *end ? end + 1 : end;
	}
}

static bool effect_row_read_effect(struct effect *effect, struct db_statement *row,
	struct project *project, struct error *err)
{
	if (!effect_row_read_kinds(effect, row, project, err))
		return false;
	effect->line = (int)db_column_int(row, 0);
	effect->label = project_text(project, db_column_text(row, 3));
	effect->destination = project_text(project, db_column_text(row, 4));
	effect->before_minutes = db_column_int(row, 5);
	effect->before_cases = db_column_int(row, 6);
	effect->after_minutes = db_column_int(row, 7);
	effect->after_cases = db_column_int(row, 8);
	effect->periods_in_year = (int)db_column_int(row, 10);
	effect->periods_full_year = (int)db_column_int(row, 11);
	effect->first_month = (int)db_column_int(row, 12);
	effect_row_read_months(effect, db_column_text(row, 13));
	effect->direct_in_year = db_column_int(row, 14);
	effect->direct_full_year = db_column_int(row, 15);
	effect->unit_cases = db_column_int(row, 16);
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
		ok = effect_row_read_effect(vec_add(&project->effects), query, project, err);
	db_reset(query);
	if (!ok || step != DB_DONE)
		return false;
	if (project->effects.count > 1)
		qsort(project->effects.items, project->effects.count,
			sizeof *project->effects.items, effect_row_by_line);
	return true;
}

/* ---- writing ------------------------------------------------------------------------------ */

static void effect_row_write_months(const struct effect *effect, char text[MONTHLY_TEXT])
{
	int length = 0;

	text[0] = '\0';
	if (effect->kind != EFFECT_MONTHLY)
		return;
	for (int month = 0; month < EFFECT_MONTHS; month++)
		length += snprintf(text + length, (size_t)(MONTHLY_TEXT - length), "%s%lld",
			month > 0 ? "," : "", (long long)effect->monthly_cases[month]);
}

static bool effect_row_put(struct store *store, int64_t project_id, const struct effect *effect,
	bool is_new, struct error *err)
{
	struct db_statement *insert = statement_get(store,
		is_new ? STATEMENT_EFFECT_INSERT : STATEMENT_EFFECT_PUT, err);
	char months[MONTHLY_TEXT];
	struct saving saving;

	if (!insert || !effect_compute(effect, &saving, err))
		return false;
	effect_row_write_months(effect, months);
	db_bind_int(insert, 1, project_id);
	db_bind_int(insert, 2, effect->line);
	db_bind_text(insert, 3, effect_stage_id(effect->stage));
	db_bind_text(insert, 4, kinds[effect->kind]);
	db_bind_text(insert, 5, effect->label ? effect->label : "");
	db_bind_text(insert, 6, effect->destination ? effect->destination : "");
	db_bind_int(insert, 7, effect->before_minutes);
	db_bind_int(insert, 8, effect->before_cases);
	db_bind_int(insert, 9, effect->after_minutes);
	db_bind_int(insert, 10, effect->after_cases);
	db_bind_text(insert, 11, effect_period_id(effect->period));
	db_bind_int(insert, 12, effect->periods_in_year);
	db_bind_int(insert, 13, effect->periods_full_year);
	db_bind_int(insert, 14, effect->first_month);
	db_bind_text(insert, 15, months);
	db_bind_int(insert, 16, effect->direct_in_year);
	db_bind_int(insert, 17, effect->direct_full_year);
	db_bind_int(insert, 18, effect->unit_cases);
	db_bind_int(insert, 19, saving.minutes[BASIS_IN_YEAR]);
	db_bind_int(insert, 20, saving.minutes[BASIS_FULL_YEAR]);
	db_bind_int(insert, 21, store->change);
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

static bool effect_row_drop(struct store *store, int64_t project_id, const struct effect *effect,
	struct error *err)
{
	struct db_statement *statement = statement_get(store, STATEMENT_EFFECT_DELETE, err);

	if (!statement)
		return false;
	db_bind_int(statement, 1, project_id);
	db_bind_int(statement, 2, effect->line);
	db_bind_text(statement, 3, effect_stage_id(effect->stage));
	return db_execute(statement, err);
}

/* Deletes the stored lines that the project no longer has. */
static bool effect_row_drop_gone(struct store *store, const struct project *project,
	struct error *err)
{
	struct project stored;
	bool ok;

	project_init(&stored);
	stored.id = project->id;
	ok = effect_row_load(store, &stored, err);
	for (size_t i = 0; ok && i < stored.effects.count; i++) {
		const struct effect *effect = &stored.effects.items[i];
		if (!effect_row_has(project, effect->line, effect->stage, project->effects.count))
			ok = effect_row_drop(store, project->id, effect, err);
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
