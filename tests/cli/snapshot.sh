#!/bin/sh
# Results frozen, shown again byte for byte, compared, and proved.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v sqlite3 >/dev/null || exit 77
small_body a.db
project() { # seed, team, type, hours
	URANIWA_SEED=$1
	export URANIWA_SEED
	quietly -f a.db add --team "$2" --title "取組$1" --problem-type "$3" --tool kintone --set hours="$4"
}
project 1 T111 1 100
project 2 T111 2 4000
project 3 T121 2 700
project 4 T211 2 85
quietly -f a.db move R7-1 R7-2 R7-3 R7-4 submitted

uraniwa -f a.db snapshot list
uraniwa -f a.db snapshot diff 中間
uraniwa -f a.db snapshot freeze ''
uraniwa -f a.db snapshot freeze 中間
uraniwa -f a.db snapshot freeze 中間
uraniwa -f a.db snapshot list --format csv
uraniwa -f a.db snapshot verify
uraniwa -f a.db snapshot diff 中間
shown() {
	for table in $("$URANIWA" table | cut -d' ' -f1); do
		for stage in estimate actual; do
			for format in text csv json; do
				"$URANIWA" -f a.db table "$table" --stage $stage --basis full-year \
					--format $format ${1:+--snapshot "$1"} || fail "$table"
			done
		done
	done
}
shown | unscoped 中間 >before
quietly -f a.db edit R7-2 --set hours=4010
quietly -f a.db edit R7-3 --set title=名を変えた
quietly -f a.db edit R7-1 --set problem_type=2
quietly -f a.db move R7-4 cancelled --reason 取りやめ
project 5 T121 2 6
quietly -f a.db move R7-5 submitted
sed -e 's/福祉課/ふくし課/' "$sheets/units.csv" >units.csv
quietly -f a.db import units units.csv
checked() {
	"$URANIWA" -f a.db check </dev/null 2>&1 | grep 確定 >>"$transcript"
}
note 'as it was, byte for byte, whatever became of it'
shown 中間 | unscoped 中間 >after
same before after
uraniwa -f a.db table problem-types --snapshot 中間
uraniwa -f a.db table sections --snapshot 中間 --filter hours:1
uraniwa -f a.db table sections --snapshot 年度末
note 'why did 4,785 become 4,816?'
for LANGUAGE in ja en; do
	uraniwa -f a.db snapshot diff 中間 --problem-type 2
	uraniwa -f a.db snapshot diff 年度末
	uraniwa -f a.db snapshot
	uraniwa -f a.db snapshot melt 中間
	uraniwa -f a.db snapshot diff
	uraniwa -f a.db snapshot list now
done
LANGUAGE=ja
uraniwa -f a.db snapshot freeze 年度末
uraniwa -f a.db snapshot diff 中間 年度末 --department D1 --format csv
uraniwa -f a.db --fy R8 snapshot freeze 翌年度
uraniwa -f a.db snapshot diff 中間 翌年度
uraniwa -f a.db snapshot verify 年度末
checked
note 'what was sealed stays so, or it shows'
sqlite3 a.db "UPDATE snapshot_project SET content = replace(content, '\"estimate_in_year\":240000',
	'\"estimate_in_year\":240060') WHERE snapshot_id = 1"
uraniwa -f a.db snapshot verify
sqlite3 a.db "UPDATE snapshot_table SET content = replace(content, '合計', '総計') WHERE snapshot_id = 2"
uraniwa -f a.db snapshot verify 年度末
checked
quietly -f a.db import people "$sheets/people.csv"
uraniwa -f a.db --user sato snapshot freeze 私の
uraniwa -f a.db --readonly snapshot freeze 私の
finish
