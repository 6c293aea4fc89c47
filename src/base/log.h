/* log - a trace for people who hunt a fault; off unless URANIWA_LOG names a file. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/* Appends one line with a time stamp. Never fails; never writes personal text of projects. */
void log_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
