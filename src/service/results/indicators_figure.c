#include "config.h"

#include "service/results/indicators_figure.h"

#include "base/decimal.h"
#include "base/text.h"
#include "model/indicator.h"

void indicators_figure_set(struct table *table, struct table_row *row, size_t column,
	int64_t figure, int columns)
{
	struct strbuf text = {0}, padded = {0};

	indicator_format(figure, 1, &text);
	text_pad(&padded, strbuf_text(&text), columns, TEXT_RIGHT);
	table_set_text(table, row, column, strbuf_text(&padded));
	strbuf_clear(&text);
	decimal_add(&text, figure, INDICATOR_DECIMALS, true);
	table_set_text(table, row, column + 1, strbuf_text(&text));
	strbuf_free(&padded);
	strbuf_free(&text);
}
