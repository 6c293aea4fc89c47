/* effect_field - the fields of an effect line as text: one table for files, form and history.
 *
 * Machine forms: minutes per case as decimals (39.2), periods by id (month), direct_hours as whole
 * hours or H:MM, "H:MM/H:MM" where the full-year figure differs from the in-year one,
 * monthly_cases as twelve counts April…March joined by ';', destination in its normal form.
 */
#ifndef MODEL_EFFECT_FIELD_H
#define MODEL_EFFECT_FIELD_H

#include "base/mem.h"
#include "base/strbuf.h"
#include "model/effect.h"

#define EFFECT_FIELD(name, ...) EFFECT_FIELD_##name,
enum effect_field {
	EFFECT_COLUMNS(EFFECT_FIELD)
	EFFECT_FIELD_COUNT,
};

/* What EFFECT_COLUMNS says of a field. */
struct effect_field_info {
	const char *id;       /* CSV heading (cli.md) */
	const char *label;    /* N_() */
	const char *variants; /* further headings, newline-separated */
	bool number;          /* a number cell in files */
	bool locked;          /* a figure that stays as reported */
};
extern const struct effect_field_info effect_fields[EFFECT_FIELD_COUNT];

/* Appends the machine form; "" where the field means nothing for the kind of line. */
void effect_field_get(const struct effect *effect, enum effect_field field, struct strbuf *out);
/* Reads a text; texts kept go to the arena. A direct figure makes the line EFFECT_DIRECT, monthly
 * counts make it EFFECT_MONTHLY; emptying them makes it EFFECT_PER_PERIOD again. An empty period or
 * number of periods keeps the default of effect_new(). On failure the line is unchanged and the
 * message names the field, the value and what would be right. */
bool effect_field_set(struct effect *effect, enum effect_field field, const char *text,
	int working_days, struct arena *arena, struct error *err);

/* Whole or half-open durations as people type them: "201", "201.5", "201:08" → minutes. Refuses what does
 * not effect_minutes_fit(). */
bool effect_parse_hours(const char *text, int64_t *minutes, struct error *err);
/* "201", or "201:08" where minutes are left over. */
void effect_format_hours(int64_t minutes, struct strbuf *out);

#endif
