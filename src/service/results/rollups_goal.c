#include "config.h"

#include "service/results/rollups_goal.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "service/results/indicators.h"

bool rollups_goal_add(struct session *session, const struct pivot_query *query, struct table *table,
	struct error *err)
{
	const int years = table_column_index(table, "fiscal_year_code");
	int target = -1;

	if (!query->goal || query->row_count != 1 || query->column >= 0 ||
		query->basis != BASIS_IN_YEAR || years < 0 ||
		table_column_index(table, "hours") < 0)
		return true;
	for (size_t r = 0; r < table->rows.count; r++) {
		const char *const year = table->rows.items[r].cells[years].text;
		int64_t minutes;

		if (table->rows.items[r].kind != ROW_DATA)
			continue;
		if (!indicators_goal(session, (int)strtol(year, NULL, 10), &minutes, err)) {
			table_free(table);
			return false;
		}
		if (minutes == 0)
			continue;
		if (target < 0) {
			target = (int)table->columns.count;
			table_add_column(table, "target_hours", _("Target (hours)"),
				COLUMN_HOURS)->additive = false;
		}
		table_set_number(table, &table->rows.items[r], (size_t)target, minutes);
	}
	return true;
}
