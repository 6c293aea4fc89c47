/* judge_due_dates - what is due lies in its fiscal year or the next. */
#include "config.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/office/office_fields.h"
#include "service/office/judge.h"

static bool due_dates_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const char *const due = entry->now.cells[DUE_DATE_ON];
	struct date date;

	(void)desk;
	if (!entry->here)
		return true;
	if (!date_parse(due, false, &date, err))
		return false;
	const int wanted = office_row_year(&entry->now, DUE_DATE_YEAR), year = fiscal_year_of(date);
	return year == wanted || year == wanted + 1 ||
		error_set(err, ERROR_DATA, _("%s does not lie in that fiscal year or the next."), due);
}

const struct office_judge judge_due_dates = {.table = &office_due_dates, .check = due_dates_check};
