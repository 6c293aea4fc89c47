#include "config.h"

#include "store/filter_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "model/fiscal_year.h"
#include "model/project.h"
#include "model/start.h"
#include "model/unit.h"
#include "model/workflow.h"
#include "store/catalogue_store.h"
#include "store/store_private.h"

/* Words are looked for in the search key of a text, made on the way where none is kept. */
#define WORD_TEXT(member) "text_key(p." #member ")"
#define WORD_KEYED(member) "p." #member "_key"
#define WORD_STORED(kind, member, write) WORD_##kind(member)
#define WORD(name, type, id, label, variants, stored, files, found, ...) \
	IF_WORD_##found([FILTER_OF_##name] = WORD_##stored,)

/* A start as model/start.h sees it: START_LATER_DATE, START_HALF_LATER. */
#define FILTER_SQL_START "COALESCE(p.operating_from, p.started_on)"
#define FILTER_SQL_LATER "WHEN " FILTER_SQL_START " >= (p.fiscal_year + 1) || '-04-01' THEN "

/* What each key looks at. An expression that is NULL never matches but 'none given'. */
static const char *const expressions[FILTER_KEY_COUNT] = {
	[FILTER_TEXT] = "p.search_key",
	[FILTER_FISCAL_YEAR] = "p.fiscal_year",
	[FILTER_DEPARTMENT] = "p.department_code",
	[FILTER_SECTION] = "p.section_code",
	[FILTER_TEAM] = "p.team_code",
	[FILTER_PROBLEM_TYPE] = "p.problem_type",
	[FILTER_TOOL] = "substr(p.tools, 1, instr(p.tools || ',', ',') - 1)",
	[FILTER_ANY_TOOL] = "p.tools",
	[FILTER_STATUS] = "p.status",
	[FILTER_LEADER] = "p.leader_key",
	[FILTER_OWNER] = "p.owner_key",
	[FILTER_HOURS] = "CASE WHEN p.has_estimate = 1 THEN p.estimate_in_year END",
	[FILTER_ACTUAL] = "CASE WHEN p.has_actual = 1 THEN p.actual_in_year END",
	[FILTER_COST] = "CASE WHEN COALESCE(p.implementation_cost, p.running_cost) IS NOT NULL "
		"THEN COALESCE(p.implementation_cost, 0) + COALESCE(p.running_cost, 0) END",
	[FILTER_START] = "p.started_on",
	[FILTER_OPERATING] = "p.operating_from",
	[FILTER_START_MONTH] = "CASE WHEN " FILTER_SQL_START " < p.fiscal_year || '-04-01' "
		"THEN p.fiscal_year || '-04-01' " FILTER_SQL_LATER "'" START_LATER_DATE "' "
		"ELSE " FILTER_SQL_START " END",
	[FILTER_HALF] = "CASE WHEN " FILTER_SQL_START " IS NULL THEN NULL " FILTER_SQL_LATER "3 "
		"WHEN " FILTER_SQL_START " >= p.fiscal_year || '-10-01' THEN 2 ELSE 1 END",
	[FILTER_REPLICABLE] = "p.replicable",
	[FILTER_NUMBER] = "p.fiscal_year * 1000000000 + p.number",
	[FILTER_UUID] = "p.uuid",
	[FILTER_EXCLUDED] = "CASE p.exclusion WHEN 'none' THEN 0 WHEN 'cleared' THEN 1 "
		"WHEN 'flagged' THEN 2 ELSE 3 END" /* filter_exclusion_rank() */,
	[FILTER_UPDATED] = "p.updated_at",
	[FILTER_WORK] = "p.work_key",
	[FILTER_COUNTED] = NULL, /* filter_sql_counted() */
	PROJECT_COLUMNS(WORD)
};
_Static_assert(START_HALF_LATER == 3 && HALF_SECOND == 2 && HALF_FIRST == 1,
	"as in the expression of FILTER_HALF");
_Static_assert(FILTER_NUMBER_BASE == 1000000000, "as in the expression of FILTER_NUMBER");

