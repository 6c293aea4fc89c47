#include "config.h"

#include "ui/office/s_import.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/office/office_sheet.h"
#include "service/files/mapping_guess.h"
#include "service/files/mappings.h"
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

static const char *import_kind_title(enum sheet_kind kind)
{
	return kind == SHEET_PROJECTS ? _("Project") : kind == SHEET_EFFECTS ? _("Savings") :
		_(sheet_office(kind)->tables[0]->title);
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
	return import_page_on_column(app, screen) || (page_row(screen) &&
		page_row(screen)->key[0] == IMPORT_REFUSED && *page_text(screen, "before"));
}

static void import_page_choose(struct app *app, struct screen *screen)
{
	if (import_page_in_columns(app, screen) ? import_choose_column(app, screen) : import_choose_value(app, screen))
		page_read(app, screen);
}

static void import_page_add(struct app *app, struct screen *screen)
{
	if (import_choose_given(app, screen))
		page_read(app, screen);
}

static void import_page_drop(struct app *app, struct screen *screen)
{
	if (import_choose_none(app, screen))
		page_read(app, screen);
}

/* Codes that a spreadsheet has taken the zeros from are put right after a yes. */
static void import_ask_codes(struct app *app, struct page_values *values)
{
	struct importing_options options = {.dry_run = true, .skip_bad = true};
	struct importing_result trial = {0};
	const struct importing_zeros *const zeros = &trial.zeros;

	import_read(app, values, &options, &trial, NULL);
	if (zeros->rows && values->numbers[IMPORT_CODES] == IMPORTING_CODES_ASKED &&
		app_confirm(app, ngettext("Leading zeros are lost in %lld row (%s: %s is %s). Put them back?",
			"Leading zeros are lost in %lld rows (%s: %s is %s). Put them back?",
			(unsigned long)zeros->rows),
			(long long)zeros->rows, zeros->column, zeros->typed, zeros->code))
		values->numbers[IMPORT_CODES] = IMPORTING_CODES_MENDED;
	importing_result_free(&trial);
}

