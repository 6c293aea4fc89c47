/* rounded - figures that a file holds rounded leave alone what is stored exactly (domain.md §8).
 * Private to src/service/files/import*.c. */
#ifndef SERVICE_FILES_ROUNDED_H
#define SERVICE_FILES_ROUNDED_H

#include <stdbool.h>
#include <stdint.h>

/* True where a text of hours (11, 10.5, 11時間) is what these minutes round to, half away from zero, in as
 * many decimals as it has: it says nothing that is not known better. False for H:MM, which is exact. */
bool rounded_hours_hold(const char *text, int64_t minutes);

#endif
