#include "config.h"

#include "ui/office/s_import.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "service/files/folder.h"
#include "ui/kit/pick_file.h"
#include "ui/kit/w_choice.h"
#include "ui/office/import_page.h"

/* ---- the page ---------------------------------------------------------------------------------- */

static bool import_page_make(struct app *app, const struct page_values *values, struct table *table,
	struct error *err)
{
	return values->numbers[IMPORT_MODE] ? import_difference_make(app, values, table, err) :
					      import_columns_make(app, values, table, err);
}

static void import_page_subtitle(const struct page_values *values, struct strbuf *out)
{
	const int64_t filter = values->numbers[IMPORT_FILTER];

	strbuf_addf(out, "%s  %s", import_kind_title(import_kind(values)),
		values->numbers[IMPORT_MODE] ? _("What would change") : _("What the columns mean"));
	if (values->numbers[IMPORT_MODE] && filter)
		strbuf_addf(out, " [%s]", import_row_label((enum import_row)(filter - 1)));
	strbuf_addf(out, "  %s", values->texts[IMPORT_PATH]);
	if (values->texts[IMPORT_SHEET])
		strbuf_addf(out, " (%s)", values->texts[IMPORT_SHEET]);
}

/* The whole of what is cut in the row. */
static void import_page_more(const struct screen *screen, struct strbuf *out)
{
	strbuf_add_text(out, page_text(screen, *page_text(screen, "reason") ? "reason" : "after"));
}

static bool import_page_in_columns(const struct app *app, const struct screen *screen)
{
	(void)app;
	return !page_values_of((struct screen *)screen)->numbers[IMPORT_MODE];
}

static bool import_page_in_difference(const struct app *app, const struct screen *screen)
{
	return !import_page_in_columns(app, screen);
}

static bool import_page_on_column(const struct app *app, const struct screen *screen)
{
	return import_page_in_columns(app, screen) && page_row(screen);
}

/* On a column, and on a value that was refused. */
static bool import_page_opens(const struct app *app, const struct screen *screen)
{
	const struct table_row *const row = page_row(screen);

	return row && (import_page_in_columns(app, screen) || (row->key[0] == IMPORT_REFUSED &&
		*page_text(screen, "before")));
}

/* Takes the mapping over where it has changed. */
static void import_page_take(struct app *app, struct screen *screen, bool changed, struct strbuf *map)
{
	if (changed) {
		page_set_text(screen, IMPORT_MAP, strbuf_text(map));
		page_read(app, screen);
	}
	strbuf_free(map);
}

static void import_page_choose(struct app *app, struct screen *screen)
{
	const struct page_values *const values = page_values_of(screen);
	struct strbuf map = {0};

	import_page_take(app, screen, import_page_in_columns(app, screen) ?
		import_choose_column(app, values, page_text(screen, "heading"), page_row(screen)->key[1], &map) :
		import_choose_value(app, values, page_text(screen, "field"), page_text(screen, "before"), &map), &map);
}

static void import_page_add(struct app *app, struct screen *screen)
{
	struct strbuf map = {0};

	import_page_take(app, screen, import_choose_given(app, page_values_of(screen), &map), &map);
}

static void import_page_drop(struct app *app, struct screen *screen)
{
	struct strbuf map = {0};

	import_page_take(app, screen, import_choose_none(app, page_values_of(screen), page_text(screen, "heading"),
		page_row(screen)->key[1], &map), &map);
}

static void import_page_turn(struct app *app, struct screen *screen)
{
	struct page_values *const values = page_values_of(screen);

	values->numbers[IMPORT_MODE] = !values->numbers[IMPORT_MODE];
	page_read(app, screen);
}

static void import_page_filter(struct app *app, struct screen *screen)
{
	struct page_values *const values = page_values_of(screen);
	struct w_choice_entry entries[IMPORT_ROWS + 1] = {{.label = _("All rows")}};

	for (int row = 0; row < IMPORT_ROWS; row++)
		entries[row + 1].label = import_row_label((enum import_row)row);
	const int chosen =
		w_choice_run(app, _("Show which rows?"), entries, IMPORT_ROWS + 1, (int)values->numbers[IMPORT_FILTER]);
	if (chosen < 0)
		return;
	values->numbers[IMPORT_FILTER] = chosen;
	page_read(app, screen);
}

