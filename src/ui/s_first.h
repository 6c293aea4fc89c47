/* s_first - there is no database yet: asks the name of the body and makes one. */
#ifndef UI_S_FIRST_H
#define UI_S_FIRST_H

#include "service/session/session.h"
#include "ui/app/screen.h"

/* Argument: the struct session_options, which stay valid. On success the session is open and home
 * is shown. */
extern const struct screen_ops s_first_ops;

#endif
