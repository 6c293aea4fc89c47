#include "config.h"

#include "cli/figures.h"

void figures_read(const struct options *options, struct figures *figures)
{
	const char *stage = options_value(options, "stage");
	const char *basis = options_value(options, "basis");

	*figures = (struct figures){.stage = STAGE_ESTIMATE, .basis = BASIS_IN_YEAR,
		.filter = options_value(options, "filter")};
	/* The words were held against the rows above already. */
	if (stage)
		effect_stage_parse(stage, &figures->stage);
	if (basis)
		effect_basis_parse(basis, &figures->basis);
}
