#!/bin/sh
# Codes whose leading zeros a spreadsheet ate: told with the remedy, put right or kept as they stand when that is said,
# and never a second tree, person, leader or target.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

u() {
	uraniwa -f a.db --fy R7 --user office "$@"
}
quietly -f a.db init --body-code 440000 --body-name 試験県
quietly -f a.db --fy R7 import units "$own/base-units.csv"
cat >people.csv <<'END'
code,name,role,unit_code,role_first_fiscal_year
00123,山田 太郎,,,
00124,佐藤 花子,,,
office,事務局,admin,440000,R6
END
quietly -f a.db --fy R7 import people people.csv
dump a.db >before

note 'units that came out of a spreadsheet without their zeros'
u import units "$own/units-after-excel-zeros-lost-cp932.csv"
u import units --skip-bad --dry-run "$own/units-after-excel-zeros-lost-cp932.csv"
u import units --codes mended "$own/units-after-excel-zeros-lost-cp932.csv"
u import units --whole-tree --skip-bad "$own/units-after-excel-zeros-lost-cp932.csv"
u import units --whole-tree --codes mended --dry-run "$own/units-after-excel-zeros-lost-cp932.csv"
dump a.db >after
same before after

note 'a new unit among them has as many digits as the others of its kind'
cat >grown.csv <<'END'
code,kind,name,parent_code,first_fiscal_year
103,section,広報課,1,2025
10301,team,広報班,103,2025
END
u import units --codes mended grown.csv
u unit tree --format csv

note 'people, leaders, targets, projects, training: also as 123.0 and with blanks'
printf 'code,name\n123,山田 太郎\n124.0,佐藤 花子\n' >zeros-people.csv
u import people zeros-people.csv
u import people --codes mended zeros-people.csv
printf 'fiscal_year,section_code,person_code\n2025,101 ,123\n2025,102,124.0\n' >leaders.csv
u import leaders leaders.csv
u import leaders --codes mended leaders.csv
u export leaders
printf 'fiscal_year,section_code,target_hours\n2025,１０１,120\n' >targets.csv
u import targets targets.csv
u import targets --codes mended targets.csv
u export targets
printf 'fiscal_year,course_code,course,person_code\n2025,basic,はじめてのDX,123\n' >training.csv
u import training training.csv
u import training --codes mended training.csv
u export training --format csv
printf '取組名,部局コード,所属コード,班コード\n甲,1,101,10101\n乙,,,010101.0\n' >projects.csv
u import projects projects.csv
u import projects --codes mended projects.csv
u import projects --codes mended projects.csv
u list --columns number,title,team_code --format csv

note 'two codes that differ by zeros alone; a code of its own'
printf 'code,name\n0123,また別の人\n' >other.csv
u import people other.csv
printf 'code,name\n123,別の人\n' >several.csv
u import people several.csv
u import people --codes mended several.csv
u import people --codes kept several.csv
u import people several.csv
printf 'code,name\n125,ほかの人\n="00126",式の人\n' >new.csv
u import people new.csv
u export people
finish
