#!/bin/sh
# sample_same - the committed files of 見本県 are, byte for byte, what the generator writes.
set -eu
sample=$abs_srcdir/data/sample
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT

"$abs_builddir/data/sample/generate" "$sample/words" "$fresh"
for name in units people leaders projects effects; do
	cmp "$sample/$name.csv" "$fresh/$name.csv" || {
		echo "$name.csv differs: run 'make sample' and commit what it writes" >&2
		exit 1
	}
done