struct builder {
	struct store *store;
	struct filter_sql *sql;
	const struct filter_term *term;
	struct error *err;
};

static void filter_sql_add(struct builder *builder, const char *text)
{
	strbuf_add_text(&builder->sql->where, text);
}

static void filter_sql_add_parameter(struct builder *builder)
{
	strbuf_addf(&builder->sql->where, "?%d", filter_sql_next(builder->sql) - 1);
}

static void filter_sql_add_text(struct builder *builder, const char *text)
{
	vec_add(&builder->sql->values)->text = arena_strdup(&builder->sql->arena, text);
	filter_sql_add_parameter(builder);
}

void filter_sql_counted(struct strbuf *out)
{
	static const char *const held[] = {"estimate_in_year", "estimate_full_year",
		"forecast_in_year", "forecast_full_year", "actual_in_year", "actual_full_year"};

	strbuf_add_text(out, "(p.exclusion <> 'confirmed' AND p.status IN (");
	for (int status = 0, n = 0; status < STATUS_COUNT; status++)
		if (workflow_counts((enum status)status))
			strbuf_addf(out, "%s'%s'", n++ > 0 ? ", " : "",
				workflow_status_id((enum status)status));
	strbuf_add_char(out, ')');
	for (size_t i = 0; i < sizeof held / sizeof held[0]; i++)
		strbuf_addf(out, " AND p.%s BETWEEN -%lld AND %lld", held[i],
			(long long)EFFECT_MINUTES_MAX, (long long)EFFECT_MINUTES_MAX);
	strbuf_addf(out, " AND COALESCE(p.implementation_cost, 0) + COALESCE(p.running_cost, 0) "
		"BETWEEN -%lld AND %lld)", 2 * (long long)PROJECT_YEN_MAX,
		2 * (long long)PROJECT_YEN_MAX);
}

static void filter_sql_add_expression(struct builder *builder)
{
	if (builder->term->key == FILTER_COUNTED) {
		filter_sql_add(builder, "CASE WHEN ");
		filter_sql_counted(&builder->sql->where);
		filter_sql_add(builder, " THEN 1 ELSE 0 END");
	} else {
		filter_sql_add(builder, expressions[builder->term->key]);
	}
}

/* ---- texts -------------------------------------------------------------------------------- */

static bool filter_sql_add_text_match(struct builder *builder, const struct filter_value *value)
{
	const enum filter_key key = builder->term->key;

	if (key != FILTER_TEXT && builder->term->op == FILTER_EQ) {
		filter_sql_add_expression(builder);
		filter_sql_add(builder, " = ");
		filter_sql_add_text(builder, value->key);
		return true;
	}
	/* People are found however their names are spaced. */
	const bool joined = key == FILTER_LEADER || key == FILTER_OWNER;

	filter_sql_add(builder, joined ? "instr(replace(" : "instr(");
	filter_sql_add_expression(builder);
	filter_sql_add(builder, joined ? ", ' ', ''), " : ", ");
	if (joined) {
		char *const name = text_key_joined(value->key);

		filter_sql_add_text(builder, name);
		free(name);
	} else {
		filter_sql_add_text(builder, value->key);
	}
	/* The beginning of a UUID is enough to name a project, its middle is not. */
	filter_sql_add(builder, key == FILTER_UUID ? ") = 1" : ") > 0");
	return true;
}

/* ---- units -------------------------------------------------------------------------------- */

