#include "config.h"

#include "model/indicator_sheet.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/choice.h"
#include "model/fiscal_year.h"

const struct indicator_column_info indicator_columns[INDICATOR_COLUMN_COUNT] = {
	[INDICATOR_COLUMN_CODE] = {"code", N_("Code"), "指標コード\nコード"},
	[INDICATOR_COLUMN_NAME] = {"name", N_("Name"), "名称\n指標\n指標名\nKPI"},
	[INDICATOR_COLUMN_UNIT] = {"unit", N_("Unit of measure"), "単位"},
	[INDICATOR_COLUMN_TARGET] = {"target", N_("Target"), "目標\n目標値"},
	[INDICATOR_COLUMN_TARGET_YEAR] = {"target_fiscal_year", N_("Target year"), "目標年度"},
	[INDICATOR_COLUMN_DIRECTION] = {"direction", N_("Direction"), "方向\n増減"},
	[INDICATOR_COLUMN_SOURCE] = {"source", N_("Source"), "出典\n根拠\n計画"},
	[INDICATOR_COLUMN_YEARLY] = {"yearly", N_("Of the months"), "年度値\n集計方法"},
	[INDICATOR_COLUMN_COMPUTED] = {"computed", N_("Computed from"), "算出元"},
	[INDICATOR_COLUMN_POSITION] = {"position", N_("Position"), "表示順\n順"},
	[INDICATOR_COLUMN_FISCAL_YEAR] = {"fiscal_year", N_("Fiscal year"), "年度"},
	[INDICATOR_COLUMN_MONTH] = {"month", N_("Month"), "月\n年月"},
	[INDICATOR_COLUMN_VALUE] = {"value", N_("Value"), "値\n実績値\n実績"},
};

/* Headings of the usage reports of generative AI. What is created from them is data of the body,
 * so that it is in Japanese whatever the language of the screen. */
static const struct known_series {
	const char *heading, *code, *name, *unit;
	enum indicator_yearly yearly;
} known_series[] = {
	{"characters", "genai-characters", "生成AIの処理文字数", "字", INDICATOR_SUM},
	{"users", "genai-users", "生成AIの利用者数", "人", INDICATOR_LAST},
	{"usage_rate_percent", "genai-usage", "生成AI利用率", "%", INDICATOR_LAST},
	{"hours_saved", INDICATOR_TELEMETRY_CODE, "生成AIによる削減時間（利用統計）", "時間", INDICATOR_SUM},
};
enum { KNOWN_SERIES = sizeof known_series / sizeof known_series[0] };

/* ---- headings -------------------------------------------------------------------------------- */

static int column_of(const char *heading)
{
	for (int c = 0; c < INDICATOR_COLUMN_COUNT; c++) {
		const struct choice column = {indicator_columns[c].id, indicator_columns[c].label,
			indicator_columns[c].variants};

		if (choice_parse(&column, 1, heading) == 0)
			return c;
	}
	return -1;
}

static char *trimmed(struct arena *arena, const char *cell)
{
	size_t length;
	const char *const start = text_trim(cell, &length);

	return arena_strndup(arena, start, length);
}

static const struct known_series *known_find(const char *text, bool by_code)
{
	for (size_t k = 0; k < KNOWN_SERIES; k++) {
		const struct known_series *const known = &known_series[k];

		if (strcmp(by_code ? known->code : known->heading, text) == 0)
			return known;
	}
	return NULL;
}

bool indicator_sheet_start(struct indicator_sheet *sheet, const char *const *cells, size_t count,
	struct error *err)
{
	int *const places = sheet->places;

	for (int c = 0; c < INDICATOR_COLUMN_COUNT; c++)
		places[c] = -1;
	for (size_t i = 0; i < count; i++) {
		const int column = column_of(cells[i]);

		if (column < 0)
			continue;
		if (places[column] >= 0)
			return error_set(err, ERROR_DATA,
				_("Two headings mean “%s”; rename one of them."),
				_(indicator_columns[column].label));
		places[column] = (int)i;
	}

	if (places[INDICATOR_COLUMN_CODE] >= 0 && places[INDICATOR_COLUMN_VALUE] >= 0 &&
		places[INDICATOR_COLUMN_FISCAL_YEAR] >= 0)
		sheet->form = INDICATOR_FORM_VALUES;
	else if (places[INDICATOR_COLUMN_CODE] >= 0 && places[INDICATOR_COLUMN_VALUE] < 0)
		sheet->form = INDICATOR_FORM_REGISTER;
	else if (places[INDICATOR_COLUMN_MONTH] >= 0 && places[INDICATOR_COLUMN_CODE] < 0)
		sheet->form = INDICATOR_FORM_MONTHS;
	else
		return error_set(err, ERROR_DATA,
			_("These are no headings of indicators: code and name; or code, "
			  "fiscal_year and value; or month and a column for each indicator."));

