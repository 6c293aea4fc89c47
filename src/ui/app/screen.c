#include "config.h"

#include "ui/app/screen.h"

#include <assert.h>

#include "base/i18n.h"

static enum action screen_act_last(const struct screen_act *act)
{
	return act->to == ACTION_NONE ? act->action : act->to;
}

const struct screen_act *screen_act_find(const struct screen_act *acts, enum action action)
{
	for (; acts && acts->action != ACTION_NONE; acts++) {
		if (action >= acts->action && action <= screen_act_last(acts))
			return acts;
	}
	return NULL;
}

bool screen_acts_check(const struct screen_act *acts, enum context context, struct error *err)
{
	assert(context < CONTEXT_COUNT);
	for (const struct screen_act *act = acts; act && act->action != ACTION_NONE; act++) {
		for (enum action a = act->action; a <= screen_act_last(act); a++) {
			if (screen_act_find(acts, a) != act)
				return error_set(err, ERROR_DATA, "%s is listed twice",
					action_row(a)->name);
			if (!action_in(a, context))
				return error_set(err, ERROR_DATA, "%s has no keys in: %s",
					action_row(a)->name, context_label(context));
		}
	}
	return true;
}
