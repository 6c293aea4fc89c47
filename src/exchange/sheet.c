#include "config.h"

#include "exchange/sheet.h"

#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "exchange/csv_writer.h"
#include "model/effect_field.h"
#include "model/indicator_sheet.h"
#include "model/project.h"

static const char *const kind_ids[SHEET_KIND_COUNT] = {
	[SHEET_PROJECTS] = "projects",
	[SHEET_EFFECTS] = "effects",
	[SHEET_UNITS] = "units",
	[SHEET_PEOPLE] = "people",
	[SHEET_LEADERS] = "leaders",
	[SHEET_TARGETS] = "targets",
	[SHEET_TRAINING] = "training",
	[SHEET_INDICATORS] = "indicators",
	[SHEET_INDICATOR_VALUES] = "indicator-values",
};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* Which project an effect line belongs to; its own columns follow from effect_fields. */
static const struct sheet_column effect_owner_columns[] = {
	{"project_uuid", N_("Project UUID"), "UUID\n取組UUID", 1, false},
	{"project_number", N_("Project number"), "番号\n取組番号\n整理番号", 1, false},
};

static const struct sheet_column unit_columns[] = {
	{"code", N_("Unit code"), "コード\n所属コード\n組織コード\n部署コード", 1, false},
	{"kind", N_("Unit kind"), "種別\n区分\n組織種別\n階層", 2, false},
	{"name", N_("Unit name"), "名称\n所属名\n組織名\n部署名", 3, false},
	{"parent_code", N_("Code of the unit above"),
		"上位コード\n親コード\n上位組織コード\n上位所属コード", 0, false},
	{"first_fiscal_year", N_("First fiscal year"), "開始年度\n設置年度\n適用開始年度", 0, false},
	{"last_fiscal_year", N_("Last fiscal year"), "終了年度\n廃止年度\n最終年度\n適用終了年度", 0,
		false},
	{"successor_code", N_("Code of the successor"),
		"後継コード\n承継先コード\n引継先コード\n後継組織コード", 0, false},
	{"lead_section", N_("Lead section"), "主管課\n主管課フラグ", 0, false},
	{"position", N_("Order among its siblings"), "並び順\n表示順\n順番\n順", 0, false},
	{"reading", N_("Reading of the name"), "よみ\n読み\nよみがな\n読み仮名\nふりがな\nカナ\n名称カナ", 0, false},
};

static const struct sheet_column people_columns[] = {
	{"code", N_("Person code"), "職員番号\n職員コード\nコード\n利用者ID\nユーザーID\nログイン名", 1,
		false},
	{"name", N_("Person name"), "氏名\n名前\n職員名", 2, false},
	{"kana", N_("Kana"), "カナ\nフリガナ\n氏名カナ\nカナ氏名", 0, false},
	{"email", N_("Mail address"), "メール\nメールアドレス\nE-mail", 0, false},
	{"active", N_("Active"), "有効\n在職\n使用", 0, false},
	{"role", N_("Role"), "役割\n権限\nロール", 0, false},
	{"unit_code", N_("Code of the unit"), "所属コード\n担当所属コード\n組織コード\n部署コード", 0,
		false},
	{"role_first_fiscal_year", N_("First fiscal year of the role"), "役割開始年度\n開始年度", 0,
		false},
	{"role_last_fiscal_year", N_("Last fiscal year of the role"), "役割終了年度\n終了年度", 0,
		false},
};

static const struct sheet_column leader_columns[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度", 0, false},
	{"section_code", N_("Section code"), "所属コード\n課コード\n組織コード", 1, false},
	{"person_code", N_("Person code"), "職員番号\n職員コード\nリーダー職員番号", 2, false},
	{"name", N_("Person name"), "氏名\n名前\nリーダー\nDX推進リーダー", 2, false},
	{"from", N_("Leads from"), "開始日\n着任日\n任命日", 0, false},
	{"to", N_("Leads until"), "終了日\n離任日\n解任日", 0, false},
};

static const struct sheet_column target_columns[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度", 0, false},
	{"period", N_("Period"), "期間\n半期\n期", 0, false},
	{"section_code", N_("Section code"), "所属コード\n課コード\n組織コード", 1, false},
	{"target_hours", N_("Target (hours)"), "目標\n目標時間\n削減目標\n目標削減時間", 2, false},
};

/* As they are exported; model/indicator_sheet.h reads these and more forms. */
static const enum indicator_column register_order[] = {INDICATOR_COLUMN_CODE, INDICATOR_COLUMN_NAME,
	INDICATOR_COLUMN_UNIT, INDICATOR_COLUMN_TARGET, INDICATOR_COLUMN_TARGET_YEAR,
	INDICATOR_COLUMN_DIRECTION, INDICATOR_COLUMN_SOURCE, INDICATOR_COLUMN_YEARLY,
	INDICATOR_COLUMN_COMPUTED, INDICATOR_COLUMN_POSITION};
static const enum indicator_column value_order[] = {INDICATOR_COLUMN_CODE,
	INDICATOR_COLUMN_FISCAL_YEAR, INDICATOR_COLUMN_MONTH, INDICATOR_COLUMN_VALUE};

