/* table_scope - what a table covers, told by every renderer in the same words (domain.md §5): a part
 * never looks like the whole. What the table has a member for (body, year, stage, basis, H) is read
 * there; the rest is said by whoever made the table narrower, bent or kept it. */
#ifndef MODEL_TABLE_SCOPE_H
#define MODEL_TABLE_SCOPE_H

#include "model/table.h"

struct table_scope_info {
	const char *id;    /* "filter": the key in JSON; in CSV the column is scope_filter */
	const char *label; /* N_() */
};
extern const struct table_scope_info table_scopes[SCOPE_COUNT];

/* Says it: for people, and independent of their language. Not for what the table has a member for. */
void table_scope_say(struct table *table, enum table_scope scope, const char *text,
	const char *machine);
/* Appends what the table says of it; false, with nothing added, where it says nothing. */
bool table_scope_text(const struct table *table, enum table_scope scope, enum table_style style,
	struct strbuf *out);

/* Where the figures are from: body and unit, "見本県 福祉保健部". May be nothing. */
void table_scope_place(const struct table *table, struct strbuf *out);
/* The first line for people: place and title, "見本県 福祉保健部  業績評価シート". */
void table_heading(const struct table *table, struct strbuf *out);
/* One line for people that states year, stage, basis and H:
 * 令和7年度　見込・年度内　1人役 = 1,860時間. Only the year when the table has no figures, and
 * nothing at all when it has no year either. */
void table_caption(const struct table *table, struct strbuf *out);
/* The same for machines: "fiscal_year=2025 stage=estimate basis=in-year hours_per_person_year=1860"
 * ("fiscal_year=all" for several). */
void table_caption_machine(const struct table *table, struct strbuf *out);
/* One line for people with all the rest: filter, rules, snapshot with the first digits of its seal …
 * Nothing for a whole table of today. */
void table_scope_rest(const struct table *table, struct strbuf *out);
/* What day a paper is of: the snapshot and its date, or else that it was made on that day. */
void table_scope_date(const struct table *table, const char *today, struct strbuf *out);

#endif
