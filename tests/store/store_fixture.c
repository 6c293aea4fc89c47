#include "config.h"

#include "store_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "store/project_store.h"
#include "store/unit_store.h"
#include "../scratch.h"

static const struct unit units[] = {
	{.code = "D1", .kind = UNIT_DEPARTMENT, .name = "総務部", .position = 1},
	{.code = "S11", .kind = UNIT_SECTION, .name = "人事課", .parent_code = "D1",
		.lead_section = true, .position = 1},
	{.code = "T111", .kind = UNIT_TEAM, .name = "人事班", .parent_code = "S11", .position = 1},
	{.code = "T112", .kind = UNIT_TEAM, .name = "研修班", .parent_code = "S11", .position = 2},
	{.code = "S12", .kind = UNIT_SECTION, .name = "税務課", .parent_code = "D1",
		.position = 2},
	{.code = "T121", .kind = UNIT_TEAM, .name = "課税班", .parent_code = "S12", .position = 1},
	{.code = "D2", .kind = UNIT_DEPARTMENT, .name = "福祉保健部", .position = 2},
	{.code = "S21", .kind = UNIT_SECTION, .name = "こども家庭課", .parent_code = "D2",
		.lead_section = true, .position = 1},
	{.code = "T211", .kind = UNIT_TEAM, .name = "相談班", .parent_code = "S21", .position = 1},
	{.code = "T212", .kind = UNIT_TEAM, .name = "企画班", .parent_code = "S21", .position = 2},
};

int store_fixture_setup_empty(void **state)
{
	struct store_fixture *fixture = xcalloc(1, sizeof *fixture);

	i18n_init(NULL);
	fixture->folder = scratch_folder("store");
	if (!fixture->folder || chdir(fixture->folder) != 0)
		return 1;
	fixture->path = xasprintf("%s/uraniwa.db", fixture->folder);
	*state = fixture;
	return 0;
}

int store_fixture_setup(void **state)
{
	struct error err = {0};

	if (store_fixture_setup_empty(state) != 0)
		return 1;
	struct store_fixture *fixture = *state;
	fixture->store = store_create(fixture->path, "90000", "見本県", &err);
	bool ok = fixture->store && store_begin(fixture->store, "tester", "import", NULL, &err);
	for (size_t i = 0; ok && i < sizeof units / sizeof units[0]; i++) {
		struct unit unit = units[i];
		unit.first_fiscal_year = 2024;
		ok = unit_store_put(fixture->store, &unit, NULL, &err);
	}
	ok = ok && store_commit(fixture->store, &err);
	if (!ok)
		print_error("%s (%s)\n", err.message, err.detail);
	return !ok;
}

int store_fixture_teardown(void **state)
{
	struct store_fixture *fixture = *state;

	store_close(fixture->store);
	DIR *folder = opendir(fixture->folder);
	for (const struct dirent *entry; (entry = readdir(folder));)
		if (entry->d_name[0] != '.')
			remove(entry->d_name);
	closedir(folder);
	const bool left = chdir("..") == 0 && rmdir(fixture->folder) == 0;
	free(fixture->path);
	free(fixture->folder);
	free(fixture);
	return !left;
}

void store_fixture_fill(struct project *project, const char *title, const char *team_code,
	int cases)
{
	struct effect *effect;

	project->fiscal_year = 2025;
	project->title = project_text(project, title);
	project->team_code = project_text(project, team_code);
	project->problem_type = "1";
	project->tools[0] = "kintone";
	project->tool_count = 1;
	project->status = STATUS_RUNNING;
	effect = vec_add(&project->effects);
	*effect = effect_new(1, STAGE_ESTIMATE, PERIOD_MONTH, EFFECT_WORKING_DAYS_DEFAULT);
	effect->label = "";
	effect->destination = "";
	effect->before_minutes = 6000;
	effect->before_cases = cases;
	effect->after_cases = 0;
	effect->periods_in_year = 12;
	effect->periods_typed = 1;
}

int64_t store_fixture_add(struct store *store, const char *title, const char *team_code, int cases)
{
	struct error err = {0};
	struct project project;

	project_init(&project);
	store_fixture_fill(&project, title, team_code, cases);
	const bool ok = store_begin(store, "tester", "edit", NULL, &err) &&
		project_store_insert(store, &project, &err) && store_commit(store, &err);
	const int64_t id = project.id;
	project_free(&project);
	if (!ok)
		fail_msg("%s (%s)", err.message, err.detail);
	return id;
}
