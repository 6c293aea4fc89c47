#include "config.h"

#include "service/files/mapping_guess.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/fiscal_year.h"

enum { GUESS_NAME_LEAST = 6 /* bytes of a word that says something: two characters */ };

/* Fields of a project that take only what is known: what all values of a column can be, it means. */
static const enum field guess_closed[] = {
	FIELD_PROBLEM_TYPE, FIELD_TOOLS, FIELD_STATUS, FIELD_TEAM, FIELD_SECTION, FIELD_DEPARTMENT};

struct guess {
	int column;
	char *word;     /* of the heading by which it is guessed; NULL = by its values */
};

static bool guess_is_taken(const struct sheet_look *look, const struct mapping *mapping, int column)
{
	for (size_t i = 0; i < look->columns.count; i++)
		if (look->columns.items[i].column == column)
			return true;
	for (size_t i = 0; mapping && i < mapping->rules.count; i++)
		if (mapping->rules.items[i].column == column)
			return true;
	return false;
}

/* By a name of a field that stands in the heading; the longest says most. */
static void guess_by_words(enum sheet_kind kind, const struct sheet_look_column *file, const struct sheet_look *look,
	const struct mapping *mapping, struct guess *guess)
{
	const char *const heading = file->heading;
	size_t figures = 0, there = 0;
	for (size_t row = 0; row < SHEET_LOOK_ROWS; row++) {
		const char *const text = file->cells[row];

		there += !text_is_blank(text);
		figures += *text && strspn(text, "0123456789.,") == strlen(text);
	}
	const bool figure = file->taken == SHEET_TAKEN_FIGURE || (there && figures == there);
	char *const key = heading_key(heading, strlen(heading));
	size_t count, best = GUESS_NAME_LEAST - 1;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < count; i++) {
		const char *const id = columns[i].id;
		/* codes may look like figures, too */
		const bool of_figures = heading_is_figure(id) || strstr(id, "code") || strstr(id, "number") ||
			strstr(id, "year");
		char *const names = xasprintf("%s\n%s", _(columns[i].label), columns[i].variants);

		for (const char *name = names; *name; name += strcspn(name, "\n"), name += *name == '\n') {
			char *const word = heading_key(name, strcspn(name, "\n"));
			const size_t length = strlen(word);

			if (length > best && strstr(key, word) &&
				(!figure || of_figures) && !heading_contradicts(heading, id) &&
				!(look && guess_is_taken(look, mapping, (int)i))) {
				best = length;
				guess->column = (int)i;
				free(guess->word);
				guess->word = xstrndup(name, strcspn(name, "\n"));
			}
			free(word);
		}
		free(names);
	}
	free(key);
}

/* By what stands in the rows: all that is there can be nothing but values of that field. */
static bool guess_by_values(struct session *session, const struct sheet_look_column *file,
	const struct sheet_look *look, const struct mapping *mapping, struct guess *guess, struct error *err)
{
	struct project_context context;
	size_t count;
	const struct sheet_column *const columns = sheet_columns(SHEET_PROJECTS, &count);

	if (!session_context(session, session->fiscal_year, &context, err))
		return false;
	for (size_t f = 0; guess->column < 0 && f < sizeof guess_closed / sizeof guess_closed[0]; f++) {
		size_t known = 0, there = 0;
		int column = 0;

		while (columns[column].id != project_fields[guess_closed[f]].id)
			column++;
		for (size_t row = 0; row < SHEET_LOOK_ROWS; row++) {
			struct project project;

			if (text_is_blank(file->cells[row]))
				continue;
			project_init(&project);
			there++;
			known += project_field_set(&project, guess_closed[f], file->cells[row], &context, NULL);
			project_free(&project);
		}
		if (there && known == there && !(look && guess_is_taken(look, mapping, column)))
			guess->column = column;
	}
	return true;
}

static bool guess_column(struct session *session, enum sheet_kind kind, const struct sheet_look_column *file,
	const struct sheet_look *look, const struct mapping *mapping, struct guess *guess, struct error *err)
{
	*guess = (struct guess){.column = HEADING_UNKNOWN};
	if (!*file->heading)
		return true;
	guess_by_words(kind, file, look, mapping, guess);
	return guess->column >= 0 || kind != SHEET_PROJECTS || file->taken == SHEET_TAKEN_FIGURE ||
		guess_by_values(session, file, look, mapping, guess, err);
}

bool mapping_guess(struct session *session, enum sheet_kind kind, const struct sheet_look *look,
	struct mapping *mapping, struct error *err)
{
	size_t count;
	const struct sheet_column *const columns = sheet_columns(kind, &count);

