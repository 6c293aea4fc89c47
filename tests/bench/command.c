/* command - how long a command takes and how much memory, as a new process each time.
 *
 * usage: bench_command [-n RUNS] [-b PREPARE] WORK SIZE PROGRAM -- COMMAND…
 *
 * PREPARE is run by sh before each run, unmeasured. Standard output of both goes to /dev/null.
 * Prints the medians of the wall time and of the time on processors, and the largest resident memory. A command that fails prints
 * nothing and the status is 1.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

enum { RUNS_MAX = 100 };

static double ms_of(const struct timeval *time)
{
	return (double)time->tv_sec * 1e3 + (double)time->tv_usec / 1e3;
}

static int run(char *const *command, double *ms, double *cpu_ms, long *kib)
{
	const double start = clock_ms();
	const pid_t child = fork();
	struct rusage usage;
	int status;

	if (child == 0) {
		const int null = open("/dev/null", O_WRONLY);
		dup2(null, STDOUT_FILENO);
		execvp(command[0], command);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0)
		return -1;
	*ms = clock_ms() - start;
	*cpu_ms = ms_of(&usage.ru_utime) + ms_of(&usage.ru_stime);
	*kib = usage.ru_maxrss;
	return status;
}

int main(int argc, char **argv)
{
	int runs = 5, option;
	char *prepare[] = {"sh", "-c", NULL, NULL};
	double times[RUNS_MAX], cpu[RUNS_MAX], unused;
	long largest = 0, kib;

	while ((option = getopt(argc, argv, "+n:b:")) != -1) {
		if (option == 'n')
			runs = (int)strtol(optarg, NULL, 10);
		else if (option == 'b')
			prepare[2] = optarg;
		else
			return 2;
	}
	if (argc - optind < 5 || strcmp(argv[optind + 3], "--") != 0 || runs < 1 ||
		runs > RUNS_MAX)
		return 2;
	for (int i = 0; i < runs; i++) {
		if (prepare[2] && run(prepare, &unused, &unused, &kib) != 0)
			return 1;
		if (run(argv + optind + 4, &times[i], &cpu[i], &kib) != 0)
			return 1;
		largest = kib > largest ? kib : largest;
	}
	clock_print(argv[optind], argv[optind + 1], argv[optind + 2], "median",
		clock_percentile(times, (size_t)runs, 50), "ms");
	clock_print(argv[optind], argv[optind + 1], argv[optind + 2], "cpu",
		clock_percentile(cpu, (size_t)runs, 50), "ms");
	clock_print(argv[optind], argv[optind + 1], argv[optind + 2], "memory",
		(double)largest / 1024, "MiB");
	return 0;
}