	for (size_t i = 0; i < count && sheet->form == INDICATOR_FORM_MONTHS; i++) {
		const char *const heading = trimmed(&sheet->arena, cells[i]);
		const struct known_series *const known = known_find(heading, false);

		*vec_add(&sheet->series) = column_of(cells[i]) >= 0 ? "" :
			known ? known->code : heading;
	}
	return true;
}

void indicator_sheet_free(struct indicator_sheet *sheet)
{
	vec_free(&sheet->series);
	arena_free(&sheet->arena);
}

/* ---- rows ------------------------------------------------------------------------------------ */

/* A row in hand. */
struct row {
	const struct indicator_sheet *sheet;
	const char *const *cells;
	size_t count;
	struct arena arena;
	size_t *column; /* the cell in hand, for whoever reports it */
	struct error *err;
};

/* The cell without blanks around it, "" where there is none. */
static const char *cell_at(struct row *row, size_t index)
{
	if (row->column)
		*row->column = index;
	return index < row->count ? trimmed(&row->arena, row->cells[index]) : "";
}

static const char *cell(struct row *row, enum indicator_column column)
{
	const int place = row->sheet->places[column];

	return place < 0 ? "" : cell_at(row, (size_t)place);
}

static bool indicator_sheet_refuse(struct row *row, enum indicator_column column, const char *value)
{
	/* a heading and what stands below it */
	return error_set(row->err, ERROR_DATA, _("%s: “%s” is not understood."),
		_(indicator_columns[column].label), value);
}

/* A figure; *given is false for an empty cell. */
static bool indicator_sheet_read_figure(struct row *row, const char *text, int64_t *figure,
	bool *given)
{
	*given = *text != '\0';
	return !*given || decimal_parse(text, INDICATOR_DECIMALS, figure, row->err);
}

static bool indicator_sheet_read_year(struct row *row, enum indicator_column column,
	int *fiscal_year)
{
	const char *const text = cell(row, column);

	*fiscal_year = 0;
	return !*text || fiscal_year_parse(text, fiscal_year, row->err);
}

/* What a register row says of an indicator besides its texts. */
struct register_row {
	enum indicator_direction direction;
	enum indicator_yearly yearly;
	enum indicator_computed computed;
	int64_t target, position;
	bool has_target, has_position;
	int target_year;
};

static bool read_choices(struct row *row, struct register_row *values)
{
	const char *text = cell(row, INDICATOR_COLUMN_DIRECTION);

	if (*text && !indicator_direction_parse(text, &values->direction))
		return indicator_sheet_refuse(row, INDICATOR_COLUMN_DIRECTION, text);
	text = cell(row, INDICATOR_COLUMN_YEARLY);
	if (*text && !indicator_yearly_parse(text, &values->yearly))
		return indicator_sheet_refuse(row, INDICATOR_COLUMN_YEARLY, text);
	text = cell(row, INDICATOR_COLUMN_COMPUTED);
	if (*text && !indicator_computed_parse(text, &values->computed))
		return indicator_sheet_refuse(row, INDICATOR_COLUMN_COMPUTED, text);
	text = cell(row, INDICATOR_COLUMN_POSITION);
	values->has_position = *text != '\0';
	if (!values->has_position)
		return true;
	if (!decimal_parse(text, 0, &values->position, row->err))
		return false;
	if (values->position < 0 || values->position > INT32_MAX)
		return indicator_sheet_refuse(row, INDICATOR_COLUMN_POSITION, text);
	return true;
}

static void indicator_sheet_replace(struct indicator_register *indicators, const char **text,
	const char *cell_text)
{
	if (*cell_text)
		*text = arena_strdup(&indicators->arena, cell_text);
}

static bool register_row(struct row *row, struct indicator_register *indicators)
{
	const char *const code = cell(row, INDICATOR_COLUMN_CODE);
	struct register_row values = {0};

	if (!*code)
		return error_set(row->err, ERROR_DATA, _("The code of the indicator is missing."));
	const int known = indicator_find(indicators, code);
	if (known >= 0) {
		const struct indicator *const old = &indicators->indicators.items[known];

		values.direction = old->direction;
		values.yearly = old->yearly;
		values.computed = old->computed;
	} else if (!indicator_computed_parse(code, &values.computed)) {
		/* One whose code is that of a figure we can compute is computed. */
		values.computed = INDICATOR_TYPED;
	} else if (values.computed == INDICATOR_LEADERS_TRAINED && strstr(cell(row, INDICATOR_COLUMN_NAME), "延べ")) {
		/* one that is called so counts so */
		values.computed = INDICATOR_LEADERS_TRAINED_YEARLY;
	}
	if (!read_choices(row, &values) ||
		!indicator_sheet_read_year(row, INDICATOR_COLUMN_TARGET_YEAR,
			&values.target_year) ||
		!indicator_sheet_read_figure(row, cell(row, INDICATOR_COLUMN_TARGET),
			&values.target, &values.has_target))
		return false;

	struct indicator *const indicator = indicator_get(indicators, code);
	indicator_sheet_replace(indicators, &indicator->name, cell(row, INDICATOR_COLUMN_NAME));
	indicator_sheet_replace(indicators, &indicator->unit, cell(row, INDICATOR_COLUMN_UNIT));
	indicator_sheet_replace(indicators, &indicator->source, cell(row, INDICATOR_COLUMN_SOURCE));
	indicator->direction = values.direction;
	indicator->yearly = values.yearly;
	indicator->computed = values.computed;
	if (values.has_position)
		indicator->position = (int)values.position;
	if (values.has_target)
		indicator_set_target(indicator, values.target_year, values.target);
	return true;
}

