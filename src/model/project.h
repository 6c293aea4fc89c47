/* project - a 取組: its record, the table of its fields, and what makes it complete (domain.md §3).
 *
 * A field is described once, in a row of project_columns.h; record, enumeration and table follow.
 */
#ifndef MODEL_PROJECT_H
#define MODEL_PROJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/uuid.h"
#include "base/vec.h"
#include "model/catalogue.h"
#include "model/effect.h"
#include "model/project_columns.h"
#include "model/rule.h"
#include "model/unit.h"
#include "model/workflow.h"

enum { PROJECT_TOOLS_MAX = 16, PROJECT_TITLE_MAX = 200, PROJECT_TEXT_MAX = 20000 };
/* Of either cost: a million million yen, so that tables can add them up. */
#define PROJECT_YEN_MAX INT64_C(1000000000000)

/* ---- the record ------------------------------------------------------------------------- */

#define PROJECT_MEMBER_TEXT(member) const char *member;
#define PROJECT_MEMBER_KEYED(member) const char *member;
#define PROJECT_MEMBER_CODES(member) const char *member[PROJECT_TOOLS_MAX]; size_t tool_count;
#define PROJECT_MEMBER_UUID(member) char member[UUID_TEXT];
#define PROJECT_MEMBER_COUNT(member) int member;
#define PROJECT_MEMBER_YEN(member) int64_t member;
#define PROJECT_MEMBER_DATE(member) struct date member;
#define PROJECT_MEMBER_FLAG(member) bool member;
#define PROJECT_MEMBER_STATUS(member) enum status member;
#define PROJECT_MEMBER_EXCLUSION(member) struct exclusion_state member;
#define PROJECT_MEMBER_COUNTER(member) int64_t member;
#define PROJECT_MEMBER_STORED(kind, member, write) PROJECT_MEMBER_##kind(member)
#define PROJECT_MEMBER_NAMED(member) const char *member;
#define PROJECT_MEMBER_COMPUTED
#define PROJECT_MEMBER(name, type, id, label, variants, stored, ...) PROJECT_MEMBER_##stored

/* Has a member for each row of PROJECT_COLUMNS that is STORED or NAMED: project->title. Texts are
 * never NULL once project_init() ran; they live in the project's arena. */
struct project {
	int64_t id; /* 0 = not stored yet */
	PROJECT_COLUMNS(PROJECT_MEMBER)
	const char *created_at, *created_by;
	int64_t minutes[STAGE_COUNT][BASIS_COUNT]; /* held totals of the effect lines */
	/* what the work took; EFFECT_UNKNOWN unless there is a line and all of that stage know */
	int64_t before[STAGE_COUNT][BASIS_COUNT];
	bool has_stage[STAGE_COUNT];               /* there is a line of that stage */
	int stage; /* whose figures FIELD_SAVED_* and FIELD_HOURS read and set; -1 = project_stage() */
	VEC(struct effect) effects; /* by line, then stage; only when loaded with them */
	struct arena arena;
};

void project_init(struct project *project);
void project_free(struct project *project);
/* A deep copy into an uninitialised struct. */
void project_copy(struct project *to, const struct project *from);
/* Brings the periods of the effect lines in line with 運用開始 (model/effect_periods.h), and adds the
 * lines up into minutes, before and has_stage. A line, or a stage in all, that does not effect_minutes_fit()
 * is refused with the line, of a stage the last one; the order of the lines changes nothing. */
bool project_sum_effects(struct project *project, struct error *err);
/* The same for one line that is to be the project's (effect_follow() with its 運用開始). */
void project_follow(const struct project *project, struct effect *effect);
/* The effect line of that number at that stage; NULL when there is none. */
struct effect *project_effect(const struct project *project, int line, enum stage stage);
/* Of which stage and basis the figure of such a field is: FIELD_ACTUAL_* are of the actual, others of
 * project_stage(). */
enum stage project_figure_stage(const struct project *project, int field);
enum basis project_figure_basis(int field);
/* The figure behind FIELD_HOURS, FIELD_SAVED_*, FIELD_ACTUAL_*, FIELD_HOURS_BEFORE and _AFTER, in
 * minutes, or FIELD_REDUCTION_RATE, in tenths of a percent. False where the project does not know. */
bool project_figure(const struct project *project, int field, int64_t *figure);
/* Puts text (may be NULL) into the project's arena. */
const char *project_text(struct project *project, const char *text);
/* The stage whose figures a project shows: the one chosen in project->stage, else the first that
 * has lines (estimate, forecast, actual), else the estimate. */
enum stage project_stage(const struct project *project);

/* ---- the field table -------------------------------------------------------------------- */

#define PROJECT_FIELD(name, ...) FIELD_##name,
enum field {
	PROJECT_COLUMNS(PROJECT_FIELD)
	FIELD_COUNT,
};

