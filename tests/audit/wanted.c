#include "wanted.h"

#include <stdarg.h>
#include <stdio.h>

#include "key.h"

static int wanted_find(const struct wanted *wanted, const char *id)
{
	for (size_t c = 0; c < wanted->columns.count; c++)
		if (same(wanted->columns.items[c], id))
			return (int)c;
	return -1;
}

void wanted_column(struct wanted *wanted, const char *id)
{
	if (wanted_find(wanted, id) < 0)
		*LIST_ADD(wanted->pool, &wanted->columns) = id;
}

void wanted_row(struct wanted *wanted, enum wanted_kind kind)
{
	struct grid_row *const row = LIST_ADD(wanted->pool, &wanted->rows);

	*row = (struct grid_row){0};
	*LIST_ADD(wanted->pool, &wanted->kinds) = kind;
	for (size_t c = 0; c < wanted->columns.count; c++)
		*LIST_ADD(wanted->pool, &row->cells) = NULL;
}

void wanted_copy(struct wanted *wanted, const char *id, const char *cell)
{
	const int column = wanted_find(wanted, id);

	if (column >= 0)
		wanted->rows.items[wanted->rows.count - 1].cells.items[column] = cell;
}

void wanted_text(struct wanted *wanted, const char *id, const char *text)
{
	wanted_copy(wanted, id, key_is_formula(text + strspn(text, "'")) ?
		pool_print(wanted->pool, "'%s", text) : text);
}

void wanted_number(struct wanted *wanted, const char *id, wide value, int decimals)
{
	wanted_copy(wanted, id, exact_text(wanted->pool, value, decimals));
}

void wanted_remark(struct wanted *wanted, const char *format, ...)
{
	char remark[1024];
	va_list values;

	va_start(values, format);
	vsnprintf(remark, sizeof remark, format, values);
	va_end(values);
	*LIST_ADD(wanted->pool, &wanted->remarks) = pool_print(wanted->pool, "%s", remark);
}

/* Columns whose rows are parts of the total. */
static bool wanted_is_sum(const char *id)
{
	static const char *const sums[] = {"hours", "person_years", "labour_value", "share", "estimate_hours",
		"forecast_hours", "actual_hours", "estimate_of_actual_hours", "hours_full_use", "hours_more",
		"person_years_more", "hours_at_stake", "hours_before", "hours_after"};
	const char *const mark = strrchr(id, ':');

	for (size_t s = 0; s < sizeof sums / sizeof *sums; s++)
		if (same(mark ? mark + 1 : id, sums[s]))
			return true;
	return false;
}

/* What a cell shows, in its smallest units. */
static wide wanted_shown(const char *cell)
{
	wide shown = 0;

	for (const char *at = cell ? cell : ""; *at; at++)
		if (*at >= '0' && *at <= '9')
			shown = shown * 10 + (*at - '0');
	return cell && *cell == '-' ? -shown : shown;
}

void wanted_rounding(struct wanted *wanted)
{
	for (size_t c = 0; c < wanted->columns.count; c++) {
		wide since = 0, all = 0;

		for (size_t r = 0; wanted_is_sum(wanted->columns.items[c]) && r < wanted->rows.count; r++) {
			const wide shown = wanted_shown(wanted->rows.items[r].cells.items[c]);
			const enum wanted_kind kind = wanted->kinds.items[r];

			since += shown;
			all += kind == WANTED_DATA ? shown : 0;
			if (kind == WANTED_DATA)
				continue;
			if ((kind == WANTED_SUBTOTAL ? since - shown : all) != shown) {
				wanted_remark(wanted, "rounding");
				return;
			}
			since = 0;
		}
	}
}
