/* go_to - `0`: any page of the office and any ready-made table, by one more key. */
#ifndef UI_GO_TO_H
#define UI_GO_TO_H

struct app;

/* Lists them, each with its letter; what is chosen opens above the present screen. */
void go_to_run(struct app *app);

#endif
