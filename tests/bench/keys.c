/* keys - what a terminal program does under the fingers, in a pty of 80×24.
 *
 * usage: bench_keys [-n RUNS] SIZE PROGRAM SPEC -- COMMAND…
 *
 * SPEC: blank-separated steps NAME=KEYS*COUNT; KEYS in C notation (\033), commas between keys that are
 * pressed in turn, a ~ before one that is pressed unmeasured. A step without a name is not reported;
 * one whose name begins with + is not waited for: its first key comes as soon as there is a frame.
 * Every other key is sent once the terminal has been silent for 60 ms.
 *
 * Prints per step the median and 99th percentile of the time from a key to the last byte of the
 * repaint, which ends with 5 ms of silence, and the median of its bytes; and for the start the time to
 * the last byte of the first burst of at least 400 bytes, and the most memory resident. A question for
 * the place of the cursor is answered as terminals do.
 */
#include "config.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

enum { GAP_MS = 5, QUIET_MS = 60, FIRST_MS = 5000, ANSWER_MS = 1000, FRAME_BYTES = 400, SAMPLES = 4000, STEPS = 16,
	KEYS = 8 };

struct step {
	char name[32];
	char keys[KEYS][16]; /* pressed in turn */
	bool unmeasured[KEYS];
	bool at_once;
	size_t lengths[KEYS], key_count;
	long count;
	double ms[SAMPLES], bytes[SAMPLES];
	size_t samples;
};

/* Reads until silence; false when nothing came. */
static bool burst(int terminal, double start, int first_wait, int quiet, double *last,
	size_t *bytes)
{
	static const char question[] = "\033[6n", answer[] = "\033[2;2R";
	char buffer[65536];
	struct pollfd wait = {.fd = terminal, .events = POLLIN};
	bool any = false;

	while (poll(&wait, 1, any ? quiet : first_wait) > 0) {
		const ssize_t got = read(terminal, buffer, sizeof buffer);
		if (got <= 0)
			break;
		*last = clock_ms() - start;
		*bytes += (size_t)got;
		any = true;
		if (memmem(buffer, (size_t)got, question, sizeof question - 1) &&
			write(terminal, answer, sizeof answer - 1) < 0)
			break;
	}
	return any;
}

static void settle(int terminal)
{
	double last;
	size_t bytes = 0;

	burst(terminal, 0, QUIET_MS, QUIET_MS, &last, &bytes);
}

static bool parse_step(struct step *step, const char *text)
{
	const char *equals = strchr(text, '='), *star = strrchr(text, '*');

	if (!equals || !star || (size_t)(equals - text) >= sizeof step->name)
		return false;
	step->at_once = *text == '+';
	text += step->at_once;
	memcpy(step->name, text, (size_t)(equals - text));
	step->key_count = 1;
	for (const char *p = equals + 1; p < star; p++) {
		const size_t key = step->key_count - 1;
		char *bytes = step->keys[key];
		if (*p == ',' && step->key_count < KEYS) {
			step->key_count++;
		} else if (*p == '~' && step->lengths[key] == 0) {
			step->unmeasured[key] = true;
		} else if (step->lengths[key] == sizeof step->keys[0]) {
			return false;
		} else if (p[0] == '\\' && p + 3 < star) {
			bytes[step->lengths[key]++] =
				(char)strtol((char[]){p[1], p[2], p[3], 0}, NULL, 8);
			p += 3;
		} else {
			bytes[step->lengths[key]++] = *p;
		}
	}
	step->count = strtol(star + 1, NULL, 10);
	return true;
}

/* The most memory the program has had resident; 0 where the system does not say. */
static double memory_kib(pid_t child)
{
	char path[64], line[256];
	double kib = 0;

	snprintf(path, sizeof path, "/proc/%ld/status", (long)child);
	FILE *status = fopen(path, "r");
	while (status && fgets(line, sizeof line, status))
		if (strncmp(line, "VmHWM:", 6) == 0)
			kib = strtod(line + 6, NULL);
	if (status)
		fclose(status);
	return kib;
}

/* Presses the keys of a step, as often as it says. */
static void press(struct step *step, int terminal)
{
	for (size_t i = 0; i < (size_t)step->count * step->key_count; i++) {
		const size_t key = i % step->key_count;
		double last = 0;
		size_t bytes = 0;

		if (!step->at_once || i > 0)
			settle(terminal);
		const double start = clock_ms();
		if (write(terminal, step->keys[key], step->lengths[key]) < 0)
			return;
		if (!burst(terminal, start, ANSWER_MS, GAP_MS, &last, &bytes) ||
			step->unmeasured[key] || step->samples == SAMPLES)
			continue;
		step->ms[step->samples] = last;
		step->bytes[step->samples++] = (double)bytes;
	}
}

static double run(char **command, struct step *steps, size_t count, double *kib)
{
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	const double start = clock_ms();
	double ready = 0;
	size_t bytes = 0;
	int terminal;
	const pid_t child = forkpty(&terminal, NULL, NULL, &size);

	if (child == 0) {
		setenv("TERM", "xterm-256color", 1);
		execvp(command[0], command);
		_exit(127);
	}
	while (bytes < FRAME_BYTES && burst(terminal, start, FIRST_MS, GAP_MS, &ready,
		&bytes))
		;
	for (size_t i = 0; i < count; i++)
		press(&steps[i], terminal);
	*kib = memory_kib(child);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(terminal);
	return ready;
}

static void report(const char *size, const char *program, struct step *step)
{
	if (!*step->name || step->samples == 0)
		return;
	clock_print(step->name, size, program, "median",
		clock_percentile(step->ms, step->samples, 50), "ms");
	clock_print(step->name, size, program, "p99",
		clock_percentile(step->ms, step->samples, 99), "ms");
	clock_print(step->name, size, program, "worst",
		clock_percentile(step->ms, step->samples, 100), "ms");
	clock_print(step->name, size, program, "sent",
		clock_percentile(step->bytes, step->samples, 50), "bytes");
}

int main(int argc, char **argv)
{
	static struct step steps[STEPS];
	int runs = 5, option;
	size_t count = 0;
	double ready[100], kib = 0;

	while ((option = getopt(argc, argv, "+n:")) != -1)
		runs = option == 'n' ? (int)strtol(optarg, NULL, 10) : 0;
	if (argc - optind < 5 || runs < 1 || runs > 100)
		return 2;
	char *spec = strdup(argv[optind + 2]);
	for (char *text = strtok(spec, " "); text && count < STEPS; text = strtok(NULL, " "))
		if (!parse_step(&steps[count++], text))
			return 2;
	free(spec);
	run(argv + optind + 4, NULL, 0, &kib); /* warms the caches */
	for (int i = 0; i < runs; i++)
		ready[i] = run(argv + optind + 4, steps, count, &kib);
	clock_print("start", argv[optind], argv[optind + 1], "median",
		clock_percentile(ready, (size_t)runs, 50), "ms");
	clock_print("start", argv[optind], argv[optind + 1], "memory", kib / 1024, "MiB");
	for (size_t i = 0; i < count; i++)
		report(argv[optind], argv[optind + 1], &steps[i]);
	return 0;
}
