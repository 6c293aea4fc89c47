#include "config.h"

#include "service/project/listing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"
#include "service/session/scoping.h"

static const enum field default_columns[] = {
	FIELD_NUMBER, FIELD_STATUS, FIELD_SECTION, FIELD_TEAM, FIELD_TITLE, FIELD_PROBLEM_TYPE,
	FIELD_PRIMARY_TOOL, FIELD_HOURS, FIELD_LEADER,
};

void listing_query_init(struct listing_query *query)
{
	*query = (struct listing_query){.limit = -1, .sort_count = 1,
		.style = FIELD_HUMAN};
	query->sorts[0] = (struct project_sort){.field = FIELD_NUMBER};
	query->column_count = sizeof default_columns / sizeof default_columns[0];
	memcpy(query->columns, default_columns, sizeof default_columns);
}

/* The next comma-separated word; NULL at the end. */
static char *next_word(char **rest)
{
	char *word = *rest;

	if (!word)
		return NULL;
	char *comma = strchr(word, ',');
	if (comma)
		*comma = '\0';
	*rest = comma ? comma + 1 : NULL;
	return word;
}

static bool unknown_field(const char *word, struct error *err)
{
	struct strbuf ids = {0};

	for (int i = 0; i < FIELD_COUNT; i++) {
		if (i)
			strbuf_add_char(&ids, ' ');
		strbuf_add_text(&ids, project_fields[i].id);
	}
	error_set(err, ERROR_USAGE, _("There is no column '%s'."), word);
	error_detail(err, "%s", strbuf_text(&ids));
	strbuf_free(&ids);
	return false;
}

bool listing_parse_columns(struct listing_query *query, const char *text, struct error *err)
{
	char *copy = xstrdup(text), *rest = copy;
	bool good = true;

	query->column_count = 0;
	for (char *word; good && (word = next_word(&rest));) {
		const int field = project_field_by_heading(word);
		if (field < 0)
			good = unknown_field(word, err);
		else if (query->column_count == LISTING_COLUMNS_MAX)
			good = error_set(err, ERROR_USAGE, _("Too many columns."));
		else
			query->columns[query->column_count++] = (enum field)field;
	}
	free(copy);
	return good;
}

bool listing_parse_sort(struct listing_query *query, const char *text, struct error *err)
{
	char *copy = xstrdup(text), *rest = copy;
	bool good = true;

	query->sort_count = 0;
	for (char *word; good && (word = next_word(&rest));) {
		const bool descending = *word == '-';
		const int field = project_field_by_heading(descending ? word + 1 : word);
		if (field < 0)
			good = unknown_field(descending ? word + 1 : word, err);
		else if (query->sort_count == LISTING_SORTS_MAX)
			good = error_set(err, ERROR_USAGE, _("Too many columns to sort by."));
		else
			query->sorts[query->sort_count++] =
				(struct project_sort){(enum field)field, descending};
	}
	free(copy);
	return good;
}

/* An expression that names no year is of the session's. *fiscal_year gets that year, or 0. */
static struct project_list *open_list(struct session *session, const struct listing_query *query,
	int *fiscal_year, struct error *err)
{
	struct filter filter = {0};
	bool names_year = false;
	char year[16];

	if (!filter_parse(query->filter ? query->filter : "", &filter, err)) {
		filter_free(&filter);
		return NULL;
	}
	for (size_t i = 0; i < filter.terms.count; i++) {
		const enum filter_key key = filter.terms.items[i].key;
		names_year = names_year || key == FILTER_FISCAL_YEAR || key == FILTER_NUMBER ||
			key == FILTER_UUID;
	}
	*fiscal_year = names_year ? 0 : session->fiscal_year;
	if (*fiscal_year) {
		snprintf(year, sizeof year, "%d", session->fiscal_year);
		filter_add(&filter, FILTER_FISCAL_YEAR, FILTER_EQ, year);
	}
	struct project_list *list = project_store_list(session->store, &filter, query->sorts,
		query->sort_count, err);
	filter_free(&filter);
	return list;
}

