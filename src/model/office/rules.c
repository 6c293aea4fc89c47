/* rules - exclusion rules: what is standard work and no project, by tools and words (domain.md §5). */
#include "config.h"

#include "base/i18n.h"
#include "model/office/office_fields.h"
#include "model/office/office_table.h"

static const struct office_field fields[RULE_FIELDS] = {
	[RULE_ID] = {"id", N_("No."), OFFICE_NUMBER, .required = false,
		.automatic = true, .variants = "番号"},
	[RULE_FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true,
		.variants = "開始年度"},
	[RULE_LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false,
		.variants = "終了年度"},
	[RULE_TOOLS] = {"tools", N_("Tools (codes, one of them)"), OFFICE_TEXT, .required = false,
		.variants = "ツール\nツールコード"},
	[RULE_WORDS] = {"words", N_("Words (a|b: either; c: and)"), OFFICE_LINES, .required = false,
		.variants = "語\n語句"},
	[RULE_REASON] = {"reason", N_("What the leader is told"), OFFICE_TEXT, .required = true,
		.variants = "理由"},
};

const struct office_table office_rules = {
	.id = "rules",
	.title = N_("Exclusion rules"),
	.help = N_("what is standard work and no project, by tools and words, from a fiscal year on"),
	.one = N_("Exclusion rule"),
	.command = "rule",
	.table = "exclusion_rule",
	.order = "id",
	.fields = fields,
	.field_count = RULE_FIELDS,
	.keys = 1,
	.numbered = true,
	.year_field = RULE_FIRST,
	.name_field = RULE_REASON,
	.carried = {OFFICE_CARRY_NONE, N_("a rule holds until its last fiscal year"), .alone = 0},
};
