#include "config.h"

#include "exchange/sheet_cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* Compares by key: width, case, and blanks around it do not count. */
static bool cell_is_one_of(const char *text, const char *const *words)
{
	struct strbuf key = {0};
	bool found = false;

	/* all of the words are short */
	if (strlen(text) > 48)
		return false;
	text_key_add(&key, text, strlen(text));
	for (; *words && !found; words++)
		found = strcmp(strbuf_text(&key), *words) == 0;
	strbuf_free(&key);
	return found;
}

bool sheet_cell_is_ditto(const char *text)
{
	static const char *const words[] = {"〃", "″", "仝", "同上", "\"", "''", NULL};
	/* most cells begin as none of these does: what follows costs nothing for them */
	const unsigned char lead = (unsigned char)text[0];

	return (lead == 0xE3 || lead == 0xE2 || lead == 0xE4 || lead == 0xE5 || lead == '"' ||
		lead == '\'' || lead == ' ') && cell_is_one_of(text, words);
}

bool sheet_cell_is_none(const char *text)
{
	static const char *const words[] = {"-", "--", "ー", "―", "—", "–", "なし", "無し", "無", "該当なし",
		"該当無し", "n/a", "none", NULL};

	return cell_is_one_of(text, words);
}

bool sheet_cells_are_total(const char *const *cells, size_t count)
{
	static const char *const words[] = {"合計", "小計", "総計", "計", "total", "subtotal", "grand total",
		NULL};
	size_t first = 0;

	while (first < count && text_is_blank(cells[first]))
		first++;
	return first < count && cell_is_one_of(cells[first], words);
}

/* ---- units of figures -------------------------------------------------------------------------------- */

void sheet_unit_of(const char *text, char unit[SHEET_UNIT_SIZE])
{
	/* those that are not usual; the longer first */
	static const char *const units[] = {"百万円", "千円", "万円", "億円", "時間", "分", NULL};
	static const char *const openings[] = {"(", "[", "{", "【", "〔", "<", "〈", ":", "/", NULL};
	char *const plain = text_nfkc(text);

	unit[0] = '\0';
	for (size_t o = 0; openings[o] && !unit[0]; o++) {
		const char *at = plain;

		while (!unit[0] && (at = strstr(at, openings[o]))) {
			at += strlen(openings[o]);
			at += strncmp(at, "単位:", strlen("単位:")) == 0 ? strlen("単位:") : 0;
			at += strspn(at, " ");
			for (size_t u = 0; units[u] && !unit[0]; u++)
				if (strncmp(at, units[u], strlen(units[u])) == 0 &&
					strncmp(at, "分類", strlen("分類")) != 0)
					text_copy(unit, SHEET_UNIT_SIZE, units[u]);
		}
	}
	free(plain);
}

void sheet_yen_unit_of(const char *text, char unit[SHEET_UNIT_SIZE])
{
	static const char *const units[] = {"百万円", "千円", "万円", "億円"}; /* the longer first */
	const char *const said = strstr(text, "単位");

	for (size_t u = 0; said && u < sizeof units / sizeof *units; u++)
		if (strstr(said, units[u])) {
			text_copy(unit, SHEET_UNIT_SIZE, units[u]);
			return;
		}
}

bool sheet_cell_is_bare(const char *text)
{
	char *const plain = text_nfkc(text);
	const char *const digits = plain + strspn(plain, " -+△▲(");
	const bool bare = *digits && digits[strspn(digits, "0123456789.,) ")] == '\0';

	free(plain);
	return bare;
}

bool sheet_heading_is_figure(const char *heading)
{
	static const char *const words[] = {"時間", "(分)", "円", "経費", "費用", "金額", "予算", "削減", "件数",
		"人役", "工数", "効果額", "hours", "minutes", "cost", "yen", NULL};
	char *const plain = text_nfkc(heading);
	bool figure = false;

	for (size_t w = 0; words[w] && !figure; w++)
		figure = strstr(plain, words[w]) != NULL;
	free(plain);
	return figure;
}
