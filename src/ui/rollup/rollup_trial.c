/* rollup_trial - `T`: the figures under the rules or the units of another fiscal year. */
#include "config.h"

#include <stdio.h>

#include "base/i18n.h"
#include "model/fiscal_year.h"
#include "ui/kit/w_choice.h"
#include "ui/rollup/private.h"

/* What is asked before a year ends is what the next one brings; what is asked after it, how earlier
 * years look under the units of today. */
enum { YEARS_AROUND = 1, TRIALS_MAX = 2 * (2 * YEARS_AROUND + 1) + 1 };

struct trial {
	int rules_year, units_year;
	char label[96];
};

static void rollup_trial_name(struct trial *trial)
{
	char year[FISCAL_YEAR_TEXT];

	fiscal_year_format(trial->rules_year ? trial->rules_year : trial->units_year, year);
	if (trial->rules_year)
		snprintf(trial->label, sizeof trial->label, _("Exclusion rules of %s"), year);
	else if (trial->units_year)
		snprintf(trial->label, sizeof trial->label, _("Units of %s"), year);
	else
		snprintf(trial->label, sizeof trial->label, "%s", _("As it is"));
}

void rollup_choose_trial(struct app *app, struct screen *screen)
{
	struct rollup *rollup = screen->state;
	struct trial trials[TRIALS_MAX];
	struct w_choice_entry entries[TRIALS_MAX] = {{0}};
	const int first = rollup->fiscal_year - YEARS_AROUND;
	const int last = rollup->fiscal_year + YEARS_AROUND;
	size_t count = 0;
	int initial = 0;

	trials[count++] = (struct trial){0};
	for (int year = last; year >= first; year--)
		if (year != rollup->fiscal_year)
			trials[count++] = (struct trial){.rules_year = year};
	for (int year = last; year >= first; year--)
		trials[count++] = (struct trial){.units_year = year};
	for (size_t i = 0; i < count; i++) {
		rollup_trial_name(&trials[i]);
		entries[i].label = trials[i].label;
		if (trials[i].rules_year == rollup->rules_year &&
			trials[i].units_year == rollup->units_year)
			initial = (int)i;
	}
	const int chosen = w_choice_run(app, _("What if"), entries, count, initial);
	if (chosen < 0)
		return;
	rollup->rules_year = trials[chosen].rules_year;
	rollup->units_year = trials[chosen].units_year;
	rollup_show(app, rollup);
}

void rollup_trial_label(const struct rollup *rollup, struct strbuf *out)
{
	struct trial trial = {.rules_year = rollup->rules_year, .units_year = rollup->units_year};

	if (!trial.rules_year && !trial.units_year)
		return;
	rollup_trial_name(&trial);
	strbuf_addf(out, "[%s]", trial.label);
}