/* A code or whole name where there is one; else every unit whose name holds the words. */
static bool filter_sql_add_unit_match(struct builder *builder, const struct filter_value *value)
{
	const enum filter_key key = builder->term->key;
	const char *kind = unit_kind_id(key == FILTER_DEPARTMENT ? UNIT_DEPARTMENT :
		key == FILTER_SECTION ? UNIT_SECTION : UNIT_TEAM);
	struct db_statement *query =
		statement_get(builder->store, STATEMENT_UNIT_NAMED, builder->err);

	if (!query)
		return false;
	db_bind_text(query, 1, kind);
	db_bind_text(query, 2, value->key);
	const enum db_step step = db_step(query, builder->err);
	const bool named = step == DB_ROW && db_column_int(query, 0) > 0;
	db_reset(query);
	if (step != DB_ROW)
		return false;

	filter_sql_add_expression(builder);
	filter_sql_add(builder, " IN (SELECT code FROM unit WHERE kind = ");
	filter_sql_add_text(builder, kind);
	if (named || builder->term->op == FILTER_EQ) {
		filter_sql_add(builder, " AND (text_key(code) = ");
		filter_sql_add_text(builder, value->key);
		filter_sql_add(builder, " OR name_key = ");
		filter_sql_add_text(builder, value->key);
		filter_sql_add(builder, "))");
	} else {
		filter_sql_add(builder, " AND instr(name_key, ");
		filter_sql_add_text(builder, value->key);
		filter_sql_add(builder, ") > 0)");
	}
	return true;
}

/* ---- catalogue codes ---------------------------------------------------------------------- */

static void filter_sql_add_code(struct builder *builder, const char *code, int *count)
{
	filter_sql_add(builder, (*count)++ > 0 ? " OR " : "");
	if (builder->term->key == FILTER_ANY_TOOL) {
		char *between = xasprintf(",%s,", code);
		filter_sql_add(builder, "instr(',' || p.tools || ',', ");
		filter_sql_add_text(builder, between);
		filter_sql_add(builder, ") > 0");
		free(between);
	} else {
		filter_sql_add_expression(builder);
		filter_sql_add(builder, " = ");
		filter_sql_add_text(builder, code);
	}
}

/* What the words mean in the catalogue; else every entry whose name holds them. */
static bool filter_sql_add_code_match(struct builder *builder, const struct filter_value *value)
{
	const enum catalogue_kind kind = builder->term->key == FILTER_PROBLEM_TYPE ?
		CATALOGUE_PROBLEM_TYPE : CATALOGUE_TOOL;
	struct catalogue catalogue;
	int count = 0;

	if (!catalogue_store_load(builder->store, kind, &catalogue, builder->err))
		return false;
	const int found = catalogue_resolve(&catalogue, value->text, 0, NULL);
	if (found >= 0)
		filter_sql_add_code(builder, catalogue.entries.items[found].code, &count);
	for (size_t i = 0; found < 0 && i < catalogue.entries.count; i++) {
		char *name = text_key(catalogue.entries.items[i].name);

		if (strstr(name, value->key))
			filter_sql_add_code(builder, catalogue.entries.items[i].code, &count);
		free(name);
	}
	if (count == 0) /* a code that only projects have */
		filter_sql_add_code(builder, value->text, &count);
	catalogue_free(&catalogue);
	return true;
}

/* ---- ranges ------------------------------------------------------------------------------- */

static bool filter_sql_add_status_match(struct builder *builder, const struct filter_value *value)
{
	filter_sql_add_expression(builder);
	filter_sql_add(builder, " = ");
	filter_sql_add_text(builder, workflow_status_id((enum status)value->number));
	return true;
}

static void filter_sql_add_comparison(struct builder *builder, const char *sign, int64_t end)
{
	/* A number without a year means that of any year. */
	if (builder->term->key == FILTER_NUMBER && end < FILTER_NUMBER_BASE && end >= 0)
		filter_sql_add(builder, "p.number");
	else
		filter_sql_add_expression(builder);
	filter_sql_add(builder, sign);

	if (filter_keys[builder->term->key].type == FILTER_IS_DATE) {
		/* yyyymmdd as the text it is stored as; the ends of time compare with every
		 * date. */
		int64_t day = end;
		char text[32];

		if (day == INT64_MIN)
			day = 0;
		if (day == INT64_MAX)
			day = 99999999;
		snprintf(text, sizeof text, "%04lld-%02lld-%02lld", (long long)(day / 10000),
			(long long)(day / 100 % 100), (long long)(day % 100));
		filter_sql_add_text(builder, text);
	} else {
		vec_add(&builder->sql->values)->number = end;
		filter_sql_add_parameter(builder);
	}
}

