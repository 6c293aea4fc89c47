#include "config.h"

#include "ui/projects/projects_columns.h"

#include <stdlib.h>
#include <string.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"

/* The bits of all places; where a field stands among them. */
#define COLUMN_BIT_LIST(place, ...) | PROJECT_PLACE_BIT(place)
#define COLUMN_BIT_NO_LIST
#define COLUMN_BIT(name, type, id, label, variants, stored, files, found, copied, form, list, ...) \
	COLUMN_BIT_##list
enum { COLUMNS_TAKEN = 0 PROJECT_COLUMNS(COLUMN_BIT) };
#define COLUMN_COUNTS_LIST(...) + 1
#define COLUMN_COUNTS_NO_LIST
#define COLUMN_COUNTS(name, type, id, label, variants, stored, files, found, copied, form, list, ...) \
	COLUMN_COUNTS_##list
_Static_assert(PROJECT_PLACES(COLUMNS_TAKEN) == 0 PROJECT_COLUMNS(COLUMN_COUNTS),
	"no two columns in one place");

#define COLUMN_LIST(place, heading, reading, width, wide, rank, rank_above, usual) \
	[PROJECT_PLACE(COLUMNS_TAKEN, place)] = \
		{heading, reading, width, wide, rank, rank_above, usual, COLUMN_REST
#define COLUMN_REST(field) field},
#define COLUMN_NO_LIST COLUMN_NOTHING
#define COLUMN_NOTHING(field)
#define COLUMN(name, type, id, label, variants, stored, files, found, copied, form, list, ...) \
	COLUMN_##list(FIELD_##name)

const struct projects_column projects_columns[] = {PROJECT_COLUMNS(COLUMN)};
const size_t projects_column_count = sizeof projects_columns / sizeof projects_columns[0];
_Static_assert(sizeof projects_columns / sizeof projects_columns[0] <= PROJECTS_COLUMNS_MAX,
	"room for all columns");

enum { TITLE_MIN = 16, TITLE_MAX = 28, TITLE_EASY = 40, CODE_COLUMNS = 8, DAY_BYTES = 10,
	MOMENT_COLUMNS = 16, RANK_ASKED = 3 };

void projects_columns_usual(struct projects_layout *layout)
{
	for (size_t i = 0; i < projects_column_count; i++)
		layout->places[i] = (struct projects_place){.column = i, .shown = projects_columns[i].usual};
}

const struct projects_column *projects_column_of(enum field field)
{
	for (size_t i = 0; i < projects_column_count; i++)
		if (projects_columns[i].field == field)
			return &projects_columns[i];
	return NULL;
}

bool projects_column_figures(const struct projects_column *column)
{
	switch (project_fields[column->field].type) {
	case FIELD_TYPE_INTEGER:
	case FIELD_TYPE_YEN:
	case FIELD_TYPE_MINUTES:
	case FIELD_TYPE_HOURS:
	case FIELD_TYPE_PERCENT:
	case FIELD_TYPE_DATE:
		return true;
	default:
		return false;
	}
}

/* to the left where nothing is said */
static const enum text_align aligned[FIELD_TYPE_CHOICE + 1] = {
	[FIELD_TYPE_INTEGER] = TEXT_RIGHT,
	[FIELD_TYPE_YEN] = TEXT_RIGHT,
	[FIELD_TYPE_MINUTES] = TEXT_RIGHT,
	[FIELD_TYPE_HOURS] = TEXT_RIGHT,
	[FIELD_TYPE_PERCENT] = TEXT_RIGHT,
	[FIELD_TYPE_FLAG] = TEXT_CENTER,
};

/* --- as the user left them -------------------------------------------------------------------- */

static const char file_name[] = "list-columns";

/* "team 18"; the places up to *count are taken. */
static void projects_columns_take_line(const char *line, struct projects_layout *layout,
	size_t *count)
{
	char id[64] = "";
	int width = 0;

	if (sscanf(line, "%63s %d", id, &width) < 1)
		return;
	for (size_t i = *count; i < projects_column_count; i++) {
		struct projects_place place = layout->places[i];

		if (strcmp(project_fields[projects_columns[place.column].field].id, id) != 0)
			continue;
		memmove(layout->places + *count + 1, layout->places + *count,
			(i - *count) * sizeof place);
		place.shown = true;
		place.width = width >= PROJECTS_WIDTH_MIN && width <= PROJECTS_WIDTH_MAX ? width : 0;
		layout->places[(*count)++] = place;
		return;
	}
}

void projects_columns_recall(struct projects_layout *layout)
{
	char *path = ambient_config_path(file_name), line[128];
	FILE *stream = file_open_read(path, NULL);
	size_t count = 0;

	free(path);
	projects_columns_usual(layout);
	for (size_t i = 0; stream && i < projects_column_count; i++)
		layout->places[i].shown = false;
	while (stream && fgets(line, sizeof line, stream))
		projects_columns_take_line(line, layout, &count);
	if (stream)
		fclose(stream);
	if (count == 0)
		projects_columns_usual(layout);
}

bool projects_columns_remember(const struct projects_layout *layout, struct error *err)
{
	char *path = ambient_config_path(file_name);
	struct file_writer writer;
	const bool open = file_writer_open_own(&writer, path, err);

	free(path);
	if (!open)
		return false;
	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_place *place = &layout->places[i];

		if (!place->shown)
			continue;
		fputs(project_fields[projects_columns[place->column].field].id, writer.stream);
		if (place->width > 0)
			fprintf(writer.stream, " %d", place->width);
		fputc('\n', writer.stream);
	}
	return file_writer_commit(&writer, err);
}

