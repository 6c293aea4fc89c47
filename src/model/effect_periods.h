/* effect_periods - how often a line's period comes within its own fiscal year: what 運用開始 gives, unless
 * somebody typed it (domain.md §4). One rule for every way in: form, add, edit, import, copy. */
#ifndef MODEL_EFFECT_PERIODS_H
#define MODEL_EFFECT_PERIODS_H

#include "base/date.h"
#include "model/effect.h"

/* Months of operation inside the fiscal year: R7.9 has 7 in R7. Twelve where the start is unknown (year 0)
 * or earlier, none where it is later. */
int effect_months_in_operation(int fiscal_year, struct date operating_from);

/* Brings the periods in this year of a line up to date with those months. What was typed stays, and so does
 * a line entered directly. The others have: per month the months, per day and week their part of a full
 * year (half up), per year one, or none where operation begins later. Months of a seasonal line that lie
 * before the start are never in effect, whatever was typed. */
void effect_follow(struct effect *effect, int months);

/* Counts the months in effect of a seasonal line back from March: 7 are September to March. */
void effect_count_to_march(struct effect *effect);

#endif
