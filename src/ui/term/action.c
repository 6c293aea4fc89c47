#include "config.h"

#include "ui/term/action.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"
#include "ui/term/key.h"

#define IN(context) (1u << CONTEXT_##context)

enum {
	TEXT = IN(TEXT),
	EVERY = (1u << CONTEXT_COUNT) - 1 - TEXT,
	SCREENS = EVERY - IN(POPUP) - IN(COLUMNS) - IN(FIRST),
	LISTS = IN(PROJECTS) | IN(REPORTS) | IN(INDICATORS) | IN(ADMIN),
	ONE = IN(PROJECT) | IN(FORM),

	SHOWN = ACTION_SHOWN,
	WRITES = ACTION_WRITES,
};

static const char *const context_labels[CONTEXT_COUNT] = {
	[CONTEXT_TEXT] = N_("Lines of text"),
	[CONTEXT_HOME] = N_("Home"),
	[CONTEXT_PROJECTS] = N_("Project list"),
	[CONTEXT_PROJECT] = N_("One project"),
	[CONTEXT_FORM] = N_("Editing a project"),
	[CONTEXT_PIVOT] = N_("Rollup"),
	[CONTEXT_REPORTS] = N_("Reports"),
	[CONTEXT_INDICATORS] = N_("Indicators"),
	[CONTEXT_ADMIN] = N_("Office"),
	[CONTEXT_HELP] = N_("Help"),
	[CONTEXT_POPUP] = N_("Choices"),
	[CONTEXT_COLUMNS] = N_("Columns"),
	[CONTEXT_FIRST] = N_("First start"),
};

