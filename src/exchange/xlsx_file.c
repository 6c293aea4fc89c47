#include "config.h"

#include "exchange/xlsx_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "exchange/renderers.h"
#include "exchange/xlsx_digits.h"

const char xlsx_day_format[] = "yyyy\\-mm\\-dd", xlsx_month_format[] = "yyyy\\-mm";

static bool xlsx_file_fail(struct xlsx_file *file, const char *reason, struct error *err)
{
	if (file->path)
		unlink(file->path);
	free(file->path);
	file->path = NULL;
	return error_set(err, ERROR_FILE, _("The file cannot be written: %s"), reason);
}

bool xlsx_file_open(struct xlsx_file *file, const char *title, bool streaming, struct error *err)
{
	const char *const folder = getenv("TMPDIR");
	char *const temporary = xstrdup(folder && *folder ? folder : "/tmp");

	*file = (struct xlsx_file){0};
	if (!late_xlsx_load(err)) {
		free(temporary);
		return false;
	}
	file->path = xasprintf("%s/uraniwa.XXXXXX", temporary);
	const int place = mkstemp(file->path);

	if (place < 0) {
		free(temporary);
		return xlsx_file_fail(file, strerror(errno), err);
	}
	/* the library puts another file in its place */
	close(place);
	lxw_workbook_options options = {.constant_memory = streaming, .tmpdir = temporary};

	file->workbook = workbook_new_opt(file->path, &options);
	free(temporary);
	if (!file->workbook)
		return xlsx_file_fail(file, strerror(errno), err);

	char *const name = xstrdup(title);
	lxw_doc_properties properties = {.title = name};
	char now[20];
	struct tm time = {0};

	ambient_now(now);
	if (strptime(now, "%Y-%m-%dT%H:%M:%S", &time))
		properties.created = timegm(&time);
	workbook_set_properties(file->workbook, &properties);
	free(name);
	return true;
}

static bool xlsx_file_copy(FILE *from, FILE *stream, struct error *err)
{
	char bytes[65536];

	for (size_t count; (count = fread(bytes, 1, sizeof bytes, from)) > 0;)
		if (fwrite(bytes, 1, count, stream) != count)
			break;
	return (!ferror(from) && !ferror(stream)) ||
		error_set(err, ERROR_FILE, _("The file cannot be written: %s"), strerror(errno));
}

bool xlsx_file_close(struct xlsx_file *file, bool exact, FILE *stream, struct error *err)
{
	const lxw_error result = workbook_close(file->workbook);

	if (result != LXW_NO_ERROR)
		return xlsx_file_fail(file, lxw_strerror(result), err);
	FILE *const written = stream ? file_open_read(file->path, err) : NULL;
	const bool done = !stream || (written && (exact ? xlsx_digits_copy(written, stream, err) :
		xlsx_file_copy(written, stream, err)));

	if (written)
		fclose(written);
	unlink(file->path);
	free(file->path);
	return done && (!stream || render_flush(stream, err));
}

/* "_x000D_" stands for a character in a workbook: where it is text it begins with one that stands for itself. */
static bool xlsx_is_escape(const char *text)
{
	return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789ABCDEFabcdef") >= 4 && text[6] == '_';
}

void xlsx_add_clean(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\r')
			strbuf_add_text(out, "_x000D_");
		else if (xlsx_is_escape(text))
			strbuf_add_text(out, "_x005F_");
		else if ((unsigned char)*text >= 0x20 || *text == '\n' || *text == '\t')
			strbuf_add_char(out, *text);
	}
}

bool xlsx_day(const char *text, double *value, bool *is_month)
{
	struct tm day = {.tm_mday = 1};
	const char *const end = strptime(text, "%Y-%m-%d", &day);

	*is_month = !end;
	if (!end || *end) {
		const char *const month = end ? end : strptime(text, "%Y-%m", &day);

		if (!month || *month)
			return false;
	}
	*value = (double)(timegm(&day) / 86400 + 25569);
	return *value > 60;
}
