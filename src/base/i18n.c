#include "config.h"

#include "base/i18n.h"

#include <assert.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

#define DOMAIN "uraniwa"
#define CATALOGUE "ja/LC_MESSAGES/" DOMAIN ".mo"

static enum language current = LANGUAGE_JA;

static const struct {
	enum language language;
	const char *name;
} languages[] = {
	{LANGUAGE_JA, "ja"},
	{LANGUAGE_EN, "en"},
};

/* The language of one locale name such as ja_JP.UTF-8; false where it names none we have. */
static bool find_language(const char *name, size_t length, enum language *language)
{
	for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
		if (length == strlen(languages[i].name) &&
			strncmp(name, languages[i].name, length) == 0) {
			*language = languages[i].language;
			return true;
		}
	}
	return false;
}

/* Follows a list like "fr:ja" (LANGUAGE) or a single locale name. False where it names no language
 * at all; a language without catalogue falls back on English, as gettext does. */
static bool choose_language(const char *list, enum language *language)
{
	bool named = false;

	while (list && *list) {
		const size_t item = strcspn(list, ":");
		const size_t length = strcspn(list, "_.@:");
		const bool none = length == 0 || (length == 1 && *list == 'C') ||
			(length == 5 && strncmp(list, "POSIX", length) == 0);

		if (find_language(list, length, language))
			return true;
		named = named || !none;
		list += item + (list[item] == ':');
	}
	*language = LANGUAGE_EN;
	return named;
}

static enum language language_of_environment(void)
{
	static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	const char *locale = NULL;
	enum language language;

	if (choose_language(getenv("LANGUAGE"), &language))
		return language;
	for (size_t i = 0; !(locale && *locale) && i < sizeof variables / sizeof *variables; i++)
		locale = getenv(variables[i]);
	return choose_language(locale, &language) ? language : LANGUAGE_JA;
}

static bool bind_if_there(const char *folder)
{
	char *catalogue = xasprintf("%s/" CATALOGUE, folder);
	const bool there = access(catalogue, R_OK) == 0;

	free(catalogue);
	if (there)
		bindtextdomain(DOMAIN, folder);
	return there;
}

static void bind_catalogues(void)
{
	const char *given = getenv("URANIWA_LOCALEDIR");
	char program[PATH_MAX];
	const ssize_t length = readlink("/proc/self/exe", program, sizeof program - 1);

	/* The folder of the running program, "" when it cannot be known. */
	program[length > 0 ? length : 0] = '\0';
	char *slash = strrchr(program, '/');
	*(slash ? slash : program) = '\0';
	char *built = xasprintf("%s/locale", program);
	char *installed = xasprintf("%s/../share/locale", program);

	if (!(given && bind_if_there(given)) && !bind_if_there(built) && !bind_if_there(installed))
		bindtextdomain(DOMAIN, LOCALEDIR);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	/* Also drops what gettext remembers of the language before. */
	textdomain(DOMAIN);
	free(installed);
	free(built);
}

bool i18n_init(const char *lang)
{
	enum language chosen = language_of_environment();
	const bool known = !lang || find_language(lang, strlen(lang), &chosen);

	/* Any locale with UTF-8 will do: the message language does not depend on it, but text
	 * does. */
	if (!setlocale(LC_ALL, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_ALL, "C.UTF-8");
	/* In the locale named C gettext translates nothing, whatever LANGUAGE says. */
	setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");

	current = chosen;
	setenv("LANGUAGE", languages[chosen].name, 1);
	bind_catalogues();
	return known;
}

enum language i18n_speak(enum language language)
{
	const enum language before = current;

	current = language;
	setenv("LANGUAGE", languages[language].name, 1);
	textdomain(DOMAIN); /* drops what gettext remembers of the language before */
	return before;
}

enum language i18n_language(void)
{
	return current;
}

const char *i18n_pick(const char *ja, const char *en)
{
	assert(ja);
	return current == LANGUAGE_EN && en && *en ? en : ja;
}
