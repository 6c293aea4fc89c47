/* form_fields_draw - drawing the fields of a section. */
#include "config.h"

#include "base/i18n.h"
#include "base/text.h"
#include "ui/form/private.h"

enum { LABEL_ABOVE_BELOW = 46, TEXT_ROWS_MIN = 3, TEXT_ROWS_MAX = 12, BOX_MAX = 76 };

struct layout {
	int label_columns;
	bool above; /* labels of long texts stand above them */
	int text_rows;
};

static struct layout fields_draw_lay_out(const struct form *form, struct area area)
{
	struct layout layout = {.above = area.columns < LABEL_ABOVE_BELOW};
	int fixed = 0, texts = 0;

	for (size_t i = form_fields_first(form->section); i <= form_fields_last(form->section); i++) {
		int width = text_width(_(project_fields[form_entries[i].named].label)) + 2;

		if (width > layout.label_columns)
			layout.label_columns = width;
		texts += form_fields_is_text(i);
		fixed += form_fields_is_text(i) ? 1 + layout.above : 2;
	}
	if (layout.label_columns > area.columns * 2 / 5)
		layout.label_columns = area.columns * 2 / 5;
	layout.text_rows = texts ? (area.rows - fixed) / texts : 0;
	if (layout.text_rows > TEXT_ROWS_MAX)
		layout.text_rows = TEXT_ROWS_MAX;
	if (layout.text_rows < TEXT_ROWS_MIN)
		layout.text_rows = TEXT_ROWS_MIN;
	return layout;
}

static int fields_draw_height_of(size_t entry, const struct layout *layout)
{
	return form_fields_is_text(entry) ? layout->text_rows + 1 + layout->above : 2;
}

/* Brings the focus into view, with the row of its message. */
static void fields_draw_scroll_to_focus(struct form *form, const struct layout *layout, int rows)
{
	int y = 0, total = 0, height = 0;

	for (size_t i = form_fields_first(form->section); i <= form_fields_last(form->section); i++) {
		if (i == form->entry) {
			y = total;
			height = fields_draw_height_of(i, layout);
		}
		total += fields_draw_height_of(i, layout);
	}
	if (y + height > form->scroll + rows)
		form->scroll = y + height - rows;
	if (y < form->scroll)
		form->scroll = y;
	if (form->scroll > total - rows)
		form->scroll = total > rows ? total - rows : 0;
}

/* What is chosen, or what to do where nothing is. */
static void fields_draw_chosen(struct app *app, struct form *form, struct canvas *canvas,
	struct area box, size_t at, bool focus)
{
	enum theme_role role = focus ? THEME_INPUT_FOCUS : THEME_INPUT;
	struct project_context context;
	struct strbuf text = {0};

	if (form_entries[at].widget == ENTRY_FLAG)
		strbuf_add_text(&text, project_flag_of(&form->project, form_entries[at].field)
						? _("[x] yes") : _("[ ] yes"));
	else if (form_context(app, form, &context))
		project_field_get(&form->project, form_entries[at].named, &context, FIELD_HUMAN, &text);
	if (text.length == 0)
		strbuf_add_text(&text, _("(not chosen)"));
	draw_text(canvas, box, 0, 0, box.columns, strbuf_text(&text), TEXT_LEFT, role);
	if (focus)
		draw_caret(canvas, box, 0, 0);
	strbuf_free(&text);
}

static void fields_draw_message(const struct form *form, struct canvas *canvas, struct area area,
	int y, int x, size_t at, bool focus)
{
	const struct form_entry *entry = &form->entries[at];
	const char *problem = form_fields_problem(form, at);
	int columns = area.columns - x;

	if (problem && (entry->why || entry->left || form->named_all) &&
		!(focus && !entry->why && !form->named_all)) {
		draw_text(canvas, area, y, x, 2, "!", TEXT_LEFT, THEME_ERROR);
		draw_text(canvas, area, y, x + 2, columns - 2, problem, TEXT_LEFT, THEME_ERROR);
	} else if (focus) {
		draw_text(canvas, area, y, x, columns, _(form_entries[at].hint), TEXT_LEFT,
			THEME_MUTED);
	} else if (i18n_language() == LANGUAGE_JA) {
		struct strbuf era = {0};

		/* A date as offices write it, beside the one that is typed and stored. */
		const enum field field = form_entries[at].field;
		const enum field_type type = project_fields[field].type;

		if (type == FIELD_TYPE_DATE || type == FIELD_TYPE_MONTH)
			date_add_era(&era, project_date_of(&form->project, field),
				type == FIELD_TYPE_MONTH);

		draw_text(canvas, area, y, x, columns, strbuf_text(&era), TEXT_LEFT, THEME_MUTED);
		strbuf_free(&era);
	}
}

static void fields_draw_entry(struct app *app, struct form *form, struct canvas *canvas,
	struct area area, int y, size_t at, const struct layout *layout)
{
	struct form_entry *entry = &form->entries[at];
	bool focus = form->inside && at == form->entry;
	bool above = form_fields_is_text(at) && layout->above;
	int x = above ? 0 : layout->label_columns;
	int columns = area.columns - x < BOX_MAX ? area.columns - x : BOX_MAX;
	int height = fields_draw_height_of(at, layout);
	struct area box = area_part(area, y + above, x, height - 1 - above, columns);

	entry->area = area_part(area, y, 0, height, -1);
	draw_text(canvas, area, y, 0, above ? area.columns : layout->label_columns - 1,
		_(project_fields[form_entries[at].named].label), TEXT_LEFT, THEME_LABEL);
	if (form_fields_is_text(at))
		w_text_draw(&entry->text, canvas, box, focus);
	else if (form_fields_is_line(at))
		w_input_draw(&entry->line, canvas, box, 0, 0, box.columns, focus);
	else
		fields_draw_chosen(app, form, canvas, box, at, focus);
	fields_draw_message(form, canvas, area, y + height - 1, x, at, focus);
}

void form_fields_draw(struct app *app, struct form *form, struct canvas *canvas, struct area area)
{
	int foot = form_reports_rows(form, area), y;

	form_reports_draw(form, canvas, area_part(area, area.rows - foot, 0, foot, -1));
	area.rows -= foot;
	struct layout layout = fields_draw_lay_out(form, area);

	fields_draw_scroll_to_focus(form, &layout, area.rows);
	y = -form->scroll;
	for (size_t i = 0; i < ENTRY_COUNT; i++) {
		form->entries[i].area = (struct area){0};
		if (form_entries[i].section != form->section)
			continue;
		if (y >= 0 && y < area.rows)
			fields_draw_entry(app, form, canvas, area, y, i, &layout);
		y += fields_draw_height_of(i, &layout);
	}
}
