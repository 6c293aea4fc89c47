#include "tables.h"

const struct table_rule table_rules[] = {
	{"problem-types", FIGURES_OF | NARROWED, tables_types, NULL},
	{"ict-tools", FIGURES_OF | NARROWED, tables_tools, NULL},
	{"departments", FIGURES_OF, tables_departments, NULL},
	{"sections", FIGURES_OF, tables_sections, NULL},
	{"teams", FIGURES_OF, tables_teams, NULL},
	{"matrix", FIGURES_OF | NARROWED, tables_matrix, NULL},
	{"trend", FIGURES_OF | NARROWED, tables_trend, tables_trend_by},
	{"realisation", BY_BASIS | FILTERED, tables_realisation, tables_realisation_by},
	{"destinations", FIGURES_OF | NARROWED, tables_destinations, tables_destinations_by},
	{"fractions", FIGURES_OF, tables_fractions, NULL},
	{"headroom", BY_STAGE | FILTERED | NARROWED, tables_headroom, NULL},
	{"overlaps", FILTERED | NARROWED, tables_overlaps, NULL},
	{"doubts", BY_BASIS | FILTERED | NARROWED, tables_doubts, NULL},
	{"coverage", FILTERED | OF_UNIT | OF_STEP, tables_coverage, tables_coverage_by},
	{"reminders", FILTERED | OF_UNIT | OF_STEP | OF_DAYS, tables_reminders, NULL},
	{"review", FIGURES_OF | OF_UNIT, tables_review, NULL},
	{"review-first-half", FIGURES_OF | OF_UNIT, tables_review_first, NULL},
	{"review-second-half", FIGURES_OF | OF_UNIT, tables_review_second, NULL},
	{"indicators", 0, tables_indicators, NULL},
	{"goal", BY_STAGE | FILTERED | NARROWED, tables_goal, NULL},
	{"training", 0, tables_training, NULL},
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

int tables_below(const struct ask *ask, const struct tree *tree)
{
	return ask->unit ? tree_find(tree, ask->unit) : -1;
}

bool tables_in_unit(const struct ask *ask, const struct tree *tree, int node)
{
	return !ask->unit || tree_within(tree, node, tables_below(ask, tree));
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