struct project_list *listing_open(struct session *session, const struct listing_query *query,
	struct error *err)
{
	int fiscal_year;

	return open_list(session, query, &fiscal_year, err);
}

/* ---- as a table ---------------------------------------------------------------------------- */

struct fill {
	struct session *session;
	const struct listing_query *query;
	struct table *table;
	struct strbuf text;
	struct error *err;
	bool failed;
	int64_t total; /* rows to come; 0 = not known */
};

static enum column_type column_type_of(enum field field)
{
	switch (project_fields[field].type) {
	case FIELD_TYPE_CODE:
		return COLUMN_CODE;
	case FIELD_TYPE_INTEGER:
		return COLUMN_COUNT_OF;
	case FIELD_TYPE_YEN:
		return COLUMN_YEN;
	case FIELD_TYPE_MINUTES:
		return COLUMN_MINUTES;
	case FIELD_TYPE_HOURS:
		return COLUMN_HOURS;
	case FIELD_TYPE_PERCENT:
		return COLUMN_PERCENT;
	case FIELD_TYPE_DATE:
	case FIELD_TYPE_MONTH:
		return COLUMN_DATE;
	case FIELD_TYPE_TEXT:
	case FIELD_TYPE_LONG_TEXT:
	case FIELD_TYPE_FLAG:
	case FIELD_TYPE_CHOICE:
		break;
	}
	return COLUMN_TEXT;
}

static bool field_number(const struct project *project, enum field field, int64_t *number)
{
	switch (project_fields[field].type) {
	case FIELD_TYPE_MINUTES:
	case FIELD_TYPE_HOURS:
	case FIELD_TYPE_PERCENT:
		return project_figure(project, (int)field, number);
	case FIELD_TYPE_YEN:
		*number = project_yen_of(project, field);
		return *number >= 0;
	default:
		*number = project->version;
		return field == FIELD_VERSION;
	}
}

static bool fill_row(const struct project *project, void *data)
{
	struct fill *fill = data;
	struct project_context context;

	if (!progress_step(&fill->session->progress, _("List"),
		    (int64_t)fill->table->rows.count + 1, fill->total, fill->err) ||
		!session_context(fill->session, project->fiscal_year, &context, fill->err)) {
		fill->failed = true;
		return false;
	}
	struct table_row *row = table_add_row(fill->table, ROW_DATA);
	for (size_t i = 0; i < fill->query->column_count; i++) {
		const enum field field = fill->query->columns[i];
		const enum column_type type = fill->table->columns.items[i].type;
		int64_t number;
		if (!column_type_is_text(type)) {
			if (field_number(project, field, &number))
				table_set_number(fill->table, row, i, number);
			continue;
		}
		strbuf_clear(&fill->text);
		project_field_get(project, field, &context, fill->query->style,
			&fill->text);
		table_set_text(fill->table, row, i, strbuf_text(&fill->text));
	}
	return true;
}

bool listing_table(struct session *session, const struct listing_query *query,
	struct table *table, struct error *err)
{
	struct fill fill = {session, query, table, {0}, err, false, 0};

	table_init(table, "projects", _("List of projects"));
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;
	for (size_t i = 0; i < query->column_count; i++) {
		const struct field_info *field = &project_fields[query->columns[i]];
		const enum column_type type = column_type_of(query->columns[i]);
		struct table_column *column =
			table_add_column(table, field->id, _(field->label), type);
		column->people = true;
	}
	struct project_list *list = open_list(session, query, &table->fiscal_year, err);
	if (list && session->progress.step && query->limit < 0 &&
		!project_list_count(list, &fill.total, NULL))
		fill.total = 0;
	const bool read = list &&
		project_list_rows(list, 0, query->limit, fill_row, &fill, err) && !fill.failed;
	project_list_free(list);
	strbuf_free(&fill.text);
	if (!read) {
		table_free(table);
		return false;
	}
	scoping_filter(session, table->fiscal_year, query->filter, table);
	scoping_limit(query->limit, table);
	return true;
}
