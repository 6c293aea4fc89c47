#include "config.h"

#include "exchange/render.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "exchange/renderers.h"

#ifdef HAVE_XLSX
#define RENDER_XLSX render_xlsx
#else
#define RENDER_XLSX NULL
#endif
#ifdef HAVE_PDF
#define RENDER_PDF render_pdf
#else
#define RENDER_PDF NULL
#endif

static const struct {
	const char *id;
	const char *ending;
	bool (*render)(const struct table *table, const struct render_options *options,
		FILE *stream, struct error *err); /* NULL: not in this build */
} formats[FORMAT_COUNT] = {
	[FORMAT_TEXT] = {"text", ".txt", render_text},
	[FORMAT_CSV] = {"csv", ".csv", render_csv},
	[FORMAT_JSON] = {"json", ".json", render_json},
	[FORMAT_XLSX] = {"xlsx", ".xlsx", RENDER_XLSX},
	[FORMAT_PDF] = {"pdf", ".pdf", RENDER_PDF},
};

bool format_parse(const char *text, enum format *format)
{
	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		if (strcmp(text, formats[i].id) == 0) {
			*format = (enum format)i;
			return true;
		}
	}
	return false;
}

const char *format_id(enum format format)
{
	assert(format < FORMAT_COUNT);
	return formats[format].id;
}

enum format format_of_path(const char *path)
{
	const size_t length = strlen(path);

	for (size_t i = 0; i < FORMAT_COUNT; i++) {
		const size_t ending = strlen(formats[i].ending);
		if (length > ending && strcasecmp(path + length - ending, formats[i].ending) == 0)
			return (enum format)i;
	}
	return FORMAT_CSV;
}

bool format_available(enum format format)
{
	assert(format < FORMAT_COUNT);
	return formats[format].render != NULL;
}

bool render_table(const struct table *table, enum format format,
	const struct render_options *options, FILE *stream, struct error *err)
{
	assert(format < FORMAT_COUNT && options && stream);
	if (!formats[format].render)
		return error_set(err, ERROR_USAGE,
			_("This program was built without %s output. Choose csv, json or text."),
			formats[format].id);
	return formats[format].render(table, options, stream, err);
}
