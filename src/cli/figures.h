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
	{"filter", 0, N_("EXPR"), N_("only these projects, see: uraniwa help list")},             \
	{"rules", 0, N_("YEAR"), N_("as if the exclusion rules of that fiscal year applied")},    \
	{"units", 0, N_("YEAR"), N_("under the units of that fiscal year, by succession")}

struct figures {
	enum stage stage;
	enum basis basis;
	const char *filter; /* NULL = all */
};
void figures_read(const struct options *options, struct figures *figures);
/* Reads --rules and --units into the session, and the one year that --filter names with fy:, which
 * replaces --fy; ERROR_USAGE for what is no year or no filter. */
bool figures_as_of(const struct options *options, struct session *session, struct error *err);
/* A dimension by name; ERROR_USAGE with those there are. */
bool figures_dimension(const char *word, int *dimension, struct error *err);

#endif
