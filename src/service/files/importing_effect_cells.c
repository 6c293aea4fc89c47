#include "config.h"

#include "service/files/importing_effect_cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/effect_direct.h"
#include "model/quantity.h"
#include "service/files/rounded.h"

void effect_cells_free(struct effect_cells *cells)
{
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
		strbuf_free(&cells->texts[field]);
}

/* True where the row has something in that field. */
static bool effect_cells_say(const struct effect_cells *cells, enum effect_field field)
{
	return cells->texts[field].length > 0;
}

/* ---- from cells to texts -------------------------------------------------------------------- */

/* The text of a field from its figures. */
static bool effect_cells_join(struct effect_cells *cells, struct importer *importer,
	const struct sheet_row *row, enum effect_field field, const struct effect *stored)
{
	const char *figures[EFFECT_PARTS_MAX] = {NULL};
	struct strbuf kept[EFFECT_PARTS_MAX] = {{0}};
	int columns[EFFECT_PARTS_MAX] = {0}, bad = 0;
	int64_t minutes[BASIS_COUNT] = {0, 1};
	struct error reason;

	/* Hours are as many in a full year, unless the line has a figure of its own for it. */
	for (enum basis basis = 0; stored && basis < BASIS_COUNT && effect_direct_is_type(effect_fields[field].type);
		basis++)
		effect_direct_minutes(stored, effect_fields[field].type, basis, &minutes[basis]);
	const bool follows = minutes[BASIS_IN_YEAR] == minutes[BASIS_FULL_YEAR];

	for (size_t i = 0; i < effect_part_count(); i++) {
		const struct effect_part *part = effect_part_at(i);
		const int column = EFFECT_COLUMN_FIRST + (int)i;

		if (part->field != field || part->part == EFFECT_PART_WHOLE)
			continue;
		if (!row->present[column] && stored && !(follows && part->part == BASIS_FULL_YEAR))
			effect_part_get(stored, part, &kept[part->part]);
		figures[part->part] = row->present[column] ? row->cells[column] :
			strbuf_text(&kept[part->part]);
		columns[part->part] = column;
	}
	const bool good = effect_part_join(field, figures, &cells->texts[field], &bad, &reason);
	if (!good)
		importer_reject(importer, row, columns[bad], reason.message);
	for (int i = 0; i < EFFECT_PARTS_MAX; i++)
		strbuf_free(&kept[i]);
	return good;
}

bool effect_cells_read(struct effect_cells *cells, struct importer *importer, const struct sheet_row *row,
	const struct effect *stored)
{
	for (int field = 0; field < EFFECT_FIELD_COUNT; field++) {
		strbuf_clear(&cells->texts[field]);
		cells->present[field] = cells->exact[field] = false;
	}
	for (size_t i = 0; i < effect_part_count(); i++) {
		const struct effect_part *part = effect_part_at(i);
		const int column = EFFECT_COLUMN_FIRST + (int)i;

		/* The columns of figures come first. */
		if (!cells->present[part->field] || *row->cells[column])
			cells->columns[part->field] = column;
		cells->present[part->field] |= row->present[column];
		if (part->part != EFFECT_PART_WHOLE)
			cells->exact[part->field] |= *row->cells[column] != '\0';
		else if (!cells->exact[part->field])
			strbuf_add_text(&cells->texts[part->field], row->cells[column]);
	}
	for (enum effect_field field = 0; field < EFFECT_FIELD_COUNT; field++) {
		const enum effect_type type = effect_fields[field].type;
		const char *text = strbuf_text(&cells->texts[field]);
		int64_t minutes;

		if (cells->exact[field] && !effect_cells_join(cells, importer, row, field, stored))
			return false;
		if (cells->exact[field] || !*text || strchr(text, '/') || !stored ||
			!effect_direct_is_type(type) ||
			!effect_direct_minutes(stored, type, BASIS_IN_YEAR, &minutes) ||
			!rounded_hours_hold(text, minutes))
			continue;
		strbuf_clear(&cells->texts[field]);
		effect_direct_get(stored, type, &cells->texts[field]);
	}
	return true;
}

