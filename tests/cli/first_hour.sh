#!/bin/sh
# A new office's first hour, with nothing but its own sheets: the organisation list, the staff list, who leads what,
# last year's projects. No heading, code or blank is changed for the program.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
URANIWA_DB=$work/office.db
export URANIWA_DB

office() {
	uraniwa --fy R7 --user sato01 "$@"
}

note 'a database, and the organisation as the personnel section lists it'
uraniwa init --body-code 440000 --body-name 試験県
cat >organisation.csv <<'END'
令和7年度　組織一覧表,,,
,,,令和7年4月1日現在
部局名,所属名,班名,備考
総務部,人事課,給与班,
,,総務班,
,税務課,課税班,旧　課税第一班
,,総務班,
福祉保健部,福祉保健企画課,総務企画班,
,こども家庭支援課,こども育成班,
END
uraniwa --fy R7 import units organisation.csv --dry-run
uraniwa --fy R7 import units organisation.csv

note 'the staff; the office itself gets its role'
cat >staff.csv <<'END'
職員番号,氏名,フリガナ,所属,役割
sato01,佐藤　花子,サトウ　ハナコ,試験県,admin
00123,山田　太郎,ヤマダ　タロウ,,
00124,斎藤　次郎,サイトウ　ジロウ,,
00125,高橋　三郎,タカハシ　サブロウ,,
END
uraniwa --fy R7 import people staff.csv

note 'who leads what, by names, as they stand in the list of the autumn'
cat >leaders.csv <<'END'
課名,DX推進リーダー
人事課,山田太郎
税務課,斎藤 次郎
こども家庭支援課,高橋三郎
END
office import leaders leaders.csv
office export leaders

note 'the targets of the sections, out of a spreadsheet that ate the zeros of codes'
printf '所属コード,削減目標\n101,120時間\n102,90時間30分\n' >targets.csv
office import targets targets.csv
office import targets targets.csv --codes mended
office export targets

note 'the projects, under the names of sections and teams'
cat >projects.csv <<'END'
令和7年度　業務改善取組一覧,,,,,,
所管課,班名,件名,課題類型,使用ツール,年間削減時間（見込）,担当
人事課,給与班,給与明細の電子化,①,kintone,120時間,山田太郎
〃,総務班,旅費精算の自動化,①,RPA,1時間30分,〃
税務課,課税班,申告書の読取,①,AI-OCR,424時間44分,斎藤次郎
こども家庭支援課,こども育成班,面談記録の要約,②,生成AI,88,－
END
office import projects projects.csv
note 'what is not understood is said once, and kept'
printf 'ICTツール: AI-OCR = RPA\n年度 := 表題\n' >words.txt
office mapping keep projects 一覧 words.txt
office import projects projects.csv --map 一覧
office list --columns number,section,team,title,primary_tool,hours,owner --format csv

note 'a month later: the list has grown, and one section is spaced otherwise; nothing is there twice'
sed 's/こども育成班/&,\n,,こども相談班/; s/税務課/税務　課/' organisation.csv >grown.csv
office import units grown.csv --dry-run
office import units grown.csv
for kind in units people leaders targets projects; do
	case $kind in
	units) office import units grown.csv ;;
	people) office import people staff.csv ;;
	targets) office import targets targets.csv --codes mended ;;
	projects) office import projects projects.csv --map 一覧 ;;
	*) office import "$kind" "$kind.csv" ;;
	esac
done
office unit tree --format csv
office check
note 'twenty forms of the sections, a folder of them, as one change'
mkdir forms
for n in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
	printf '業務改善取組票\n所属名,人事課\n班名,給与班\n取組名,改善その%s\n課題類型,1\nICTツール,RPA\n削減時間,%s時間\n' "$n" "$n" \
		>"forms/様式$n.csv"
done
office import projects forms
office list 改善その --columns title,hours --format csv
office undo
office list 改善その --columns title,hours --format csv

note 'the year before had the same units: they are the same, with the same codes; and a team has its section'
cat >before.csv <<'CSV'
部局名,所属名,班名
総務部,人事課,人事班
,,給与班
CSV
cat >stray.csv <<'CSV'
code,kind,name,parent_code,first_fiscal_year
99,team,直下班,440000,R7
CSV
rm -f b.db*
quietly -f b.db init --body-code 440000 --body-name 試験県
uraniwa -f b.db --fy R7 import units before.csv
uraniwa -f b.db --fy R6 import units before.csv --dry-run
uraniwa -f b.db --fy R6 import units before.csv
uraniwa -f b.db --fy R7 import units before.csv
uraniwa -f b.db --fy R7 table sections --format csv
uraniwa -f b.db --fy R7 import units stray.csv
finish
