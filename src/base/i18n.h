/* i18n - translated messages. English msgids; the catalogue is po/ja.po. */
#ifndef BASE_I18N_H
#define BASE_I18N_H

#include <libintl.h>
#include <stdbool.h>

#define _(text) gettext(text)
/* Marks a text in a table for translation; translate with _() where it is shown. */
#define N_(text) (text)

enum language { LANGUAGE_JA, LANGUAGE_EN };

/* Sets the locale and the message language, once, before anything is printed.
 * lang is "ja", "en" or NULL for what the environment asks: LANGUAGE, LC_ALL, LC_MESSAGES, LANG;
 * where that names no language (C, POSIX, C.UTF-8, unset) it is Japanese, for that is who the
 * program serves. A locale without UTF-8 is replaced by C.UTF-8. Returns false for an unknown
 * lang. Catalogues are looked for in $URANIWA_LOCALEDIR, beside the build tree's program, and in
 * the installed place. */
bool i18n_init(const char *lang);
enum language i18n_language(void);
/* Speaks that language from now on and returns the one spoken so far. */
enum language i18n_speak(enum language language);

/* A catalogue row's name in the language in use: name_en where English is asked and given. */
const char *i18n_pick(const char *ja, const char *en);

#endif
