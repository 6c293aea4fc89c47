#!/bin/sh
# 検算: no table leaves while what projects hold was changed behind the program's back, whatever the table
# shows and however it is narrowed; forced, it says so itself; `check` finds it for each.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77
small_body whole.db
export URANIWA_SEED
URANIWA_SEED=1
quietly -f whole.db add --team T111 --title 受付簿 --problem-type 1 --tool kintone --set hours=120 --set started_on=2025-05-01
URANIWA_SEED=2
quietly -f whole.db add --team T211 --title 月報 --problem-type 2 --tool rpa --set hours=30
quietly -f whole.db move R7-1 R7-2 submitted
tables=$("$URANIWA" table </dev/null | cut -d' ' -f1)
[ "$(echo "$tables" | wc -w)" -ge 20 ] || fail "the tables: $tables"

# refused NAME WORD…: what the command makes is not written, and the other formats neither.
refused() {
	for format in text csv json; do
		"$URANIWA" -f "$1" --fy R7 "$2" $3 ${4:+"$4"} ${5:+"$5"} ${6:+"$6"} --format $format </dev/null >out 2>err
		[ $? -eq 1 ] || fail "$*: $(cat out err)"
		[ -s out ] && fail "$*: written: $(cat out)"
		grep -q '検算が合わない' err || fail "$*: $(cat err)"
	done
	"$URANIWA" -f "$1" --fy R7 "$2" $3 ${4:+"$4"} ${5:+"$5"} ${6:+"$6"} --force </dev/null >out 2>err ||
		fail "forced: $* $(cat err)"
	grep -q '※.*検算が合いません' out || fail "it does not say so: $* $(cat out)"
}

every() { # database, what is wrong with it
	note "$2"
	for table in $tables; do
		refused "$1" table "$table"
	done
	refused "$1" table review --unit D1
	refused "$1" table problem-types --filter tool:rpa
	refused "$1" rollup '--rows section'
	"$URANIWA" -f "$1" --fy R7 check </dev/null >out 2>err && fail "check finds nothing: $(cat out)"
	[ "$(grep -c '検算が合いません' out)" -eq "$(echo "$tables" | wc -w)" ] || fail "check: $(cat out)"
	uraniwa -f "$1" --fy R7 snapshot freeze 年度末
}

for table in $tables; do
	"$URANIWA" -f whole.db --fy R7 table "$table" </dev/null >out 2>err || fail "$table: $(cat err)"
done
"$URANIWA" -f whole.db check </dev/null >out 2>&1 || fail "$(cat out)"

cp whole.db held.db
sqlite3 held.db 'UPDATE project SET estimate_in_year = estimate_in_year + 60 WHERE number = 1'
every held.db 'the total that a project holds is another'
uraniwa -f held.db --fy R7 table review --format csv
uraniwa -f held.db --fy R7 table review --force

cp whole.db line.db
sqlite3 line.db "UPDATE effect_line SET saved_full_year = saved_full_year - 1
	WHERE project_id = (SELECT id FROM project WHERE number = 2)"
every line.db 'what a line comes to is another'

note 'repaired, all tie again'
quietly -f held.db check --repair-derived
for table in $tables; do
	"$URANIWA" -f held.db --fy R7 table "$table" </dev/null >out 2>err || fail "$table: $(cat err)"
done
finish
