/* key - keystrokes as numbers and as names people write: "n", "C-x", "F1", "PageDown", "C-x C-e".
 * Nothing here knows curses. */
#ifndef UI_TERM_KEY_H
#define UI_TERM_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* A key is a Unicode character (control characters included: C-a is 1) or one of these. */
enum {
	K_NONE = 0,
	K_INTERRUPT = 3, /* C-c, which is a key like others here */
	K_TAB = 9,
	K_ENTER = 13,
	K_ESCAPE = 27,
	K_SPACE = 32,
	K_DELETE_BACK = 127, /* Backspace, however the terminal sends it */
	K_SPECIAL = 0x110000,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_INSERT,
	K_DELETE,
	K_BACK_TAB,
	K_CONTROL_LEFT,
	K_CONTROL_RIGHT,
	K_F0, /* K_F0 + 1 is F1 … K_F0 + 20 */
	K_META = 0x1000000, /* added to any of the above: M-x, Esc then x */
};

/* Reads one key name; K_NONE when it is none. "Comma" is the name of ','. */
int key_parse(const char *name, size_t length);
/* Appends the name key_parse() reads. */
void key_format(int key, struct strbuf *out);

/* The command key meant by what an input method sends: full-width ASCII and the ideographic space
 * folded to ASCII (ｊ→j, ？→?, 。 and 、 stay); every other key as it is. */
int key_fold(int key);
/* True for kana and kanji: where a command is expected, the input method was left on. */
bool key_from_input_method(int key);
/* True when the key is a character to be typed into a text. */
bool key_printable(int key);

#endif
