#!/bin/sh
# An office's own sheets, as they are: headings over two lines, figures in thousands of yen, 〃 for the one above,
# codes as formulas, other separators, workbooks. What is read is compared with what was meant.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

fresh() {
	rm -f a.db*
	quietly -f a.db init --body-code 440000 --body-name 試験県
	quietly -f a.db --fy R7 import units "$own/base-units.csv"
}
# Imports projects and shows what came of them.
reads() {
	note "$1"
	fresh
	shift
	uraniwa -f a.db --fy R7 import projects "$@"
	uraniwa -f a.db --fy R7 list --columns number,title,team,problem_type,primary_tool,hours,implementation_cost_yen --format csv
}

reads 'headings over two lines' "$own/two-line-heading.csv"
reads 'thousands of yen, said above the headings' "$own/unit-thousand-yen-above-headings.csv"
reads 'hours, said in other words' "$own/hours-heading-not-understood.csv"
reads 'the same as above' "$own/ditto.csv"
reads 'a code as a formula' "$own/excel-formula-code.csv"
reads 'more cells than headings' "$own/unquoted-thousands.csv"
reads 'semicolons' "$own/semicolon.csv"

note 'sep=, tabs, UTF-16'
printf 'sep=;\r\n取組名;班コード\r\n乙;010101\r\n' >sep.csv
printf '取組名\t班コード\t削減時間\n丙\t010101\t1,234時間30分\n' >tab.csv
printf '取組名,班コード\n丁,010101\n' | iconv -f UTF-8 -t UTF-16 >utf16.csv
reads 'three of them' sep.csv tab.csv utf16.csv

note 'a workbook: the sheet that fits, or the one that is named; merged cells; sums'
fresh
"$URANIWA" -f a.db --fy R7 import projects "$own/two-line-heading.csv" >log 2>&1 || fail "$(cat log)"
if "$URANIWA" -f a.db --fy R7 table departments -o book.xlsx >log 2>&1; then
	uraniwa import --show book.xlsx
	uraniwa -f a.db --fy R7 import projects book.xlsx
	uraniwa -f a.db --fy R7 import projects book.xlsx --sheet どこか
	uraniwa -f a.db --fy R7 import projects "$own/semicolon.csv" --sheet 表
fi
finish
