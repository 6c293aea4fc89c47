# The effect sheet of the form: periods follow the start of operation, cases after those before; what is
# doubtful is flagged beside its cell and asked for before it is handed in (domain.md §4).
. "$abs_srcdir/tests/ui/screen_test.sh"

cat > "$screen_work/units.csv" <<'END'
code,kind,name,parent_code,first_fiscal_year
D2,department,福祉保健部,90000,2024
S21,section,こども家庭課,D2,2024
T211,team,相談班,S21,2024
END

uraniwa() {
	(cd "$screen_work" && "$URANIWA" -f x.db "$@")
}

# shows FILE PATTERN: the dump has a line like that
shows() {
	grep -q -- "$2" "$screen_work/$1" || {
		screen_fail "no '$2' on the screen:"
		cat "$screen_work/$1"
	}
}

{
	uraniwa init --body-code 90000 --body-name 見本県 &&
	uraniwa import units units.csv &&
	uraniwa --fy R7 add --title 面談記録 --team T211 --problem-type 2 --tool RPA --set current_issue=手で書く \
		--set approach=聞き取る --set operating_from=R7.9
} > "$screen_work/setup" 2>&1 || {
	cat "$screen_work/setup"
	exit 99
}

# Work step, 60 minutes × 10 cases before; 20 minutes after: the cases follow, and so do the seven months.
screen_test doubts-follow 80x24 -f x.db --lang ja <<'END'
2 e
:field savings
a
"面談
Tab Tab
"60
Tab
"10
Tab
"20
Tab
:dump screen
C-s
END
# Another start: three months.
screen_run 80x24 -f x.db --lang ja <<'END'
2 e
:field operating_from
C-a C-k
"R8.1
Tab
:field savings
:dump months
C-s
END
shows months '年度内 60分×10件 − 20分×10件 = 400分/月 × 3か月 = 1,200分'

# 0 cases after: flagged, asked, and not handed in until it is confirmed.
screen_test doubts-flagged 80x24 -f x.db --lang ja <<'END'
2 e
:field savings
Tab Tab Tab Tab Tab
"0
Tab
:dump screen
C-s
m Enter
:dump asked
n
:dump kept
m Enter
y
:dump handed-in
END
shows asked 'が0件です。このまま進めますか？'
shows kept '下書き'
shows handed-in '\[登録\]'

# The list asks, too; a yes is remembered by nobody.
uraniwa move R7-0001 draft > "$screen_work/moved" 2>&1 || cat "$screen_work/moved"
screen_run 80x24 -f x.db --lang ja <<'END'
2 m Enter
:dump asked
n
:dump kept
m Enter y
:dump handed-in
END
shows asked 'が0件です。このまま進めますか？'
shows kept '提出していません。'
shows handed-in 'R7-0001を「登録」にしました。'

screen_done
