#!/bin/sh
# sample_roundtrip - what the demo exports is what it was made from, byte for byte but for the line
# ends: nothing of 見本県 is lost or changed on the way through the database.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work"

"$URANIWA" demo --reset </dev/null >"$work/demo"
for name in units people leaders projects effects; do
	"$URANIWA" -f "$work/uraniwa/demo.db" --user office export "$name" --encoding utf-8 \
		-o "$work/$name.csv"
	tr -d '\r' <"$work/$name.csv" | cmp - "$abs_srcdir/data/sample/$name.csv"
done
