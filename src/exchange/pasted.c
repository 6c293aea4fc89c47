#include "config.h"

#include "exchange/pasted.h"

#include <string.h>

#include "base/text.h"

/* ---- splitting ------------------------------------------------------------------------------ */

/* The closing quotation mark of a cell that begins with one and needs it; NULL where the marks are its own text, as
 * spreadsheets leave them in a cell without tabs and line breaks. */
static const char *pasted_quote_end(const char *cell)
{
	bool needed = false;

	for (const char *at = cell + 1; *at; at++) {
		if (*at == '"' && at[1] == '"') {
			needed = true;
			at++;
		} else if (*at == '"') {
			return needed && strchr("\t\r\n", at[1]) ? at : NULL;
		} else {
			needed |= *at == '\t' || *at == '\n' || *at == '\r';
		}
	}
	return NULL;
}

/* What stands between quotation marks: doubled ones are one, line breaks are LF. */
static const char *pasted_unquote(struct arena *arena, const char *text, const char *end)
{
	char *const cell = arena_alloc(arena, (size_t)(end - text) + 1);
	size_t length = 0;

	for (; text < end; text++) {
		const bool second = *text == '"' || (*text == '\r' && text[1] == '\n');

		cell[length++] = *text == '\r' ? '\n' : *text;
		text += second;
	}
	return cell;
}

/* The cell at *text, which goes to its end. */
static const char *pasted_take_cell(struct arena *arena, const char **text)
{
	const char *const start = *text;
	const char *const quote = *start == '"' ? pasted_quote_end(start) : NULL;
	const char *cell;
	size_t length;

	if (quote) {
		*text = quote + 1;
		return pasted_unquote(arena, start + 1, quote);
	}
	*text += strcspn(start, "\t\r\n");
	cell = arena_strndup(arena, start, (size_t)(*text - start));
	cell = text_trim(cell, &length);
	return arena_strndup(arena, cell, length);
}

void pasted_split(const char *text, struct pasted *pasted)
{
	VEC(const char *) cells = {0};

	while (*text) {
		size_t filled = 0;

		cells.count = 0;
		do {
			text += cells.count > 0;
			*vec_add(&cells) = pasted_take_cell(&pasted->arena, &text);
			if (*cells.items[cells.count - 1])
				filled = cells.count;
		} while (*text == '\t');
		text += text[0] == '\r' && text[1] == '\n' ? 2 : *text != '\0';

		const char **const kept = arena_alloc(&pasted->arena, (filled + 1) * sizeof *kept);

		for (size_t i = 0; i < filled; i++)
			kept[i] = cells.items[i];
		*vec_add(&pasted->rows) = (struct pasted_row){filled, kept};
		pasted->columns = filled > pasted->columns ? filled : pasted->columns;
	}
	while (pasted->rows.count > 0 && pasted->rows.items[pasted->rows.count - 1].count == 0)
		pasted->rows.count--;
	vec_free(&cells);
}

void pasted_free(struct pasted *pasted)
{
	vec_free(&pasted->rows);
	arena_free(&pasted->arena);
}

/* ---- what there is -------------------------------------------------------------------------- */

const char *pasted_cell(const struct pasted *pasted, size_t row, size_t column)
{
	const struct pasted_row *const cells = &pasted->rows.items[row];

	return column < cells->count ? cells->cells[column] : "";
}

bool pasted_is_table(const struct pasted *pasted)
{
	return pasted->rows.count > 1 || pasted->columns > 1;
}

void pasted_write(const char *const *cells, size_t count, struct strbuf *out)
{
	for (size_t i = 0; i < count; i++) {
		strbuf_add_text(out, i > 0 ? "\t\"" : "\"");
		for (const char *at = cells[i]; *at; at++) {
			if (*at == '"')
				strbuf_add_char(out, '"');
			strbuf_add_char(out, *at);
		}
		strbuf_add_char(out, '"');
	}
	strbuf_add_text(out, "\r\n");
}
