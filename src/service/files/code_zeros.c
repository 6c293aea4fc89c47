#include "config.h"

#include "service/files/code_zeros.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strmap.h"
#include "base/text.h"
#include "model/office/office_fields.h"
#include "model/office/office_sheet.h"
#include "model/project.h"
#include "model/unit.h"
#include "service/office/office.h"

enum { SEVERAL = -1 /* in bare: zeros make more than one code of it */,
	DIGITS_MIXED = -1, GROUPS = UNIT_KIND_COUNT };

/* The codes of one table. */
struct zeros_known {
	const struct office_table *table;
	struct office_rows rows;
	struct strmap exact;   /* code → its row */
	struct strmap bare;    /* likewise without leading zeros, or SEVERAL */
	int digits[GROUPS];    /* that each code has, by kind of unit, else in [0]; 0 = there is none, or DIGITS_MIXED */
	struct zeros_known *next;
};

struct zeros_column {
	size_t column;
	const struct office_table *table;
	bool is_key; /* the row's own code: it may be new */
	int group;   /* of a new one, as digits of zeros_known; -1 = the kind in the row says it */
	const char *typed, *code; /* the first that was put right; NULL = none was */
};

struct code_zeros {
	struct session *session;
	const struct importing_options *options;
	struct importing_result *result;
	VEC(struct zeros_column) columns;
	int kind_column; /* of units; -1 = there is none */
	struct zeros_known *known;
	struct strbuf text;
	const char *cells[SHEET_COLUMNS_MAX];
	struct arena arena; /* holds codes that were put right */
};

/* ---- which columns hold codes ------------------------------------------------------------------ */

static void zeros_add_column(struct code_zeros *zeros, size_t column, const struct office_table *table, bool is_key)
{
	*vec_add(&zeros->columns) = (struct zeros_column){.column = column, .table = table, .is_key = is_key,
		.group = table == &office_units ? -1 : 0};
	/* the codes of a list of units have their kind in the heading: section_code */
	for (enum unit_kind kind = UNIT_DEPARTMENT; kind <= UNIT_TEAM && is_key; kind++) {
		size_t count;
		const char *const id = sheet_columns(zeros->options->kind, &count)[column].id;
		const size_t length = strlen(unit_kind_id(kind));

		if (strncmp(id, unit_kind_id(kind), length) == 0 && strcmp(id + length, "_code") == 0)
			zeros->columns.items[zeros->columns.count - 1].group = (int)kind;
	}
}

static void zeros_office_columns(struct code_zeros *zeros, const struct office_sheet *sheet)
{
	for (size_t i = 0; i < sheet->count; i++) {
		const struct office_heading *const heading = &sheet->headings[i];
		const struct office_table *const table = sheet->tables[heading->part];
		const struct office_field *const field = &table->fields[heading->field];

		if (table == &office_units && heading->field == UNIT_KIND)
			zeros->kind_column = (int)i;
		if (field->type == OFFICE_CODE)
			zeros_add_column(zeros, i, table, heading->field == 0);
		else if (field->type == OFFICE_UNIT || field->type == OFFICE_SECTION)
			zeros_add_column(zeros, i, &office_units, false);
		else if (field->type == OFFICE_ROW)
			zeros_add_column(zeros, i, field->refers, false);
	}
}

struct code_zeros *code_zeros_new(struct session *session, const struct importing_options *options,
	struct importing_result *result)
{
	static const enum field units[] = {FIELD_DEPARTMENT_CODE, FIELD_DEPARTMENT, FIELD_SECTION_CODE, FIELD_SECTION,
		FIELD_TEAM_CODE, FIELD_TEAM};
	struct code_zeros *const zeros = xcalloc(1, sizeof *zeros);
	size_t count;
	const struct sheet_column *const columns = sheet_columns(options->kind, &count);

