#include "config.h"

#include "base/romaji.h"

#include <assert.h>
#include <string.h>

/* Longest spellings first within a letter is not needed: the longest match is looked for. */
static const struct {
	const char *romaji;
	const char *kana;
} syllables[] = {
	{"a", "あ"}, {"i", "い"}, {"u", "う"}, {"e", "え"}, {"o", "お"},
	{"ka", "か"}, {"ki", "き"}, {"ku", "く"}, {"ke", "け"}, {"ko", "こ"},
	{"sa", "さ"}, {"si", "し"}, {"shi", "し"}, {"su", "す"}, {"se", "せ"}, {"so", "そ"},
	{"ta", "た"}, {"ti", "ち"}, {"chi", "ち"}, {"tu", "つ"}, {"tsu", "つ"}, {"te", "て"},
	{"to", "と"},
	{"na", "な"}, {"ni", "に"}, {"nu", "ぬ"}, {"ne", "ね"}, {"no", "の"},
	{"ha", "は"}, {"hi", "ひ"}, {"hu", "ふ"}, {"fu", "ふ"}, {"he", "へ"}, {"ho", "ほ"},
	{"ma", "ま"}, {"mi", "み"}, {"mu", "む"}, {"me", "め"}, {"mo", "も"},
	{"ya", "や"}, {"yu", "ゆ"}, {"yo", "よ"},
	{"ra", "ら"}, {"ri", "り"}, {"ru", "る"}, {"re", "れ"}, {"ro", "ろ"},
	{"wa", "わ"}, {"wi", "うぃ"}, {"we", "うぇ"}, {"wo", "を"},
	{"ga", "が"}, {"gi", "ぎ"}, {"gu", "ぐ"}, {"ge", "げ"}, {"go", "ご"},
	{"za", "ざ"}, {"zi", "じ"}, {"ji", "じ"}, {"zu", "ず"}, {"ze", "ぜ"}, {"zo", "ぞ"},
	{"da", "だ"}, {"di", "ぢ"}, {"du", "づ"}, {"dzu", "づ"}, {"de", "で"}, {"do", "ど"},
	{"ba", "ば"}, {"bi", "び"}, {"bu", "ぶ"}, {"be", "べ"}, {"bo", "ぼ"},
	{"pa", "ぱ"}, {"pi", "ぴ"}, {"pu", "ぷ"}, {"pe", "ぺ"}, {"po", "ぽ"},
	{"kya", "きゃ"}, {"kyu", "きゅ"}, {"kyo", "きょ"},
	{"gya", "ぎゃ"}, {"gyu", "ぎゅ"}, {"gyo", "ぎょ"},
	{"sya", "しゃ"}, {"syu", "しゅ"}, {"syo", "しょ"}, {"sye", "しぇ"},
	{"sha", "しゃ"}, {"shu", "しゅ"}, {"sho", "しょ"}, {"she", "しぇ"},
	{"zya", "じゃ"}, {"zyu", "じゅ"}, {"zyo", "じょ"},
	{"ja", "じゃ"}, {"ju", "じゅ"}, {"jo", "じょ"}, {"je", "じぇ"},
	{"jya", "じゃ"}, {"jyu", "じゅ"}, {"jyo", "じょ"},
	{"tya", "ちゃ"}, {"tyu", "ちゅ"}, {"tyo", "ちょ"},
	{"cha", "ちゃ"}, {"chu", "ちゅ"}, {"cho", "ちょ"}, {"che", "ちぇ"},
	{"nya", "にゃ"}, {"nyu", "にゅ"}, {"nyo", "にょ"},
	{"hya", "ひゃ"}, {"hyu", "ひゅ"}, {"hyo", "ひょ"},
	{"bya", "びゃ"}, {"byu", "びゅ"}, {"byo", "びょ"},
	{"pya", "ぴゃ"}, {"pyu", "ぴゅ"}, {"pyo", "ぴょ"},
	{"mya", "みゃ"}, {"myu", "みゅ"}, {"myo", "みょ"},
	{"rya", "りゃ"}, {"ryu", "りゅ"}, {"ryo", "りょ"},
	{"fa", "ふぁ"}, {"fi", "ふぃ"}, {"fe", "ふぇ"}, {"fo", "ふぉ"},
	{"va", "ゔぁ"}, {"vi", "ゔぃ"}, {"vu", "ゔ"}, {"ve", "ゔぇ"}, {"vo", "ゔぉ"},
	{"tha", "てゃ"}, {"thi", "てぃ"}, {"thu", "てゅ"}, {"dhi", "でぃ"}, {"dhu", "でゅ"},
	{"nn", "ん"}, {"n'", "ん"}, {"-", "ー"},
	{"xa", "ぁ"}, {"xi", "ぃ"}, {"xu", "ぅ"}, {"xe", "ぇ"}, {"xo", "ぉ"}, {"xtu", "っ"},
	{"xya", "ゃ"}, {"xyu", "ゅ"}, {"xyo", "ょ"},
};
enum { SYLLABLE_COUNT = sizeof syllables / sizeof syllables[0], LONGEST = 3 };

