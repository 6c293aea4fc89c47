/* rollup_chart - the table of the rollup screen as a chart: what goes over time as columns with the
 * target line, below the table where there is room; anything else as stacked bars in its place. */
#ifndef UI_ROLLUP_ROLLUP_CHART_H
#define UI_ROLLUP_ROLLUP_CHART_H

#include "base/error.h"
#include "base/mem.h"
#include "base/vec.h"
#include "ui/rollup/rollup_stack.h"
#include "ui/term/event.h"
#include "ui/widget/w_chart.h"

struct app;
struct rollup;

enum rollup_chart_wish {
	ROLLUP_CHART_AUTO, /* what goes over time has its chart where there is room */
	ROLLUP_CHART_ON,
	ROLLUP_CHART_OFF,
};

struct rollup_chart {
	enum rollup_chart_wish wish;
	bool drawn;            /* last time */
	VEC(struct chart_point) points; /* as of the last draw */
	struct arena arena;    /* labels of the rows */
	struct rollup_stack stack;
};

/* After each new table. */
bool rollup_chart_read(struct app *app, struct rollup *rollup, struct error *err);
void rollup_chart_free(struct rollup_chart *chart);
/* False for tables that no chart fits. */
bool rollup_chart_possible(const struct rollup *rollup);
/* A click or the wheel on bars; false elsewhere. *opened tells a double click. */
bool rollup_chart_mouse(struct rollup *rollup, const struct event *event, bool *opened);
/* The table, the chart, or both. */
void rollup_chart_draw(struct rollup *rollup, struct canvas *canvas, struct area area);

#endif
