#!/bin/sh
# Workbooks hold what the other files hold: every cell of every table beside CSV; the names and figures
# of charts beside the rows. The workbook is read back as what it is, XML in a zip.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v unzip >/dev/null || exit 77
. "$cli_tests/cells.sh"

if ! "$URANIWA" -f "$demo" table goal -o goal.xlsx >log 2>&1 </dev/null; then
	grep -q xlsx log || fail "no word on xlsx: $(cat log)"
	exit 77
fi

# A cell a line: row, column, s (text) or n (number), what it holds; line breaks as \n.
cat >book.awk <<'AWK'
function plain(text) {
	gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text)
	gsub(/&amp;/, "\\&", text); gsub(/\n/, "\\n", text)
	return text
}
BEGIN { RS = "<" }
{ tag = $0; sub(/>.*/, "", tag); text = $0; sub(/^[^>]*>/, "", text) }
FNR == NR {
	if (tag == "si") words[++last] = ""
	if (tag ~ /^t( |$)/) words[last] = words[last] plain(text)
	next
}
tag ~ /^row / { row++; column = 0 }
tag ~ /^c / {
	match(tag, /r="[A-Z]+/)
	letters = substr(tag, RSTART + 3, RLENGTH - 3)
	column = 0
	for (i = 1; i <= length(letters); i++)
		column = column * 26 + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(letters, i, 1))
	is_text = tag ~ /t="s"/
}
tag == "v" { print row "\t" column "\t" (is_text ? "s" : "n") "\t" (is_text ? words[text + 1] : text) }
AWK

# The same of a CSV file as a workbook has it: percents are parts of 1, days and months those since the
# last of 1899, and 0.50 is 0.5, to the digit: what is no decimal of fifteen digits shows itself.
cat >as_book.awk <<'AWK'
function days(text,   year, month) {
	year = substr(text, 1, 4); month = substr(text, 6, 2) + 0
	if (month <= 2) { year--; month += 12 }
	return 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month - 457) / 5) + \
		(length(text) > 7 ? substr(text, 9, 2) : 1) - 693900
}
BEGIN { FS = OFS = "\t" }
$3 == "date" { $4 = days($4) }
$3 == "percent" { $4 = $4 / 100 }
$3 !~ /^(text|code)$/ { $4 = sprintf("%.15g", $4) }
{ print $1, $2, ($3 ~ /^(text|code)$/ ? "s" : "n"), $4 }
AWK

# What a chart holds, read from the cells that it refers to: a line a series (number, name), a point of its
# names (cat) and of its figures (val).
cat >chart.awk <<'AWK'
BEGIN { RS = "<" }
{ tag = $0; sub(/[ \/>].*/, "", tag); text = $0; sub(/^[^>]*>/, "", text) }
tag == "c:ser" { series++ }
tag ~ /^c:(tx|cat|val)$/ { kind = substr(tag, 3) }
tag == "c:numRef" && kind == "cat" { print series "\tcat\ta figure names the row" }
tag == "c:pt" { point = 1 }
series && point && tag == "c:v" {
	gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&amp;/, "\\&", text); gsub(/\n/, "\\n", text)
	print series "\t" kind "\t" text
	point = 0
}
AWK

# The cells of a column of the workbook by its heading; of the rows above the total, which is the last.
column_of() {
	grep -q '^"total": null' table.json && totals=0 || totals=1
	awk -F '\t' -v name="$1" -v totals="$totals" '$1 == 1 && $4 == name { column = $2 }
		$1 > 1 { if ($2 == column) cell[$1] = $4; last = $1 }
		END { for (r = 2; r <= last - totals; r++) if (r in cell) print cell[r] }' cells
}

compared=0
charts=0
# check WORD...: one table in all three formats.
check() {
	make "$@"
	rm -f book.xlsx chart.xml
	u "$@" --lang ja -o book.xlsx
	unzip -p book.xlsx xl/sharedStrings.xml >words.xml
	unzip -p book.xlsx xl/worksheets/sheet1.xml >sheet.xml
	awk -f book.awk words.xml sheet.xml >cells
	awk -f as_book.awk table.cells >expected
	same expected cells
	compared=$((compared + $(wc -l <cells)))
	if ! unzip -p book.xlsx xl/charts/chart1.xml >chart.xml 2>log; then
		[ -z "$(headings_of "$@")" ] || fail "$*: no chart"
		return
	fi
	charts=$((charts + 1))
	awk -f chart.awk chart.xml >chart_found
	headings_of "$@" >headings
	[ -s headings ] || fail "$*: a chart that nobody asked for: $(head -3 chart_found)"
	{
		read -r label
		series=0
		while read -r heading; do
			series=$((series + 1))
			printf '%d\ttx\t%s\n' $series "$heading"
			column_of "$label" | sed "s/^/$series\tcat\t/"
			column_of "$heading" | sed "s/^/$series\tval\t/"
		done
	} <headings >chart_expected
	same chart_expected chart_found
}

each check
echo "$compared cells, $charts charts"
[ "$compared" -gt 1000 ] && [ "$charts" -eq "$(wc -l <charts)" ] ||
	fail 'hardly anything was compared, or charts are missing'
