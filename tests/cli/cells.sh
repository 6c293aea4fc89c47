# cells.sh - what the tests of workbooks and of papers share: every table that there is, and its cells
# as CSV has them. Sourced after lib.sh.

"$URANIWA" demo >two-tables </dev/null || fail 'demo'
demo=$HOME/.local/share/uraniwa/demo.db
u() {
	"$URANIWA" -f "$demo" --fy R7 "$@" </dev/null || fail "$*"
}

# A cell a line: row, column, type of the column, text; line breaks as \n. The columns of scope and notes are left out.
cat >csv.awk <<'AWK'
function put(text) {
	gsub(/\n/, "\\n", text)
	column++
	if (row == 1) type[column] = text ~ /^(備考$|範囲：)/ ? "note" : text in of ? of[text] : "text"
	if (type[column] != "note" && text != "") print row "\t" column "\t" (row == 1 ? "text" : type[column]) "\t" text
}
BEGIN {
	while ((getline line < columns) > 0) { split(line, part, "\t"); of[part[1]] = part[2] }
	RS = "\r\n"
}
{
	row = FNR; column = 0; rest = $0
	while (1) {
		if (substr(rest, 1, 1) == "\"") {
			text = ""; rest = substr(rest, 2)
			while ((at = index(rest, "\"")) > 0) {
				text = text substr(rest, 1, at - 1); rest = substr(rest, at + 1)
				if (substr(rest, 1, 1) != "\"") break
				text = text "\""; rest = substr(rest, 2)
			}
			put(text)
		} else {
			at = match(rest, /,/) ? RSTART : length(rest) + 1
			put(substr(rest, 1, at - 1)); rest = substr(rest, at)
		}
		if (rest == "") break
		rest = substr(rest, 2)
	}
}
AWK

# make WORD...: a table as JSON (table.json), its columns (heading, type) and its cells (table.cells).
make() {
	u "$@" --format json --lang ja >table.json
	sed -n 's/^"columns": //p' table.json | sed 's/}, *{/}\n{/g' |
		sed -n 's/.*"label": "\([^"]*\)", "type": "\([^"]*\)".*/\1\t\2/p' >columns
	cut -f 2 columns >>types
	u "$@" --format csv --lang ja | sed '1s/^\xef\xbb\xbf//' >table.csv
	awk -v columns=columns -f csv.awk table.csv >table.cells
}

# Which chart tells which table: the heading of the names, then those of the figures. What is not here has none.
cat >charts <<'LIST'
table problem-types|課題類型|削減時間（時間）
table ict-tools|ICTツール|削減時間（時間）
table departments|部局|削減時間（時間）
table trend|年度|削減時間（時間）|目標（時間）
table realisation|部局|見込（時間）|中間見込（時間）|実績（時間）
table destinations|使途|削減時間（時間）
table headroom --filter 部局:会計|取組名|現在（時間）|余地（時間）
table goal|年度|フロー: 新規分（時間）|ストック: 過年度分を含む（時間）|目標（時間）
table goal --snapshot 中間|年度|フロー: 新規分（時間）|ストック: 過年度分を含む（時間）|目標（時間）
table problem-types --snapshot 中間|課題類型|削減時間（時間）
table training|研修|対象者（人）|受講（人）
table review --unit 02|所属|見込（時間）|実績（時間）|目標（時間）
rollup --rows problem-type --measure share|課題類型|時間比（%）
rollup --rows fiscal-year --measure hours,realisation --stage actual|年度|削減時間（時間）
rollup --rows start-month --measure projects,hours,change|運用開始月|削減時間（時間）
LIST

# headings_of WORD...: the headings of a chart, a line each: that of the names first. None without a chart.
headings_of() {
	awk -v words="$*" 'BEGIN { FS = "|" } $1 == words { for (i = 2; i <= NF; i++) print $i }' charts
}

# each FUNCTION: every table that the program knows, and some of the kinds that nobody named.
each() {
	"$URANIWA" table --lang ja </dev/null | sed -n 's/^\([a-z][a-z-]*\)  .*/\1/p' >tables
	[ "$(wc -l <tables)" -ge 20 ] || fail "the list of tables: $(cat tables)"
	while read -r name; do
		"$1" table "$name"
	done <tables
	u --user office snapshot freeze 中間 >log 2>&1
	"$1" table goal --snapshot 中間
	"$1" table problem-types --snapshot 中間
	"$1" table review --unit 02
	"$1" table coverage --unit 0203
	"$1" table realisation --rows project --filter 部局:福祉
	"$1" table headroom --filter 部局:会計
	"$1" table trend --rows problem-type
	"$1" rollup --rows section --measure projects,teams,hours,person-years,minutes,cost,labour-value,share,change
	"$1" rollup --rows problem-type --cols tool --measure projects,hours
	"$1" rollup --rows problem-type --measure share
	"$1" rollup --rows department --cols problem-type
	"$1" rollup --rows department,section --cols half-year --measure projects,hours,share
	"$1" rollup --rows fiscal-year --measure hours,realisation --stage actual
	"$1" rollup --rows start-month --measure projects,hours,change
	"$1" list 部局:会計 --columns number,title,section,current_issue,approach,started_on,operating_from,hours
	for type in text code count minutes hours person_years yen percent date figure; do
		grep -qx "$type" types || fail "no column of type $type was compared"
	done
}
