/* sqlite_functions - what SQL knows beside the functions of the engine. */
#include "config.h"

#include "db/sqlite_private.h"

#include <stdlib.h>

#include "base/text.h"

static void functions_text_key(sqlite3_context *context, int count, sqlite3_value **values)
{
	const char *text = (const char *)sqlite3_value_text(values[0]);

	(void)count;
	if (text)
		sqlite3_result_text(context, text_key(text), -1, free);
}

bool sqlite_add_functions(sqlite3 *handle, struct error *err)
{
	const int result = sqlite3_create_function_v2(handle, "text_key", 1,
		SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, functions_text_key, NULL, NULL, NULL);

	return result == SQLITE_OK || sqlite_fail(handle, result, "text_key", err);
}
