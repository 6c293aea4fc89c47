#!/bin/sh
# renew - UPDATE_EXPECTED=1 brings every kind of expected file back, byte for byte. On a copy of the
# sources one file of each kind is damaged: its test sees that, takes what comes out over when it is
# told to, and then finds nothing to say.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
tree=$work/tree
mkdir -p "$tree/data" || exit 99
cp -R "$abs_srcdir/README.md" "$abs_srcdir/po" "$abs_srcdir/src" "$abs_srcdir/tests" "$tree/" &&
	cp -R "$abs_srcdir/data/sample" "$tree/data/" || exit 99
chmod -R u+w "$tree"
unset UPDATE_EXPECTED

fail() {
	echo "renew: $*"
	tail -n 20 "$work/log"
	exit 1
}

# in_copy TEST: runs a test on the copy, with the program of this build.
in_copy() {
	abs_srcdir=$tree sh "$tree/$1" >"$work/log" 2>&1 </dev/null
}

# one_kind FILE TEST DAMAGE: what sed does to the file
one_kind() {
	cp "$tree/$1" "$work/whole" || exit 99
	sed "$3" "$work/whole" >"$tree/$1"
	! cmp -s "$work/whole" "$tree/$1" || fail "$1 was not damaged by $3"
	! in_copy "$2" || fail "$2 does not see the damage done to $1"
	UPDATE_EXPECTED=1 in_copy "$2" || fail "$2 fails where it is to renew $1"
	cmp "$work/whole" "$tree/$1" || fail "UPDATE_EXPECTED=1 does not bring $1 back"
	in_copy "$2" || fail "$2 fails after renewing $1"
	diff -r "$abs_srcdir/tests" "$tree/tests" >"$work/log" || fail "$2 writes other files, too"
}

last_line='$d'
one_kind tests/cli/expected/completion.txt tests/cli/completion.sh "$last_line"
one_kind tests/ui/expected/first-ja.screen tests/ui/first_start_test.sh 3d
one_kind data/sample/units.csv tests/tools/sample_same.sh 2d
one_kind po/ja.po tests/tools/update_po.sh '3s/$/\n/'
one_kind src/README.md tests/tools/tree_test.sh "$last_line"
one_kind README.md tests/tools/screens_test.sh '/^[┌│]/{n;d}'

# a folder of another kind needs its line above
others=$(cd "$abs_srcdir" && find tests -name expected ! -path tests/cli/expected ! -path tests/ui/expected)
[ -z "$others" ] || { echo "renew: nothing proves that UPDATE_EXPECTED=1 renews $others"; exit 1; }
