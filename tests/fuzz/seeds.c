/* Runs a fuzz target over the files of its seed folder, so that what once broke stays mended. */
#include "config.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t *read_file(const char *path, size_t *size)
{
	FILE *stream = fopen(path, "rb");
	uint8_t *data = malloc(1 << 20);

	if (!stream || !data)
		abort();
	*size = fread(data, 1, 1 << 20, stream);
	fclose(stream);
	return data;
}

/* The program tests/fuzz/NAME_seeds runs tests/fuzz/corpus/NAME. */
int main(int argc, char **argv)
{
	const char *top = getenv("abs_srcdir");
	const char *base = strrchr(argv[0], '/');
	char folder[4096], path[8192];
	int count = 0;

	(void)argc;
	base = base ? base + 1 : argv[0];
	snprintf(folder, sizeof folder, "%s/tests/fuzz/corpus/%.*s", top ? top : ".",
		(int)(strlen(base) - strlen("_seeds")), base);
	DIR *dir = opendir(folder);
	if (!dir) {
		perror(folder);
		return 1;
	}
	for (const struct dirent *entry; (entry = readdir(dir));) {
		if (entry->d_name[0] == '.')
			continue;
		size_t size;
		snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
		uint8_t *data = read_file(path, &size);
		LLVMFuzzerTestOneInput(data, size);
		free(data);
		count++;
	}
	closedir(dir);
	printf("%d seeds\n", count);
	return count > 0 ? 0 : 1;
}