/* --- what fits ----------------------------------------------------------------------------- */

/* Columns that the title has at least before others are dropped. */
static int projects_columns_title_minimum(int columns)
{
	int wanted = columns * 2 / 7;

	return wanted < TITLE_MIN ? TITLE_MIN : wanted > TITLE_MAX ? TITLE_MAX : wanted;
}

/* What a column takes before there is room to spare. */
static int projects_columns_width_of(const struct projects_place *place, int columns)
{
	const struct projects_column *column = &projects_columns[place->column];

	return place->width > 0 ? place->width :
		column->field == FIELD_TITLE ? projects_columns_title_minimum(columns) : column->width;
}

static int projects_columns_needed(const struct projects_layout *kept, int columns)
{
	int sum = 0; /* the column of the mark takes the place of the first blank */

	for (size_t i = 0; i < projects_column_count; i++) {
		if (kept->places[i].shown)
			sum += 1 + projects_columns_width_of(&kept->places[i], columns);
	}
	return sum;
}

/* The place of the kept column that matters least, NULL when only one is left. */
static struct projects_place *projects_columns_least(struct projects_layout *kept, bool above)
{
	struct projects_place *found = NULL;
	int rank = -1, count = 0;

	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_place *place = &kept->places[i];
		const struct projects_column *column = &projects_columns[place->column];
		int own = above ? column->rank_above : column->rank;

		if (!place->shown)
			continue;
		count++;
		/* What the user asked for, by name or by a width, goes after all but what every
		 * list needs. */
		if ((place->width > 0 || !column->usual) && own > RANK_ASKED)
			own = RANK_ASKED;
		if (own >= rank) {
			found = &kept->places[i];
			rank = own;
		}
	}
	return count > 1 ? found : NULL;
}

/* Columns without a width of their own grow as far as they are of use. */
static void projects_columns_widen(struct projects_plan *plan, const struct projects_layout *kept,
	int spare)
{
	size_t at = 0;

	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_place *place = &kept->places[i];
		int more;

		if (!place->shown)
			continue;
		more = plan->shown[at]->wide - plan->columns[at].width;
		if (place->width == 0 && plan->shown[at]->wide > 0 && more <= spare) {
			plan->columns[at].width += more;
			spare -= more;
		}
		at++;
	}
}

void projects_columns_plan(struct projects_plan *plan, const struct projects_layout *layout,
	int columns, bool above)
{
	struct projects_layout kept = *layout;
	struct projects_place *dropped;

	while (projects_columns_needed(&kept,
		columns) > columns && (dropped = projects_columns_least(&kept, above)) != NULL)
		dropped->shown = false;
	plan->count = 0;
	for (size_t i = 0; i < projects_column_count; i++) {
		const struct projects_place *place = &kept.places[i];
		const struct projects_column *column = &projects_columns[place->column];
		bool grows = column->field == FIELD_TITLE;
		int width = projects_columns_width_of(place, columns);

		if (!place->shown)
			continue;
		plan->shown[plan->count] = column;
		plan->columns[plan->count++] = (struct w_column){.heading = column->heading,
			.width = width, .minimum = grows ? 4 : width, .grow = grows,
				.align = aligned[project_fields[column->field].type]};
	}
	projects_columns_widen(plan, &kept, columns - projects_columns_needed(&kept,
		columns) - (TITLE_EASY - projects_columns_title_minimum(columns)));
}

/* --- what stands in them ------------------------------------------------------------------- */

/* The sign of a type is enough where its name has no room: ① of ①紙・手作業…, the code of others. */
static void projects_columns_shorten_type(const struct project *project, struct strbuf *out)
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

void projects_columns_text(const struct projects_column *column, const struct project *project,
	struct session *session, int width, struct strbuf *out, enum theme_role *role)
{
	struct project_context context;
	enum theme_role own = THEME_NORMAL;
	int64_t figure;

	if (!session_context(session, project->fiscal_year, &context, NULL))
		return;
	project_field_get(project, column->field, &context, FIELD_HUMAN, out);
	switch (column->field) {
	case FIELD_PROBLEM_TYPE:
		if (width < CODE_COLUMNS)
			projects_columns_shorten_type(project, out);
		break;
	case FIELD_UPDATED_AT:
		if (width < MOMENT_COLUMNS && out->length > DAY_BYTES)
			strbuf_truncate(out, DAY_BYTES);
		break;
	case FIELD_STATUS:
		if (project->status == STATUS_RETURNED)
			own = THEME_STRONG;
		else if (project->status == STATUS_DRAFT || project->status == STATUS_CANCELLED)
			own = THEME_MUTED;
		break;
	case FIELD_HOURS:
	case FIELD_ACTUAL_HOURS:
	case FIELD_REDUCTION_RATE:
		if (project_figure(project, (int)column->field, &figure) && figure < 0)
			own = THEME_NEGATIVE;
		break;
	default:
		break;
	}
	if (*role == THEME_NORMAL)
		*role = own;
}
