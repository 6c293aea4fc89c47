/* rollup_drill - the way down from a figure: what was opened on the way (pins), the dimension that
 * comes next, and the projects that stand at the end. */
#ifndef UI_ROLLUP_ROLLUP_DRILL_H
#define UI_ROLLUP_ROLLUP_DRILL_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "model/facts.h"
#include "model/unit.h"
#include "rollup/pivot.h"

/* One step: only this entry of a dimension. By its code, for numbers of dictionary entries are
 * others after each change of the data. */
struct rollup_pin {
	enum dimension dimension;
	char *code; /* "" = none given */
	char *name; /* as it stood in the table */
};
typedef VEC(struct rollup_pin) rollup_pins;

/* Adds a step; a dimension that is pinned already keeps its first pin, for the second can only be
 * the same. */
void rollup_pins_add(rollup_pins *pins, enum dimension dimension, const char *code,
	const char *name);
/* The unit of that code; nothing for the body and for codes the year does not have. */
void rollup_pins_add_unit(rollup_pins *pins, const struct unit_tree *units, const char *code);
/* Takes steps away until so many are left. */
void rollup_pins_cut(rollup_pins *pins, size_t count);
void rollup_pins_free(rollup_pins *pins);
bool rollup_pins_has(const rollup_pins *pins, enum dimension dimension);
/* The fiscal year that was opened, 0 = none. */
int rollup_pins_year(const rollup_pins *pins);

/* Fills the query's drill; the fiscal year is no part of it. False when the facts do not know an
 * entry (a unit of another year); *unknown is then its pin. */
bool rollup_pins_apply(const rollup_pins *pins, const struct facts *facts,
	struct pivot_query *query, const struct rollup_pin **unknown);
/* What the rows are one level down: 部局 ▸ 所属 ▸ 班; -1 when the projects themselves come next. */
int rollup_drill_next(const rollup_pins *pins);
/* "見本県 ▸ 福祉保健部 ▸ 児童課"; arrow stands between them. Where that takes more than so many columns
 * (-1 = no limit) the names before the last are cut. */
void rollup_drill_crumbs(const rollup_pins *pins, const char *body, const char *arrow, int columns,
	struct strbuf *out);
/* The filter that lists the projects behind: filter (may be "") and all pins, of that fiscal year
 * (0 = of all), only those that count. */
void rollup_drill_filter(const rollup_pins *pins, const char *filter, int fiscal_year,
	struct strbuf *out);

#endif
