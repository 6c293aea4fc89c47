/* form_conflict - two people saved one project: both versions, field by field. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "service/project/choosing.h"
#include "store/project_store.h"
#include "ui/form/private.h"

enum side { SIDE_OPEN, SIDE_MINE, SIDE_THEIRS };

/* One difference between the two versions. */
struct difference {
	enum field field; /* FIELD_COUNT: an effect line … */
	int line;         /* … of this number and stage */
	enum stage stage;
	char *label, *mine, *theirs; /* as people read them */
	enum side side;
};
struct conflict {
	struct form *form;
	struct project *theirs;
	VEC(struct difference) differences;
	struct w_list list;
	bool *accepted;
};
struct conflict_argument {
	struct form *form;
	struct project *theirs;
	bool *accepted;
};

enum { COLUMN_LABEL, COLUMN_MINE, COLUMN_THEIRS };
static const struct w_column columns[] = {
	[COLUMN_LABEL] = {N_("Field"), 12, 6, 0, TEXT_LEFT},
	[COLUMN_MINE] = {N_("Yours"), 10, 4, 1, TEXT_LEFT},
	[COLUMN_THEIRS] = {N_("Theirs"), 10, 4, 1, TEXT_LEFT},
};

static int64_t conflict_count(void *data)
{
	return (int64_t)((const struct conflict *)data)->differences.count;
}

static void conflict_cell(void *data, int64_t row, size_t column, struct strbuf *out,
	enum theme_role *role)
{
	const struct difference *shown = &((const struct conflict *)data)->differences.items[row];

	if (column == COLUMN_LABEL) {
		strbuf_addf(out, "%s%s", shown->side == SIDE_OPEN ? "? " : "", shown->label);
		return;
	}
	if ((column == COLUMN_MINE) == (shown->side == SIDE_MINE) && shown->side != SIDE_OPEN) {
		*role = THEME_STRONG;
		strbuf_add_text(out, "* ");
	} else {
		*role = THEME_MUTED;
		strbuf_add_text(out, "  ");
	}
	strbuf_add_text(out, column == COLUMN_MINE ? shown->mine : shown->theirs);
}

static const struct w_list_source source = {.count = conflict_count, .cell = conflict_cell};

/* --- finding what differs ------------------------------------------------------------------ */

/* One changed alone: that side is proposed. Both changed, or nobody knows: to be chosen. */
static enum side conflict_propose(const struct form *form, const char *base, const char *mine,
	const char *theirs)
{
	if (form->base_unknown)
		return SIDE_OPEN;
	if (text_equal(base, theirs))
		return SIDE_MINE;
	return text_equal(base, mine) ? SIDE_THEIRS : SIDE_OPEN;
}

static char *conflict_human(const struct project *project, enum field field,
	const struct project_context *context)
{
	struct strbuf text = {0};

	project_field_get(project, field, context, FIELD_HUMAN, &text);
	if (text.length == 0)
		strbuf_add_text(&text, _("(nothing)"));
	return strbuf_detach(&text);
}

static void conflict_compare_fields(struct conflict *conflict, const struct draft *mine,
	const struct draft *theirs, const struct project_context *context)
{
	struct form *form = conflict->form;

	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		const struct entry_info *info = &form_entries[i];
		struct difference *found;

		if (info->derived || text_equal(mine->texts[info->field], theirs->texts[info->field]))
			continue;
		found = vec_add(&conflict->differences);
		found->field = info->field;
		found->label = xstrdup(_(project_fields[info->named].label));
		found->mine = conflict_human(&form->project, info->named, context);
		found->theirs = conflict_human(conflict->theirs, info->named, context);
		found->side = conflict_propose(form, form->base.texts[info->field],
			mine->texts[info->field], theirs->texts[info->field]);
	}
}

static const struct effect *conflict_find_line(const struct project *project, int line,
	enum stage stage)
{
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->line == line && effect->stage == stage)
			return effect;
	}
	return NULL;
}

/* All texts of the line in one, to be compared; NULL when there is no such line. Caller frees. */
static char *conflict_line_text(const struct draft *draft, const char *line, const char *stage)
{
	for (size_t i = 0; i < draft->lines.count; i++) {
		char *const *texts = draft->lines.items[i].texts;
		struct strbuf text = {0};

		if (strcmp(texts[EFFECT_FIELD_LINE], line) != 0 ||
			strcmp(texts[EFFECT_FIELD_STAGE], stage) != 0)
			continue;
		for (int field = 0; field < EFFECT_FIELD_COUNT; field++)
			strbuf_addf(&text, "%s\n", texts[field]);
		return strbuf_detach(&text);
	}
	return NULL;
}

