#include "config.h"

#include "service/files/sample.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/resource.h"
#include "service/files/importing.h"
#include "service/office/office.h"
#include "service/session/creating.h"
#include "service/session/session.h"

static const char sample_body_code[] = "990001";
static const char sample_body_name[] = "見本県";

/* In the order in which they need one another. */
static const struct {
	const char *kind;
	const char *name;
} files[] = {
	{"units", "sample/units.csv"},
	{"people", "sample/people.csv"},
	{"leaders", "sample/leaders.csv"},
	{"training", "sample/training.csv"},
	{"targets", "sample/targets.csv"},
	{"indicators", "sample/indicators.csv"},
	{"indicators", "sample/genai-usage.csv"},
	{"projects", "sample/projects.csv"},
	{"effects", "sample/effects.csv"},
};

/* What the office has set by hand: fields as they would be typed. */
static const struct {
	const struct office_table *table;
	const char *typed[OFFICE_COLUMNS_MAX];
} settings[] = {
	{&office_due_dates, {"2024", "interim", "2024-11-22"}},
	{&office_due_dates, {"2024", "year-end", "2025-03-14"}},
	{&office_due_dates, {"2025", "leader", "2025-05-16"}},
	{&office_due_dates, {"2025", "decision", "2025-06-30"}},
	{&office_due_dates, {"2025", "interim", "2025-11-25"}},
	{&office_due_dates, {"2025", "year-end", "2026-03-13"}},
	{&office_parameters, {"hourly_rate_yen", "", "4000"}},
};

char *sample_path(void)
{
	return ambient_data_path("demo.db");
}

static bool sample_import(struct session *session, const char *kind, const char *name,
	struct error *err)
{
	const struct resource *resource = resource_find(name);
	struct importing_result result = {0};
	struct importing_options options = {.encoding = ENCODING_UTF8, .source = name};
	const bool known = sheet_kind_parse(kind, &options.kind);

	assert(known);
	if (!known || !resource)
		return error_set(err, ERROR_FILE, _("The program was built without %s."), name);
	FILE *stream = fmemopen((void *)(uintptr_t)resource->start, resource_size(resource), "r");
	if (!stream)
		return error_set(err, ERROR_FILE, _("%s cannot be read."), name);
	const bool stored = importing_run(session, stream, &options, &result, err);
	if (!stored && result.report.rejects.count)
		error_detail(err, "%s:%lld: %s", name,
			(long long)result.report.rejects.items[0].line,
			result.report.rejects.items[0].reason);
	importing_result_free(&result);
	fclose(stream);
	return stored;
}

static bool sample_fill(const char *path, void *data, struct error *err)
{
	const struct progress *progress = data;
	struct session session;
	const struct session_options options = {
		.target = path, .user = "office", .fiscal_year = SAMPLE_FISCAL_YEAR};

	struct store *store = store_create(path, sample_body_code, sample_body_name, err);
	if (!store)
		return false;
	store_close(store);
	if (!session_open(&session, &options, err))
		return false;
	bool stored = true;
	session.progress = *progress;
	for (size_t i = 0; stored && i < sizeof settings / sizeof settings[0]; i++) {
		int field;
		stored = office_put(&session, settings[i].table, NULL, settings[i].typed, &field,
			err);
	}
	for (size_t i = 0; stored && i < sizeof files / sizeof files[0]; i++)
		stored = sample_import(&session, files[i].kind, files[i].name, err);
	session_close(&session);
	return stored;
}

bool sample_prepare(const char *path, bool reset, const struct progress *progress,
	struct error *err)
{
	struct progress told = *progress;

	if (!reset && access(path, F_OK) == 0)
		return true;
	return file_make_folder_of(path, err) && creating_whole(path, reset, sample_fill, &told, err);
}
