#!/bin/sh
# tree_test - src/README.md is what the files of src/ say of themselves.
exec sh "$abs_srcdir/tests/tools/tree" --check "$abs_srcdir"
