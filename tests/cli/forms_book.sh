#!/bin/sh
# A workbook of forms: every sheet one project, as one change; examples and spare ones are passed over; a bad value is
# named with its sheet and cell.
. "${abs_srcdir:?}/tests/cli/lib.sh"
command -v zip >/dev/null || exit 77
LANGUAGE=ja

# A cell: reference, text.
cell() { printf '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' "$1" "$2"; }
figure() { printf '<c r="%s"><v>%s</v></c>' "$1" "$2"; }
sheet() { # number, team, title, hours
	{
		printf '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
		printf '<row r="1">%s</row>' "$(cell A1 業務改善取組様式)"
		printf '<row r="3">%s%s%s%s</row>' "$(cell A3 所属名)" "$(cell C3 福祉課)" "$(cell F3 班名)" "$(cell H3 "$2")"
		printf '<row r="4">%s%s</row>' "$(cell A4 取組名)" "$(cell C4 "$3")"
		printf '<row r="5">%s%s%s' "$(cell A5 取組前)" "$(figure C5 "$4")" "$(cell D5 時間)"
		printf '%s%s%s</row>' "$(cell F5 取組後)" "$(figure H5 0)" "$(cell I5 時間)"
		printf '</sheetData><mergeCells count="5"><mergeCell ref="A3:B3"/><mergeCell ref="C3:E3"/>'
		printf '<mergeCell ref="A4:B4"/><mergeCell ref="C4:I4"/><mergeCell ref="A5:B5"/></mergeCells></worksheet>'
	} >"book/xl/worksheets/sheet$1.xml"
}
book() { # file, team of the second form
	rm -rf book "$1"
	mkdir -p book/_rels book/xl/_rels book/xl/worksheets
	ns=http://schemas.openxmlformats.org
	printf '<Types xmlns="%s/package/2006/content-types"/>' $ns >'book/[Content_Types].xml'
	printf '<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="r" Type="%s/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>' $ns $ns >book/_rels/.rels
	printf '<workbook xmlns="%s/spreadsheetml/2006/main" xmlns:r="%s/officeDocument/2006/relationships"><sheets>' $ns $ns >book/xl/workbook.xml
	printf '<Relationships xmlns="%s/package/2006/relationships">' $ns >book/xl/_rels/workbook.xml.rels
	number=0
	for name in 記入例 様式1 様式2 予備; do
		number=$((number + 1))
		printf '<sheet name="%s" sheetId="%d" r:id="r%d"/>' $name $number $number >>book/xl/workbook.xml
		printf '<Relationship Id="r%d" Type="%s/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>' \
			$number $ns $number >>book/xl/_rels/workbook.xml.rels
	done
	printf '</sheets></workbook>' >>book/xl/workbook.xml
	printf '</Relationships>' >>book/xl/_rels/workbook.xml.rels
	sheet 1 総務班 例 9
	sheet 2 総務班 申請の電子化 100
	sheet 3 "$2" 照会の自動化 50
	sheet 4 '' '' ''
	(cd book && zip -qr "../$1" .) || fail "no $1"
}

small_body a.db
book bad.xlsx ない班
uraniwa -f a.db --fy R7 import projects bad.xlsx --rejects rejects.csv
sed 's/\r$//' rejects.csv >>"$transcript"
book forms.xlsx 総務班
uraniwa -f a.db --fy R7 import projects forms.xlsx
uraniwa -f a.db --fy R7 list --columns number,title,section,team,hours,hours_before,hours_after --format csv
uraniwa -f a.db --fy R7 import projects forms.xlsx
note 'the one that is named, whatever its name'
uraniwa -f a.db --fy R7 import projects forms.xlsx --sheet 記入例
finish
