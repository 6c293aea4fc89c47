#!/bin/sh
# The yearly reorganisation: R8 begins with the tree of R7 and is changed act by act; the tables of R7
# stay byte for byte what they were, every table ties, and undo takes each act back.
. "${abs_srcdir:?}/tests/cli/lib.sh"

URANIWA_DB=$work/sample.db
export URANIWA_DB
quietly init --body-code 990001 --body-name 見本県
for kind in units people leaders projects effects; do
	quietly import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done
URANIWA_USER=office
export URANIWA_USER

tables_of_r7() {
	for table in problem-types ict-tools departments sections teams review review-first-half \
		review-second-half coverage; do
		"$URANIWA" table $table --fy R7 --format csv
		"$URANIWA" table $table --fy R7
	done
}
tables_of_r7 >before.txt

note 'nothing has changed yet'
uraniwa unit diff --fy R8
# The units of a year, without the year that the file says it is of.
tree_of() {
	"$URANIWA" unit tree --fy "$1" --format csv | sed -E 's/,(scope_fiscal_year|20[0-9]{2})(\r?)$/\2/'
}
tree_of R7 >r7.csv
tree_of R8 | cmp - r7.csv || fail 'R8 does not begin with the tree of R7'

note 'a department renamed, a section moved, a section split, two teams merged, a section closed'
uraniwa unit rename 02 企画DX推進部 --fy R8
uraniwa unit move 0110 02 --fy R8
uraniwa unit split 0201 0290=データ活用課 0291=業務改革課 --fy R8
uraniwa unit merge 010101 010102 --into 010103 --fy R8
uraniwa unit close 0115 --into 0107 --fy R8
uraniwa unit add team 029001 分析班 0290 --fy R8
uraniwa unit diff --fy R8
uraniwa unit diff R7 --fy R8 --format csv
"$URANIWA" unit tree --fy R8 --format csv | grep -E '^(0110|0290|0291|029001|02),'
"$URANIWA" unit tree --fy R8 --format csv | grep -E '^(0115|010101|010102|011501),' && fail 'closed units are still there'

note 'earlier years under the units of R8: 0110 counts where it has gone, 0115 in 0107'
uraniwa table trend --rows department --units R8
uraniwa rollup --rows section --fy R7 --units R8 --filter dept:01 --measure projects,hours
uraniwa rollup --rows team --fy R7 --units R8 --filter section:0101 --measure projects,hours
uraniwa table departments --fy R7 --units R8 --format csv
uraniwa table departments --fy R7 --units yesterday

note 'the same from a sheet that is the whole tree of R9: told first, then done, and undone'
"$URANIWA" unit tree --fy R9 --format csv --encoding utf-8 | tr -d '\r' | grep -v '^0290' |
	sed 's/^\(0102,section,\)[^,]*/\1人財課/; s/^\(0103,.*\),01,/\1,02,/' | cut -d, -f1-4 >r9.csv
uraniwa import units r9.csv --whole-tree --fy R9 --dry-run
uraniwa import projects r9.csv --whole-tree --fy R9
tree_of R9 >r9-before.csv
sed '1s/$/,last_fiscal_year,successor_code/; 1!s/$/,,/' r9.csv >r9-ends.csv
printf '0292,section,AI推進課,02,,\n0290,section,データ活用課,02,R8,0292\n' >>r9-ends.csv
uraniwa import units r9-ends.csv --whole-tree --fy R9
uraniwa import units r9-ends.csv --whole-tree --fy R9
uraniwa unit diff --fy R9
uraniwa undo
tree_of R9 | cmp - r9-before.csv || { cat "$transcript" | tail -60; fail 'the import is not taken back'; }
note 'an export with what came before is the whole tree too'
"$URANIWA" unit rename 0103 予算課 --fy R8
"$URANIWA" export units -o history.csv
[ "$(grep -c '^0103,' history.csv)" = 2 ] || fail 'no unit has two forms'
uraniwa import units history.csv --whole-tree --fy R8 --dry-run
"$URANIWA" undo
printf 'code,kind,name,parent_code\n0101,section,行政企画課,99\n' >broken.csv
uraniwa import units broken.csv --whole-tree --fy R7

note 'R7 is what it was'
tables_of_r7 >after.txt
cmp before.txt after.txt || fail 'a table of R7 has changed'
tree_of R7 | cmp - r7.csv || fail 'the tree of R7 has changed'
uraniwa check >/dev/null

note 'what is refused, with nothing half done'
tree_of R8 >r8.csv
uraniwa unit close 0101 --fy R7
uraniwa unit close 990001 --fy R8
uraniwa unit close 0115 --fy R8
uraniwa unit move 01 0101 --fy R8
uraniwa unit move 010104 02 --fy R8
uraniwa unit move 0101 9999 --fy R8
uraniwa unit add team 010104 二重班 0101 --fy R8
uraniwa unit add team 'a b' 空白班 0101 --fy R8
uraniwa unit add king x x 0101 --fy R8
uraniwa unit rename 0101 '' --fy R8
uraniwa unit merge 0102 0103 --fy R8
uraniwa unit split 0101 abc --fy R8
uraniwa unit frob
uraniwa --user adachi-s unit rename 0101 よい課 --fy R8
tree_of R8 | cmp - r8.csv || fail 'a refused act has changed the tree'

note 'readings: given, and kept where a file does not say'
reading_is() {
	"$URANIWA" export units --encoding utf-8 | tr -d '\r' | grep "^$1,.*,$2\$" >/dev/null ||
		fail "the reading of $1 is not $2"
}
uraniwa unit add section 0299 新しい課 02 --reading あたらしいか --fy R8
reading_is 0299 あたらしいか
printf 'code,kind,name,parent_code,first_fiscal_year\n0299,section,新しい課,02,R8\n' >unit.csv
uraniwa import units unit.csv
reading_is 0299 あたらしいか
printf 'code,kind,name,parent_code,first_fiscal_year,よみ\n0299,section,新しい課,02,R8,しんか\n' >unit.csv
uraniwa import units unit.csv
reading_is 0299 しんか
uraniwa unit rename 0299 新しい課 --reading にいか --fy R9
reading_is 0299 にいか
uraniwa undo 3

note 'everything can be taken back'
uraniwa history --limit 2
uraniwa undo 6
uraniwa unit diff --fy R8
tree_of R8 | cmp - r7.csv || fail 'R8 is not as it was'
finish
