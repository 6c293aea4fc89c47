/* app_place - screens that are opened by their names. */
#include "config.h"

#include "ui/app/app.h"

#include <assert.h>
#include <string.h>

bool app_open(struct app *app, const char *id, const void *argument)
{
	const struct app_place *place = app->design->places;

	assert(id);
	while (place->id && strcmp(place->id, id) != 0)
		place++;
	assert(place->id);
	return place->open(app, argument);
}
