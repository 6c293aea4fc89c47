/* effect_field - the fields of an effect line as text: one table for files, form and history.
 *
 * Machine forms: minutes per case as decimals (39.2), periods by id (month), hours entered directly as
 * whole hours or H:MM, "H:MM/H:MM" where the full-year figure differs from the in-year one,
 * monthly_cases as twelve counts April…March joined by ';', destination in its normal form. Files have
 * the figures of such a text in columns of their own: model/effect_part.h.
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

/* How a field reads and is set. What is no TEXT means nothing for some kinds of lines, and is then "". */
enum effect_type {
	EFFECT_TYPE_NUMBER,      /* 0 to 9999 */
	EFFECT_TYPE_TEXT,        /* as typed, up to EFFECT_LABEL_MAX characters */
	EFFECT_TYPE_STAGE,
	EFFECT_TYPE_MINUTES,     /* 1/100 minute a case; not of EFFECT_DIRECT */
	EFFECT_TYPE_CASES,       /* a period; of EFFECT_PER_PERIOD only */
	EFFECT_TYPE_ALL_CASES,   /* a year, 0 = not given; not of EFFECT_DIRECT */
	EFFECT_TYPE_PERIOD,      /* sets the number of its periods, too; not of EFFECT_DIRECT */
	EFFECT_TYPE_PERIODS,     /* in a year, 0 to 366; not of EFFECT_DIRECT */
	EFFECT_TYPE_YES,         /* 1 or 0; not of EFFECT_DIRECT */
	EFFECT_TYPE_HOURS,       /* saved; of EFFECT_DIRECT only, as those below */
	EFFECT_TYPE_HOURS_BEFORE, /* those after stay, where they are known, else those saved */
	EFFECT_TYPE_HOURS_AFTER, /* those before stay, and must be known */
	EFFECT_TYPE_MONTHS,      /* of EFFECT_MONTHLY only */
	EFFECT_TYPE_DESTINATION, /* model/destination.h */
};

/* What EFFECT_COLUMNS says of a field. */
struct effect_field_info {
	enum effect_type type;
	const char *id;       /* CSV heading (cli.md) */
	const char *label;    /* N_() */
	const char *variants; /* further headings, newline-separated */
	bool number;          /* a number cell in files */
	bool locked;          /* a figure that stays as reported */
};
extern const struct effect_field_info effect_fields[EFFECT_FIELD_COUNT];

/* What a field of type NUMBER, MINUTES, CASES, ALL_CASES, PERIODS or YES holds; any other is a fault. */
int64_t effect_field_number(const struct effect *effect, enum effect_field field);
/* Appends the machine form; "" where the field means nothing for the kind of line. */
void effect_field_get(const struct effect *effect, enum effect_field field, struct strbuf *out);
/* Reads a text; texts kept go to the arena. A direct figure makes the line EFFECT_DIRECT, monthly
 * counts make it EFFECT_MONTHLY; emptying them makes it EFFECT_PER_PERIOD again. An empty period keeps
 * what is there, an empty number of periods leaves that of this year to effect_follow(). The cases after
 * follow those before while both are the same, and again once they are emptied. On failure the line is
 * unchanged and the message names the field, the value and what would be right. */
bool effect_field_set(struct effect *line, enum effect_field field, const char *text,
	int working_days, struct arena *arena, struct error *err);

/* Takes copies of all texts of a line into the arena, whoever owned them. */
void effect_keep_texts(struct effect *effect, struct arena *arena);

/* Whole or half-open durations as people type them: "201", "201.5", "201:08" → minutes. Refuses what does
 * not effect_minutes_fit(). */
bool effect_parse_hours(const char *text, int64_t *minutes, struct error *err);
/* "201", or "201:08" where minutes are left over. */
void effect_format_hours(int64_t minutes, struct strbuf *out);

#endif
