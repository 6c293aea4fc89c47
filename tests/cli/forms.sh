#!/bin/sh
# One project as a form: labels and values instead of a line of headings.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja

reads() {
	note "$1"
	shift
	rm -f a.db*
	small_body a.db
	uraniwa -f a.db --fy R7 import projects "$@"
	uraniwa -f a.db --fy R7 list --columns number,title,section,team,problem_type,owner,hours,hours_before,implementation_cost_yen,current_issue --format csv
}

cat >right.csv <<'END'
業務改善取組 様式第１号,,,,
令和7年度,,,,
１．部局名：,福祉保健部,,所属名,福祉課
２．班名,総務班,,,
３．取組名,申請書の電子化,,,
担当者,山田　太郎,,電話番号,1234
課題類型,①,,,
取組前（時間）,120,時間,取組後（時間）,20
導入経費（千円）,300,,,
現状・課題,,,,
紙の申請書を手で入力している。
月に88件ある。,,,,
備考,,,,
※ 提出期限は9月末です。,,,,
END
reads 'values at the right, a unit in the label, a long text below its label' right.csv
uraniwa -f a.db --fy R7 import projects right.csv

cat >below.csv <<'END'
取組票,,
部局,所属,班
福祉保健部,福祉課,総務班
取組名,,削減時間
照会の自動化,,1時間30分
取組内容,,
照会文を自動で作る。,,
END
reads 'values below, two of them under labels that stand side by side' below.csv

cat >colon.csv <<'END'
【取組名】：会議録の自動化
部局：福祉保健部
所属：福祉課
班：総務班
削減時間：40時間
END
reads 'label and value in one cell' colon.csv

cat >row.csv <<'END'
取組票,,,,,
班コード,T111,,取組名,窓口の予約,
課題類型,3,,担当者,,
削減時間,12,,導入経費,,
END
reads 'several in a row, the required ones side by side' row.csv

note 'a figure that is not understood is asked about; a mapping says what it means'
sed 's/削減時間,12/効果時間,12/' row.csv >unknown.csv
uraniwa -f a.db --fy R7 import projects unknown.csv
printf '効果時間 = 削減時間\n担当者 =\n課題類型: 3 = 1\n' >map.txt
reads 'through a mapping' unknown.csv --map map.txt

note 'a bad value is named with its line; nobody filled it in: nothing comes of it'
sed 's/T111/T999/' row.csv >bad.csv
uraniwa -f a.db --fy R7 import projects bad.csv
sed 's/,窓口の予約,/,,/; s/,3,/,,/; s/,12,/,,/' row.csv >blank.csv
uraniwa -f a.db --fy R7 import projects blank.csv

note 'on a terminal a form goes in at once: there are no columns to be asked about'
: >script
rm -f a.db*
small_body a.db
export URANIWA_SCRIPT=script
uraniwa -f a.db --fy R7 import projects row.csv
unset URANIWA_SCRIPT

note 'a table stays a table, whatever its cells say'
printf '取組名,班コード,担当者,業務\n業務,T111,課題,効果\n課題,T111,取組名,業務\n取組,T111,班,課題\n' >table.csv
reads 'cells that read like headings' table.csv
finish
