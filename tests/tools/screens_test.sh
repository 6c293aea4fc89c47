#!/bin/sh
# screens_test - the pictures of README.md are what the program shows.
cd "$abs_builddir" || exit 99
[ -z "${UPDATE_EXPECTED-}" ] || exec sh "$abs_srcdir/tests/tools/screens" "$abs_srcdir"
exec sh "$abs_srcdir/tests/tools/screens" --check "$abs_srcdir"