	zeros->session = session;
	zeros->options = options;
	zeros->result = result;
	zeros->kind_column = -1;
	if (options->codes == IMPORTING_CODES_KEPT)
		return zeros;
	if (sheet_office(options->kind))
		zeros_office_columns(zeros, sheet_office(options->kind));
	for (size_t i = 0; i < count && options->kind == SHEET_PROJECTS; i++)
		for (size_t u = 0; u < sizeof units / sizeof units[0]; u++)
			if (columns[i].id == project_fields[units[u]].id)
				zeros_add_column(zeros, i, &office_units, false);
	return zeros;
}

void code_zeros_free(struct code_zeros *zeros)
{
	if (!zeros)
		return;
	while (zeros->known) {
		struct zeros_known *const known = zeros->known;

		zeros->known = known->next;
		office_rows_free(&known->rows);
		strmap_free(&known->exact);
		strmap_free(&known->bare);
		free(known);
	}
	vec_free(&zeros->columns);
	strbuf_free(&zeros->text);
	arena_free(&zeros->arena);
	free(zeros);
}

/* ---- what is known ------------------------------------------------------------------------------- */

static int zeros_group(const struct office_table *table, const char *kind)
{
	enum unit_kind unit;

	return table != &office_units ? 0 : unit_kind_parse(kind, &unit) ? (int)unit : -1;
}

static bool zeros_are_digits(const char *text)
{
	return *text && text[strspn(text, "0123456789")] == '\0';
}

static struct zeros_known *zeros_of(struct code_zeros *zeros, const struct office_table *table,
	struct error *err)
{
	struct zeros_known *known = zeros->known;

	while (known && known->table != table)
		known = known->next;
	if (known)
		return known;
	known = xcalloc(1, sizeof *known);
	known->table = table;
	known->next = zeros->known;
	zeros->known = known;
	if (!office_load(zeros->session, table, &known->rows, err))
		return NULL;
	for (size_t i = 0; i < known->rows.items.count; i++) {
		const char *const *const cells = known->rows.items.items[i].cells;
		int *const digits = &known->digits[zeros_group(table, table == &office_units ? cells[UNIT_KIND] : "")];
		const int length = zeros_are_digits(cells[0]) ? (int)strlen(cells[0]) : DIGITS_MIXED;

		if (strmap_get(&known->exact, cells[0], NULL))
			continue; /* another version of the unit */
		strmap_put(&known->exact, cells[0], (int64_t)i);
		*digits = *digits == 0 || *digits == length ? length : DIGITS_MIXED;
		const char *const bare = cells[0] + strspn(cells[0], "0");
		if (length != DIGITS_MIXED)
			strmap_put(&known->bare, bare,
				strmap_get(&known->bare, bare, NULL) ? SEVERAL : (int64_t)i);
	}
	return known;
}

/* ---- a row ---------------------------------------------------------------------------------------- */

/* The digits of a cell that may be such a code, in zeros->text; false where it is none. */
static bool zeros_digits(struct code_zeros *zeros, const char *cell)
{
	/* most codes begin with their zero, most names with a kanji */
	const unsigned char first = (unsigned char)*cell;

	if (first == '\0' || (first >= 'A' && first <= 'z') || (first >= 0xE3 && first <= 0xE9) ||
		(first == '0' && !strchr(cell, '.')))
		return false;
	char *const plain = text_nfkc(cell);
	size_t length;
	const char *const start = text_trim(plain, &length);
	const char *const point = memchr(start, '.', length);
	const size_t whole = point ? (size_t)(point - start) : length;

	strbuf_clear(&zeros->text);
	strbuf_add(&zeros->text, start, whole);
	const bool digits = zeros_are_digits(strbuf_text(&zeros->text)) &&
		(!point || strspn(point + 1, "0") == length - whole - 1);
	free(plain);
	return digits;
}

/* What a code is with its zeros, NULL where it is right as it stands or nothing is known of it. *several: zeros make
 * more than one code of it. */
