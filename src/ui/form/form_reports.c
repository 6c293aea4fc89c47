/* form_reports - what stands at the foot of a section: the figures a report is about, and while a
 * title is typed the projects that are like it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/project/similars.h"
#include "service/results/overlaps.h"
#include "ui/form/private.h"

/* Fewer characters are like anything; more projects take longer to read than a key should wait. */
enum { TITLE_MIN = 4, PROJECTS_MAX = 20000, LIKENESS_MIN = 200, FIELDS_ROWS_MIN = 10 };

/* --- what is like what is typed ---------------------------------------------------------------- */

static void form_reports_forget(struct form_similar *similar)
{
	for (size_t i = 0; i < similar->count; i++)
		free(similar->lines[i]);
	similar->count = 0;
	free(similar->text);
	similar->text = NULL;
}

void form_reports_free(struct form *form)
{
	form_reports_forget(&form->similar);
}

static void form_reports_find_like(struct app *app, struct form *form, const char *title)
{
	struct similar_hit hits[FORM_SIMILAR_SHOWN + 1];
	struct table table;
	struct error err = {0};
	const size_t most = sizeof hits / sizeof hits[0];
	size_t count;

	/* Where there is only a title, it is looked for as words in others; with more of the
	 * project, all of it is compared. A hint that fails is no reason to disturb who types. */
	struct project asked = form->project;

	asked.title = title;
	const bool found = *asked.approach || *asked.current_issue ?
		similars_to_project(app->session, &asked, hits, most, &count, &err) :
		similars_to_text(app->session, title, hits, most, &count, &err);
	if (!found || !similars_table(app->session, "", hits, count, &table, &err))
		return;

	struct form_similar *similar = &form->similar;
	const int likeness = table_column_index(&table, "similarity");
	const int number = table_column_index(&table, "number");
	const int heading = table_column_index(&table, "title");
	const int section = table_column_index(&table, "section");

	for (size_t r = 0; r < table.rows.count && similar->count < FORM_SIMILAR_SHOWN; r++) {
		const struct table_cell *cells = table.rows.items[r].cells;

		if (cells[likeness].number < LIKENESS_MIN ||
			table.rows.items[r].key[0] == form->project.id)
			continue;
		/* number, title, section */
		similar->lines[similar->count++] = xasprintf(_("%s %s (%s)"),
			cells[number].text, cells[heading].text, cells[section].text);
	}
	table_free(&table);
}

static void form_reports_take_claim(const struct overlap_claim *claim, void *data)
{
	struct form_similar *similar = data;
	char number[FISCAL_YEAR_TEXT];

	fiscal_year_number_format(claim->fiscal_year, claim->number, number);
	if (similar->count < FORM_SIMILAR_SHOWN)
		similar->lines[similar->count++] = xasprintf("%s %s", number, claim->title);
}

static bool form_reports_at(const struct form *form, enum field field)
{
	return form->inside && form->section == SECTION_BASIC &&
		form_entries[form->entry].field == field;
}

void form_reports_look(struct app *app, struct form *form)
{
	struct form_similar *similar = &form->similar;
	struct error err = {0};
	const enum field field = form_reports_at(form, FIELD_WORK) ? FIELD_WORK : FIELD_TITLE;

	if (!form_reports_at(form, field) || similar->too_many)
		return;
	const char *text = form_fields_typed(form, form->entry);
	if (similar->text && similar->field == field && strcmp(similar->text, text) == 0)
		return;

	/* Too many projects are looked for when they are asked for, not while somebody types. */
	size_t projects = 0;

	similar->too_many = !similar->text && (!similars_count(app->session, &projects, &err) ||
		projects > PROJECTS_MAX);
	if (similar->too_many)
		return;
	form_reports_forget(similar);
	similar->field = field;
	similar->text = xstrdup(text);
	if (field == FIELD_WORK)
		overlaps_others(app->session, &form->project, text, form_reports_take_claim,
			similar, &err);
	else if (text_width(text) >= 2 * TITLE_MIN)
		form_reports_find_like(app, form, text);
	app_redraw(app);
}

/* --- figures of a report ------------------------------------------------------------------- */

/* "見込 278時間 → 中間見込 250時間", and for results how much came true. */
static void form_reports_add_figures(const struct form *form, struct strbuf *out)
{
	const struct project *project = &form->project;
	const int64_t estimate = project->minutes[STAGE_ESTIMATE][BASIS_IN_YEAR];
	const int64_t actual = project->minutes[STAGE_ACTUAL][BASIS_IN_YEAR];

	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		if (stage == STAGE_ACTUAL && form->section == SECTION_INTERIM)
			continue;
		strbuf_addf(out, "%s%s ", out->length ? "  " : "",
			effect_stage_label((enum stage)stage));
		if (workflow_stage_known(project->status, (enum stage)stage,
			    project->has_stage[stage]))
			form_cell_add_hours(out, project->minutes[stage][BASIS_IN_YEAR]);
		else
			strbuf_add_text(out, _("not given"));
	}
	if (form->section != SECTION_RESULTS || estimate <= 0 ||
		!workflow_stage_known(project->status, STAGE_ACTUAL,
			project->has_stage[STAGE_ACTUAL]))
		return;
	struct strbuf rate = {0};
	const __int128 half = actual < 0 ? -estimate : estimate;
	decimal_add(&rate, (int64_t)((2 * (__int128)actual * 1000 + half) / (2 * (__int128)estimate)),
		1, false);
	strbuf_addf(out, _("  came true: %s%%"), strbuf_text(&rate));
	strbuf_free(&rate);
}

/* --- the foot ------------------------------------------------------------------------------ */

int form_reports_rows(const struct form *form, struct area area)
{
	int rows = 0;

	if (form->section == SECTION_INTERIM || form->section == SECTION_RESULTS)
		rows = 2;
	else if (form->similar.count > 0 && form_reports_at(form, form->similar.field))
		rows = 1 + (int)form->similar.count;
	return area.rows - rows >= FIELDS_ROWS_MIN ? rows : 0;
}

void form_reports_draw(const struct form *form, struct canvas *canvas, struct area area)
{
	if (area.rows <= 0)
		return;
	if (form->section == SECTION_BASIC) {
		draw_text(canvas, area, 0, 0, area.columns, form->similar.field == FIELD_WORK ?
			_("Claimed in your section too (do not count the same hours twice):") :
			_("Like this title (= on the list copies):"), TEXT_LEFT, THEME_LABEL);
		for (size_t i = 0; i < form->similar.count; i++)
			draw_text(canvas, area, (int)i + 1, 1, area.columns - 1,
				form->similar.lines[i], TEXT_LEFT, THEME_MUTED);
	} else {
		struct strbuf text = {0};

		form_reports_add_figures(form, &text);
		draw_text(canvas, area, 1, 0, area.columns, strbuf_text(&text), TEXT_LEFT,
			THEME_STRONG);
		strbuf_free(&text);
	}
}
