/* effect_hours - hours of work as people type them. */
#include "config.h"

#include "model/effect_field.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "model/quantity.h"

bool effect_parse_hours(const char *text, int64_t *minutes, struct error *err)
{
	int64_t read;

	if (!quantity_parse(text, QUANTITY_HOURS, &read, err))
		return false;
	if (!effect_minutes_fit(read))
		return error_set(err, ERROR_DATA,
			_("'%s': no work takes more than 1,000,000,000 hours a year."), text);
	*minutes = read;
	return true;
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
