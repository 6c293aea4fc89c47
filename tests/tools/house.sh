#!/bin/sh
# house - measures how the house is built, and fails when it is built worse than was agreed:
#
#   circles   files that need one another, from the symbols of the object files: none
#   floors    of src/ui: the longest way down from a file through those that it needs
#   shared    statics whose name stands in three files or more: "break NAME" would be a guess
#   once      statics called in one place only, of all statics
#   numbered  parameters of SQL that are told apart by counting
#   lines     of code for each precondition that is asserted
#
#   house.sh [SOURCE_DIR [BUILD_DIR]]   default: $abs_srcdir, $abs_builddir
set -eu
export LC_ALL=C
top=$(cd "${1:-${abs_srcdir:-.}}" && pwd)
build=${2:-${abs_builddir:-.}}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# judge NAME FIGURE MOST
judge() {
	if [ "$2" -le "$3" ]; then
		printf '%-10s %5d   (at most %d)\n' "$1" "$2" "$3"
	else
		printf '%-10s %5d   more than %d\n' "$1" "$2" "$3"
		failed=1
	fi
}

# Which object file needs which: "A B" where A leaves a symbol undefined that B defines.
needs() {
	(cd "$build/src" && find . -name '*.o' | sort | while read -r object; do
		[ ! -f "$top/src/${object%.o}.c" ] || echo "$object" # not of a file that is gone
	done | xargs nm -A) | awk '
		{ sub(/^\.\//, ""); file = $1; sub(/\.o:.*/, "", file) }
		$(NF - 1) ~ /^[TDRBC]$/ { home[$NF] = file }
		$(NF - 1) == "U" { wanted[file, $NF] = 1 }
		END {
			for (key in wanted) {
				split(key, part, SUBSEP)
				if (part[2] in home && home[part[2]] != part[1]) print part[1], home[part[2]]
			}
		}' | sort -u
}

needs >"$work/needs"
[ "$(wc -l <"$work/needs")" -gt 500 ] || { echo "no object files below $build/src"; exit 1; }
tsort "$work/needs" >"$work/order" 2>"$work/loops" || true
judge circles "$(grep -c 'contains a loop' "$work/loops" || true)" 0
[ ! -s "$work/loops" ] || cat "$work/loops"

# From the bottom up, in the order of tsort turned round.
tac "$work/order" | awk -v needs="$work/needs" '
	BEGIN { while ((getline line < needs) > 0) { split(line, pair, " "); if (line ~ /^ui.* ui/) below[pair[1]] = below[pair[1]] " " pair[2] } }
	/^ui/ {
		floor[$1] = 1
		count = split(below[$1], names, " ")
		for (i = 1; i <= count; i++)
			if (floor[names[i]] >= floor[$1]) { floor[$1] = floor[names[i]] + 1; under[$1] = names[i] }
		if (floor[$1] > most) { most = floor[$1]; highest = $1 }
	}
	END { print most + 0; for (name = highest; name; name = under[name]) printf "%s ", name; print "" }' >"$work/floors"
judge floors "$(head -n 1 "$work/floors")" 10
[ "$(head -n 1 "$work/floors")" -le 10 ] || tail -n 1 "$work/floors"

find "$top/src" -name '*.c' | sort | xargs awk -f "$top/tests/tools/statics.awk" >"$work/statics"
awk '{ files[$2]++ } END { for (name in files) if (files[name] > 2) { shared += files[name]; print files[name], name }
	print shared + 0, "" }' "$work/statics" | sort -rn >"$work/shared"
judge shared "$(awk 'NF == 1 { print $1 }' "$work/shared")" 49
awk '{ all++; once += $3 == 1 } END { printf "%d\n", once * 100 / all }' "$work/statics" >"$work/once"
judge once "$(cat "$work/once")" 34

judge numbered "$(find "$top/src" -name '*.[ch]' | xargs grep -nE '\?[1-9][0-9]' | wc -l)" 0

sources=$(find "$top/src" -name '*.c')
lines=$(cat $sources | wc -l)
asserts=$(cat $sources | grep -c '\bassert(')
judge lines "$((lines / asserts))" 500
exit "$failed"
