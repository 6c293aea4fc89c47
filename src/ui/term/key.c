#include "config.h"

#include "ui/term/key.h"

#include <string.h>

#include "base/text.h"

static const struct {
	const char *name;
	int key;
} key_names[] = {
	{"Up", K_UP},
	{"Down", K_DOWN},
	{"Left", K_LEFT},
	{"Right", K_RIGHT},
	{"Home", K_HOME},
	{"End", K_END},
	{"PageUp", K_PAGE_UP},
	{"PageDown", K_PAGE_DOWN},
	{"Insert", K_INSERT},
	{"Delete", K_DELETE},
	{"Tab", K_TAB},
	{"S-Tab", K_BACK_TAB},
	{"C-Left", K_CONTROL_LEFT},
	{"C-Right", K_CONTROL_RIGHT},
	{"Enter", K_ENTER},
	{"Esc", K_ESCAPE},
	{"Space", K_SPACE},
	{"Backspace", K_DELETE_BACK},
	{"Comma", ','},
};
enum { KEY_NAME_COUNT = sizeof key_names / sizeof key_names[0], FUNCTION_KEYS = 20 };

static int key_parse_function(const char *name, size_t length)
{
	int number = 0;

	if (length < 2 || length > 3 || name[0] != 'F')
		return K_NONE;
	for (size_t i = 1; i < length; i++) {
		if (name[i] < '0' || name[i] > '9')
			return K_NONE;
		number = number * 10 + (name[i] - '0');
	}
	return number >= 1 && number <= FUNCTION_KEYS ? K_F0 + number : K_NONE;
}

int key_parse(const char *name, size_t length)
{
	uint32_t character;
	int key;

	if (length > 2 && name[0] == 'M' && name[1] == '-') {
		key = key_parse(name + 2, length - 2);
		return key == K_NONE || key >= K_META ? K_NONE : K_META + key;
	}
	if (length == 3 && name[0] == 'C' && name[1] == '-') {
		if (name[2] >= 'a' && name[2] <= 'z')
			return name[2] - 'a' + 1;
		return name[2] >= '[' && name[2] <= '_' ? name[2] - '@' : K_NONE;
	}
	for (size_t i = 0; i < KEY_NAME_COUNT; i++) {
		if (strlen(key_names[i].name) == length &&
			memcmp(key_names[i].name, name, length) == 0)
			return key_names[i].key;
	}
	key = key_parse_function(name, length);
	if (key != K_NONE)
		return key;
	if (text_decode(name, length, &character) != length || character <= K_SPACE)
		return K_NONE;
	return (int)character;
}

void key_format(int key, struct strbuf *out)
{
	char bytes[4];

	if (key >= K_META) {
		strbuf_add_text(out, "M-");
		key -= K_META;
	}
	for (size_t i = 0; i < KEY_NAME_COUNT; i++) {
		if (key_names[i].key == key) {
			strbuf_add_text(out, key_names[i].name);
			return;
		}
	}
	if (key > K_F0)
		strbuf_addf(out, "F%d", key - K_F0);
	else if (key > 0 && key <= 26)
		strbuf_addf(out, "C-%c", key + 'a' - 1);
	else if (key > 26 && key < 32)
		strbuf_addf(out, "C-%c", key + '@');
	else
		strbuf_add(out, bytes, text_encode((uint32_t)key, bytes));
}

int key_fold(int key)
{
	if (key >= 0xff01 && key <= 0xff5e)
		return key - 0xff01 + '!';
	switch (key) {
	case 0x3000: /* ideographic space */
		return K_SPACE;
	case 0x300c: /* 「 and 」: what the bracket keys give under an input method */
		return '[';
	case 0x300d:
		return ']';
	case 0x30fb: /* ・ is on the slash key */
		return '/';
	case 0xffe5: /* full-width yen */
		return '\\';
	default:
		return key;
	}
}

bool key_from_input_method(int key)
{
	return key >= 0x3001 && key < K_SPECIAL && key_fold(key) == key &&
		(key <= 0x9fff || (key >= 0xf900 && key <= 0xffef) || key >= 0x20000);
}

bool key_printable(int key)
{
	return key >= K_SPACE && key != K_DELETE_BACK && key < K_SPECIAL &&
		!(key >= 0x80 && key < 0xa0);
}
