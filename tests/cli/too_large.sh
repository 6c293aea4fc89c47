#!/bin/sh
# Hours and yen that cannot be: no way in takes them. Where another program has written them all the same,
# counting goes on without those projects, and every table that would have them names them, in every format;
# check calls them faults and goes through all the rest; what is frozen keeps the note.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77

small_body a.db
u() {
	"$URANIWA" --fy R7 --lang ja "$@" </dev/null
}
for i in 1 2 3 4 5 6; do
	u -f a.db add --team T111 --title "取組$i" --problem-type 1 --tool kintone --set leader=佐藤 \
		--set "work=業務$((i / 2))" --effect "stage=estimate,direct_hours=$i" >/dev/null || fail "add $i"
	u -f a.db move "R7-000$i" submitted 2>log || fail "move $i: $(cat log)"
done

u -f a.db import indicators "$abs_srcdir/tests/golden/oita-indicators.csv" 2>log || fail "$(cat log)"

# ---- no way in ------------------------------------------------------------------------------------
refused() {
	u -f a.db "$@" >out 2>err && fail "taken: $*"
	grep -q '1,000,000,000\|大きすぎ' err || fail "no reason is given for $*: $(cat err)"
}
refused add --team T111 --title 巨大 --effect 'stage=estimate,direct_hours=1000000001'
refused edit R7-0001 --effect 'stage=estimate,direct_hours=99999999999999999'
refused edit R7-0001 --effect 'stage=estimate,before_minutes=1000,before_cases=1000000000,period=day'
refused edit R7-0001 --effect 'stage=estimate,direct_hours=999999999' --effect 'stage=estimate,direct_hours=1'
refused edit R7-0001 --set implementation_cost_yen=1000000000001
refused edit R7-0001 --set running_cost_yen=9000000000000000000
cat >hours.csv <<'CSV'
年度,班コード,取組名,課題類型,削減時間
R7,T111,巨大,1,1000000001
CSV
refused import projects hours.csv
cat >lines.csv <<'CSV'
project_number,line,stage,direct_hours
R7-0001,1,estimate,1000000001
CSV
refused import effects lines.csv
u -f a.db edit R7-0001 --set implementation_cost_yen=1000000000000 >/dev/null 2>err || fail "$(cat err)"
u -f a.db edit R7-0001 --set implementation_cost_yen= >/dev/null 2>err || fail "$(cat err)"


# the whole is judged, not what is on the way to it, and not by the order of the lines
for order in '1000000000 443:29 -483:39' '443:29 -483:39 1000000000' '-483:39 1000000000 443:29'; do
	cp a.db whole.db
	set --
	for hours in $order; do
		set -- "$@" --effect "line=$(($# / 2 + 1)),stage=estimate,direct_hours=$hours"
	done
	u -f whole.db edit R7-0001 "$@" >/dev/null 2>err || fail "$order: $(cat err)"
	u -f whole.db rollup --rows team --measure minutes --format csv >out || fail "$order: rollup"
	# 60,000,000,000 + 26,609 - 29,019 minutes and the 20 hours of the others
	grep -q '^total.*,59999998790,' out || fail "$order: $(cat out)"
	u -f whole.db check >out 2>err || fail "$order: check: $(cat out)"
done

# lines of a file that come to more in all: the row is rejected, the good ones of other projects are taken
cat >sums.csv <<'CSV'
project_number,line,stage,direct_hours
R7-0002,1,estimate,20
R7-0003,1,estimate,1000000000
R7-0003,2,estimate,1
R7-0004,1,estimate,40
CSV
refused import effects sums.csv
grep -q 'sums.csv:3:' err || fail "the row is not named: $(cat err)"
cp a.db some.db
u -f some.db import effects sums.csv --skip-bad >out 2>err || fail "skip-bad: $(cat out err)"
for hours in 'R7-0002 20' 'R7-0003 3' 'R7-0004 40'; do
	u -f some.db list "number:${hours% *}" --columns number,hours --format csv --encoding utf-8 |
		grep -q "^${hours% *},${hours#* }" || fail "skip-bad: $hours"
done

# ---- written by another program -------------------------------------------------------------------
huge=1200000000000000000
tables=$(u -f a.db table none 2>&1 | sed -n 's/.*: \(problem-types .*\)/\1/p')
[ "$(echo "$tables" | wc -w)" -ge 19 ] || fail "the list of tables: $tables"

