#include "config.h"

#include "ui/office/s_office_table.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/office/office_sheet.h"
#include "service/office/office.h"
#include "ui/kit/paste_rows.h"
#include "ui/kit/s_page.h"
#include "ui/kit/w_record.h"
#include "ui/office/s_carry.h"

/* The values of the page: the id of the table. */
enum { ID };

static bool office_page_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	return office_list(app->session, office_table_find(values->texts[ID]), app->session->fiscal_year,
		table, err);
}

static void office_page_subtitle(const struct page_values *values, struct strbuf *out)
{
	strbuf_add_text(out, _(office_table_find(values->texts[ID])->title));
}

/* ---- the pop-up ------------------------------------------------------------------------------ */

struct editor {
	const struct office_table *table;
	const struct office_row *before; /* NULL = new */
	struct w_record_field fields[RECORD_FIELDS_MAX];
	struct office_choices choices[RECORD_FIELDS_MAX];
	struct arena arena;
};

static const char *office_page_shown(struct editor *editor, size_t field)
{
	struct strbuf text = {0};

	if (editor->before)
		office_cell(editor->table, field, editor->before->cells[field], false, &text);
	const char *kept = arena_strdup(&editor->arena, strbuf_text(&text));
	strbuf_free(&text);
	return kept;
}

static bool office_page_set_choices(struct app *app, struct editor *editor, size_t field,
	struct error *err)
{
	struct w_record_field *shown_field = &editor->fields[field];
	struct office_choices *choices = &editor->choices[field];

	if (!office_choices(app->session, editor->table, field, choices, err))
		return false;
	const size_t count = choices->items.count;
	if (count == 0)
		return true;
	const char **ids = arena_alloc(&editor->arena, (count + 1) * sizeof *ids);
	const char **labels = arena_alloc(&editor->arena, (count + 1) * sizeof *labels);
	const char **readings = arena_alloc(&editor->arena, (count + 1) * sizeof *readings);
	for (size_t i = 0; i < count; i++) {
		readings[i] = choices->items.items[i].reading;
		ids[i] = choices->items.items[i].id;
		labels[i] = choices->items.items[i].label;
	}
	shown_field->choices = ids;
	shown_field->choice_labels = labels;
	shown_field->choice_readings = readings;
	shown_field->choice_count = count;
	return true;
}

static bool office_page_set_fields(struct app *app, struct editor *editor, struct error *err)
{
	for (size_t i = 0; i < editor->table->field_count; i++) {
		const struct office_field *field = &editor->table->fields[i];

		editor->fields[i] = (struct w_record_field){.id = field->id,
			.label = _(field->label),
			.value = office_page_shown(editor, i),
			/* what the row is known by stays */
			.fixed = field->automatic ||
				(editor->before && i < editor->table->keys)};
		if (!editor->before && field->initial)
			editor->fields[i].value = field->initial;
		if (!editor->before && (int)i == editor->table->year_field)
			editor->fields[i].value =
				arena_printf(&editor->arena, "%d", app->session->fiscal_year);
		if (!office_page_set_choices(app, editor, i, err))
			return false;
	}
	return true;
}

static bool office_page_accept(struct app *app, const char *const *values, void *data, int *field,
	struct error *err)
{
	const struct editor *editor = data;

	return office_put(app->session, editor->table, editor->before, values, field, err);
}

static void office_page_edit(struct app *app, struct screen *screen,
	const struct office_row *before)
{
	struct editor editor = {
		.table = office_table_find(page_values_of(screen)->texts[ID]), .before = before};
	struct error err = {0};

	if (!office_page_set_fields(app, &editor, &err)) {
		app_error(app, &err);
	} else if (w_record_run(app, &(struct w_record){.title = _(editor.table->title),
			   .fields = editor.fields, .field_count = editor.table->field_count,
			   .accept = office_page_accept, .data = &editor})) {
		app_changed(app);
		page_read(app, screen);
		app_message(app, _("Stored."));
	}
	for (size_t i = 0; i < RECORD_FIELDS_MAX; i++) {
		office_choices_free(&editor.choices[i]);
	}
	arena_free(&editor.arena);
}

