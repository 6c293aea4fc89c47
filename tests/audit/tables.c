#include "tables.h"

const struct table_rule table_rules[] = {
	{"problem-types", tables_types, true, true, true},
	{"ict-tools", tables_tools, true, true, true},
	{"departments", tables_departments, true, true, true},
	{"sections", tables_sections, true, true, true},
	{"teams", tables_teams, true, true, true},
	{"matrix", tables_matrix, true, true, true},
	{"trend", tables_trend, true, true, true},
	{"realisation", tables_realisation, false, true, true},
	{"destinations", tables_destinations, true, true, true},
	{"fractions", tables_fractions, true, true, true},
	{"headroom", tables_headroom, true, false, true},
	{"overlaps", tables_overlaps, false, false, true},
	{"coverage", tables_coverage, false, false, true},
	{"reminders", tables_reminders, false, false, true},
	{"review", tables_review, true, true, true},
	{"review-first-half", tables_review_first, true, true, true},
	{"review-second-half", tables_review_second, true, true, true},
	{"indicators", tables_indicators, false, false, false},
	{"goal", tables_goal, true, false, true},
	{"training", tables_training, false, false, false},
};
const size_t table_rule_count = sizeof table_rules / sizeof *table_rules;

const struct table_rule *table_rule_find(const char *id)
{
	for (size_t r = 0; r < table_rule_count; r++)
		if (same(table_rules[r].id, id))
			return &table_rules[r];
	return NULL;
}

bool tables_takes(const struct ask *ask, const struct project *project)
{
	return project->counts && project->fiscal_year == ask->fiscal_year && ask_matches(ask, project);
}

static const char *const unit_fields[KINDS] = {"", "department", "section", "team"};

void tables_unit_columns(struct wanted *wanted, enum kind down_to)
{
	for (int k = DEPARTMENT; k <= (int)down_to; k++) {
		wanted_column(wanted, pool_print(wanted->pool, "%s_code", unit_fields[k]));
		wanted_column(wanted, unit_fields[k]);
	}
}

void tables_unit(struct wanted *wanted, const struct tree *tree, int node)
{
	for (; node >= 0 && tree->nodes.items[node].unit->kind != BODY; node = tree->nodes.items[node].parent) {
		const struct unit *const unit = tree->nodes.items[node].unit;

		wanted_text(wanted, pool_print(wanted->pool, "%s_code", unit_fields[unit->kind]), unit->code);
		wanted_text(wanted, unit_fields[unit->kind], unit->name);
	}
}

void tables_unit_word(struct wanted *wanted, const char *word)
{
	wanted_text(wanted, "department", word);
}
