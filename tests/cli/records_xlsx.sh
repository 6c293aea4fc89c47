#!/bin/sh
# Records as workbooks: what was written comes back as it was, of every kind; a list changes nothing; codes are
# texts, figures numbers, days days; the headings stay in sight and have a filter.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v unzip >/dev/null || exit 77
LANGUAGE=ja

quietly demo
demo=$HOME/.local/share/uraniwa/demo.db
if ! "$URANIWA" -f "$demo" export units -o units.xlsx >log 2>&1 </dev/null; then
	grep -q xlsx log || fail "no word on xlsx: $(cat log)"
	exit 77
fi
rm units.xlsx
quietly -f b.db init --body-code 990001 --body-name 見本県
for kind in units people leaders targets training projects effects indicators indicator-values; do
	quietly -f "$demo" export $kind -o $kind.csv
	quietly -f "$demo" export $kind -o $kind.xlsx
	quietly -f "$demo" --lang ja export $kind -o $kind-ja.xlsx
	quietly -f b.db --user office import $kind $kind.xlsx
	quietly -f b.db --user office export $kind -o again.csv --force
	same $kind.csv again.csv
done
dump b.db >before
for kind in units people leaders targets training projects effects indicators indicator-values; do
	quietly -f b.db --user office import $kind $kind.xlsx $kind-ja.xlsx
done
quietly -f "$demo" --fy R7 list -o list.xlsx
quietly -f b.db --fy R7 --user office import projects list.xlsx
dump b.db >after
same before after

note 'texts that a workbook or a reader could take for something else'
small_body c.db
quietly -f c.db --fy R7 add --team T111 --title "'=1+1" --set owner='_x0041_' --set current_issue='なし' \
	--set approach=' 同上 ' --set work='〃' --set started_on=2025-09-01 --set operating_from=2025-10 \
	--set implementation_cost_yen=12345 \
	--effect 'stage=estimate,before_minutes=8.3,before_cases=12,after_minutes=0.29,after_cases=12,period=month'
quietly -f c.db --fy R7 add --team T111 --title '=HYPERLINK("x")' --set current_issue='合計
二行目'
for kind in projects effects; do
	uraniwa -f c.db export $kind -o nasty-$kind.xlsx
	uraniwa -f c.db import $kind nasty-$kind.xlsx
	"$URANIWA" import --show nasty-$kind.xlsx >shown.csv 2>/dev/null || fail "nasty-$kind.xlsx cannot be shown"
	"$URANIWA" -f c.db export $kind >there.csv || fail $kind
	sed 's/^\xEF\xBB\xBF//' there.csv >there
	sed 's/^\xEF\xBB\xBF//' shown.csv >shown
	# what stands there is what it says; only a text that a reader would unguard is guarded
	note "$kind: cells beside CSV"
	diff there shown | sed "s|[0-9a-f]*-[0-9a-f]*-4[0-9a-f]*-[0-9a-f]*-[0-9a-f]*|UUID|; s|,*\r*$||" >>"$transcript"
done
uraniwa -f c.db export projects --format pdf

note 'the sheet: kinds of cells, headings in sight, filter, widths'
unzip -p nasty-projects.xlsx xl/worksheets/sheet1.xml >sheet.xml || fail 'no sheet'
grep -o '<pane[^>]*>' sheet.xml >>"$transcript"
grep -o '<autoFilter[^>]*>' sheet.xml >>"$transcript"
unzip -p nasty-projects.xlsx xl/styles.xml | grep -o '<numFmt [^>]*>' >>"$transcript"
awk 'BEGIN { RS = "<" } /^c r="(C|H|V|W|X|Y|Z|AA)2"/ { print }' sheet.xml >>"$transcript"
finish
