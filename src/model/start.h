/* start - when a project starts to save, seen from its fiscal year (domain.md §5): 運用開始, or 開始日
 * where that is not given. What started before the year is of its April; what starts after it is of no
 * month of it. The filter language says the same in SQL: store/filter_sql.c. */
#ifndef MODEL_START_H
#define MODEL_START_H

#include <stdint.h>

/* A month is year × 12 + month − 1; 0 is none. START_LATER stands for all after the fiscal year
 * (年度外); as a date it is a day of START_LATER_DATE, so that it comes after every other. */
enum { START_LATER = 9999 * 12 + 11, START_MONTHS, START_CODE = 16 };
#define START_LATER_DATE "9999-12-01"
#define START_LATER_CODE "later"

/* Where it stands among halves: enum half, or this one. */
enum { START_HALF_LATER = 3 };

/* The month of an ISO date as it is stored; 0 for "" and anything else. */
uint32_t start_month(const char *date);
/* The same as the fiscal year sees it. */
uint32_t start_in_year(uint32_t month, int fiscal_year);
/* Of a month of start_in_year(). */
unsigned start_half(uint32_t month);
/* The start_half() that a text means: first, 前期, 上期, second, later, 年度外 …; -1 when none. */
int start_half_parse(const char *text);
/* Its code as a row of tables: "", "2025-04", START_LATER_CODE. */
void start_code(uint32_t month, char code[START_CODE]);
/* The name that people read for START_LATER; translated. */
const char *start_later_label(void);

#endif
