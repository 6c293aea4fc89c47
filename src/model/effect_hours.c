/* effect_hours - hours of work as people type them. */
#include "config.h"

#include "model/effect_field.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/i18n.h"
#include "base/text.h"

bool effect_parse_hours(const char *text, int64_t *minutes, struct error *err)
{
	char *plain = text_nfkc(text);
	char *colon = strchr(plain, ':');
	int64_t hours = 0, rest = 0;
	bool good, fits;

	if (colon) {
		*colon = '\0';
		good = decimal_parse(plain, 0, &hours, err) &&
			decimal_parse(colon + 1, 0, &rest, err);
		if (good && (rest < 0 || rest > 59))
			good = error_set(err, ERROR_DATA,
				_("'%s': the minutes after ':' go from 00 to 59."), text);
		const bool minus = strchr(plain, '-') != NULL;
		fits = good && decimal_multiply(hours, 60, minutes) &&
			decimal_sum(*minutes, minus ? -rest : rest, minutes);
	} else {
		/* Hundredths of an hour are 0.6 minutes; what is no whole minute rounds half up. */
		good = decimal_parse(plain, 2, &hours, err);
		fits = good && decimal_multiply(hours, 60, minutes);
		if (fits)
			*minutes = decimal_divide_half_up(*minutes, 100);
	}
	free(plain);
	if (good && !(fits && effect_minutes_fit(*minutes)))
		return error_set(err, ERROR_DATA,
			_("'%s': no work takes more than 1,000,000,000 hours a year."), text);
	return good;
}

void effect_format_hours(int64_t minutes, struct strbuf *out)
{
	const int64_t rest = llabs(minutes % 60);

	if (minutes < 0 && minutes > -60)
		strbuf_add_char(out, '-');
	strbuf_add_int(out, minutes / 60);
	if (rest)
		strbuf_addf(out, ":%02d", (int)rest);
}
