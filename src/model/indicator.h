/* indicator - the register of KPIs with their targets and values (domain.md §7).
 *
 * Figures are exact: thousandths of the indicator's unit, as stored.
 */
#ifndef MODEL_INDICATOR_H
#define MODEL_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/choice.h"

enum { INDICATOR_DECIMALS = 3, INDICATOR_ONE = 1000 /* one unit */ };

enum indicator_direction { INDICATOR_UP /* more is better */, INDICATOR_DOWN,
	INDICATOR_DIRECTION_COUNT };
extern const struct choice indicator_directions[INDICATOR_DIRECTION_COUNT];

/* The code of the hours that generative AI tells of itself (model/indicator_sheet.c). */
#define INDICATOR_TELEMETRY_CODE "genai-hours"

/* The indicator that is made where a goal is set and none is computed from the hours saved: data of the body,
 * in Japanese whatever the language of the screen. */
#define INDICATOR_GOAL_CODE "hours-saved"
#define INDICATOR_GOAL_NAME "年間削減時間"
#define INDICATOR_GOAL_UNIT "時間"

/* What the months of a year come to. */
enum indicator_yearly {
	INDICATOR_LAST, /* the latest month: rates, heads, scores */
	INDICATOR_SUM,
	INDICATOR_YEARLY_COUNT,
};
extern const struct choice indicator_yearlies[INDICATOR_YEARLY_COUNT];

/* Where the values come from. */
enum indicator_computed {
	INDICATOR_TYPED,
	INDICATOR_HOURS_SAVED,     /* the rollup's in-year hours */
	/* leaders with training up to that year: each person once (実人数), and once for each year of leading (延べ) */
	INDICATOR_LEADERS_TRAINED,
	INDICATOR_LEADERS_TRAINED_YEARLY,
	INDICATOR_COMPUTED_COUNT,
};
extern const struct choice indicator_computed_from[INDICATOR_COMPUTED_COUNT];

struct indicator_target {
	int fiscal_year; /* 0 = no year said */
	int64_t target;
};

struct indicator_value {
	int fiscal_year;
	int month; /* of the calendar, 1–12; 0 = the whole year */
	int64_t value;
};

struct indicator {
	const char *code, *name, *unit, *source; /* in the register's arena; never NULL */
	enum indicator_direction direction;
	enum indicator_yearly yearly;
	enum indicator_computed computed;
	int position; /* order of display, from 1 */
	VEC(struct indicator_target) targets; /* by fiscal year */
	VEC(struct indicator_value) values;   /* by fiscal year; April first, the whole year last */
};

/* Zero-initialise to use. */
struct indicator_register {
	VEC(struct indicator) indicators;
	struct arena arena;
};

void indicator_register_free(struct indicator_register *indicators);
/* Index, or -1. */
int indicator_find(const struct indicator_register *indicators, const char *code);
/* The indicator with that code, made when there is none (texts empty, at the end). The pointer is
 * valid until the next is made. */
struct indicator *indicator_get(struct indicator_register *indicators, const char *code);
/* A target or value takes the place of the one for the same time. */
void indicator_set_target(struct indicator *indicator, int fiscal_year, int64_t target);
void indicator_set_value(struct indicator *indicator, int fiscal_year, int month, int64_t value);

/* ---- reading a year -------------------------------------------------------------------------- */

struct indicator_reading {
	int64_t value;
	int months; /* that it was made of; 0 = a figure for the year was given */
};
/* The year's own figure, else what its months come to. False when there is neither, or when the sum
 * does not fit. */
bool indicator_read(const struct indicator *indicator, int fiscal_year,
	struct indicator_reading *reading);
/* The target that counts in a year: its own, else that of the nearest year ahead (a goal for R10
 * counts from now on), else the one without a year. NULL when there is none. */
const struct indicator_target *indicator_target_for(const struct indicator *indicator,
	int fiscal_year);

/* How far a target is reached, in tenths of a percent, half up. Where less is better it is target /
 * value, and a value of nothing reaches it (1000). False where there is no such share: a target of
 * nothing or below, or a result that does not fit. */
bool indicator_attainment(enum indicator_direction direction, int64_t value, int64_t target,
	int64_t *tenths);

/* Telemetry (hours told by a tool, in thousandths) against self-reported minutes, in hundredths,
 * half up: 35,308 h / 21,572 h = 164. The two are never added. False when nothing was reported. */
bool indicator_telemetry_ratio(int64_t measured_hours, int64_t reported_minutes,
	int64_t *hundredths);

/* Appends a figure for people with thousands separators and △, rounded half up to `decimals` places
 * (0–3), trailing zeros left out. */
void indicator_format(int64_t value, int decimals, struct strbuf *out);

/* How an indicator that counts leaders counts them, for people (translated); NULL = it counts none. */
const char *indicator_counting(const struct indicator *indicator);

/* Ids of the machine formats ("up", "sum", "hours-saved") and labels; parse takes id or label in
 * either language. INDICATOR_TYPED has the id "". */
const char *indicator_direction_id(enum indicator_direction direction);
const char *indicator_direction_label(enum indicator_direction direction);
bool indicator_direction_parse(const char *text, enum indicator_direction *direction);
const char *indicator_yearly_id(enum indicator_yearly yearly);
const char *indicator_yearly_label(enum indicator_yearly yearly);
bool indicator_yearly_parse(const char *text, enum indicator_yearly *yearly);
const char *indicator_computed_id(enum indicator_computed computed);
const char *indicator_computed_label(enum indicator_computed computed);
bool indicator_computed_parse(const char *text, enum indicator_computed *computed);

#endif
