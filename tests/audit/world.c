#include "world.h"

#include <stdlib.h>

#include "saving.h"
#include "world_sql.h"

const char *const stage_ids[STAGES] = {"estimate", "forecast", "actual"};
const char *const basis_ids[BASES] = {"in-year", "full-year"};
const char *const status_ids[STATUSES] = {"draft", "submitted", "approved", "running", "reported",
	"completed", "returned", "cancelled"};
static const char *const kind_ids[KINDS] = {"body", "department", "section", "team"};

/* The index of an id; the first where there is none of that name. */
static int world_index(const char *const *ids, int count, const char *id)
{
	for (int i = 0; i < count; i++)
		if (same(ids[i], id))
			return i;
	return 0;
}

/* ---- projects and their lines ---------------------------------------------------------------- */

static void world_add_tools(struct world *world, struct project *project, const char *tools)
{
	while (*tools) {
		const size_t length = strcspn(tools, ",");

		*LIST_ADD(world->pool, &project->tools) = pool_copy(world->pool, tools, length);
		tools += length + (tools[length] == ',');
	}
}

static void world_read_projects(struct rows *rows)
{
	struct world *const world = rows->world;

	rows_begin(rows, "SELECT id, fiscal_year, number, uuid, title, team_code, problem_type, leader, work, "
		"exclusion, COALESCE(started_on, ''), COALESCE(operating_from, ''), tools, status, replicable, "
		"implementation_cost IS NOT NULL OR running_cost IS NOT NULL, "
		"COALESCE(implementation_cost, 0), COALESCE(running_cost, 0), section_code, department_code, "
		"current_issue, approach, COALESCE(exclusion_rule, 0) "
		"FROM project ORDER BY fiscal_year, number");
	while (rows_next(rows)) {
		struct project *const project = LIST_ADD(world->pool, &world->projects);

		*project = (struct project){.id = rows_number(rows)};
		project->fiscal_year = (int)rows_number(rows);
		project->number = (int)rows_number(rows);
		project->uuid = rows_text(rows);
		project->title = rows_text(rows);
		project->team = rows_text(rows);
		project->type = rows_text(rows);
		project->leader = rows_text(rows);
		project->work = rows_text(rows);
		project->exclusion = rows_text(rows);
		project->started_on = rows_text(rows);
		project->operating_from = rows_text(rows);
		world_add_tools(world, project, rows_text(rows));
		project->status = (enum status)world_index(status_ids, STATUSES, rows_text(rows));
		project->replicable = rows_number(rows) != 0;
		project->has_cost = rows_number(rows) != 0;
		const int64_t once = rows_number(rows), yearly = rows_number(rows);
		project->impossible = once > COST_MAX || yearly > COST_MAX;
		project->cost = project->impossible ? 0 : once + yearly;
		project->section = rows_text(rows);
		project->department = rows_text(rows);
		project->issue = rows_text(rows);
		project->approach = rows_text(rows);
		project->rule = rows_number(rows);
	}
}

static struct project *world_by_id(struct world *world, int64_t id)
{
	for (size_t p = 0; p < world->projects.count; p++)
		if (world->projects.items[p].id == id)
			return &world->projects.items[p];
	return NULL;
}

