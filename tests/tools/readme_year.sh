#!/bin/sh
# readme_year - the second chapter of the README can be done as it stands: every command of the year
# ends well, in order, on an empty database.
set -u
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin" "$work/home"
ln -s "$URANIWA" "$work/bin/uraniwa" || exit 99
awk '/^## 一年の流れ/ { on = 1 }
	on && /^```sh/ { code = 1; next }
	on && /^```/ { exit }
	code' "$abs_srcdir/README.md" |
	sed "s|/tmp/mihon.db|'$work/mihon.db'|" >"$work/year.sh"
[ "$(grep -c '^uraniwa' "$work/year.sh")" -gt 15 ] || { echo 'the chapter is gone'; exit 1; }
cd "$abs_srcdir" || exit 99
HOME=$work/home PATH=$work/bin:$PATH sh -eu "$work/year.sh" >"$work/out" 2>&1 && exit 0
tail -n 20 "$work/out"
exit 1
