/* s_tour - five steps through the screens, for whoever starts: each stands over the screen it is
 * about. */
#ifndef UI_S_TOUR_H
#define UI_S_TOUR_H

struct app;

/* Runs until its end or Esc; it is not offered again then. */
void tour_run(struct app *app);
/* Says once, in the line of messages, that there is a tour. */
void tour_offer(struct app *app);

#endif
