/* figures - the options that say which figures a table shows, shared by rollup and table. */
#ifndef CLI_FIGURES_H
#define CLI_FIGURES_H

#include "cli/command.h"
#include "model/effect.h"

#define FIGURES_STAGE_ROWS                                                                         \
	{"stage", 0, "estimate|forecast|actual", N_("whose figures (estimate)")},                 \
	{"basis", 0, "in-year|full-year", N_("savings of this year, or of a full one (in-year)")}
#define FIGURES_OPTION_ROWS                                                                        \
	FIGURES_STAGE_ROWS,                                                                       \
	{"filter", 0, N_("EXPR"), N_("only these projects, see: uraniwa help list")}

struct figures {
	enum stage stage;
	enum basis basis;
	const char *filter; /* NULL = all */
};
void figures_read(const struct options *options, struct figures *figures);
/* A dimension by name; ERROR_USAGE with those there are. */
bool figures_dimension(const char *word, int *dimension, struct error *err);

#endif