	for (size_t i = 0; i < look->columns.count; i++) {
		const struct sheet_look_column *const file = &look->columns.items[i];
		struct guess guess;

		if (file->taken != SHEET_TAKEN_NOT && file->taken != SHEET_TAKEN_FIGURE)
			continue;
		if (!guess_column(session, kind, file, look, mapping, &guess, err))
			return false;
		if (guess.column >= 0)
			mapping_put(mapping, MAPPING_HEADING, guess.column, file->heading, NULL);
		free(guess.word);
	}
	for (size_t i = 0; look->title_year && i < count; i++)
		if (strcmp(columns[i].id, "fiscal_year") == 0 && !guess_is_taken(look, mapping, (int)i))
			mapping_put(mapping, MAPPING_CONSTANT, (int)i, "", NULL);
	return true;
}

void mapping_guess_reason(struct session *session, enum sheet_kind kind, const struct sheet_look_column *column,
	struct strbuf *out)
{
	static const char *const said[] = {
		[SHEET_TAKEN_NOT] = N_("not understood: it is passed over"),
		[SHEET_TAKEN_FIGURE] = N_("looks like a figure and is not understood: choose"),
		[SHEET_TAKEN_TWICE] = N_("another column means the same: choose"),
		[SHEET_TAKEN_OUT] = N_("not read"),
		[SHEET_TAKEN_RULE] = N_("as chosen"),
		[SHEET_TAKEN_NAME] = N_("its name"),
		[SHEET_TAKEN_MEANING] = N_("what its heading means"),
	};
	struct error none = {0};
	struct guess guess;

	if (column->taken == SHEET_TAKEN_RULE &&
		guess_column(session, kind, column, NULL, NULL, &guess, &none)) {
		const bool same = guess.column == column->column;

		if (same && guess.word)
			strbuf_addf(out, _("“%s” stands in its heading"), guess.word);
		else if (same)
			strbuf_add_text(out, _("all values can be read so"));
		free(guess.word);
		if (same)
			return;
	}
	strbuf_add_text(out, *column->heading ? _(said[column->taken]) : _("no heading"));
}

bool mapping_guess_text(struct session *session, enum sheet_kind kind, FILE *stream, const char *sheet,
	struct strbuf *out, struct error *err)
{
	struct sheet_look bare = {0}, look = {0};
	struct mapping mapping = {0};
	struct strbuf text = {0};
	bool done = sheet_look(stream, kind, &(struct sheet_options){.sheet = sheet}, &bare, err) &&
		mapping_guess(session, kind, &bare, &mapping, err);

	mapping_write_all(&mapping, kind, &text);
	rewind(stream);
	done = done && sheet_look(stream, kind,
		&(struct sheet_options){.sheet = sheet, .map = strbuf_text(&text)}, &look, err);
	for (size_t i = 0; done && i < look.columns.count; i++) {
		const struct sheet_look_column *const column = &look.columns.items[i];
		struct mapping_rule rule = {.act = MAPPING_HEADING, .column = column->column,
			.left = (char *)column->heading};

		strbuf_addf(out, "# %zu: ", i + 1);
		mapping_guess_reason(session, kind, column, out);
		strbuf_add_text(out, column->column < 0 || column->taken == SHEET_TAKEN_TWICE ? "\n# " : "\n");
		mapping_write(&rule, kind, out);
	}
	for (size_t i = 0; done && i < mapping.rules.count; i++)
		if (mapping.rules.items[i].act != MAPPING_HEADING)
			mapping_write(&mapping.rules.items[i], kind, out);
	strbuf_free(&text);
	mapping_free(&mapping);
	sheet_look_free(&bare);
	sheet_look_free(&look);
	return done;
}

static bool guess_fits(struct mapping *mapping, const struct sheet_look *look)
{
	size_t headings = 0;

	mapping_forget_met(mapping);
	for (size_t i = 0; i < look->columns.count; i++)
		mapping_heading(mapping, look->columns.items[i].heading);
	for (size_t r = 0; r < mapping->rules.count; r++) {
		if (mapping->rules.items[r].act != MAPPING_HEADING)
			continue;
		if (!mapping->rules.items[r].met)
			return false;
		headings++;
	}
	return headings > 0;
}

bool mapping_fitting(struct session *session, enum sheet_kind kind, const struct sheet_look *look,
	struct mappings_kept *kept, struct error *err)
{
	size_t left = 0;

	if (!mappings_list(session, sheet_kind_id(kind), kept, err))
		return false;
	for (size_t i = 0; i < kept->items.count; i++) {
		struct mapping mapping = {0};

		if (mapping_parse(kept->items.items[i].content, kind, &mapping, NULL) && guess_fits(&mapping, look))
			kept->items.items[left++] = kept->items.items[i];
		mapping_free(&mapping);
	}
	kept->items.count = left;
	return true;
}
