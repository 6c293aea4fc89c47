/* table_terms - what a table reckons with, year by year: H, and the hourly rate (domain.md §4). */
#ifndef MODEL_TABLE_TERMS_H
#define MODEL_TABLE_TERMS_H

#include "model/table.h"

enum table_term { TABLE_HOURS_PER_PERSON_YEAR, TABLE_HOURLY_RATE, TABLE_TERM_COUNT };
/* "hours_per_person_year" */
const char *table_term_id(enum table_term term);

/* False where the table does not reckon with it. With *differ each of table->years has its own,
 * table_term_of(); else *value is that of all. */
bool table_term_read(const struct table *table, enum table_term term, bool *differ, int64_t *value);
int64_t table_term_of(const struct year_terms *year, enum table_term term);

/* Appends "1,860", for machines "1860"; "R6 1,860 / R7 1,000", "2024:1860,2025:1000" where the years
 * differ. False, with nothing added, where the table does not reckon with it. */
bool table_term_text(const struct table *table, enum table_term term, enum table_style style,
	struct strbuf *out);
/* "1人役 = 1,860時間", "1人役 = R6 1,860 / R7 1,000時間　1時間 = 4,000円". */
void table_terms_add(const struct table *table, struct strbuf *out);
#endif
