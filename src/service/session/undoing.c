#include "config.h"

#include "service/session/undoing.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "service/session/history_words.h"
#include "service/session/permission.h"
#include "service/session/undoing_fixed.h"

enum { SUBJECTS_NAMED = 3, FIELDS_NAMED = 4, ENTRIES_READ = 200 };

/* ---- in words --------------------------------------------------------------------------------- */

/* What the entries of one step tell. */
struct telling {
	enum history_way way;
	struct arena arena;
	VEC(const char *) subjects; /* R7-0001; パラメータ working_days 2025 */
	VEC(const char *) fields;   /* labels, each once */
	const char *from, *to;      /* of all entries, NULL where they differ */
	size_t entries, read;
	bool comes, goes;           /* a row that is put in; one that is taken out */
	bool project;               /* a project among them, and with it its lines: */
	bool line_comes, line_goes; /* effect lines that are told of only without their project */
	const char *line;
};

static void add_once(const char *text, const char ***items, size_t count, bool *is_new)
{
	*is_new = true;
	for (size_t i = 0; i < count; i++)
		*is_new = *is_new && strcmp((*items)[i], text) != 0;
}

static const char *undoing_same(struct telling *telling, const char *held,
	const struct history_entry *entry, const char *value)
{
	const char *words = history_words_value(entry->entity, entry->field, value);

	if (telling->entries == 0)
		return arena_strdup(&telling->arena, words);
	return held && strcmp(held, words) == 0 ? held : NULL;
}

static bool take_entry(const struct history_entry *entry, void *data)
{
	struct telling *telling = data;
	telling->read++;
	const bool back = telling->way == HISTORY_UNDO || strcmp(entry->what, "undo") == 0;
	const bool came = !*entry->field && *(back ? entry->before : entry->after);

	const char *subject = entry->project_id ? arena_strdup(&telling->arena, entry->number) :
		arena_printf(&telling->arena, "%s %s", history_words_entity(entry->entity),
			entry->key);
	bool is_new;

	add_once(subject, &telling->subjects.items, telling->subjects.count, &is_new);
	if (is_new)
		*vec_add(&telling->subjects) = subject;
	if (!*entry->field && strcmp(entry->entity, "effect_line") == 0) {
		telling->line_comes = telling->line_comes || came;
		telling->line_goes = telling->line_goes || !came;
		telling->line = arena_strdup(&telling->arena, *entry->before ? entry->before : entry->after);
		return true;
	}
	telling->project = telling->project || (!*entry->field && entry->project_id != 0);

	const char *label = *entry->field ? history_words_field(entry->entity, entry->field) :
		history_words_entity(entry->entity);

	add_once(label, &telling->fields.items, telling->fields.count, &is_new);
	if (is_new)
		*vec_add(&telling->fields) = arena_strdup(&telling->arena, label);

	telling->from = undoing_same(telling, telling->from, entry, back ? entry->after :
		entry->before);
	telling->to = undoing_same(telling, telling->to, entry, back ? entry->before :
		entry->after);
	telling->comes = telling->comes || came;
	telling->goes = telling->goes || (!*entry->field && !came);
	telling->entries++;
	return true;
}

/* open: there are others that were not read. */
static void add_list(const char *const *items, size_t count, size_t most, bool open,
	struct strbuf *out)
{
	for (size_t i = 0; i < count && i < most; i++)
		strbuf_addf(out, "%s%s", i > 0 ? _(", ") : "", items[i]);
	if (open)
		strbuf_add_text(out, _(" and others"));
	else if (count > most)
		strbuf_addf(out, _(" and %zu more"), count - most);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "R7-0001 状態: 決定 → 登録", "R7-0001, R7-0002 取組名, 業務", "R7-0003: goes" */
static const char *undoing_tell(struct telling *telling, struct arena *arena)
{
	struct strbuf text = {0};
	bool rows;
	const char *name, *told;

	if (!telling->project && (telling->line_comes || telling->line_goes)) {
		*vec_add(&telling->fields) = history_words_entity("effect_line");
		telling->comes = telling->comes || telling->line_comes;
		telling->goes = telling->goes || telling->line_goes;
		telling->from = telling->to = telling->entries++ == 0 ? telling->line : NULL;
	}
	rows = telling->comes != telling->goes && telling->fields.count == 1;
	name = telling->comes ? telling->to : telling->from;
	if (telling->subjects.count == 0)
		return arena_strdup(arena, _("no visible change"));
	qsort(telling->subjects.items, telling->subjects.count, sizeof telling->subjects.items[0],
		by_text);
	add_list(telling->subjects.items, telling->subjects.count, SUBJECTS_NAMED,
		telling->read == ENTRIES_READ, &text);
	strbuf_add_char(&text, ' ');
	if (rows) {
		if (telling->line && !telling->project)
			strbuf_addf(&text, "%s ", telling->fields.items[0]);
		strbuf_add_text(&text, telling->comes ? _("comes back") : _("goes away"));
		if (name && *name)
			strbuf_addf(&text, ": %s", name);
	} else {
		add_list(telling->fields.items, telling->fields.count, FIELDS_NAMED, false, &text);
		if (telling->fields.count == 1 && telling->from && telling->to &&
			(*telling->from || *telling->to))
			strbuf_addf(&text, ": %s → %s", telling->from, telling->to);
	}
	told = arena_strdup(arena, strbuf_text(&text));
	strbuf_free(&text);
	return told;
}

/* ---- the list --------------------------------------------------------------------------------- */

struct reading {
	struct session *session;
	struct undoing *undoing;
	enum history_way way;
	VEC(struct history_change) changes;
};

static bool take_change(const struct history_change *change, void *data)
{
	struct reading *reading = data;

	*vec_add(&reading->changes) = *change;
	return true;
}

static bool add_step(struct reading *reading, size_t at, struct error *err)
{
	const struct history_change *change = &reading->changes.items[at];
	struct arena *arena = &reading->undoing->arena;
	struct telling telling = {.way = reading->way};
	const bool read = history_store_of_step(reading->session->store, reading->way, change->id,
		ENTRIES_READ, take_entry, &telling, err);

	if (read) {
		struct undoing_step *step = vec_add(&reading->undoing->steps);

		step->way = reading->way;
		step->count = (int)at + 1;
		text_copy(step->at, sizeof step->at, change->at);
		step->what = history_words_what(change->what);
		step->does = undoing_tell(&telling, arena);
		step->note = arena_strdup(arena, change->note);
	}
	vec_free(&telling.subjects);
	vec_free(&telling.fields);
	arena_free(&telling.arena);
	return read;
}

static bool undoing_read_steps(struct session *session, enum history_way way, int limit,
	struct undoing *undoing, struct error *err)
{
	struct reading reading = {.session = session, .undoing = undoing, .way = way};
	bool read = history_store_steps(session->store, session->user, way, limit, take_change,
		&reading, err);
	const size_t count = reading.changes.count;

