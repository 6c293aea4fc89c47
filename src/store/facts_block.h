/* facts_block - what rollups read of up to 16,384 projects, in columns: filled row by row from a
 * query, or at once from the packed form that table facts_block keeps. Private to store/.
 */
#ifndef STORE_FACTS_BLOCK_H
#define STORE_FACTS_BLOCK_H

#include "base/strbuf.h"
#include "base/strmap.h"
#include "db/db.h"
#include "model/facts.h"

enum { FACTS_BLOCK_BITS = 14, FACTS_BLOCK_ROWS = 1 << FACTS_BLOCK_BITS };

/* Text columns hold words of the block's own dictionary. */
enum facts_text {
	FACTS_YEAR, FACTS_TEAM, FACTS_SECTION, FACTS_DEPARTMENT, FACTS_PROBLEM_TYPE, FACTS_TOOLS,
	FACTS_STATUS, FACTS_EXCLUSION, FACTS_REPLICABLE,
	FACTS_START,  /* a day of the month that start_in_year() gives, "" */
	FACTS_STAGES, /* those with lines, as a number: 1 << enum stage each */
	FACTS_LEADER, /* section, '/', leader: the same name in two sections is two people */
	FACTS_TEXTS,
};
/* Those before are held plus one, 0 for what is not known, as struct facts has them. */
enum {
	FACTS_COST, FACTS_MINUTES, FACTS_BEFORE = FACTS_MINUTES + STAGE_COUNT * BASIS_COUNT,
	FACTS_NUMBERS = FACTS_BEFORE + STAGE_COUNT * BASIS_COUNT,
};

/* The query's columns: id, the texts in order (the leader bare), the numbers in order. */
#define FACTS_COLUMNS                                                                              \
	"p.id, p.fiscal_year, p.team_code, p.section_code, p.department_code, "                    \
	"p.problem_type, p.tools, p.status, p.exclusion, p.replicable, "                           \
	"COALESCE(p.operating_from, p.started_on), "                                               \
	"p.has_estimate + 2 * p.has_forecast + 4 * p.has_actual, p.leader, "                       \
	"COALESCE(p.implementation_cost, 0) + COALESCE(p.running_cost, 0), "                       \
	"p.estimate_in_year, p.estimate_full_year, p.forecast_in_year, p.forecast_full_year, "     \
	"p.actual_in_year, p.actual_full_year, "                                                   \
	"p.estimate_before_in_year + 1, p.estimate_before_full_year + 1, "                         \
	"p.forecast_before_in_year + 1, p.forecast_before_full_year + 1, "                         \
	"p.actual_before_in_year + 1, p.actual_before_full_year + 1"

struct facts_words {
	struct strmap index; /* filled row by row only */
	struct strbuf bytes; /* the words, each with its terminator */
	VEC(uint32_t) starts;
	uint32_t last;       /* of the row before: neighbours are often alike */
};

struct facts_block {
	size_t count;
	int64_t id[FACTS_BLOCK_ROWS];
	uint16_t text[FACTS_TEXTS][FACTS_BLOCK_ROWS];
	int64_t number[FACTS_NUMBERS][FACTS_BLOCK_ROWS];
	bool any[FACTS_NUMBERS]; /* some number of that column is not 0; else nothing stands in it */
	struct facts_words words[FACTS_TEXTS];
	VEC(struct facts_lines) lines; /* by year; only with the packed form */
	struct strbuf key;             /* scratch */
};

/* Of which dimension the words of a text are. The words of the first FACTS_NAMED stand there as they
 * are; of these, any word of the first FACTS_OPEN may become an entry. */
enum { FACTS_OPEN = 5, FACTS_NAMED = 7, FACTS_CODED = 9 };
extern const struct facts_coded {
	enum facts_text text;
	enum dimension dimension;
} facts_coded[FACTS_CODED];

/* Both NULL-safe; a block is large and lives on the heap. */
struct facts_block *facts_block_new(void);
void facts_block_free(struct facts_block *block);
void facts_block_clear(struct facts_block *block);
/* One project; there must be room. Texts are those of the columns, "" for NULL; the leader bare. */
struct facts_row {
	int64_t id;
	const char *texts[FACTS_TEXTS];
	int64_t numbers[FACTS_NUMBERS];
};
void facts_block_add(struct facts_block *block, const struct facts_row *row);
/* The row that a query of FACTS_COLUMNS stands on. */
void facts_block_add_read(struct facts_block *block, struct db_statement *query);
/* The sums of that year, zero at first. Valid until those of another are asked for. */
struct facts_lines *facts_block_lines(struct facts_block *block, int64_t fiscal_year);
/* True where what the row holds effect_minutes_fit() and its costs are possible. */
bool facts_block_fits(const struct facts_block *block, size_t row);
/* What the effect lines of one project come to; `lines_fit` starts as true. */
struct facts_line_sums {
	bool lines_fit; /* each does, effect_minutes_fit(); one that does not is in no sum */
	int64_t minutes[STAGE_COUNT][BASIS_COUNT];
	int64_t before[STAGE_COUNT][BASIS_COUNT]; /* of the lines that know */
	bool unknown[STAGE_COUNT];                /* some line does not */
};
/* Adds, or with -1 takes away, what one project comes to. False for what does not fit. */
bool facts_lines_add(struct facts_lines *lines, const struct facts_line_sums *sums, int times);
/* True where each line and what they come to in all does; the order of the lines changes nothing. */
bool facts_line_sums_fit(const struct facts_line_sums *sums);
/* One line of that stage. */
void facts_block_add_saving(struct facts_line_sums *sums, enum stage stage, const struct saving *saving);
/* The line that a query stands on: its stage in that column ("" for no line), then its minutes saved, then
 * those before. */
void facts_block_add_line(struct facts_line_sums *sums, struct db_statement *query, int column);
/* Makes the row of that project, if it is there, one that does not. */
void facts_block_spoil(struct facts_block *block, int64_t id);
const char *facts_block_word(const struct facts_block *block, enum facts_text text, size_t word);
size_t facts_block_words(const struct facts_block *block, enum facts_text text);

/* The packed form of a block whose ids all begin with `number` (id >> FACTS_BLOCK_BITS). */
void facts_block_pack(const struct facts_block *block, int64_t number, struct strbuf *out);
/* False, with the block cleared, for bytes of another version or machine, or broken ones. */
bool facts_block_unpack(struct facts_block *block, int64_t number, const char *bytes,
	size_t length);

#endif
