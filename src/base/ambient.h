/* ambient - everything the program takes from its surroundings besides its arguments, in one
 * place, so that tests can set it: time (URANIWA_NOW=2025-11-20T10:02:00), user (URANIWA_USER),
 * home and XDG folders, random numbers (URANIWA_SEED). */
#ifndef BASE_AMBIENT_H
#define BASE_AMBIENT_H

#include <stdint.h>

#include "base/date.h"

/* Local date of today. */
struct date ambient_today(void);
/* Local time as "2025-11-20T10:02:00"; what the database stores. */
void ambient_now(char text[20]);
/* Monotonic clock for measuring, never for data. */
int64_t ambient_monotonic_ms(void);

/* The login name: URANIWA_USER, else the name of the real user id. Owned by the module. */
const char *ambient_user(void);

/* $XDG_DATA_HOME/uraniwa/NAME and $XDG_CONFIG_HOME/uraniwa/NAME (with the usual fallbacks below
 * $HOME). Caller frees. */
char *ambient_data_path(const char *name);
char *ambient_config_path(const char *name);

/* What people mean by a path: ~/ is their home. Caller frees. */
char *ambient_path(const char *typed);

/* A random (version 4) UUID in lower case; follows URANIWA_SEED when set. */
void ambient_uuid(char text[37]);

#endif
