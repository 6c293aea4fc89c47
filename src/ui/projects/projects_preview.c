#include "config.h"

#include "ui/projects/projects_preview.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "service/project/registering.h"
#include "service/project/remarks.h"

/* The bits of all places; where a field stands among them. */
#define PREVIEW_BIT_PREVIEW(place) | PROJECT_PLACE_BIT(place)
#define PREVIEW_BIT_NO_PREVIEW
#define PREVIEW_BIT(name, type, id, label, variants, stored, files, found, copied, form, list, \
	preview, ...) PREVIEW_BIT_##preview
enum { PREVIEW_TAKEN = 0 PROJECT_COLUMNS(PREVIEW_BIT) };
#define PREVIEW_COUNTS_PREVIEW(place) + 1
#define PREVIEW_COUNTS_NO_PREVIEW
#define PREVIEW_COUNTS(name, type, id, label, variants, stored, files, found, copied, form, list, \
	preview, ...) PREVIEW_COUNTS_##preview
_Static_assert(PROJECT_PLACES(PREVIEW_TAKEN) == 0 PROJECT_COLUMNS(PREVIEW_COUNTS),
	"no two fields in one place");

#define PREVIEWED_PREVIEW(place) [PROJECT_PLACE(PREVIEW_TAKEN, place)] = PREVIEWED_REST
#define PREVIEWED_REST(field) field,
#define PREVIEWED_NO_PREVIEW PREVIEWED_NOTHING
#define PREVIEWED_NOTHING(field)
#define PREVIEWED(name, type, id, label, variants, stored, files, found, copied, form, list, \
	preview, ...) PREVIEWED_##preview(FIELD_##name)

static const enum field preview_fields[] = {PROJECT_COLUMNS(PREVIEWED)};

/* What is being written down. */
struct writing {
	struct projects_preview *preview;
	struct session *session;
	const struct project *project;
	struct project_context context;
	struct strbuf text;
};

static void preview_forget(struct projects_preview *preview)
{
	for (size_t i = 0; i < preview->lines.count; i++)
		free(preview->lines.items[i].text);
	preview->lines.count = 0;
	free(preview->title);
	preview->title = NULL;
	preview->id = 0;
}

void projects_preview_free(struct projects_preview *preview)
{
	preview_forget(preview);
	vec_free(&preview->lines);
}

/* --- what it says -------------------------------------------------------------------------- */

/* Takes the text written so far as a line. */
static void preview_end_line(struct writing *writing, enum theme_role role)
{
	struct projects_preview_line *line = vec_add(&writing->preview->lines);

	line->text = xstrdup(strbuf_text(&writing->text));
	line->role = role;
	strbuf_clear(&writing->text);
}

static void preview_add_heading(struct writing *writing, const char *text)
{
	preview_end_line(writing, THEME_NORMAL);
	strbuf_add_text(&writing->text, text);
	preview_end_line(writing, THEME_LABEL);
}

static void preview_add_long_text(struct writing *writing, enum field field)
{
	project_field_get(writing->project, field, &writing->context, FIELD_HUMAN, &writing->text);
	if (writing->text.length == 0)
		return;
	char *text = strbuf_detach(&writing->text);
	preview_add_heading(writing, _(project_fields[field].label));
	strbuf_add_text(&writing->text, text);
	preview_end_line(writing, THEME_NORMAL);
	free(text);
}

static void preview_add_hours(struct writing *writing, enum stage stage, enum basis basis)
{
	strbuf_add_text(&writing->text, effect_basis_label(basis));
	strbuf_add_char(&writing->text, ' ');
	decimal_add_triangle(&writing->text,
		effect_hours(writing->project->minutes[stage][basis]), 0, false);
	strbuf_add_text(&writing->text, _(" h"));
}

/* "見込  年度内 278時間  平年度 576時間", then each line: its work and its formula. */
static void preview_add_stage(struct writing *writing, enum stage stage)
{
	const struct project *project = writing->project;

	if (!project->has_stage[stage])
		return;
	strbuf_addf(&writing->text, "%s  ", effect_stage_label(stage));
	preview_add_hours(writing, stage, BASIS_IN_YEAR);
	strbuf_add_text(&writing->text, "  ");
	preview_add_hours(writing, stage, BASIS_FULL_YEAR);
	preview_end_line(writing, project->minutes[stage][BASIS_IN_YEAR] < 0 ? THEME_NEGATIVE : THEME_STRONG);
	for (size_t i = 0; i < project->effects.count; i++) {
		const struct effect *effect = &project->effects.items[i];

		if (effect->stage != stage)
			continue;
		strbuf_addf(&writing->text, "%d. ", effect->line);
		if (*effect->label)
			strbuf_addf(&writing->text, _("%s: "), effect->label);
		effect_explain(effect, BASIS_IN_YEAR, &writing->text);
		preview_end_line(writing, THEME_NORMAL);

		/* What wider use would save, where the line says how many cases there are. */
		struct headroom headroom;

		if (!effect_headroom(effect, &headroom))
			continue;
		strbuf_add_text(&writing->text, "   ");
		effect_headroom_explain(&headroom, &writing->text);
		preview_end_line(writing, THEME_MUTED);
	}
}