static bool romaji_is_letter(char byte)
{
	return byte >= 'a' && byte <= 'z';
}

static bool is_vowel(char byte)
{
	return byte != '\0' && strchr("aiueo", byte) != NULL;
}

/* Bytes of text that spell a syllable, 0 for none. */
static size_t match(const char *text, const char **kana)
{
	size_t best = 0;

	for (size_t i = 0; i < SYLLABLE_COUNT; i++) {
		size_t length = strlen(syllables[i].romaji);

		if (length > best && strncmp(syllables[i].romaji, text, length) == 0) {
			best = length;
			*kana = syllables[i].kana;
		}
	}
	return best;
}

/* True when text to its end could still become a syllable. */
static bool unfinished(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < SYLLABLE_COUNT && length < LONGEST; i++) {
		if (strncmp(syllables[i].romaji, text, length) == 0)
			return true;
	}
	return length == 2 && text[0] == text[1] && romaji_is_letter(text[0]);
}

/* One step at text, which is in lower case; 0 when it is no romaji. */
static size_t romaji_convert(const char *text, struct strbuf *out)
{
	const char *kana = NULL;
	size_t length;

	/* konnichiwa: the first n is ん where a vowel or y follows the second one */
	if (text[0] == 'n' && text[1] == 'n' && (is_vowel(text[2]) || text[2] == 'y')) {
		strbuf_add_text(out, "ん");
		return 1;
	}
	length = match(text, &kana);
	if (length > 0) {
		strbuf_add_text(out, kana);
		return length;
	}
	if ((text[0] == 'n' && romaji_is_letter(text[1])) ||
		(text[0] == 'm' && text[1] != '\0' && strchr("bmp", text[1]))) {
		strbuf_add_text(out, "ん");
		return 1;
	}
	if ((text[0] == text[1] || (text[0] == 't' && text[1] == 'c')) && !is_vowel(text[0])) {
		strbuf_add_text(out, "っ");
		return 1;
	}
	return 0;
}

bool romaji_to_hiragana(const char *text, struct strbuf *out)
{
	struct strbuf lowered = {0};
	const char *at;
	bool romaji = true;

	assert(text);
	for (; *text; text++) {
		const bool upper = *text >= 'A' && *text <= 'Z';
		strbuf_add_char(&lowered, upper ? (char)(*text - 'A' + 'a') : *text);
	}
	at = strbuf_text(&lowered);
	while (*at && romaji) {
		size_t length = 1;

		if (!romaji_is_letter(*at) && !(*at == '-' && out->length > 0)) {
			strbuf_add_char(out, *at);
		} else if (strcmp(at, "n") == 0) {
			strbuf_add_text(out, "ん");
		} else if (unfinished(at) && match(at, &(const char *){NULL}) != strlen(at)) {
			length = strlen(at);
		} else {
			length = romaji_convert(at, out);
			romaji = length > 0;
		}
		at += length;
	}
	strbuf_free(&lowered);
	return romaji;
}
