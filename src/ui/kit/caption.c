#include "config.h"

#include "ui/kit/caption.h"

#include "base/i18n.h"
#include "base/strbuf.h"
#include "model/table_scope.h"

void caption_draw(const struct table *table, const struct canvas *canvas, struct area area, int y)
{
	struct strbuf caption = {0}, proof = {0};
	int x;

	table_caption(table, &caption);
	strbuf_addf(&proof, "%s %s", table->ties ? _("Ties") : _("Does not tie"),
		table->ties ? canvas->theme->glyphs.check : "!");
	x = area.columns - text_width(strbuf_text(&proof)) - 1;
	draw_text(canvas, area, y, 1, x - 2, strbuf_text(&caption), TEXT_LEFT, THEME_LABEL);
	draw_text(canvas, area, y, x, -1, strbuf_text(&proof), TEXT_LEFT,
		table->ties ? THEME_GOOD : THEME_ERROR);
	strbuf_free(&caption);
	strbuf_free(&proof);
}

const char *caption_difference(const struct table *table)
{
	for (size_t i = 0; !table->ties && i < table->notes.count; i++) {
		if (table->notes.items[i].id == NOTE_DOES_NOT_TIE)
			return table->notes.items[i].text;
	}
	return "";
}
