/* wall - the display on a wall: home, coverage and the trend over the years in turn, until a key is
 * pressed. What others save shows by itself (app.c looks around every few seconds). */
#ifndef UI_WALL_H
#define UI_WALL_H

struct app;

/* Begins, or shows the next page. */
void wall_next(struct app *app);
/* Shows the next page when it is time to. */
void wall_tick(struct app *app);
/* The user is back. */
void wall_end(struct app *app);

#endif
