# A sheet of somebody's own comes in: the file, what it holds, its columns, what would change, a yes, one undo.
. "$abs_srcdir/tests/ui/screen_test.sh"

base=$screen_work/base.db
units=$abs_srcdir/tests/cli/sheets/own/base-units.csv
"$URANIWA" -f "$base" --fy R7 init --body-code 440000 --body-name 試験県 > "$screen_work/log" 2>&1 &&
	"$URANIWA" -f "$base" --fy R7 import units "$units" >> "$screen_work/log" 2>&1 ||
	{ cat "$screen_work/log"; exit 1; }
mkdir "$screen_work/様式"
cat > "$screen_work/様式/昨年度.csv" <<'END'
令和6年度 業務改善 取組一覧,,,,,
事業名,対応する係,区分,道具,ご担当者名,見込効果額
窓口の申請,010101,③,電子申請,山田,12
会議の記録,010101,,議事録AI,佐藤,3
END
fresh() {
	cp "$base" "$screen_work/x.db"
}
# The steps to the page of the columns, and to what would change.
to_columns='6
:open import
"様式
Enter
"昨年
Enter
Enter'
chosen='Enter
"取組名
Enter
2*Down
Enter
"課題類型コード
Enter
Down
Enter
"主なICT
Enter
2*Down
Enter
Enter'

for size in 80x24 40x12; do
	for lang in ja en; do
		fresh
		screen_test "import-columns-$lang-$size" $size -f x.db --fy R7 --lang $lang <<-END
			$to_columns
			:dump screen
		END
		screen_test "import-choose-$lang-$size" $size -f x.db --fy R7 --lang $lang <<-END
			$to_columns
			Enter
			:dump screen
		END
		screen_test "import-difference-$lang-$size" $size -f x.db --fy R7 --lang $lang <<-END
			$to_columns
			$chosen
			v Home
			:dump screen
		END
	done
done

# A refused value is read as another; nothing is stored before the yes; u takes all back.
fresh
screen_test import-yes-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
$chosen
v Home Enter
"Graffer
Enter
C-s
:dump screen
n
END
screen_expect 'nothing without a yes' "$("$URANIWA" -f "$screen_work/x.db" list --format csv | wc -l)" 1
screen_test import-stored-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
$chosen
v Home Enter
"Graffer
Enter
C-s y
"昨年の様式
Enter
:dump screen
END
screen_expect 'two projects' "$("$URANIWA" -f "$screen_work/x.db" list fy:R6 --format csv | wc -l)" 3
screen_test import-kept-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
:dump screen
END
screen_test import-again-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
Enter
v C-s
:dump screen
END
screen_run 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
Delete y
:dump anew
END
screen_expect 'removed' "$(grep -c '事業名  *（不明）' "$screen_work/anew") $("$URANIWA" -f "$screen_work/x.db" mapping list --format csv | wc -l)" '1 1'
screen_run 80x24 -f x.db --fy R7 --lang ja <<END
u y
END
screen_expect 'one undo' "$("$URANIWA" -f "$screen_work/x.db" list fy:R6 --format csv | wc -l)" 1

# Codes without their zeros: asked about, and put right.
printf '取組名,班コード\n窓口の申請,10101\n' > "$screen_work/様式/ゼロ.csv"
screen_test import-zeros-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
6
:open import
"様式
Enter
"ゼロ
Enter
Enter
v
:dump refused
C-s
:dump screen
y
:dump after
C-s y
END
screen_expect 'refused' "$(grep -c '取り込めない 2  *班コード 10101' "$screen_work/refused")" 1
screen_expect 'stored' "$("$URANIWA" -f "$screen_work/x.db" list 窓口 fy:R7 --columns title,team_code --format csv | tail -n 1 | tr -d "\\r")" 窓口の申請,010101
screen_expect 'put right' "$(grep -c '追加 2    窓口の申請' "$screen_work/after")" 1

# What would change, narrowed; a default; a rule taken away; a path that is typed and completed.
fresh
screen_test import-filter-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
$chosen
v f
"追加
Enter
:dump screen
END
screen_test import-default-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
$to_columns
$chosen
a
"課題類型コード
Enter
Enter
"紙
Enter
Home D
:dump screen
END
screen_test import-typed-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<END
6
:open import
Up Up Up Enter
"様式/昨
Enter
:dump screen
END

# A list of units that is the whole tree: what it does not have would go.
fresh
grep -v '^010102' "$units" > "$screen_work/様式/組織.csv"
screen_test import-goes-ja-80x24 80x24 -f x.db --fy R8 --lang ja <<END
6
:open import
"様式
Enter
"組織
Enter
Enter
Down Enter
v f
"なくなる
Enter
:dump screen
END

# An office's own list of units: the codes that are proposed, and those above each; a blank section that is not the
# one above.
fresh
printf '部局名,所属名,班名\n総務部,人事課,給与班\n,,新しい班\n企画部,企画課,企画班\n' > "$screen_work/様式/list.csv"
printf '取組名,部局,所属,班\n甲,総務部,人事課,給与班\n乙,,,こども育成班\n' > "$screen_work/様式/blank.csv"
for file in list blank; do
	stay=
	[ "$file" = blank ] || stay=Enter # what the file does not have stays
	screen_test "import-$file-ja-80x24" 80x24 -f x.db --fy R7 --lang ja <<-END
		6
		:open import
		"様式
		Enter
		"$file
		Enter
		Enter
		$stay
		v
		:dump screen
	END
done

# The sheet of a workbook is chosen, where it has several.
if "$URANIWA" -f "$screen_work/x.db" --fy R7 table departments -o "$screen_work/様式/集計.xlsx" > "$screen_work/log" 2>&1; then
	screen_test import-workbook-ja-80x24 80x24 -f x.db --fy R7 --lang ja <<-END
		6
		:open import
		"様式
		Enter
		"集計
		Enter
		"取組
		Enter
		:dump screen
	END
fi

# The command, on a terminal: a file that is not understood is looked at there; one that is goes in at once.
fresh
for size in 80x24 40x12; do
	screen_test "import-command-ja-$size" $size -f x.db --fy R7 --lang ja import projects 様式/昨年度.csv <<-'END'
		:dump screen
	END
done
(cd "$screen_work" && URANIWA_SCRIPT=script "$URANIWA" -f x.db --fy R7 import projects 様式/昨年度.csv --dry-run > told 2>&1)
screen_expect 'told, not asked' "$? $(grep -c 'No line of headings\|見出し行が見つかりません' "$screen_work/told")" '1 1'
screen_done
