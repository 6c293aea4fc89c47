/* sheet_causes - bad rows told once for each cause, however many rows have it. */
#ifndef EXCHANGE_SHEET_CAUSES_H
#define EXCHANGE_SHEET_CAUSES_H

#include "exchange/sheet_report.h"

enum { SHEET_CAUSE_LINES = 5 };

/* Rejects of one column whose reasons differ in what they quote and in numbers only. */
struct sheet_cause {
	const struct sheet_reject *first; /* of the report */
	int64_t rows;
	const struct sheet_reject *others[SHEET_CAUSE_LINES]; /* the rows after the first, while there is room */
};

struct sheet_causes {
	VEC(struct sheet_cause) items; /* in the order of their first rows */
};
/* Fills zeroed causes, which point into the report. */
void sheet_causes_find(const struct sheet_report *report, struct sheet_causes *causes);
void sheet_causes_free(struct sheet_causes *causes);

/* One cause in a line: "Sheet1!F12 班コード「T999」: …". The value is left out where the reason quotes it. */
void sheet_cause_say(const struct sheet_report *report, const struct sheet_cause *cause,
	struct strbuf *out);
/* Where else: "The same in 830 more rows: 13, 14「T902」, …", lines with what stands there where that differs;
 * nothing for a single row. */
void sheet_cause_more(const struct sheet_cause *cause, struct strbuf *out);

#endif