/* In the order of enum action; the bottom line and the help follow it. */
static const struct action_row rows[] = {
	/* moving */
	{ACTION_UP, "up", "Up, k, C-p", N_("Up"), N_("One row up."), EVERY, 0},
	{ACTION_DOWN, "down", "Down, j, C-n", N_("Down"), N_("One row down."), EVERY, 0},
	{ACTION_LEFT, "left", "Left, h, C-b", N_("Left"), N_("One column to the left."), EVERY, 0},
	{ACTION_RIGHT, "right", "Right, l, C-f", N_("Right"), N_("One column to the right."), EVERY,
		0},
	{ACTION_PAGE_UP, "page-up", "PageUp, M-v", N_("Page up"), N_("One page up."), EVERY, 0},
	{ACTION_PAGE_DOWN, "page-down", "PageDown, C-v", N_("Page down"), N_("One page down."), EVERY,
		0},
	{ACTION_FIRST, "first", "Home, g", N_("First"), N_("To the first row."), EVERY, 0},
	{ACTION_LAST, "last", "End, G", N_("Last"), N_("To the last row."), EVERY, 0},
	{ACTION_NEXT, "next", "Tab", N_("Next"), N_("To the next pane or field."), EVERY, 0},
	{ACTION_PREVIOUS, "previous", "S-Tab", N_("Previous"),
		N_("To the previous pane or field."), EVERY, 0},
	{ACTION_OPEN, "open", "Enter", N_("Open"),
		N_("Opens what the cursor is on; in a rollup, what stands behind the number."), EVERY,
		SHOWN},

	/* on what is shown */
	{ACTION_NAMED, "named", "t", N_("Tables"), N_("Chooses a ready-made table."), IN(PIVOT), SHOWN},
	{ACTION_ROWS, "rows", "R", N_("Rows"), N_("Chooses what the rows stand for."),
		IN(PIVOT) | IN(REPORTS), SHOWN},
	{ACTION_ACROSS, "across", "C", N_("Columns"), N_("Chooses what the columns stand for."),
		IN(PIVOT), SHOWN},
	{ACTION_MEASURE, "measure", "m", N_("Figures"), N_("Chooses the figures shown."), IN(PIVOT),
		SHOWN},
	{ACTION_MISSING, "missing", "m", N_("Missing"), N_("Shows only the teams that lack a step."),
		IN(REPORTS), SHOWN},
	{ACTION_NEW, "new", "n", N_("New"),
		N_("Starts a new project; among snapshots, freezes the year's results."),
		SCREENS - IN(HELP) - IN(FORM), SHOWN | WRITES},
	{ACTION_EDIT, "edit", "e, F4", N_("Edit"), N_("Edits what the cursor is on."), LISTS | ONE,
		SHOWN | WRITES},
	{ACTION_SEARCH, "search", "/, F3", N_("Search"), N_("Searches as you type."),
		SCREENS - IN(FORM), SHOWN},
	{ACTION_FILTER, "filter", "f", N_("Filter"),
		N_("Narrows what is shown: dept:… tool:… hours:>=100 status:running."),
		IN(PROJECTS) | IN(PIVOT) | IN(REPORTS) | IN(ADMIN), SHOWN},
	{ACTION_SAVED_FILTERS, "saved-filters", "F", N_("Saved filters"),
		N_("Opens a filter kept under a name, or keeps the present one."), IN(PROJECTS), 0},
	{ACTION_DROP_FILTER, "drop-filter", "-, Delete", N_("Widen"),
		N_("Takes one part of the filter away."), IN(PROJECTS), 0},
	{ACTION_SORT, "sort", "o", N_("Sort"), N_("Sorts by a column; again turns the order round."),
		LISTS | IN(PIVOT), SHOWN},
	{ACTION_MARK, "mark", "Space", N_("Mark"), N_("Marks the row for what is done to several."),
		LISTS | IN(POPUP) | IN(COLUMNS), 0},
	{ACTION_MARK_ALL, "mark-all", "*", N_("Mark all"), N_("Marks all rows, or none."), LISTS,
		0},
	{ACTION_MOVE, "move", "m, s, F6", N_("Status"),
		N_("Moves the project, or the marked ones, to another status."),
		IN(PROJECTS) | ONE, SHOWN | WRITES},
	{ACTION_MOVE_UNIT, "move-unit", "m", N_("Move"), N_("Moves the unit below another one."),
		IN(ADMIN), SHOWN | WRITES},
	{ACTION_COLUMNS, "columns", "C", N_("Columns"), N_("Chooses the columns, their order and widths."),
		IN(PROJECTS), 0},
	{ACTION_EARLIER, "earlier", "K, M-Up", N_("Earlier"),
		N_("Moves the column to the left of the one before."), IN(COLUMNS), SHOWN},
	{ACTION_LATER, "later", "J, M-Down", N_("Later"),
		N_("Moves the column to the right of the next one."), IN(COLUMNS), SHOWN},
	{ACTION_USUAL, "usual", "0", N_("As usual"), N_("Takes back every choice of columns."),
		IN(COLUMNS), SHOWN},
	{ACTION_SIMILAR, "similar", "=", N_("Similar"),
		N_("Lists the most similar projects of all sections."), IN(PROJECTS) | IN(PROJECT), 0},
	{ACTION_COPY_PROJECT, "copy", "c", N_("Copy"), N_("Copies the project as a new draft."),
		IN(PROJECTS) | IN(PROJECT), WRITES},
	{ACTION_EXCLUDE, "exclude", "X", N_("Standard work"),
		N_("Says whether it is standard work, which does not count, or a project."), IN(PROJECTS),
		WRITES},
	{ACTION_HISTORY, "history", "H", N_("History"), N_("Shows who changed what and when."),
		LISTS | ONE, 0},
	{ACTION_EXPLAIN, "explain", "w", N_("Why"),
		N_("Explains the figure, down to projects, lines and minutes."),
		IN(HOME) | IN(PROJECTS) | ONE | IN(PIVOT) | IN(REPORTS) | IN(INDICATORS), 0},
	{ACTION_DIFFERENCE, "difference", "v", N_("Difference"),
		N_("Shows what an import would change, row by row; again, its columns."), IN(ADMIN), SHOWN},
	{ACTION_SAVE, "save", "C-s, F9", N_("Save"), N_("Saves; an incomplete draft too."),
		IN(FORM) | IN(FIRST) | IN(ADMIN), SHOWN | WRITES},
	{ACTION_ADD_LINE, "add-line", "a, +, Insert", N_("Add"), N_("Adds a line."),
		IN(FORM) | IN(ADMIN) | IN(INDICATORS), SHOWN | WRITES},
	{ACTION_DELETE_LINE, "delete-line", "D, d, Delete", N_("Delete"),
		N_("Deletes the line, after asking."), IN(FORM) | IN(ADMIN) | IN(INDICATORS), WRITES},
	{ACTION_COPY_LINE, "copy-line", "c", N_("To actual"),
		N_("Copies the effect line as an actual result, to be corrected there."), IN(FORM),
		SHOWN | WRITES},
	{ACTION_CARRY, "carry", "c", N_("From last year"),
		N_("Shows what would come over from last year; there, takes it over."), IN(ADMIN),
		SHOWN | WRITES},
	{ACTION_CLIMB, "climb", "Backspace", N_("Up a level"),
		N_("Back up to the level above."), IN(PIVOT) | IN(PROJECTS) | IN(ADMIN), 0},
	{ACTION_SHARE, "share", "%", N_("Share"), N_("Shows shares of the total, or hides them."),
		IN(PIVOT), 0},
	{ACTION_CHANGE, "change", "d", N_("Change"),
		N_("Shows the change on the year before, or hides it."), IN(PIVOT), 0},
	{ACTION_LOOK, "look", "v", N_("Bars"), N_("Shows figures with bars, with shades, or alone."),
		IN(PIVOT), 0},
	{ACTION_CHART, "chart", "c", N_("Chart"),
		N_("Shows the figures as a chart, or as a table again; of an indicator, years or months."),
		IN(PIVOT) | IN(INDICATORS), SHOWN},
	{ACTION_TRIAL, "trial", "T", N_("What if"),
		N_("Shows the figures under the rules or the units of another fiscal year."), IN(PIVOT), 0},
	{ACTION_STAGE, "stage", "s", N_("Stage"), N_("Estimate, forecast or actual."),
		IN(PIVOT) | IN(HOME) | IN(REPORTS), 0},
	{ACTION_BASIS, "basis", "b", N_("Basis"), N_("Within the year, or a full year."),
		IN(PIVOT) | IN(HOME) | IN(REPORTS), 0},
	{ACTION_SNAPSHOTS, "snapshots", "Z", N_("Snapshots"),
		N_("Freezes results, and shows and compares what was frozen."),
		IN(PIVOT) | IN(REPORTS) | IN(ADMIN), 0},
	{ACTION_VERIFY, "verify", "V", N_("Verify"),
		N_("Proves that nothing was changed since it was frozen."), IN(ADMIN), SHOWN},
	{ACTION_EXPORT, "export", "x", N_("Export"), N_("Writes what is on the screen to a file."),
		SCREENS - IN(HELP), SHOWN},
	{ACTION_SET_FIELD, "set-field", "E", N_("Set a field"),
		N_("Sets one field of the project, or of the marked ones, at once."), IN(PROJECTS), WRITES},
	{ACTION_REPEAT, "repeat", ".", N_("Again"),
		N_("Does what was done last with this row, or the marked ones, too."), IN(PROJECTS), WRITES},
	{ACTION_UNDO, "undo", "u", N_("Undo"), N_("Takes back the last change, after asking."),
		SCREENS - IN(HELP), WRITES},
	{ACTION_REDO, "redo", "U, C-r", N_("Redo"),
		N_("Does again what was taken back last, after asking."), SCREENS - IN(HELP), WRITES},
	{ACTION_UNDO_LIST, "undo-list", "M-u", N_("Undo and redo"),
		N_("Lists what can be taken back and done again, and does several steps."),
		SCREENS - IN(HELP), WRITES},
	{ACTION_YANK, "yank", "y", N_("Copy text"), N_("Copies what the cursor is on to the clipboard."),
		SCREENS, 0},
	{ACTION_RELOAD, "reload", "r, F5", N_("Reload"), N_("Reads the screen again."), SCREENS, 0},

	/* the program */
	{ACTION_TAB_1, "tab-1", "1", N_("Home"), N_("Goes to the home screen."), SCREENS, 0},
	{ACTION_TAB_2, "tab-2", "2", N_("Project list"), N_("Goes to the list of projects."), SCREENS,
		0},
	{ACTION_TAB_3, "tab-3", "3", N_("Rollup"), N_("Goes to the rollups."), SCREENS, 0},
	{ACTION_TAB_4, "tab-4", "4", N_("Reports"), N_("Goes to the reports."), SCREENS, 0},
	{ACTION_TAB_5, "tab-5", "5", N_("Indicators"), N_("Goes to the indicators."), SCREENS, 0},
	{ACTION_TAB_6, "tab-6", "6", N_("Office"), N_("Goes to the office's own screens."), SCREENS,
		0},
	{ACTION_YEAR_BEFORE, "year-before", "[", N_("Fiscal year"), N_("The fiscal year before."), SCREENS,
		SHOWN},
	{ACTION_YEAR_AFTER, "year-after", "]", N_("Fiscal year"), N_("The fiscal year after."), SCREENS, SHOWN},
	{ACTION_GO, "go", "0", N_("Pages"), N_("Goes to any page or table: one more key chooses it."),
		SCREENS, 0},
	{ACTION_PALETTE, "palette", ":, F2", N_("Commands"), N_("Finds every command by its name."),
		SCREENS, SHOWN},
	{ACTION_HELP, "help", "?, F1", N_("Help"), N_("Explains this screen and its keys."), EVERY,
		SHOWN},
	{ACTION_TOUR, "tour", "F12", N_("Tour"), N_("Shows you around in five steps."), SCREENS, 0},
	{ACTION_WALL, "wall", "M-w", N_("Wall display"),
		N_("Shows home, coverage and trend in turn until a key is pressed."), SCREENS, 0},
	{ACTION_REDRAW, "redraw", "C-l", N_("Redraw"), N_("Draws the screen anew."), EVERY, 0},
	{ACTION_SUSPEND, "suspend", "C-z", N_("Suspend"),
		N_("Stops the program until fg calls it back."), EVERY, 0},
	{ACTION_BACK, "back", "q, Esc, C-g, C-c, F10", N_("Back"),
		N_("Goes back; from the first screen, leaves the program."), EVERY, SHOWN},

	/* editing */
	{ACTION_TEXT_LEFT, "text-left", "Left, C-b", N_("Left"), N_("One character to the left."), TEXT,
		0},
	{ACTION_TEXT_RIGHT, "text-right", "Right, C-f", N_("Right"), N_("One character to the right."),
		TEXT, 0},
	{ACTION_TEXT_WORD_LEFT, "text-word-left", "M-b, C-Left", N_("Word left"),
		N_("To the start of the word; kanji, hiragana and katakana are words of their own."),
		TEXT, 0},
	{ACTION_TEXT_WORD_RIGHT, "text-word-right", "M-f, C-Right", N_("Word right"),
		N_("To the end of the word."), TEXT, 0},
	{ACTION_TEXT_HOME, "text-home", "Home, C-a", N_("Line start"), N_("To the start of the line."),
		TEXT, 0},
	{ACTION_TEXT_END, "text-end", "End, C-e", N_("Line end"), N_("To the end of the line."), TEXT,
		0},
	{ACTION_TEXT_UP, "text-up", "Up, C-p", N_("Up"), N_("One line up."), TEXT, 0},
	{ACTION_TEXT_DOWN, "text-down", "Down, C-n", N_("Down"), N_("One line down."), TEXT, 0},
	{ACTION_TEXT_PAGE_UP, "text-page-up", "PageUp, M-v", N_("Page up"), N_("One page up."), TEXT,
		0},
	{ACTION_TEXT_PAGE_DOWN, "text-page-down", "PageDown, C-v", N_("Page down"),
		N_("One page down."), TEXT, 0},
	{ACTION_TEXT_TOP, "text-top", "M-<", N_("Text start"), N_("To the start of the whole text."),
		TEXT, 0},
	{ACTION_TEXT_BOTTOM, "text-bottom", "M->", N_("Text end"), N_("To the end of the whole text."),
		TEXT, 0},
	{ACTION_TEXT_RUBOUT, "text-rubout", "Backspace, C-h", N_("Rub out"),
		N_("Deletes the character before the caret."), TEXT, 0},
	{ACTION_TEXT_DELETE, "text-delete", "Delete, C-d", N_("Delete"),
		N_("Deletes the character under the caret."), TEXT, 0},
	{ACTION_TEXT_KILL, "text-kill", "C-k", N_("Cut to the end"),
		N_("Cuts from the caret to the end of the line."), TEXT, 0},
	{ACTION_TEXT_KILL_BEFORE, "text-kill-before", "C-u", N_("Cut to the start"),
		N_("Cuts from the start of the line to the caret."), TEXT, 0},
	{ACTION_TEXT_KILL_WORD, "text-kill-word", "C-w, M-Backspace", N_("Cut a word"),
		N_("Cuts the word before the caret."), TEXT, 0},
	{ACTION_TEXT_KILL_WORD_AFTER, "text-kill-word-after", "M-d", N_("Cut the next word"),
		N_("Cuts the word after the caret."), TEXT, 0},
	{ACTION_TEXT_YANK, "text-yank", "C-y", N_("Paste"), N_("Puts in what was cut last."), TEXT,
		0},
	{ACTION_TEXT_UNDO, "text-undo", "C-_", N_("Undo"), N_("Takes back the last change of the text."),
		TEXT, 0},
	{ACTION_TEXT_REDO, "text-redo", "M-_, M-/", N_("Redo"),
		N_("Does again what was taken back last in the text."), TEXT, 0},
	{ACTION_TEXT_EDITOR, "text-editor", "C-x C-e, F8", N_("Editor"),
		N_("Opens the text in $EDITOR."), TEXT, 0},
};
_Static_assert(sizeof rows / sizeof rows[0] == ACTION_COUNT - 1, "a row for each action");

