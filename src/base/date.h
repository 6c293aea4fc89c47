/* date - days and times of day as plain integers and ISO 8601 text; no time zones inside. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"

struct date {
	int year; /* Gregorian; 0 = no date */
	int month; /* 1–12 */
	int day;   /* 1–31 */
};

bool date_valid(struct date date);
/* Reads 2025-11-20, 2025/11/20, 2025.11.20, 2025年11月20日, R7.11.20 (H, S, T, M too, either case, 元
 * for 1) and 令和7年11月20日, in full width too, with blanks between the parts; a day may be followed by its weekday, (木) or
 * 木曜日, and by midnight, as spreadsheets write it (2025/11/20 0:00). A day as a spreadsheet counts it (45748) is
 * refused with the date to write, for the file does not say from when it counts. A day
 * outside its era (平成32年4月1日) is refused with the date to write instead. With month_only the day
 * may be left out (2025-11, R7.11, 令和7年11月), and the result is always the first of the month. */
bool date_parse(const char *text, bool month_only, struct date *date, struct error *err);
/* Writes "2025-11-20", "" for no date. */
void date_format(struct date date, char text[11]);
/* "2025-11" */
void date_format_month(struct date date, char text[8]);
/* Appends "令和7年11月20日", or "令和7年11月"; 元年 for the first; nothing for no date or one before
 * 明治. */
void date_add_era(struct strbuf *out, struct date date, bool month_only);
/* Days since 1970-01-01; for differences ('5 days left'). */
int64_t date_days(struct date date);
int date_compare(struct date a, struct date b);
struct date date_day_before(struct date date);

#endif
