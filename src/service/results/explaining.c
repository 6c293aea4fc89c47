#include "config.h"

#include "service/results/explaining.h"

#include <string.h>

#include "base/i18n.h"
#include "service/results/explaining_behind.h"
#include "service/results/explaining_rows.h"
#include "service/results/explaining_text.h"
#include "service/results/rollups_span.h"
#include "service/results/snapshots.h"
#include "service/session/scoping.h"

/* ---- projects ------------------------------------------------------------------------------------ */

static void explained_stage(struct session *session, const struct project *project, enum stage stage,
	enum basis basis, struct strbuf *out)
{
	explaining_indent(out, 1);
	strbuf_addf(out, _("%s, %s: "), effect_stage_label(stage), effect_basis_label(basis));
	explaining_total(out, project->minutes[stage][basis],
		session_hours_per_person_year(session, project->fiscal_year));
	strbuf_add_char(out, '\n');
	explaining_lines(out, project, stage, basis, &explaining_all, 2);
}

void explaining_effects(struct session *session, const struct project *project,
	struct strbuf *out)
{
	bool any = false;

	for (int stage = 0; stage < STAGE_COUNT; stage++)
		for (int basis = 0; project->has_stage[stage] && basis < BASIS_COUNT; basis++) {
			any = true;
			explained_stage(session, project, (enum stage)stage, (enum basis)basis,
				out);
		}
	if (!any)
		strbuf_add_text(out, _("  No savings have been entered.\n"));
	explaining_person_year(out, session_hours_per_person_year(session, project->fiscal_year));
	strbuf_add_char(out, '\n');
}

void explaining_stage(struct session *session, const struct project *project, enum stage stage,
	enum basis basis, struct strbuf *out)
{
	explaining_number(out, project->fiscal_year, project->number, project->title);
	strbuf_add_char(out, '\n');
	explained_stage(session, project, stage, basis, out);
	explaining_person_year(out, session_hours_per_person_year(session, project->fiscal_year));
	strbuf_add_char(out, '\n');
}

bool explaining_project(struct session *session, const struct project *project,
	struct strbuf *out, struct error *err)
{
	(void)err;
	explaining_number(out, project->fiscal_year, project->number, project->title);
	strbuf_add_char(out, '\n');
	explaining_effects(session, project, out);
	return true;
}

/* ---- tables --------------------------------------------------------------------------------------- */

#define STAGES_REVIEWED (1u << STAGE_ESTIMATE | 1u << STAGE_ACTUAL)
#define STAGES_ALL (STAGES_REVIEWED | 1u << STAGE_FORECAST)

/* Tables that are explained from their rows; every other one is a pivot. */
static const struct explaining_kind explained_kinds[] = {
	{"realisation", .stages = STAGES_ALL},
	{"destinations", .behind = explaining_behind_destination},
	{"fractions", .remark = N_("Minutes a working day are the minutes divided by the working days of the year; a team's are these by the number of teams.")},
	{"headroom", .remark = N_("More is what full use would save in a full year, without what is saved now.")},
	{"overlaps", .remark = N_("What may be counted twice at most is the sum of a group without its largest project.")},
	{"doubts", .stages = STAGES_ALL, .remark = N_("A line stands once for each doubt: nothing is added up.")},
	{"coverage", .states = true},
	{"reminders", .states = true},
	{"review", .stages = STAGES_REVIEWED},
	{"review-first-half", .stages = STAGES_REVIEWED, .half = HALF_FIRST},
	{"review-second-half", .stages = STAGES_REVIEWED, .half = HALF_SECOND},
	{"indicators", .behind = explaining_behind_indicator},
	{"goal", .behind = explaining_behind_goal},
	{"training", .behind = explaining_behind_course},
};

static const struct explaining_kind *explained_kind(const char *name)
{
	static const struct explaining_kind plain = {0};

	for (size_t i = 0; i < sizeof explained_kinds / sizeof explained_kinds[0]; i++)
		if (strcmp(explained_kinds[i].id, name) == 0)
			return &explained_kinds[i];
	return &plain;
}

bool explaining_shown(struct session *session, const char *name,
	const struct rollups_choice *choice, const struct table *table, int row,
	struct strbuf *out, struct error *err)
{
	const struct explaining_page page = {session, choice, table, row, NULL, out};

	return explaining_rows(&page, explained_kind(name), err);
}

/* What a part covers, in one line: a part never looks like the whole. Nothing for the whole. */
static void explained_scope(struct session *session, const struct rollups_choice *choice,
	struct strbuf *out)
{
	struct rollups_span span;
	struct table table;
	int node = -1;

	/* a filter that names one year is that year, and narrows nothing */
	if (!rollups_span_read(choice->fiscal_year, choice->filter, &span, NULL))
		return;
	if (!*span.filter && !(choice->unit && *choice->unit) && !session->rules_year &&
		!session->units_year) {
		rollups_span_free(&span);
		return;
	}
	table_init(&table, "", "");
	rollups_unit(session, choice->fiscal_year, choice->unit, &node, NULL);
	if (node >= 0)
		scoping_unit(session_units(session, choice->fiscal_year, NULL), node, &table);
	scoping_session(session, &table);
	scoping_filter(session, span.fiscal_year, span.filter, &table);
	table_scope_place(&table, out);
	strbuf_add_text(out, "  ");
	table_scope_rest(&table, out);
	strbuf_add_char(out, '\n');
	table_free(&table);
	rollups_span_free(&span);
}

bool explaining_table(struct session *session, const char *name,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err)
{
	const struct named_table *named = named_find(name);
	struct rollups_choice narrowed = *choice;
	struct strbuf filter = {0};
	struct table table;
	bool explained;

	if (!named)
		return error_set(err, ERROR_USAGE, _("There is no table '%s'."), name);
	if (!rollups_unit_filter(session, choice, &filter, err)) {
		strbuf_free(&filter);
		return false;
	}
	narrowed.filter = strbuf_text(&filter);
	if (explained_kind(name)->id || choice->rows >= 0) {
		explained = rollups_table(session, name, choice, &table, err);
		if (explained) {
			explained = explaining_shown(session, name, &narrowed, &table, -1, out, err);
			table_free(&table);
		}
	} else {
		struct pivot_query query;

		explained_scope(session, choice, out);
		named_query(named, choice->fiscal_year, choice->stage, choice->basis, &query);
		explained = explaining_pivot(session, &query, _(named->title), narrowed.filter, out,
			err);
	}
	strbuf_free(&filter);
	return explained;
}

bool explaining_frozen(struct session *session, const char *snapshot, const char *name,
	const struct rollups_choice *choice, struct strbuf *out, struct error *err)
{
	struct snapshot frozen = {0};
	struct table table;
	int64_t id;
	bool explained = snapshots_find(session, snapshot, &id, err) &&
		snapshot_store_load(session->store, id, &frozen, err) &&
		snapshots_table(session, snapshot, name, choice->stage, choice->basis, &table, err);

	if (explained) {
		const struct explaining_page page = {session, choice, &table, -1, &frozen, out};
		struct explaining_kind kind = *explained_kind(name);

		/* people, values, the parts of lines and when a project started are not frozen: the rows are */
		if (kind.behind || kind.half != HALF_NONE)
			kind.remark = N_("What is frozen does not hold what stands behind the rows of this table.");
		kind.behind = NULL;
		explained = explaining_rows(&page, &kind, err);
		table_free(&table);
	}
	snapshot_free(&frozen);
	return explained;
}
