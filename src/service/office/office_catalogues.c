/* office_catalogues - problem types, ICT tools and exclusion rules, dated by fiscal year: old years keep
 * what they had. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/rule.h"
#include "service/office/private.h"
#include "store/catalogue_store.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

/* ---- problem types and tools ----------------------------------------------------------------- */

enum { CODE, FIRST, LAST, NAME, NAME_EN, ALIASES, POSITION, MERGED_INTO };

static const struct catalogue *catalogue_of(const struct session *session,
	enum catalogue_kind kind)
{
	return kind == CATALOGUE_TOOL ? &session->tools : &session->problem_types;
}

/* Projects of years in which the entry would no longer be valid keep it from going. */
static bool is_unused(struct session *session, enum catalogue_kind kind, const char *code,
	int first, int last, struct error *err)
{
	int64_t projects;
	char year[FISCAL_YEAR_TEXT];

	if (!catalogue_store_used(session->store, kind, code, first, last, &projects, err))
		return false;
	if (projects == 0)
		return true;
	fiscal_year_format(first, year);
	return error_set(err, ERROR_DATA,
		ngettext("“%s” is used by %lld project from %s on; give that another one first.",
			"“%s” is used by %lld projects from %s on; give those another one first.",
			(unsigned long)projects), code,
		(long long)projects, year);
}

/* The version before ends where the new one begins; two never hold in one year. */
static bool make_room(struct session *session, enum catalogue_kind kind,
	const struct office_row *before, const struct office_row *row, struct error *err)
{
	const struct catalogue *catalogue = catalogue_of(session, kind);
	const int first = office_year(row, FIRST), last = office_year(row, LAST);

	for (size_t i = 0; i < catalogue->entries.count; i++) {
		struct catalogue_entry entry = catalogue->entries.items[i];
		const bool itself = before && strcmp(before->cells[CODE], entry.code) == 0 &&
			office_year(before, FIRST) == entry.first_fiscal_year;

		if (itself || strcmp(entry.code, row->cells[CODE]) != 0 ||
			(entry.last_fiscal_year && entry.last_fiscal_year < first) ||
			(last && entry.first_fiscal_year > last))
			continue;
		if (entry.first_fiscal_year >= first)
			return error_set(err, ERROR_DATA,
				_("“%s” has a version from fiscal year %d on; let this one end before it."),
				entry.code, entry.first_fiscal_year);
		entry.last_fiscal_year = first - 1;
		if (!catalogue_store_put(session->store, kind, &entry, err))
			return false;
	}
	return true;
}

static bool check_merge(struct session *session, enum catalogue_kind kind,
	const struct office_row *row, struct error *err)
{
	const char *into = row->cells[MERGED_INTO];

	if (!*into)
		return true;
	if (strcmp(into, row->cells[CODE]) == 0)
		return error_set(err, ERROR_DATA, _("Nothing can be merged into itself."));
	if (catalogue_find(catalogue_of(session, kind), into, 0) < 0)
		return error_set(err, ERROR_DATA, _("There is no “%s” to merge it into."), into);
	return office_year(row, LAST) || error_set(err, ERROR_DATA,
		_("Say up to which fiscal year it holds; later years then go to “%s”."), into);
}

/* A new version stands where the one before stood and is found by the same spellings; a new entry comes
 * last. */
static void follow_version(const struct catalogue *catalogue, struct office_row *row,
	struct arena *arena)
{
	const int before = catalogue_find(catalogue, row->cells[CODE], 0);
	int position = 1;

	for (size_t i = 0; i < catalogue->entries.count; i++)
		if (catalogue->entries.items[i].position >= position)
			position = catalogue->entries.items[i].position + 1;
	if (before >= 0) {
		position = catalogue->entries.items[before].position;
		if (!*row->cells[ALIASES])
			row->cells[ALIASES] =
				arena_strdup(arena, catalogue->entries.items[before].aliases);
	}
	row->cells[POSITION] = arena_printf(arena, "%d", position);
}

static bool apply_entry(struct session *session, enum catalogue_kind kind,
	const struct office_row *before, struct office_row *row, struct arena *arena,
	struct error *err)
{
	if (!row)
		return is_unused(session, kind, before->cells[CODE], office_year(before, FIRST),
			office_year(before, LAST), err);
	const int first = office_year(row, FIRST), last = office_year(row, LAST);