/* ---- beside what is stored ------------------------------------------------------------------ */

/* A number that the file has and the line has not. */
static bool effect_cells_give_other(const struct effect_cells *cells, const struct effect *stored,
	enum effect_field field)
{
	int64_t number;

	return effect_cells_say(cells, field) &&
		quantity_parse(strbuf_text(&cells->texts[field]), QUANTITY_CASES, &number, NULL) &&
		number != effect_field_number(stored, field);
}

/* A line is entered in one way: figures that the file has in one way put out what is stored in another. So
 * do cases before those after that went along with them, and periods the word that nobody typed them. */
static bool effect_cells_put_out(const struct effect_cells *cells, const struct effect *stored,
	enum effect_field field)
{
	const bool cases = effect_cells_say(cells, EFFECT_FIELD_BEFORE_CASES) ||
		effect_cells_say(cells, EFFECT_FIELD_AFTER_CASES);
	const bool minutes = effect_cells_say(cells, EFFECT_FIELD_BEFORE_MINUTES) ||
		effect_cells_say(cells, EFFECT_FIELD_AFTER_MINUTES);
	const bool monthly = effect_cells_say(cells, EFFECT_FIELD_MONTHLY_CASES);
	const bool saved = effect_cells_say(cells, EFFECT_FIELD_DIRECT_HOURS);
	const bool direct = saved || effect_cells_say(cells, EFFECT_FIELD_DIRECT_BEFORE) ||
		effect_cells_say(cells, EFFECT_FIELD_DIRECT_AFTER);

	if (field == EFFECT_FIELD_AFTER_CASES)
		return stored->after_cases == stored->before_cases &&
			effect_cells_give_other(cells, stored, EFFECT_FIELD_BEFORE_CASES);
	if (field == EFFECT_FIELD_PERIODS_TYPED)
		return effect_cells_give_other(cells, stored, EFFECT_FIELD_PERIODS_IN_YEAR);
	if (field == EFFECT_FIELD_MONTHLY_CASES)
		return cases || direct;
	if (!effect_direct_is_type(effect_fields[field].type))
		return false;
	if (cases || minutes || monthly)
		return true;
	/* Those before go when those saved are taken away, those after follow from the others. */
	if (field == EFFECT_FIELD_DIRECT_BEFORE)
		return cells->present[EFFECT_FIELD_DIRECT_HOURS] && !saved;
	return field == EFFECT_FIELD_DIRECT_AFTER && cells->present[EFFECT_FIELD_DIRECT_HOURS];
}

const char *effect_cells_text(const struct effect_cells *cells, enum effect_field field,
	const struct effect *stored, struct strbuf *scratch)
{
	if (cells->present[field] || !stored || effect_cells_put_out(cells, stored, field))
		return strbuf_text(&cells->texts[field]);
	strbuf_clear(scratch);
	effect_field_get(stored, field, scratch);
	return strbuf_text(scratch);
}

bool effect_cells_agree(const struct effect_cells *cells, struct importer *importer,
	const struct sheet_row *row, const struct effect *effect, int64_t said)
{
	static const enum effect_field fields[] = {EFFECT_FIELD_DIRECT_HOURS, EFFECT_FIELD_DIRECT_BEFORE,
		EFFECT_FIELD_DIRECT_AFTER};
	int64_t tolerance = 0; /* of hours, each of which may be rounded */

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		if (!effect_cells_say(cells, fields[i]))
			return true;
		tolerance += cells->exact[fields[i]] ? 0 : 30;
	}
	if (llabs(effect->direct_in_year - said) <= tolerance)
		return true;
	importer_reject(importer, row, cells->columns[EFFECT_FIELD_DIRECT_HOURS],
		_("The hours saved are not those before without those after. Leave one of the three out."));
	return false;
}
