# A database with nothing in it: every screen says what to do next.
. "$abs_srcdir/tests/ui/screen_test.sh"

base=$screen_work/base.db
"$URANIWA" -f "$base" --fy R7 init --body-code 990001 --body-name 見本県 2> /dev/null || exit 1

# says NAME KEYS JAPANESE ENGLISH: what a screen says, in both languages and sizes; the text is taken
# without the breaks between its lines.
says() {
	for size in 80x24 40x12; do
		for lang in ja en; do
			printf '%s\n:dump %s\n' "$2" empty |
				screen_run $size -f "$base" --fy R7 --lang $lang --ambiguous=1
			wanted=$3
			[ $lang = ja ] || wanted=$4
			tr -d ' \n' < "$screen_work/empty" | grep -qF "$(printf %s "$wanted" | tr -d ' ')" || {
				screen_fail "$1, $lang, $size"
				cat "$screen_work/empty"
			}
		done
	done
}
says projects 2 'nで新しく登録できます' 'n starts one'
says rollup '3 t
"trend
Enter c c' '取組は「2 取組」で登録します' 'entered on tab 2'
says bars '3 t
"departments
Enter c' '取組は「2 取組」で登録します' 'entered on tab 2'
says narrowed '3 t
"sections
Enter f
"議事録
Enter' 'fで絞り込みを変えられます' 'f changes the filter'
says coverage '4 /
"coverage
Enter Enter' '「6 管理」で組織を登録' 'Units are entered on tab 6'
says reminders '4 /
"reminders
Enter Enter' '督促する班はありません' 'Nobody is to be reminded'
says indicators 5 'uraniwa import indicators' 'uraniwa import indicators'
says units '6
:open units' 'uraniwa import units' 'uraniwa import units'
says snapshots '6
:open snapshots' 'nでこの年度の結果を確定する' 'n '
says overlaps '6
:open office/overlaps' '挙げている取組はありません' 'claim the same piece of work'
says people '6
:open people' 'a で追加します' 'a adds'

screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
2 n Enter
:dump form
KEYS
grep -q '組織は事務局が' "$screen_work/form" || screen_fail 'no word on teams in the form'

# home leads to the first step, and then to the next one
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
2*Tab Enter
:dump units
KEYS
grep -q '班はまだありません' "$screen_work/units" || screen_fail 'home does not lead to the units'
"$URANIWA" -f "$base" --fy R7 import units "$abs_srcdir/tests/ui/fixture/units.csv" 2> /dev/null
screen_run 80x24 -f "$base" --fy R7 --lang ja --ambiguous=1 <<'KEYS'
:dump home
2*Tab Enter
:dump form
KEYS
grep -q '最初の取組を登録します' "$screen_work/home" || screen_fail 'no next step'
grep -q '新規の取組' "$screen_work/form" || screen_fail 'home does not lead to the first project'
screen_done
