/* effect - savings arithmetic of domain.md §4 on exact integers.
 *
 * Minutes per case are held in hundredths (39.2 → 3920), everything else as whole numbers;
 * saved time is in whole minutes.
 */
#ifndef MODEL_EFFECT_H
#define MODEL_EFFECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "model/effect_columns.h"

enum stage { STAGE_ESTIMATE /* 見込 */, STAGE_FORECAST /* 中間見込 */, STAGE_ACTUAL /* 実績 */, STAGE_COUNT };
enum basis { BASIS_IN_YEAR /* 年度内 */, BASIS_FULL_YEAR /* 平年度化 */, BASIS_COUNT };
enum period { PERIOD_DAY, PERIOD_WEEK, PERIOD_MONTH, PERIOD_YEAR, PERIOD_COUNT };

enum effect_kind {
	EFFECT_PER_PERIOD, /* minutes × cases, before and after, per period */
	EFFECT_MONTHLY,    /* twelve monthly case counts, April first, for before and after alike */
	EFFECT_DIRECT,     /* 直接入力: a figure for the year */
};

#define EFFECT_CASES_MAX INT64_C(1000000000)
/* What one project can save, or cost, in a year: 1,000,000,000 hours. All the sums of tables fit in 64 bits
 * as long as no project passes this, and none of 134 million can. */
#define EFFECT_MINUTES_MAX INT64_C(60000000000)
enum { EFFECT_MONTHS = 12, EFFECT_WORKING_DAYS_DEFAULT = 240, EFFECT_LABEL_MAX = 200 };
/* Of minutes before: nobody said what the work took. */
enum { EFFECT_UNKNOWN = -1 };

#define EFFECT_MEMBER_TEXT(member) const char *member;
#define EFFECT_MEMBER_WHOLE(member) int member;
#define EFFECT_MEMBER_COUNT(member) int64_t member;
#define EFFECT_MEMBER_STAGE(member) enum stage member;
#define EFFECT_MEMBER_PERIOD(member) enum period member;
#define EFFECT_MEMBER_MONTHS(member) int64_t member[EFFECT_MONTHS];
#define EFFECT_MEMBER_KIND(member) enum effect_kind member;
#define EFFECT_MEMBER_KEY(kind, member) EFFECT_MEMBER_##kind(member)
#define EFFECT_MEMBER_STORED(kind, member) EFFECT_MEMBER_##kind(member)
#define EFFECT_MEMBER_COMPUTED
#define EFFECT_MEMBER(name, id, label, variants, type, stored, ...) EFFECT_MEMBER_##stored
#define EFFECT_MEMBER_FURTHER(kind, member) EFFECT_MEMBER_##kind(member)

/* One effect line at one stage: a member for each row of EFFECT_COLUMNS with one, and of EFFECT_FURTHER.
 * Texts are owned by whoever owns the struct. */
struct effect {
	EFFECT_COLUMNS(EFFECT_MEMBER)
	EFFECT_FURTHER(EFFECT_MEMBER_FURTHER)
};

/* What a line comes to, in whole minutes. */
struct saving {
	int64_t per_period; /* floor of the exact difference; 0 for EFFECT_DIRECT and EFFECT_MONTHLY */
	int64_t minutes[BASIS_COUNT];
	/* What the work took: each period floored to whole minutes; EFFECT_UNKNOWN on both bases for a
	 * direct line that does not say. What it takes now is the rest, before − saved, and never negative. */
	int64_t before[BASIS_COUNT];
};

/* The order of effect lines, for qsort(): by line, then stage. */
int effect_compare(const void *a, const void *b);

/* An empty line of that stage with the defaults of its period. */
struct effect effect_new(int line, enum stage stage, enum period period, int working_days);
int effect_periods_full_year(enum period period, int working_days);

/* True up to EFFECT_MINUTES_MAX either way. */
bool effect_minutes_fit(int64_t minutes);

/* Refuses negative counts and minutes, counts above EFFECT_CASES_MAX, more months than there are, hours
 * after that would be negative, and results, or work, that do not effect_minutes_fit(). A negative saving is no error. For EFFECT_MONTHLY each
 * month floors on its own (one month is one period); periods_in_year months from first_month on
 * count as in-year, all twelve as full-year. */
bool effect_compute(const struct effect *effect, struct saving *saving, struct error *err);

/* How far the use of a line has come: of all cases a year, those that it covers in a full year, and
 * what full use would save. */
struct headroom {
	int64_t covered, all;   /* cases a year */
	int64_t minutes, full;  /* saved in a full year: by the line, and by full use (floored) */
};
/* Why a line has none. */
enum headroom_lack {
	HEADROOM_KNOWN,
	HEADROOM_NOT_SAID,  /* it does not say how many cases there are in all */
	HEADROOM_NO_CASES,  /* it says, but has no case of its own, or nobody counts them (entered directly) */
	HEADROOM_TOO_LARGE, /* full use does not effect_minutes_fit(), or the line cannot be computed */
};
/* Fills headroom where it is known. What covers more than there is has nothing to be won. */
enum headroom_lack effect_headroom_find(const struct effect *effect, struct headroom *headroom);
/* The same where the reason does not matter: false where it is not known. */
bool effect_headroom(const struct effect *effect, struct headroom *headroom);
/* Appends it in words: 1,056 of 12,000 cases a year (8.8%); full use would save 3,918 h, 3,573 h more. */
void effect_headroom_explain(const struct headroom *headroom, struct strbuf *out);

/* The formula in words: 39.2分×88件 − 19.6分×88件 = 1,724分/月 × 7か月 = 12,068分 (domain.md §4).
 * Where the line cannot be computed it says why instead. */
void effect_explain(const struct effect *effect, enum basis basis, struct strbuf *out);

/* The work of one side in words, 39.2分×88件（月）; 1,095時間（年） where it was entered directly; nothing where
 * the line does not know. */
void effect_describe(const struct effect *effect, bool before, struct strbuf *out);

/* Appends minutes as hours and, where they are no whole ones, minutes, so that nothing is rounded:
 * 201時間8分, △45時間, △0時間30分. */
void effect_add_duration(struct strbuf *out, int64_t minutes);

/* Minutes as hours, rounded half up; only for display and only at the end. */
int64_t effect_hours(int64_t minutes);
/* Tenths of a person-year, half up: minutes / 60 / H. H in hours per person-year. */
int64_t effect_person_years_tenths(int64_t minutes, int hours_per_person_year);
/* The same in hundredths, for units as small as a section. */
int64_t effect_person_years_hundredths(int64_t minutes, int hours_per_person_year);
/* 削減率: saved / before in tenths of a percent, half up. before > 0. */
int64_t effect_reduction_tenths(int64_t saved, int64_t before);

/* Ids of the machine formats and translated labels; parse takes id or label in either language
 * ('month', '月', '月間', '月当たり'). */
const char *effect_stage_id(enum stage stage);
const char *effect_stage_label(enum stage stage);
bool effect_stage_parse(const char *text, enum stage *stage);
const char *effect_basis_id(enum basis basis);
const char *effect_basis_label(enum basis basis);
bool effect_basis_parse(const char *text, enum basis *basis);
const char *effect_period_id(enum period period);
const char *effect_period_label(enum period period);
bool effect_period_parse(const char *text, enum period *period);

#endif
