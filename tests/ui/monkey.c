/* monkey - prints a script of the screens (script.h) that a monkey might type: keys of every action,
 * Japanese text, emoji and marks without their letters, pastes, the mouse, other sizes.
 *
 * usage: monkey SEED EVENTS
 *
 * The same seed gives the same script. tests/ui/monkey_test.sh runs it. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/term/action.h"
#include "ui/term/key.h"

static const char *const texts[] = {
	"見本県", "取組", "紙の台帳を電子にする", "kin", "gijiroku", "ぎじろく", "きんとーん", "１２０",
	"12.5", "△300", "R7.8.1", "令和7年13月", "dept:福祉", "hours:>=100", "status:running 議事録",
	"ﾊﾝｶｸｶﾅﾃﾞｽ", "①②③㈱㌔", "が゙ぎ゚", "e\xcc\x81\xcc\x82\xcc\xa3\xcc\x88\xcc\x84\xcc\x81", "\xcc\x81",
	"👨‍👩‍👧‍👦", "👍🏽", "🇯🇵🇰🇷", "☀️☂︎", "葛󠄀城市", "한글", "נִקּוּד", "\xe2\x80\xae" "abc", "─│┌┐", "a\tb",
	"ｊｊ？：", "あいう", "    ", "0", "99999999999999999999", "-1", "\xef\xbb\xbf" "x", "𠮷野家", "ᄀᆞᆫ",
	"長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い長い名前",
};
static const char *const sizes[] = {"80x24", "80x24", "80x24", "40x12", "200x60", "120x40", "20x5",
	"41x13", "39x11", "1x1", "100x12", "40x50", "81x25", "300x100"};
enum {
	TEXTS = sizeof texts / sizeof texts[0],
	SIZES = sizeof sizes / sizeof sizes[0],
	PLAIN_SIZES = 6, /* the first ones, which have room for a screen */
	CELLS_ROWS = 26,
	CELLS_COLUMNS = 90,
};

struct monkey {
	uint64_t state;
	long left;
	bool tiny; /* the window is too small to do anything */
};

/* xorshift64* */
static unsigned roll(struct monkey *monkey, unsigned below)
{
	monkey->state ^= monkey->state >> 12;
	monkey->state ^= monkey->state << 25;
	monkey->state ^= monkey->state >> 27;
	return (unsigned)(monkey->state * UINT64_C(2685821657736338717) >> 33) % below;
}

static void say_key(struct monkey *monkey, const char *name)
{
	puts(name);
	monkey->left--;
}

/* Any key of any action, so that new ones are pressed too. */
static void press_action(struct monkey *monkey, const struct keymap *keymap)
{
	const struct key_binding *binding =
		&keymap->bindings.items[roll(monkey, (unsigned)keymap->bindings.count)];
	struct strbuf name = {0};

	/* leaving too often would keep it from getting anywhere */
	if ((binding->action == ACTION_BACK || binding->action == ACTION_SUSPEND) &&
		roll(monkey, 3) > 0)
		return;
	key_format(binding->keys[0], &name);
	if (binding->keys[1] != K_NONE) {
		strbuf_add_char(&name, ' ');
		key_format(binding->keys[1], &name);
		monkey->left--;
	}
	say_key(monkey, strbuf_text(&name));
	strbuf_free(&name);
}

static void move_about(struct monkey *monkey)
{
	static const char *const keys[] = {"Down", "Up", "Left", "Right", "PageDown", "PageUp", "Tab",
		"S-Tab", "Enter", "Space", "Home", "End"};
	unsigned times = 1 + roll(monkey, 6);

	printf("%u*%s\n", times, keys[roll(monkey, sizeof keys / sizeof keys[0])]);
	monkey->left -= times;
}

static void type_text(struct monkey *monkey)
{
	const char *text = texts[roll(monkey, TEXTS)];

	printf("\"%s\n", text);
	for (; *text; text++)
		monkey->left -= ((unsigned char)*text & 0xc0) != 0x80;
}

/* One text or cells of a spreadsheet, with headings or without. */
static void paste(struct monkey *monkey)
{
	static const char *const between[] = {"", "\\n", "\\t", "\\t10\\t20\\n"};
	static const char *const before[] = {"", "", "作業\\t取組前件数\\n", "取組名\\t班コード\\n", "コード\\t名称\\n"};

	printf(":paste %s%s%s%s\n", before[roll(monkey, sizeof before / sizeof before[0])],
		texts[roll(monkey, TEXTS)], between[roll(monkey, sizeof between / sizeof between[0])],
		texts[roll(monkey, TEXTS)]);
	monkey->left--;
}

static void mouse(struct monkey *monkey)
{
	static const char *const kinds[] = {":click", ":click", ":double", ":up", ":down"};

	printf("%s %u %u\n", kinds[roll(monkey, 5)], roll(monkey, CELLS_ROWS),
		roll(monkey, CELLS_COLUMNS));
	monkey->left--;
}

static void resize(struct monkey *monkey)
{
	unsigned size = monkey->tiny ? roll(monkey, PLAIN_SIZES) : roll(monkey, SIZES);

	printf(":resize %s\n", sizes[size]);
	monkey->tiny = size >= PLAIN_SIZES;
	monkey->left--;
}

/* Goes where there is most to break. */
static void visit(struct monkey *monkey)
{
	static const char *const ways[] = {"Esc Esc Esc 2 n", "Esc Esc 2 Enter", "Esc Esc 2 Enter e",
		"Esc Esc 3 Enter", "Esc Esc 4 Enter", "Esc Esc 5 Enter", "Esc Esc 6 Enter", "Esc 1 Tab",
		"C-s", "y", "F6 Enter", "u y", "Esc 2 /", "Esc 2 f", ":", "Esc 3 t", "x", "F1 Tab"};
	const char *way = ways[roll(monkey, sizeof ways / sizeof ways[0])];

	puts(way);
	for (; *way; way++)
		monkey->left -= *way == ' ';
	monkey->left--;
}

int main(int argc, char **argv)
{
	struct keymap keymap;
	struct monkey monkey;

	if (argc != 3)
		return 2;
	monkey = (struct monkey){.left = strtol(argv[2], NULL, 10)};
	monkey.state = (strtoull(argv[1], NULL, 10) + 1) * UINT64_C(0x9e3779b97f4a7c15);
	keymap_init(&keymap);
	puts(":trial");
	while (monkey.left > 0) {
		unsigned what = roll(&monkey, monkey.tiny ? 400 : 1000);

		if (what < 20 || (monkey.tiny && what < 150))
			resize(&monkey);
		else if (what < 120)
			mouse(&monkey);
		else if (what < 150)
			paste(&monkey);
		else if (what < 300)
			type_text(&monkey);
		else if (what < 500)
			move_about(&monkey);
		else if (what < 560)
			visit(&monkey);
		else
			press_action(&monkey, &keymap);
	}
	keymap_free(&keymap);
	return 0;
}
