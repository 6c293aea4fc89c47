/* app_message - the line of messages. */
#include "config.h"

#include "ui/app/app.h"

#include <stdarg.h>
#include <stdio.h>

__attribute__((format(printf, 3, 0)))
static void message_set(struct app *app, enum theme_role role, const char *format,
	va_list arguments)
{
	char text[1024];

	vsnprintf(text, sizeof text, format, arguments);
	strbuf_clear(&app->message);
	strbuf_add_text(&app->message, text);
	app->message_role = role;
	app->dirty = true;
}

void app_message(struct app *app, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	message_set(app, THEME_MESSAGE, format, arguments);
	va_end(arguments);
}

void app_warn(struct app *app, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	message_set(app, THEME_WARNING, format, arguments);
	va_end(arguments);
}

bool app_error(struct app *app, const struct error *err)
{
	if (err->code == ERROR_NONE || err->code == ERROR_CANCELLED)
		return false;
	app_warn(app, "%s", err->message);
	app->message_role = THEME_ERROR;
	return false;
}