# spoil NAME SQL: a copy of the database with that done to it.
spoil() {
	cp a.db "$1.db"
	sqlite3 "$1.db" "$2" || fail "$1"
}
held='UPDATE project SET estimate_in_year = (SELECT sum(saved_in_year) FROM effect_line AS e
	WHERE e.project_id = project.id), estimate_full_year = (SELECT sum(saved_full_year)
	FROM effect_line AS e WHERE e.project_id = project.id) WHERE number IN (2, 3);'
# fourteen lines of two projects of one leader: what each comes to fits in 64 bits, both together do not
spoil lines "WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 8)
	INSERT INTO effect_line (project_id, line, stage, kind, period, periods_in_year, periods_full_year,
		direct_in_year, direct_full_year, saved_in_year, saved_full_year)
	SELECT p.id, n.i, 'estimate', 'direct', 'year', 1, 1, $huge, $huge, $huge, $huge
	FROM project AS p, n WHERE p.number IN (2, 3); $held"
spoil negative "UPDATE effect_line SET direct_in_year = -9223372036854775807 - 1, saved_in_year = -9223372036854775807 - 1
	WHERE project_id IN (SELECT id FROM project WHERE number IN (2, 3)); $held"
spoil only-lines "UPDATE effect_line SET saved_full_year = $huge
	WHERE project_id IN (SELECT id FROM project WHERE number IN (2, 3))"
spoil only-held "UPDATE project SET actual_full_year = 9223372036854775807 WHERE number IN (2, 3)"
spoil cost "UPDATE project SET implementation_cost = 9223372036854775807, running_cost = 9223372036854775807
	WHERE number IN (2, 3)"

formats='text csv json'
u -f a.db table goal -o goal.xlsx 2>/dev/null && command -v unzip >/dev/null && formats="$formats xlsx"
u -f a.db table goal -o goal.pdf 2>/dev/null && command -v pdftotext >/dev/null && formats="$formats pdf"

# says TABLE FORMAT: what is read in that file, without the breaks between lines.
says() {
	case $2 in
	xlsx) unzip -p "$1.$2" xl/sharedStrings.xml ;;
	pdf) pdftotext -raw "$1.$2" - ;;
	*) cat "$1.$2" ;;
	esac | tr -d ' \n'
}
for name in lines negative only-lines only-held cost; do
	for table in $tables; do
		for format in $formats; do
			[ "$name" = lines ] || [ "$format" = csv ] || continue
			rm -f "$table.$format"
			u -f "$name.db" table "$table" --format "$format" -o "$table.$format" 2>err ||
				fail "$name: $table in $format: $(cat err)"
			case $table in
			coverage | reminders | training) continue ;; # they leave nobody out
			esac
			says "$table" "$format" | grep -q 'R7-0002.*R7-0003' ||
				fail "$name: $table in $format names nobody"
		done
	done
	# what is left: 1 + 4 + 5 + 6 hours of four projects; their team has registered
	u -f "$name.db" rollup --rows leader --measure projects,minutes,cost,labour-value,change --format csv --encoding utf-8 >out 2>err ||
		fail "$name: rollup: $(cat err)"
	grep -q '^S11,福祉課,佐藤,4,960,' out || fail "$name: $(cat out)"
	u -f "$name.db" table coverage --format csv >out || fail "$name: coverage"
	grep 'T111' out | grep -q ',6,' || fail "$name: the team has not registered: $(cat out)"
	u -f "$name.db" explain coverage >out || fail "$name: explain coverage"
	[ "$(grep -c '^    R7-000' out)" -eq 6 ] || fail "$name: not the six that are registered: $(cat out)"
	# check names both and goes through every table, all of which tie
	u -f "$name.db" check >out 2>err && fail "$name: check is content"
	for number in R7-0002 R7-0003; do
		grep '^異常' out | grep -q "$number: " || fail "$name: check does not name $number: $(cat out)"
	done
	[ "$(grep -c '^正常.*検算が合います' out)" -eq "$(echo "$tables" | wc -w)" ] ||
		fail "$name: check of the tables: $(cat out)"
	# frozen with its note, and sound
	u -f "$name.db" snapshot freeze 年度末 2>err || fail "$name: freeze: $(cat err)"
	u -f "$name.db" table problem-types --snapshot 年度末 >out 2>err || fail "$name: frozen: $(cat err)"
	tr -d ' \n' <out | grep -q 'R7-0002.*R7-0003' || fail "$name: the frozen table: $(cat out)"
	u -f "$name.db" explain coverage --snapshot 年度末 >out || fail "$name: explain coverage, frozen"
	[ "$(grep -c '^    R7-000' out)" -eq 6 ] || fail "$name: frozen, not the six that are registered: $(cat out)"
	u -f "$name.db" snapshot diff 年度末 >out 2>err || fail "$name: diff: $(cat err)"
	# every project can be looked at, the list counts what the figure counts
	u -f "$name.db" show R7-0002 >out 2>err || fail "$name: show: $(cat err)"
	u -f "$name.db" explain problem-types >out 2>err || fail "$name: explain: $(cat err)"
	u -f "$name.db" list counted:yes --format csv >out 2>err || fail "$name: list: $(cat err)"
