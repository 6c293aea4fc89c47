#include "config.h"

#include "exchange/late.h"

#include <assert.h>
#include <dlfcn.h>
#include <string.h>

#include "base/i18n.h"

static bool late_fail(const char *library, struct error *err)
{
	const char *reason = dlerror();

	error_set(err, ERROR_FILE,
		_("A file of this kind cannot be written here: %s cannot be loaded. Install it, or choose csv."),
		library);
	return error_detail(err, "%s", reason ? reason : "");
}

bool late_load(const char *library, const char *const *names, size_t count, void *functions,
	struct error *err)
{
	assert(count > 0);
	void *address = NULL;
	char *slots = functions;

	/* the last one is filled last */
	memcpy(&address, slots + (count - 1) * sizeof address, sizeof address);
	if (address)
		return true;
	void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
	if (!handle)
		return late_fail(library, err);
	for (size_t i = 0; i < count; i++) {
		address = dlsym(handle, names[i]); /* also in what the library itself needs */
		if (!address)
			return late_fail(library, err);
		memcpy(slots + i * sizeof address, &address, sizeof address);
	}
	return true;
}
