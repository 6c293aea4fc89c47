#include "config.h"

#include "model/choice.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "base/text.h"

/* True when key is the text_key of one of the newline-separated texts. */
static bool among(const char *key, const char *texts, struct strbuf *room)
{
	while (*texts) {
		const size_t length = strcspn(texts, "\n");
		strbuf_clear(room);
		text_key_add(room, texts, length);
		if (strcmp(strbuf_text(room), key) == 0)
			return true;
		texts += length + (texts[length] == '\n');
	}
	return false;
}

int choice_parse(const struct choice *choices, size_t count, const char *text)
{
	assert(choices && count > 0);
	if (!text)
		return -1;
	/* Files written by this program hold ids: those need no key. */
	for (size_t i = 0; i < count; i++)
		if (strcmp(text, choices[i].id) == 0)
			return (int)i;
	char *key = text_key(text);
	struct strbuf room = {0};
	int found = -1;
	for (size_t i = 0; *key && i < count && found < 0; i++)
		if (among(key, choices[i].id, &room) || among(key, choices[i].label, &room) ||
			among(key, _(choices[i].label), &room) ||
			among(key, choices[i].spellings, &room))
			found = (int)i;
	strbuf_free(&room);
	free(key);
	return found;
}
