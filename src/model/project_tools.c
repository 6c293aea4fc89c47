/* project_tools - problem type and tools of a project, read from text. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/project_set.h"

/* ---- problem type ------------------------------------------------------------------------- */

/* A sheet's way of saying that no category claims a project. */
static bool tools_means_none(const char *text)
{
	static const char *const words[] = {"", "未分類", "なし", "無し", "-", "unclassified", "none"};
	char *key = text_key(text);
	bool found = false;

	for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
		found = strcmp(key, words[i]) == 0;
	free(key);
	return found;
}

bool project_set_problem_type(struct project *project, enum field field, const char *text,
	const struct catalogue *problem_types, struct error *err)
{
	struct error reason = {0};
	size_t length;

	text_trim(text, &length);
	if (length == 0 && field == FIELD_PROBLEM_TYPE)
		return true;
	int index = catalogue_find(problem_types, project->problem_type, project->fiscal_year);
	if (index >= 0 && strcmp(text, problem_types->entries.items[index].name) == 0)
		return true; /* the name after its code */
	index = catalogue_find(problem_types, text, project->fiscal_year);
	if (index < 0 && tools_means_none(text)) {
		project->problem_type = "";
		return true;
	}
	if (index < 0)
		index = catalogue_resolve(problem_types, text, project->fiscal_year, &reason);
	if (index < 0)
		return project_refuse_as(err, field, &reason);
	project->problem_type = project_text(project, problem_types->entries.items[index].code);
	return true;
}

/* ---- tools -------------------------------------------------------------------------------- */

/* Bytes of the separator that text starts with; 0 when it starts with none. */
static size_t tools_separator(const char *text)
{
	static const char *const separators[] = {
		";", "；", "、", "､", ",", "，", "/", "／", "・", "･", "+", "＋", "\n", "\r"};

	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
		const size_t length = strlen(separators[i]);
		if (strncmp(text, separators[i], length) == 0)
			return length;
	}
	return 0;
}

/* A stretch of the cell between two separators. */
struct piece {
	const char *start;
	const char *end;
};

typedef VEC(struct piece) pieces;

static void tools_split(const char *text, pieces *list)
{
	const char *start = text;

	for (;;) {
		const size_t length = *text ? tools_separator(text) : 0;
		if (*text && length == 0) {
			text++;
			continue;
		}
		if (text > start)
			*vec_add(list) = (struct piece){start, text};
		if (!*text)
			return;
		text += length;
		start = text;
	}
}

struct tool_list {
	const char *codes[PROJECT_TOOLS_MAX];
	size_t count;
};

static bool tools_add_code(struct tool_list *list, const char *code)
{
	for (size_t i = 0; i < list->count; i++)
		if (strcmp(list->codes[i], code) == 0)
			return true;
	if (list->count == PROJECT_TOOLS_MAX)
		return false;
	list->codes[list->count++] = code;
	return true;
}

/* The tool that the text from first to last piece means, separators between them and all. */
static int tools_resolve(const struct catalogue *tools, const struct piece *first,
	const struct piece *last, int fiscal_year, struct error *reason)
{
	size_t length = (size_t)(last->end - first->start);
	char *whole = xstrndup(first->start, length);
	const char *bare = text_trim(whole, &length);

	whole[(size_t)(bare - whole) + length] = '\0';
	int index = catalogue_find(tools, bare, fiscal_year);
	if (index < 0)
		index = catalogue_resolve(tools, bare, fiscal_year, reason);
	free(whole);
	return index;
}

static bool tools_is_blank(const struct piece *piece)
{
	char *copy = xstrndup(piece->start, (size_t)(piece->end - piece->start));
	size_t length;

	text_trim(copy, &length);
	free(copy);
	return length == 0;
}

static bool tools_refuse_too_many(struct error *err, enum field field)
{
	return error_set(err, ERROR_DATA, _("%s: a project names at most %d tools; take some out."),
		_(project_fields[field].label), PROJECT_TOOLS_MAX);
}

/* Appends the tools the pieces mean. */
static bool tools_collect(const struct catalogue *tools, const pieces *list, int fiscal_year,
	struct tool_list *result, struct error *err)
{
	for (size_t at = 0; at < list->count;) {
		struct error reason = {0};
		if (tools_is_blank(&list->items[at])) {
			at++;
			continue;
		}

		/* The longest run of pieces from here on that means a tool, for a name may hold a
		 * separator ("各種システム（庁内/庁外）"). */
		size_t last = list->count;
		int index = -1;

		while (index < 0 && last-- > at)
			index = tools_resolve(tools, &list->items[at], &list->items[last],
				fiscal_year, last == at ? &reason : NULL);
		if (index < 0)
			return project_refuse_as(err, FIELD_TOOLS, &reason);
		if (!tools_add_code(result, tools->entries.items[index].code))
			return tools_refuse_too_many(err, FIELD_TOOLS);
		at = last + 1;
	}
	return true;
}

/* Files that this program wrote hold codes joined by ';', which need no guessing. False, with a
 * list that means nothing, where one of them is no code. */
static bool tools_collect_codes(const struct catalogue *tools, const char *text, int fiscal_year,
	struct tool_list *result)
{
	enum { CODE_MAX = 64 };
	char code[CODE_MAX];

	for (;;) {
		const size_t length = strcspn(text, ";");
		if (length == 0 || length >= sizeof code)
			return false;
		memcpy(code, text, length);
		code[length] = '\0';
		const int index = catalogue_find(tools, code, fiscal_year);
		if (index < 0 || !tools_add_code(result, tools->entries.items[index].code))
			return false;
		if (text[length] == '\0')
			return true;
		text += length + 1;
	}
}

static void tools_store(struct project *project, const struct tool_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		project->tools[i] = project_text(project, list->codes[i]);
	project->tool_count = list->count;
}

bool project_set_tools(struct project *project, const char *text, const struct catalogue *tools,
	struct error *err)
{
	struct tool_list list = {.count = 0};
	pieces found = {0};

	if (tools_collect_codes(tools, text, project->fiscal_year, &list)) {
		tools_store(project, &list);
		return true;
	}
	list.count = 0;
	tools_split(text, &found);
	const bool good = tools_collect(tools, &found, project->fiscal_year, &list, err);
	vec_free(&found);
	if (good)
		tools_store(project, &list);
	return good;
}

bool project_set_primary_tool(struct project *project, const char *text,
	const struct catalogue *tools, struct error *err)
{
	struct tool_list list = {.count = 0};
	const struct piece piece = {text, text + strlen(text)};
	struct error reason = {0};

	if (tools_is_blank(&piece))
		return true;
	const int index = tools_resolve(tools, &piece, &piece, project->fiscal_year, &reason);
	if (index < 0)
		return project_refuse_as(err, FIELD_PRIMARY_TOOL, &reason);
	tools_add_code(&list, tools->entries.items[index].code);
	for (size_t i = 0; i < project->tool_count; i++)
		if (!tools_add_code(&list, project->tools[i]))
			return tools_refuse_too_many(err, FIELD_PRIMARY_TOOL);
	tools_store(project, &list);
	return true;
}