static void preview_add_effects(struct writing *writing)
{
	bool any = false;

	preview_add_heading(writing, _("Savings"));
	for (int stage = 0; stage < STAGE_COUNT; stage++) {
		preview_add_stage(writing, (enum stage)stage);
		any = any || writing->project->has_stage[stage];
	}
	if (!any) {
		strbuf_add_text(&writing->text, _("No savings have been entered yet."));
		preview_end_line(writing, THEME_MUTED);
	}
}

static void preview_write_down(struct writing *writing)
{
	strbuf_add_text(&writing->text, writing->project->title);
	preview_end_line(writing, THEME_STRONG);
	for (size_t i = 0; i < sizeof preview_fields / sizeof preview_fields[0]; i++)
		if (project_fields[preview_fields[i]].type != FIELD_TYPE_LONG_TEXT) {
			size_t before;

			strbuf_addf(&writing->text, _("%s: "),
				_(project_fields[preview_fields[i]].label));
			before = writing->text.length;
			project_field_get(writing->project, preview_fields[i], &writing->context,
				FIELD_HUMAN, &writing->text);
			if (writing->text.length > before)
				preview_end_line(writing, THEME_NORMAL);
			else
				strbuf_clear(&writing->text);
		}

	struct strbuf remarks = {0};
	const char *at;

	remarks_add(writing->session, writing->project, &remarks);
	for (at = strbuf_text(&remarks); *at; at += strcspn(at, "\n") + 1) {
		strbuf_add(&writing->text, at, strcspn(at, "\n"));
		preview_end_line(writing, THEME_NORMAL);
	}
	strbuf_free(&remarks);

	preview_add_effects(writing);
	for (size_t i = 0; i < sizeof preview_fields / sizeof preview_fields[0]; i++)
		if (project_fields[preview_fields[i]].type == FIELD_TYPE_LONG_TEXT)
			preview_add_long_text(writing, preview_fields[i]);
	preview_end_line(writing, THEME_NORMAL);
	strbuf_addf(&writing->text, "%s ", _(project_fields[FIELD_UPDATED_AT].label));
	project_field_get(writing->project, FIELD_UPDATED_AT, &writing->context, FIELD_HUMAN,
		&writing->text);
	strbuf_addf(&writing->text, " %s", writing->project->updated_by);
	preview_end_line(writing, THEME_MUTED);
}

void projects_preview_show(struct projects_preview *preview, struct session *session,
	const struct project *project)
{
	struct writing writing = {.preview = preview, .session = session};
	struct project whole;
	struct error err = {0};

	if (project && project->id == preview->id && project->version == preview->version)
		return;
	preview_forget(preview);
	preview->top = 0;
	if (!project)
		return;
	preview->id = project->id;
	preview->version = project->version;
	writing.project = &whole;
	if (registering_load(session, project->uuid, &whole, &err) &&
		session_context(session, whole.fiscal_year, &writing.context, &err)) {
		struct strbuf title = {0};

		project_field_get(&whole, FIELD_NUMBER, &writing.context, FIELD_HUMAN, &title);
		strbuf_addf(&title, " %s", workflow_status_label(whole.status));
		preview->title = strbuf_detach(&title);
		preview_write_down(&writing);
	} else {
		strbuf_add_text(&writing.text, err.message);
		preview_end_line(&writing, THEME_ERROR);
	}
	project_free(&whole);
	strbuf_free(&writing.text);
}

void projects_preview_text(const struct projects_preview *preview, struct strbuf *out)
{
	for (size_t i = 0; i < preview->lines.count; i++)
		strbuf_addf(out, "%s\n", preview->lines.items[i].text);
}

/* --- drawing ------------------------------------------------------------------------------- */

void projects_preview_scroll(struct projects_preview *preview, int rows)
{
	preview->top += rows;
}

void projects_preview_draw(struct projects_preview *preview, struct canvas *canvas,
	struct area area, bool focus)
{
	struct area inside = draw_box(canvas, area, preview->title);
	int y;

	inside = area_part(inside, 0, 1, -1, inside.columns - 2);
	if (inside.rows <= 0 || inside.columns < 2)
		return;
	if (preview->top > preview->rows - inside.rows)
		preview->top = preview->rows - inside.rows;
	if (preview->top < 0)
		preview->top = 0;
	y = -preview->top;
	for (size_t i = 0; i < preview->lines.count; i++) {
		const struct projects_preview_line *line = &preview->lines.items[i];

		y += draw_wrapped(canvas, inside, y, line->text, line->role);
	}
	preview->rows = y + preview->top;
	if (focus)
		draw_focus(canvas, inside, 0, 0);
}
