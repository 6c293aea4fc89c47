#include "config.h"

#include "ui/term/outlet.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ui/term/rescue.h"

FILE *outlet_open(struct outlet *outlet)
{
	const int copy = dup(STDOUT_FILENO);

	outlet->memory = -1;
	outlet->stream = copy >= 0 ? fdopen(copy, "w") : NULL;
	if (!outlet->stream) {
		if (copy >= 0)
			close(copy);
		return stdout;
	}
	outlet->memory = memfd_create("frame", MFD_CLOEXEC);
	return outlet->stream;
}

void outlet_begin(struct outlet *outlet)
{
	if (outlet->memory < 0)
		return;
	lseek(outlet->memory, 0, SEEK_SET);
	dup2(outlet->memory, fileno(outlet->stream));
}

static void outlet_leave_out_ascii(struct outlet *outlet)
{
	static const char ascii[] = "\033(B", lines[] = "\033(0";
	struct strbuf *frame = &outlet->frame;
	char *from = frame->text, *to = from, *const end = from + frame->length;
	const bool keep = !outlet->begun;

	if (frame->length == 0)
		return;
	outlet->begun = true;
	outlet->other_set |= memmem(from, frame->length, lines, strlen(lines)) != NULL;
	if (keep || outlet->other_set)
		return;
	for (char *found; (found = memmem(from, (size_t)(end - from), ascii, strlen(ascii)));) {
		memmove(to, from, (size_t)(found - from));
		to += found - from;
		from = found + strlen(ascii);
	}
	memmove(to, from, (size_t)(end - from));
	strbuf_truncate(frame, (size_t)(to - frame->text) + (size_t)(end - from));
}

void outlet_end(struct outlet *outlet)
{
	char bytes[4096];
	ssize_t count;

	if (outlet->memory < 0)
		return;
	dup2(STDOUT_FILENO, fileno(outlet->stream));
	const off_t length = lseek(outlet->memory, 0, SEEK_CUR);
	strbuf_clear(&outlet->frame);
	for (off_t at = 0; at < length; at += count) {
		const off_t left = length - at;
		count = pread(outlet->memory, bytes,
			left < (off_t)sizeof bytes ? (size_t)left : sizeof bytes, at);
		if (count <= 0)
			break;
		strbuf_add(&outlet->frame, bytes, (size_t)count);
	}
	outlet_leave_out_ascii(outlet);
	rescue_write_n(strbuf_text(&outlet->frame), outlet->frame.length);
}

void outlet_close(struct outlet *outlet)
{
	if (outlet->stream)
		fclose(outlet->stream);
	if (outlet->memory >= 0)
		close(outlet->memory);
	strbuf_free(&outlet->frame);
	*outlet = (struct outlet){.memory = -1};
}
