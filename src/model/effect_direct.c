#include "config.h"

#include "model/effect_direct.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* What a line holds, by basis. */
struct direct_hours {
	int64_t saved[BASIS_COUNT], before[BASIS_COUNT];
};

static struct direct_hours direct_of(const struct effect *effect)
{
	return (struct direct_hours){
		.saved = {effect->direct_in_year, effect->direct_full_year},
		.before = {effect->direct_before_in_year, effect->direct_before_full_year},
	};
}

bool effect_direct_knows_before(const struct effect *effect)
{
	return effect->kind == EFFECT_DIRECT && effect->direct_before_in_year != EFFECT_UNKNOWN;
}

bool effect_direct_is_type(enum effect_type type)
{
	return type == EFFECT_TYPE_HOURS || type == EFFECT_TYPE_HOURS_BEFORE ||
		type == EFFECT_TYPE_HOURS_AFTER;
}

bool effect_direct_minutes(const struct effect *effect, enum effect_type type, enum basis basis,
	int64_t *minutes)
{
	const struct direct_hours hours = direct_of(effect);

	assert(effect_direct_is_type(type));
	if (effect->kind != EFFECT_DIRECT ||
		(type != EFFECT_TYPE_HOURS && !effect_direct_knows_before(effect)))
		return false;
	*minutes = type == EFFECT_TYPE_HOURS ? hours.saved[basis] :
		type == EFFECT_TYPE_HOURS_BEFORE ? hours.before[basis] :
		hours.before[basis] - hours.saved[basis];
	return true;
}

void effect_direct_get(const struct effect *effect, enum effect_type type, struct strbuf *out)
{
	int64_t minutes[BASIS_COUNT];

	for (enum basis basis = 0; basis < BASIS_COUNT; basis++)
		if (!effect_direct_minutes(effect, type, basis, &minutes[basis]))
			return;
	effect_format_hours(minutes[BASIS_IN_YEAR], out);
	if (minutes[BASIS_FULL_YEAR] == minutes[BASIS_IN_YEAR])
		return;
	strbuf_add_char(out, '/');
	effect_format_hours(minutes[BASIS_FULL_YEAR], out);
}

/* The first of two figures counts for both where it stands alone. */
static bool direct_parse(const char *text, int64_t minutes[BASIS_COUNT], struct error *err)
{
	char *const copy = xstrdup(text);
	char *const slash = strchr(copy, '/');

	if (slash)
		*slash = '\0';
	const bool good = effect_parse_hours(copy, &minutes[BASIS_IN_YEAR], err) &&
		effect_parse_hours(slash ? slash + 1 : copy, &minutes[BASIS_FULL_YEAR], err);
	free(copy);
	return good;
}

bool effect_direct_set(struct effect *effect, enum effect_type type, const char *label, const char *text,
	struct error *err)
{
	struct direct_hours hours = direct_of(effect);
	const bool known = effect_direct_knows_before(effect);
	int64_t given[BASIS_COUNT];

	assert(effect_direct_is_type(type));
	if (!*text && type == EFFECT_TYPE_HOURS_AFTER)
		return true;
	if (!*text) {
		if (type == EFFECT_TYPE_HOURS && effect->kind == EFFECT_DIRECT)
			effect->kind = EFFECT_PER_PERIOD;
		effect->direct_before_in_year = effect->direct_before_full_year = EFFECT_UNKNOWN;
		return true;
	}
	if (!direct_parse(text, given, err))
		return false;
	/* Work cannot have taken less than no time. */
	if (type != EFFECT_TYPE_HOURS && (given[BASIS_IN_YEAR] < 0 || given[BASIS_FULL_YEAR] < 0))
		return error_set(err, ERROR_DATA, _("%s: '%s' is negative."), label, text);
	if (type == EFFECT_TYPE_HOURS_AFTER && !known)
		return error_set(err, ERROR_DATA,
			_("%s: give the hours before, too, or the hours saved alone."), label);
	for (enum basis basis = 0; basis < BASIS_COUNT; basis++) {
		if (effect->kind != EFFECT_DIRECT) {
			hours.saved[basis] = 0;
			hours.before[basis] = EFFECT_UNKNOWN;
		}
		if (type == EFFECT_TYPE_HOURS) {
			hours.saved[basis] = given[basis];
		} else if (type == EFFECT_TYPE_HOURS_AFTER) {
			hours.saved[basis] = hours.before[basis] - given[basis];
		} else {
			hours.saved[basis] += known ? given[basis] - hours.before[basis] : 0;
			hours.before[basis] = given[basis];
		}
	}
	effect->kind = EFFECT_DIRECT;
	effect->direct_in_year = hours.saved[BASIS_IN_YEAR];
	effect->direct_full_year = hours.saved[BASIS_FULL_YEAR];
	effect->direct_before_in_year = hours.before[BASIS_IN_YEAR];
	effect->direct_before_full_year = hours.before[BASIS_FULL_YEAR];
	return true;
}