static void world_read_lines(struct rows *rows)
{
	struct world *const world = rows->world;
	struct project *project = NULL;

	rows_begin(rows, "SELECT project_id, line, stage, label, kind, period, destination, monthly_cases, "
		"before_minutes, before_cases, after_minutes, after_cases, unit_cases, periods_in_year, "
		"periods_full_year, periods_typed, direct_in_year, direct_full_year, "
		"direct_before_in_year, direct_before_full_year "
		"FROM effect_line ORDER BY project_id, line, stage");
	while (rows_next(rows)) {
		const int64_t id = rows_number(rows);

		if (!project || project->id != id)
			project = world_by_id(world, id);
		if (!project)
			continue;
		struct line *const line = LIST_ADD(world->pool, &project->lines);
		*line = (struct line){.number = (int)rows_number(rows)};
		line->stage = (enum stage)world_index(stage_ids, STAGES, rows_text(rows));
		line->label = rows_text(rows);
		line->kind = rows_text(rows);
		line->period = rows_text(rows);
		line->destination = rows_text(rows);
		line->months = rows_text(rows);
		line->before_minutes = rows_number(rows);
		line->before_cases = rows_number(rows);
		line->after_minutes = rows_number(rows);
		line->after_cases = rows_number(rows);
		line->unit_cases = rows_number(rows);
		line->in_year = rows_number(rows);
		line->full_year = rows_number(rows);
		line->typed = rows_number(rows) != 0;
		line->direct[IN_YEAR] = rows_number(rows);
		line->direct[FULL_YEAR] = rows_number(rows);
		line->direct_before[IN_YEAR] = rows_number(rows);
		line->direct_before[FULL_YEAR] = rows_number(rows);
		saving_of_line(line, saving_months_in_operation(project));
	}
}

/* ---- everything else -------------------------------------------------------------------------- */

static void world_read_units(struct rows *rows)
{
	rows_begin(rows, "SELECT code, name, parent_code, successor_code, kind, first_fiscal_year, "
		"last_fiscal_year, position FROM unit ORDER BY code, first_fiscal_year");
	while (rows_next(rows)) {
		struct unit *const unit = LIST_ADD(rows->world->pool, &rows->world->units);

		unit->code = rows_text(rows);
		unit->name = rows_text(rows);
		unit->parent = rows_text(rows);
		unit->successor = rows_text(rows);
		unit->kind = (enum kind)world_index(kind_ids, KINDS, rows_text(rows));
		unit->first = (int)rows_number(rows);
		unit->last = (int)rows_number(rows);
		unit->position = (int)rows_number(rows);
	}
}

static void world_read_people(struct rows *rows)
{
	struct world *const world = rows->world;

	rows_begin(rows, "SELECT code, name, active FROM person ORDER BY code");
	while (rows_next(rows)) {
		struct person *const person = LIST_ADD(world->pool, &world->people);

		person->code = rows_text(rows);
		person->name = rows_text(rows);
		person->active = rows_number(rows) != 0;
	}
	rows_begin(rows, "SELECT person_code, role, unit_code, first_fiscal_year, last_fiscal_year "
		"FROM role_grant ORDER BY person_code, role, unit_code, first_fiscal_year");
	while (rows_next(rows)) {
		struct grant *const grant = LIST_ADD(world->pool, &world->grants);

		grant->person = rows_text(rows);
		grant->role = rows_text(rows);
		grant->unit = rows_text(rows);
		grant->first = (int)rows_number(rows);
		grant->last = (int)rows_number(rows);
	}
	rows_begin(rows, "SELECT fiscal_year, section_code, person_code, from_date, to_date FROM leader "
		"ORDER BY fiscal_year, section_code, from_date, person_code");
	while (rows_next(rows)) {
		struct leader *const leader = LIST_ADD(world->pool, &world->leaders);

		leader->fiscal_year = (int)rows_number(rows);
		leader->section = rows_text(rows);
		leader->person = rows_text(rows);
		leader->from = rows_text(rows);
		leader->to = rows_text(rows);
	}
}

static void world_read_training(struct rows *rows)
{
	struct world *const world = rows->world;

	rows_begin(rows, "SELECT code, name, form, audience, fiscal_year, minutes, units FROM course "
		"ORDER BY fiscal_year, code");
	while (rows_next(rows)) {
		struct course *const course = LIST_ADD(world->pool, &world->courses);

		course->code = rows_text(rows);
		course->name = rows_text(rows);
		course->form = rows_text(rows);
		course->audience = rows_text(rows);
		course->fiscal_year = (int)rows_number(rows);
		course->minutes = rows_number(rows);
		course->units = rows_number(rows);
	}
	rows_begin(rows, "SELECT course_code, person_code FROM attendance");
	while (rows_next(rows)) {
		struct attendance *const attendance = LIST_ADD(world->pool, &world->attendance);

		attendance->course = rows_text(rows);
		attendance->person = rows_text(rows);
	}
}