const char *context_label(enum context context)
{
	assert(context < CONTEXT_COUNT);
	return _(context_labels[context]);
}

const struct action_row *action_row(enum action action)
{
	if (action <= ACTION_NONE || action >= ACTION_COUNT)
		return NULL;
	assert(rows[action - 1].id == action);
	return &rows[action - 1];
}

enum action action_by_name(const char *name)
{
	for (size_t i = 0; i < ACTION_COUNT - 1; i++) {
		if (strcmp(rows[i].name, name) == 0)
			return rows[i].id;
	}
	return ACTION_NONE;
}

bool action_in(enum action action, enum context context)
{
	assert(context < CONTEXT_COUNT);

	const struct action_row *row = action_row(action);

	return row && (row->contexts & (1u << context)) != 0;
}

static size_t action_blanks(const char *text)
{
	return strspn(text, " \t");
}

/* Reads "C-x C-e" up to a comma or the end. Returns the bytes read, 0 when it is no key. */
static size_t action_parse_sequence(const char *text, int keys[2])
{
	size_t at = action_blanks(text), count = 0;

	keys[0] = keys[1] = K_NONE;
	while (text[at] && (text[at] != ',')) {
		size_t length = strcspn(text + at, ", \t");

		if (count == 2)
			return 0;
		keys[count] = key_parse(text + at, length);
		if (keys[count++] == K_NONE)
			return 0;
		at += length;
		at += action_blanks(text + at);
	}
	return count ? at : 0;
}

