#!/bin/sh
# A part never looks like the whole: unit, filter, what a list leaves out, rules and units of another year,
# snapshot, date and seal stand on the table, in every format.
. "${abs_srcdir:?}/tests/cli/lib.sh"
small_body a.db
export URANIWA_SEED
URANIWA_SEED=1
quietly -f a.db add --team T111 --title 受付簿 --problem-type 1 --tool kintone --set hours=120
URANIWA_SEED=2
quietly -f a.db add --team T211 --title 月報 --problem-type 2 --tool rpa --set hours=30
quietly -f a.db move R7-1 R7-2 submitted
quietly -f a.db --fy R7 snapshot freeze 中間

for table in problem-types review coverage; do
	uraniwa -f a.db --fy R7 table $table --unit D1
done
uraniwa -f a.db --fy R7 table problem-types --unit D1 --filter 'hours:>=100 -tool:rpa' --format csv
uraniwa -f a.db --fy R7 table destinations --unit 総務課 --format json
note 'what cannot be narrowed says so'
uraniwa -f a.db --fy R7 table indicators --unit D1
uraniwa -f a.db --fy R7 table training --filter tool:rpa
uraniwa -f a.db --fy R7 table problem-types --unit どこか
note 'lists'
uraniwa -f a.db --fy R7 list type:1,2 hours:..50 --limit 1
uraniwa -f a.db --fy R7 list 月報 --format csv
uraniwa -f a.db --fy R7 list 月報 --format csv --columns number,title
note 'reminders are as of a day'
uraniwa -f a.db --fy R7 table reminders --unit D2 --missing interim --days 30
note 'another year, and frozen'
uraniwa -f a.db --fy R7 rollup --rows tool --rules R8 --units R8
uraniwa -f a.db --fy R7 table ict-tools --snapshot 中間 --lang en
uraniwa -f a.db snapshot diff 中間 --section S21 --problem-type 2

if command -v pdftotext >/dev/null && "$URANIWA" -f a.db table goal -o try.pdf >/dev/null 2>&1 </dev/null; then
	"$URANIWA" -f a.db --fy R7 table review --unit D1 --filter tool:kintone -o a.pdf </dev/null || fail 'a.pdf'
	pdftotext -layout a.pdf - >paper
	grep -q '試験市 福祉保健部  *業績評価シート' paper && grep -q '絞込: 主なICTツール: kintone' paper &&
		grep -q '作成日 2025-11-20' paper || fail "the paper: $(cat paper)"
	URANIWA_NOW=2026-01-05T09:00:00 "$URANIWA" -f a.db table review --snapshot 中間 -o b.pdf </dev/null || fail 'b.pdf'
	pdftotext -layout b.pdf - >paper
	[ "$(grep -c '確定値: 中間  *確定日時: 2025-11-20' paper)" -ge 2 ] || fail "the frozen paper: $(cat paper)"
	grep -q '2026-01-05' paper && fail "the frozen paper has today's date: $(cat paper)"
fi
if command -v unzip >/dev/null && "$URANIWA" -f a.db table goal -o try.xlsx >/dev/null 2>&1 </dev/null; then
	"$URANIWA" -f a.db --fy R7 table review --unit D1 --filter tool:kintone -o a.xlsx </dev/null || fail 'a.xlsx'
	unzip -p a.xlsx xl/sharedStrings.xml >book
	grep -q '試験市 福祉保健部' book && grep -q '絞込: 主なICTツール: kintone' book || fail 'the workbook'
fi
finish
