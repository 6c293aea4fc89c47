#include "config.h"

#include "ui/projects_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

/* Ranks from 0 on stay to the last: the number, the title and the hours are what 40 columns show. */
const struct projects_column projects_columns[] = {
	/* field, heading, reading, width, wide, rank, rank above, usual, figures, align */
	{FIELD_NUMBER, N_("No."), "ばんごう", 8, 0, 0, 0, true, false, TEXT_LEFT},
	{FIELD_STATUS, N_("Status"), "じょうたい", 10, 0, 4, 4, true, false, TEXT_LEFT},
	{FIELD_DEPARTMENT, N_("Department"), "ぶきょく", 14, 20, 12, 11, false, false, TEXT_LEFT},
	{FIELD_SECTION, N_("Section"), "しょぞく", 12, 18, 9, 5, true, false, TEXT_LEFT},
	{FIELD_TEAM, N_("Team"), "はん", 12, 18, 5, 8, true, false, TEXT_LEFT},
	{FIELD_TITLE, N_("Title"), "とりくみめい", 0, 0, 1, 1, true, false, TEXT_LEFT},
	{FIELD_PROBLEM_TYPE, N_("Type"), "かだいるいけい", 4, 22, 6, 6, true, false, TEXT_LEFT},
	{FIELD_PRIMARY_TOOL, N_("Tool"), "おもなつーる", 12, 16, 7, 7, true, false, TEXT_LEFT},
	{FIELD_HOURS, N_("Est. h"), "みこみじかん さくげんじかん", 8, 0, 2, 2, true, true, TEXT_RIGHT},
	{FIELD_ACTUAL_HOURS, N_("Act. h"), "じっせきじかん", 8, 0, 3, 3, true, true, TEXT_RIGHT},
	{FIELD_LEADER, N_("Leader"), "りーだー", 10, 14, 8, 9, true, false, TEXT_LEFT},
	{FIELD_UPDATED_AT, N_("Updated"), "こうしんにちじ", 10, 16, 10, 10, true, true, TEXT_LEFT},
	{FIELD_OWNER, N_("Owner"), "たんとうしゃ", 10, 14, 11, 12, false, false, TEXT_LEFT},
	{FIELD_TOOLS, N_("All tools"), "ぜんつーる", 16, 24, 13, 13, false, false, TEXT_LEFT},
	{FIELD_WORK, N_("Work"), "ぎょうむ", 14, 20, 14, 14, false, false, TEXT_LEFT},
	{FIELD_OPERATING_FROM, N_("From"), "うんようかいし", 7, 0, 15, 15, false, false, TEXT_LEFT},
	{FIELD_REPLICABLE, N_("Reuse"), "よこてんかい", 6, 0, 16, 16, false, false, TEXT_CENTER},
	{FIELD_IMPLEMENTATION_COST, N_("Cost"), "どうにゅうけいひ", 11, 0, 17, 17, false, true, TEXT_RIGHT},
	{FIELD_RUNNING_COST, N_("Running"), "うんようけいひ", 11, 0, 18, 18, false, true, TEXT_RIGHT},
	{FIELD_UPDATED_BY, N_("By"), "こうしんしゃ", 10, 0, 19, 19, false, false, TEXT_LEFT},
};
const size_t projects_column_count = sizeof projects_columns / sizeof projects_columns[0];
_Static_assert(sizeof projects_columns / sizeof projects_columns[0] <= PROJECTS_COLUMNS_MAX,
	"room for all columns");

enum { TITLE_MIN = 16, TITLE_MAX = 28, TITLE_EASY = 40, CODE_COLUMNS = 8, DAY_BYTES = 10,
	MOMENT_COLUMNS = 16 };

void projects_columns_usual(bool *chosen)
{
	for (size_t i = 0; i < projects_column_count; i++)
		chosen[i] = projects_columns[i].usual;
}

/* --- what was chosen: one id of a field a line ------------------------------------------------ */

static const char file_name[] = "list-columns";

static bool take_line(char *line, bool *chosen)
{
	line[strcspn(line, "\r\n")] = '\0';
	for (size_t i = 0; i < projects_column_count; i++) {
		if (strcmp(project_fields[projects_columns[i].field].id, line) == 0)
			return chosen[i] = true;
	}
	return false; /* of another version */
}

void projects_columns_recall(bool *chosen)
{
	char *path = ambient_config_path(file_name), line[128];
	FILE *stream = file_open_read(path, NULL);
	bool kept[PROJECTS_COLUMNS_MAX] = {false}, any = false;

	free(path);
	while (stream && fgets(line, sizeof line, stream))
		any = take_line(line, kept) || any;
	if (stream)
		fclose(stream);
	if (any)
		memcpy(chosen, kept, projects_column_count * sizeof *chosen);
	else
		projects_columns_usual(chosen);
}

