#include "config.h"

#include "exchange/workbook_strings.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/i18n.h"

enum { KEPT_BYTES = 4 << 20 };

static bool strings_no_room(struct error *err)
{
	return error_set(err, ERROR_DATA, _("There is no room for the texts of the workbook: %s."),
		strerror(errno));
}

/* Moves what is in memory to the files. */
static bool strings_flush(struct workbook_strings *strings, struct error *err)
{
	if (!strings->text_file) {
		strings->text_file = tmpfile();
		strings->start_file = tmpfile();
	}
	if (!strings->text_file || !strings->start_file ||
		fwrite(strings->texts.text, 1, strings->texts.length, strings->text_file) !=
			strings->texts.length ||
		fwrite(strings->starts.items, sizeof *strings->starts.items, strings->starts.count,
			strings->start_file) != strings->starts.count)
		return strings_no_room(err);
	strings->flushed += strings->texts.length;
	strings->flushed_count += strings->starts.count;
	strbuf_clear(&strings->texts);
	strings->starts.count = 0;
	return true;
}

bool workbook_strings_add(struct workbook_strings *strings, const char *text, size_t length,
	struct error *err)
{
	assert(!strings->text_map);
	*vec_add(&strings->starts) = strings->flushed + strings->texts.length;
	strbuf_add(&strings->texts, text, length);
	strbuf_add_char(&strings->texts, '\0');
	strings->count++;
	return strings->texts.length < KEPT_BYTES || strings_flush(strings, err);
}

static const void *strings_map(FILE *file, size_t length)
{
	if (fflush(file) != 0)
		return NULL;
	const void *const map = mmap(NULL, length, PROT_READ, MAP_PRIVATE, fileno(file), 0);
	return map == MAP_FAILED ? NULL : map;
}

bool workbook_strings_finish(struct workbook_strings *strings, struct error *err)
{
	if (!strings->text_file)
		return true;
	if (!strings_flush(strings, err))
		return false;
	strings->text_map = strings_map(strings->text_file, strings->flushed);
	strings->start_map = strings_map(strings->start_file,
		strings->flushed_count * sizeof *strings->start_map);
	return (strings->text_map && strings->start_map) || strings_no_room(err);
}

const char *workbook_strings_get(const struct workbook_strings *strings, uint64_t index)
{
	if (index >= strings->count)
		return NULL;
	return strings->text_map ? strings->text_map + strings->start_map[index] :
				   strings->texts.text + strings->starts.items[index];
}

void workbook_strings_free(struct workbook_strings *strings)
{
	if (strings->text_map)
		munmap((void *)strings->text_map, strings->flushed);
	if (strings->start_map)
		munmap((void *)strings->start_map,
			strings->flushed_count * sizeof *strings->start_map);
	if (strings->text_file)
		fclose(strings->text_file);
	if (strings->start_file)
		fclose(strings->start_file);
	strbuf_free(&strings->texts);
	vec_free(&strings->starts);
	*strings = (struct workbook_strings){0};
}
