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

void wanted_row(struct wanted *wanted)
{
	struct grid_row *const row = LIST_ADD(wanted->pool, &wanted->rows);

	*row = (struct grid_row){0};
	for (size_t c = 0; c < wanted->columns.count; c++)
		*LIST_ADD(wanted->pool, &row->cells) = NULL;
}

static void wanted_put(struct wanted *wanted, const char *id, const char *cell)
{
	const int column = wanted_find(wanted, id);

	if (column >= 0)
		wanted->rows.items[wanted->rows.count - 1].cells.items[column] = cell;
}

void wanted_text(struct wanted *wanted, const char *id, const char *text)
{
	wanted_put(wanted, id, key_is_formula(text + strspn(text, "'")) ?
		pool_print(wanted->pool, "'%s", text) : text);
}

void wanted_number(struct wanted *wanted, const char *id, wide value, int decimals)
{
	wanted_put(wanted, id, exact_text(wanted->pool, value, decimals));
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