enum field_type {
	FIELD_TYPE_TEXT, FIELD_TYPE_LONG_TEXT, FIELD_TYPE_CODE, FIELD_TYPE_INTEGER, FIELD_TYPE_YEN,
	FIELD_TYPE_MINUTES, FIELD_TYPE_HOURS, FIELD_TYPE_PERCENT /* in tenths */, FIELD_TYPE_DATE, FIELD_TYPE_MONTH, FIELD_TYPE_FLAG,
	FIELD_TYPE_CHOICE,
};

/* Which of the cells of a row are set first. */
enum field_turn { FIELD_NEVER, FIELD_FIRST, FIELD_THEN, FIELD_LAST };
enum field_copied { FIELD_KEPT, FIELD_CLEARED, FIELD_OWN };

/* What PROJECT_COLUMNS says of a field. */
struct field_info {
	const char *id;       /* CSV heading of the machine format (cli.md) */
	const char *label;    /* N_(): heading for people */
	const char *variants; /* further headings understood on import, separated by newlines */
	const char *column;   /* of table project; NULL = none of its own */
	enum field named;     /* what people call it by: the team for its code; else itself */
	enum field_type type;
	bool exported;        /* stands in project files */
	bool editable;        /* may be set by edit --set and in the form */
	enum field_turn turn;
	enum field_copied copied; /* into a copy for another team */
};

extern const struct field_info project_fields[FIELD_COUNT];

/* The fields that project_field_set() takes, in the order a row's cells are to be set: units from
 * the top, tools before the primary one, the stage before its figures. Returns how many. */
size_t project_set_order(enum field order[FIELD_COUNT]);

/* The field that the column of table project of that name holds; -1 when none. */
int project_field_by_column(const char *column);

/* The field a heading means: id, label in either language, or variant, compared by text_key and
 * without blanks and bracketed units; -1 when none. A unit that would make the figure another one
 * （千円, 分） is no match. */
int project_field_by_heading(const char *heading);

/* What the texts of a project are read against. Borrowed; none may be NULL. */
struct project_context {
	const struct unit_tree *units; /* of the project's fiscal year */
	const struct catalogue *problem_types;
	const struct catalogue *tools;
};

/* True when a cell of the number column names a project: not "" and not the running number that a
 * sheet gives its rows (No. 12), which says nothing. */
bool project_number_given(const char *text);

/* What stands in a field that is nothing but a text, a cost, a date, a flag; any other is a fault. */
const char *project_text_of(const struct project *project, enum field field);
int64_t project_yen_of(const struct project *project, enum field field); /* -1 = not given */
struct date project_date_of(const struct project *project, enum field field);
bool project_flag_of(const struct project *project, enum field field);

enum field_style { FIELD_MACHINE /* files */, FIELD_HUMAN /* screens: names, separators, △ */ };
/* Appends the field's text. */
void project_field_get(const struct project *project, enum field field,
	const struct project_context *context, enum field_style style, struct strbuf *out);
/* Reads a text into the field; on failure the project is unchanged and the message names the
 * field, the value and what would be right.
 * - Texts stay as typed, but CRLF and CR become LF; control characters are refused (newline and tab
 *   are fine in long texts), and what is too long.
 * - "" takes a value away. But it says nothing, and changes nothing, in the names that stand beside
 *   a code (department, section, team, problem_type, primary_tool beside tools), in uuid, number,
 *   fiscal_year, status, excluded, and in the figures.
 * - Team names are resolved against department_code and the other unit fields already set; a unit
 *   that does not hold those below it takes them away.
 * - number sets the fiscal year too; without project_number_given() it says nothing.
 * - hours (12, 12.5, 12:30) becomes the one directly entered line of project_stage(), in-year and
 *   full-year alike; saved_minutes_* set it to the minute (a full-year figure that was the same as
 *   the in-year one follows it). Where other lines give the figure, only that figure is accepted.
 *   The effect lines must be loaded. */
bool project_field_set(struct project *project, enum field field, const char *text,
	const struct project_context *context, struct error *err);
/* Takes away what a text, cost, date, flag or the state of exclusion holds. */
void project_field_clear(struct project *project, enum field field);

/* ---- completeness ------------------------------------------------------------------------- */

struct project_problem {
	enum field field;
	char message[200]; /* translated */
};
typedef VEC(struct project_problem) project_problems;

/* What keeps the project from being submitted: team, title, problem type, a tool, an effect line …
 * Appends to problems; returns how many were found. A draft may be saved with any number. */
size_t project_check(const struct project *project, const struct project_context *context,
	project_problems *problems);
/* The same for what a move needs; NEED_COMPLETE is project_check(). */
size_t project_check_need(const struct project *project, const struct project_context *context,
	enum workflow_need need, project_problems *problems);
/* What must hold of a project as long as it is in its status, whatever way it came there or is changed:
 * one that is completed has an actual for every estimated line, or a reason why there is no result.
 * stored: as it was before; NULL or with id 0 = new. What was already amiss may stay so. */
size_t project_check_standing(const struct project *stored, const struct project *project,
	project_problems *problems);

#endif
