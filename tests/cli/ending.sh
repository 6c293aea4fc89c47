#!/bin/sh
# A unit ends, and what hangs on it ends with it, by whatever way; what is exported after that comes back, byte for
# byte, every kind of sheet.
. "${abs_srcdir:?}/tests/cli/lib.sh"

base=$work/base.db
small_body "$base"
cat >people.csv <<'END'
code,name,role,unit_code,role_first_fiscal_year,role_last_fiscal_year
boss,伊藤 真由美,admin,990009,2020,
sato,佐藤 花子,head,S12,2024,
suzuki,鈴木 一郎,leader,S12,2026,
kato,加藤 剛,leader,T121,2024,2027
tanaka,田中 次郎,head,S12,2021,2022
END
cat >leaders.csv <<'END'
fiscal_year,section_code,person_code,from,to
2025,S12,sato,,
2026,S12,sato,,2026-09-30
2026,S12,suzuki,2026-10-01,
2026,S11,kato,,
END
cat >targets.csv <<'END'
fiscal_year,section_code,period,target_hours
2025,S12,year,100
2026,S12,year,120
2026,S12,first-half,60
2026,S11,year,10
END
cat >projects.csv <<'END'
fiscal_year,team_code,title,problem_type_code,primary_tool,hours
2025,T121,相談記録の電子化,1,kintone,120
2026,T111,電子申請,1,rpa,33
END
cat >training.csv <<'END'
fiscal_year,course_code,course,person_code
2025,basic,はじめてのDX,sato
END
cat >indicators.csv <<'END'
code,name,target,target_fiscal_year
hours-saved,削減時間,500,2026
usage,利用率,50,2026
END
printf 'code,fiscal_year,month,value\nusage,2025,7,39\n' >values.csv
quietly -f "$base" import people people.csv
URANIWA_USER=boss
export URANIWA_USER
for kind in leaders targets projects training indicators; do
	quietly -f "$base" import $kind $kind.csv
done
quietly -f "$base" import indicators values.csv
quietly -f "$base" catalogue due-dates add fiscal_year=R8 kind=interim due_on=R8.10.31
quietly -f "$base" param set working_days 242 --fy R8
quietly -f "$base" param set target_hours 900 --fy R7
quietly -f "$base" rule add first_fiscal_year=R8 tools=rpa words=転記 reason=標準業務です
quietly -f "$base" catalogue tools add code=kintone first_fiscal_year=R8 name=キントーン

kinds='units problem-types tools rules parameters due-dates people targets leaders training indicators
	indicator-values projects effects'
# comes_back NAME: out of x.db, into an empty database, and out again
comes_back() {
	rm -f y.db
	quietly -f y.db init --body-code 990009 --body-name 試験市
	for kind in $kinds; do
		"$URANIWA" -f x.db export $kind >$kind.out </dev/null || fail "$1: export $kind"
		"$URANIWA" -f y.db import $kind - <$kind.out >out 2>err || {
			cat err
			fail "$1: $kind does not come in"
		}
		"$URANIWA" -f y.db export $kind >$kind.again </dev/null || fail "$1: export $kind again"
		same $kind.out $kind.again
	done
}
hanging() {
	for kind in targets leaders people; do
		"$URANIWA" -f x.db export $kind --encoding utf-8 </dev/null | tr -d '\r' | grep -E 'S12|T121' >>"$transcript"
	done
}
cp "$base" x.db
comes_back 'before'
"$URANIWA" -f x.db export units --encoding utf-8 </dev/null | tr -d '\r' >units.csv

note 'closed'
uraniwa -f x.db --fy R8 unit close S12
hanging
comes_back closed
note 'one undo brings all of it back, one redo takes it again'
uraniwa -f x.db undo
hanging
uraniwa -f x.db redo
hanging

note 'merged, and carried over to who takes over'
cp "$base" x.db
uraniwa -f x.db --fy R8 unit merge S12 --into S11
hanging
comes_back merged
uraniwa -f x.db --fy R8 carry
comes_back carried

note 'split'
cp "$base" x.db
uraniwa -f x.db --fy R8 unit split S12 S13=新こども課 --close
hanging
comes_back split

note 'by a file of units'
cp "$base" x.db
sed 's/^\(S12,[^,]*,[^,]*,[^,]*,2020\),/\1,2025/; s/^\(T121,[^,]*,[^,]*,[^,]*,2020\),/\1,2025/' units.csv >ends.csv
uraniwa -f x.db import units ends.csv --dry-run
uraniwa -f x.db import units ends.csv
hanging
comes_back 'file of units'

note 'by a file of the whole tree'
cp "$base" x.db
grep -vE '^(S12|T121)' units.csv >tree.csv
uraniwa -f x.db --fy R8 import units tree.csv --whole-tree --dry-run
uraniwa -f x.db --fy R8 import units tree.csv --whole-tree
hanging
comes_back 'whole tree'

note 'nothing ends where a unit goes on under another name or elsewhere'
cp "$base" x.db
uraniwa -f x.db --fy R8 unit rename S12 子ども未来課
uraniwa -f x.db --fy R8 unit move T121 S11
hanging
comes_back 'renamed'

note 'a role of a unit that ends is given until then; nothing can be given after'
cp "$base" x.db
quietly -f x.db --fy R8 unit close S12
uraniwa -f x.db user roles add person_code=kato role=leader unit_code=S12 first_fiscal_year=R7
uraniwa -f x.db user roles add person_code=kato role=leader unit_code=S12 first_fiscal_year=R8
uraniwa -f x.db leader add fiscal_year=R8 section_code=S12 person_code=kato
uraniwa -f x.db catalogue targets add fiscal_year=R8 section_code=S12 target_hours=1
hanging
comes_back 'given'

note 'the last administrator does not end with a unit'
cp "$base" x.db
quietly -f x.db user roles add person_code=sato role=admin unit_code=S12 first_fiscal_year=R7
quietly -f x.db --user sato user roles edit boss/admin/990009/2020 last_fiscal_year=R9 2>/dev/null
uraniwa -f x.db --user sato --fy R8 unit close S12

note 'taking back is no way round: what somebody has given a new unit keeps it'
cp "$base" x.db
quietly -f x.db user roles add person_code=sato role=admin unit_code=990009 first_fiscal_year=R7
quietly -f x.db --fy R8 unit add section S14 新設課 D1
quietly -f x.db --user sato catalogue targets add fiscal_year=R8 section_code=S14 target_hours=5
uraniwa -f x.db undo
quietly -f x.db --user sato undo
uraniwa -f x.db undo
comes_back 'taken back'

quietly -f x.db check
finish