static bool filter_sql_add_range_match(struct builder *builder, const struct filter_value *value)
{
	switch (builder->term->op) {
	case FILTER_LT:
		filter_sql_add_comparison(builder, " < ", value->number);
		break;
	case FILTER_LE:
		filter_sql_add_comparison(builder, " < ", value->until);
		break;
	case FILTER_GT:
		filter_sql_add_comparison(builder, " >= ", value->until);
		break;
	case FILTER_GE:
		filter_sql_add_comparison(builder, " >= ", value->number);
		break;
	case FILTER_MATCH:
	case FILTER_EQ:
		filter_sql_add_comparison(builder, " >= ", value->number);
		filter_sql_add(builder, " AND ");
		filter_sql_add_comparison(builder, value->until == INT64_MAX ? " <= " : " < ",
			value->until);
		break;
	}
	return true;
}

/* ---- terms -------------------------------------------------------------------------------- */

static bool (*const matches[])(struct builder *builder, const struct filter_value *value) = {
	[FILTER_IS_TEXT] = filter_sql_add_text_match,
	[FILTER_IS_UNIT] = filter_sql_add_unit_match,
	[FILTER_IS_CODE] = filter_sql_add_code_match,
	[FILTER_IS_STATUS] = filter_sql_add_status_match,
	[FILTER_IS_YEAR] = filter_sql_add_range_match,
	[FILTER_IS_NUMBER] = filter_sql_add_range_match,
	[FILTER_IS_DATE] = filter_sql_add_range_match,
	[FILTER_IS_FLAG] = filter_sql_add_range_match,
	[FILTER_IS_EXCLUSION] = filter_sql_add_range_match,
	[FILTER_IS_PROJECT_NUMBER] = filter_sql_add_range_match,
	[FILTER_IS_HALF] = filter_sql_add_range_match,
};

bool filter_sql_build(struct store *store, const struct filter *filter, int first,
	struct filter_sql *sql, struct error *err)
{
	struct builder builder = {.store = store, .sql = sql, .err = err};

	sql->first = first;
	filter_sql_add(&builder, "1 = 1");
	for (size_t i = 0; filter && i < filter->terms.count; i++) {
		const struct filter_term *term = &filter->terms.items[i];
		const enum filter_type type = filter_keys[term->key].type;
		const bool is_text = type == FILTER_IS_TEXT || type == FILTER_IS_UNIT ||
			type == FILTER_IS_CODE;

		/* Any of the values; a NULL is no match, and so one for the negation. */
		builder.term = term;
		filter_sql_add(&builder, " AND ((");
		for (size_t v = 0; v < term->values.count; v++) {
			const struct filter_value *value = &term->values.items[v];

			filter_sql_add(&builder, v > 0 ? ") OR (" : "");
			if (!*value->text) {
				filter_sql_add_expression(&builder);
				filter_sql_add(&builder, is_text ? " = ''" : " IS NULL");
			} else if (!matches[type](&builder, value)) {
				filter_sql_free(sql);
				return false;
			}
		}
		filter_sql_add(&builder, term->negated ? ")) IS NOT TRUE" : "))");
	}
	return true;
}

int filter_sql_next(const struct filter_sql *sql)
{
	return sql->first + (int)sql->values.count;
}

void filter_sql_bind(const struct filter_sql *sql, struct db_statement *statement)
{
	for (size_t i = 0; i < sql->values.count; i++) {
		const struct filter_sql_value *value = &sql->values.items[i];
		if (value->text)
			db_bind_text(statement, sql->first + (int)i, value->text);
		else
			db_bind_int(statement, sql->first + (int)i, value->number);
	}
}

void filter_sql_free(struct filter_sql *sql)
{
	strbuf_free(&sql->where);
	vec_free(&sql->values);
	arena_free(&sql->arena);
}
