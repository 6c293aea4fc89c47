/* workbook_number - a number of a workbook as text for people who look at it there, exact: a code is shown
 * with its zeros, a date is a date, a duration hours and minutes, a percentage a percentage; everything
 * else is the number itself, however it is rounded on the screen. Private to src/exchange/.
 */
#ifndef EXCHANGE_WORKBOOK_NUMBER_H
#define EXCHANGE_WORKBOOK_NUMBER_H

#include <stdbool.h>

#include "base/strbuf.h"

enum workbook_form {
	FORM_NUMBER,
	FORM_CODE,     /* zeros and hyphens only: 010101, 870-0022 */
	FORM_PERCENT,  /* 0.839 → 83.9% */
	FORM_DATE,     /* 2025-04-01, 2025-04-01 09:30; 2025-08 where no day is shown */
	FORM_TIME,     /* of the day: 9:30 */
	FORM_DURATION, /* [h]:mm: 30:00 */
	FORM_TEXT,
};

struct workbook_format {
	enum workbook_form form;
	bool has_day, has_time, has_seconds;
	char pattern[24]; /* FORM_CODE: 000000 */
};

/* What a format code says, ja-JP ones too. */
struct workbook_format workbook_format_of_code(const char *code);
/* The formats that have no code in the file, by their number. */
struct workbook_format workbook_format_builtin(int id);

/* Appends a number as it is stored ("43831.5", "8.3000000000000007", "1E-3"): 15 digits, as every program
 * that makes workbooks shows at most. What is no number is appended as it stands. */
void workbook_number_add(const char *stored, const struct workbook_format *format, bool from_1904,
	struct strbuf *out);
/* Appends an ISO 8601 date ("2025-04-01T09:30:00") or duration ("PT30H05M00S") in the same forms. */
void workbook_date_add(const char *iso, struct strbuf *out);
void workbook_duration_add(const char *iso, struct strbuf *out);

#endif