/* 7, 7月, 2025-07; the fiscal year must agree with a year in it. 0 for an empty cell. */
static bool read_month(struct row *row, int fiscal_year, int *month)
{
	const char *const text = cell(row, INDICATOR_COLUMN_MONTH);
	char *const plain = text_nfkc(text);
	char *end;
	const long number = strtol(plain, &end, 10);
	const bool is_number = end > plain && (!*end || strcmp(end, "月") == 0);
	struct date date;
	bool fine = true;

	if (!*text || (is_number && number >= 0 && number <= 12))
		*month = (int)number;
	else if (!is_number && date_parse(text, true, &date, NULL) &&
		fiscal_year_of(date) == fiscal_year)
		*month = date.month;
	else
		fine = indicator_sheet_refuse(row, INDICATOR_COLUMN_MONTH, text);
	free(plain);
	return fine;
}

static bool value_row(struct row *row, struct indicator_register *indicators)
{
	const char *const code = cell(row, INDICATOR_COLUMN_CODE);
	int fiscal_year, month = 0;
	int64_t value = 0;
	bool given;

	if (!*code)
		return error_set(row->err, ERROR_DATA, _("The code of the indicator is missing."));
	if (indicator_find(indicators, code) < 0)
		return error_set(row->err, ERROR_DATA,
			_("There is no indicator “%s”; load the register first."), code);
	if (!indicator_sheet_read_year(row, INDICATOR_COLUMN_FISCAL_YEAR, &fiscal_year))
		return false;
	if (fiscal_year == 0)
		return indicator_sheet_refuse(row, INDICATOR_COLUMN_FISCAL_YEAR, "");
	if (!read_month(row, fiscal_year, &month) ||
		!indicator_sheet_read_figure(row, cell(row, INDICATOR_COLUMN_VALUE), &value,
			&given))
		return false;
	if (given)
		indicator_set_value(indicator_get(indicators, code), fiscal_year, month, value);
	return true;
}

static bool months_row(struct row *row, struct indicator_register *indicators)
{
	const char *const text = cell(row, INDICATOR_COLUMN_MONTH);
	int64_t *const values = arena_alloc(&row->arena, (row->count + 1) * sizeof *values);
	bool *const given = arena_alloc(&row->arena, (row->count + 1) * sizeof *given);
	struct date month;

	if (!date_parse(text, true, &month, row->err))
		return false;
	for (size_t c = 0; c < row->sheet->series.count && c < row->count; c++)
		if (*row->sheet->series.items[c] &&
			!indicator_sheet_read_figure(row, cell_at(row, c), &values[c], &given[c]))
			return false;

	for (size_t c = 0; c < row->sheet->series.count && c < row->count; c++) {
		if (!given[c])
			continue;
		const char *const code = row->sheet->series.items[c];
		const bool is_new = indicator_find(indicators, code) < 0;
		const struct known_series *const known = known_find(code, true);
		struct indicator *const indicator = indicator_get(indicators, code);

		/* An indicator that a usage report brings along gets its name with it. */
		if (is_new && known) {
			indicator->name = arena_strdup(&indicators->arena, known->name);
			indicator->unit = arena_strdup(&indicators->arena, known->unit);
			indicator->yearly = known->yearly;
		} else if (is_new) {
			indicator->name = indicator->code;
		}
		indicator_set_value(indicator, fiscal_year_of(month), month.month, values[c]);
	}
	return true;
}

static bool (*const row_readers[])(struct row *row, struct indicator_register *indicators) = {
	[INDICATOR_FORM_REGISTER] = register_row,
	[INDICATOR_FORM_VALUES] = value_row,
	[INDICATOR_FORM_MONTHS] = months_row,
};

bool indicator_sheet_row(const struct indicator_sheet *sheet, const char *const *cells,
	size_t count, struct indicator_register *indicators, size_t *column, struct error *err)
{
	assert(cells || count == 0);

	struct row row = {.sheet = sheet, .cells = cells, .count = count, .column = column,
		.err = err};
	const bool fine = row_readers[sheet->form](&row, indicators);

	arena_free(&row.arena);
	return fine;
}
