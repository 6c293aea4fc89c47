/* app_clipboard - the clipboard of the terminal and of the text widgets. */
#include "config.h"

#include "ui/app/app.h"

#include "base/i18n.h"

void app_copy(struct app *app, const char *text)
{
	strbuf_clear(&app->clipboard);
	strbuf_add_text(&app->clipboard, text);
	if (terminal_copy(app->terminal, text))
		app_message(app, _("Copied."));
	else
		app_message(app, _("Copied; too long for the terminal's clipboard."));
}