/* ---- acts ------------------------------------------------------------------------------------ */

static void office_page_add(struct app *app, struct screen *screen)
{
	office_page_edit(app, screen, NULL);
}

/* The stored row under the cursor is read anew: it may be another one by now. */
static void office_page_on_row(struct app *app, struct screen *screen,
	void (*act)(struct app *app, struct screen *screen, const struct office_row *row))
{
	const struct office_table *table = office_table_find(page_values_of(screen)->texts[ID]);
	const struct table_row *row = page_row(screen);
	struct office_rows rows = {0};
	struct error err = {0};

	if (!row)
		return;
	if (!office_load(app->session, table, &rows, &err))
		app_error(app, &err);
	else if (row->key[0] < (int64_t)rows.items.count)
		act(app, screen, &rows.items.items[row->key[0]]);
	office_rows_free(&rows);
}

static void office_page_remove_row(struct app *app, struct screen *screen,
	const struct office_row *row)
{
	const struct office_table *table = office_table_find(page_values_of(screen)->texts[ID]);
	struct strbuf key = {0};
	struct error err = {0};

	office_row_key(table, row, &key);
	if (app_confirm(app, _("Delete “%s” from: %s?"), strbuf_text(&key), _(table->title))) {
		if (office_remove(app->session, table, row, &err)) {
			app_changed(app);
			page_read(app, screen);
			app_message(app, _("Deleted. u takes it back."));
		} else {
			app_error(app, &err);
		}
	}
	strbuf_free(&key);
}

static void office_page_change(struct app *app, struct screen *screen)
{
	office_page_on_row(app, screen, office_page_edit);
}

static void office_page_delete(struct app *app, struct screen *screen)
{
	office_page_on_row(app, screen, office_page_remove_row);
}

static void office_page_carry(struct app *app, struct screen *screen)
{
	carry_open(app, page_values_of(screen)->texts[ID]);
}

static bool office_page_paste(struct app *app, struct screen *screen, const char *text)
{
	const struct office_table *const table = office_table_find(page_values_of(screen)->texts[ID]);
	enum sheet_kind kind;

	if (!sheet_kind_parse(office_sheet_of(table)->id, &kind) || !paste_rows(app, kind, text, NULL, 0))
		return false;
	page_read(app, screen);
	return true;
}

#define OFFICE_PAGE_ACTS                                                                           \
	{ACTION_OPEN, .act = office_page_change, .offered = page_office_on_row},                   \
	{ACTION_EDIT, .act = office_page_change, .offered = page_office_on_row},                   \
	{ACTION_ADD_LINE, .act = office_page_add, .offered = page_office},                         \
	{ACTION_DELETE_LINE, .act = office_page_delete, .offered = page_office_on_row}
static const struct screen_act office_page_acts[] = {OFFICE_PAGE_ACTS, PAGE_ACTS};
static const struct screen_act office_page_carried_acts[] = {
	OFFICE_PAGE_ACTS,
	{ACTION_CARRY, .act = office_page_carry, .offered = page_office},
	PAGE_ACTS
};

/* Of a table whose rows are carried over from last year (true), or are not. */
static const struct page_ops office_pages[] = {
	[false] = {
		.title = N_("Office"),
		.context = CONTEXT_ADMIN,
		.empty = N_("Nothing is here yet. a adds a row."),
		.make = office_page_make,
		.subtitle = office_page_subtitle,
		.paste = office_page_paste,
		.acts = office_page_acts,
	},
	[true] = {
		.title = N_("Office"),
		.context = CONTEXT_ADMIN,
		.empty = N_("Nothing is here yet. a adds a row, c takes last year's over."),
		.make = office_page_make,
		.subtitle = office_page_subtitle,
		.paste = office_page_paste,
		.acts = office_page_carried_acts,
	},
};

bool office_table_place(struct app *app, const void *argument)
{
	const bool carried = office_table_find(argument)->carried.which == OFFICE_CARRY_ROWS;

	return page_open(app, &office_pages[carried], &(struct page_values){.texts = {[ID] = argument}});
}
