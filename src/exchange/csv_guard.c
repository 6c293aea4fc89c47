/* csv_guard - text cells that a spreadsheet would take for formulas. */
#include "config.h"

#include "exchange/csv_reader.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

/* Characters above ASCII whose NFKC form starts with = + - or @; a test compares the list with
 * what NFKC says of every character. */
static const uint32_t disguised[] = {
	0x207A, 0x207C, 0x208A, 0x208C, /* ⁺ ⁼ ₊ ₌ */
	0x2A75, 0x2A76,                 /* ⩵ ⩶ */
	0xFB29,                         /* ﬩ HEBREW LETTER ALTERNATIVE PLUS SIGN */
	0xFE62, 0xFE63, 0xFE66, 0xFE6B, /* ﹢ ﹣ ﹦ ﹫ */
	0xFF0B, 0xFF0D, 0xFF1D, 0xFF20, /* ＋ － ＝ ＠ */
};

bool csv_is_formula(const char *text)
{
	const unsigned char lead = (unsigned char)text[0];

	if (lead < 0x80)
		return lead != '\0' && strchr("=+-@\t\r", lead) != NULL;
	if (lead != 0xE2 && lead != 0xEF) /* with which all of them begin */
		return false;
	uint32_t character;
	text_decode(text, strnlen(text, 4), &character);
	for (size_t i = 0; i < sizeof disguised / sizeof disguised[0]; i++)
		if (disguised[i] == character)
			return true;
	return false;
}

const char *csv_unguard(const char *cell)
{
	assert(cell);
	if (cell[0] != '\'')
		return cell;
	return csv_is_formula(cell + strspn(cell, "'")) ? cell + 1 : cell;
}
