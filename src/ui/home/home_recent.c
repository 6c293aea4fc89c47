/* home_recent - the last changes on home. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "base/vec.h"
#include "service/session/history_words.h"
#include "store/history_store.h"
#include "ui/home/private.h"

/* Entries looked at: a few sections' among everyone's are rare. Home opens within 10 ms. */
enum { LINES_MAX = 30, ENTRIES_MAX = 200, ENTRIES_SCOPED_MAX = 1500 };

/* What tells most about a change of one project. */
enum rank { RANK_NONE, RANK_DETAIL, RANK_FIELD, RANK_PROJECT, RANK_STATUS };

struct recent {
	struct home *home;
	const int64_t *scope; /* ids of the scope's projects, sorted; NULL = everything */
	size_t scope_count;
	struct strbuf text;   /* of the line that is being gathered */
	int64_t change, project_id;
	char what[16];
	char number[32], at[24];
	enum rank rank;       /* of text */
	bool several;         /* the change touched other projects too */
	bool open;
};

static void home_recent_end_line(struct recent *recent)
{
	struct home *home = recent->home;
	struct strbuf line = {0}, filter = {0};

	if (!recent->open)
		return;
	/* "11-20 10:02" of "2025-11-20T10:02:00" */
	if (strlen(recent->at) >= 16)
		strbuf_addf(&line, "%.5s %.5s ", recent->at + 5, recent->at + 11);
	if (recent->several)
		/* what was done, and the first of those it was done to */
		strbuf_addf(&line, _("%s: %s and others"), history_words_what(recent->what),
			recent->number);
	else
		strbuf_addf(&line, "%s%s%s", recent->number, *recent->number ? " " : "",
			strbuf_text(&recent->text));
	if (*recent->number && !recent->several)
		strbuf_addf(&filter, "number:%s", recent->number);
	*vec_add(&home->recent) = (struct home_line){
		.missing = -1,
		.text = arena_strdup(&home->arena, strbuf_text(&line)),
		.filter = filter.length ? arena_strdup(&home->arena, filter.text) : NULL,
		.role = THEME_NORMAL,
	};
	strbuf_free(&line);
	strbuf_free(&filter);
	recent->open = false;
}

static void home_recent_describe(struct recent *recent, const struct history_entry *entry)
{
	struct strbuf *text = &recent->text;
	const enum rank rank = strcmp(entry->entity, "project") != 0 ? RANK_DETAIL :
		!*entry->field ? RANK_PROJECT :
		strcmp(entry->field, "status") == 0 ? RANK_STATUS : RANK_FIELD;

	if (rank <= recent->rank)
		return;
	recent->rank = rank;
	strbuf_clear(text);
	if (rank == RANK_STATUS)
		/* a status before and after */
		strbuf_addf(text, _("%s → %s"),
			history_words_value(entry->entity, entry->field, entry->before),
			history_words_value(entry->entity, entry->field, entry->after));
	else if (rank == RANK_PROJECT)
		strbuf_addf(text, "%s: %s", history_words_what(entry->what),
			*entry->after ? entry->after : entry->before);
	else
		strbuf_addf(text, "%s: %s", history_words_what(entry->what), *entry->field ?
			history_words_field(entry->entity, entry->field) :
			history_words_entity(entry->entity));
}

/* A change is one line, however many fields and projects it touched. */
static bool home_recent_take_entry(const struct history_entry *entry, void *data)
{
	struct recent *recent = data;
	const int64_t project_id = entry->project_id;
	const bool of_scope = !recent->scope || (project_id && bsearch(&project_id, recent->scope,
		recent->scope_count, sizeof project_id, vec_compare_int64));

	if (!of_scope)
		return true;
	if (recent->open && entry->change && entry->change == recent->change) {
		recent->several |= project_id != recent->project_id;
	} else {
		home_recent_end_line(recent);
		if (recent->home->recent.count >= LINES_MAX)
			return false;

		recent->open = true;
		recent->rank = RANK_NONE;
		recent->several = false;
		recent->change = entry->change;
		recent->project_id = project_id;
		strbuf_clear(&recent->text);
		text_copy(recent->what, sizeof recent->what, entry->what);
		text_copy(recent->at, sizeof recent->at, entry->at);
		text_copy(recent->number, sizeof recent->number, entry->number);
	}
	if (!recent->several)
		home_recent_describe(recent, entry);
	return true;
}

bool home_recent_read(struct app *app, struct home *home, const struct facts *facts,
	struct error *err)
{
	struct recent recent = {.home = home};
	int64_t *ids = NULL;
	bool read;

	if (home->scope.count > 0) {
		ids = xcalloc(facts->count + 1, sizeof *ids);
		for (size_t i = 0; i < facts->count; i++)
			if (home_in_scope(home, facts, i))
				ids[recent.scope_count++] = facts->project_id[i];
		qsort(ids, recent.scope_count, sizeof *ids, vec_compare_int64);
		recent.scope = ids;
	}
	read = history_store_each(app->session->store, 0,
		recent.scope ? ENTRIES_SCOPED_MAX : ENTRIES_MAX, home_recent_take_entry, &recent, err);
	if (home->recent.count < LINES_MAX)
		home_recent_end_line(&recent);
	strbuf_free(&recent.text);
	free(ids);
	return read;
}
