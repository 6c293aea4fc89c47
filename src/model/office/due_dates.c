/* due_dates - when projects, leaders and reports are due (domain.md §6). */
#include "config.h"

#include "base/i18n.h"
#include "model/due.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[DUE_DATE_FIELDS] = {
	[DUE_DATE_YEAR] = {"fiscal_year", N_("Fiscal year"), OFFICE_YEAR, .required = true,
		.variants = "年度\n対象年度"},
	[DUE_DATE_KIND] = {"kind", N_("What is due"), OFFICE_CHOICE, .required = true,
		.variants = "種類\n種別", .choices = due_kinds, .choice_count = DUE_COUNT},
	[DUE_DATE_ON] = {"due_on", N_("Due"), OFFICE_DATE, .required = true, .variants = "期限\n期日\n締切"},
};

const struct office_table office_due_dates = {
	.id = "due-dates",
	.title = N_("Due dates"),
	.help = N_("when projects, leaders and reports are due; home and the reminders go by them"),
	.one = N_("Due date"),
	.command = "catalogue",
	.act = "due-dates",
	.table = "due_date",
	.order = "fiscal_year DESC, due_on",
	.fields = fields,
	.field_count = DUE_DATE_FIELDS,
	.keys = 2,
	.year_field = DUE_DATE_YEAR,
	.name_field = DUE_DATE_ON,
	.carried = {OFFICE_CARRY_ROWS, N_("last year's dates, a year later"), .alone = 0},
};
