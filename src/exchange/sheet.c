#include "config.h"

#include "exchange/sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/csv_writer.h"
#include "model/effect_part.h"
#include "model/office/office_sheet.h"
#include "model/project.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* Which project an effect line belongs to; its own columns follow from model/effect_part.h. */
static const struct sheet_column effect_owner_columns[] = {
	{"project_uuid", N_("Project UUID"), "UUID\n取組UUID", 1, false},
	{"project_number", N_("Project number"), "番号\n取組番号\n整理番号", 1, false},
};

/* The model describes the fields of every kind: filled once, then only read. */
static struct sheet_column project_columns[SHEET_COLUMNS_MAX];
static size_t project_column_count;
static struct sheet_column effect_columns[SHEET_COLUMNS_MAX];
static struct sheet_column office_columns[OFFICE_TABLE_COUNT][OFFICE_SHEET_COLUMNS_MAX];
static once_flag derived_once = ONCE_FLAG_INIT;

static void add_project_column(enum field field, bool import_only)
{
	const struct field_info *info = &project_fields[field];

	project_columns[project_column_count++] = (struct sheet_column){
		.id = info->id,
		.label = info->label,
		.variants = info->variants ? info->variants : "",
		.required = field == FIELD_TITLE ? 1 :
			field == FIELD_TEAM || field == FIELD_TEAM_CODE ? 2 : 0,
		.import_only = import_only,
	};
}

static void derive_columns(void)
{
	const size_t owners = COUNT_OF(effect_owner_columns);

	for (int field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].exported)
			add_project_column((enum field)field, false);
	add_project_column(FIELD_HOURS_BEFORE, true);
	add_project_column(FIELD_HOURS_AFTER, true);
	add_project_column(FIELD_HOURS, true);
	for (size_t i = 0; i < owners; i++)
		effect_columns[i] = effect_owner_columns[i];
	assert(owners + effect_part_count() <= SHEET_COLUMNS_MAX);
	for (size_t i = 0; i < effect_part_count(); i++) {
		const struct effect_part *part = effect_part_at(i);
		/* what it took, or what it saves: of a year, where a figure for each is there */
		const bool figure = part->field == EFFECT_FIELD_BEFORE_MINUTES ||
			part->field == EFFECT_FIELD_DIRECT_HOURS ||
			part->field == EFFECT_FIELD_DIRECT_BEFORE;

		effect_columns[owners + i] = (struct sheet_column){
			.id = part->id,
			.label = part->label,
			.variants = part->variants,
			.required = figure && part->part <= BASIS_IN_YEAR ? 2 : 0,
			.import_only = part->import_only,
		};
	}
	for (size_t i = 0; i < office_sheet_count(); i++) {
		const struct office_sheet *sheet = office_sheet_at(i);

		assert(sheet->count <= OFFICE_SHEET_COLUMNS_MAX);
		for (size_t c = 0; c < sheet->count; c++)
			office_columns[i][c] = (struct sheet_column){.id = sheet->headings[c].id,
				.label = sheet->headings[c].label,
				.variants = sheet->headings[c].variants,
				.required = sheet->headings[c].required,
				.import_only = sheet->headings[c].import_only};
	}
}

const struct sheet_column *sheet_columns(enum sheet_kind kind, size_t *count)
{
	assert(kind < sheet_kind_count());
	call_once(&derived_once, derive_columns);
	if (kind == SHEET_PROJECTS) {
		*count = project_column_count;
		return project_columns;
	}
	if (kind == SHEET_EFFECTS) {
		*count = COUNT_OF(effect_owner_columns) + effect_part_count();
		return effect_columns;
	}
	*count = sheet_office(kind)->count;
	return office_columns[kind - SHEET_OFFICE];
}

size_t sheet_kind_count(void)
{
	return SHEET_OFFICE + office_sheet_count();
}

const struct office_sheet *sheet_office(enum sheet_kind kind)
{
	return kind < SHEET_OFFICE ? NULL : office_sheet_at(kind - SHEET_OFFICE);
}

bool sheet_kind_parse(const char *text, enum sheet_kind *kind)
{
	for (size_t i = 0; i < sheet_kind_count(); i++) {
		if (strcmp(text, sheet_kind_id((enum sheet_kind)i)) == 0) {
			*kind = (enum sheet_kind)i;
			return true;
		}
	}
	return false;
}

const char *sheet_kind_id(enum sheet_kind kind)
{
	assert(kind < sheet_kind_count());
	return kind == SHEET_PROJECTS ? "projects" : kind == SHEET_EFFECTS ? "effects" : sheet_office(kind)->id;
}

bool sheet_column_names_record(enum sheet_kind kind, size_t column)
{
	assert(kind < sheet_kind_count());

	size_t count;
	const char *id = sheet_columns(kind, &count)[column].id;

	return kind == SHEET_PROJECTS && (strcmp(id, project_fields[FIELD_UUID].id) == 0 ||
		strcmp(id, project_fields[FIELD_NUMBER].id) == 0);
}

void sheet_needed(enum sheet_kind kind, struct strbuf *out)
{
	const size_t before = out->length;
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	for (int group = 1; group <= SHEET_GROUPS_MAX; group++) {
		bool first = true;

		for (size_t i = 0; i < count; i++) {
			if (columns[i].required != group)
				continue;
			if (!first)
				strbuf_add_text(out, _(" or "));
			else if (out->length > before)
				strbuf_add_text(out, _(", "));
			strbuf_add_text(out, _(columns[i].label));
			first = false;
		}
	}
}
