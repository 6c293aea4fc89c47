/* importing_projects - import of projects. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/effect_field.h"
#include "model/fiscal_year.h"
#include "service/files/blank_units.h"
#include "service/files/importer.h"
#include "service/files/key_set.h"
#include "service/files/rounded.h"
#include "store/project_store.h"

/* Sheet columns by field: sheet_columns(SHEET_PROJECTS) is made from the field table. */
struct reading {
	int column[FIELD_COUNT]; /* -1 = the format has no such column */
	enum field order[FIELD_COUNT]; /* in which the cells of a row are set */
	size_t order_count;
	struct key_set uuids;    /* of this file, with their lines */
	/* Nothing was stored before: then nothing needs to be looked up, and the sets of this file
	 * alone see to it that no UUID and number is stored twice. */
	bool fresh;
	struct blank_units blank;
	struct key_set numbers;  /* stored from this file; only when fresh */
};

/* From so many new rows on, indexes are better built at the end. */
enum { MANY = 5000 };

static bool importing_projects_begin(struct importer *importer, struct error *err)
{
	struct reading *reading = xcalloc(1, sizeof *reading);
	size_t count;
	const struct sheet_column *columns = sheet_columns(SHEET_PROJECTS, &count);

	importer->state = reading;
	reading->uuids = (struct key_set){.words = 2, .extra = 1};
	reading->numbers = (struct key_set){.words = 1};
	reading->order_count = project_set_order(reading->order);
	for (int field = 0; field < FIELD_COUNT; field++)
		reading->column[field] = -1;
	for (size_t i = 0; i < count; i++) {
		const int field = project_field_by_heading(columns[i].id);
		if (field >= 0)
			reading->column[field] = (int)i;
	}
	return project_store_is_empty(importer->session->store, &reading->fresh, err);
}

static void importing_projects_release(struct importer *importer)
{
	struct reading *reading = importer->state;

	key_set_free(&reading->uuids);
	key_set_free(&reading->numbers);
	free(reading);
}

static bool importing_projects_finish(struct importer *importer, struct error *err)
{
	return project_store_build_indexes(importer->session->store, err);
}

/* The cell of a field; "" when the file has none. */
static const char *importing_cell(const struct importer *importer, const struct sheet_row *row,
	enum field field)
{
	const struct reading *reading = importer->state;
	const int column = reading->column[field];

	return column >= 0 ? row->cells[column] : "";
}

static bool importing_present(const struct importer *importer, const struct sheet_row *row,
	enum field field)
{
	const struct reading *reading = importer->state;
	const int column = reading->column[field];

	return column >= 0 && row->present[column];
}

static bool importing_reject_field(struct importer *importer, const struct sheet_row *row,
	enum field field, const char *reason)
{
	const struct reading *reading = importer->state;

	return importer_reject(importer, row, reading->column[field], reason);
}

/* ---- which project a row is -------------------------------------------------------------------- */

struct identity {
	char uuid[UUID_TEXT]; /* "" = not given */
	int fiscal_year;
	int number;           /* 0 = not given */
};

/* False when the row was rejected. */
static bool importing_read_identity(struct importer *importer, const struct sheet_row *row,
	struct identity *identity)
{
	const char *uuid = importing_cell(importer, row, FIELD_UUID);
	const char *number = importing_cell(importer, row, FIELD_NUMBER);
	const char *year = importing_cell(importer, row, FIELD_FISCAL_YEAR);
	struct error error;

	*identity = (struct identity){.fiscal_year = importer->session->fiscal_year};
	if (*uuid && !uuid_normalize(uuid, identity->uuid)) {
		importing_reject_field(importer, row, FIELD_UUID,
			_("This is no UUID (8-4-4-4-12 hexadecimal digits)."));
		return false;
	}
	if (*year && !fiscal_year_parse(year, &identity->fiscal_year, &error)) {
		importing_reject_field(importer, row, FIELD_FISCAL_YEAR, error.message);
		return false;
	}
	if (!project_number_given(number))
		return true;
	int number_year;
	if (!fiscal_year_number_parse(number, &number_year, &identity->number, &error)) {
		importing_reject_field(importer, row, FIELD_NUMBER, error.message);
		return false;
	}
	if (*year && number_year != identity->fiscal_year) {
		importing_reject_field(importer, row, FIELD_NUMBER,
			_("The number is of another fiscal year than the row."));
		return false;
	}
	identity->fiscal_year = number_year;
	return true;
}

static uint64_t importing_number_key(int fiscal_year, int number)
{
	return (uint64_t)fiscal_year << 32 | (uint32_t)number;
}