static char *conflict_line_in_words(const struct effect *effect)
{
	struct strbuf text = {0};

	if (!effect)
		return xstrdup(_("(nothing)"));
	strbuf_addf(&text, "%s ", effect->label);
	effect_explain(effect, BASIS_IN_YEAR, &text);
	return strbuf_detach(&text);
}

static void conflict_compare_line(struct conflict *conflict, const struct draft *mine,
	const struct draft *theirs, int line, enum stage stage)
{
	struct form *form = conflict->form;
	char *number = xasprintf("%d", line);
	char *a = conflict_line_text(mine, number, effect_stage_id(stage));
	char *b = conflict_line_text(theirs, number, effect_stage_id(stage));
	char *base = conflict_line_text(&form->base, number, effect_stage_id(stage));

	if (!text_equal(a, b)) {
		struct difference *found = vec_add(&conflict->differences);

		found->field = FIELD_COUNT;
		found->line = line;
		found->stage = stage;
		found->label = xasprintf(_("Line %d %s"), line, effect_stage_label(stage));
		found->mine = conflict_line_in_words(conflict_find_line(&form->project, line, stage));
		found->theirs = conflict_line_in_words(conflict_find_line(conflict->theirs, line,
			stage));
		found->side = conflict_propose(form, base, a, b);
	}
	free(number);
	free(a);
	free(b);
	free(base);
}

static int conflict_last_line(const struct project *project)
{
	int last = 0;

	for (size_t i = 0; i < project->effects.count; i++) {
		if (project->effects.items[i].line > last)
			last = project->effects.items[i].line;
	}
	return last;
}

static void conflict_compare(struct app *app, struct conflict *conflict)
{
	struct draft mine = {0}, theirs = {0};
	struct project_context context;
	int last = conflict_last_line(&conflict->form->project);

	if (conflict_last_line(conflict->theirs) > last)
		last = conflict_last_line(conflict->theirs);
	if (!session_context(app->session, conflict->theirs->fiscal_year, &context, NULL))
		return;
	form_collect_project(app, &conflict->form->project, &mine);
	form_collect_project(app, conflict->theirs, &theirs);
	conflict_compare_fields(conflict, &mine, &theirs, &context);
	for (int line = 1; line <= last; line++) {
		for (int stage = 0; stage < STAGE_COUNT; stage++)
			conflict_compare_line(conflict, &mine, &theirs, line, (enum stage)stage);
	}
	draft_free(&mine);
	draft_free(&theirs);
}

/* --- the pop-up ---------------------------------------------------------------------------- */

static bool conflict_open(struct app *app, struct screen *screen, const void *argument,
	struct error *err)
{
	const struct conflict_argument *wanted = argument;
	struct conflict *conflict = screen->state;

	(void)err;
	conflict->form = wanted->form;
	conflict->theirs = wanted->theirs;
	conflict->accepted = wanted->accepted;
	conflict_compare(app, conflict);
	w_list_init(&conflict->list, &source, conflict, columns, sizeof columns / sizeof columns[0]);
	conflict->list.headings = true;
	conflict->list.empty = _("Both say the same. Enter saves.");
	return true;
}

static void conflict_draw(struct app *app, struct screen *screen, struct canvas *canvas,
	struct area area)
{
	enum { DETAIL_ROWS = 4, DETAIL_FROM = 14 };
	struct conflict *conflict = screen->state;
	struct area inside;
	char title[200];
	int detail = area.rows >= DETAIL_FROM ? DETAIL_ROWS : 0;
	int64_t row;

	snprintf(title, sizeof title, _("%s saved this project meanwhile. Which version shall stay?"),
		choosing_person_name(app->session, conflict->theirs->updated_by));
	draw_clear(canvas, area, THEME_POPUP);
	inside = draw_box(canvas, area, title);
	w_list_draw(&conflict->list, canvas, area_part(inside, 0, 0, inside.rows - detail, -1), true);
	row = w_list_cursor(&conflict->list);
	if (detail > 0 && row >= 0) {
		const struct difference *shown = &conflict->differences.items[row];
		int half = inside.columns / 2;
		int y = inside.rows - detail + 1;

		draw_wrapped(canvas, area_part(inside, y, 1, -1, half - 2), 0, shown->mine,
			shown->side == SIDE_MINE ? THEME_STRONG : THEME_NORMAL);
		draw_wrapped(canvas, area_part(inside, y, half, -1, half - 1), 0, shown->theirs,
			shown->side == SIDE_THEIRS ? THEME_STRONG : THEME_NORMAL);
	}
}

static void conflict_accept(struct app *app, struct screen *screen)
{
	struct conflict *conflict = screen->state;

	for (size_t i = 0; i < conflict->differences.count; i++) {
		if (conflict->differences.items[i].side != SIDE_OPEN)
			continue;
		w_list_go(&conflict->list, (int64_t)i);
		app_warn(app, _("Both of you changed this: choose yours (Left) or theirs (Right)."));
		return;
	}
	*conflict->accepted = true;
	app_pop(app, screen);
}

