# The first screen opens whatever is wrong with the data: figures that cannot be, and a home that cannot be
# read at all. It says so, and every other tab is there.
. "$abs_srcdir/tests/ui/screen_test.sh"
command -v sqlite3 >/dev/null || exit 77

fixture=$abs_srcdir/tests/ui/fixture
base=$screen_work/base.db
{
	"$URANIWA" -f "$base" init --body-code 990001 --body-name 見本県 &&
		"$URANIWA" -f "$base" import units "$fixture/units.csv" &&
		"$URANIWA" -f "$base" import projects "$fixture/projects.csv" &&
		"$URANIWA" -f "$base" import effects "$fixture/effects.csv"
} >"$screen_work/log" 2>&1 || exit 1

# every_tab DATABASE: what the six tabs show, one file each.
every_tab() {
	screen_run 80x24 -f "$1" --fy R7 --ambiguous=1 --lang ja <<'END'
:dump tab1
2
:dump tab2
3
:dump tab3
4
:dump tab4
5
:dump tab5
6
:dump tab6
END
}
# finds WHAT TEXT: it stands on that screen, breaks between lines aside.
finds() {
	sed 's/│//g' "$screen_work/$1" | tr -d ' \n' | grep -q "$(printf %s "$2" | tr -d ' ')" && return
	screen_fail "$1 does not say “$2”"
	cat "$screen_work/$1"
}

cp "$base" "$screen_work/huge.db"
sqlite3 "$screen_work/huge.db" "UPDATE project SET estimate_in_year = 9000000000000000000,
	estimate_full_year = 9000000000000000000 WHERE fiscal_year = 2025 AND number IN (1, 2)"
every_tab huge.db
finds tab1 '集計外の取組: 2件'
finds tab2 'R7-0001'
finds tab3 '数えていない取組：R7-0001、R7-0002'
for tab in 4 5 6; do
	[ -s "$screen_work/tab$tab" ] || screen_fail "tab $tab is not there"
done
# from the line on home to the projects it is about
screen_run 80x24 -f huge.db --fy R7 --ambiguous=1 --lang ja <<'END'
Tab Tab
Enter
:dump there
END
finds there '番号:R7-0001,R7-0002'
finds there '2件'

# Home reads a column that is gone: nothing else does before.
cp "$base" "$screen_work/broken.db"
sqlite3 "$screen_work/broken.db" 'ALTER TABLE due_date RENAME COLUMN due_on TO gone'
every_tab broken.db
finds tab1 'この画面の数値は読めませんでした'
finds tab2 'R7-0001'
finds tab3 '課題類型'
for tab in 4 5 6; do
	[ -s "$screen_work/tab$tab" ] || screen_fail "tab $tab is not there"
done
screen_done