static const char *zeros_right(struct code_zeros *zeros, struct zeros_known *known,
	const struct zeros_column *column, const struct sheet_row *row, bool *several)
{
	const char *const cell = row->cells[column->column];
	const char *const digits = strbuf_text(&zeros->text);
	int64_t place;

	*several = false;
	if (strmap_get(&known->exact, cell, NULL))
		return NULL;
	if (strmap_get(&known->exact, digits, NULL))
		return strchr(cell, '.') ? arena_strdup(&zeros->arena, digits) : NULL;
	if (strmap_get(&known->bare, digits + strspn(digits, "0"), &place)) {
		*several = place == SEVERAL;
		if (*several)
			return "";
		const char *const code = known->rows.items.items[place].cells[0];
		return strlen(code) > strlen(digits) ? code : NULL;
	}
	if (!column->is_key)
		return NULL;
	/* a new one among those that are put right has as many digits as all others of its kind */
	const int group = column->group >= 0 || zeros->kind_column < 0 ? column->group :
		zeros_group(known->table, row->cells[zeros->kind_column]);
	const int length = group < 0 ? 0 : known->digits[group];
	const int lacks = zeros->options->codes == IMPORTING_CODES_MENDED ? length - (int)strlen(digits) : 0;
	if (lacks <= 0 && !strchr(cell, '.'))
		return NULL;
	/* rows below may name it */
	const char *const code = lacks > 0 ? arena_printf(&zeros->arena, "%0*d%s", lacks, 0, digits) :
		arena_strdup(&zeros->arena, digits);
	strmap_put(&known->exact, code, (int64_t)known->rows.items.count);
	strmap_put(&known->bare, digits, (int64_t)known->rows.items.count);
	*vec_add(&known->rows.items) = (struct office_row){{code}};
	return code;
}

bool code_zeros_look(struct code_zeros *zeros, const struct sheet_row *row, struct sheet_row *mended,
	bool *good, struct error *err)
{
	struct importing_zeros *const told = &zeros->result->zeros;
	bool any = false;

	*mended = *row;
	*good = true;
	for (size_t i = 0; i < zeros->columns.count; i++) {
		struct zeros_column *const column = &zeros->columns.items[i];
		const char *const cell = row->cells[column->column];
		bool several;

		if (!row->present[column->column] || !zeros_digits(zeros, cell))
			continue;
		struct zeros_known *const known = zeros_of(zeros, column->table, err);
		if (!known)
			return false;
		const char *const code = zeros_right(zeros, known, column, row, &several);
		if (!code)
			continue;
		if (!column->typed && !several) {
			size_t length;
			const char *const start = text_trim(cell, &length);

			column->typed = arena_strndup(&zeros->arena, start, length);
			column->code = arena_strdup(&zeros->arena, code);
		}
		if (!*told->code && !several) {
			text_copy(told->column, sizeof told->column, row->headings[column->column]);
			text_copy(told->typed, sizeof told->typed, column->typed);
			text_copy(told->code, sizeof told->code, column->code);
		}
		if (several || zeros->options->codes != IMPORTING_CODES_MENDED) {
			/* all such cells of a column have one cause, told in the same words with the first of them */
			struct error reason;

			if (several)
				error_set(&reason, ERROR_DATA,
					_("The leading zeros of this code are lost, and it may be any of several codes. --codes kept takes it as it stands."));
			else
				error_set(&reason, ERROR_DATA, _("The leading zeros of this code are lost (%s is %s)."),
					column->typed, column->code);
			sheet_reject_add(&zeros->result->report, row->line, row->headings[column->column], cell,
				reason.message);
			*good = false;
		}
		if (!any) {
			size_t count;

			sheet_columns(zeros->options->kind, &count);
			memcpy(zeros->cells, row->cells, count * sizeof *zeros->cells);
		}
		zeros->cells[column->column] = code;
		any = true;
	}
	if (!any)
		return true;
	told->rows++;
	mended->cells = zeros->cells;
	return true;
}