	if (last && last < first)
		return error_set(err, ERROR_DATA, _("The last year comes before the first."));
	if (strcmp(row->cells[POSITION], "0") == 0)
		follow_version(catalogue_of(session, kind), row, arena);
	return check_merge(session, kind, row, err) &&
		(!before || !last || is_unused(session, kind, row->cells[CODE], last + 1, 0, err)) &&
		(!before || first <= office_year(before, FIRST) ||
			is_unused(session, kind, row->cells[CODE], office_year(before, FIRST),
				first - 1, err)) &&
		make_room(session, kind, before, row, err);
}

static bool apply_type(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	return apply_entry(session, CATALOGUE_PROBLEM_TYPE, before, row, arena, err);
}

static bool apply_tool(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	return apply_entry(session, CATALOGUE_TOOL, before, row, arena, err);
}

#define ENTRY_COLUMNS {"code", "first_fiscal_year", "last_fiscal_year", "name", "name_en", \
	"aliases", "position", "merged_into"}
static const struct office_source type_source = {
	"problem_type", ENTRY_COLUMNS, 2, false, "position, code, first_fiscal_year"};
static const struct office_source tool_source = {
	"tool", ENTRY_COLUMNS, 2, false, "position, code, first_fiscal_year"};
static const struct office_field entry_fields[] = {
	[CODE] = {"code", N_("Code"), OFFICE_CODE, .required = true},
	[FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true},
	[LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false},
	[NAME] = {"name", N_("Name"), OFFICE_TEXT, .required = true},
	[NAME_EN] = {"name_en", N_("English name"), OFFICE_TEXT, .required = false},
	[ALIASES] = {"aliases", N_("Other spellings (;)"), OFFICE_LINES, .required = false},
	[POSITION] = {"position", N_("Order"), OFFICE_NUMBER, .required = false},
	[MERGED_INTO] = {"merged_into", N_("Merged into"), OFFICE_CODE, .required = false},
};
const struct office_table office_problem_types = {"problem-types", N_("Problem types"),
	N_("rename with a new first fiscal year, retire with a last one"), &type_source,
	entry_fields, COUNT_OF(entry_fields), FIRST, apply_type};
const struct office_table office_tools = {"tools", N_("ICT tools"),
	N_("rename with a new first fiscal year, retire with a last one, or merge"),
	&tool_source, entry_fields, COUNT_OF(entry_fields), FIRST, apply_tool};

/* ---- exclusion rules ------------------------------------------------------------------------- */

enum { RULE_ID, RULE_FIRST, RULE_LAST, RULE_TOOLS, RULE_WORDS, RULE_REASON };

static bool apply_rule(struct session *session, const struct office_row *before,
	struct office_row *row, struct arena *arena, struct error *err)
{
	(void)before;
	(void)arena;
	if (!row)
		return true;
	const struct exclusion_rule rule = {.first_fiscal_year = office_year(row, RULE_FIRST),
		.last_fiscal_year = office_year(row, RULE_LAST), .tools = row->cells[RULE_TOOLS],
		.words = row->cells[RULE_WORDS], .reason = row->cells[RULE_REASON]};
	return rule_check(&rule, &session->tools, err);
}

static const struct office_source rule_source = {"exclusion_rule",
	{"id", "first_fiscal_year", "last_fiscal_year", "tools", "words", "reason"}, 1, true, "id"};
static const struct office_field rule_fields[] = {
	[RULE_ID] = {"id", N_("No."), OFFICE_NUMBER, .automatic = true},
	[RULE_FIRST] = {"first_fiscal_year", N_("First fiscal year"), OFFICE_YEAR, .required = true},
	[RULE_LAST] = {"last_fiscal_year", N_("Last fiscal year"), OFFICE_LAST_YEAR, .required = false},
	[RULE_TOOLS] = {"tools", N_("Tools (codes, one of them)"), OFFICE_TEXT, .required = false},
	[RULE_WORDS] = {"words", N_("Words (a|b: either; c: and)"), OFFICE_LINES, .required = false},
	[RULE_REASON] = {"reason", N_("What the leader is told"), OFFICE_TEXT, .required = true},
};
const struct office_table office_rules = {"rules", N_("Exclusion rules"),
	N_("what is standard work and no project, by tools and words, from a fiscal year on"),
	&rule_source, rule_fields, COUNT_OF(rule_fields), RULE_FIRST, apply_rule};
