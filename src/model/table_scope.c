#include "config.h"

#include "model/table_scope.h"

#include <assert.h>
#include <stdio.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "model/table_terms.h"

const struct table_scope_info table_scopes[SCOPE_COUNT] = {
	[SCOPE_BODY] = {"body", N_("Body")},
	[SCOPE_UNIT] = {"unit", N_("Unit")},
	[SCOPE_FISCAL_YEAR] = {"fiscal_year", N_("Fiscal year")},
	[SCOPE_STAGE] = {"stage", N_("Stage")},
	[SCOPE_BASIS] = {"basis", N_("Basis")},
	[SCOPE_PERSON_YEAR] = {"hours_per_person_year", N_("Hours per person-year")},
	[SCOPE_HOURLY_RATE] = {"hourly_rate", N_("Yen an hour")},
	[SCOPE_FILTER] = {"filter", N_("Filter")},
	[SCOPE_MISSING] = {"missing", N_("Missing")},
	[SCOPE_AS_OF] = {"as_of", N_("As of")},
	[SCOPE_DAYS_AHEAD] = {"days_ahead", N_("Days ahead")},
	[SCOPE_LIMIT] = {"limit", N_("Rows at most")},
	[SCOPE_RULES] = {"rules", N_("Exclusion rules (trial)")},
	[SCOPE_UNITS] = {"units", N_("Units as of")},
	[SCOPE_SNAPSHOT] = {"snapshot", N_("Snapshot")},
	[SCOPE_FROZEN_AT] = {"frozen_at", N_("Frozen at")},
	[SCOPE_SEAL] = {"sha256", N_("Seal (SHA-256)")},
};

void table_scope_say(struct table *table, enum table_scope scope, const char *text,
	const char *machine)
{
	assert(scope == SCOPE_UNIT || (scope >= SCOPE_FILTER && scope < SCOPE_COUNT));
	assert(*text && *machine);
	table->scope[scope] = (struct table_scope_words){
		.text = arena_strdup(&table->arena, text),
		.machine = arena_strdup(&table->arena, machine),
	};
}

/* ---- one by one ------------------------------------------------------------------------------ */

static void scope_add_figures(const struct table *table, enum table_scope scope,
	enum table_style style, struct strbuf *out)
{
	const bool machine = style == TABLE_MACHINE;

	if (scope == SCOPE_BASIS)
		strbuf_add_text(out, machine ? effect_basis_id(table->basis) :
			effect_basis_label(table->basis));
	else if (table->every_stage)
		strbuf_add_text(out, machine ? "all" : _("Each column its own"));
	else
		strbuf_add_text(out, machine ? effect_stage_id(table->stage) :
			effect_stage_label(table->stage));
}

bool table_scope_text(const struct table *table, enum table_scope scope, enum table_style style,
	struct strbuf *out)
{
	assert(scope < SCOPE_COUNT);

	const struct table_scope_words *const words = &table->scope[scope];
	const bool machine = style == TABLE_MACHINE;
	char year[FISCAL_YEAR_TEXT];

	switch (scope) {
	case SCOPE_BODY:
		strbuf_add_text(out, table->body ? table->body : "");
		return table->body && *table->body;
	case SCOPE_FISCAL_YEAR:
		if (!table->fiscal_year && table->has_figures)
			strbuf_add_text(out, machine ? "all" : _("Several fiscal years"));
		if (!table->fiscal_year)
			return table->has_figures;
		fiscal_year_format(table->fiscal_year, year);
		if (machine)
			snprintf(year, sizeof year, "%d", table->fiscal_year);
		strbuf_add_text(out, year);
		return true;
	case SCOPE_STAGE:
	case SCOPE_BASIS:
		if (table->has_figures)
			scope_add_figures(table, scope, style, out);
		return table->has_figures;
	case SCOPE_PERSON_YEAR:
	case SCOPE_HOURLY_RATE:
		return table->has_figures && table_term_text(table, scope == SCOPE_HOURLY_RATE ?
			TABLE_HOURLY_RATE : TABLE_HOURS_PER_PERSON_YEAR, style, out);
	default:
		strbuf_add_text(out, !words->text ? "" :
			machine ? words->machine : words->text);
		return words->text != NULL;
	}
}

/* ---- lines for people ------------------------------------------------------------------------ */

void table_scope_place(const struct table *table, struct strbuf *out)
{
	struct strbuf unit = {0};
	const bool has_body = table_scope_text(table, SCOPE_BODY, TABLE_PEOPLE, out);

	if (table_scope_text(table, SCOPE_UNIT, TABLE_PEOPLE, &unit))
		strbuf_addf(out, "%s%s", has_body ? " " : "", strbuf_text(&unit));
	strbuf_free(&unit);
}

void table_heading(const struct table *table, struct strbuf *out)
{
	const size_t before = out->length;

	table_scope_place(table, out);
	strbuf_addf(out, "%s%s", out->length > before ? "  " : "", table->title);
}

void table_caption(const struct table *table, struct strbuf *out)
{
	struct strbuf when = {0};

	if (table_scope_text(table, SCOPE_FISCAL_YEAR, TABLE_PEOPLE, &when) && !table->has_figures)
		strbuf_add_text(out, strbuf_text(&when));
	if (table->has_figures && table->every_stage)
		/* year, basis */
		strbuf_addf(out, _("%s  %s  "), strbuf_text(&when),
			effect_basis_label(table->basis));
	else if (table->has_figures)
		/* year, stage, basis */
		strbuf_addf(out, _("%s  %s, %s  "), strbuf_text(&when),
			effect_stage_label(table->stage), effect_basis_label(table->basis));
	if (table->has_figures)
		table_terms_add(table, out);
	strbuf_free(&when);
}

void table_caption_machine(const struct table *table, struct strbuf *out)
{
	for (int scope = SCOPE_FISCAL_YEAR; scope <= SCOPE_HOURLY_RATE; scope++) {
		struct strbuf text = {0};

		if (table_scope_text(table, (enum table_scope)scope, TABLE_MACHINE, &text))
			strbuf_addf(out, "%s%s=%s", scope == SCOPE_FISCAL_YEAR ? "" : " ",
				table_scopes[scope].id, strbuf_text(&text));
		strbuf_free(&text);
	}
}

/* So many digits tell one seal from another where people read. */
enum { SEAL_DIGITS = 16 };

/* "Filter: …  Exclusion rules: …" */
static void scope_add_from(const struct table *table, int scope, int end, struct strbuf *out)
{
	const size_t before = out->length;

	for (; scope < end; scope++) {
		struct strbuf text = {0};

		if (table_scope_text(table, (enum table_scope)scope, TABLE_PEOPLE, &text)) {
			if (scope == SCOPE_SEAL && text.length > SEAL_DIGITS) {
				strbuf_truncate(&text, SEAL_DIGITS);
				strbuf_add_text(&text, "…");
			}
			strbuf_add_text(out, out->length > before ? "  " : "");
			strbuf_addf(out, _("%s: %s"), _(table_scopes[scope].label),
				strbuf_text(&text));
		}
		strbuf_free(&text);
	}
}

void table_scope_rest(const struct table *table, struct strbuf *out)
{
	scope_add_from(table, SCOPE_FILTER, SCOPE_COUNT, out);
}

void table_scope_date(const struct table *table, const char *today, struct strbuf *out)
{
	if (table->scope[SCOPE_SNAPSHOT].text)
		scope_add_from(table, SCOPE_SNAPSHOT, SCOPE_SEAL, out);
	else
		strbuf_addf(out, _("Made on %s"), today);
}
