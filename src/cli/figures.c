#include "config.h"

#include "cli/figures.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/facts.h"
#include "model/fiscal_year.h"
#include "service/results/rollups_span.h"

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

bool figures_as_of(const struct options *options, struct session *session, struct error *err)
{
	const char *rules = options_value(options, "rules");
	const char *units = options_value(options, "units");
	struct rollups_span span;

	if ((!rules || fiscal_year_parse(rules, &session->rules_year, err)) &&
		(!units || fiscal_year_parse(units, &session->units_year, err)) &&
		rollups_span_read(session->fiscal_year, options_value(options, "filter"), &span,
			err)) {
		if (span.fiscal_year)
			session->fiscal_year = span.fiscal_year;
		rollups_span_free(&span);
		return true;
	}
	err->code = ERROR_USAGE;
	return false;
}

bool figures_dimension(const char *word, int *dimension, struct error *err)
{
	struct strbuf ids = {0};

	*dimension = dimension_parse(word);
	if (*dimension >= 0)
		return true;
	for (int d = 0; d < DIMENSION_COUNT; d++)
		strbuf_addf(&ids, "%s%s", d ? " " : "", dimensions[d].id);
	error_set(err, ERROR_USAGE, _("There is no dimension “%s”. There are: %s"), word,
		strbuf_text(&ids));
	strbuf_free(&ids);
	return false;
}