/* One row for each person who attended a course; one without a person for a course nobody has. */
static const struct sheet_column training_columns[] = {
	{"fiscal_year", N_("Fiscal year"), "年度\n対象年度\n実施年度", 0, false},
	{"course_code", N_("Course code"), "研修コード\nコード\n講座コード", 1, false},
	{"course", N_("Course"), "研修名\n研修\n講座名\n講座", 2, false},
	{"form", N_("Form"), "形式\n方法\n実施方法\n実施形式", 0, false},
	{"hours", N_("Hours"), "時間\n時間数\n研修時間", 0, false},
	{"units", N_("Training units"), "単位\n単位数\n研修単位", 0, false},
	{"audience", N_("Audience"), "対象\n対象者", 0, false},
	{"person_code", N_("Person code"), "職員番号\n職員コード\n受講者番号", 0, false},
	{"name", N_("Person name"), "氏名\n名前\n受講者\n受講者名", 0, false},
	{"attended_on", N_("Attended on"), "受講日\n実施日\n修了日", 0, false},
};

/* The columns of the kinds whose fields the model describes: filled once, then only read. */
static struct sheet_column project_columns[SHEET_COLUMNS_MAX];
static size_t project_column_count;
static struct sheet_column effect_columns[COUNT_OF(effect_owner_columns) + EFFECT_FIELD_COUNT];
static struct sheet_column indicator_register_columns[COUNT_OF(register_order)];
static struct sheet_column indicator_value_columns[COUNT_OF(value_order)];
static once_flag derived_once = ONCE_FLAG_INIT;

static int project_group(enum field field)
{
	if (field == FIELD_TITLE)
		return 1;
	return field == FIELD_TEAM || field == FIELD_TEAM_CODE ? 2 : 0;
}

static void add_project_column(enum field field, bool import_only)
{
	const struct field_info *info = &project_fields[field];

	project_columns[project_column_count++] = (struct sheet_column){
		.id = info->id,
		.label = info->label,
		.variants = info->variants ? info->variants : "",
		.required = project_group(field),
		.import_only = import_only,
	};
}

static void derive_indicator_columns(const enum indicator_column *order, size_t count,
	struct sheet_column *columns)
{
	for (size_t i = 0; i < count; i++)
		columns[i] = (struct sheet_column){.id = indicator_columns[order[i]].id,
			.label = indicator_columns[order[i]].label,
			.variants = indicator_columns[order[i]].variants};
}

static void derive_columns(void)
{
	const size_t owners = COUNT_OF(effect_owner_columns);

	for (int field = 0; field < FIELD_COUNT; field++)
		if (project_fields[field].exported)
			add_project_column((enum field)field, false);
	add_project_column(FIELD_HOURS, true);
	for (size_t i = 0; i < owners; i++)
		effect_columns[i] = effect_owner_columns[i];
	for (size_t i = 0; i < EFFECT_FIELD_COUNT; i++) {
		effect_columns[owners + i] = (struct sheet_column){
			.id = effect_fields[i].id,
			.label = effect_fields[i].label,
			.variants = effect_fields[i].variants,
		};
		if (i == EFFECT_FIELD_BEFORE_MINUTES || i == EFFECT_FIELD_DIRECT_HOURS)
			effect_columns[owners + i].required = 2;
	}
	derive_indicator_columns(register_order, COUNT_OF(register_order),
		indicator_register_columns);
	derive_indicator_columns(value_order, COUNT_OF(value_order), indicator_value_columns);
}

const struct sheet_column *sheet_columns(enum sheet_kind kind, size_t *count)
{
	call_once(&derived_once, derive_columns);
	const struct {
		const struct sheet_column *columns;
		size_t count;
	} kinds[SHEET_KIND_COUNT] = {
		[SHEET_PROJECTS] = {project_columns, project_column_count},
		[SHEET_EFFECTS] = {effect_columns, COUNT_OF(effect_columns)},
		[SHEET_UNITS] = {unit_columns, COUNT_OF(unit_columns)},
		[SHEET_PEOPLE] = {people_columns, COUNT_OF(people_columns)},
		[SHEET_LEADERS] = {leader_columns, COUNT_OF(leader_columns)},
		[SHEET_TARGETS] = {target_columns, COUNT_OF(target_columns)},
		[SHEET_TRAINING] = {training_columns, COUNT_OF(training_columns)},
		[SHEET_INDICATORS] = {indicator_register_columns, COUNT_OF(indicator_register_columns)},
		[SHEET_INDICATOR_VALUES] = {indicator_value_columns, COUNT_OF(indicator_value_columns)},
	};
	*count = kinds[kind].count;
	return kinds[kind].columns;
}

bool sheet_kind_parse(const char *text, enum sheet_kind *kind)
{
	for (size_t i = 0; i < SHEET_KIND_COUNT; i++) {
		if (strcmp(text, kind_ids[i]) == 0) {
			*kind = (enum sheet_kind)i;
			return true;
		}
	}
	return false;
}

const char *sheet_kind_id(enum sheet_kind kind)
{
	return kind_ids[kind];
}

void sheet_report_free(struct sheet_report *report)
{
	for (size_t i = 0; i < report->ignored.count; i++)
		free(report->ignored.items[i]);
	vec_free(&report->ignored);
	vec_free(&report->rejects);
}

void sheet_reject_add(struct sheet_report *report, int64_t line, const char *column,
	const char *value, const char *reason)
{
	const size_t count = report->rejects.count;

	if (count == 0 || report->rejects.items[count - 1].line != line)
		report->rejected_rows++;
	struct sheet_reject *reject = vec_add(&report->rejects);

	reject->line = line;
	text_copy(reject->column, sizeof reject->column, column);
	text_copy(reject->value, sizeof reject->value, value);
	text_copy(reject->reason, sizeof reject->reason, reason);
}

bool sheet_column_names_record(enum sheet_kind kind, size_t column)
{
	size_t count;
	const char *id = sheet_columns(kind, &count)[column].id;

	return kind == SHEET_PROJECTS && (strcmp(id, project_fields[FIELD_UUID].id) == 0 ||
		strcmp(id, project_fields[FIELD_NUMBER].id) == 0);
}
