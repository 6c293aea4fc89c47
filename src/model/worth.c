#include "config.h"

#include "model/worth.h"

#include "base/decimal.h"
#include "base/i18n.h"

enum { MINUTES_PER_HOUR = 60, TENTHS = 10, MONTHS = 12 };

bool worth_compute(const struct project *project, int64_t rate, struct worth *worth)
{
	const enum stage stage =
		project->has_stage[STAGE_ACTUAL] ? STAGE_ACTUAL : STAGE_ESTIMATE;
	const int64_t running = project->running_cost > 0 ? project->running_cost : 0;
	const bool has_costs = project->implementation_cost >= 0 || project->running_cost >= 0;

	if (rate <= 0 || !has_costs || !project->has_stage[stage])
		return false;
	if (!effect_minutes_fit(project->minutes[stage][BASIS_FULL_YEAR]) ||
		running > PROJECT_YEN_MAX || project->implementation_cost > PROJECT_YEN_MAX)
		return false;
	*worth = (struct worth){.stage = stage, .rate = rate,
		.minutes = project->minutes[stage][BASIS_FULL_YEAR]};
	if (!decimal_scale(worth->minutes, rate, MINUTES_PER_HOUR, &worth->yen))
		return false;
	worth->net = worth->yen - running;
	worth->has_ratio = running > 0 && decimal_scale(worth->yen, TENTHS, running, &worth->ratio);
	worth->has_payback = project->implementation_cost > 0 && worth->net > 0 &&
		decimal_scale(project->implementation_cost, MONTHS * TENTHS, worth->net, &worth->payback);
	return true;
}

static void add_yen(int64_t yen, struct strbuf *out)
{
	struct strbuf digits = {0};

	decimal_add_triangle(&digits, yen, 0, false);
	strbuf_addf(out, _("%s yen"), strbuf_text(&digits));
	strbuf_free(&digits);
}

void worth_explain(const struct project *project, const struct worth *worth, struct strbuf *out)
{
	struct strbuf hours = {0};

	effect_add_duration(&hours, worth->minutes);
	/* estimate or actual, a time */
	strbuf_addf(out, _("Labour value (full year, %s): %s × "),
		effect_stage_label(worth->stage), strbuf_text(&hours));
	add_yen(worth->rate, out);
	strbuf_add_text(out, " = ");
	add_yen(worth->yen, out);
	strbuf_add_char(out, '\n');
	strbuf_free(&hours);

	if (worth->has_ratio) {
		struct strbuf ratio = {0};

		decimal_add_triangle(&ratio, worth->ratio, 1, false);
		strbuf_add_text(out, _("Cost-benefit: "));
		add_yen(worth->yen, out);
		strbuf_add_text(out, " ÷ ");
		add_yen(project->running_cost, out);
		/* how many times the running cost */
		strbuf_addf(out, _(" = %s times"), strbuf_text(&ratio));
		strbuf_add_char(out, '\n');
		strbuf_free(&ratio);
	}
	if (project->implementation_cost > 0) {
		struct strbuf months = {0};

		strbuf_add_text(out, _("Payback: "));
		add_yen(project->implementation_cost, out);
		if (!worth->has_payback) {
			strbuf_add_text(out,
				_(" is not earned back: a year brings no more than it costs"));
		} else {
			decimal_add(&months, worth->payback, 1, false);
			strbuf_add_text(out, " ÷ ");
			add_yen(worth->net, out);
			strbuf_addf(out, _(" a year = %s months"), strbuf_text(&months));
		}
		strbuf_add_char(out, '\n');
		strbuf_free(&months);
	}
}
