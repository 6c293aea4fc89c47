/* pasting_fields - what a pasted row makes of the fields of its effect line. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/effect_direct.h"
#include "service/files/pasting_row.h"

struct pasting_cell *pasting_cell_of(const struct pasting_row *row, enum effect_field field, int part)
{
	for (size_t c = 0; c < row->to->column_count; c++) {
		const struct pasting_column *const column = &row->to->columns[c];

		if (column->field == field && column->part == part && *row->line->cells[c].text)
			return &row->line->cells[c];
	}
	return NULL;
}

void pasting_mark(const struct pasting_row *row, enum effect_field field, enum pasting_fate fate, const char *why)
{
	for (size_t c = 0; c < row->to->column_count; c++) {
		struct pasting_cell *const cell = &row->line->cells[c];

		if (row->to->columns[c].field != field || !*cell->text)
			continue;
		cell->fate = fate;
		cell->why = why ? arena_strdup(&row->to->arena, why) : NULL;
	}
}

/* True for minutes a case, cases, and those of twelve months. */
static bool pasting_is_count(enum effect_type type)
{
	return type == EFFECT_TYPE_MINUTES || type == EFFECT_TYPE_CASES || type == EFFECT_TYPE_MONTHS;
}

/* Why a line of its kind has no such figure; NULL where it has. */
static const char *pasting_refuses(const struct pasting_row *row, enum effect_type type, bool direct,
	enum pasting_fate *fate)
{
	*fate = PASTING_COMPUTED;
	if (!direct && effect_direct_is_type(type))
		return _("The line computes this from its minutes and cases.");
	if (direct && (type == EFFECT_TYPE_PERIOD || type == EFFECT_TYPE_PERIODS || type == EFFECT_TYPE_YES))
		return _("Hours entered directly need no periods.");
	*fate = PASTING_BAD;
	if (direct && (pasting_is_count(type) || type == EFFECT_TYPE_ALL_CASES))
		return _("The hours of this line are entered directly: it has no minutes and cases.");
	return row->before.kind == EFFECT_MONTHLY && type == EFFECT_TYPE_CASES ?
		_("The cases of this line stand month by month: Enter on the cell lists them.") : NULL;
}

/* The text of a field from the cells of its figures; those that were not pasted stay as they are. */
static bool pasting_join(const struct pasting_row *row, enum effect_field field, struct strbuf *out,
	struct error *err)
{
	const char *figures[EFFECT_PARTS_MAX] = {NULL};
	struct strbuf kept[EFFECT_PARTS_MAX] = {{0}};
	const bool hours = effect_direct_is_type(effect_fields[field].type);
	int64_t minutes[BASIS_COUNT] = {0};
	int bad;

	for (enum basis basis = 0; hours && basis < BASIS_COUNT; basis++)
		effect_direct_minutes(&row->before, effect_fields[field].type, basis, &minutes[basis]);
	for (size_t i = 0; i < effect_part_count(); i++) {
		const struct effect_part *const part = effect_part_at(i);

		if (part->field != field || part->part == EFFECT_PART_WHOLE)
			continue;
		const struct pasting_cell *const cell = pasting_cell_of(row, field, part->part);
		/* hours of a full year are those of the year, unless somebody says otherwise */
		const bool follows = hours && part->part == BASIS_FULL_YEAR &&
			minutes[BASIS_IN_YEAR] == minutes[BASIS_FULL_YEAR];

		if (!cell && !follows)
			effect_part_get(&row->before, part, &kept[part->part]);
		figures[part->part] = cell ? cell->text : strbuf_text(&kept[part->part]);
	}
	const bool good = effect_part_join(field, figures, out, &bad, err);

	for (int i = 0; i < EFFECT_PARTS_MAX; i++)
		strbuf_free(&kept[i]);
	return good;
}

/* Gives the line a field of the row. */
static void pasting_set_field(struct pasting_row *row, enum effect_field field, bool direct)
{
	const struct pasting_cell *const whole = pasting_cell_of(row, field, EFFECT_PART_WHOLE);
	struct effect *const line = &row->line->effect;
	struct effect changed = *line;
	struct strbuf text = {0}, before = {0};
	struct saving saving;
	struct error reason = {0};
	enum pasting_fate fate;
	const char *refused = pasting_refuses(row, effect_fields[field].type, direct, &fate);

	if (!refused) {
		bool good = whole || pasting_join(row, field, &text, &reason);

		good = good && effect_field_set(&changed, field, whole ? whole->text : strbuf_text(&text),
			row->place->working_days, &row->to->arena, &reason);
		if (good)
			project_follow(row->place->project, &changed);
		refused = good && effect_compute(&changed, &saving, &reason) ? NULL : reason.message;
	}
	if (!refused) {
		effect_field_get(line, field, &before);
		strbuf_clear(&text);
		effect_field_get(&changed, field, &text);
		fate = row->line->at >= 0 && strcmp(strbuf_text(&before), strbuf_text(&text)) == 0 ? PASTING_SAME :
			PASTING_TAKEN;
		*line = changed;
	}
	pasting_mark(row, field, fate, refused);
	strbuf_free(&text);
	strbuf_free(&before);
}

void pasting_take(struct pasting_row *row)
{
	struct pasting_effects *const to = row->to;
	bool says[EFFECT_FIELD_COUNT + 1] = {false}, counts = false, hours = false, changes = false;

	for (size_t c = 0; c < to->column_count; c++) {
		const enum effect_field field = to->columns[c].field;

		if (!*row->line->cells[c].text || field == EFFECT_FIELD_COUNT)
			continue;
		says[field] = true;
		counts |= pasting_is_count(effect_fields[field].type);
		hours |= effect_direct_is_type(effect_fields[field].type);
	}
	/* Hours that the row gives make a fresh line one of hours entered directly, unless it says how they come
	 * about. */
	const bool direct = row->fresh ? hours && !counts : row->before.kind == EFFECT_DIRECT;

	for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++)
		if (says[field] && field != EFFECT_FIELD_LINE && field != EFFECT_FIELD_STAGE)
			pasting_set_field(row, field, direct);
	project_follow(row->place->project, &row->line->effect);
	for (size_t c = 0; c < to->column_count; c++) {
		changes |= row->line->cells[c].fate == PASTING_TAKEN;
		to->bad += row->line->cells[c].fate == PASTING_BAD;
	}
	to->added += row->line->at < 0;
	to->changed += row->line->at >= 0 && changes;
}
