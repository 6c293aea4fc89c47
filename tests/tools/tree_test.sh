#!/bin/sh
# tree_test - src/README.md is what the files of src/ say of themselves.
[ -z "${UPDATE_EXPECTED-}" ] || exec sh "$abs_srcdir/tests/tools/tree" --into "$abs_srcdir"
exec sh "$abs_srcdir/tests/tools/tree" --check "$abs_srcdir"
