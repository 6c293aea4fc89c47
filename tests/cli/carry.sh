#!/bin/sh
# Last year's leaders, targets, roles, dates and parameters are carried over in one act: what comes, what is there
# already, what is left out and why; undo; the same act again; the judge of all ways in.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/small.db
export URANIWA_DB
small_body "$URANIWA_DB"
cat >people.csv <<'END'
code,name,active,role,unit_code,role_first_fiscal_year,role_last_fiscal_year
boss,伊藤 真由美,1,admin,990009,2020,
sato,佐藤 花子,1,head,S11,2024,2025
suzuki,鈴木 一郎,1,leader,S12,2025,2025
tanaka,田中 次郎,0,viewer,S21,2025,2025
kato,加藤 剛,1,head,S12,2025,
END
cat >leaders.csv <<'END'
fiscal_year,section_code,person_code,from,to
2025,S11,sato,2025-04-01,2025-09-30
2025,S11,suzuki,2025-10-01,
2025,S12,kato,,
2025,S21,tanaka,,
END
cat >targets.csv <<'END'
fiscal_year,section_code,period,target_hours
2025,S11,year,300
2025,S12,year,100
2025,S21,year,50:30
2025,S21,first-half,20
END
cat >due-dates.csv <<'END'
fiscal_year,kind,due_on
2023,interim,2024-02-29
2025,interim,2025-10-31
2025,year-end,2026-03-15
END
quietly import people people.csv
URANIWA_USER=boss
export URANIWA_USER
for kind in leaders targets due-dates; do
	quietly import $kind $kind.csv
done
quietly param set working_days 242 --fy R7
quietly --fy R8 unit close S21

note 'what would come; nothing is stored'
everything() {
	for kind in parameters due-dates targets people leaders; do
		"$URANIWA" export $kind </dev/null || fail "export $kind"
	done
}
everything >before.txt
uraniwa --fy R8 carry --dry-run
everything >after.txt
same before.txt after.txt
uraniwa --lang en --fy R8 carry leaders --dry-run
uraniwa --fy R8 carry targets --dry-run --format csv
uraniwa --fy R8 carry roles --dry-run --format json

note 'it comes, as one change'
uraniwa --fy R8 carry
uraniwa history --limit 1
uraniwa leader list --fy R8
uraniwa catalogue targets list --fy R8
uraniwa user roles list --fy R8
uraniwa catalogue due-dates list --fy R8
uraniwa param list
everything >carried.txt

note 'the same act again changes nothing, and is no change'
"$URANIWA" history --format csv >history.csv
uraniwa --fy R8 carry
everything >after.txt
same carried.txt after.txt
"$URANIWA" history --format csv >again.csv
same history.csv again.csv

note 'taken back, and done again'
uraniwa undo
everything >after.txt
same before.txt after.txt
uraniwa redo
everything >after.txt
same carried.txt after.txt
quietly undo

note 'what is there already stays; the judge of all ways in has its word'
quietly leader add fiscal_year=R8 section_code=S11 person_code=sato from=R8.6.1
quietly catalogue targets add fiscal_year=R8 section_code=S12 target_hours=7
uraniwa --fy R8 carry leaders
uraniwa --fy R8 carry targets
uraniwa leader list --fy R8
uraniwa catalogue targets list --fy R8

note 'two sections become one: one of the two targets is left out, and said'
quietly undo 2
quietly undo 2
quietly --fy R8 unit merge S12 --into S11
uraniwa --fy R8 carry targets
uraniwa --fy R8 carry leaders
uraniwa --fy R8 carry roles
uraniwa --fy R6 carry due-dates
uraniwa --fy R5 carry due-dates

note 'who may, and which tables'
uraniwa --user sato --fy R8 carry --dry-run
uraniwa --readonly --fy R8 carry
uraniwa --fy R8 carry courses
uraniwa --fy R8 carry units
uraniwa --fy R8 carry nonsense
uraniwa --fy R8 carry leaders targets
uraniwa --fy H20 carry
uraniwa help carry
quietly check
finish
