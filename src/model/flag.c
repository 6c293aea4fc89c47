#include "config.h"

#include "model/flag.h"

#include "base/i18n.h"
#include "base/text.h"
#include "model/choice.h"

static const struct choice flags[] = {
	{"0", N_("no"), "false\nn\noff\nいいえ\n不可\n否\n無\n無し\nなし\nしない\n×\n✕\n✖\n-"},
	{"1", N_("yes"), "true\ny\non\nはい\n可\n可能\n有\n有り\nあり\nする\n○\n〇\n◯\n◎\n✓\n✔\nレ"},
};

bool flag_parse(const char *text, bool *flag)
{
	size_t length;

	text_trim(text, &length);
	const int found = length ? choice_parse(flags, sizeof flags / sizeof *flags, text) : 0;
	if (found >= 0)
		*flag = found == 1;
	return found >= 0;
}

const char *flag_label(bool flag)
{
	return _(flags[flag].label);
}
