#!/bin/sh
# Where results go: files that appear whole, a full disk, a reader that stops, formats by name.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
quietly -f a.db import projects "$sheets/office.csv"

note 'formats by the name of the file'
for file in t.csv t.json t.txt; do
	uraniwa -f a.db --fy R7 table problem-types -o $file
	cat "$file" >>"$transcript"
done
uraniwa -f a.db --fy R7 table problem-types --format json -o t.csv --force
head -c 1 t.csv >>"$transcript"
echo >>"$transcript"

note 'machine formats do not depend on the language of messages'
quietly demo
for words in 'list' 'table departments' 'table trend' 'table problem-types' 'rollup --rows status' \
	'rollup --rows half-year,start-month' 'rollup --rows leader' 'rollup --rows replicable' \
	'rollup --rows any-tool --cols fiscal-year' 'export projects' 'export effects' 'export units'; do
	for format in csv json; do
		for LANGUAGE in ja en; do
			# shellcheck disable=SC2086
			"$URANIWA" -f "$HOME/.local/share/uraniwa/demo.db" --fy R7 $words \
				--format $format >$LANGUAGE </dev/null || fail "$words"
		done
		same ja en
	done
done

note 'nowhere to write'
LANGUAGE=en
export LANGUAGE
uraniwa -f a.db table problem-types -o missing/t.csv
uraniwa -f a.db export units -o missing/t.csv
mkdir folder
uraniwa -f a.db table problem-types -o folder
uraniwa -f a.db table problem-types -o /dev/full
if [ -w /dev/full ]; then
	for words in list 'show R7-1' 'explain R7-1' 'export projects' 'table' 'table matrix' help \
		--version history check 'import projects answer.csv --dry-run'; do
		cp "$sheets/answer.csv" .
		# shellcheck disable=SC2086
		"$URANIWA" -f a.db --fy R7 $words >/dev/full 2>err </dev/null
		status=$?
		[ "$status" -eq 1 ] || fail "$words > /dev/full: status $status"
		grep -q 'No space left' err || fail "$words > /dev/full: $(cat err)"
	done
fi
for file in *.part; do
	[ -e "$file" ] && fail "half a file was left: $file"
done

note 'a reader that stops is no error'
"$URANIWA" -f a.db export projects </dev/null 2>err | head -1 >/dev/null
[ -s err ] && fail "$(cat err)"

note 'a terminal that takes two cells for ①'
uraniwa -f a.db --ambiguous 2 table problem-types
note 'CP932'
uraniwa -f a.db --lang ja export units --encoding cp932 -o sjis.csv
iconv -f cp932 -t utf-8 sjis.csv >>"$transcript"
uraniwa -f a.db --lang ja list --format csv
uraniwa -f a.db --lang en list --format json --limit 1
uraniwa -f a.db list --sort -hours,title --columns title,hours,tools --limit 2
finish
