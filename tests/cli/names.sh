#!/bin/sh
# People, sections and units by their names, however they are spaced and in which width and kana they are written;
# codes in full width. Several of a name are told; what may not stand is refused as its command refuses it.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

quietly -f a.db init --body-code 440000 --body-name 試験県
quietly -f a.db --fy R7 import units "$own/base-units.csv"
cat >people.csv <<'END'
職員番号,氏名,カナ
yamada,山田　太郎,ヤマダタロウ
sato,佐藤 花子,
saitou1,斎藤 次郎,
saitou2,斎藤次郎,
kei,ケイ 見本,
END
quietly -f a.db --fy R7 user add code=office name=事務局 active=1
quietly -f a.db --fy R7 user roles add person_code=office role=admin unit_code=440000 first_fiscal_year=R6
quietly -f a.db --fy R7 --user office import people people.csv

note 'a leader by name, without the blank of the staff list'
uraniwa -f a.db --fy R7 --user office import leaders "$own/leader-name-space.csv"
uraniwa -f a.db export leaders
uraniwa -f a.db --fy R7 --user office import leaders "$own/leader-name-space.csv"

note 'sections by name; half width, full width, katakana; two of a name, one spelt exactly so; nobody'
cat >leaders.csv <<'END'
年度,所属名,氏名
R7,税務課,佐藤花子
R7,福祉保健企画課,ｹｲ　見本
R7,こども　家庭支援課,斎藤　次郎
R7,人事課,鈴木
END
uraniwa -f a.db --fy R7 --user office import leaders --skip-bad leaders.csv
uraniwa -f a.db export leaders
printf '年度,所属名,氏名\nR7,こども家庭支援課,斎藤 次郎\n' >exact.csv
uraniwa -f a.db --fy R7 --user office import leaders --dry-run exact.csv

note 'targets and roles by the name of the section; a unit without a role says nothing'
printf '年度,所属,目標時間\nR7,税務 課,120時間\n' >targets.csv
uraniwa -f a.db --fy R7 --user office import targets --dry-run targets.csv
printf '氏名,職員番号,所属,役割\n斎藤次郎,saitou2,税務課,leader\n斎藤 次郎,saitou1,総務班,leader\n' >roles.csv
uraniwa -f a.db --fy R7 --user office import people --dry-run roles.csv
printf '氏名,職員番号,所属\n斎藤次郎,saitou2,税務課\n' >plain.csv
uraniwa -f a.db --fy R7 --user office import people --dry-run plain.csv

note 'a sheet says which section a team of a common name is in'
printf '件名,所管課,班名\n甲,税務課,総務班\n' >section.csv
uraniwa -f a.db --fy R7 --user office import projects section.csv
uraniwa -f a.db --fy R7 list --columns number,section,team --format csv

note 'a blank section is said, and more loudly where the one above is another'
cat >blank.csv <<'END'
取組名,部局名,所属名,班名
一,総務部,人事課,給与班
二,,,給与班
三,,,こども育成班
四,総務部,,課税班
END
uraniwa -f a.db --fy R7 --user office import projects --dry-run blank.csv
uraniwa -f a.db --fy R7 --user office import projects blank.csv
uraniwa -f a.db --fy R7 --user office import projects blank.csv
uraniwa -f a.db --fy R7 list --columns number,department,section,team --format csv

note 'codes in full width are those in half width, on every way in'
printf 'コード,種別,名称,上位コード,開始年度\n０１０３,所属,広報課,０１,R7\n' >wide.csv
uraniwa -f a.db --fy R7 --user office import units wide.csv
uraniwa -f a.db --fy R7 --user office unit add 班 ０１０３０１ 広報班 ０１０３
printf '職員番号,氏名\n１２３,鈴木\nＡ／Ｂ,青木\n' >wide-people.csv
uraniwa -f a.db --fy R7 --user office import people wide-people.csv
uraniwa -f a.db --fy R7 --user office user add code=１２３ name=鈴木 active=1
uraniwa -f a.db --fy R7 --user office leader add fiscal_year=R7 section_code=０１０３ person_code=１２３
uraniwa -f a.db --fy R7 --user office unit add 班 ０１０１０１ 別の班 ０１０３
printf '取組名,班コード\n甲,０１０３０１\n' >wide-projects.csv
uraniwa -f a.db --fy R7 --user office import projects wide-projects.csv
uraniwa -f a.db --fy R7 list --columns number,team_code,team
uraniwa -f a.db --fy R7 unit tree --format csv
uraniwa -f a.db export leaders

note 'in the sample: two leaders on one day, an end before the beginning, the end of the last administrator'
quietly -f sample.db init --body-code 990001 --body-name 見本県
for kind in units people leaders; do
	quietly -f sample.db --fy R7 import $kind "$abs_srcdir/data/sample/$kind.csv" --user office
done
uraniwa -f sample.db --fy R7 --user office import leaders "$own/leaders_two_at_once.csv"
uraniwa -f sample.db --fy R7 --user office import people "$own/people_admin_ends.csv"
finish