bool projects_columns_remember(const bool *chosen, struct error *err)
{
	char *path = ambient_config_path(file_name);
	struct file_writer writer;
	bool done = file_make_folder_of(path, err) && file_writer_open(&writer, path, err);

	free(path);
	if (!done)
		return false;
	for (size_t i = 0; i < projects_column_count; i++) {
		if (chosen[i])
			fprintf(writer.stream, "%s\n", project_fields[projects_columns[i].field].id);
	}
	return file_writer_commit(&writer, err);
}

/* --- what fits ----------------------------------------------------------------------------- */

/* Columns that the title has at least before others are dropped. */
static int title_minimum(int columns)
{
	int wanted = columns * 2 / 7;

	return wanted < TITLE_MIN ? TITLE_MIN : wanted > TITLE_MAX ? TITLE_MAX : wanted;
}

static int needed(const bool *kept, int columns)
{
	int sum = 0; /* the column of the mark takes the place of the first blank */

	for (size_t i = 0; i < projects_column_count; i++) {
		if (!kept[i])
			continue;
		sum += 1 + (projects_columns[i].field == FIELD_TITLE ? title_minimum(columns) :
			projects_columns[i].width);
	}
	return sum;
}

/* Index of the kept column that matters least, -1 when only one is left. */
static int least(const bool *kept, bool above)
{
	int found = -1, rank = -1, count = 0;

	for (size_t i = 0; i < projects_column_count; i++) {
		int own = above ? projects_columns[i].rank_above : projects_columns[i].rank;

		if (kept[i])
			count++;
		if (kept[i] && own > rank) {
			found = (int)i;
			rank = own;
		}
	}
	return count > 1 ? found : -1;
}

static void widen(struct projects_plan *plan, int spare)
{
	for (size_t i = 0; i < plan->count; i++) {
		int more = plan->shown[i]->wide - plan->columns[i].width;

		if (plan->shown[i]->wide == 0 || more > spare)
			continue;
		plan->columns[i].width += more;
		spare -= more;
	}
}

void projects_columns_plan(struct projects_plan *plan, const bool *chosen, int columns,
	bool above)
{
	bool kept[PROJECTS_COLUMNS_MAX];
	int dropped, title = title_minimum(columns);

	for (size_t i = 0; i < projects_column_count; i++)
		kept[i] = chosen[i];
	while (needed(kept, columns) > columns && (dropped = least(kept, above)) >= 0)
		kept[dropped] = false;
	plan->count = 0;
	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_column *column = &projects_columns[i];
		bool grows = column->field == FIELD_TITLE;
		int width = grows ? title : column->width;

		if (!kept[i])
			continue;
		plan->shown[plan->count] = column;
		plan->columns[plan->count++] = (struct w_column){.heading = column->heading,
			.width = width, .minimum = grows ? 4 : width, .grow = grows, .align = column->align};
	}
	widen(plan, columns - needed(kept, columns) - (TITLE_EASY - title));
}

/* --- what stands in them ------------------------------------------------------------------- */

/* The sign of a type is enough where its name has no room: ① of ①紙・手作業…, the code of others. */
static void shorten_type(const struct project *project, struct strbuf *out)
{
	uint32_t first;
	size_t bytes = text_decode(strbuf_text(out), out->length, &first);

	if (!*project->problem_type) {
		strbuf_clear(out);
		strbuf_add_char(out, '-');
	} else if (first >= 0x2460 && first <= 0x2473) {
		strbuf_truncate(out, bytes);
	} else {
		strbuf_clear(out);
		strbuf_add_text(out, project->problem_type);
	}
}

static enum theme_role status_role(enum status status)
{
	switch (status) {
	case STATUS_RETURNED:
		return THEME_STRONG;
	case STATUS_DRAFT:
	case STATUS_CANCELLED:
		return THEME_MUTED;
	default:
		return THEME_NORMAL;
	}
}

static bool is_negative(const struct project *project, enum field field)
{
	enum stage stage = field == FIELD_ACTUAL_HOURS ? STAGE_ACTUAL : project_stage(project);

	return project->minutes[stage][BASIS_IN_YEAR] < 0;
}

void projects_columns_text(const struct projects_column *column, const struct project *project,
	struct session *session, int width, struct strbuf *out, enum theme_role *role)
{
	struct project_context context;
	enum theme_role own = THEME_NORMAL;

	if (!session_context(session, project->fiscal_year, &context, NULL))
		return;
	project_field_get(project, column->field, &context, FIELD_HUMAN, out);
	switch (column->field) {
	case FIELD_PROBLEM_TYPE:
		if (width < CODE_COLUMNS)
			shorten_type(project, out);
		break;
	case FIELD_UPDATED_AT:
		if (width < MOMENT_COLUMNS && out->length > DAY_BYTES)
			strbuf_truncate(out, DAY_BYTES);
		break;
	case FIELD_STATUS:
		own = status_role(project->status);
		break;
	case FIELD_HOURS:
	case FIELD_ACTUAL_HOURS:
		own = is_negative(project, column->field) ? THEME_NEGATIVE : THEME_NORMAL;
		break;
	default:
		break;
	}
	if (*role == THEME_NORMAL)
		*role = own;
}
