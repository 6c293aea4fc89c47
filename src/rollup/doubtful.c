#include "config.h"

#include "rollup/doubtful.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"

enum { HUNDREDTHS_TO_FIGURE = 10 /* minutes a case, as thousandths */ };

static const struct effect *doubtful_effect(const struct doubtful_line *line)
{
	return &line->project->effects.items[line->effect];
}

static int doubtful_by_line(const void *left, const void *right)
{
	const struct doubtful_line *const a = left, *const b = right;

	if (a->project->number != b->project->number)
		return a->project->number < b->project->number ? -1 : 1;
	const int order = effect_compare(doubtful_effect(a), doubtful_effect(b));
	return order ? order : (int)a->doubt - (int)b->doubt;
}

/* ---- columns ------------------------------------------------------------------------------------ */

enum doubtful_column {
	DOUBTFUL_NUMBER, DOUBTFUL_LINE, DOUBTFUL_DOUBT, DOUBTFUL_WORDS, DOUBTFUL_STAGE, DOUBTFUL_STAGE_NAME,
	DOUBTFUL_HOURS, DOUBTFUL_COMPARED, DOUBTFUL_SAME_NUMBER, DOUBTFUL_SAME_LINE, DOUBTFUL_TITLE,
	DOUBTFUL_LABEL, DOUBTFUL_SECTION, DOUBTFUL_TEAM, DOUBTFUL_BEFORE_MINUTES, DOUBTFUL_BEFORE_CASES,
	DOUBTFUL_AFTER_MINUTES, DOUBTFUL_AFTER_CASES, DOUBTFUL_COUNT, DOUBTFUL_COLUMNS,
};

static const struct {
	const char *id, *label;
	enum column_type type;
	bool people;
} doubtful_columns[DOUBTFUL_COLUMNS] = {
	[DOUBTFUL_NUMBER] = {"number", N_("Number"), COLUMN_TEXT, true},
	[DOUBTFUL_LINE] = {"line", N_("Line"), COLUMN_COUNT_OF, true},
	[DOUBTFUL_DOUBT] = {"doubt", N_("Doubt"), COLUMN_CODE, false},
	[DOUBTFUL_WORDS] = {"what", N_("What is doubtful"), COLUMN_TEXT, true},
	[DOUBTFUL_STAGE] = {"stage", N_("Stage"), COLUMN_CODE, false},
	[DOUBTFUL_STAGE_NAME] = {"stage_name", N_("Stage"), COLUMN_TEXT, true},
	[DOUBTFUL_HOURS] = {"hours", N_("Saving (hours)"), COLUMN_HOURS, true},
	[DOUBTFUL_COMPARED] = {"compared_hours", N_("Beside (hours)"), COLUMN_HOURS, true},
	[DOUBTFUL_SAME_NUMBER] = {"same_number", N_("Same as project"), COLUMN_TEXT, true},
	[DOUBTFUL_SAME_LINE] = {"same_line", N_("its line"), COLUMN_COUNT_OF, true},
	[DOUBTFUL_TITLE] = {"title", N_("Title"), COLUMN_TEXT, true},
	[DOUBTFUL_LABEL] = {"label", N_("Work step"), COLUMN_TEXT, true},
	[DOUBTFUL_SECTION] = {"section", N_("Section"), COLUMN_TEXT, true},
	[DOUBTFUL_TEAM] = {"team", N_("Team"), COLUMN_TEXT, true},
	[DOUBTFUL_BEFORE_MINUTES] = {"before_minutes", N_("Minutes a case before"), COLUMN_FIGURE, true},
	[DOUBTFUL_BEFORE_CASES] = {"before_cases", N_("Cases before"), COLUMN_COUNT_OF, true},
	[DOUBTFUL_AFTER_MINUTES] = {"after_minutes", N_("Minutes a case after"), COLUMN_FIGURE, true},
	[DOUBTFUL_AFTER_CASES] = {"after_cases", N_("Cases after"), COLUMN_COUNT_OF, true},
	[DOUBTFUL_COUNT] = {"count", N_("Doubts"), COLUMN_COUNT_OF, true},
};

/* ---- rows --------------------------------------------------------------------------------------- */

static void doubtful_set_number(struct table *table, struct table_row *row, size_t column,
	const struct project *project)
{
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(project->fiscal_year, project->number, number);
	table_set_text(table, row, column, number);
}

