/* form_outline - the sections of the form with their problems. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ui/form/private.h"

static const char *const section_labels[SECTION_COUNT] = {
	[SECTION_BASIC] = N_("Basics"),
	[SECTION_CONTENT] = N_("Issue and work"),
	[SECTION_TOOLS] = N_("ICT tools"),
	[SECTION_EFFECTS] = N_("Savings"),
	[SECTION_INTERIM] = N_("Interim report"),
	[SECTION_RESULTS] = N_("Results"),
	[SECTION_HISTORY] = N_("History"),
};

enum { NARROW_BELOW = 60, HEADER_FROM_ROWS = 10 };

/* "R7-0312  実施中  福祉保健部 ▸ 児童課 ▸ 第一班        未保存" */
static void outline_draw_header(struct app *app, struct form *form, struct canvas *canvas,
	struct area area)
{
	const char *mark = form->dirty ? _("unsaved") : "";
	int room = area.columns - text_width(mark) - 3;
	struct project_context context;
	struct strbuf text = {0};

	if (!form_context(app, form, &context))
		return;
	if (form->project.id)
		project_field_get(&form->project, FIELD_NUMBER, &context, FIELD_HUMAN, &text);
	else
		strbuf_add_text(&text, _("New project"));
	if (!form->project.id) {
		strbuf_add_text(&text, "  ");
		project_field_get(&form->project, FIELD_FISCAL_YEAR, &context, FIELD_HUMAN, &text);
	}
	strbuf_addf(&text, "  [%s]  ", workflow_status_label(form->project.status));

	const char *const names[] = {form->project.department, form->project.section,
		form->project.team};
	bool any = false;

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		if (!*names[i])
			continue;
		if (any)
			strbuf_addf(&text, " %s ", app->theme.glyphs.right);
		strbuf_add_text(&text, names[i]);
		any = true;
	}

	draw_text(canvas, area, 0, 1, room, strbuf_text(&text), TEXT_LEFT, THEME_STRONG);
	draw_text(canvas, area, 0, area.columns - text_width(mark) - 1, -1, mark, TEXT_LEFT,
		THEME_WARNING);
	strbuf_free(&text);
}

/* A report that was not begun is neither right nor wrong. */
static bool outline_has_anything(const struct form *form, enum form_section section)
{
	bool any = section != SECTION_INTERIM && section != SECTION_RESULTS;

	for (size_t i = 0; i < ENTRY_COUNT && !any; i++) {
		const char *typed = form_entries[i].section == section ? form_fields_typed(form, i) : NULL;

		any = typed && *typed;
	}
	return any;
}

/* "課題と内容 2": what a section is called, with ✓ or the number of its problems. */
static void outline_add_mark(const struct app *app, const struct form *form,
	enum form_section section, struct strbuf *out)
{
	int problems = form_section_problems(form, section);

	if (section == SECTION_HISTORY || (problems == 0 && !outline_has_anything(form, section)))
		return;
	if (problems > 0)
		strbuf_addf(out, "%d", problems);
	else
		strbuf_add_text(out, app->theme.glyphs.check);
}

static enum theme_role outline_role_of(const struct form *form, enum form_section section)
{
	if (section == form->section)
		return form->inside ? THEME_CURSOR_IDLE : THEME_CURSOR;
	return THEME_NORMAL;
}

static void outline_draw_list(struct app *app, struct form *form, struct canvas *canvas,
	struct area area)
{
	struct strbuf mark = {0};

	for (int i = 0; i < SECTION_COUNT; i++) {
		enum form_section section = (enum form_section)i;
		enum theme_role role = outline_role_of(form, section);
		struct area row = area_part(area, i, 0, 1, -1);

		form->marks[i] = row;
		strbuf_clear(&mark);
		outline_add_mark(app, form, section, &mark);
		draw_clear(canvas, row, role);
		draw_text(canvas, row, 0, 1, row.columns - 3, _(section_labels[i]), TEXT_LEFT, role);
		draw_text(canvas, row, 0, row.columns - 2, 2, strbuf_text(&mark), TEXT_RIGHT,
			role == THEME_NORMAL && form_section_problems(form, section) > 0 ? THEME_WARNING :
			role);
		if (section == form->section && !form->inside)
			draw_focus(canvas, row, 0, 0);
	}
	strbuf_free(&mark);
}

/* All sections in one line; from the left, what has no room is left out, the present one never. */
static void outline_draw_line(struct app *app, struct form *form, struct canvas *canvas,
	struct area area)
{
	struct strbuf texts[SECTION_COUNT] = {{0}};
	int end = 0, x = 0;
	int first = 0;

	for (int i = 0; i < SECTION_COUNT; i++) {
		form->marks[i] = (struct area){0};
		strbuf_addf(&texts[i], " %s ", _(section_labels[i]));
		outline_add_mark(app, form, (enum form_section)i, &texts[i]);
		if (i <= (int)form->section)
			end += text_width(strbuf_text(&texts[i])) + 1;
	}
	while (end > area.columns && first < (int)form->section)
		end -= text_width(strbuf_text(&texts[first++])) + 1;
	for (int i = first; i < SECTION_COUNT; i++) {
		int used = draw_text(canvas, area, 0, x, -1, strbuf_text(&texts[i]), TEXT_LEFT,
			outline_role_of(form, (enum form_section)i));

		form->marks[i] = area_part(area, 0, x, 1, used);
		if (i == (int)form->section && !form->inside)
			draw_focus(canvas, area, 0, x);
		x += used + 1;
	}
	for (int i = 0; i < SECTION_COUNT; i++)
		strbuf_free(&texts[i]);
}

struct area form_outline_draw(struct app *app, struct form *form, struct canvas *canvas,
	struct area area)
{
	int widest = 0;

	for (int section = 0; section < SECTION_COUNT; section++) {
		int width = text_width(_(section_labels[section]));

		widest = width > widest ? width : widest;
	}

	const int columns = widest + 4; /* a blank before, and the mark after another one */

	if (area.rows >= HEADER_FROM_ROWS) {
		outline_draw_header(app, form, canvas, area);
		area = area_part(area, 1, 0, -1, -1);
	}
	form->narrow = area.columns < NARROW_BELOW;
	if (form->narrow) {
		outline_draw_line(app, form, canvas, area_part(area, 0, 0, 1, -1));
		return area_part(area, 1, 0, -1, -1);
	}
	outline_draw_list(app, form, canvas, area_part(area, 0, 0, SECTION_COUNT, columns));
	draw_vertical(canvas, area, 0, columns, area.rows);
	return area_part(area, 0, columns + 2, -1, -1);
}