static void world_read_indicators(struct rows *rows)
{
	struct world *const world = rows->world;
	const char *const sql[] = {
		"SELECT indicator_code, fiscal_year, 0, target FROM indicator_target ORDER BY fiscal_year",
		"SELECT indicator_code, fiscal_year, month, value FROM indicator_value "
			"ORDER BY fiscal_year, (month + 8) % 12"};

	rows_begin(rows, "SELECT code, name, unit, direction, source, computed, yearly FROM indicator "
		"ORDER BY position, code");
	while (rows_next(rows)) {
		struct indicator *const indicator = LIST_ADD(world->pool, &world->indicators);

		indicator->code = rows_text(rows);
		indicator->name = rows_text(rows);
		indicator->unit = rows_text(rows);
		indicator->direction = rows_text(rows);
		indicator->source = rows_text(rows);
		indicator->computed = rows_text(rows);
		indicator->yearly = rows_text(rows);
	}
	for (int values = 0; values < 2; values++) {
		rows_begin(rows, sql[values]);
		while (rows_next(rows)) {
			const char *const code = rows_text(rows);
			struct reading reading = {.fiscal_year = (int)rows_number(rows)};

			reading.month = (int)rows_number(rows);
			reading.value = rows_number(rows);
			for (size_t i = 0; i < world->indicators.count; i++)
				if (same(world->indicators.items[i].code, code) && values)
					*LIST_ADD(world->pool, &world->indicators.items[i].values) = reading;
				else if (same(world->indicators.items[i].code, code))
					*LIST_ADD(world->pool, &world->indicators.items[i].targets) = reading;
		}
	}
}

static void world_read_rest(struct rows *rows)
{
	struct world *const world = rows->world;

	rows_begin(rows, "SELECT code, name FROM body");
	while (rows_next(rows)) {
		world->body_code = rows_text(rows);
		world->body = rows_text(rows);
	}
	for (int tools = 0; tools < 2; tools++) {
		rows_begin(rows, tools ?
			"SELECT code, name, first_fiscal_year, last_fiscal_year FROM tool "
			"ORDER BY position, code, first_fiscal_year" :
			"SELECT code, name, first_fiscal_year, last_fiscal_year FROM problem_type "
			"ORDER BY position, code, first_fiscal_year");
		while (rows_next(rows)) {
			struct entry entry = {.code = rows_text(rows)};

			entry.name = rows_text(rows);
			entry.first = (int)rows_number(rows);
			entry.last = (int)rows_number(rows);
			if (tools)
				*LIST_ADD(world->pool, &world->tools) = entry;
			else
				*LIST_ADD(world->pool, &world->types) = entry;
		}
	}
	rows_begin(rows, "SELECT fiscal_year, period, section_code, minutes FROM section_target");
	while (rows_next(rows)) {
		struct target *const target = LIST_ADD(world->pool, &world->targets);

		target->fiscal_year = (int)rows_number(rows);
		target->period = rows_text(rows);
		target->section = rows_text(rows);
		target->minutes = rows_number(rows);
	}
	rows_begin(rows, "SELECT fiscal_year, kind, due_on FROM due_date");
	while (rows_next(rows)) {
		struct due *const due = LIST_ADD(world->pool, &world->dues);

		due->fiscal_year = (int)rows_number(rows);
		due->kind = rows_text(rows);
		due->on = rows_text(rows);
	}
	rows_begin(rows, "SELECT fiscal_year, work_key, unit_code, cleared_by, reason, projects "
		"FROM overlap_clearance");
	while (rows_next(rows)) {
		struct clearance *const clearance = LIST_ADD(world->pool, &world->clearances);

		clearance->fiscal_year = (int)rows_number(rows);
		clearance->work_key = rows_text(rows);
		clearance->unit = rows_text(rows);
		clearance->by = rows_text(rows);
		clearance->reason = rows_text(rows);
		clearance->projects = rows_text(rows);
	}
	rows_begin(rows, "SELECT id, first_fiscal_year, last_fiscal_year, tools, words FROM exclusion_rule");
	while (rows_next(rows)) {
		struct rule *const rule = LIST_ADD(world->pool, &world->rules);

		rule->id = rows_number(rows);
		rule->first = (int)rows_number(rows);
		rule->last = (int)rows_number(rows);
		rule->tools = rows_text(rows);
		rule->words = rows_text(rows);
	}
	rows_begin(rows, "SELECT name, fiscal_year, value FROM parameter");
	while (rows_next(rows)) {
		struct parameter *const parameter = LIST_ADD(world->pool, &world->parameters);

		parameter->name = rows_text(rows);
		parameter->fiscal_year = (int)rows_number(rows);
		parameter->value = strtoll(rows_text(rows), NULL, 10);
	}
}

