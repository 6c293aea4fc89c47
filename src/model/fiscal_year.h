/* fiscal_year - 年度: 1 April to 31 March, held as the Gregorian year it starts in (domain.md §2). */
#ifndef MODEL_FISCAL_YEAR_H
#define MODEL_FISCAL_YEAR_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "model/choice.h"

enum { FISCAL_YEAR_MIN = 1926, FISCAL_YEAR_MAX = 2199, FISCAL_YEAR_TEXT = 40 };

enum half { HALF_NONE, HALF_FIRST /* 前期 Apr–Sep */, HALF_SECOND /* 後期 Oct–Mar */, HALF_COUNT };
extern const struct choice fiscal_year_periods[HALF_COUNT];

/* Reads R7 r7 令和7 令和7年度 令和元 H31 平成31年度 2025 2025年度 FY2025, in full width too.
 * H31 and R1 are both 2019. Anything else: false, with a message that shows the forms. */
bool fiscal_year_parse(const char *text, int *fiscal_year, struct error *err);
/* The first fiscal year that a text speaks of, such as a title: 令和7年度 業務改善 取組一覧. False where it speaks of
 * none; without 年度 behind it nothing is one. */
bool fiscal_year_find(const char *text, int *fiscal_year);
/* The fiscal year a date falls in; 0 for no date. */
int fiscal_year_of(struct date date);
/* "令和7年度" in Japanese, "FY2025" in English; what people read. */
void fiscal_year_format(int fiscal_year, char text[FISCAL_YEAR_TEXT]);
/* "R7": the short form used in project numbers, whatever the language. */
void fiscal_year_short(int fiscal_year, char text[FISCAL_YEAR_TEXT]);
struct date fiscal_year_first_day(int fiscal_year);
struct date fiscal_year_last_day(int fiscal_year);
/* The half a date falls in; HALF_NONE for no date. */
enum half fiscal_year_half(struct date date);
/* A half as a period of reports, HALF_NONE being the whole year: "year", "first-half". */
const char *fiscal_year_period_id(enum half half);
const char *fiscal_year_period_label(enum half half);
/* Takes id, label and 上期 前期 通年 …; false for anything else. */
bool fiscal_year_period_parse(const char *text, enum half *half);

/* "R7-0001" (domain.md §3). Numbers above 9999 simply grow longer. */
void fiscal_year_number_format(int fiscal_year, int number, char text[FISCAL_YEAR_TEXT]);
/* Takes every form of the year before the hyphen, full width too. */
bool fiscal_year_number_parse(const char *text, int *fiscal_year, int *number, struct error *err);

#endif
