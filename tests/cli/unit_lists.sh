#!/bin/sh
# Units as offices list them: by levels, by the unit above, as an org chart, in order; with codes or without. The same
# list, or a longer one, finds the same units again; what cannot be is told with its cell; one undo takes all back.
. "${abs_srcdir:?}/tests/cli/lib.sh"
LANGUAGE=ja
own=$sheets/own

u() {
	uraniwa -f a.db --fy R7 import units "$@"
}
fresh() {
	note "$1"
	rm -f a.db*
	quietly -f a.db init --body-code 440000 --body-name 試験県
}
tree() {
	uraniwa -f a.db --fy "${1:-R7}" unit tree --format csv
}

fresh 'a flat list without codes, blank where the one above is meant'
cat >flat.csv <<'END'
令和7年度　組織一覧,,
部局名,所属名,班名
総務部,人事課,給与班
,,総務班
,税務課,課税班
〃,〃,総務班
福祉保健部,こども家庭支援課,こども育成班
END
u --dry-run flat.csv
u flat.csv
tree
note 'again, in another spelling: nothing changes'
dump a.db >before
u flat.csv
sed 's/人事課/人事　課/; s/こども家庭/ｺﾄﾞﾓ家庭/' flat.csv >spelt.csv
u spelt.csv
dump a.db >after
same before after
note 'grown: what was there keeps its code, also where the new ones stand between'
cat >grown.csv <<'END'
部局名,所属名,班名
企画部,企画課,企画班
総務部,人事課,新しい班
,,給与班
,,総務班
,税務課,課税班
,,総務班
福祉保健部,こども家庭支援課,こども育成班
END
u --dry-run grown.csv
u grown.csv
u grown.csv
tree
uraniwa -f a.db undo
uraniwa -f a.db unit tree --fy R7 --format csv
note 'as the whole tree of the next year: what is not in it ends'
sed '/課税班/d; /,,総務班/d' flat.csv >less.csv
uraniwa -f a.db --fy R8 import units --whole-tree --dry-run less.csv
printf '総務部,,庶務班\n' >>less.csv
uraniwa -f a.db --fy R8 import units --whole-tree --skip-bad less.csv

fresh 'the unit above by name, in any order, the body first'
u "$own/parent-by-name.csv"
cat >parents.csv <<'END'
組織名,上位組織
試験県,
課税班,税務課
税務課,総務部
総務部,試験県
人事課,総務部
給与班,人事課
総務班,人事課
総務班,税務課
END
u --dry-run parents.csv
u parents.csv
tree
note 'what cannot be: two of a name above, nobody, a circle, below a team'
cat >bad.csv <<'END'
組織名,親
甲班,総務班
乙班,どこか
丙課,丁課
丁課,丙課
戊班,給与班
END
u bad.csv
u --skip-bad --dry-run bad.csv

fresh 'an org chart: one unit a row, a level a column'
cat >chart.csv <<'END'
部局,課室,係
総務部,,
,人事課,
,,給与係
,,総務係
,税務課,
,,課税係
会計管理局,,
,出納課,
END
u chart.csv
tree
note 'what cannot be: a hole, nothing above'
printf '部局,課,班\n,,甲班\n総務部,,乙班\n,人事課,丙班\n' >holes.csv
u holes.csv

fresh 'kinds and names in order'
printf '種別,名称,よみ\n部局,総務部,そうむぶ\n所属,人事課,じんじか\n班,給与班,きゅうよはん\n所属,税務課,\n係？,なに,\n' >order.csv
u order.csv
sed -i '/係？/d' order.csv
u order.csv
uraniwa -f a.db export units

note 'sorted by kind, the order says nothing; what is known by its code stays where it is'
printf 'コード,種別,名称\n01,部局,総務部\n02,部局,企画部\n0101,所属,人事課\n0201,所属,企画課\n010101,班,給与管理班\n' >sorted.csv
u sorted.csv
sed '/0201/d' sorted.csv >known.csv
u --dry-run known.csv
printf 'コード,種別,名称\n01,部局,総務部\n0103,所属,広報課\n010301,班,広報班\n02,部局,企画部\n0201,所属,企画課\n' >ordered.csv
u --dry-run ordered.csv

note 'with codes: found by them, though the name is another; blank ones are proposed'
cat >codes.csv <<'END'
部局コード,部局,所属コード,所属,班コード,班
01,総務部,0101,人事課,010101,給与厚生班
,,0105,広報課,,広報班
,,0106,税務課,,
END
u codes.csv
sed -i 's/0106,税務課/0102,税務課/' codes.csv
u --dry-run codes.csv
u codes.csv
uraniwa -f a.db export units

note 'a code of another kind, and what stands below it'
printf '部局コード,部局,所属コード,所属,班コード,班\n01,総務部,01,秘書課,,秘書班\n09,議会,０９,議事課,,議事班\n' >kinds.csv
u kinds.csv

note 'sections and teams alone: known sections say where they are'
printf '課名,班名\n税務課,徴収班\nどこか課,甲班\n' >alone.csv
u --dry-run alone.csv
note 'codes in the shape of those there are'
rm -f a.db*
small_body a.db
printf '部局,所属,班\n総務部,総務課,新しい班\n,新しい課,その班\n新しい部,,\n' >shape.csv
uraniwa -f a.db --fy R7 unit tree --format csv
u --dry-run shape.csv
finish
