/* judge_rules - an exclusion rule names tools that are known, and at least a tool or a word. */
#include "config.h"

#include "model/office/office_fields.h"
#include "model/rule.h"
#include "service/office/judge.h"

static bool rules_check(struct office_desk *desk, const struct office_entry *entry,
	struct error *err)
{
	const struct office_row *row = &entry->now;

	if (!entry->here)
		return true;
	const struct exclusion_rule rule = {.first_fiscal_year = office_row_year(row, RULE_FIRST),
		.last_fiscal_year = office_row_year(row, RULE_LAST), .tools = row->cells[RULE_TOOLS],
		.words = row->cells[RULE_WORDS], .reason = row->cells[RULE_REASON]};
	return rule_check(&rule, &desk->session->tools, err);
}

const struct office_judge judge_rules = {.table = &office_rules, .check = rules_check};
