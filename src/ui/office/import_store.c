/* import_store - what the page of an import has shown is stored, after a yes. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "service/files/mappings.h"
#include "ui/office/import_page.h"

/* Codes that a spreadsheet has taken the zeros from are put right after a yes. */
static bool import_mends_codes(struct app *app, struct page_values *values, const struct importing_zeros *zeros)
{
	if (!zeros->rows || values->numbers[IMPORT_CODES] != IMPORTING_CODES_ASKED ||
		!app_confirm(app, ngettext("Leading zeros are lost in %lld row (%s: %s is %s). Put them back?",
			"Leading zeros are lost in %lld rows (%s: %s is %s). Put them back?",
			(unsigned long)zeros->rows),
			(long long)zeros->rows, zeros->column, zeros->typed, zeros->code))
		return false;
	values->numbers[IMPORT_CODES] = IMPORTING_CODES_MENDED;
	return true;
}

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

bool import_store(struct app *app, struct page_values *values, struct importing_result *result)
{
	struct importing_options options = {.dry_run = true, .skip_bad = true};
	struct importing_result trial = {0};
	struct error err = {0};
	char *reason = NULL;
	const bool sure = import_read(app, values, &options, &trial, NULL, &err) &&
		!import_mends_codes(app, values, &trial.zeros) && import_confirm(app, &trial, &reason);

	options.dry_run = false;
	options.reason = reason;
	const bool stored = sure && import_read(app, values, &options, result, NULL, &err);

	if (stored)
		import_offer_to_keep(app, values);
	app_error(app, &err);
	free(reason);
	importing_result_free(&trial);
	return stored;
}
