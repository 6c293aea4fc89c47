#include "config.h"

#include "ui/term/dump.h"

#include <curses.h>
#include <wchar.h>

#include "base/file.h"
#include "base/text.h"

/* Appends the characters of a cell. Returns the columns they take. */
static int dump_add_cell(struct strbuf *out, int y, int x)
{
	wchar_t characters[CCHARW_MAX + 1] = {0};
	cchar_t cell;
	attr_t attributes;
	short pair;
	int columns = 0;

	if (mvin_wch(y, x, &cell) == ERR ||
		getcchar(&cell, characters, &attributes, &pair, NULL) == ERR || !characters[0]) {
		strbuf_add_char(out, ' ');
		return 1;
	}
	for (int i = 0; i < CCHARW_MAX && characters[i]; i++) {
		char bytes[4];
		int width = text_char_width((uint32_t)characters[i]);

		strbuf_add(out, bytes, text_encode((uint32_t)characters[i], bytes));
		columns += width > 0 ? width : 0;
	}
	return columns > 0 ? columns : 1;
}

static bool dump_write_file(const char *file, const struct strbuf *text, struct error *err)
{
	struct file_target target;
	struct file_writer writer;

	if (!file_target_own(&target, file, err) || !file_writer_open(&writer, &target, err))
		return false;
	fwrite(strbuf_text(text), 1, text->length, writer.stream);
	return file_writer_commit(&writer, err);
}

bool dump_screen(const char *file, struct error *err)
{
	struct strbuf text = {0};
	int y, x;
	bool written;

	getyx(stdscr, y, x);
	for (int row = 0; row < LINES; row++) {
		const size_t start = text.length;

		for (int column = 0; column < COLS;)
			column += dump_add_cell(&text, row, column);
		while (text.length > start && text.text[text.length - 1] == ' ')
			strbuf_truncate(&text, text.length - 1);
		strbuf_add_char(&text, '\n');
	}
	move(y, x);
	written = dump_write_file(file, &text, err);
	strbuf_free(&text);
	return written;
}

bool dump_cursor(const char *file, bool visible, struct error *err)
{
	struct strbuf text = {0};
	bool written;

	if (visible)
		strbuf_addf(&text, "%d %d\n", getcury(stdscr), getcurx(stdscr));
	else
		strbuf_add_text(&text, "hidden\n");
	written = dump_write_file(file, &text, err);
	strbuf_free(&text);
	return written;
}
