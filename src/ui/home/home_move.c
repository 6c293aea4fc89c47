/* home_move - the cursor on home: from row to row and from pane to pane. */
#include "config.h"

#include "ui/home/private.h"

static void home_go_to_pane(struct home *home, int step)
{
	home->pane = (enum home_pane)(((int)home->pane + step + HOME_PANES) % HOME_PANES);
}

void home_go_to_row(struct home *home, int64_t row)
{
	int64_t rows = (int64_t)home_rows(home, home->pane);

	row = row >= rows ? rows - 1 : row;
	home->cursor[home->pane] = row < 0 ? 0 : (size_t)row;
}

/* Left and right go through the figures of the first lines, else to the pane beside. */
static void home_go_sideways(struct home *home, int step)
{
	static const enum home_pane beside[HOME_PANES] = {
		[HOME_LEFT] = HOME_RIGHT,
		[HOME_RIGHT] = HOME_LEFT,
		[HOME_TODO] = HOME_RECENT,
		[HOME_RECENT] = HOME_TODO,
	};
	bool at_left = home->pane == HOME_LEFT || home->pane == HOME_TODO;

	if (home->pane == HOME_SUMMARY)
		home_go_to_row(home, (int64_t)home->cursor[HOME_SUMMARY] + step);
	else if (at_left == (step > 0))
		home->pane = beside[home->pane];
}

static void home_go_down(struct home *home)
{
	if (home->pane == HOME_SUMMARY)
		home->pane = HOME_LEFT;
	else if (home->cursor[home->pane] + 1 < home_rows(home, home->pane))
		home->cursor[home->pane]++;
	else if (home->pane == HOME_LEFT || home->pane == HOME_RIGHT)
		home->pane = home->pane == HOME_LEFT ? HOME_TODO : HOME_RECENT;
}

void home_go(struct home *home, enum action action)
{
	int64_t row = (int64_t)home->cursor[home->pane], page = home->areas[home->pane].rows;

	switch (action) {
	case ACTION_UP:
		/* At the edge of a pane the next one in that direction takes over. */
		if (home->pane != HOME_SUMMARY && home->cursor[home->pane] > 0)
			home->cursor[home->pane]--;
		else if (home->pane == HOME_LEFT || home->pane == HOME_RIGHT)
			home->pane = HOME_SUMMARY;
		else if (home->pane != HOME_SUMMARY)
			home->pane = home->pane == HOME_TODO ? HOME_LEFT : HOME_RIGHT;

		break;
	case ACTION_DOWN:
		home_go_down(home);
		break;
	case ACTION_LEFT:
		home_go_sideways(home, -1);
		break;
	case ACTION_RIGHT:
		home_go_sideways(home, 1);
		break;
	case ACTION_NEXT:
		home_go_to_pane(home, 1);
		break;
	case ACTION_PREVIOUS:
		home_go_to_pane(home, -1);
		break;
	case ACTION_PAGE_UP:
		home_go_to_row(home, row - page);
		break;
	case ACTION_PAGE_DOWN:
		home_go_to_row(home, row + page);
		break;
	case ACTION_FIRST:
		home_go_to_row(home, 0);
		break;
	case ACTION_LAST:
		home_go_to_row(home, INT64_MAX);
		break;
	default:
		break;
	}
}
