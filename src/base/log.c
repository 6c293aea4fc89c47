#include "config.h"

#include "base/log.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/ambient.h"
#include "base/file_target.h"

enum { LINE_BYTES = 1024 };

void log_line(const char *format, ...)
{
	const char *path = getenv("URANIWA_LOG");
	char line[LINE_BYTES];
	char now[20];
	struct file_target target;
	va_list args;

	if (!path || !*path || !file_target_own(&target, path, NULL))
		return;
	const int file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
	if (file < 0)
		return;
	ambient_now(now);
	const int head = snprintf(line, sizeof line, "%s %ld ", now, (long)getpid());
	size_t used = head > 0 ? (size_t)head : 0;
	va_start(args, format);
	const int body = vsnprintf(line + used, sizeof line - used, format, args);
	va_end(args);
	if (body > 0)
		used += (size_t)body;
	if (used > sizeof line - 1)
		used = sizeof line - 1;
	line[used++] = '\n';
	/* One write, so that lines of several processes do not mix; a full disk is no reason to
	 * stop. */
	const ssize_t written = write(file, line, used);
	(void)written;
	close(file);
}
