#include "config.h"

#include "model/parameter.h"

#include "base/decimal.h"
#include "base/i18n.h"

const struct choice parameter_names[PARAMETER_COUNT] = {
	[PARAMETER_HOURS_PER_PERSON_YEAR] = {"hours_per_person_year", N_("Hours per person-year (H)"), ""},
	[PARAMETER_WORKING_DAYS] = {"working_days", N_("Working days a year"), ""},
	[PARAMETER_HOURLY_RATE] = {"hourly_rate_yen", N_("Labour value of an hour (yen)"), ""},
	[PARAMETER_TARGET_HOURS] = {"target_hours", N_("Goal: hours saved a year"), ""},
};

static const struct {
	int64_t least, most;
} bounds[PARAMETER_COUNT] = {
	[PARAMETER_HOURS_PER_PERSON_YEAR] = {1, 8784},
	[PARAMETER_WORKING_DAYS] = {1, 366},
	[PARAMETER_HOURLY_RATE] = {0, 1000000},
	[PARAMETER_TARGET_HOURS] = {0, 1000000000},
};

bool parameter_parse(enum parameter parameter, const char *text, int64_t *value, struct error *err)
{
	if (!decimal_parse(text, 0, value, err))
		return false;
	return (*value >= bounds[parameter].least && *value <= bounds[parameter].most) ||
		error_set(err, ERROR_DATA, _("%s must be from %lld to %lld."),
			_(parameter_names[parameter].label), (long long)bounds[parameter].least,
			(long long)bounds[parameter].most);
}
