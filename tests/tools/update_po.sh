#!/bin/sh
# update_po - make update-po leaves the catalogue of an unchanged tree as it is, byte for byte, and
# brings one whose messages stand in another order, or are wrapped, back to that. Works on copies.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
cd "$abs_builddir" || exit 99
catalogue=$abs_srcdir/po/ja.po

if [ "${UPDATE_EXPECTED-}" ]; then
	${MAKE-make} -s update-po po_folder="$abs_srcdir/po"
	exit
fi

fail() {
	echo "update_po: $*"
	exit 1
}

# bring_up WHAT: runs it on $work/ja.po, which must then be the catalogue of the tree.
bring_up() {
	${MAKE-make} -s update-po po_folder="$work" >"$work/log" 2>&1 || { cat "$work/log"; fail "$1: make update-po fails"; }
	diff -u "$catalogue" "$work/ja.po" || fail "$1: make update-po changes po/ja.po; run it and commit what it writes"
}

cp "$catalogue" "$work/ja.po" || exit 99
chmod u+w "$work/ja.po"
bring_up 'an unchanged tree'

# the head first, the other messages from the last to the first
awk 'BEGIN { RS = ""; ORS = "\n\n" } NR == 1 { print } NR > 1 { entry[NR] = $0 }
	END { for (i = NR; i > 1; i--) print entry[i] }' "$catalogue" >"$work/ja.po"
! cmp -s "$catalogue" "$work/ja.po" || fail 'the messages could not be put into another order'
bring_up 'another order'

msgcat --width=60 --sort-output -o "$work/ja.po" "$catalogue" || exit 99
! cmp -s "$catalogue" "$work/ja.po" || fail 'the messages could not be wrapped'
bring_up 'wrapped lines'

# what this test looks for is seen: a message that is no longer in the sources does not stay as it is
printf '\nmsgid "nobody says this %d"\nmsgstr "誰も言わない %d"\n' 1 1 >>"$work/ja.po"
cp "$work/ja.po" "$work/before"
${MAKE-make} -s update-po po_folder="$work" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
! cmp -s "$work/before" "$work/ja.po" || fail 'a message that nobody says stays'
