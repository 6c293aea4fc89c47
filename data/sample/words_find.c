#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "words.h"

bool words_hold(const char *list, const char *word)
{
	const size_t length = strlen(word);

	for (const char *at = list; (at = strstr(at, word)) != NULL; at += length) {
		const bool begins = at == list || at[-1] == ' ';
		if (begins && (at[length] == '\0' || at[length] == ' '))
			return true;
	}
	return false;
}

bool words_suit(const char *traits, const char *at)
{
	char *places = xstrdup(at), *rest = places;
	bool found = false;

	for (char *place; !found && (place = strsep(&rest, " ")) != NULL;)
		found = strcmp(place, "all") == 0 || words_hold(traits, place);
	free(places);
	return found;
}

size_t words_objects(const struct topic *topic, const struct way *way, const char *traits,
	const char **chosen, size_t most)
{
	const struct objects *objects = way->objects.count ? &way->objects : &topic->objects;
	size_t count = 0;

	for (size_t i = 0; i < objects->count && count < most; i++)
		if (words_suit(traits, objects->items[i].at))
			chosen[count++] = objects->items[i].text;
	return count;
}

const char *words_text(const char *conditioned)
{
	const char *end = *conditioned == '[' ? strchr(conditioned, ']') : NULL;

	return end ? end + 1 : conditioned;
}

bool words_apply(const char *conditioned, const char *const *about)
{
	const bool negated = conditioned[0] == '[' && conditioned[1] == '!';
	bool found = false;

	if (*conditioned != '[')
		return true;
	char *words = xstrndup(conditioned + 1 + negated,
		(size_t)(words_text(conditioned) - conditioned) - 2 - negated);
	char *rest = words;
	for (char *word; !found && (word = strsep(&rest, "/")) != NULL;)
		for (const char *const *text = about; *text && !found; text++)
			found = strstr(*text, word) != NULL;
	free(words);
	return found != negated;
}
