#include "config.h"

#include "ui/term/script.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

enum { REPEAT_MAX = 100000 };

struct script {
	FILE *stream;
	char *line;
	size_t capacity;
	int number;        /* of the line, from 1 */
	const char *at;    /* what is left of the line; NULL = read the next */
	bool typing;       /* it is text, else names of keys */
	int key, repeat;   /* a key still to be given so many times */
	struct strbuf text;
	struct error failure;
};

struct script *script_open(const char *path, struct error *err)
{
	FILE *stream = file_open_read(path, err);
	struct script *script;

	if (!stream)
		return NULL;
	script = xcalloc(1, sizeof *script);
	script->stream = stream;
	return script;
}

void script_close(struct script *script)
{
	if (!script)
		return;
	if (script->stream != stdin)
		fclose(script->stream);
	free(script->line);
	strbuf_free(&script->text);
	free(script);
}

bool script_failed(const struct script *script, struct error *err)
{
	if (script->failure.code == ERROR_NONE)
		return false;
	if (err)
		*err = script->failure;
	return true;
}

void script_fail(struct script *script, const struct error *err)
{
	error_set(&script->failure, err->code, _("Line %d of the script: %s"), script->number,
		err->message);
}

/* Digits at *text, which moves on; -1 when there are none or too many. */
static int script_number(const char **text)
{
	int value = -1;

	while (**text >= '0' && **text <= '9' && value <= REPEAT_MAX) {
		value = (value < 0 ? 0 : value * 10) + (**text - '0');
		(*text)++;
	}
	return value > REPEAT_MAX ? -1 : value;
}

bool script_parse_size(const char *text, int *columns, int *rows)
{
	int wide = script_number(&text), high;

	if (wide < 1 || wide > 1000 || *text++ != 'x')
		return false;
	high = script_number(&text);
	if (high < 1 || high > 1000 || *text)
		return false;
	*columns = wide;
	*rows = high;
	return true;
}

static void script_give_key(struct script_command *command, int key)
{
	command->step = SCRIPT_EVENT;
	command->event = (struct event){.kind = EVENT_KEY, .key = key};
}

static bool script_give_paste(struct script *script, const char *text,
	struct script_command *command)
{
	strbuf_clear(&script->text);
	for (; *text; text++) {
		if (text[0] == '\\' && (text[1] == 'n' || text[1] == 't')) {
			strbuf_add_char(&script->text, text[1] == 'n' ? '\n' : '\t');
			text++;
		} else {
			strbuf_add_char(&script->text, *text);
		}
	}
	command->step = SCRIPT_EVENT;
	command->event = (struct event){.kind = EVENT_PASTE, .text = strbuf_text(&script->text)};
	return true;
}

static bool script_give_mouse(const char *text, enum mouse_kind kind,
	struct script_command *command)
{
	int y = script_number(&text), x;

	if (y < 0 || *text++ != ' ')
		return false;
	x = script_number(&text);
	command->step = SCRIPT_EVENT;
	command->event = (struct event){.kind = EVENT_MOUSE, .mouse = kind, .y = y, .x = x};
	return x >= 0 && *text == '\0';
}

/* A line that starts with ':'. */
static bool script_directive(struct script *script, const char *line,
	struct script_command *command)
{
	size_t length = strcspn(line, " ");
	const char *rest = line + length + (line[length] == ' ');

#define IS(word) (length == sizeof word - 1 && memcmp(line, word, length) == 0)
	if (IS(":dump") || IS(":cursor")) {
		command->step = IS(":dump") ? SCRIPT_DUMP : SCRIPT_CURSOR;
		command->file = rest;
		return *rest != '\0';
	}
	if (IS(":open") || IS(":field")) {
		command->step = SCRIPT_EVENT;
		command->event = (struct event){.kind = IS(":open") ? EVENT_OPEN : EVENT_FIELD,
			.text = rest};
		return *rest != '\0';
	}
	if (IS(":resize")) {
		command->step = SCRIPT_SIZE;
		return script_parse_size(rest, &command->columns, &command->rows);
	}
	if (IS(":paste"))
		return script_give_paste(script, rest, command);
	if (IS(":click") || IS(":double"))
		return script_give_mouse(rest, IS(":click") ? MOUSE_CLICK : MOUSE_DOUBLE, command);
	if (IS(":up") || IS(":down"))
		return script_give_mouse(rest, IS(":up") ? MOUSE_WHEEL_UP : MOUSE_WHEEL_DOWN, command);
	command->step = IS(":wait") ? SCRIPT_WAIT : IS(":trial") ? SCRIPT_TRIAL : SCRIPT_HANGUP;
	return IS(":wait") || IS(":trial") || IS(":hangup");
#undef IS
}

/* The next key of the line: a character of a text, or a name with an optional count. */
static bool script_next_key(struct script *script, struct script_command *command)
{
	const char *at = script->at;
	uint32_t character;
	size_t length;

	if (script->typing) {
		length = text_decode(at, strlen(at), &character);
		script->at = at + length;
		script_give_key(command, (int)character);
		return true;
	}
	length = strcspn(at, " ");
	script->repeat = 1;
	if (*at >= '0' && *at <= '9' && memchr(at, '*', length) && length > 2) {
		const char *start = at;

		script->repeat = script_number(&at);
		if (*at++ != '*' || script->repeat < 1)
			return false;
		length -= (size_t)(at - start);
	}
	script->key = key_parse(at, length);
	at += length;
	script->at = at + strspn(at, " ");
	if (script->key == K_NONE)
		return false;
	script->repeat--;
	script_give_key(command, script->key);
	return true;
}

static bool script_read_step(struct script *script, struct script_command *command)
{
	while (!script->at || !*script->at) {
		ssize_t length = getline(&script->line, &script->capacity, script->stream);
		const char *line = script->line;

		script->at = NULL;
		if (length < 0) {
			command->step = SCRIPT_END;
			return true;
		}
		while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
			script->line[--length] = '\0';
		script->number++;
		if (line[0] == ':' && line[1] >= 'a')
			return script_directive(script, line, command);
		script->typing = *line == '"';
		script->at =
			*line == '#' ? NULL : line + (script->typing ? 1 : strspn(line, " \t"));
	}
	return script_next_key(script, command);
}

void script_next(struct script *script, struct script_command *command)
{
	*command = (struct script_command){.step = SCRIPT_END};
	if (script->failure.code != ERROR_NONE)
		return;
	if (script->repeat > 0) {
		script->repeat--;
		script_give_key(command, script->key);
		return;
	}
	if (!script_read_step(script, command)) {
		error_set(&script->failure, ERROR_USAGE,
			_("Line %d of the script cannot be read: %s"), script->number,
			script->line);
		command->step = SCRIPT_END;
	}
}
