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
charts=0
# check WORD...: one table on paper, as text and as CSV. Columns that files do not have, such as a name with
# its circled digit, are looked for in the text.
check() {
	make "$@"
	u "$@" --format text --lang ja >table.txt
	if ! "$URANIWA" -f "$demo" --fy R7 "$@" --lang ja --force -o paper.pdf >log 2>&1 </dev/null; then
		# a name that no font here can write is refused, not left out
		grep -q 'fonts-' log || fail "$*: $(cat log)"
		return
	fi
	pdftotext -bbox paper.pdf words.html
	awk -v rest=rest -f "$cli_tests/paper_cells.awk" columns table.cells table.txt words.html >found ||
		fail "$*: $(cat found)"
	compared=$((compared + $(cat found)))
	headings_of "$@" >headings
	[ -s headings ] || return 0
	# the chart has the names of its rows and series, and their figures but for targets, which are lines; a
	# long name may end with …
	awk -F '\t' 'FILENAME == "headings" { at[++count] = $0; next }
		$1 == 1 { for (h = 1; h <= count; h++) if (at[h] == $4) column[h] = $2; next }
		{ for (h = 1; h <= count; h++) if (column[h] == $2 && at[h] !~ /^目標/ && $3 != "code") print $1 "\t" h "\t" $4 }' headings table.cells |
		awk -F '\t' -v last="$(grep -q '^"total": null' table.json || tail -n 1 table.cells | cut -f 1)" '
			$1 != last { gsub(/[ \t]|　/, "", $3); print ($2 == 1 ? "name" : "figure") "\t" $3 }' >wanted
	sed 's/^/name\t/; s/ //g' headings | sed 1d >>wanted
	awk -F '\t' 'FILENAME == "rest" { word[++count] = $0; whole = whole $0; next }
		$1 == "name" && !index(whole, $2) {
			for (w = 1; w <= count; w++) said[word[w]]
			for (w = 1; w <= count; w++) # in two lines, or cut
				if (index($2, word[w]) == 1 && substr($2, length(word[w]) + 1) in said ||
					word[w] ~ /…$/ && index($2, substr(word[w], 1, length(word[w]) - length("…"))) == 1) next
			print $2
		}
		$1 == "figure" {
			bare = whole; gsub(/,/, "", bare); gsub(/△/, "-", bare)
			if (!index(bare, $2)) print $2
		}' rest wanted >absent
	[ ! -s absent ] || fail "$*: the chart lacks $(head -3 absent | tr '\n' ' ')"
	charts=$((charts + 1))
}

each check
# a text that is longer than a page goes on over the next
long=$(awk 'BEGIN { for (i = 1; i <= 900; i++) printf "第%d項を確かめる。", i }')
u --user office edit R7-0003 --set current_issue="$long" >/dev/null
check list number:R7-0003,R7-0004 --columns number,title,current_issue,hours
[ "$(pdfinfo paper.pdf | sed -n 's/^Pages: *//p')" -gt 2 ] || fail 'a long text on one page'
echo "$compared cells, $charts charts"
[ "$charts" -ge 5 ] && [ "$compared" -gt 4000 ] || fail 'hardly anything was compared'
