#!/bin/sh
# A workbook to be filled in: its lists, its checks, its protected headings; filled in, it is imported as it is.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v unzip >/dev/null && command -v zip >/dev/null || exit 77
LANGUAGE=ja

small_body a.db
if ! "$URANIWA" -f a.db --fy R7 export projects --template -o t.xlsx >log 2>&1 </dev/null; then
	grep -q xlsx log || fail "no word on xlsx: $(cat log)"
	exit 77
fi
rm t.xlsx
uraniwa -f a.db --fy R7 export projects --template -o t.xlsx
uraniwa import --show t.xlsx
uraniwa import --show t.xlsx --sheet 選択
unzip -p t.xlsx xl/worksheets/sheet1.xml | grep -o '<dataValidation .*</dataValidations>' | sed 's/></>\
</g' | grep -E 'sqref|formula1' >>"$transcript"
unzip -p t.xlsx xl/worksheets/sheet1.xml | grep -o '<sheetProtection[^>]*>' >>"$transcript"
note 'empty: nothing comes of it'
uraniwa -f a.db --fy R7 import projects t.xlsx

# Types a row into the sheet, from the fifth on.
row=5
typed=
type_row() { # letter text …
	typed="$typed<row r=\"$row\">"
	while [ $# -gt 0 ]; do
		case $2 in
		*[!0-9]*) typed="$typed<c r=\"$1$row\" t=\"inlineStr\"><is><t>$2</t></is></c>" ;;
		*) typed="$typed<c r=\"$1$row\"><v>$2</v></c>" ;;
		esac
		shift 2
	done
	typed="$typed</row>"
	row=$((row + 1))
}
type_row A 福祉保健部 B 福祉課 C 総務班 D 申請書の電子化 E 紙・手作業・旧システム依存による業務非効率 F kintone K 120 L 20 M 300000 P 2025-09
type_row A 総務部 B 総務課 C 総務班 D 照会の自動化 K 1時間30分 L 0
mkdir book
(cd book && unzip -q ../t.xlsx && sed "s|</sheetData>|$typed</sheetData>|" xl/worksheets/sheet1.xml >filled &&
	mv filled xl/worksheets/sheet1.xml && zip -qr ../filled.xlsx .) || fail 'cannot fill in'
note 'filled in'
uraniwa -f a.db --fy R7 import projects filled.xlsx
uraniwa -f a.db --fy R7 list --columns number,title,department,section,team,problem_type,primary_tool,hours,implementation_cost_yen,operating_from --format csv
uraniwa -f a.db --fy R7 import projects filled.xlsx

note 'a workbook for each section, with its teams; they come back as a folder'
uraniwa -f a.db --fy R7 export projects --template --by section sections
uraniwa import --show sections/S12_こども課.xlsx --sheet 選択
uraniwa -f a.db --fy R7 export projects --template --by section sections
uraniwa -f a.db --fy R7 import projects sections
uraniwa -f a.db --fy R7 export projects --by section sections
uraniwa -f a.db --fy R7 export projects sections

note "last year's projects are filled in; as they are they change nothing, one that is changed is changed"
uraniwa -f a.db --fy R8 export projects --template --by section next
uraniwa import --show next/S11_福祉課.xlsx
uraniwa -f a.db --fy R8 import projects next
rm -r book
mkdir book
(cd book && unzip -q ../next/S11_福祉課.xlsx && sed 's|<v>300000</v>|<v>250000</v>|' xl/worksheets/sheet1.xml >changed &&
	mv changed xl/worksheets/sheet1.xml && rm ../next/S11_福祉課.xlsx && zip -qr ../next/S11_福祉課.xlsx .) || fail 'cannot change'
uraniwa -f a.db --fy R8 import projects next --dry-run

note 'only projects, only as a workbook'
uraniwa -f a.db export units --template -o units.xlsx
uraniwa -f a.db export projects --template -o t.csv
finish
