#include "config.h"

#include "store/line_store.h"

#include <stdlib.h>

#include "store/effect_row.h"
#include "store/store_private.h"

/* The columns of a row before those of the line. */
enum { LINE_ID, LINE_NUMBER, LINE_TITLE, LINE_WORK, LINE_TEAM, LINE_SECTION, LINE_EFFECT };

static void line_store_give(struct project *project,
	void (*each)(struct project *project, void *data), void *data)
{
	qsort(project->effects.items, project->effects.count, sizeof *project->effects.items,
		effect_compare);
	each(project, data);
}

bool line_store_each(struct store *store, int fiscal_year,
	void (*each)(struct project *project, void *data), void *data, struct error *err)
{
	struct db_statement *row = statement_get(store, STATEMENT_LINES, err);
	struct project project;
	enum db_step step;
	bool open = false, good = true;

	if (!row)
		return false;
	db_bind_int(row, 1, fiscal_year);
	while (good && (step = db_step(row, err)) == DB_ROW) {
		if (open && project.id != db_column_int(row, LINE_ID)) {
			line_store_give(&project, each, data);
			open = false;
		}
		if (!open) {
			project_init(&project);
			project.id = db_column_int(row, LINE_ID);
			project.fiscal_year = fiscal_year;
			project.number = (int)db_column_int(row, LINE_NUMBER);
			project.title = project_text(&project, db_column_text(row, LINE_TITLE));
			project.work = project_text(&project, db_column_text(row, LINE_WORK));
			project.team_code = project_text(&project, db_column_text(row, LINE_TEAM));
			project.section_code = project_text(&project, db_column_text(row, LINE_SECTION));
			open = true;
		}
		good = effect_row_read(vec_add(&project.effects), row, LINE_EFFECT, &project, err);
	}
	db_reset(row);
	good = good && step == DB_DONE;
	if (open && good)
		line_store_give(&project, each, data);
	else if (open)
		project_free(&project);
	return good;
}
