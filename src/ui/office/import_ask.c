/* import_ask - what is asked before the page of an import: what the file holds, which sheet, which mapping. */
#include "config.h"

#include <string.h>

#include "base/i18n.h"
#include "model/office/office_sheet.h"
#include "service/files/mapping_guess.h"
#include "service/files/mappings.h"
#include "ui/kit/w_choice.h"
#include "ui/office/import_page.h"

const char *import_kind_title(enum sheet_kind kind)
{
	return kind == SHEET_PROJECTS ? _("Project") : kind == SHEET_EFFECTS ? _("Savings") :
		_(sheet_office(kind)->tables[0]->title);
}

bool import_look_as(const char *path, enum sheet_kind kind, const char *sheet, struct sheet_look *look,
	struct error *err)
{
	return import_look(&(struct page_values){.texts = {[IMPORT_PATH] = path,
		[IMPORT_KIND] = sheet_kind_id(kind), [IMPORT_SHEET] = sheet}}, look, err);
}

int import_ask_kind(struct app *app, const char *path, const char *sheet)
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

bool import_ask_sheet(struct app *app, const struct sheet_look *look, const char **sheet)
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

bool import_ask_whole(struct app *app, enum sheet_kind kind, int64_t *whole)
{
	const bool units = kind != SHEET_EFFECTS && sheet_office(kind) == office_sheet_of(&office_units);
	const struct w_choice_entry entries[] = {{.label = _("It stays")},
		{.label = units ? _("It ends the year before") : _("Lines of the projects in the file go")}};

	if (kind != SHEET_EFFECTS && !units)
		return true;
	*whole = w_choice_run(app, _("What the file does not name"), entries, 2, 0);
	return *whole >= 0;
}

/* One of those that are kept for such headings; Delete takes one away, after a yes. The number of them for none, -1 =
 * given up. */
static int import_ask_kept(struct app *app, enum sheet_kind kind, struct mappings_kept *kept)
{
	VEC(struct w_choice_entry) entries = {0};
	struct error err = {0};
	bool removed = false;
	int chosen = 0;

	for (size_t i = 0; i < kept->items.count; i++)
		*vec_add(&entries) = (struct w_choice_entry){.label = kept->items.items[i].name,
			.hint = kept->items.items[i].kept_by};
	*vec_add(&entries) = (struct w_choice_entry){.label = _("None: look at it anew")};
	if (kept->items.count)
		chosen = w_choice_run_or_remove(app, _("A mapping is kept for these headings"), entries.items,
			entries.count, 0, &removed);
	vec_free(&entries);
	if (!removed || chosen < 0 || (size_t)chosen == kept->items.count)
		return removed ? -1 : chosen;

	const struct mapping_kept *const item = &kept->items.items[chosen];
	if (app_confirm(app, _("Remove the mapping “%s”?"), item->name) &&
		mappings_remove(app->session, kind, item->name, &err))
		memmove(kept->items.items + chosen, kept->items.items + chosen + 1,
			(--kept->items.count - (size_t)chosen) * sizeof *item);
	app_error(app, &err);
	return import_ask_kept(app, kind, kept);
}

bool import_ask_mapping(struct app *app, enum sheet_kind kind, const struct sheet_look *look,
	struct strbuf *text, struct error *err)
{
	struct mappings_kept kept = {0};
	struct mapping guessed = {0};

	if (!mapping_fitting(app->session, kind, look, &kept, err))
		return false;
	const int chosen = import_ask_kept(app, kind, &kept);
	bool done = chosen >= 0;

	if (done && (size_t)chosen < kept.items.count) {
		strbuf_add_text(text, kept.items.items[chosen].content);
	} else if (done) {
		done = mapping_guess(app->session, kind, look, &guessed, err);
		mapping_write_all(&guessed, kind, text);
	}
	mapping_free(&guessed);
	mappings_kept_free(&kept);
	return done;
}