bool world_read(struct world *world, struct pool *pool, const char *file, const char **fault)
{
	struct rows rows = {.world = world, .fault = fault};

	*world = (struct world){.pool = pool, .body = "", .body_code = ""};
	if (sqlite3_open_v2(file, &rows.database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
		*fault = pool_print(pool, "%s: %s", file, sqlite3_errmsg(rows.database));
		rows.failed = true;
	}
	world_read_units(&rows);
	world_read_projects(&rows);
	world_read_lines(&rows);
	world_read_people(&rows);
	world_read_training(&rows);
	world_read_indicators(&rows);
	world_read_rest(&rows);
	sqlite3_close(rows.database);
	for (size_t p = 0; p < world->projects.count; p++) {
		struct project *const project = &world->projects.items[p];

		saving_of_project(project);
		if (!world->first_year || project->fiscal_year < world->first_year)
			world->first_year = project->fiscal_year;
		if (project->fiscal_year > world->last_year)
			world->last_year = project->fiscal_year;
	}
	return !rows.failed;
}

/* ---- looking things up ------------------------------------------------------------------------- */

int64_t world_parameter(const struct world *world, const char *name, int fiscal_year, int64_t otherwise)
{
	int64_t value = otherwise;
	bool own = false;

	for (size_t p = 0; p < world->parameters.count; p++) {
		const struct parameter *const parameter = &world->parameters.items[p];

		if (!same(parameter->name, name) || own ||
			(parameter->fiscal_year && parameter->fiscal_year != fiscal_year))
			continue;
		value = parameter->value;
		own = parameter->fiscal_year != 0;
	}
	return value;
}

int64_t world_hours(const struct world *world, int fiscal_year)
{
	return world_parameter(world, "hours_per_person_year", fiscal_year, 1860);
}

int64_t world_rate(const struct world *world, int fiscal_year)
{
	return world_parameter(world, "hourly_rate_yen", fiscal_year, 0);
}

const char *world_person(const struct world *world, const char *code)
{
	for (size_t p = 0; p < world->people.count; p++)
		if (same(world->people.items[p].code, code))
			return world->people.items[p].name;
	return code;
}

const char *world_number(const struct world *world, const struct project *project)
{
	const int year = project->fiscal_year;

	return year >= 2019 ? pool_print(world->pool, "R%d-%04d", year - 2018, project->number) :
		pool_print(world->pool, "H%d-%04d", year - 1988, project->number);
}

const char *world_year_name(struct pool *pool, int fiscal_year)
{
	if (fiscal_year == 2019)
		return "令和元年度";
	return pool_print(pool, fiscal_year > 2019 ? "令和%d年度" : "平成%d年度",
		fiscal_year > 2019 ? fiscal_year - 2018 : fiscal_year - 1988);
}