static void import_page_turn(struct app *app, struct screen *screen)
{
	struct page_values *const values = page_values_of(screen);

	if (!values->numbers[IMPORT_MODE])
		import_ask_codes(app, values);
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

/* ---- storing ----------------------------------------------------------------------------------- */

/* What the columns of the file mean, each by a rule of its own: it then fits files with these headings alone. */
static void import_keep(struct app *app, const struct page_values *values, const char *name)
{
	const enum sheet_kind kind = import_kind(values);
	struct sheet_look look = {0};
	struct mapping mapping = {0};
	struct strbuf text = {0};
	struct error err = {0};

	if (import_look(values, &look, &err) && mapping_parse(values->texts[IMPORT_MAP], kind, &mapping, &err)) {
		for (size_t i = 0; i < look.columns.count; i++)
			if (*look.columns.items[i].heading)
				mapping_put(&mapping, MAPPING_HEADING,
					look.columns.items[i].column >= 0 ? look.columns.items[i].column :
									    HEADING_LEFT_OUT,
					look.columns.items[i].heading, NULL);
		mapping_write_all(&mapping, kind, &text);
		if (mappings_keep(app->session, kind, name, strbuf_text(&text), &err))
			app_message(app, _("Kept as “%s”; it is offered for the next file with these headings."), name);
	}
	app_error(app, &err);
	strbuf_free(&text);
	mapping_free(&mapping);
	sheet_look_free(&look);
}

/* Asks whether what was said is to be kept; it is gone with the page. */
static void import_offer_to_keep(struct app *app, const struct page_values *values)
{
	const char *const text = values->texts[IMPORT_MAP];
	struct mappings_kept kept = {0};
	bool is_kept = !text || !*text;
	char *name;

	mappings_list(app->session, values->texts[IMPORT_KIND], &kept, NULL);
	for (size_t i = 0; i < kept.items.count; i++)
		is_kept = is_kept || strcmp(kept.items.items[i].content, text) == 0;
	mappings_kept_free(&kept);
	if (is_kept)
		return;
	name = app_ask(app, _("Keep this mapping under a name (empty: no)"), "");
	if (name && *name)
		import_keep(app, values, name);
	free(name);
}

/* A yes to what would become of the file, as the trial has it. reason is asked for where one is needed. */
static bool import_confirm(struct app *app, const struct importing_result *trial, char **reason)
{
	const long long added = trial->added, changed = trial->changed, bad = trial->left_out - trial->unreasoned;

	if (trial->unreasoned) {
		*reason = app_ask(app, _("Why do figures change that are fixed?"), "");
		if (!*reason || !**reason)
			return false;
	} else if (added + changed + trial->removed + trial->followed == 0) {
		app_warn(app, _("The file changes nothing."));
		return false;
	}
	if (bad > 0)
		return app_confirm(app, ngettext("%lld row is refused. Store the others (%lld added, %lld changed)?",
			"%lld rows are refused. Store the others (%lld added, %lld changed)?", (unsigned long)bad),
			bad, added, changed);
	return app_confirm(app, _("Store it (%lld added, %lld changed, %lld unchanged)?"), added, changed,
		(long long)trial->unchanged);
}

static void import_page_store(struct app *app, struct screen *screen)
{
	struct page_values *const values = page_values_of(screen);
	struct importing_options options = {.dry_run = true, .skip_bad = true};
	struct importing_result trial = {0}, result = {0};
	struct error err = {0};
	char *reason = NULL;

	if (!values->numbers[IMPORT_MODE]) {
		/* nobody stores what he has not seen */
		import_page_turn(app, screen);
		return;
	}
	const bool sure = import_read(app, values, &options, &trial, &err) && import_confirm(app, &trial, &reason);

	options.dry_run = false;
	options.reason = reason;
	const bool stored = sure && import_read(app, values, &options, &result, &err);

	if (stored) {
		import_offer_to_keep(app, values);
		app_changed(app);
		app_pop(app, screen);
		app_message(app, _("Imported: %lld added, %lld changed, %lld refused. u takes it back."),
			(long long)result.added, (long long)result.changed, (long long)result.left_out);
	} else {
		app_error(app, &err);
	}
	free(reason);
	importing_result_free(&trial);
	importing_result_free(&result);
}

static const struct screen_act import_page_acts[] = {
	{ACTION_OPEN, .act = import_page_choose, .offered = import_page_opens},
	{ACTION_ADD_LINE, .act = import_page_add, .offered = import_page_in_columns},
	{ACTION_DELETE_LINE, .act = import_page_drop, .offered = import_page_on_column},
	{ACTION_DIFFERENCE, .act = import_page_turn},
	{ACTION_FILTER, .act = import_page_filter, .offered = import_page_in_difference},
	{ACTION_SAVE, .act = import_page_store},
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

/* Looks at the file as one of that kind. */
static bool import_look_as(const char *path, enum sheet_kind kind, const char *sheet, struct sheet_look *look,
	struct error *err)
{
	return import_look(&(struct page_values){.texts = {[IMPORT_PATH] = path,
		[IMPORT_KIND] = sheet_kind_id(kind), [IMPORT_SHEET] = sheet}}, look, err);
}

/* What the file holds: those first for which it has most. -1 = given up, or it cannot be read. */
static int import_ask_kind(struct app *app, const char *path, const char *sheet)
{
	VEC(struct w_choice_entry) entries = {0};
	struct error err = {0};
	int best = 0, most = -1;

	for (size_t kind = 0; kind < sheet_kind_count() && err.code == ERROR_NONE; kind++) {
		struct sheet_look look = {0};
		int known = 0;

		if (import_look_as(path, (enum sheet_kind)kind, sheet, &look, &err))
			for (size_t i = 0; i < look.columns.count; i++)
				known += look.columns.items[i].column >= 0;
		/* a kind that needs nothing is not whole for that */
		look.whole = look.whole && known > 0;
		known += look.whole ? SHEET_COLUMNS_MAX : 0;
		if (known > most) {
			most = known;
			best = (int)kind;
		}
		*vec_add(&entries) = (struct w_choice_entry){.label = import_kind_title((enum sheet_kind)kind),
			.reading = sheet_kind_id((enum sheet_kind)kind),
			.hint = look.whole ? _("all that is needed is there") : NULL};
		sheet_look_free(&look);
	}
	const int chosen = app_error(app, &err) || err.code != ERROR_NONE ? -1 :
		w_choice_run(app, _("What does the file hold?"), entries.items, entries.count, best);
	vec_free(&entries);
	return chosen;
}

/* The sheet of a workbook that has several; the one that fits best is offered. False = given up. */
static bool import_ask_sheet(struct app *app, const struct sheet_look *look, const char **sheet)
{
	VEC(struct w_choice_entry) entries = {0};
	int best = 0, chosen = 0;

	for (size_t i = 0; i < look->sheets.count; i++) {
		*vec_add(&entries) = (struct w_choice_entry){.label = look->sheets.items[i]};
		if (strcmp(look->sheets.items[i], look->sheet) == 0)
			best = (int)i;
	}
	if (entries.count > 1)
		chosen = w_choice_run(app, _("Which sheet?"), entries.items, entries.count, best);
	vec_free(&entries);
	*sheet = look->sheets.count && chosen >= 0 ? look->sheets.items[chosen] : NULL;
	return chosen >= 0;
}

/* A mapping that is kept for such headings, or what can be guessed. False = given up. */
static bool import_begin_mapping(struct app *app, enum sheet_kind kind, const struct sheet_look *look,
	struct strbuf *text, struct error *err)
{
	VEC(struct w_choice_entry) entries = {0};
	VEC(const char *) texts = {0};
	struct mappings_kept kept = {0};
	struct mapping guessed = {0};
	int chosen = 0;
	bool done = mappings_list(app->session, sheet_kind_id(kind), &kept, err);

	for (size_t i = 0; i < kept.items.count; i++) {
		struct mapping mapping = {0};

		if (mapping_parse(kept.items.items[i].content, kind, &mapping, NULL) && mapping_fits(&mapping, look)) {
			*vec_add(&entries) = (struct w_choice_entry){.label = kept.items.items[i].name,
				.hint = kept.items.items[i].at};
			*vec_add(&texts) = kept.items.items[i].content;
		}
		mapping_free(&mapping);
	}
	if (done && entries.count) {
		*vec_add(&entries) = (struct w_choice_entry){.label = _("None: look at it anew")};
		chosen = w_choice_run(app, _("A mapping is kept for these headings"), entries.items, entries.count, 0);
		done = chosen >= 0;
	}
	if (done && (size_t)chosen < texts.count) {
		strbuf_add_text(text, texts.items[chosen]);
	} else if (done) {
		done = mapping_guess(app->session, kind, look, &guessed, err);
		mapping_write_all(&guessed, kind, text);
	}
	mapping_free(&guessed);
	mappings_kept_free(&kept);
	vec_free(&entries);
	vec_free(&texts);
	return done;
}

static bool import_open_file(struct app *app, const char *path, const struct import_request *request)
{
	struct sheet_look look = {0}, chosen = {0};
	struct strbuf text = {0};
	struct error err = {0};
	enum sheet_kind kind = SHEET_PROJECTS;
	const char *sheet = request->sheet;

	if (!request->kind || !sheet_kind_parse(request->kind, &kind)) {
		const int asked = import_ask_kind(app, path, sheet);

		if (asked < 0)
			return false;
		kind = (enum sheet_kind)asked;
	}
	const bool opened = import_look_as(path, kind, sheet, &look, &err) &&
		(sheet || import_ask_sheet(app, &look, &sheet)) &&
		import_look_as(path, kind, sheet, &chosen, &err) &&
		import_begin_mapping(app, kind, &chosen, &text, &err) &&
		page_open(app, &import_page, &(struct page_values){.texts = {[IMPORT_PATH] = path,
			[IMPORT_KIND] = sheet_kind_id(kind), [IMPORT_SHEET] = sheet,
			[IMPORT_MAP] = strbuf_text(&text)}});

	app_error(app, &err);
	strbuf_free(&text);
	sheet_look_free(&look);
	sheet_look_free(&chosen);
	return opened;
}

bool import_open_request(struct app *app, const struct import_request *request)
{
	static const char *const endings[] = {".xlsx", ".ods", ".csv", ".tsv", ".txt", NULL};
	char *const path = request->path ? xstrdup(request->path) : pick_file(app, _("Import which file?"), endings);
	const bool opened = path && import_open_file(app, path, request);

	free(path);
	return opened;
}

bool import_open(struct app *app)
{
	return import_open_request(app, &(struct import_request){0});
}