static bool action_add_bindings(struct keymap *keymap, enum action action, const char *keys)
{
	while (*keys) {
		struct key_binding binding = {.action = action};
		size_t length = action_parse_sequence(keys, binding.keys);

		if (length == 0)
			return false;
		*vec_add(&keymap->bindings) = binding;
		keys += length;
		if (*keys == ',')
			keys++;
	}
	return true;
}

void keymap_init(struct keymap *keymap)
{
	*keymap = (struct keymap){0};
	for (size_t i = 0; i < ACTION_COUNT - 1; i++) {
		bool fine = action_add_bindings(keymap, rows[i].id, rows[i].keys);

		assert(fine && rows[i].id == (enum action)(i + 1));
		(void)fine;
	}
}

void keymap_free(struct keymap *keymap)
{
	vec_free(&keymap->bindings);
}

bool keymap_set(struct keymap *keymap, const char *name, const char *keys, struct error *err)
{
	assert(name && keys);

	enum action action = action_by_name(name);
	struct keymap trial = {0};
	size_t kept = 0;

	if (action == ACTION_NONE)
		return error_set(err, ERROR_DATA, _("There is no command “%s” to give keys to."), name);
	if (!action_add_bindings(&trial, action, keys)) {
		keymap_free(&trial);
		return error_set(err, ERROR_DATA,
			_("“%s” is no list of keys. Write them like n, C-x, F5, PageDown."), keys);
	}
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		if (keymap->bindings.items[i].action != action)
			keymap->bindings.items[kept++] = keymap->bindings.items[i];
	}
	keymap->bindings.count = kept;
	for (size_t i = 0; i < trial.bindings.count; i++)
		*vec_add(&keymap->bindings) = trial.bindings.items[i];
	keymap_free(&trial);
	return true;
}

