#include "config.h"

#include "service/files/mappings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

bool mappings_list(struct session *session, const char *kind, struct mappings_kept *kept, struct error *err)
{
	size_t left = 0;

	if (!mapping_store_all(session->store, kept, err))
		return false;
	for (size_t i = 0; i < kept->items.count; i++)
		if (!kind || strcmp(kept->items.items[i].kind, kind) == 0)
			kept->items.items[left++] = kept->items.items[i];
	kept->items.count = left;
	return true;
}

bool mappings_keep(struct session *session, enum sheet_kind kind, const char *name, const char *text,
	struct error *err)
{
	struct mapping mapping = {0};
	size_t length;
	const char *const start = text_trim(name, &length);

	if (!session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err))
		return false;
	if (length == 0)
		return error_set(err, ERROR_DATA, _("A mapping needs a name to be kept under."));
	const bool good = mapping_parse(text, kind, &mapping, err);
	mapping_free(&mapping);
	if (!good)
		return false;
	char *const trimmed = xstrndup(start, length);
	const bool kept = mapping_store_put(session->store, sheet_kind_id(kind), trimmed, text, session->user, err);
	free(trimmed);
	return kept;
}

bool mappings_get(struct session *session, enum sheet_kind kind, const char *name, struct strbuf *text,
	struct error *err)
{
	struct mappings_kept kept;
	struct strbuf names = {0};
	bool found = false;

	if (!mappings_list(session, sheet_kind_id(kind), &kept, err))
		return false;
	for (size_t i = 0; i < kept.items.count; i++) {
		const struct mapping_kept *const item = &kept.items.items[i];

		if (strcmp(item->name, name) == 0) {
			strbuf_add_text(text, item->content);
			found = true;
		}
		strbuf_addf(&names, "%s%s", i ? _(", ") : "", item->name);
	}
	if (!found)
		error_set(err, ERROR_DATA,
			names.length ? _("No mapping of %s is kept as “%s”. Kept are: %s.") :
				       _("No mapping of %s is kept as “%s”; none is kept so far."),
			sheet_kind_id(kind), name, strbuf_text(&names));
	strbuf_free(&names);
	mappings_kept_free(&kept);
	return found;
}

bool mappings_remove(struct session *session, enum sheet_kind kind, const char *name, struct error *err)
{
	struct strbuf text = {0};
	const bool there =
		session_permits(session, PERMISSION_WRITE_PROJECT, session->fiscal_year, NULL, err) &&
		mappings_get(session, kind, name, &text, err);

	strbuf_free(&text);
	return there && mapping_store_drop(session->store, sheet_kind_id(kind), name, err);
}

bool mappings_load(struct session *session, enum sheet_kind kind, const char *word, struct strbuf *text,
	struct error *err)
{
	struct error reason = {0};
	char piece[4096];
	size_t count;
	bool read = true;

	if (strcmp(word, "-") != 0 && access(word, F_OK) != 0 && !strchr(word, '/'))
		return mappings_get(session, kind, word, text, &reason) ||
			error_set(err, ERROR_DATA, _("There is no file %s. %s"), word, reason.message);

	/* a file, as sheets are read: whatever encoding it has */
	FILE *const stream = file_open_read(word, err);
	if (!stream)
		return false;
	struct decoder *const decoder = decoder_new(ENCODING_AUTO);
	while (read && (count = fread(piece, 1, sizeof piece, stream)) > 0)
		read = decoder_feed(decoder, piece, count, false, text, &reason);
	read = read && decoder_feed(decoder, "", 0, true, text, &reason);
	decoder_free(decoder);
	if (read && ferror(stream))
		read = error_set(&reason, ERROR_DATA, _("it cannot be read"));
	if (stream != stdin)
		fclose(stream);
	return read || error_set(err, ERROR_DATA, _("%s: %s"), word, reason.message);
}
