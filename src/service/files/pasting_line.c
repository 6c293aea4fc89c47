/* pasting_line - which effect line a pasted row is: the one it names, a new one, or the next. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/files/pasting_row.h"

static bool pasting_is_fresh(const struct effect *line)
{
	return line->kind == EFFECT_PER_PERIOD && !*line->label && !line->before_minutes && !line->after_minutes &&
		!line->before_cases && !line->after_cases;
}

/* True when a row before has taken the line. */
static bool pasting_is_used(const struct pasting_effects *to, size_t line)
{
	for (size_t i = 0; i + 1 < to->lines.count; i++)
		if (to->lines.items[i].at == (ptrdiff_t)line)
			return true;
	return false;
}

/* The line that is there by that number or, 0, by that work step, at that stage, or at any (-1), and that no row
 * before has taken; the count of lines where there is none. */
static size_t pasting_find(const struct pasting_row *row, int number, const char *label, int stage)
{
	char *const wanted = text_key(label);
	size_t i = 0;

	for (; i < row->place->count; i++) {
		const struct effect *const line = &row->place->lines[i];
		char *const key = text_key(line->label);
		const bool same = number ? line->line == number : *wanted && strcmp(key, wanted) == 0;

		free(key);
		if (same && (stage < 0 || (int)line->stage == stage) && !pasting_is_used(row->to, i))
			break;
	}
	free(wanted);
	return i;
}

/* The highest number that lines, and rows before, have; *taken says whether one has that number at that stage. */
static int pasting_last_number(const struct pasting_row *row, int number, enum stage stage, bool *taken)
{
	const size_t there = row->place->count, all = there + row->to->lines.count - 1;
	int last = 0;

	*taken = false;
	for (size_t i = 0; i < all; i++) {
		const struct effect *const line = i < there ? &row->place->lines[i] :
			&row->to->lines.items[i - there].effect;

		*taken |= line->line == number && line->stage == stage;
		last = line->line > last ? line->line : last;
	}
	return last;
}

/* Reads number and stage of the row; what cannot be read is marked, and as if it were not there. */
static void pasting_read_key(const struct pasting_row *row, int *number, enum stage *stage)
{
	static const enum effect_field fields[] = {EFFECT_FIELD_LINE, EFFECT_FIELD_STAGE};
	struct effect key = effect_new(0, *stage, PERIOD_MONTH, 1);

	for (size_t i = 0; i < 2; i++) {
		const struct pasting_cell *const cell = pasting_cell_of(row, fields[i], EFFECT_PART_WHOLE);
		struct error reason;

		if (!cell)
			continue;
		if (effect_field_set(&key, fields[i], cell->text, 1, NULL, &reason))
			pasting_mark(row, fields[i], PASTING_SAME, NULL);
		else
			pasting_mark(row, fields[i], PASTING_BAD, reason.message);
	}
	*number = key.line;
	*stage = key.stage;
}

void pasting_find_line(struct pasting_row *row, size_t next)
{
	const struct pasting_place *const place = row->place;
	const struct pasting_cell *const cell = pasting_cell_of(row, EFFECT_FIELD_LABEL, EFFECT_PART_WHOLE);
	const char *const label = cell ? cell->text : "";
	const struct effect *const here = place->line < place->count ? &place->lines[place->line] : NULL;
	enum stage stage = here ? here->stage : STAGE_ESTIMATE;
	int number;
	bool taken;

	pasting_read_key(row, &number, &stage);
	size_t found = number || *label ? pasting_find(row, number, label, (int)stage) : next;
	/* a line that was just begun is what a new one is to be */
	if (found >= place->count && !number && *label && here && pasting_is_fresh(here) && here->stage == stage &&
		!pasting_is_used(row->to, place->line))
		found = place->line;
	row->fresh = found >= place->count || pasting_is_fresh(&place->lines[found]);
	if (found < place->count) {
		row->line->at = (ptrdiff_t)found;
		row->line->effect = row->before = place->lines[found];
		if (row->before.stage != stage)
			pasting_mark(row, EFFECT_FIELD_STAGE, PASTING_BAD,
				_("A line that is there keeps its stage; it is chosen in its cell."));
		return;
	}

	/* A line of its own, beside the same work step of another stage where there is one. */
	const size_t beside = pasting_find(row, number, label, -1);

	if (!number && beside < place->count)
		number = place->lines[beside].line;
	const int last = pasting_last_number(row, number, stage, &taken);

	row->line->at = -1;
	row->line->effect = effect_new(number && !taken ? number : last + 1, stage, PERIOD_MONTH, place->working_days);
	row->line->effect.label = row->line->effect.destination = "";
	row->before = row->line->effect;
}
