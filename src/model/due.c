#include "config.h"

#include "model/due.h"

#include "base/i18n.h"

const struct choice due_kinds[DUE_COUNT] = {
	[DUE_DECISION] = {"decision", N_("Projects decided on"), "決定"},
	[DUE_LEADER] = {"leader", N_("DX leaders registered"), "リーダー登録"},
	[DUE_INTERIM] = {"interim", N_("Interim report"), "中間報告\n中間"},
	[DUE_YEAR_END] = {"year-end", N_("Year-end report"), "年度末報告\n年度末"},
};