/* Loads the stored project of that identity, or leaves an empty one. */
static enum project_find importing_find_stored(struct importer *importer,
	const struct identity *identity, struct project *project, struct error *err)
{
	const struct reading *reading = importer->state;
	struct store *store = importer->session->store;
	enum project_find found = PROJECT_MISSING;

	if (reading->fresh)
		return PROJECT_MISSING;
	if (*identity->uuid)
		found = project_store_by_uuid(store, identity->uuid, project, err);
	if (found == PROJECT_MISSING && identity->number)
		found = project_store_by_number(store, identity->fiscal_year, identity->number,
			project, err);
	return found;
}

/* ---- reading and comparing ---------------------------------------------------------------------- */

/* A sheet of whole hours, such as a list, knows less of a figure than what is stored (at that stage). */
static bool importing_knows_less(struct project *stored, int stage, enum field field, const char *text)
{
	int64_t minutes;

	stored->stage = stage;
	return project_fields[field].type == FIELD_TYPE_HOURS &&
		project_figure(stored, (int)field, &minutes) && rounded_hours_hold(text, minutes);
}

/* False when cells were rejected, each with its reason, so that a sheet is mended in one go. Columns
 * that the file does not have stay as they were; figures of what is stored, too, where the file rounds them. */
static bool importing_read_cells(struct importer *importer, const struct sheet_row *row,
	const struct project_context *context, struct project *stored, struct project *project)
{
	const struct reading *reading = importer->state;
	struct error error;
	bool good = true;

	for (size_t i = 0; i < reading->order_count; i++) {
		const enum field field = reading->order[i];
		const char *text = importing_cell(importer, row, field);
		/* read on its own, by importing_read_identity() */
		const bool identifies = field == FIELD_UUID || field == FIELD_NUMBER ||
			field == FIELD_FISCAL_YEAR;
		if (!importing_present(importer, row, field) || identifies ||
			importing_knows_less(stored, project->stage, field, text))
			continue;
		if (project_field_set(project, field, text, context, &error))
			continue;
		importing_reject_field(importer, row, field, error.message);
		good = false;
	}

	/* Hours saved are those before without those after; each may be rounded by half an hour. */
	const char *const said = importing_cell(importer, row, FIELD_HOURS);
	int64_t minutes, saved;
	const bool agrees = !good || !*said || !*importing_cell(importer, row, FIELD_HOURS_BEFORE) ||
		!*importing_cell(importer, row, FIELD_HOURS_AFTER) ||
		(effect_parse_hours(said, &minutes, NULL) &&
			project_figure(project, FIELD_HOURS, &saved) && llabs(saved - minutes) <= 90);

	if (!agrees)
		importing_reject_field(importer, row, FIELD_HOURS,
			_("The hours saved are not those before without those after. Leave one of the three out."));
	return good && agrees;
}

static bool importing_must_not_be_empty(struct importer *importer, const struct sheet_row *row,
	const struct project *project)
{
	if (!*project->title && !importing_present(importer, row, FIELD_TITLE) &&
		!project_number_given(importing_cell(importer, row, FIELD_NUMBER)) &&
		!*importing_cell(importer, row, FIELD_UUID)) {
		importer_reject(importer, row, -1,
			_("No column has the titles of projects. Where one that was ignored does, say so in a --map "
			  "file: its heading=title."));
		return false;
	}
	if (!*project->title && !importing_present(importer, row, FIELD_TITLE)) {
		importing_reject_field(importer, row,
			importing_present(importer, row, FIELD_NUMBER) ? FIELD_NUMBER : FIELD_UUID,
			_("There is no such project; a new one needs a title and a team."));
		return false;
	}
	if (!*project->title) {
		importing_reject_field(importer, row, FIELD_TITLE, _("The project has no title."));
		return false;
	}
	if (!*project->team_code) {
		importing_reject_field(importer, row, FIELD_TEAM, _("The project has no team."));
		return false;
	}
	return true;
}

/* Notes every exported field that differs; true when one does. *overwrites: one of them said something before. */
static bool importing_differs(struct importer *importer, const struct sheet_row *row,
	const struct project_context *context, const struct project *before,
	const struct project *after, const char *what, bool *overwrites)
{
	bool any = false;

	*overwrites = false;

	for (int field = 0; field < FIELD_COUNT; field++) {
		if (!project_fields[field].exported)
			continue;
		strbuf_clear(&importer->before);
		strbuf_clear(&importer->after);
		project_field_get(before, (enum field)field, context, FIELD_MACHINE, &importer->before);
		project_field_get(after, (enum field)field, context, FIELD_MACHINE, &importer->after);
		if (strcmp(strbuf_text(&importer->before), strbuf_text(&importer->after)) == 0)
			continue;
		any = true;
		*overwrites = *overwrites || importer->before.length > 0;
		importer_difference(importer, row->line, what, project_fields[field].id,
			strbuf_text(&importer->before), strbuf_text(&importer->after));
	}
	return any;
}

