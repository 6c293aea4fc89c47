#!/bin/sh
# A folder of sheets is one change: all of them, or none, each fault with its file.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja

small_body a.db
mkdir -p forms/本庁 empty
printf '取組名,班コード,削減時間\n申請書の電子化,T111,120\n' >forms/b.csv
printf '取組名\t班コード\t削減時間\n照会の自動化\tT121\t1時間30分\n' >forms/本庁/a.tsv
printf '取組名,班コード\n見えない,T111\n' >forms/.hidden.csv
printf 'lock' >'forms/~$b.xlsx'
printf 'memo' >forms/memo.docx
ln -s .. forms/本庁/up

uraniwa -f a.db --fy R7 import projects forms --dry-run
uraniwa -f a.db --fy R7 import projects forms
uraniwa -f a.db --fy R7 list --columns number,title,team,hours --format csv
uraniwa -f a.db --fy R7 import projects forms/
uraniwa -f a.db undo
uraniwa -f a.db --fy R7 list --columns number,title --format csv

note 'a project in two of the files: the same is taken once, another is not written over the first'
mkdir twice
printf '取組名,班コード,削減時間\n二つの様式,T111,120\n' >twice/a.csv
cp twice/a.csv twice/b.csv
uraniwa -f a.db --fy R7 import projects twice --dry-run
printf '取組名,班コード,削減時間\n二つの様式,T111,12\n' >twice/c.csv
uraniwa -f a.db --fy R7 import projects twice
uraniwa -f a.db --fy R7 list 二つの様式 --columns number,title --format csv

note 'two of the files are bad: both are told, nothing is stored'
printf '取組名,班コード\n良い取組,T999\n' >forms/a.csv
printf '取組名,班コード\n,T111\n' >forms/c.csv
printf '名,称\n' >forms/d.csv
uraniwa -f a.db --fy R7 import projects forms --rejects rejects.csv
sed 's/\r$//' rejects.csv >>"$transcript"
uraniwa -f a.db --fy R7 list --columns number,title --format csv

note 'the rejects do not go over a sheet of the folder'
uraniwa -f a.db --fy R7 import projects forms --rejects forms/a.csv --force
cat forms/a.csv >>"$transcript"

uraniwa -f a.db import projects empty
uraniwa -f a.db import projects missing
finish
