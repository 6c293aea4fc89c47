#!/bin/sh
# Papers hold what the other files hold: every cell of every table beside CSV, in its row and under its
# heading, nothing off the page and nothing cut. The paper is read back word by word, wherever they stand:
# which fonts there are does not matter.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v pdftotext >/dev/null || exit 77
. "$cli_tests/cells.sh"

if ! "$URANIWA" -f "$demo" table goal -o goal.pdf >log 2>&1 </dev/null; then
	grep -q 'pdf\|fonts' log || fail "no word on pdf: $(cat log)"
	exit 77
fi

compared=0
# check WORD...: one table on paper, as text and as CSV. Columns that files do not have, such as a name with
# its circled digit, are looked for in the text.
check() {
	make "$@"
	u "$@" --format text --lang ja >table.txt
	u "$@" --lang ja --force -o paper.pdf
	pdftotext -bbox paper.pdf words.html
	awk -f "$cli_tests/paper_cells.awk" columns table.cells table.txt words.html >found ||
		fail "$*: $(cat found)"
	compared=$((compared + $(cat found)))
}

each check
# a text that is longer than a page goes on over the next
long=$(awk 'BEGIN { for (i = 1; i <= 900; i++) printf "第%d項を確かめる。", i }')
u --user office edit R7-0003 --set current_issue="$long" >/dev/null
check list number:R7-0003,R7-0004 --columns number,title,current_issue,hours
[ "$(pdfinfo paper.pdf | sed -n 's/^Pages: *//p')" -gt 2 ] || fail 'a long text on one page'
echo "$compared cells"
[ "$compared" -gt 10000 ] || fail 'hardly anything was compared'
