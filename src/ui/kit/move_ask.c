#include "config.h"

#include "ui/kit/move_ask.h"

#include "base/i18n.h"
#include "service/project/registering.h"

bool move_ask(struct app *app, const int64_t *ids, size_t count, enum status to)
{
	struct strbuf doubtful = {0};
	struct error err = {0};
	bool sure = registering_doubts(app->session, ids, count, to, &doubtful, &err) ||
		app_error(app, &err);

	if (sure && doubtful.length)
		sure = app_confirm(app, _("%s. Is that right?"), strbuf_text(&doubtful));
	strbuf_free(&doubtful);
	return sure;
}