static void doubtful_set_unit(struct table *table, struct table_row *row, size_t column,
	const struct unit_tree *units, const char *code)
{
	const int node = unit_tree_find(units, code);

	if (node >= 0)
		table_set_text(table, row, column, units->nodes.items[node].unit.name);
}

static void doubtful_add_row(const struct doubtful_line *line, const struct doubtful_scope *scope,
	struct table *table)
{
	const struct effect *const effect = doubtful_effect(line);
	struct table_row *const row = table_add_row(table, ROW_DATA);
	struct saving saving;

	row->key[0] = line->project->id;
	table_set_number(table, row, DOUBTFUL_COUNT, 1);
	doubtful_set_number(table, row, DOUBTFUL_NUMBER, line->project);
	table_set_number(table, row, DOUBTFUL_LINE, effect->line);
	table_set_text(table, row, DOUBTFUL_DOUBT, doubt_kinds[line->doubt].id);
	table_set_text(table, row, DOUBTFUL_WORDS, _(doubt_kinds[line->doubt].words));
	table_set_text(table, row, DOUBTFUL_STAGE, effect_stage_id(effect->stage));
	table_set_text(table, row, DOUBTFUL_STAGE_NAME, effect_stage_label(effect->stage));
	if (effect_compute(effect, &saving, NULL))
		table_set_number(table, row, DOUBTFUL_HOURS, saving.minutes[scope->basis]);
	if (line->has_compared)
		table_set_number(table, row, DOUBTFUL_COMPARED, line->compared);
	if (line->same) {
		doubtful_set_number(table, row, DOUBTFUL_SAME_NUMBER, line->same);
		table_set_number(table, row, DOUBTFUL_SAME_LINE, line->same_line);
	}
	table_set_text(table, row, DOUBTFUL_TITLE, line->project->title);
	table_set_text(table, row, DOUBTFUL_LABEL, effect->label);
	doubtful_set_unit(table, row, DOUBTFUL_SECTION, scope->units, line->project->section_code);
	doubtful_set_unit(table, row, DOUBTFUL_TEAM, scope->units, line->project->team_code);
	if (effect->kind == EFFECT_DIRECT)
		return;
	table_set_number(table, row, DOUBTFUL_BEFORE_MINUTES,
		effect->before_minutes * HUNDREDTHS_TO_FIGURE);
	table_set_number(table, row, DOUBTFUL_AFTER_MINUTES,
		effect->after_minutes * HUNDREDTHS_TO_FIGURE);
	if (effect->kind != EFFECT_PER_PERIOD)
		return;
	table_set_number(table, row, DOUBTFUL_BEFORE_CASES, effect->before_cases);
	table_set_number(table, row, DOUBTFUL_AFTER_CASES, effect->after_cases);
}

void doubtful_table(struct doubtful_line *lines, size_t count, const struct doubtful_scope *scope,
	struct table *table)
{
	size_t effects = 0, projects = 0;

	table_init(table, "doubts", _("Doubtful figures"));
	table->fiscal_year = scope->fiscal_year;
	table->every_stage = true;
	table->basis = scope->basis;
	table->hours_per_person_year = scope->hours_per_person_year;
	table->has_figures = true;
	table->body = arena_strdup(&table->arena, scope->body);
	for (int c = 0; c < DOUBTFUL_COLUMNS; c++) {
		struct table_column *const column = table_add_column(table, doubtful_columns[c].id,
			_(doubtful_columns[c].label), doubtful_columns[c].type);

		/* else nothing is added up: a line with two doubts stands twice */
		column->additive = c == DOUBTFUL_COUNT;
		column->people = doubtful_columns[c].people;
	}
	if (count)
		qsort(lines, count, sizeof *lines, doubtful_by_line);
	for (size_t i = 0; i < count; i++) {
		const bool another = i == 0 || lines[i].project != lines[i - 1].project;

		projects += another;
		effects += another || lines[i].effect != lines[i - 1].effect;
		doubtful_add_row(&lines[i], scope, table);
	}
	struct table_row *const total = table_add_row(table, ROW_TOTAL);
	table_set_text(table, total, DOUBTFUL_NUMBER, _("Total"));
	table_set_number(table, total, DOUBTFUL_COUNT, (int64_t)count);
	if (count)
		table_add_note(table, NOTE_OTHER,
			arena_printf(&table->arena,
				_("Doubtful are %zu effect lines of %zu projects; a line stands once for each doubt."),
				effects, projects),
			arena_printf(&table->arena, "doubtful:lines=%zu,projects=%zu", effects,
				projects));
}
