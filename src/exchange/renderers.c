#include "config.h"

#include "exchange/renderers.h"

#include <errno.h>
#include <string.h>

#include "base/i18n.h"

bool render_flush(FILE *stream, struct error *err)
{
	if (fflush(stream) == 0 && !ferror(stream))
		return true;
	return error_set(err, ERROR_FILE, _("The file cannot be written: %s"), strerror(errno));
}
