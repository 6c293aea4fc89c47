#include "config.h"

#include "ui/app/tabs.h"

#include <assert.h>
#include <string.h>

#include "base/i18n.h"

const char *tab_label(const struct tab_info *tab, int shorter)
{
	const char *label, *bar;

	assert(shorter >= 0 && shorter <= TAB_SHORTEST);
	label = _(tab->labels[shorter]);
	bar = strchr(label, '|');
	return bar ? bar + 1 : label;
}