bool keymap_check(const struct keymap *keymap, struct error *err)
{
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const struct key_binding *a = &keymap->bindings.items[i];

		for (size_t j = i + 1; j < keymap->bindings.count; j++) {
			const struct key_binding *b = &keymap->bindings.items[j];

			/* the same keys, or the keys of one begin those of the other */
			const bool same_keys = a->keys[0] == b->keys[0] &&
				(a->keys[1] == b->keys[1] || a->keys[1] == K_NONE ||
					b->keys[1] == K_NONE);

			if (a->action != b->action && same_keys &&
				(action_row(a->action)->contexts & action_row(b->action)->contexts)) {
				struct strbuf key = {0};

				key_format(a->keys[0], &key);
				error_set(err, ERROR_DATA,
					_("The key %s is given to both “%s” and “%s”."),
					strbuf_text(&key), action_row(a->action)->name,
					action_row(b->action)->name);
				strbuf_free(&key);
				return false;
			}
		}
	}
	return true;
}

enum action keymap_find(const struct keymap *keymap, enum context context, int before, int key,
	bool *prefix)
{
	assert(context < CONTEXT_COUNT);
	if (prefix)
		*prefix = false;
	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const struct key_binding *binding = &keymap->bindings.items[i];

		if (!action_in(binding->action, context))
			continue;
		if (before != K_NONE) {
			if (binding->keys[0] == before && binding->keys[1] == key)
				return binding->action;
		} else if (binding->keys[0] == key) {
			if (binding->keys[1] == K_NONE)
				return binding->action;
			if (prefix)
				*prefix = true;
		}
	}
	return ACTION_NONE;
}

void keymap_format(const struct keymap *keymap, enum action action, bool all, struct strbuf *out)
{
	bool first = true;

	for (size_t i = 0; i < keymap->bindings.count; i++) {
		const struct key_binding *binding = &keymap->bindings.items[i];

		if (binding->action != action)
			continue;
		if (!first)
			strbuf_add_text(out, ", ");
		key_format(binding->keys[0], out);
		if (binding->keys[1] != K_NONE) {
			strbuf_add_char(out, ' ');
			key_format(binding->keys[1], out);
		}
		first = false;
		if (!all)
			return;
	}
}
