#!/bin/sh
# What an office's own headings and values mean: a text for --map, or kept under a name in the database.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

quietly -f a.db init --body-code 440000 --body-name 試験県
quietly -f a.db --fy R7 import units "$own/base-units.csv"
cat >ours.csv <<'END'
令和6年度 業務改善 取組一覧,,,,
事業名,係,区分,道具,メモ
窓口の申請,010101,③,電子申請,あ
会議の記録,010101,,電子申請,い
END
cat >ours.map <<'END'
# 試験県の様式
年度 := 表題
事業名 = 取組名
区分 = 課題類型
道具 = 主なICTツール
メモ =
備考 =
課題類型 ? 1
主なICTツール: 電子申請 = Graffer電子申請
END
note 'headings, values, what is empty, what every row says; what the file does not have is told'
uraniwa -f a.db --fy R7 import projects ours.csv --map ours.map
uraniwa -f a.db list fy:R6 --columns number,title,problem_type,primary_tool --format csv
uraniwa -f a.db import projects ours.csv --map ours.map

note 'how the file is understood as it stands, and the text that is printed is a mapping'
uraniwa -f a.db --fy R7 mapping guess projects ours.csv
"$URANIWA" -f a.db --fy R7 mapping guess projects ours.csv >guess.map
printf '事業名 = 取組名\n' >>guess.map
uraniwa -f a.db --fy R7 import projects ours.csv --map guess.map --dry-run

note 'as Excel saves a text'
iconv -f UTF-8 -t CP932 ours.map >cp932.map
uraniwa -f a.db import projects ours.csv --map cp932.map --dry-run
printf '事業名 = \377\377\n' >bad.map
uraniwa -f a.db import projects ours.csv --map bad.map

note 'each line that says nothing, with what to write'
for line in '事業名' '事業名 = しごと' '課題類型 ?' '担当者 := 表題'; do
	printf '# ours\n%s\n' "$line" >wrong.map
	uraniwa -f a.db import projects ours.csv --map wrong.map
done
printf '事業名 = 取組名\n年度 := 表題\n' >year.map
sed 1d ours.csv >no-title.csv
uraniwa -f a.db import projects no-title.csv --map year.map

note 'kept under a name'
uraniwa -f a.db import projects ours.csv --map 昨年の様式
uraniwa -f a.db mapping keep projects 昨年の様式 ours.map
uraniwa -f a.db mapping keep projects 壊れた様式 wrong.map
"$URANIWA" -f a.db mapping list >list || fail 'mapping list'
sed 's/  [^ ]*  *[0-9-]*T[0-9:]*//' list >>"$transcript"
uraniwa -f a.db mapping show projects 昨年の様式
uraniwa -f a.db import projects ours.csv --map 昨年の様式 --dry-run
uraniwa -f a.db mapping keep projects 今年の様式 guess.map
uraniwa -f a.db import projects ours.csv
uraniwa -f a.db mapping show units 昨年の様式
uraniwa -f a.db import projects ours.csv --map 一昨年の様式
uraniwa -f a.db mapping remove projects 昨年の様式
uraniwa -f a.db mapping list units
uraniwa -f a.db mapping fields units --format csv
uraniwa mapping keep projects
finish
