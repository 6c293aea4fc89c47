/* filter - the language of the list screen, `list EXPR` and --filter.
 *
 *   dept:福祉 tool:生成AI hours:>=100 status:running 議事録     all must hold
 *   -status:draft           not        type:1,3  any of        "会議 録"  one phrase
 *   fy:R7 dept: section: team: type: tool: (primary) any-tool: status: leader: owner: work: counted:
 *   hours: (in-year, estimate) actual: cost: replicable:yes number:R7-0001 id:
 *   start: (開始日) operating: (運用開始) start-month:2025-04 half:first (as the tables' rows, model/start.h;
 *   start-month:later and half:later are 年度外)
 *   updated:>=2025-10-01 excluded:yes (confirmed; or flagged, cleared, none)
 *   hours:100..200 start:2025-04..2025-09      from … to, both included
 *   時間:100以上 経費:12万円未満 年度:R6以降      as hours:>=100 cost:<12万円 fy:>=R6
 *   dept:=2100             exactly     dept:   none given     status:open      not yet finished
 * Japanese keys (部局: 所属: 班: 類型: ツール: 状態: リーダー: 時間: …) and full-width ： ＞ ＝ are the same.
 * A quote inside a phrase is doubled: "a ""b"" c".
 */
#ifndef MODEL_FILTER_H
#define MODEL_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/project_columns.h"
#include "model/rule.h"

/* FILTER_OF_name for each field of a project that is a key by its own name: filter WORD in
 * project_columns.h. IF_WORD_FOUND(…)(…) gives the latter for those. */
#define IF_WORD_FOUND(sort, search, filter) IF_FILTER_##filter
#define IF_FILTER_WORD(...) __VA_ARGS__
#define IF_FILTER_OWN(...)
#define IF_FILTER_UNFILTERED(...)
#define FILTER_WORD_KEY(name, type, id, label, variants, stored, files, found, ...) \
	IF_WORD_##found(FILTER_OF_##name,)

enum filter_key {
	FILTER_TEXT, /* a bare word: title, texts, work, names, number */
	FILTER_FISCAL_YEAR, FILTER_DEPARTMENT, FILTER_SECTION, FILTER_TEAM, FILTER_PROBLEM_TYPE,
	FILTER_TOOL, FILTER_ANY_TOOL, FILTER_STATUS, FILTER_LEADER, FILTER_OWNER, FILTER_HOURS,
	FILTER_ACTUAL, FILTER_COST, FILTER_START, FILTER_OPERATING, FILTER_START_MONTH,
	FILTER_HALF, FILTER_REPLICABLE, FILTER_NUMBER, FILTER_UUID,
	FILTER_EXCLUDED, FILTER_UPDATED, FILTER_WORK, FILTER_COUNTED,
	PROJECT_COLUMNS(FILTER_WORD_KEY)
	FILTER_KEY_COUNT,
};

enum filter_op { FILTER_MATCH, FILTER_EQ, FILTER_LT, FILTER_LE, FILTER_GT, FILTER_GE };

/* What the values of a key are; decides how the store compares them. */
enum filter_type { FILTER_IS_TEXT, FILTER_IS_UNIT, FILTER_IS_CODE, FILTER_IS_STATUS, FILTER_IS_YEAR,
	FILTER_IS_NUMBER, FILTER_IS_DATE, FILTER_IS_FLAG, FILTER_IS_EXCLUSION,
	FILTER_IS_PROJECT_NUMBER, FILTER_IS_HALF };

struct filter_key_info {
	const char *id;      /* "dept" */
	const char *aliases; /* "department\n部局\n部局名" */
	const char *label;   /* N_() for chips */
	enum filter_type type;
};
extern const struct filter_key_info filter_keys[FILTER_KEY_COUNT];

/* What a project number is worth as one figure: its fiscal year × this + its number. */
#define FILTER_NUMBER_BASE INT64_C(1000000000)

/* Every type that is not text, unit or code is a range of integers [number, until): the year, the
 * enum status, 1 or 0, filter_exclusion_rank(), minutes (hours: 201 is what shows as 201 hours; with a comparison 201 × 60
 * sharp), yen, yyyymmdd (a month has the days 1 to 31), start_half(), or fiscal year × FILTER_NUMBER_BASE +
 * number (a number without a year, number:12, is below the base and means that of any year).
 * So for x: = and match: number <= x < until; < x < number; <= x < until; > x >= until;
 * >= x >= number. */
int filter_exclusion_rank(enum exclusion exclusion);
struct filter_value {
	const char *text; /* as typed (for units, codes: may be a name, a code or a part of a name) */
	const char *key;  /* text_key of it */
	int64_t number;
	int64_t until;
};

struct filter_term {
	enum filter_key key;
	enum filter_op op;
	bool negated;
	VEC(struct filter_value) values; /* any of them, never empty; "" (dept:) means none given */
};

struct filter {
	VEC(struct filter_term) terms; /* all must hold; none = everything */
	struct arena arena;
};

/* Reads text into filter (which need not be initialised). An unknown key, a bad value or an open
 * quote is refused with its place and the keys there are; filter is then empty. */
bool filter_parse(const char *text, struct filter *filter, struct error *err);
void filter_free(struct filter *filter);
/* Adds a term `key:=value`, as a drill-down does. The value is one value, commas and all; one that
 * is none of its key ("abc" hours) matches nothing, and "" text adds nothing. */
void filter_add(struct filter *filter, enum filter_key key, enum filter_op op, const char *value);
/* The normal form, which parses to the same filter. */
void filter_format(const struct filter *filter, struct strbuf *out);
/* One term as a chip for people: 部局:福祉保健部. */
void filter_chip(const struct filter_term *term, struct strbuf *out);

#endif