/* ---- storing -------------------------------------------------------------------------------------- */

/* Notes that this file has brought the project. */
static void importing_brought(struct importer *importer, const struct project *project)
{
	struct importing_earlier *const earlier = importer->options->earlier;

	if (earlier)
		strmap_put(&earlier->projects, project->uuid, (int64_t)earlier->files.count - 1);
}

/* False, with the row rejected, where a file before this one has brought the project, whose figures or words this one
 * would overwrite; what it adds is welcome. */
static bool importing_not_brought(struct importer *importer, const struct sheet_row *row,
	const struct project *project)
{
	const struct importing_earlier *const earlier = importer->options->earlier;
	struct error error;
	int64_t file;

	if (!earlier || !strmap_get(&earlier->projects, project->uuid, &file) ||
		file == (int64_t)earlier->files.count - 1)
		return true;
	error_set(&error, ERROR_DATA, _("The file %s has this project already, and otherwise. Keep it in one of them."),
		earlier->files.items[file]);
	importer_reject(importer, row, -1, error.message);
	return false;
}

static bool importing_store_project(struct importer *importer, const struct sheet_row *row,
	const struct project_context *context, const struct project *stored,
	struct project *project, struct error *err)
{
	struct importing_result *result = importer->result;
	struct reading *reading = importer->state;
	struct store *store = importer->session->store;
	char number[FISCAL_YEAR_TEXT] = "";

	if (project->number)
		fiscal_year_number_format(project->fiscal_year, project->number, number);
	if (!stored->id) {
		result->added++;
		importer_difference(importer, row->line, *number ? number : project->title, "", "",
			project->title);
		blank_units_tell(&reading->blank, importer, row, *number ? number : project->title, project);
		if (reading->fresh && result->added == MANY &&
			!project_store_defer_indexes(store, err))
			return false;
		if (!project_store_insert(store, project, err))
			return false;
		const uint64_t key = importing_number_key(project->fiscal_year, project->number);
		if (reading->fresh)
			key_set_add(&reading->numbers, &key, 0, NULL);
		importing_brought(importer, project);
		return true;
	}
	bool overwrites;
	if (!importing_differs(importer, row, context, stored, project, number, &overwrites)) {
		importer_unchanged(importer, row->line, number);
		return true;
	}
	if ((overwrites && !importing_not_brought(importer, row, project)) ||
		!importer_may_change(importer, row->line, stored, project))
		return true;
	importing_brought(importer, project);
	result->changed++;
	blank_units_tell(&reading->blank, importer, row, number, project);
	return project_store_update(store, project, err);
}

static bool importing_is_first(struct importer *importer, const struct sheet_row *row,
	const struct project *project)
{
	struct reading *reading = importer->state;
	struct error error;
	uint64_t key[2], earlier;

	uuid_pack(project->uuid, key);
	if (key_set_add(&reading->uuids, key, (uint64_t)row->line, &earlier))
		return true;
	error_set(&error, ERROR_DATA,
		_("Line %lld of this file is the same project already; give each its own number or title."),
		(long long)earlier);
	importer_reject(importer, row, -1, error.message);
	return false;
}

/* Year, team and title: what a project of a sheet without UUIDs and numbers is known by, so that importing
 * it again finds the same project (domain.md §8). */
static void importing_name_by_title(struct project *project)
{
	struct strbuf name = {0};

	strbuf_addf(&name, "%d\n%s\n", project->fiscal_year, project->team_code);
	text_key_add(&name, project->title, strlen(project->title));
	uuid_from_name(strbuf_text(&name), name.length, project->uuid);
	strbuf_free(&name);
}

/* Gives a new project its identity; finds the stored one of a derived UUID. */
static bool importing_settle_identity(struct importer *importer, const struct identity *identity,
	struct project *stored, struct project *project, struct error *err)
{
	const struct reading *reading = importer->state;
	enum project_find found = PROJECT_MISSING;
	struct project other;
	uint64_t key[2];

	if (stored->id)
		return true;
	project->number = identity->number;
	if (*identity->uuid) {
		text_copy(project->uuid, sizeof project->uuid, identity->uuid);
		return true;
	}
	importing_name_by_title(project);
	if (!identity->number) {
		if (!reading->fresh)
			found = project_store_by_uuid(importer->session->store, project->uuid,
				stored, err);
		if (found == PROJECT_FOUND) {
			project->id = stored->id;
			project->number = stored->number;
			project->version = stored->version;
		}
		return found != PROJECT_FAILED;
	}
	uuid_pack(project->uuid, key);
	project_init(&other);
	if (!reading->fresh)
		found = project_store_by_uuid(importer->session->store, project->uuid, &other, err);
	project_free(&other);
	if (found == PROJECT_FOUND || key_set_has(&reading->uuids, key)) {
		/* Two projects may share a title: the second has the UUID of body, year and
		 * number. */
		struct strbuf name = {0};

		strbuf_addf(&name, "%s\n%d\n%d", importer->session->body.code, project->fiscal_year,
			project->number);
		uuid_from_name(strbuf_text(&name), name.length, project->uuid);
		strbuf_free(&name);
	}
	return found != PROJECT_FAILED;
}

