/* project_sql - the columns of table project in the order in which statements name them, rows are
 * read and parameters bound: derived from model/project_columns.h. Private to store/. */
#ifndef STORE_PROJECT_SQL_H
#define STORE_PROJECT_SQL_H

#include "model/project_columns.h"

/* clang-format off */

/* What a row has beside the fields: X(kind, member, column, write), as of STORED; CREATED: given
 * once. */
#define PROJECT_FURTHER(X) \
	X(RULE, exclusion.rule, exclusion_rule, ENTERED) \
	X(TEXT, created_at, created_at, CREATED) \
	X(TEXT, created_by, created_by, CREATED) \
	X(FLAG, has_stage[STAGE_ESTIMATE], has_estimate, HELD) \
	X(FLAG, has_stage[STAGE_FORECAST], has_forecast, HELD) \
	X(FLAG, has_stage[STAGE_ACTUAL], has_actual, HELD) \
	X(TOTAL, minutes[STAGE_ESTIMATE][BASIS_IN_YEAR], estimate_in_year, HELD) \
	X(TOTAL, minutes[STAGE_ESTIMATE][BASIS_FULL_YEAR], estimate_full_year, HELD) \
	X(TOTAL, minutes[STAGE_FORECAST][BASIS_IN_YEAR], forecast_in_year, HELD) \
	X(TOTAL, minutes[STAGE_FORECAST][BASIS_FULL_YEAR], forecast_full_year, HELD) \
	X(TOTAL, minutes[STAGE_ACTUAL][BASIS_IN_YEAR], actual_in_year, HELD) \
	X(TOTAL, minutes[STAGE_ACTUAL][BASIS_FULL_YEAR], actual_full_year, HELD) \
	X(TOTAL, before[STAGE_ESTIMATE][BASIS_IN_YEAR], estimate_before_in_year, HELD) \
	X(TOTAL, before[STAGE_ESTIMATE][BASIS_FULL_YEAR], estimate_before_full_year, HELD) \
	X(TOTAL, before[STAGE_FORECAST][BASIS_IN_YEAR], forecast_before_in_year, HELD) \
	X(TOTAL, before[STAGE_FORECAST][BASIS_FULL_YEAR], forecast_before_full_year, HELD) \
	X(TOTAL, before[STAGE_ACTUAL][BASIS_IN_YEAR], actual_before_in_year, HELD) \
	X(TOTAL, before[STAGE_ACTUAL][BASIS_FULL_YEAR], actual_before_full_year, HELD)

/* ---- what follows only for some ------------------------------------------------------------- */

/* IF_ENTERED(write, …): … where the column is entered; the same for what is held. */
#define IF_ENTERED(write, ...) IF_ENTERED_##write(__VA_ARGS__)
#define IF_ENTERED_ENTERED(...) __VA_ARGS__
#define IF_ENTERED_HELD(...)
#define IF_ENTERED_STAMPED(...)
#define IF_ENTERED_VERSIONED(...)
#define IF_ENTERED_CREATED(...)
#define IF_HELD(write, ...) IF_HELD_##write(__VA_ARGS__)
#define IF_HELD_ENTERED(...)
#define IF_HELD_HELD(...) __VA_ARGS__
#define IF_HELD_STAMPED(...)
#define IF_HELD_VERSIONED(...)
#define IF_HELD_CREATED(...)
/* … where the text has a search key, in the column member_key. */
#define IF_KEYED(kind, ...) IF_KEYED_##kind(__VA_ARGS__)
#define IF_KEYED_KEYED(...) __VA_ARGS__
#define IF_KEYED_TEXT(...)
#define IF_KEYED_CODES(...)
#define IF_KEYED_UUID(...)
#define IF_KEYED_COUNT(...)
#define IF_KEYED_YEN(...)
#define IF_KEYED_DATE(...)
#define IF_KEYED_FLAG(...)
#define IF_KEYED_STATUS(...)
#define IF_KEYED_EXCLUSION(...)
#define IF_KEYED_COUNTER(...)

/* ---- lists of columns ----------------------------------------------------------------------- */

/* All that is read, from project AS p. */
#define SELECTED(name, type, id, label, variants, stored, ...) SELECTED_##stored
#define SELECTED_STORED(kind, member, write) ", p." #member
#define SELECTED_NAMED(member)
#define SELECTED_COMPUTED
#define SELECTED_FURTHER(kind, member, column, write) ", p." #column
#define PROJECT_SELECTED "p.id" PROJECT_COLUMNS(SELECTED) PROJECT_FURTHER(SELECTED_FURTHER)

/* What people enter, each with a comma before it; and as many parameters. */
#define ENTERED(name, type, id, label, variants, stored, ...) ENTERED_##stored
#define ENTERED_STORED(kind, member, write) IF_ENTERED(write, ", " #member)
#define ENTERED_NAMED(member)
#define ENTERED_COMPUTED
#define ENTERED_FURTHER(kind, member, column, write) IF_ENTERED(write, ", " #column)
#define PROJECT_ENTERED PROJECT_COLUMNS(ENTERED) PROJECT_FURTHER(ENTERED_FURTHER)
#define ENTERED_MARK(name, type, id, label, variants, stored, ...) ENTERED_MARK_##stored
#define ENTERED_MARK_STORED(kind, member, write) IF_ENTERED(write, ", ?")
#define ENTERED_MARK_NAMED(member)
#define ENTERED_MARK_COMPUTED
#define ENTERED_MARK_FURTHER(kind, member, column, write) IF_ENTERED(write, ", ?")
#define PROJECT_ENTERED_MARKS \
	PROJECT_COLUMNS(ENTERED_MARK) PROJECT_FURTHER(ENTERED_MARK_FURTHER)

/* What is held: units, keys, totals; no history, no new version. */
#define HELD(name, type, id, label, variants, stored, ...) HELD_##stored
#define HELD_STORED(kind, member, write) \
	IF_HELD(write, ", " #member) IF_KEYED(kind, ", " #member "_key")
#define HELD_NAMED(member)
#define HELD_COMPUTED
#define HELD_FURTHER(kind, member, column, write) IF_HELD(write, ", " #column)
#define PROJECT_HELD "search_key" PROJECT_COLUMNS(HELD) PROJECT_FURTHER(HELD_FURTHER)
#define HELD_MARK(name, type, id, label, variants, stored, ...) HELD_MARK_##stored
#define HELD_MARK_STORED(kind, member, write) IF_HELD(write, ", ?") IF_KEYED(kind, ", ?")
#define HELD_MARK_NAMED(member)
#define HELD_MARK_COMPUTED
#define HELD_MARK_FURTHER(kind, member, column, write) IF_HELD(write, ", ?")
#define PROJECT_HELD_MARKS "?" PROJECT_COLUMNS(HELD_MARK) PROJECT_FURTHER(HELD_MARK_FURTHER)

/* clang-format on */

#endif
