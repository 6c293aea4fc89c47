/* import_read - reads the file of the page of an import, or all sheets of its folder as one change. */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "service/files/folder.h"
#include "ui/office/import_page.h"

enum sheet_kind import_kind(const struct page_values *values)
{
	enum sheet_kind kind = SHEET_PROJECTS;

	sheet_kind_parse(values->texts[IMPORT_KIND], &kind);
	return kind;
}

char *import_first_file(const char *path)
{
	struct folder_files files = {0};
	char *first = NULL;

	if (folder_is_one(path) && folder_read(path, &files, NULL) && files.sheets.count)
		first = xstrdup(files.sheets.items[0]);
	folder_free(&files);
	return first ? first : xstrdup(path);
}

static bool import_read_file(struct app *app, const char *path, struct importing_options *options,
	struct importing_result *result, struct error *err)
{
	FILE *const stream = file_open_read(path, err);

	if (!stream)
		return false;
	options->source = path;
	const bool done = importing_run(app->session, stream, options, result, err);
	fclose(stream);
	return done;
}

static void import_add_counts(struct importing_result *all, const struct importing_result *part)
{
	all->added += part->added;
	all->changed += part->changed;
	all->unchanged += part->unchanged;
	all->left_out += part->left_out;
	all->proposed += part->proposed;
	all->followed += part->followed;
	all->unreasoned += part->unreasoned;
	all->removed += part->removed;
	const int64_t rows = all->zeros.rows + part->zeros.rows;
	if (!all->zeros.rows)
		all->zeros = part->zeros;
	all->zeros.rows = rows;
}

/* Where one cannot be read, the others are for their faults only. */
static bool import_read_folder(struct app *app, const char *folder, struct importing_options *options,
	struct importing_result *result, const struct import_each *each, struct error *err)
{
	const bool store = !options->dry_run;
	struct folder_files files = {0};
	struct importing_earlier earlier = {0};
	bool good = true;

	if (!folder_read(folder, &files, err) || (files.sheets.count == 0 && !error_set(err, ERROR_DATA,
		_("%s holds no sheet: no workbook (.xlsx, .ods) and no CSV file."), folder)) ||
		!importing_begin(app->session, folder, 0, err)) {
		folder_free(&files);
		return false;
	}
	options->earlier = &earlier;
	options->dry_run = false;
	for (size_t i = 0; i < files.sheets.count; i++) {
		const char *const path = files.sheets.items[i];
		struct importing_result part = {0};
		struct error fault = {0};
		const bool done = import_read_file(app, path, options, &part, &fault);

		const char *name = path + strlen(folder);
		if (each)
			each->take(name + strspn(name, "/"), &part, done ? NULL : &fault, each->data);
		import_add_counts(result, &part);
		importing_result_free(&part);
		if (done)
			continue;
		options->dry_run = true;
		if (good)
			error_set(err, fault.code, "%s: %s", path, fault.message);
		good = false;
	}
	options->earlier = NULL;
	options->dry_run = !store;
	good = importing_end(app->session, good && store, good ? err : NULL) && good;
	importing_earlier_free(&earlier);
	folder_free(&files);
	return good;
}

bool import_read(struct app *app, const struct page_values *values, struct importing_options *options,
	struct importing_result *result, const struct import_each *each, struct error *err)
{
	const char *const path = values->texts[IMPORT_PATH];

	options->kind = import_kind(values);
	options->map = values->texts[IMPORT_MAP];
	options->sheet = values->texts[IMPORT_SHEET];
	options->whole_tree = values->numbers[IMPORT_WHOLE] && options->kind != SHEET_EFFECTS;
	options->replace = values->numbers[IMPORT_WHOLE] && options->kind == SHEET_EFFECTS;
	options->codes = (enum importing_codes)values->numbers[IMPORT_CODES];
	if (folder_is_one(path))
		return import_read_folder(app, path, options, result, each, err);

	const bool done = import_read_file(app, path, options, result, err);
	if (each)
		each->take("", result, done ? NULL : err, each->data);
	return done;
}
