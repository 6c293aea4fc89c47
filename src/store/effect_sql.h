/* effect_sql - the columns of table effect_line in the order in which statements name them, rows are read and
 * parameters bound: derived from model/effect_columns.h. Private to store/. */
#ifndef STORE_EFFECT_SQL_H
#define STORE_EFFECT_SQL_H

#include "model/effect_columns.h"

/* clang-format off */

/* What tells the lines of a project apart: line and stage, each with a comma before it. */
#define KEYED_BY(name, id, label, variants, type, stored, ...) KEYED_BY_##stored
#define KEYED_BY_KEY(kind, member) ", " #member
#define KEYED_BY_STORED(kind, member)
#define KEYED_BY_COMPUTED
#define EFFECT_KEY EFFECT_COLUMNS(KEYED_BY)
#define KEY_MARK(name, id, label, variants, type, stored, ...) KEY_MARK_##stored
#define KEY_MARK_KEY(kind, member) ", ?"
#define KEY_MARK_STORED(kind, member)
#define KEY_MARK_COMPUTED
#define EFFECT_KEY_MARKS EFFECT_COLUMNS(KEY_MARK)

/* What people enter; the same of a table that the statement names; as many parameters. */
#define INPUT(name, id, label, variants, type, stored, ...) INPUT_##stored
#define INPUT_KEY(kind, member)
#define INPUT_STORED(kind, member) ", " #member
#define INPUT_COMPUTED
#define INPUT_FURTHER(kind, member) ", " #member
#define EFFECT_INPUTS EFFECT_COLUMNS(INPUT) EFFECT_FURTHER(INPUT_FURTHER)
#define INPUT_MARK(name, id, label, variants, type, stored, ...) INPUT_MARK_##stored
#define INPUT_MARK_KEY(kind, member)
#define INPUT_MARK_STORED(kind, member) ", ?"
#define INPUT_MARK_COMPUTED
#define INPUT_MARK_FURTHER(kind, member) ", ?"
#define EFFECT_INPUT_MARKS EFFECT_COLUMNS(INPUT_MARK) EFFECT_FURTHER(INPUT_MARK_FURTHER)
#define STORED_INPUT(name, id, label, variants, type, stored, ...) STORED_INPUT_##stored
#define STORED_INPUT_KEY(kind, member)
#define STORED_INPUT_STORED(kind, member) ", effect_line." #member
#define STORED_INPUT_COMPUTED
#define STORED_INPUT_FURTHER(kind, member) ", effect_line." #member
#define EFFECT_STORED_INPUTS EFFECT_COLUMNS(STORED_INPUT) EFFECT_FURTHER(STORED_INPUT_FURTHER)
#define GIVEN_INPUT(name, id, label, variants, type, stored, ...) GIVEN_INPUT_##stored
#define GIVEN_INPUT_KEY(kind, member)
#define GIVEN_INPUT_STORED(kind, member) ", excluded." #member
#define GIVEN_INPUT_COMPUTED
#define GIVEN_INPUT_FURTHER(kind, member) ", excluded." #member
#define EFFECT_GIVEN_INPUTS EFFECT_COLUMNS(GIVEN_INPUT) EFFECT_FURTHER(GIVEN_INPUT_FURTHER)

/* clang-format on */

#endif