/* Only the office may bring along what is decided: a status is a decision of those whom the
 * workflow names, and what is standard work is the office's to say; that something may be is
 * anybody's. */
static bool importing_may_decide(struct importer *importer, const struct sheet_row *row,
	const struct project *stored, const struct project *project)
{
	const enum exclusion exclusion = project->exclusion.exclusion;
	const bool usual_status = stored->id ? project->status == stored->status :
		project->status == STATUS_DRAFT || project->status == STATUS_SUBMITTED;
	const bool usual_exclusion = stored->id ? exclusion == stored->exclusion.exclusion :
		exclusion == EXCLUSION_NONE || exclusion == EXCLUSION_FLAGGED;

	if (usual_status && usual_exclusion)
		return true;
	if (session_permits(importer->session, PERMISSION_EDIT_MASTERS, project->fiscal_year, NULL,
		    NULL))
		return true;
	if (!usual_status) {
		importing_reject_field(importer, row, FIELD_STATUS,
			_("An import cannot change the status; move the project."));
		return false;
	}
	importing_reject_field(importer, row, FIELD_EXCLUDED,
		_("Only the programme office decides what is standard work; leave the column out."));
	return false;
}

static bool importing_import_row(struct importer *importer, const struct sheet_row *row,
	const struct identity *identity, struct project *stored, struct project *project,
	struct error *err)
{
	struct project_context context;

	if (!session_context(importer->session, project->fiscal_year, &context, err))
		return false;
	if (!importing_read_cells(importer, row, &context, stored, project) ||
		!importing_must_not_be_empty(importer, row, project))
		return true;
	const bool known = stored->id != 0;
	if (!importing_settle_identity(importer, identity, stored, project, err))
		return false;
	if (!importing_is_first(importer, row, project))
		return true;
	if (!known && stored->id) {
		/* Rows about the same project in a sheet without identity merge over what was
		 * stored: what the sheet does not have stays. */
		project_free(project);
		project_copy(project, stored);
		if (!importing_read_cells(importer, row, &context, stored, project))
			return true;
	}
	if (!importer_sums(importer, row->line, project))
		return true;
	/* Where the project is, and where it goes. */
	if (stored->id && *stored->team_code &&
		!session_permits(importer->session, PERMISSION_WRITE_PROJECT, stored->fiscal_year,
			stored->team_code, err))
		return false;
	if (!session_permits(importer->session, PERMISSION_WRITE_PROJECT, project->fiscal_year,
		    project->team_code, err))
		return false;
	if (!importing_may_decide(importer, row, stored, project) ||
		!importer_stands(importer, row->line, stored, project))
		return true;
	stored->stage = project->stage; /* figures are compared with those of the same stage */
	return importing_store_project(importer, row, &context, stored, project, err);
}

static bool importing_projects_row(struct importer *importer, const struct sheet_row *sheet_row,
	struct error *err)
{
	struct reading *reading = importer->state;
	struct identity identity;
	struct project stored, project;
	bool done = false;

	blank_units_look(&reading->blank, sheet_row);
	if (!importing_read_identity(importer, sheet_row, &identity))
		return true;
	/* In an empty database only this file can hold the number already. */
	const uint64_t key = importing_number_key(identity.fiscal_year, identity.number);
	if (reading->fresh && identity.number && key_set_has(&reading->numbers, &key))
		return importing_reject_field(importer, sheet_row, FIELD_NUMBER,
			_("The number stands twice in this file."));
	project_init(&stored);
	const enum project_find found = importing_find_stored(importer, &identity, &stored, err);
	if (found == PROJECT_FOUND && *identity.uuid &&
		strcmp(stored.uuid, identity.uuid) != 0) {
		done = importing_reject_field(importer, sheet_row, FIELD_NUMBER,
			_("The number belongs to another project in the database."));
	} else if (found != PROJECT_FAILED) {
		if (found == PROJECT_FOUND) {
			project_copy(&project, &stored);
		} else {
			project_init(&project);
			project.fiscal_year = identity.fiscal_year;
			/* Sheets without a status list what has been registered. */
			project.status = STATUS_SUBMITTED;
		}
		done = importing_import_row(importer, sheet_row, &identity, &stored, &project, err);
		project_free(&project);
	}
	project_free(&stored);
	return done;
}

const struct importer_kind importing_projects = {
	.begin = importing_projects_begin, .row = importing_projects_row, .finish = importing_projects_finish,
	.release = importing_projects_release};