static void import_page_store(struct app *app, struct screen *screen)
{
	struct page_values *const values = page_values_of(screen);
	const int64_t codes = values->numbers[IMPORT_CODES];
	struct importing_result result = {0};

	if (import_page_in_columns(app, screen)) {
		/* nobody stores what he has not seen */
		import_page_turn(app, screen);
	} else if (import_store(app, values, &result)) {
		app_changed(app);
		app_pop(app, screen);
		app_message(app, _("Imported: %lld added, %lld changed, %lld refused. u takes it back."),
			(long long)result.added, (long long)result.changed, (long long)result.left_out);
	} else if (values->numbers[IMPORT_CODES] != codes) {
		page_read(app, screen);
	}
	importing_result_free(&result);
}

static const struct screen_act import_page_acts[] = {
	{ACTION_OPEN, .act = import_page_choose, .offered = import_page_opens},
	{ACTION_ADD_LINE, .act = import_page_add, .offered = import_page_in_columns},
	{ACTION_DELETE_LINE, .act = import_page_drop, .offered = import_page_on_column},
	{ACTION_DIFFERENCE, .act = import_page_turn},
	{ACTION_FILTER, .act = import_page_filter, .offered = import_page_in_difference},
	{ACTION_SAVE, .act = import_page_store},
	/* from the difference to the columns: what was chosen there is not lost with one key */
	{ACTION_BACK, .act = import_page_turn, .offered = import_page_in_difference},
	PAGE_ACTS
};

static const struct page_ops import_page = {
	.title = N_("Import"),
	.context = CONTEXT_ADMIN,
	.empty = N_("No such row."),
	.make = import_page_make,
	.ordered = true,
	.subtitle = import_page_subtitle,
	.more = import_page_more,
	.acts = import_page_acts,
};

/* ---- the way there ----------------------------------------------------------------------------- */

/* Whether the file, or the first sheet of the folder, is read as forms. */
static bool import_is_form(const char *path, enum sheet_kind kind, const char *sheet, bool *form, struct error *err)
{
	char *const first = import_first_file(path);
	FILE *const stream = file_open_read(first, err);

	free(first);
	if (!stream)
		return false;
	*form = sheet_is_form(stream, kind, &(struct sheet_options){.sheet = sheet});
	fclose(stream);
	return true;
}

static bool import_open_file(struct app *app, const char *path, const struct import_request *request)
{
	struct sheet_look look = {0}, chosen = {0};
	struct strbuf text = {0};
	struct error err = {0};
	enum sheet_kind kind = SHEET_PROJECTS;
	const char *sheet = request->sheet;
	int64_t whole = 0;
	bool form = false;

	if (!request->kind || !sheet_kind_parse(request->kind, &kind)) {
		const int asked = import_ask_kind(app, path, sheet);

		if (asked < 0)
			return false;
		kind = (enum sheet_kind)asked;
	}
	/* nothing is asked of forms: their labels are not columns, and every sheet is one */
	const bool opened = import_is_form(path, kind, sheet, &form, &err) &&
		(form || import_look_as(path, kind, sheet, &look, &err)) &&
		(form || sheet || folder_is_one(path) || import_ask_sheet(app, &look, &sheet)) &&
		(form || import_look_as(path, kind, sheet, &chosen, &err)) &&
		import_ask_whole(app, kind, &whole) &&
		(form || import_ask_mapping(app, kind, &chosen, &text, &err)) &&
		page_open(app, &import_page, &(struct page_values){.texts = {[IMPORT_PATH] = path,
			[IMPORT_KIND] = sheet_kind_id(kind), [IMPORT_SHEET] = sheet,
			[IMPORT_MAP] = strbuf_text(&text)}, .numbers = {[IMPORT_WHOLE] = whole, [IMPORT_MODE] = form}});

	app_error(app, &err);
	strbuf_free(&text);
	sheet_look_free(&look);
	sheet_look_free(&chosen);
	return opened;
}

bool import_open_request(struct app *app, const struct import_request *request)
{
	static const char *const endings[] = {".xlsx", ".ods", ".csv", ".tsv", ".txt", NULL};
	char *const path = request->path ? xstrdup(request->path) : pick_file(app, _("Import which file?"), endings,
		_("(all sheets of this folder)"));
	const bool opened = path && import_open_file(app, path, request);

	free(path);
	return opened;
}

bool import_open(struct app *app)
{
	return import_open_request(app, &(struct import_request){0});
}
