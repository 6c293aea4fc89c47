/* sheet_cells - what people write instead of a value: 〃 for the one above, － for none, a figure whose unit
 * stands in the heading. For the readers of sheets and of what is pasted.
 */
#ifndef EXCHANGE_SHEET_CELLS_H
#define EXCHANGE_SHEET_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

enum { SHEET_UNIT_SIZE = 16, SHEET_ABOVE_SIZE = 96 };

/* 〃 同上: the same as above. */
bool sheet_cell_is_ditto(const char *text);
/* － なし 無し 該当なし: nothing, where a text of one's own cannot be meant. */
bool sheet_cell_is_none(const char *text);
/* A line of sums: the first of its cells that is not blank says 合計 小計 総計 計. */
bool sheet_cells_are_total(const char *const *cells, size_t count);

/* The unit that a heading gives to bare figures: "千円" of 導入経費（千円）; "" where it says none, or the usual one. */
void sheet_unit_of(const char *text, char unit[SHEET_UNIT_SIZE]);
/* The unit of yen that a remark above the headings gives, beside those of other figures: 単位：時間、千円. Leaves unit as
 * it is where the remark says none. */
void sheet_yen_unit_of(const char *text, char unit[SHEET_UNIT_SIZE]);
/* True for a cell that is a number without a unit. */
bool sheet_cell_is_bare(const char *text);
/* True for a heading that speaks of figures: hours, yen, cases, savings. */
bool sheet_heading_is_figure(const char *heading);

#endif
