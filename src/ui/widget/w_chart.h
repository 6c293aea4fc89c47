/* w_chart - a trend as columns with its target line, and sparklines. Whole numbers only; drawn with
 * eighth blocks where those are proved narrow, else with reversed blanks or '#' (ui/term/theme.h). */
#ifndef UI_WIDGET_W_CHART_H
#define UI_WIDGET_W_CHART_H

#include "base/strbuf.h"
#include "ui/term/draw.h"

enum { CHART_SERIES = 2 };

/* A year or a month. Texts belong to whoever draws. */
struct chart_point {
	const char *label; /* stands below its columns */
	int64_t values[CHART_SERIES];
	bool known[CHART_SERIES]; /* false: nothing stands there, which is not 0 */
	int64_t target;
	bool has_target;
	bool focus;        /* its label is marked as the cursor's */
};

struct w_chart {
	const struct chart_point *points; /* in the order of time */
	size_t count;
	const char *names[CHART_SERIES]; /* for the legend, with the unit; NULL = no such series */
	const char *target_name;         /* NULL = no line */
	int decimals; /* of the values: 1 = they are tenths */
};

/* Scale at the left, columns with the target line across them, labels and (where they fit) values
 * below, the legend at the foot. Where not all points have room the last ones are shown; in an area
 * too small for a scale, a sparkline. */
void w_chart_draw(const struct w_chart *chart, struct canvas *canvas, struct area area);

/* One cell for each value (or `each` cells), the largest being a whole one; what is 0 or less is a
 * mere line. The last ones are shown where not all fit. Returns the columns written. */
int w_chart_sparkline(const struct canvas *canvas, struct area area, int y, int x, int each,
	const int64_t *values, size_t count);

#endif