	for (size_t i = 0; read && i < count; i++)
		read = add_step(&reading, way == HISTORY_UNDO ? i : count - 1 - i, err);
	if (way == HISTORY_REDO)
		undoing->redos = undoing->steps.count;
	vec_free(&reading.changes);
	return read;
}

bool undoing_list(struct session *session, struct undoing *undoing, struct error *err)
{
	return undoing_read_steps(session, HISTORY_REDO, UNDOING_LISTED, undoing, err) &&
	       undoing_read_steps(session, HISTORY_UNDO, UNDOING_LISTED, undoing, err);
}

void undoing_free(struct undoing *undoing)
{
	vec_free(&undoing->steps);
	arena_free(&undoing->arena);
}

bool undoing_next(struct session *session, enum history_way way, struct undoing *undoing,
	struct error *err)
{
	if (!undoing_read_steps(session, way, 1, undoing, err))
		return false;
	if (undoing->steps.count > 0)
		return true;
	return error_set(err, ERROR_DATA, way == HISTORY_UNDO ?
		_("There is no change of yours left to take back.") :
		_("There is nothing to do again: nothing was taken back, or you have changed something "
		  "since."));
}

bool undoing_table(struct session *session, struct table *table, struct error *err)
{
	enum { COLUMN_STEP, COLUMN_AT, COLUMN_WHAT, COLUMN_DOES, COLUMN_NOTE, COLUMN_COUNT };
	static const struct {
		const char *id, *label;
		enum column_type type;
	} columns[COLUMN_COUNT] = {
		[COLUMN_STEP] = {"step", N_("Step"), COLUMN_TEXT},
		[COLUMN_AT] = {"at", N_("When"), COLUMN_DATE},
		[COLUMN_WHAT] = {"what", N_("What"), COLUMN_TEXT},
		[COLUMN_DOES] = {"does", N_("What the step does"), COLUMN_TEXT},
		[COLUMN_NOTE] = {"note", N_("Reason or file"), COLUMN_TEXT},
	};
	struct undoing undoing = {0};

	if (!undoing_list(session, &undoing, err)) {
		undoing_free(&undoing);
		return false;
	}
	table_init(table, "undo", _("Undo and redo"));
	table->body = arena_strdup(&table->arena, session->body.name);
	table->ties = true;
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		struct table_column *column = table_add_column(
			table, columns[i].id, _(columns[i].label), columns[i].type);
		column->people = column->files = true;
	}
	for (size_t i = 0; i < undoing.steps.count; i++) {
		const struct undoing_step *step = &undoing.steps.items[i];
		struct table_row *row = table_add_row(table, ROW_DATA);

		table_set_text(table, row, COLUMN_STEP, arena_printf(&table->arena, "%s %d",
			step->way == HISTORY_UNDO ? "undo" : "redo", step->count));
		row->key[0] = step->way;
		row->key[1] = step->count;
		table_set_text(table, row, COLUMN_AT,
			arena_printf(&table->arena, "%.10s %.5s", step->at, step->at + strlen("2025-11-20T")));
		table_set_text(table, row, COLUMN_WHAT, step->what);
		table_set_text(table, row, COLUMN_DOES, step->does);
		table_set_text(table, row, COLUMN_NOTE, step->note);
	}
	undoing_free(&undoing);
	return true;
}

bool undoing_go(struct session *session, enum history_way way, int count, const char *reason, char **summary,
	bool *wants_reason, struct error *err)
{
	/* Whoever may move a project may take the move back. */
	const unsigned roles = permission_roles(session, session->fiscal_year, NULL);
	const bool reasoned = reason && *reason;
	struct undoing_fixed fixed = {0};

	*wants_reason = false;
	if ((session->readonly || !(roles & ~ROLE_BIT(ROLE_VIEWER))) &&
		!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err))
		return false;
	bool done = store_begin(session->store, session->user, way == HISTORY_UNDO ? "undo" : "redo", reason,
			err) &&
		(reasoned || undoing_fixed_read(session, way, count, &fixed, err));
	if (done)
		done = (way == HISTORY_UNDO ? history_store_undo : history_store_redo)(session->store,
			session->user, count, summary, err);
	if (done && !undoing_fixed_same(session, &fixed, err)) {
		*wants_reason = true;
		done = false;
		free(*summary);
	}
	done = store_change(session->store) ? store_end(session->store, done, err) : done;
	undoing_fixed_free(&fixed);
	/* What was taken back may have been units, people or catalogues that are held in memory. */
	session_refresh(session);
	return done;
}
