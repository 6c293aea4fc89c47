#!/bin/sh
# sample_same - the committed files of 見本県 are, byte for byte, what the generator writes.
set -eu
sample=$abs_srcdir/data/sample
fresh=$(mktemp -d)
trap "rm -rf '$fresh'" EXIT

[ -z "${UPDATE_EXPECTED-}" ] || fresh=$sample
"$abs_builddir/data/sample/generate" "$sample/words" "$fresh"
for name in units people leaders projects effects training targets; do
	cmp "$sample/$name.csv" "$fresh/$name.csv" || {
		echo "$name.csv differs: run 'make sample' and commit what it writes" >&2
		exit 1
	}
done
# What was published stands in the sample as it was published.
cmp "$sample/indicators.csv" "$abs_srcdir/tests/golden/oita-indicators.csv"
cmp "$sample/genai-usage.csv" "$abs_srcdir/tests/golden/oita-genai-usage-2025.csv"