done
# once mended, all of it counts again
u -f cost.db edit R7-0002 --set implementation_cost_yen= --set running_cost_yen= >/dev/null 2>err || fail "$(cat err)"
u -f cost.db table problem-types >out
tr -d ' \n' <out | grep -q 'R7-0002' && fail "it is still left out: $(cat out)"
grep -q 'R7-0003' out || fail "the other one counts, too: $(cat out)"

# a part of the body names those of its own
u -f lines.db table review --unit S11 --format csv >out 2>err || fail "a part: $(cat err)"
grep -q "R7-0002、R7-0003" out || fail "a part: $(cat out)"
u -f lines.db table review --unit S21 --format csv >out 2>err || fail "another part: $(cat err)"
grep -q 'R7-000' out && fail "another part: $(cat out)"

# named in the order of their numbers, whichever came into the database first
cp a.db order.db
u --fy R6 -f order.db add --team T111 --title 前年度の取組 --problem-type 1 --tool kintone \
	--effect 'stage=estimate,direct_hours=1' >/dev/null 2>err || fail "R6: $(cat err)"
sqlite3 order.db "UPDATE effect_line SET saved_full_year = $huge WHERE project_id IN (2, 7);
	UPDATE project SET status = 'submitted' WHERE id = 7" || fail order
u -f order.db table trend >out 2>err || fail "trend: $(cat err)"
tr -d ' \n' <out | grep -q 'R6-0001、R7-0002' || fail "the order of the numbers: $(cat out)"

# by the rules of another year: what they exclude is standard work, whatever its figures; what they do not is named
for state in "NULL, exclusion = 'none'" "1, exclusion = 'confirmed'"; do
	cp lines.db trial.db
	sqlite3 trial.db "DELETE FROM exclusion_rule; INSERT INTO exclusion_rule (id, first_fiscal_year,
		last_fiscal_year, tools, words, reason) VALUES (1, 2024, 2024, '', '取組', '標準業務');
		UPDATE project SET exclusion_rule = $state WHERE number IN (2, 3)" || fail trial
	u -f trial.db rollup --rows team --rules R6 --format json >out 2>err || fail "trial: $(cat err)"
	grep -q '標準業務6件' out || fail "trial, excluded: $(cat out)"
	grep -q 'R7-0002' out && fail "trial, excluded: $(cat out)"
	u -f trial.db rollup --rows team --rules R7 --format json >out 2>err || fail "trial: $(cat err)"
	grep -q 'R7-0002、R7-0003' out || fail "trial, not excluded: $(cat out)"
done

# repaired: what can be no total is held as none, so that a filter, too, leaves the project out and names it
spoil stale 'UPDATE effect_line SET direct_in_year = 60000000001
	WHERE project_id = (SELECT id FROM project WHERE number = 2)'
u -f stale.db check --repair-derived >out 2>err && fail "stale: check is content"
for filter in '' 'type:1'; do
	u -f stale.db table problem-types --filter "$filter" --format csv >out 2>err || fail "stale: $(cat err)"
	grep -q '^total,[^,]*,5,19,.*R7-0002' out || fail "stale, filter '$filter': $(cat out)"
	grep -q 'does-not-tie' out && fail "stale: $(cat out)"
done
exit 0
