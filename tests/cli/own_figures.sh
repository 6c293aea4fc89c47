#!/bin/sh
# An office's own sheets, as they are: figures. What is stored is compared with what the sheet says, by hand:
# 30×88 − 10×88 = 1,760 minutes a month, × 12 = 352 hours; 20 × 12 × 12 = 48 hours; from September 7 months.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

fresh() {
	rm -f a.db*
	quietly -f a.db init --body-code "$1" --body-name 試験県
	quietly -f a.db --fy "${3:-R7}" import units "$own/$2.csv"
}
u() {
	uraniwa -f a.db --fy R7 "$@"
}

note 'a line that the file does not name stays; --replace takes it away, and counts it'
fresh 440000 base-units
u import projects "$own/one-project.csv"
u import effects "$own/effects-two-lines.csv"
u list --columns number,hours --format csv
u import effects "$own/effects-one-line-changed-deletes-other.csv"
u list --columns number,hours --format csv
u import effects "$own/effects-one-line-changed-deletes-other.csv" --replace
u list --columns number,hours --format csv

note 'without a column for the line, it is line 1'
fresh 440000 base-units
u import projects "$own/one-project.csv"
u import effects "$own/effects-no-line-column.csv"
u list --columns number,hours --format csv

note 'a list that was exported changes nothing'
fresh 440000 base-units
u import projects "$own/list-roundtrip-source.csv"
"$URANIWA" -f a.db --fy R7 list --format csv >list.csv
"$URANIWA" -f a.db --fy R7 list --format xlsx -o list.xlsx >log 2>&1 || grep -q Excel log || fail "$(cat log)"
u import projects list.csv
[ ! -f list.xlsx ] || "$URANIWA" -f a.db --fy R7 import projects list.xlsx >log 2>&1 || fail "$(cat log)"
[ ! -f list.xlsx ] || grep -q '変更なし2件' log || fail "the workbook changes something: $(cat log)"
"$URANIWA" -f a.db --fy R7 export effects --encoding utf-8 | tr -d '\r' | cut -d, -f2,14 >>"$transcript"

note 'from September: 7 months; a season before it: nothing in the year, all of it in a full one; hours below 0'
fresh 000000 units-2018 R7
for file in months-blank seasonal-zero-months direct-hours-negative; do
	[ "$file" != months-blank ] || u import projects "$own/operating-from-september.csv"
	u import effects "$own/$file.csv" --reason 追加
done
"$URANIWA" -f a.db --fy R7 export effects --encoding utf-8 >lines.csv
sqlite3 :memory: '.mode csv' '.import lines.csv l' \
	"SELECT line, periods_in_year, periods_full_year, direct_minutes_in_year, direct_minutes_full_year FROM l" \
	>>"$transcript" 2>&1
u list --columns number,saved_minutes_in_year,saved_minutes_full_year --format csv
u explain R7-0011

note 'an actual of 0 counts: 50.0 of two'
fresh 000000 units-2018 R7
u import projects "$own/zero-actual-projects.csv"
u import effects "$own/zero-actual-effects.csv"
u rollup --rows fiscal-year --measure projects,realisation --format csv

note 'two numbers are two projects, whatever their titles'
u import projects "$own/same-title-two-numbers.csv"
u list --columns number,title --format csv
finish
