#!/bin/sh
# manual - the manual pages in both languages: every command has its place, every action its keys,
# and no text was taken for a macro of troff.
set -u
cd "$abs_builddir" || exit 99
fail() {
	echo "manual: $*" >&2
	status=1
}
status=0
for page in data/man/uraniwa.1 data/man/uraniwa.5 data/man/ja/uraniwa.1 data/man/ja/uraniwa.5; do
	strange=$(grep "^[.']" "$page" | grep -vE '^\.(\\"|TH|SH|SS|PP|TP|RS|RE|nf|fi|nh|ad|if) ?')
	[ -z "$strange" ] || fail "$page: $strange"
done
for command in $("$URANIWA" help nosuch 2>&1 | sed -n '1s/.*: //p'); do
	for page in data/man/uraniwa.1 data/man/ja/uraniwa.1; do
		grep -q "^\.SS \"uraniwa $command[ \"]" "$page" || fail "$page: no command $command"
	done
done
grep -q '^.fBkey\.new = n.fR' data/man/uraniwa.5 || fail 'uraniwa(5): no action "new"'
grep -q '^.fBtitle.fR' data/man/uraniwa.5 || fail 'uraniwa(5): no column "title"'
grep -q '取組' data/man/ja/uraniwa.1 || fail 'ja/uraniwa.1: not in Japanese'
exit $status