static void conflict_take_line(struct form *form, const struct difference *difference,
	const struct effect *theirs)
{
	struct project *project = &form->project;
	size_t kept = 0;

	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->line != difference->line || effect->stage != difference->stage)
			project->effects.items[kept++] = *effect;
	}
	project->effects.count = kept;
	if (theirs) {
		struct effect *added = vec_add(&project->effects);

		*added = *theirs;
		added->label = project_text(project, theirs->label);
		added->destination = project_text(project, theirs->destination);
	}
}

/* Takes what was chosen of theirs into the form's project, which then follows their version. */
static void conflict_merge(struct app *app, struct conflict *conflict)
{
	struct project *project = &conflict->form->project;
	struct project_context context;
	struct strbuf text = {0};

	if (!session_context(app->session, project->fiscal_year, &context, NULL))
		return;
	for (size_t i = 0; i < conflict->differences.count; i++) {
		const struct difference *chosen = &conflict->differences.items[i];

		if (chosen->side != SIDE_THEIRS)
			continue;
		if (chosen->field == FIELD_COUNT) {
			conflict_take_line(conflict->form, chosen,
				conflict_find_line(conflict->theirs, chosen->line, chosen->stage));
			continue;
		}
		strbuf_clear(&text);
		project_field_get(conflict->theirs, chosen->field, &context, FIELD_MACHINE, &text);
		project_field_set(project, chosen->field, strbuf_text(&text), &context, NULL);
	}
	project->version = conflict->theirs->version;
	project->status = conflict->theirs->status;
	project->exclusion = conflict->theirs->exclusion;
	strbuf_free(&text);
}

static struct difference *conflict_here(struct screen *screen)
{
	struct conflict *conflict = screen->state;
	const int64_t row = w_list_cursor(&conflict->list);

	return row < 0 ? NULL : &conflict->differences.items[row];
}

static void conflict_move(struct app *app, struct screen *screen, enum action action)
{
	struct conflict *conflict = screen->state;

	(void)app;
	w_list_action(&conflict->list, action);
}

static void conflict_side(struct app *app, struct screen *screen, enum action action)
{
	struct difference *here = conflict_here(screen);

	(void)app;
	if (here)
		here->side = action == ACTION_LEFT ? SIDE_MINE : SIDE_THEIRS;
}

static void conflict_other(struct app *app, struct screen *screen)
{
	struct difference *here = conflict_here(screen);

	(void)app;
	if (here)
		here->side = here->side == SIDE_MINE ? SIDE_THEIRS : SIDE_MINE;
}

static const struct screen_act conflict_acts[] = {
	{ACTION_UP, .to = ACTION_DOWN, .each = conflict_move},
	{ACTION_LEFT, .to = ACTION_RIGHT, .each = conflict_side},
	{ACTION_PAGE_UP, .to = ACTION_LAST, .each = conflict_move},
	{ACTION_OPEN, .act = conflict_accept},
	{ACTION_MARK, .act = conflict_other},
	{ACTION_HELP, .act = NULL},
	{0},
};

static void conflict_status(const struct app *app, const struct screen *screen, struct strbuf *out)
{
	(void)app;
	(void)screen;
	strbuf_add_text(out, _("Left: yours   Right: theirs   Enter: save so   Esc: not now"));
}

static void conflict_close(struct app *app, struct screen *screen)
{
	struct conflict *conflict = screen->state;

	if (*conflict->accepted)
		conflict_merge(app, conflict);
	for (size_t i = 0; i < conflict->differences.count; i++) {
		free(conflict->differences.items[i].label);
		free(conflict->differences.items[i].mine);
		free(conflict->differences.items[i].theirs);
	}
	vec_free(&conflict->differences);
	w_list_free(&conflict->list);
}

static const struct screen_ops conflict_ops = {
	.title = N_("Two versions"),
	.context = CONTEXT_POPUP,
	.acts = conflict_acts,
	.overlay = true,
	.private_size = sizeof(struct conflict),
	.open = conflict_open,
	.draw = conflict_draw,
	.status = conflict_status,
	.close = conflict_close,
};

bool form_conflict(struct app *app, struct form *form)
{
	struct project theirs;
	struct error err = {0};
	bool accepted = false;

	project_init(&theirs);
	if (project_store_by_id(app->session->store, form->project.id, &theirs, &err) !=
		PROJECT_FOUND) {
		if (err.code == ERROR_NONE)
			error_set(&err, ERROR_DATA, _("The project has been deleted meanwhile."));
		app_error(app, &err);
	} else {
		app_run_modal(app, &conflict_ops,
			&(struct conflict_argument){form, &theirs, &accepted});
	}
	project_free(&theirs);
	if (accepted)
		form_lines_show(form);
	return accepted;
}
